import { sql } from 'kysely';
import {
  type Agency,
  buildRegistry,
  type Lineage,
  type Registry,
  resolveLists,
  resolveMention,
} from '../resolve/index.ts';
import { setMeta } from './append.ts';
import { insertMany, type Value } from './bulk.ts';
import { type Log, readLog, type WordRow } from './log.ts';
import { DERIVED_TABLES } from './migrations.ts';
import { type Db, inTransaction, type OpenRecord } from './open.ts';
import { type DerivedInterval, positionIntervals, type Word } from './positions.ts';

/** Everything that the log amounts to at one moment of record time. */
export interface Derived {
  lineage: Lineage;
  agencies: Agency[];
  intervals: DerivedInterval[];
  /** Agency of each claim that is no row of a list; null where it is open. */
  wordAgencies: Map<string, string | null>;
}

// Counted up when a rule changes what is derived, so that a newer program derives an older record again.
const RULES = '1';
/** The end of an interval that nothing ended: later than every day, so that one comparison serves. */
export const OPEN_END = '9999-12-31';

/** Agencies, agreements and intervals of a log. Pure; the same log always gives the same result. */
export function derive(log: Log): Derived {
  const base = buildRegistry(log.registry);
  const lineage = resolveLists(log.files, log.lines, base, log.decisions);
  const registry = buildRegistry([...lineage.agencies, ...base.agencies]);
  const agencies = new Map(registry.byId);
  const wordAgencies = new Map<string, string | null>();
  const words: Word[] = [];
  for (const row of log.words) {
    const agency = row.given_agency ?? agencyOf(registry, row, agencies);
    wordAgencies.set(row.id, agency);
    if (agency !== null) words.push({ ...row, agency } as Word);
  }
  const intervals = positionIntervals(lineage.agreements, lineage.publications, words);
  return {
    lineage,
    agencies: [...agencies.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
    intervals,
    wordAgencies,
  };
}

function agencyOf(registry: Registry, row: WordRow, agencies: Map<string, Agency>): string | null {
  const { written, name, state, place } = row;
  const found = resolveMention(registry, { written, name, state, place });
  if (!found.agency) return null;
  if (!agencies.has(found.agency.id)) agencies.set(found.agency.id, found.agency);
  return found.agency.id;
}

/** Derives from the whole log and replaces the derived tables with the result, all or nothing. */
export function rebuild(record: OpenRecord): Promise<Derived> {
  return inTransaction(record.db, async (db) => {
    const derived = derive(await readLog(db, OPEN_END));
    for (const table of DERIVED_TABLES) await sql`delete from ${sql.table(table)}`.execute(db);
    await writeDerived(db, derived);
    await setMeta(db, 'derived', await logState(db));
    return derived;
  });
}

/** True when the log has grown since the derived tables were written, as after a kill between the two. */
export async function isStale(db: Db): Promise<boolean> {
  const row = await db.selectFrom('meta').select('value').where('key', '=', 'derived').executeTakeFirst();
  return row?.value !== (await logState(db));
}

async function logState(db: Db): Promise<string> {
  const counts: (number | string)[] = [RULES];
  for (const table of ['capture', 'sighting', 'claim', 'registry', 'decision'] as const) {
    const row = await db.selectFrom(table).select(db.fn.countAll<number>().as('n')).executeTakeFirstOrThrow();
    counts.push(row.n);
  }
  return counts.join(' ');
}

/** Writes derived facts into the derived tables, or into temporary ones of the same names, which hide them. */
export async function writeDerived(db: Db, derived: Derived): Promise<void> {
  const { lineage, agencies, intervals } = derived;
  const captures = new Map(
    (await db.selectFrom('capture').select(['sha', 'id']).execute()).map(({ sha, id }) => [sha, id]),
  );
  await insertMany(
    db,
    'agency',
    ['id', 'name', 'kind', 'state', 'facts'],
    agencies.map((a) => [a.id, a.name, a.kind, a.state, JSON.stringify(a)]),
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
  await insertMany(db, 'line_agency', LINE_AGENCY, lineAgencies(derived));
  await insertMany(db, 'interval', INTERVAL, intervals.map(intervalRow));
  const words = [...derived.wordAgencies].filter(([, agency]) => agency !== null);
  await insertMany(db, 'claim_agency', ['claim', 'agency'], words);
}

const LINE_AGENCY = ['line', 'agency', 'agreement', 'name', 'state', 'programme', 'signed'] as const;

function lineAgencies({ lineage, agencies }: Derived): Value[][] {
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
  'to_min',
  'to_max',
  'last_seen',
  'agreement',
  'signed',
  'claims',
] as const;

function intervalRow(interval: DerivedInterval, id: number): Value[] {
  const { from, to } = interval;
  return [
    id,
    interval.agency,
    interval.programme,
    interval.position,
    from.min,
    from.max ?? from.min ?? OPEN_END,
    to === null ? OPEN_END : (to.min ?? to.max ?? OPEN_END),
    to === null ? OPEN_END : (to.max ?? OPEN_END),
    interval.lastSeen,
    interval.agreementIndex,
    interval.signed,
    JSON.stringify(interval.claims),
  ];
}
