import { contentId, type Day } from '../base/index.ts';
import type { Claim, Position, Programme } from '../claim/index.ts';
import { type Citation, type CitedListing, citedRow, countyName } from '../resolve/index.ts';
import { insertMany } from './bulk.ts';
import type { RecordedClaim, SourceInfo } from './model.ts';
import type { Db } from './open.ts';
import { replaceRows } from './replace.ts';
import type { RowSource } from './row-ids.ts';
import type { Tables } from './schema.ts';

const LISTS_PUBLISHER = 'U.S. Immigration and Customs Enforcement';

/** What the record cites of lists up to a moment: of several editions the one with the most lists, so that the order of adding does not matter. */
export interface CitationLog {
  /** Hash of what is cited. */
  id: string;
  citation: Citation;
  recorded: string;
}

let parsed: Pick<CitationLog, 'id' | 'citation'> | null = null;

/** The citation in force, as known on `until`, or null. */
export async function readCitationLog(db: Db, until: string): Promise<CitationLog | null> {
  const rows = await db
    .selectFrom('citation')
    .selectAll()
    .where('recorded', '<=', until)
    .orderBy('lists', 'desc')
    .orderBy('id')
    .limit(1)
    .execute();
  const [row] = rows;
  if (!row) return null;
  // Half a megabyte of text, the same each time: read once.
  if (parsed?.id !== row.id) parsed = { id: row.id, citation: JSON.parse(row.facts) as Citation };
  return { ...parsed, recorded: row.recorded };
}

/** Adds a citation inside the transaction under way; one that the record holds is passed over. */
export async function insertCitation(db: Db, citation: Citation, recorded: string): Promise<void> {
  const facts = JSON.stringify(citation);
  const row = [contentId(facts), citation.lists.length, facts, recorded];
  await insertMany(db, 'citation', ['id', 'lists', 'facts', 'recorded'], [row], { ignore: true });
}

/** The agency and the number of the agreement to which deriving led a cited listing. */
export interface CitedPlace {
  agency: string | null;
  agreement: number | null;
}

/** Makes the derived tables hold what is cited and not captured. */
export async function writeCited(
  db: Db,
  { cited, held }: { cited: CitationLog | null; held: ReadonlySet<string> },
  places: readonly CitedPlace[],
  day?: Day,
): Promise<void> {
  const { lists, names, listings } = cited?.citation ?? { lists: [], names: [], listings: [] };
  await replaceRows(
    db,
    'cited_list',
    ['idx', 'sha', 'stream', 'number', 'kind', 'day', 'file'],
    lists
      .map((list, idx) => ({ ...list, idx }))
      .filter(({ sha }) => !held.has(sha))
      .map(({ idx, sha, stream, number, kind, day, file }) => [idx, sha, stream, number, kind, day, file]),
    { day },
  );
  const rows = places.map(({ agency, agreement }, idx) => {
    const { name, stream, programme, signed, runs } = listings[idx]!;
    const { state, text, county } = names[name]!;
    const place = county === null ? null : countyName(county);
    const row = [idx, text, state, place, stream, programme, signed, JSON.stringify(runs)];
    return [...row, agency, agreement, cited?.recorded ?? ''];
  });
  await replaceRows(db, 'cited_row', ROW, rows, { day });
}

const ROW = [
  'idx',
  'name',
  'state',
  'place',
  'stream',
  'programme',
  'signed',
  'runs',
  'agency',
  'agreement',
  'recorded',
] as const;

type List = Tables['cited_list'];
type Row = Tables['cited_row'];

/** The claim of a row of a cited list: its capture and the negative row number that stands for it; null where nothing is cited there. */
export async function citedClaim(db: Db, sha: string, row: number): Promise<RecordedClaim | null> {
  const idx = citedRow(row);
  if (idx === null) return null;
  const list = await db.selectFrom('cited_list').selectAll().where('sha', '=', sha).executeTakeFirst();
  const found = await db
    .selectFrom('cited_row as r')
    .leftJoin('agency as a', 'a.id', 'r.agency')
    .selectAll('r')
    .select('a.name as agencyName')
    .where('r.idx', '=', idx)
    .executeTakeFirst();
  return list && found ? asRecorded(list, found, found.agencyName) : null;
}

/** The claims of cited rows, out of memory: what a publication of every page asks thousands of times. */
export async function citedClaims(db: Db): Promise<(sha: string, row: number) => RecordedClaim | null> {
  const lists = new Map(
    (await db.selectFrom('cited_list').selectAll().execute()).map((list) => [list.sha, list]),
  );
  const names = new Map(
    (await db.selectFrom('agency').select(['id', 'name']).execute()).map(({ id, name }) => [id, name]),
  );
  const rows = new Map((await db.selectFrom('cited_row').selectAll().execute()).map((row) => [row.idx, row]));
  return (sha, row) => {
    const [list, found] = [lists.get(sha), rows.get(citedRow(row) ?? -1)];
    return list && found ? asRecorded(list, found, names.get(found.agency ?? '') ?? null) : null;
  };
}

/** Ids of the claims of one cited list (by its index) by the agreement that they show; `agencies` narrows to some. */
export async function citedIds(
  db: Db,
  idx: number,
  agencies: string[] | null,
): Promise<{ agreement: number; id: string }[]> {
  const list = await db.selectFrom('cited_list').selectAll().where('idx', '=', idx).executeTakeFirst();
  if (!list) return [];
  let rows = db
    .selectFrom('cited_row')
    .selectAll()
    .where('stream', '=', list.stream)
    .where('agreement', 'is not', null);
  if (agencies) rows = rows.where('agency', 'in', agencies);
  return (await rows.orderBy('idx').execute())
    .filter((row) => stands(row, list.number))
    .map((row) => ({ agreement: row.agreement!, id: citedId(list.sha, row) }));
}

/** A row of a list that was cited before the list was captured: where to find it now. */
export interface OnceCited {
  sha: string;
  text: string;
  programme: Programme;
  signed: Day | null;
}

/**
 * The lists cited up to a moment as sources of the claims that their rows make; `claimOf` finds those of a list that is
 * captured by now where they stand there.
 */
export async function citedSources(
  db: Db,
  until: string,
  claimOf: (row: OnceCited) => Promise<RecordedClaim | null>,
): Promise<RowSource[]> {
  const log = await readCitationLog(db, until);
  if (!log) return [];
  const { lists, names, listings } = log.citation;
  const rows = listings.map((listing) => ({ ...listing, name: names[listing.name]!.text }));
  return lists.map(({ sha, stream, number }, idx) => ({
    key: `${log.id} ${idx}`,
    ids: async () =>
      rows.flatMap((row, i) =>
        row.stream === stream && on(row.runs, number) ? [[citedId(sha, row), i] as const] : [],
      ),
    claim: async (i, id) => {
      const row = rows[i]!;
      if (citedId(sha, row) !== id) return null;
      const { name: text, programme, signed } = row;
      return (await citedClaim(db, sha, -1 - i)) ?? claimOf({ sha, text, programme, signed });
    },
  }));
}

/** The cited lists that are not captured: hash and day. */
export async function citedDays(db: Db): Promise<Pick<List, 'sha' | 'day' | 'kind' | 'file'>[]> {
  return db.selectFrom('cited_list').select(['sha', 'day', 'kind', 'file']).orderBy('idx').execute();
}

/** A cited list as a source, by its `sha256:…` id, or null. */
export async function citedSource(db: Db, id: string): Promise<SourceInfo | null> {
  const list = await db
    .selectFrom('cited_list')
    .selectAll()
    .where('sha', '=', id.slice('sha256:'.length))
    .executeTakeFirst();
  return list ? sourceOf(list) : null;
}

function sourceOf({ sha, file, day }: Pick<List, 'sha' | 'file' | 'day'>): SourceInfo {
  const id = `sha256:${sha}`;
  return { id, title: file, publisher: LISTS_PUBLISHER, published: day, url: null, capture: null };
}

function stands(row: Row, number: number): boolean {
  return on(JSON.parse(row.runs) as CitedListing['runs'], number);
}

function on(runs: CitedListing['runs'], number: number): boolean {
  return runs.some(([first, last]) => first <= number && number <= last);
}

/** The id of a cited row's claim: of the list, and of what it says there. */
function citedId(sha: string, row: Pick<Row, 'name' | 'stream' | 'programme' | 'signed'>): string {
  const position = positionOf(row.stream);
  return contentId(sha, `cited:${row.signed ?? ''}`, 'listing', row.name, row.programme, position);
}

function positionOf(stream: string): Position {
  return stream === 'pending' ? 'will-join' : 'takes-part';
}

function asRecorded(list: List, row: Row, agencyName: string | null): RecordedClaim {
  const source = `sha256:${list.sha}`;
  return {
    id: citedId(list.sha, row),
    kind: 'listing',
    agency: { written: row.name, name: agencyName ?? row.name, state: row.state, place: row.place },
    programme: row.programme as Claim['programme'],
    position: positionOf(row.stream),
    speaker: LISTS_PUBLISHER,
    role: null,
    onBehalfOf: null,
    speaksForAgency: false,
    via: null,
    date: list.day,
    effective: row.signed,
    evidence: [{ type: 'cited', source, quote: null }],
    rules: ['cited-list'],
    confidence: 1,
    agencyId: row.agency,
    source: sourceOf(list),
    recordedFrom: row.recorded,
    review: 'rule',
    machine: null,
    decision: null,
    summary: null,
  };
}
