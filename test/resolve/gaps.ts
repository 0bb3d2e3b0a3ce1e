import { push } from '../../src/base/index.ts';
import type { Line } from '../../src/claim/index.ts';
import type { Lineage, ListFile } from '../../src/resolve/index.ts';

/** What a name's absence from the lists was: the list printed it otherwise, the agreement was missing for a while, or it ended and another was signed. */
export type Absence = 'printed otherwise' | 'gap' | 'signed anew';

/** A printed name that was on a list of participants, on none of the next ones, and on a later one again. */
export interface Vanished {
  state: string;
  name: string;
  agency: string;
  /** The last list before and the first one after, and how many lists lie between. */
  before: string;
  after: string;
  lists: number;
  how: Absence;
  /** The agreements of the rows before and after. */
  agreements: { before: string[]; after: string[] };
}

interface List {
  day: string;
  /** Lines by printed state and name, and all agencies. */
  lines: Map<string, number[]>;
  agencies: Set<string | null>;
}

/** Every absence of a printed state and name on the workbooks of participants, as a reader who compares names sees them. */
export function vanishedOf(
  { publications, byLine, agreements }: Lineage,
  files: readonly ListFile[],
  lines: readonly Line[],
): Vanished[] {
  const byCapture = new Map(files.map((file) => [file.capture, file]));
  const all = publications
    .filter(({ kind }) => kind === 'participating')
    .map(({ capture, day }): List => {
      const own = byCapture.get(capture)!.lines;
      const named = new Map<string, number[]>();
      for (const line of own) push(named, printed(lines[line]!), line);
      return { day, lines: named, agencies: new Set(own.map((line) => byLine[line]!.agency)) };
    });
  const agreementsOn = (own: readonly number[]) =>
    [...new Set(own.map((line) => agreements[byLine[line]!.agreement]!.id))].sort();
  const found: Vanished[] = [];
  for (const key of new Set(all.flatMap((list) => [...list.lines.keys()]))) {
    const on = all.flatMap((list, index) => (list.lines.has(key) ? [index] : []));
    for (const [nth, index] of on.slice(1).entries()) {
      const last = on[nth]!;
      if (index === last + 1) continue;
      const [before, after] = [all[last]!.lines.get(key)!, all[index]!.lines.get(key)!];
      const { agency } = byLine[before[0]!]!;
      const sides = { before: agreementsOn(before), after: agreementsOn(after) };
      const between = all.slice(last + 1, index);
      const goesOn = sides.before.some((id) => sides.after.includes(id));
      const stays = between.every((list) => list.agencies.has(agency));
      const [state, name] = key.split('|') as [string, string];
      found.push({
        state,
        name,
        agency: agency!,
        before: all[last]!.day,
        after: all[index]!.day,
        lists: between.length,
        how: stays ? 'printed otherwise' : goesOn ? 'gap' : 'signed anew',
        agreements: sides,
      });
    }
  }
  return found;
}

function printed({ state, agency }: Line): string {
  const one = (text: string) => text.replace(/’/g, "'").replace(/\s+/g, ' ').trim();
  return `${one(state).toUpperCase()}|${one(agency)}`;
}

/** The names by the gravest of their absences. */
export function namesBy(vanished: readonly Vanished[]): Record<Absence, string[]> {
  const names: Record<Absence, string[]> = { 'printed otherwise': [], gap: [], 'signed anew': [] };
  const byName = new Map<string, Vanished[]>();
  for (const one of vanished) push(byName, `${one.name}, ${one.state}`, one);
  for (const [name, own] of byName) {
    const gravest = (['signed anew', 'gap', 'printed otherwise'] as const).find((how) =>
      own.some((one) => one.how === how),
    )!;
    names[gravest].push(name);
  }
  for (const own of Object.values(names)) own.sort();
  return names;
}
