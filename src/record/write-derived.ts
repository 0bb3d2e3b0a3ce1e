import { contentId } from '../base/index.ts';
import type { Agency } from '../resolve/index.ts';
import { countyOf } from './agencies.ts';
import { insertMany, type Value } from './bulk.ts';
import { nodeOf } from './day-tree.ts';
import { type Derived, type DerivedLists, OPEN_END } from './derive.ts';
import type { Db } from './open.ts';
import type { DerivedInterval } from './positions.ts';

/** The derived tables that follow from the lists alone. */
export const OF_LISTS: ReadonlySet<string> = new Set([
  'agreement',
  'line_agency',
  'publication',
  'candidate',
]);

/** Writes all derived tables, or temporary ones of the same names, which hide them. */
export async function writeDerived(db: Db, derived: Derived): Promise<void> {
  await writeLists(db, derived);
  await writeWords(db, derived);
}

/** Writes the derived tables that follow from the lists alone. */
export async function writeLists(db: Db, lists: DerivedLists): Promise<void> {
  const { lineage } = lists;
  const captures = new Map(
    (await db.selectFrom('capture').select(['sha', 'id']).execute()).map(({ sha, id }) => [sha, id]),
  );
  await insertMany(
    db,
    'agreement',
    ['idx', 'id', 'agency', 'facts'],
    lineage.agreements.map((a, i) => [i, a.id, a.agency, JSON.stringify(a)]),
  );
  await insertMany(
    db,
    'publication',
    ['idx', 'capture', 'kind', 'day', 'ord', 'rule', 'repeats'],
    lineage.publications.map((p, i) => [
      i,
      captures.get(p.capture) ?? -1,
      p.kind,
      p.day,
      p.order,
      p.rule,
      JSON.stringify(p.repeats),
    ]),
  );
  await insertMany(db, 'line_agency', LINE_AGENCY, lineAgencies(lists));
  const candidates = new Map(
    lineage.candidates.map(({ reason, text, state, agencies, rows }) => {
      const id = contentId(reason, text, state, ...agencies);
      return [id, [id, reason, text, state, JSON.stringify(agencies), JSON.stringify(rows)]];
    }),
  );
  await insertMany(
    db,
    'candidate',
    ['id', 'reason', 'text', 'state', 'agencies', 'rows'],
    [...candidates.values()],
  );
}

/** Writes the derived tables that claims and decisions change. */
export async function writeWords(
  db: Db,
  { lineage, gone, agencies, intervals, words, contradictions }: Derived,
): Promise<void> {
  const redirects = new Map([
    ...lineage.redirects.map(({ from, to }) => [from, gone.get(to) ?? to] as const),
    ...gone,
  ]);
  await insertMany(db, 'redirect', ['id', 'target'], [...redirects]);
  await agencyRows(db, agencies);
  await intervalRows(db, intervals);
  await insertMany(
    db,
    'claim_state',
    ['claim', 'seq', 'agency', 'review', 'decision', 'patch', 'open', 'candidates'],
    words.map((w) => [
      w.id,
      w.seq,
      w.agency,
      w.review,
      w.decision?.hash ?? null,
      w.patch && JSON.stringify(w.patch),
      w.open,
      JSON.stringify(w.candidates),
    ]),
  );
  await insertMany(
    db,
    'contradiction',
    ['id', 'kind', 'agency', 'programme', 'opened', 'closed', 'detail', 'a', 'b'],
    contradictions.map((c) => [
      c.id,
      c.kind,
      c.agency,
      c.programme,
      c.opened,
      c.closed,
      c.detail,
      JSON.stringify(c.a),
      JSON.stringify(c.b),
    ]),
  );
}

/** Writes rows of agencies. */
export async function agencyRows(db: Db, agencies: readonly Agency[]): Promise<void> {
  const rows = agencies.map((a) => [a.id, a.name, a.kind, a.state, countyOf(a), JSON.stringify(a)]);
  await insertMany(db, 'agency', ['id', 'name', 'kind', 'state', 'county', 'facts'], rows);
}

/** Writes rows of intervals, numbered from `first`. */
export async function intervalRows(db: Db, intervals: readonly DerivedInterval[], first = 0): Promise<void> {
  await insertMany(
    db,
    'interval',
    INTERVAL,
    intervals.map((interval, i) => intervalRow(interval, first + i)),
  );
}

const LINE_AGENCY = ['line', 'agency', 'agreement', 'name', 'state', 'programme', 'signed'] as const;

function lineAgencies({ lineage, agencies }: DerivedLists): Value[][] {
  const byId = new Map(agencies.map((agency) => [agency.id, agency]));
  return lineage.byLine.map(({ agency, agreement: index }, i) => {
    const known = agency === null ? undefined : byId.get(agency);
    const agreement = lineage.agreements[index];
    return [
      i + 1,
      agency,
      agreement ? index : null,
      known?.name ?? '',
      known?.state ?? null,
      agreement?.programme ?? '287g',
      agreement?.signed ?? null,
    ];
  });
}

const INTERVAL = [
  'id',
  'agency',
  'programme',
  'position',
  'from_min',
  'from_max',
  'from_any',
  'to_min',
  'to_max',
  'last_seen',
  'seen_min',
  'said',
  'about',
  'agreement',
  'signed',
  'claims',
  'node',
] as const;

function intervalRow(interval: DerivedInterval, id: number): Value[] {
  const { from, to } = interval;
  const begins = from.max ?? from.min ?? OPEN_END;
  const first = from.min ?? begins;
  const end = to === null ? OPEN_END : (to.max ?? OPEN_END);
  return [
    id,
    interval.agency,
    interval.programme,
    interval.position,
    from.min,
    begins,
    first,
    to === null ? OPEN_END : (to.min ?? to.max ?? OPEN_END),
    end,
    interval.lastSeen,
    interval.seenMin,
    interval.said ? 1 : 0,
    [from.about && 'from', to?.about && 'to'].filter(Boolean).join(' '),
    interval.agreementIndex,
    interval.signed,
    JSON.stringify(interval.claims),
    nodeOf(first, end),
  ];
}
