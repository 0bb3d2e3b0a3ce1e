import { existsSync, readdirSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { type RawBuilder, sql } from 'kysely';
import { type Effects, UserError } from '../base/index.ts';
import { getBlob, putBlob } from '../capture/index.ts';
import { appendEvent } from './events.ts';
import { LINE_COLUMNS } from './lines.ts';
import { type Db, inTransaction, type OpenRecord, openRecord } from './open.ts';
import { forgetPast } from './past.ts';
import { rebuild } from './rebuild.ts';
import { forgetKept } from './stale.ts';

/** What a merge brought: rows that the record did not have. */
export interface MergedCounts {
  captures: number;
  claims: number;
  decisions: number;
}

/**
 * Makes a record the union of itself and others. What both have stays once, learned at the earlier of the two times;
 * decisions keep their seals, and the next one seals the heads of both chains. The order of merging does not matter, and
 * merging the same again changes nothing.
 */
export async function mergeRecords(
  record: OpenRecord,
  dirs: string[],
  effects: Effects,
): Promise<MergedCounts> {
  const total: MergedCounts = { captures: 0, claims: 0, decisions: 0 };
  for (const [done, dir] of dirs.entries()) {
    await broughtUpToDate(dir);
    if (realpathSync(dir) === realpathSync(record.dir)) continue;
    copyBytes(join(dir, 'captures'), record.captures);
    const counts = await attached(record.db, join(dir, 'record.db'), (db) => mergeInto(db, dir, effects));
    for (const key of Object.keys(total) as (keyof MergedCounts)[]) total[key] += counts[key];
    effects.progress(done + 1, dirs.length, 'records merged');
  }
  await rebuild(record);
  return total;
}

/** Opening a record brings its schema up to date, or refuses it. */
async function broughtUpToDate(dir: string): Promise<void> {
  const { db } = await openRecord(dir);
  await db.destroy();
}

/** Bytes come before the rows that name them: a kill in between leaves bytes too many, never a capture without its bytes. */
function copyBytes(from: string, to: string): void {
  if (!existsSync(from)) return;
  for (const entry of readdirSync(from, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !/^[0-9a-f]{64}$/.test(entry.name) || getBlob(to, entry.name)) continue;
    const bytes = getBlob(from, entry.name);
    if (!bytes)
      throw new UserError(
        `capture ${JSON.stringify(entry.name)} of ${from} cannot be read; run verify on that record`,
      );
    putBlob(to, bytes);
  }
}

/** Runs `work` in a transaction that sees another record's database as `other`. */
async function attached<T>(db: Db, file: string, work: (db: Db) => Promise<T>): Promise<T> {
  await sql`attach database ${file} as other`.execute(db);
  try {
    return await inTransaction(db, work);
  } finally {
    await sql`detach database other`.execute(db);
  }
}

async function mergeInto(db: Db, dir: string, effects: Effects): Promise<MergedCounts> {
  const before = await sizes(db);
  for (const statement of STATEMENTS) await statement.execute(db);
  await forgetPast(db);
  await forgetKept(db);
  const after = await sizes(db);
  const counts = {
    captures: after.captures - before.captures,
    claims: after.claims - before.claims,
    decisions: after.decisions - before.decisions,
  };
  if (Object.values(counts).some((n) => n > 0))
    await appendEvent(db, 'merge', { from: dir, ...counts }, effects);
  return counts;
}

async function sizes(db: Db): Promise<MergedCounts> {
  const { rows } =
    await sql<MergedCounts>`select (select count(*) from capture) as captures, (select count(*) from claim) as claims,
    (select count(*) from decision) as decisions`.execute(db);
  return rows[0] as MergedCounts;
}

/** Rows that are known by a key of their content: new ones are added; of two versions the one recorded first stays. */
function keyed(table: string, key: string[], rest: string[]): RawBuilder<unknown>[] {
  const columns = sql.join([...key, ...rest].map((name) => sql.ref(name)));
  const same = sql.join(
    key.map((name) => sql`o.${sql.ref(name)} = t.${sql.ref(name)}`),
    sql` and `,
  );
  const version = (alias: string) =>
    sql`json_array(${sql.join(['recorded', ...rest].map((name) => sql.ref(`${alias}.${name}`)))})`;
  const values = sql.join(rest.map((name) => sql.ref(`o.${name}`)));
  const from = sql`from other.${sql.ref(table)} o`;
  return [
    sql`update ${sql.ref(table)} as t set (${sql.join(rest.map((name) => sql.ref(name)))}) = (select ${values} ${from} where ${same})
      where exists (select 1 ${from} where ${same} and ${version('o')} < ${version('t')})`,
    sql`insert into ${sql.ref(table)} (${columns}) select ${columns} ${from} where not exists (select 1 from ${sql.ref(table)} t where ${same})`,
  ];
}

const SIGHTING = sql`c.sha is oc.sha and s.origin = o.origin and s.retrieved = o.retrieved and s.status is o.status
  and s.headers is o.headers and s.error is o.error and s.published is o.published and s.publisher is o.publisher`;
const SAME_LINE = sql.join(
  LINE_COLUMNS.map((name) => sql`n.${sql.ref(name)} = o.${sql.ref(name)}`),
  sql` and `,
);
const COLUMNS_OF_LINE = sql.join(LINE_COLUMNS.map((name) => sql.ref(name)));
const CLAIM =
  `id content kind written name state place given_agency programme position speaker role on_behalf_of speaks_for_agency
  via date effective evidence rules confidence summary source recorded`.split(/\s+/);
const CLAIM_COLUMNS = sql.join(CLAIM.map((name) => sql.ref(name)));
const OF_OTHER = sql.join(CLAIM.map((name) => sql.ref(`o.${name}`)));

// In this order: what is named comes before what names it. Numbers of the other record are mapped by content.
const STATEMENTS: RawBuilder<unknown>[] = [
  ...keyed('source', ['id'], ['title', 'publisher', 'published', 'url', 'kind', 'note', 'recorded']),
  ...keyed('instrument', ['id', 'facts'], ['recorded']),
  ...keyed('provision', ['id', 'facts'], ['recorded']),
  ...keyed('registry', ['id', 'origin', 'agency'], ['recorded']),
  ...keyed(
    'capture',
    ['sha'],
    ['size', 'form', 'reader', 'version', 'title', 'publisher', 'published', 'lang', 'recorded'],
  ),
  sql`create temporary table capture_of as select o.id as other, c.id as own, l.capture is null as fresh
    from other.capture o join capture c on c.sha = o.sha left join list l on l.capture = c.id`,
  sql`insert into line (id, ${COLUMNS_OF_LINE}) select (select coalesce(max(id), 0) from line) + row_number() over (order by o.id), ${COLUMNS_OF_LINE}
    from other.line o where not exists (select 1 from line n where ${SAME_LINE})`,
  sql`create temporary table line_of as select o.id as other, n.id as own from other.line o join line n on ${SAME_LINE}`,
  sql`create index temp.line_of_other on line_of(other)`,
  sql`insert into listing (capture, "row", line) select m.own, o."row", n.own from other.listing o
    join capture_of m on m.other = o.capture and m.fresh join line_of n on n.other = o.line`,
  sql`insert into list (capture, kind, sheet, columns, modified) select m.own, o.kind, o.sheet, o.columns, o.modified
    from other.list o join capture_of m on m.other = o.capture and m.fresh`,
  sql`update sighting as s set recorded = o.recorded from other.sighting o left join other.capture oc on oc.id = o.capture, sighting t
    left join capture c on c.id = t.capture where t.id = s.id and ${SIGHTING} and o.recorded < s.recorded`,
  sql`insert into sighting (capture, origin, retrieved, status, headers, error, published, publisher, recorded)
    select m.own, o.origin, o.retrieved, o.status, o.headers, o.error, o.published, o.publisher, o.recorded from other.sighting o
    left join other.capture oc on oc.id = o.capture left join capture_of m on m.other = o.capture
    where not exists (select 1 from sighting s left join capture c on c.id = s.capture where ${SIGHTING})`,
  sql`insert into claim (capture, ${CLAIM_COLUMNS}) select m.own, ${OF_OTHER} from other.claim o left join capture_of m on m.other = o.capture
    where not exists (select 1 from claim t where t.content = o.content)`,
  sql`update claim as t set recorded = o.recorded from other.claim o where o.content = t.content and o.recorded < t.recorded`,
  sql`insert into reading (capture, reader, version, claims, recorded) select m.own, o.reader, o.version, o.claims, o.recorded
    from other.reading o join capture_of m on m.other = o.capture where not exists
    (select 1 from reading t where t.capture = m.own and t.claims = o.claims and t.recorded = o.recorded)`,
  sql`insert into decision (hash, prev, kind, subject, value, answers, actor, reason, recorded)
    select hash, prev, kind, subject, value, answers, actor, reason, recorded from other.decision o
    where not exists (select 1 from decision t where t.hash = o.hash) order by recorded, hash`,
  sql`insert into event (id, kind, facts, recorded) select id, kind, facts, recorded from other.event o
    where not exists (select 1 from event t where t.id = o.id) order by recorded, id`,
  ...keyed('citation', ['id'], ['lists', 'facts', 'recorded']),
  sql`update meta set value = (select max(value) from other.meta o where o.key = 'recorded')
    where key = 'recorded' and value < (select max(value) from other.meta o where o.key = 'recorded')`,
  sql`insert into meta (key, value) select key, value from other.meta o where key = 'recorded'
    and not exists (select 1 from meta t where t.key = 'recorded')`,
  sql`drop table temp.capture_of`,
  sql`drop table temp.line_of`,
];
