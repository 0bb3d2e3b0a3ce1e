import { addDays, type Day } from '../base/index.ts';
import { type Agency, type Agreement, type Lineage, moaFile, unwrapLink } from '../resolve/index.ts';
import { type Contradiction, contradiction, earliest, latest, type Side } from './contradiction.ts';
import type { ListLog } from './log.ts';

const YEAR = 365;

/** What the lists and the registry contradict among themselves: long waits, shared memoranda, shared ORI codes. */
export function listContradictions(
  lineage: Lineage,
  log: ListLog,
  agencies: readonly Agency[],
): Contradiction[] {
  return [...longPending(lineage), ...sharedMemoranda(lineage, log), ...sharedOris(agencies)];
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

interface Linked {
  agreement: Agreement;
  line: number;
}

/** One memorandum linked for agreements of two agencies: at least one link serves another. */
function sharedMemoranda(lineage: Lineage, log: ListLog): Contradiction[] {
  const byDocument = new Map<string, Linked[]>();
  lineage.agreements.forEach((agreement, index) => {
    for (const line of agreement.lines) {
      const raw = log.lines[line]?.moaLink;
      const document =
        raw && lineage.byLine[line]?.agreement === index ? moaFile(unwrapLink(raw)?.url ?? '') : '';
      if (document) byDocument.set(document, [...(byDocument.get(document) ?? []), { agreement, line }]);
    }
  });
  const shared = [...byDocument].filter(
    ([, linked]) => new Set(linked.map(({ agreement }) => agreement.agency)).size > 1,
  );
  const shown = shownAt(
    lineage,
    log,
    new Set(shared.flatMap(([, linked]) => linked.map(({ line }) => line))),
  );
  return shared
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([document, linked]) => pairsOf(document, linked, shown));
}

interface Shown {
  first: Extract<Side, { type: 'row' }>;
  last: Extract<Side, { type: 'row' }>;
  /** Day of the first list after the last one that shows it; null while the newest shows it. */
  gone: Day | null;
}

/** For each of these lines its first and last row in the order of publications. */
function shownAt(lineage: Lineage, log: ListLog, lines: ReadonlySet<number>): Map<number, Shown> {
  const files = new Map(log.files.map((file) => [file.capture, file]));
  const shown = new Map<number, Shown>();
  const signed = lineage.publications.filter(({ kind }) => kind !== 'pending');
  const rest = lineage.publications.filter(({ kind }) => kind === 'pending');
  for (const publications of [signed, rest]) {
    for (const { capture, day } of publications) {
      const here = new Set<number>();
      files.get(capture)?.lines.forEach((line, index) => {
        if (!lines.has(line) || here.has(line)) return;
        here.add(line);
        const at = { type: 'row' as const, capture, row: files.get(capture)?.rows[index] ?? 0, day };
        shown.set(line, { first: shown.get(line)?.first ?? at, last: at, gone: null });
      });
      for (const [line, known] of shown)
        if (!here.has(line) && known.gone === null && known.last.day < day)
          shown.set(line, { ...known, gone: day });
    }
  }
  return shown;
}

/** Each further agency of a document against the one that had it first. */
function pairsOf(document: string, linked: Linked[], shown: ReadonlyMap<number, Shown>): Contradiction[] {
  const byAgency = new Map<string, { agreement: Agreement; first: Shown['first']; gone: Day | null }>();
  for (const { agreement, line } of linked) {
    const at = shown.get(line);
    if (!at) continue;
    const known = byAgency.get(agreement.agency);
    const first = known && known.first.day <= at.first.day ? known.first : at.first;
    const stands = known?.gone === null || at.gone === null;
    const gone = stands ? null : latest(known?.gone, at.gone);
    byAgency.set(agreement.agency, { agreement, first, gone });
  }
  const order = [...byAgency.values()].sort((a, b) =>
    `${a.first.day} ${a.agreement.agency}` < `${b.first.day} ${b.agreement.agency}` ? -1 : 1,
  );
  const [owner, ...others] = order;
  return others.flatMap((other) => {
    const closed = earliest(owner?.gone, other.gone);
    const found =
      owner &&
      contradiction({
        kind: 'memorandum-of-another',
        agency: other.agreement.agency,
        programme: other.agreement.programme,
        opened: other.first.day,
        closed,
        detail: `${document} is linked for ${owner.agreement.agency} too`,
        a: other.first,
        b: owner.first,
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
