import { addDays } from '../base/index.ts';
import type { Agency, Lineage } from '../resolve/index.ts';
import { type Contradiction, contradiction } from './contradiction.ts';
import { linkContradictions } from './contradictions-links.ts';

const YEAR = 365;

/** What the lists and the registry contradict among themselves: long waits, shared memoranda, shared ORI codes. */
export function listContradictions(lineage: Lineage, agencies: readonly Agency[]): Contradiction[] {
  return [...longPending(lineage), ...linkContradictions(lineage, agencies), ...sharedOris(agencies)];
}

/** Agreements that stood as pending for more than a year. */
function longPending({ agreements }: Lineage): Contradiction[] {
  return agreements.flatMap((agreement) => {
    const begun = agreement.from.max;
    const [first] = agreement.runs;
    const last = agreement.runs.at(-1);
    if (agreement.position !== 'will-join' || begun === null || !first || !last) return [];
    const opened = addDays(begun, YEAR + 1);
    if (agreement.lastListed < opened) return [];
    const found = contradiction({
      kind: 'pending-beyond-a-year',
      agency: agreement.agency,
      programme: agreement.programme,
      opened,
      closed: agreement.to?.max ?? null,
      differs: { form: 'pending', day: begun, otherDay: agreement.lastListed },
      a: { type: 'row', ...first.first, day: first.from },
      b: { type: 'row', ...last.last, day: last.to },
    });
    return found ? [found] : [];
  });
}

/** An ORI that two agencies of the record bear: registers give it to both. Two agencies that share several contradict once. */
function sharedOris(agencies: readonly Agency[]): Contradiction[] {
  return pairsSharing(agencies).flatMap(({ first, agency, oris }) => {
    const found = contradiction({
      kind: 'one-ori-two-agencies',
      agency,
      programme: 'enforcement',
      opened: null,
      closed: null,
      differs: { form: oris.length === 1 ? 'one-ori' : 'oris', oris: oris.join(', '), agency: first },
      a: { type: 'registry', agency },
      b: { type: 'registry', agency: first },
    });
    return found ? [found] : [];
  });
}

/** Pairs of agencies with a common ORI, each pair once with every such code. */
function pairsSharing(agencies: readonly Agency[]): { first: string; agency: string; oris: string[] }[] {
  const owner = new Map<string, string>();
  const shared = new Map<string, Set<string>>();
  for (const { id, ori } of agencies)
    for (const code of ori) {
      const first = owner.get(code);
      if (first === undefined) owner.set(code, id);
      else if (first !== id) shared.set(code, (shared.get(code) ?? new Set([first])).add(id));
    }
  const byPair = new Map<string, string[]>();
  for (const [ori, ids] of [...shared].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const [first, ...others] = [...ids].sort();
    for (const agency of others) {
      const pair = `${first} ${agency}`;
      byPair.set(pair, [...(byPair.get(pair) ?? []), ori]);
    }
  }
  return [...byPair].map(([pair, oris]) => {
    const [first = '', agency = ''] = pair.split(' ');
    return { first, agency, oris };
  });
}
