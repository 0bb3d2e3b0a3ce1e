import type { Day } from '../base/index.ts';
import { type Claim, LIST_COLUMNS, type Line, type List, type ListColumn } from '../claim/index.ts';
import type { RowRef } from '../resolve/index.ts';
import { listingAsRecorded } from './claims.ts';
import type { ListingRow } from './listings.ts';
import type { RecordedClaim } from './model.ts';
import type { Db } from './open.ts';
import type { Tables } from './schema.ts';

/** Rows of a sheet around one: the header and, by sheet row number, cells and their links. */
export interface RowsAround {
  header: string[];
  rows: { row: number; cells: string[]; links: (string | null)[] }[];
}

/** A captured list: what its rows have in common, and where its rows begin and end in the store. */
interface Sheet {
  sha: string;
  recorded: string;
  kind: List['kind'];
  sheet: string;
  columns: List['columns'];
  from: number;
  to: number;
}

/** Every row of every captured list, in memory: three numbers a row, and each distinct content once. */
export interface ListingStore {
  /** The claim of a row, or null. */
  claim(ref: RowRef, days: ReadonlyMap<string, Day>): RecordedClaim | null;
  /** Rows of a list around one, as a page shows them. */
  around(capture: string, row: number, count: number): RowsAround | null;
  /** Of each agency the spellings printed and the list that prints them, one entry a row. */
  printed(agency: string): { text: string; sha: string }[];
}

/** Reads all rows once. A million rows take twelve megabytes. */
export async function readListingStore(db: Db): Promise<ListingStore> {
  const sheets = await readSheets(db);
  const counted = await db
    .selectFrom('listing')
    .select(db.fn.countAll<number>().as('rows'))
    .executeTakeFirst();
  const [row, line] = [new Int32Array(counted?.rows ?? 0), new Int32Array(counted?.rows ?? 0)];
  const bySheet = new Map<string, Sheet>();
  let at = 0;
  // Sheet by sheet: all rows at once, as objects, would take twenty times what is kept of them.
  for (const [capture, sheet] of sheets) {
    const rows = await db
      .selectFrom('listing')
      .select(['row', 'line'])
      .where('capture', '=', capture)
      .orderBy('row')
      .execute();
    sheet.from = at;
    for (const one of rows) {
      row[at] = one.row;
      line[at++] = one.line;
    }
    sheet.to = at;
    if (rows.length > 0) bySheet.set(sheet.sha, sheet);
  }
  const lines = new Map((await db.selectFrom('line').selectAll().execute()).map((one) => [one.id, one]));
  const led = new Map(
    (await db.selectFrom('line_agency').selectAll().execute()).map((one) => [one.line, one]),
  );
  const find = (sheet: Sheet, wanted: number) => lowerBound(row, wanted, sheet.from, sheet.to);
  const listingAt = (sheet: Sheet, at: number) =>
    listing(sheet, row[at]!, lines.get(line[at]!)!, led.get(line[at]!));
  return {
    claim: ({ capture, row: wanted }, days) => {
      const sheet = bySheet.get(capture);
      if (!sheet) return null;
      const at = find(sheet, wanted);
      if (at === sheet.to || row[at] !== wanted) return null;
      return listingAsRecorded(listingAt(sheet, at), days.get(capture) ?? null);
    },
    around: (capture, wanted, count) => {
      const sheet = bySheet.get(capture);
      if (!sheet) return null;
      const [from, to] = [find(sheet, wanted - count), find(sheet, wanted + count + 1)];
      return shownRows(Array.from({ length: to - from }, (_, i) => listingAt(sheet, from + i)));
    },
    printed: printedBy(sheets, line, lines, led),
  };
}

async function readSheets(db: Db): Promise<Map<number, Sheet>> {
  const all = await db
    .selectFrom('list as l')
    .innerJoin('capture as c', 'c.id', 'l.capture')
    .select(['l.capture', 'c.sha', 'c.recorded', 'l.kind', 'l.sheet', 'l.columns'])
    .execute();
  return new Map(
    all.map(({ capture, columns, ...one }) => [
      capture,
      { ...one, columns: JSON.parse(columns) as List['columns'], from: 0, to: 0 },
    ]),
  );
}

/** Rows of one list as pages show them, or null without any. */
export function shownRows(rows: readonly ListingRow[]): RowsAround | null {
  const [first] = rows;
  if (!first) return null;
  const columns = Object.keys(first.columns) as ListColumn[];
  return {
    header: columns.map((column) => LIST_COLUMNS[column]),
    rows: rows.map(({ row, line }) => ({
      row,
      cells: columns.map((column) => line[column]),
      links: columns.map(
        (column) =>
          (column === 'moa' ? line.moaLink : column === 'addendum' ? line.addendumLink : '') || null,
      ),
    })),
  };
}

function listing(
  { sha, recorded, kind, sheet, columns }: Sheet,
  row: number,
  line: Tables['line'],
  led: Tables['line_agency'] | undefined,
): ListingRow {
  const { state, agency, type, county, support, signed, moa, addendum, moa_link, addendum_link } = line;
  const cells: Line = {
    ...{ state, agency, type, county, support, signed, moa, addendum },
    moaLink: moa_link,
    addendumLink: addendum_link,
  };
  return {
    ...{ capture: sha, kind, sheet, columns, row, recorded },
    line: cells,
    agreement: led?.agreement ?? null,
    agency: led?.agency ?? null,
    name: led?.name ?? '',
    state: led?.state ?? null,
    programme: (led?.programme ?? '287g') as Claim['programme'],
    signed: led?.signed ?? null,
  };
}

function printedBy(
  sheets: ReadonlyMap<number, Sheet>,
  line: Int32Array,
  lines: ReadonlyMap<number, Tables['line']>,
  led: ReadonlyMap<number, Tables['line_agency']>,
): ListingStore['printed'] {
  const linesOf = new Map<string, number[]>();
  for (const { agency, line: id } of led.values())
    if (agency !== null) linesOf.set(agency, [...(linesOf.get(agency) ?? []), id]);
  const on = new Map<number, string[]>();
  for (const { sha, from, to } of sheets.values())
    for (let i = from; i < to; i++) {
      const known = on.get(line[i]!);
      if (known) known.push(sha);
      else on.set(line[i]!, [sha]);
    }
  return (agency) =>
    (linesOf.get(agency) ?? []).flatMap((id) =>
      (on.get(id) ?? []).map((sha) => ({ text: lines.get(id)!.agency, sha })),
    );
}

/** The first index of a sorted stretch whose value is not less than `wanted`. */
function lowerBound(values: Int32Array, wanted: number, from: number, to: number): number {
  let [low, high] = [from, to];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (values[middle]! < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
