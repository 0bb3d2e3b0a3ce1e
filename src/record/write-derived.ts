import { contentId, type Day } from '../base/index.ts';
import { type Agency, type Agreement, citedLines } from '../resolve/index.ts';
import { countyOf } from './agencies.ts';
import { insertMany, type Value } from './bulk.ts';
import { type CitedPlace, writeCited } from './cited.ts';
import { nodeOf } from './day-tree.ts';
import { type Derived, type DerivedLists, OPEN_END } from './derive.ts';
import type { Db } from './open.ts';
import { replaceFacts, replaceNumbered, replaceRows } from './replace.ts';
import type { DerivedInterval } from './spoken.ts';

interface Writing {
  lists?: boolean;
  day?: Day | undefined;
  touched?: ReadonlySet<string> | undefined;
}

/**
 * Makes the derived tables (or temporary ones of the same names, which hide them) say what was derived, writing only rows
 * that differ. With `lists` false, those that follow from the lists alone are left as they are. With a `day` of record time,
 * rows that give way on it are kept as past where a status asks them (`past.ts`). `touched` are the agencies that can differ
 * from the rows that are there (`touched.ts`); without it, all.
 */
export async function writeDerived(
  db: Db,
  derived: Derived,
  { lists = true, day, touched }: Writing = {},
): Promise<void> {
  const numbers = await agreementNumbers(db, derived.lineage.agreements);
  if (lists) await writeLists(db, derived, numbers, day);
  await writeWords(db, derived, numbers, { day, touched });
}

/** The number of each agreement in the record: one that is there keeps its own, so that rows which point to it stay. */
async function agreementNumbers(db: Db, agreements: readonly Agreement[]): Promise<number[]> {
  const known = new Map<string, number>();
  let next = 0;
  for (const { id, idx } of await db.selectFrom('agreement').select(['id', 'idx']).execute()) {
    known.set(id, idx);
    if (idx >= next) next = idx + 1;
  }
  return agreements.map(({ id }) => {
    const number = known.get(id);
    known.delete(id);
    return number ?? next++;
  });
}

async function writeLists(
  db: Db,
  lists: DerivedLists,
  numbers: readonly number[],
  day: Day | undefined,
): Promise<void> {
  const { lineage, log } = lists;
  const captures = new Map(
    (await db.selectFrom('capture').select(['sha', 'id']).execute()).map(({ sha, id }) => [sha, id]),
  );
  const citedLists = new Map(log.cited?.citation.lists.map(({ sha }, idx) => [sha, -1 - idx]));
  await replaceRows(
    db,
    'agreement',
    ['idx', 'id', 'agency', 'facts'],
    lineage.agreements.map((a, i) => [numbers[i] ?? -1, a.id, a.agency, JSON.stringify(a)]),
  );
  await replaceRows(
    db,
    'publication',
    ['idx', 'capture', 'kind', 'day', 'ord', 'rule', 'repeats'],
    lineage.publications.map((p, i) => [
      i,
      (log.held.has(p.capture) ? captures : citedLists).get(p.capture) ?? null,
      p.kind,
      p.day,
      p.order,
      p.rule,
      JSON.stringify(p.repeats),
    ]),
    { day },
  );
  await replaceRows(db, 'line_agency', LINE_AGENCY, lineAgencies(lists, numbers), { day });
  await replaceRows(db, 'basis', ['id', 'agency', 'kind', 'rule', 'facts'], basisRows(lists));
  await writeCited(db, log, citedPlaces(lists, numbers), day);
  const candidates = new Map(
    lineage.candidates.map(({ reason, text, state, agencies, rows }) => {
      const id = contentId(reason, text, state, ...agencies);
      return [id, [id, reason, text, state, JSON.stringify(agencies), JSON.stringify(rows)]];
    }),
  );
  await replaceRows(
    db,
    'candidate',
    ['id', 'reason', 'text', 'state', 'agencies', 'rows'],
    [...candidates.values()],
  );
}

/** Writes the derived tables that claims and decisions change. */
async function writeWords(
  db: Db,
  { lineage, gone, agencies, intervals, words, anchors, contradictions }: Derived,
  numbers: readonly number[],
  { day, touched }: Pick<Writing, 'day' | 'touched'>,
): Promise<void> {
  const redirects = new Map([
    ...lineage.redirects.map(({ from, to }) => [from, gone.get(to) ?? to] as const),
    ...gone,
  ]);
  await replaceRows(db, 'redirect', ['id', 'target'], [...redirects]);
  await replaceFacts(db, 'agency', { columns: AGENCY, rowOf: agencyRow, day, only: touched }, agencies);
  await replaceNumbered(
    db,
    'interval',
    INTERVAL,
    intervals.map((interval) => intervalRow(interval, numbers)),
    // Every list moves these, and no status tells them: a past for each would be longer than the lists.
    { day, quiet: ['last_seen', 'seen_min'] },
  );
  await replaceRows(
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
  await replaceRows(
    db,
    'anchor',
    ['claim', 'sha', 'published', 'evidence'],
    anchors.map(({ claim, sha, published, evidence }) => [claim, sha, published, JSON.stringify(evidence)]),
  );
  await replaceRows(
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
      JSON.stringify(c.differs),
      JSON.stringify(c.a),
      JSON.stringify(c.b),
    ]),
  );
}

const AGENCY = ['id', 'name', 'kind', 'state', 'county', 'facts'] as const;

function agencyRow(agency: Agency, facts = JSON.stringify(agency)): Value[] {
  const { id, name, kind, state } = agency;
  return [id, name, kind, state, countyOf(agency), facts];
}

/** Writes rows of agencies. */
export async function agencyRows(db: Db, agencies: readonly Agency[]): Promise<void> {
  await insertMany(
    db,
    'agency',
    AGENCY,
    agencies.map((agency) => agencyRow(agency)),
  );
}

/** Writes rows of intervals, numbered from `first`. */
export async function intervalRows(db: Db, intervals: readonly DerivedInterval[], first = 0): Promise<void> {
  await insertMany(
    db,
    'interval',
    INTERVAL,
    intervals.map((interval, i) => [first + i, ...intervalRow(interval)]),
  );
}

const LINE_AGENCY = ['line', 'agency', 'agreement', 'name', 'state', 'programme', 'signed'] as const;

/** Merges and repairs by agency; mended links are too many to be worth naming. */
function basisRows({ lineage, gone }: DerivedLists): Value[][] {
  const live = (agency: string) => gone.get(agency) ?? agency;
  const row = (agency: string, kind: 'merge' | 'repair', rule: string, facts: object): [string, Value[]] => {
    const text = JSON.stringify(facts);
    const id = contentId(agency, kind, text);
    return [id, [id, live(agency), kind, rule, text]];
  };
  const rows = new Map([
    ...lineage.merges.map((merge) => row(merge.agency, 'merge', merge.rule, merge)),
    ...lineage.repairs.flatMap((repair) =>
      repair.agency === null || repair.column === 'moa'
        ? []
        : [row(repair.agency, 'repair', repair.rule, repair)],
    ),
  ]);
  return [...rows.values()];
}

/** Agency and agreement of each cited listing: those of whichever of its lines stands on a list that is not captured. */
function citedPlaces({ lineage, log }: DerivedLists, numbers: readonly number[]): CitedPlace[] {
  if (!log.cited || log.citedLines === 0) return [];
  return citedLines(log.cited.citation).map((lines) => {
    const places = lines.map((line) => lineage.byLine[line]!);
    const { agency, agreement } = places.find((place) => place.agency !== null) ?? NOWHERE;
    return { agency, agreement: numbers[agreement] ?? null };
  });
}

const NOWHERE = { agency: null, agreement: -1 };

function lineAgencies({ lineage, log, agencies }: DerivedLists, numbers: readonly number[]): Value[][] {
  const byId = new Map(agencies.map((agency) => [agency.id, agency]));
  return lineage.byLine.slice(log.citedLines).map(({ agency, agreement: index }, i) => {
    const known = agency === null ? undefined : byId.get(agency);
    const agreement = lineage.agreements[index];
    return [
      i + 1,
      agency,
      numbers[index] ?? null,
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
  'certain_to',
] as const;

/** The columns of an interval but for its number; without `numbers` its agreement is numbered as it was derived. */
function intervalRow(interval: DerivedInterval, numbers?: readonly number[]): Value[] {
  const { from, to } = interval;
  const begins = from.max ?? from.min ?? OPEN_END;
  const first = from.min ?? begins;
  const end = to === null ? OPEN_END : (to.max ?? OPEN_END);
  const index = interval.agreementIndex;
  return [
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
    index === null || !numbers ? index : (numbers[index] ?? null),
    interval.signed,
    JSON.stringify(interval.claims),
    nodeOf(first, end),
    interval.certainTo,
  ];
}
