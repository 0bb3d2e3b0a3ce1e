import { addDays, boundsOf, type Day, UserError } from '../base/index.ts';
import type { Programme } from '../claim/index.ts';
import {
  demandConsistent,
  demandSound,
  type LawBook,
  type LawRow,
  readLawBook,
  standingSpans,
} from '../law/index.ts';
import { insertMany } from './bulk.ts';
import { inForce, readDecisions } from './decisions.ts';
import type { Db } from './open.ts';

/** A provision that asks something of agencies in practice, over one stretch of days on which it certainly was in force. */
export interface Law {
  provision: string;
  effect: 'requires' | 'forbids';
  programme: Programme;
  /** Two-letter state that it binds, or null for the whole country. */
  state: string | null;
  /** County FIPS that it binds, or null for the whole state. */
  county: string | null;
  /** Kinds of agency that it binds, or null for all. */
  kinds: string[] | null;
  from: Day;
  to: Day | null;
  /** The last day that its deadline can be: only then it certainly binds who stood otherwise before. Null where it has none. */
  deadline: Day | null;
}

/** The instruments and provisions that the record held at a moment (RFC 3339), each in its newest version of then. */
export async function readBook(db: Db, until: string): Promise<LawBook> {
  const sources = await db
    .selectFrom('source')
    .select(['id', 'published'])
    .where('recorded', '<=', until)
    .execute();
  const published = sources.flatMap(({ id, published }) => {
    const day = published === null ? null : boundsOf(published)?.max;
    return day ? [[id, day] as const] : [];
  });
  const all = await newest(db, 'instrument', until);
  const provisions = await newest(db, 'provision', until);
  const instruments = await accepted(db, all, until);
  const rows =
    instruments.length === all.length ? { instruments, provisions } : without(instruments, provisions);
  return readLawBook(rows, new Map(published));
}

/** What is left of the law where instruments were taken out: nothing leads to one that is gone. */
function without(instruments: LawRow[], provisions: LawRow[]) {
  const held = new Set(instruments.map(({ instrument_id }) => instrument_id));
  let left = provisions.filter(({ instrument_id }) => held.has(instrument_id));
  for (let before = -1; before !== left.length; ) {
    before = left.length;
    const ids = new Set(left.map(({ provision_id }) => provision_id));
    left = left.filter(({ acts_on }) => (acts_on ?? '').split('|').every((id) => id === '' || ids.has(id)));
  }
  const kept = instruments.map((row) =>
    row.superseded_by && !held.has(row.superseded_by) ? { ...row, superseded_by: '' } : row,
  );
  return { instruments: kept, provisions: left };
}

/** Without those that came from a source by a person's word that has been taken back. */
async function accepted(db: Db, rows: LawRow[], until: string): Promise<LawRow[]> {
  if (!rows.some(({ source_id }) => source_id?.startsWith('sha256:'))) return rows;
  const decisions = [...inForce(await readDecisions(db, until)).values()];
  const ids = new Set(
    decisions.flatMap(({ kind, value }) =>
      kind === 'accept' ? (value.instrument?.instrument_id ?? []) : [],
    ),
  );
  return rows.filter(
    ({ instrument_id = '', source_id }) => !source_id?.startsWith('sha256:') || ids.has(instrument_id),
  );
}

/** Every version of the rows of a table, by id, oldest first. */
async function versions(
  db: Db,
  table: 'instrument' | 'provision',
  until: string,
): Promise<Map<string, LawRow[]>> {
  const rows = await db
    .selectFrom(table)
    .select(['id', 'facts'])
    .where('recorded', '<=', until)
    .orderBy('recorded')
    .orderBy('facts')
    .execute();
  const byId = new Map<string, LawRow[]>();
  for (const { id, facts } of rows) byId.set(id, [...(byId.get(id) ?? []), JSON.parse(facts) as LawRow]);
  return byId;
}

async function newest(db: Db, table: 'instrument' | 'provision', until: string): Promise<LawRow[]> {
  const byId = await versions(db, table, until);
  return [...byId].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, rows]) => rows.at(-1)!);
}

/**
 * Adds instruments and provisions; a row that differs from the newest of its id is a new version, one that does not is passed
 * over. Checks them together with what the record holds and throws a UserError, writing nothing, when they do not fit.
 * `sources` are only checked here.
 */
export async function appendLaw(
  db: Db,
  rows: { instruments: readonly LawRow[]; provisions: readonly LawRow[]; sources?: readonly LawRow[] },
  time: string,
): Promise<{ instruments: number; provisions: number }> {
  demandSound(rows);
  demandIssued(rows.instruments, time);
  const held = {
    instruments: await versions(db, 'instrument', time),
    provisions: await versions(db, 'provision', time),
  };
  const latest = (byId: Map<string, LawRow[]>) => [...byId.values()].map((all) => all.at(-1)!);
  const book = readLawBook(
    {
      instruments: [...latest(held.instruments), ...rows.instruments],
      provisions: [...latest(held.provisions), ...rows.provisions],
    },
    new Map(),
  );
  const ids = [
    ...rows.instruments.map((row) => row.instrument_id),
    ...rows.provisions.map((row) => row.provision_id),
  ];
  demandConsistent(book, new Set(ids.filter((id) => id !== undefined)));
  await demandSources(db, book);
  const instruments = fresh(held.instruments, rows.instruments, 'instrument_id');
  const provisions = fresh(held.provisions, rows.provisions, 'provision_id');
  const ignore = { ignore: true };
  const columns = ['id', 'facts', 'recorded'] as const;
  await insertMany(
    db,
    'instrument',
    columns,
    instruments.map(([id, facts]) => [id, facts, time]),
    ignore,
  );
  await insertMany(
    db,
    'provision',
    columns,
    provisions.map(([id, facts]) => [id, facts, time]),
    ignore,
  );
  return { instruments: instruments.length, provisions: provisions.length };
}

// Texts are issued for a day to come, but not years ahead: such a year is a slip of the hand, or a feed's.
function demandIssued(rows: readonly LawRow[], time: string): void {
  const last = addDays(time.slice(0, 10), 366);
  for (const { instrument_id, issued } of rows) {
    const first = issued ? boundsOf(issued)?.min : null;
    if (first && first > last)
      throw new UserError(
        `issued ${JSON.stringify(issued)} of ${JSON.stringify(instrument_id)} lies too far ahead; correct it (of a proposal with --set issued=DAY)`,
      );
  }
}

async function demandSources(db: Db, { instruments, provisions }: LawBook): Promise<void> {
  const known = new Set((await db.selectFrom('source').select('id').execute()).map(({ id }) => id));
  const captures = await db.selectFrom('capture').select('sha').where('form', '=', 'text').execute();
  for (const { sha } of captures) known.add(`sha256:${sha}`);
  for (const { id, source } of [...instruments.values(), ...provisions.values()]) {
    if (!known.has(source))
      throw new UserError(
        `source ${JSON.stringify(source)} of ${JSON.stringify(id)} is not in sources.csv; add it there`,
      );
  }
}

// A version is known by its content; one that comes back after another is told from its first time by how often it was there.
function fresh(
  held: ReadonlyMap<string, readonly LawRow[]>,
  rows: readonly LawRow[],
  key: string,
): [string, string][] {
  return rows.flatMap((row): [string, string][] => {
    const id = row[key] ?? '';
    const facts = JSON.stringify(row);
    const before = (held.get(id) ?? []).map(({ again, ...one }) => JSON.stringify(one));
    if (before.at(-1) === facts) return [];
    const times = before.filter((one) => one === facts).length;
    return [[id, times === 0 ? facts : JSON.stringify({ ...row, again: String(times) })]];
  });
}

/** What the provisions of a book require and forbid, stretch by stretch. Guidelines bind nobody and are left out. */
export function lawsOf(book: LawBook): Law[] {
  return [...book.provisions.values()].flatMap((provision) => {
    const { id, effect, programmes, kinds, deadline } = provision;
    const instrument = book.instruments.get(provision.instrument);
    if (!instrument || instrument.kind === 'guideline') return [];
    if (effect !== 'requires' && effect !== 'forbids') return [];
    const spans = standingSpans(book, provision).filter(
      ({ state, certain }) => state === 'in-force' && certain,
    );
    return spans.flatMap(({ from, to }) =>
      programmes.map((programme) => ({
        provision: id,
        effect,
        programme,
        ...instrument.jurisdiction,
        kinds,
        from: from ?? '0000-01-01',
        to,
        // A deadline without a last day never certainly comes.
        deadline: deadline === null ? null : (boundsOf(deadline)?.max ?? '9999-12-31'),
      })),
    );
  });
}

/** Adds sources; one that the record holds under its id stays as it is. `rows` are those of `sources.csv`. */
export async function appendSources(db: Db, rows: readonly LawRow[], time: string): Promise<number> {
  const held = new Set((await db.selectFrom('source').select('id').execute()).map(({ id }) => id));
  const fresh = rows.filter(({ source_id }) => source_id && !held.has(source_id));
  for (const row of fresh)
    if (!row.title)
      throw new UserError(`source row ${JSON.stringify(row.source_id)} has no title; fill it in`);
  await insertMany(
    db,
    'source',
    ['id', 'title', 'publisher', 'published', 'url', 'kind', 'note', 'recorded'],
    fresh.map((row) => [
      row.source_id ?? '',
      row.title ?? '',
      row.publisher || null,
      row.published || null,
      row.url || null,
      row.kind || null,
      row.accessed_via || null,
      time,
    ]),
    { ignore: true },
  );
  return fresh.length;
}
