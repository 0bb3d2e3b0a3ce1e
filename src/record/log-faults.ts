import { sql } from 'kysely';
import { readDecisions } from './decisions.ts';
import { lastRecorded } from './meta.ts';
import type { Db } from './open.ts';
import { readingsInOrder } from './readings.ts';
import { countsNoted } from './stale.ts';

// Rows are numbered one after another and never taken out: a number that is missing was.
const NUMBERED = {
  capture: 'id',
  sighting: 'id',
  line: 'id',
  reading: 'id',
  claim: 'seq',
  registry: 'seq',
  decision: 'seq',
  event: 'seq',
} as const;
const TIMED = [
  'capture',
  'sighting',
  'reading',
  'source',
  'claim',
  'registry',
  'decision',
  'event',
  'instrument',
  'provision',
  'citation',
] as const;

/** What the log lacks, and where its clock was set back: a line each. */
export async function logFaults(db: Db): Promise<string[]> {
  return [
    ...new Set([
      ...(await lostRows(db)),
      ...(await gaps(db)),
      ...(await lostReadClaims(db)),
      ...(await lostDecided(db)),
      ...(await clockFaults(db)),
    ]),
  ];
}

/**
 * Rows that the log lacks since its tables were last derived: the claims that stand in these by name, and of each table how
 * many. To be asked before anything is derived again, for that takes the log as it finds it.
 */
export async function lostRows(db: Db): Promise<string[]> {
  const claims = await db
    .selectFrom('claim_state as s')
    .leftJoin('claim as c', (join) => join.onRef('c.seq', '=', 's.seq').onRef('c.id', '=', 's.claim'))
    .select('s.claim')
    .where('c.seq', 'is', null)
    .orderBy('s.claim')
    .execute();
  const counts = await countsNoted(db);
  const fewer = counts.filter(({ now, before }) => now < before);
  return [
    ...claims.map(({ claim }) => `claim ${claim}: its row is missing`),
    ...fewer.map(({ table, now, before }) => `log table ${table}: ${now} rows, where there were ${before}`),
  ];
}

async function gaps(db: Db): Promise<string[]> {
  const faults: string[] = [];
  for (const [table, key] of Object.entries(NUMBERED)) {
    const { rows } = await sql<{ first: number; last: number }>`select before + 1 as first, number - 1 as last
      from (select ${sql.ref(key)} as number, lag(${sql.ref(key)}, 1, 0) over (order by ${sql.ref(key)}) as before
        from ${sql.table(table)}) where number > before + 1`.execute(db);
    for (const { first, last } of rows)
      faults.push(
        first === last
          ? `log table ${table}: row ${first} is missing`
          : `log table ${table}: rows ${first} to ${last} are missing`,
      );
  }
  return faults;
}

/** Claims that a reading found and that the log does not have. */
async function lostReadClaims(db: Db): Promise<string[]> {
  const known = new Set((await db.selectFrom('claim').select('content').execute()).map((row) => row.content));
  return (await readingsInOrder(db)).flatMap(({ sha, claims, recorded }) =>
    (JSON.parse(claims) as string[])
      .filter((content) => !known.has(content))
      .map(
        (content) =>
          `claim with content ${content}, read in sha256:${sha} at ${recorded}: its row is missing`,
      ),
  );
}

/** Claims that somebody decided on and that the log does not have. */
async function lostDecided(db: Db): Promise<string[]> {
  const known = new Set((await db.selectFrom('claim').select('id').execute()).map(({ id }) => `claim:${id}`));
  return (await readDecisions(db, '9999')).flatMap(({ subject }) =>
    subject.startsWith('claim:') && !known.has(subject)
      ? [`${subject.replace(':', ' ')}: its row is missing`]
      : [],
  );
}

/** The record's own note of when it last learned something, where a row of the log is younger than that. */
async function clockFaults(db: Db): Promise<string[]> {
  const clock = await lastRecorded(db);
  const faults: string[] = [];
  for (const table of TIMED) {
    const { newest } = await db
      .selectFrom(table)
      .select(db.fn.max<string | null>('recorded').as('newest'))
      .executeTakeFirstOrThrow();
    if (newest !== null && (clock === null || clock < newest))
      faults.push(
        `record time was set back: it says ${clock ?? 'nothing'}, and log table ${table} has a row of ${newest}`,
      );
  }
  return faults;
}
