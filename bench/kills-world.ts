/** Whole numbers below a bound, the same for the same seed. */
export type Random = (below: number) => number;

/** A generator of its own, so that a round can be run again. */
export function randomFrom(start: number): Random {
  let seed = (start * 2_654_435_761) % 2_147_483_648;
  return (below) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((seed / 2_147_483_648) * below);
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
