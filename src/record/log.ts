import { type Selectable, sql } from 'kysely';
import { isDay } from '../base/index.ts';
import type { Line, ListKind } from '../claim/index.ts';
import { type LawConflict, lawConflicts } from '../law/index.ts';
import {
  type Agency,
  citedFiles,
  type ListFile,
  moaFile,
  type United,
  uniteRegistries,
} from '../resolve/index.ts';
import { type CitationLog, readCitationLog } from './cited.ts';
import { type Decision, readDecisions } from './decisions.ts';
import { type Law, lawsOf, readBook } from './laws.ts';
import { readLines } from './lines.ts';
import type { Db } from './open.ts';
import { readingsInOrder } from './readings.ts';
import type { ClaimTable } from './schema.ts';
import { readGiven } from './sightings.ts';

/** What the log holds of lists up to a moment of record time, with the registry: what agencies and agreements follow from. */
export interface ListLog {
  files: ListFile[];
  lines: Line[];
  /** Agencies of the starter facts and of official registries, each body once. */
  registry: United & { official: boolean };
  /** Hashes of the lists that are captured; the others are cited. */
  held: ReadonlySet<string>;
  /** How many of the lines are those of cited lists; the captured ones stand behind them, since they grow. */
  citedLines: number;
  /** What is cited of lists, or null. */
  cited: CitationLog | null;
}

/** What the log holds beside the lists: claims of all readings, decisions and laws. */
export interface WordLog {
  words: WordRow[];
  decisions: Decision[];
  laws: Law[];
  /** Laws that contradict each other. */
  conflicts: LawConflict[];
}

/** Everything that the log holds up to a moment, in the shapes that deriving takes. */
export interface Log extends ListLog, WordLog {}

/** A claim that is no row of a list, as the log holds it. */
export interface WordRow extends Omit<Selectable<ClaimTable>, 'capture' | 'recorded'> {
  /** SHA-256 of its capture, or null for a cited claim. */
  capture: string | null;
  /** EDTF of its source. */
  published: string | null;
  /** Addresses at which its capture was seen. */
  pages: string[];
  /** Names of files under which its capture was seen, in lower case without their ending. */
  files: string[];
  /** True when the newest reading of its capture has it. */
  inForce: boolean;
}

/** The log as known on `until` (RFC 3339; rows recorded later are left out). Its order never hangs on who was added first. */
export async function readLog(db: Db, until: string): Promise<Log> {
  return { ...(await readListLog(db, until)), ...(await readWordLog(db, until)) };
}

/**
 * The part of the log from which agencies and agreements follow. Of lists whose captures are `known` the rows are left out;
 * lines and registry that were read already are taken as they are.
 */
export async function readListLog(
  db: Db,
  until: string,
  {
    lines,
    registry,
    known = new Set(),
  }: { lines?: Line[]; registry?: ListLog['registry'] | null; known?: ReadonlySet<string> } = {},
): Promise<ListLog> {
  const { cited, held } = await readCited(db, until);
  const more = cited ? citedFiles(cited.citation, { captured: held, known }) : { files: [], lines: [] };
  const offset = more.lines.length;
  const own = lines ?? (await readLines(db));
  const files = await listFiles(db, until, known, offset);
  return {
    files: [...files, ...more.files],
    lines: offset > 0 ? [...more.lines, ...own] : own,
    held,
    citedLines: offset,
    cited,
    registry: registry ?? (await readRegistry(db, until)),
  };
}

async function readRegistry(db: Db, until: string): Promise<ListLog['registry']> {
  const rows = await db
    .selectFrom('registry')
    .select(['id', 'agency', 'origin'])
    .where('recorded', '<=', until)
    .orderBy('origin', 'desc')
    .orderBy('id')
    .orderBy('recorded')
    .orderBy('agency')
    .execute();
  return registryOf(newestOf(rows));
}

/** Of several versions of one agency the newest, which stands behind the others. */
function newestOf<Row extends { id: string; origin: string }>(rows: readonly Row[]): Row[] {
  return rows.filter(({ id, origin }, i) => rows[i + 1]?.id !== id || rows[i + 1]?.origin !== origin);
}

function registryOf(rows: readonly { origin: string; agency: string }[]): ListLog['registry'] {
  const of = (starter: boolean) =>
    rows
      .filter(({ origin }) => (origin === 'starter') === starter)
      .map(({ agency }) => JSON.parse(agency) as Agency);
  const official = of(false);
  return { ...uniteRegistries(of(true), official), official: official.length > 0 };
}

/** The part of the log that changes with every decision. */
export async function readWordLog(db: Db, until: string): Promise<WordLog> {
  const pages = await pagesByCapture(db, until);
  const inForce = await contentsInForce(db, until);
  const given = await readGiven(db, { until });
  const rows = await db
    .selectFrom('claim as c')
    .leftJoin('source as s', 's.id', 'c.source')
    .leftJoin('capture as p', 'p.id', 'c.capture')
    .selectAll('c')
    .select('p.sha')
    .select((e) => e.fn.coalesce('s.published', 'p.published').as('published'))
    .where('c.recorded', '<=', until)
    .orderBy('c.id')
    .orderBy('c.recorded')
    .orderBy('c.content')
    .execute();
  const words = rows.map(({ capture, sha, recorded: _, ...row }) => ({
    ...row,
    capture: sha,
    published: (capture !== null && given.get(capture)?.published) || row.published,
    pages: (capture !== null && pages.get(capture)?.filter(isAddress)) || NO_PAGES,
    files: (row.kind === 'agreement' && capture !== null && pages.get(capture)?.map(moaFile)) || NO_PAGES,
    inForce: capture === null || inForce.get(capture)?.has(row.content) === true,
  }));
  const book = await readBook(db, until);
  return {
    words,
    decisions: await readDecisions(db, until),
    laws: lawsOf(book),
    conflicts: lawConflicts(book),
  };
}

const NO_PAGES: string[] = [];
const isAddress = (origin: string): boolean => origin.startsWith('http');

/** For each prose capture the contents of the claims that its newest reading found. */
async function contentsInForce(db: Db, until: string): Promise<Map<number, Set<string>>> {
  const readings = await readingsInOrder(db, { until });
  const newest = new Map(readings.map(({ capture, claims }) => [capture, claims]));
  return new Map([...newest].map(([capture, claims]) => [capture, new Set(JSON.parse(claims) as string[])]));
}

async function pagesByCapture(db: Db, until: string): Promise<Map<number, string[]>> {
  const rows = await db
    .selectFrom('sighting as s')
    .innerJoin('reading as r', 'r.capture', 's.capture')
    .select(['r.capture', 's.origin'])
    .distinct()
    .where('s.recorded', '<=', until)
    .orderBy('s.origin')
    .execute();
  const pages = new Map<number, string[]>();
  for (const { capture, origin } of rows) pages.set(capture, [...(pages.get(capture) ?? []), origin]);
  return pages;
}

/** What is cited of lists, and the hashes of those that are captured. */
export async function readCited(db: Db, until: string): Promise<Pick<ListLog, 'cited' | 'held'>> {
  const rows = await db
    .selectFrom('list as l')
    .innerJoin('capture as c', 'c.id', 'l.capture')
    .select('c.sha')
    .where('c.recorded', '<=', until)
    .execute();
  return { cited: await readCitationLog(db, until), held: new Set(rows.map(({ sha }) => sha)) };
}

async function listFiles(
  db: Db,
  until: string,
  known: ReadonlySet<string>,
  offset: number,
): Promise<ListFile[]> {
  const lists = await db
    .selectFrom('list as l')
    .innerJoin('capture as c', 'c.id', 'l.capture')
    .select(['c.id', 'c.sha', 'c.published', 'l.kind', 'l.modified'])
    .where('c.recorded', '<=', until)
    .orderBy('c.sha')
    .execute();
  const sightings = await db
    .selectFrom('sighting as s')
    .innerJoin('list as l', 'l.capture', 's.capture')
    .select(['l.capture', 's.origin', 's.retrieved'])
    .where('s.recorded', '<=', until)
    .orderBy('s.retrieved')
    .orderBy('s.origin')
    .execute();
  const files = new Map<number, ListFile>();
  const given = await readGiven(db, { until });
  for (const { id, sha, kind, modified, published } of lists) {
    const day = given.get(id)?.published ?? published;
    files.set(id, {
      capture: sha,
      ...(day !== null && isDay(day) && { given: day }),
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
  const unread = lists.filter(({ sha }) => !known.has(sha)).map(({ id }) => id);
  for (const { capture, rows, lines } of await packedRows(db, unread)) {
    const file = files.get(capture);
    if (!file) continue;
    file.rows = rows.split(',').map(Number);
    // Line ids begin at 1; the resolver's indexes at 0, behind the lines of cited lists.
    file.lines = lines.split(',').map((line) => Number(line) - 1 + offset);
  }
  return [...files.values()];
}

/** The rows of some lists, two texts for each: handing a quarter of a million rows over one by one takes most of a second. */
async function packedRows(
  db: Db,
  captures: readonly number[],
): Promise<{ capture: number; rows: string; lines: string }[]> {
  const { rows } = await sql<{
    capture: number;
    rows: string;
    lines: string;
  }>`select capture, group_concat("row") as rows, group_concat(line) as lines
    from (select capture, "row", line from listing where capture in (select value from json_each(${JSON.stringify(captures)}))
      order by capture, "row") group by capture`.execute(db);
  return rows;
}
