import type { Line, ListKind } from '../claim/index.ts';
import type { Agency, IdentityDecision, ListFile } from '../resolve/index.ts';
import type { Db } from './open.ts';

/** What the log holds up to a moment of record time, in the shapes that deriving takes. */
export interface Log {
  files: ListFile[];
  lines: Line[];
  words: WordRow[];
  /** Starter agencies first, then those of official registries. */
  registry: Agency[];
  decisions: IdentityDecision[];
}

/** A claim that is no row of a list, before its agency is decided. */
export interface WordRow {
  id: string;
  kind: string;
  written: string;
  name: string;
  state: string | null;
  place: string | null;
  given_agency: string | null;
  programme: string;
  position: string;
  date: string | null;
  effective: string | null;
  published: string | null;
}

/** The log as known on `until` (RFC 3339; rows recorded later are left out). */
export async function readLog(db: Db, until: string): Promise<Log> {
  const lines = await db
    .selectFrom('line')
    .select(['state', 'agency', 'type', 'county', 'support', 'signed', 'moa', 'addendum'])
    .select(['moa_link as moaLink', 'addendum_link as addendumLink'])
    .orderBy('id')
    .execute();
  const words = await db
    .selectFrom('claim as c')
    .leftJoin('source as s', 's.id', 'c.source')
    .leftJoin('capture as p', 'p.id', 'c.capture')
    .select([
      'c.id',
      'c.kind',
      'c.written',
      'c.name',
      'c.state',
      'c.place',
      'c.given_agency',
      'c.programme',
      'c.position',
    ])
    .select(['c.date', 'c.effective'])
    .select((e) => e.fn.coalesce('s.published', 'p.published').as('published'))
    .where('c.recorded', '<=', until)
    .orderBy('c.seq')
    .execute();
  const registry = await db
    .selectFrom('registry')
    .select('agency')
    .where('recorded', '<=', until)
    .orderBy('origin', 'desc')
    .orderBy('seq')
    .execute();
  const decisions = await db
    .selectFrom('decision')
    .select('value')
    .where('kind', 'in', ['alias', 'same', 'distinct'])
    .where('recorded', '<=', until)
    .orderBy('seq')
    .execute();
  return {
    files: await listFiles(db, until),
    lines: lines satisfies Line[],
    words,
    registry: registry.map((row) => JSON.parse(row.agency) as Agency),
    decisions: decisions.map((row) => JSON.parse(row.value) as IdentityDecision),
  };
}

async function listFiles(db: Db, until: string): Promise<ListFile[]> {
  const lists = await db
    .selectFrom('list as l')
    .innerJoin('capture as c', 'c.id', 'l.capture')
    .select(['c.id', 'c.sha', 'l.kind', 'l.modified'])
    .where('c.recorded', '<=', until)
    .orderBy('c.id')
    .execute();
  const sightings = await db
    .selectFrom('sighting as s')
    .innerJoin('list as l', 'l.capture', 's.capture')
    .select(['l.capture', 's.origin', 's.retrieved'])
    .where('s.recorded', '<=', until)
    .orderBy('s.id')
    .execute();
  const files = new Map<number, ListFile>();
  for (const { id, sha, kind, modified } of lists) {
    files.set(id, {
      capture: sha,
      kind: kind as ListKind,
      names: [],
      modified,
      retrieved: '',
      lines: [],
      rows: [],
    });
  }
  for (const { capture, origin, retrieved } of sightings) {
    const file = files.get(capture);
    const name = origin.split(/[/\\]/).pop() ?? origin;
    if (!file) continue;
    file.retrieved ||= retrieved;
    if (!file.names.includes(name)) file.names.push(name);
  }
  for (const { capture, row, line } of await db
    .selectFrom('listing')
    .selectAll()
    .orderBy('capture')
    .orderBy('row')
    .execute()) {
    const file = files.get(capture);
    // Line ids begin at 1; the resolver's indexes at 0.
    file?.lines.push(line - 1);
    file?.rows.push(row);
  }
  return [...files.values()];
}
