/** Whole numbers below a bound, the same for the same seed. */
export type Random = (below: number) => number;

/** A generator of its own (mulberry32, which gives every seed once before one comes again), so that a run can be made again. */
export function randomFrom(start: number): Random {
  let seed = start;
  return (below) => {
    seed = (seed + 0x6d2b79f5) | 0;
    let mixed = Math.imul(seed ^ (seed >>> 15), seed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

const COUNTIES = ['Harris', 'Travis', 'Dallas', 'Lubbock', 'Smith', 'Jackson', 'Nueces', 'Walker'];

/** A few counties of Texas. */
export function countiesOf(random: Random): string[] {
  const first = random(COUNTIES.length - 2);
  return COUNTIES.slice(first, first + 2 + random(COUNTIES.length - first - 1));
}

/** A short story in which a sheriff says something; no two are the same. */
export function storyOf(random: Random, name: string): string {
  const county = COUNTIES[random(COUNTIES.length)];
  const said = ['would end', 'would not end', 'would begin'][random(3)];
  return `AUSTIN, Texas — ${county} County Sheriff Ed Gonzalez announced Tuesday he ${said} a partnership between his office and federal immigration officials under the 287(g) program.\n\nStory ${name}.\n`;
}
