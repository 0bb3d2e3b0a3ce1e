import { addDays } from '../base/index.ts';
import type { Agency, Lineage } from '../resolve/index.ts';
import { type Contradiction, contradiction } from './contradiction.ts';
import { linkContradictions } from './contradictions-links.ts';
import type { ListLog } from './log.ts';

const YEAR = 365;

/** What the lists and the registry contradict among themselves: long waits, shared memoranda, shared ORI codes. */
export function listContradictions(
  lineage: Lineage,
  log: ListLog,
  agencies: readonly Agency[],
): Contradiction[] {
  return [...longPending(lineage), ...linkContradictions(lineage, log, agencies), ...sharedOris(agencies)];
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
      detail: `pending since ${begun}, still pending on ${agreement.lastListed}`,
      a: { type: 'row', ...first.first, day: first.from },
      b: { type: 'row', ...last.last, day: last.to },
    });
    return found ? [found] : [];
  });
}

/** An ORI that two agencies of the record bear. */
function sharedOris(agencies: readonly Agency[]): Contradiction[] {
  const byOri = new Map<string, string[]>();
  for (const { id, ori } of agencies)
    for (const code of new Set(ori)) byOri.set(code, [...(byOri.get(code) ?? []), id]);
  return [...byOri]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([ori, ids]) => {
      const [first, ...others] = [...ids].sort();
      return others.flatMap((agency) => {
        const found =
          first &&
          contradiction({
            kind: 'one-ori-two-agencies',
            agency,
            programme: 'enforcement',
            opened: null,
            closed: null,
            detail: `ORI ${ori} is that of ${first} too`,
            a: { type: 'registry', agency },
            b: { type: 'registry', agency: first },
          });
        return found ? [found] : [];
      });
    });
}
