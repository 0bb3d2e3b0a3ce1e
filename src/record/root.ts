import { canonicalJson, sha256 } from '../base/index.ts';
import { headsOf, readDecisions } from './decisions.ts';
import { readEvents } from './events.ts';
import type { Db } from './open.ts';
import { readingsInOrder } from './readings.ts';
import { readSightings } from './sightings.ts';

/** The root of a record: one hash over everything in its log, and the hashes of the parts that it is made of. */
export interface RecordRoot {
  root: string;
  parts: Record<string, string>;
  /** The newest decisions of the chain: one, or several after a merge until the next decision. */
  heads: string[];
  /**
   * Hash of what happened to this record itself. Not part of the root: two records of one content have one root, however
   * each came by it.
   */
  events: string;
}

/** The root of a record, or of its log up to a moment. The same content always gives the same root, whatever the order in which it was added. */
export async function rootOf(db: Db, until = '9999'): Promise<RecordRoot> {
  const decisions = await readDecisions(db, until);
  const parts: Record<string, string> = {
    captures: hashOf(await captureLines(db, until)),
    sightings: hashOf((await readSightings(db, { until })).map(canonicalJson)),
    rows: hashOf(await rowLines(db, until)),
    readings: hashOf(await readingLines(db, until)),
    claims: hashOf(
      (
        await db.selectFrom('claim').select(['content', 'recorded']).where('recorded', '<=', until).execute()
      ).map(({ content, recorded }) => `${content} ${recorded}`),
    ),
    registry: hashOf(
      (
        await db
          .selectFrom('registry')
          .select(['id', 'origin', 'agency', 'recorded'])
          .where('recorded', '<=', until)
          .execute()
      ).map(canonicalJson),
    ),
    sources: hashOf(
      (await db.selectFrom('source').selectAll().where('recorded', '<=', until).execute()).map(canonicalJson),
    ),
    instruments: hashOf(
      (await db.selectFrom('instrument').selectAll().where('recorded', '<=', until).execute()).map(
        canonicalJson,
      ),
    ),
    provisions: hashOf(
      (await db.selectFrom('provision').selectAll().where('recorded', '<=', until).execute()).map(
        canonicalJson,
      ),
    ),
    citations: hashOf(
      (
        await db
          .selectFrom('citation')
          .select(['id', 'facts', 'recorded'])
          .where('recorded', '<=', until)
          .execute()
      ).map(canonicalJson),
    ),
    decisions: hashOf(decisions.map(({ hash }) => hash)),
  };
  const events = hashOf((await readEvents(db, until)).map(canonicalJson));
  return { root: sha256(canonicalJson(parts)), parts, heads: headsOf(decisions), events };
}

/** The hash of a set of lines. */
export function hashOf(lines: string[]): string {
  return sha256(lines.sort().join('\n'));
}

async function captureLines(db: Db, until: string): Promise<string[]> {
  const rows = await db
    .selectFrom('capture as c')
    .leftJoin('list as l', 'l.capture', 'c.id')
    .selectAll('c')
    .select(['l.kind', 'l.sheet', 'l.columns', 'l.modified'])
    .where('c.recorded', '<=', until)
    .execute();
  return rows.map(({ id: _, ...row }) => canonicalJson(row));
}

/** For each list one line: its rows, each by number and content. */
async function rowLines(db: Db, until: string): Promise<string[]> {
  const lines = await db.selectFrom('line').selectAll().execute();
  const contents = new Map(lines.map(({ id, ...content }) => [id, sha256(canonicalJson(content))]));
  const captures = await db
    .selectFrom('capture')
    .innerJoin('list', 'list.capture', 'capture.id')
    .select(['capture.id', 'capture.sha'])
    .where('capture.recorded', '<=', until)
    .execute();
  const hashed: string[] = [];
  // List by list: all rows at once, as objects and as text, were a fifth of the memory of publishing.
  for (const { id, sha } of captures) {
    const rows = await db
      .selectFrom('listing')
      .select(['row', 'line'])
      .where('capture', '=', id)
      .orderBy('row')
      .execute();
    if (rows.length === 0) continue;
    const text = rows.map(({ row, line }) => `${row} ${contents.get(line)}`).join('\n');
    hashed.push(`${sha} ${sha256(text)}`);
  }
  return hashed;
}

/** The readings that changed something: two records that read the same bytes alike have read them once. */
async function readingLines(db: Db, until: string): Promise<string[]> {
  const rows = await readingsInOrder(db, { until });
  return rows
    .filter((row, i) => row.sha !== rows[i - 1]?.sha || row.claims !== rows[i - 1]?.claims)
    .map(({ sha, claims, recorded }) => canonicalJson({ sha, claims, recorded }));
}
