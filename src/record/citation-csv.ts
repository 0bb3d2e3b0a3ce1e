import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { csvFormatRows, csvParse } from 'd3-dsv';
import { UserError } from '../base/index.ts';
import { type ListKind, PROGRAMMES, type Programme } from '../claim/index.ts';
import {
  type Agency,
  type Agreement,
  type Citation,
  type CitedList,
  type CitedListing,
  type CitedName,
  citedFiles,
  citedLines,
  type Registry,
  resolveLists,
} from '../resolve/index.ts';

/** The files of the citation in a starter folder, with their columns. */
const TABLES = {
  lists: ['list', 'kind', 'day', 'order', 'rows_of', 'file', 'sha256'],
  listed_agencies: ['name_no', 'agency_id', 'name', 'kind', 'state', 'county_fips', 'type'],
  listed_agreements: ['name_no', 'model', 'signed', 'lists', 'status', 'stands_as', 'memoranda'],
} as const;
type Table = keyof typeof TABLES;
type Cells = Record<string, string>;

// Nearly every memorandum lies in this folder: a name without its ending stands for the address.
const MEMORANDA = 'https://www.ice.gov/doclib/287gMOA/';
const MEMORANDUM = /^https:\/\/www\.ice\.gov\/doclib\/287gMOA\/([^| ]+)\.pdf$/;
// ICE's own short names of the models and first letters of its types: the three files must stay small.
const MODELS: Partial<Record<Programme, string>> = {
  '287g-jail': 'JEM',
  '287g-task-force': 'TFM',
  '287g-warrant': 'WSO',
  '287g': '',
};
const TYPES: Record<string, string> = { C: 'County', M: 'Municipality', S: 'State Agency' };

/** The CSV texts of a citation by file name: what is cited, with the agency, kind and status to which the rules lead. */
export function citationTables(citation: Citation, registry: Registry): Record<`${Table}.csv`, string> {
  const { files, lines } = citedFiles(citation, { captured: new Set() });
  const lineage = resolveLists(files, lines, registry, []);
  const agencies = new Map(lineage.agencies.map((agency) => [agency.id, agency]));
  const own = citedLines(citation).map(
    (all, index) => all[linkedAtFirst(citation.listings[index]!) ? 1 : 0]!,
  );
  const agencyOfName = new Map<number, Agency>();
  citation.listings.forEach(({ name }, index) => {
    const id = lineage.byLine[own[index]!]!.agency;
    if (id !== null && !agencyOfName.has(name)) agencyOfName.set(name, agencies.get(id)!);
  });
  const agreements = agreementsByLine(lineage.agreements);
  const newest = newestOf(citation);
  return {
    'lists.csv': table('lists', citation.lists.map(listCells)),
    'listed_agencies.csv': table(
      'listed_agencies',
      citation.names.map((name, index) => nameCells(name, index, agencyOfName.get(index))),
    ),
    'listed_agreements.csv': table(
      'listed_agreements',
      citation.listings.map((listing, index) =>
        listingCells(listing, newest, agreements.get(`${listing.stream} ${own[index]!}`)),
      ),
    ),
  };
}

// A listing that links a memorandum from its first list on has no row without one.
function linkedAtFirst({ moa, runs }: CitedListing): boolean {
  return moa.length > 0 && moa[0]!.from <= runs[0]![0];
}

type Stream = CitedList['stream'];

/** The number of the newest list of each stream. */
function newestOf({ lists }: Pick<Citation, 'lists'>): Record<Stream, number> {
  const newest = { signed: 0, pending: 0 };
  for (const { stream, number } of lists) newest[stream] = Math.max(newest[stream], number);
  return newest;
}

function agreementsByLine(agreements: readonly Agreement[]): Map<string, Agreement> {
  const byLine = new Map<string, Agreement>();
  for (const agreement of agreements) {
    const stream = agreement.position === 'will-join' ? 'pending' : 'signed';
    for (const line of agreement.lines) byLine.set(`${stream} ${line}`, agreement);
  }
  return byLine;
}

function table(name: Table, rows: string[][]): string {
  return `${csvFormatRows([[...TABLES[name]], ...rows])}\n`;
}

function listCells({ stream, number, kind, day, order, rowsOf, file, sha }: CitedList): string[] {
  const same = rowsOf === number ? '' : listName(stream, rowsOf);
  return [listName(stream, number), kind, day, String(order), same, file, sha];
}

function listName(stream: Stream, number: number): string {
  return `${stream === 'signed' ? 's' : 'p'}${number}`;
}

function nameCells(name: CitedName, index: number, agency: Agency | undefined): string[] {
  return [
    String(index + 1),
    agency?.id ?? '',
    name.text,
    agency?.kind ?? '',
    name.state,
    name.county ?? '',
    Object.keys(TYPES).find((letter) => TYPES[letter] === name.type) ?? name.type,
  ];
}

function listingCells(
  listing: CitedListing,
  newest: Record<Stream, number>,
  agreement: Agreement | undefined,
): string[] {
  const { name, programme, signed, stream, runs, moa } = listing;
  const lists = runs.map(([first, last]) => {
    if (last === newest[stream]) return `${listName(stream, first)}-`;
    return first === last ? listName(stream, first) : `${listName(stream, first)}-${last}`;
  });
  const links = moa.map(({ url, from }) => {
    const short = MEMORANDUM.exec(url)?.[1] ?? url;
    return from === runs[0]![0] ? short : `${from} ${short}`;
  });
  const stands = agreement && agreement.signed !== signed ? (agreement.signed ?? '') : '';
  return [
    String(name + 1),
    MODELS[programme] ?? programme,
    signed ?? '',
    lists.join(' '),
    agreement?.status ?? '',
    stands,
    links.join(' | '),
  ];
}

/** The citation in a starter folder. Throws a UserError naming file, row and value of whatever does not fit. */
export function readCitation(dir: string): Citation {
  const lists = read(dir, 'lists', toList);
  const newest = newestOf({ lists });
  return {
    lists,
    names: read(dir, 'listed_agencies', toName),
    listings: read(dir, 'listed_agreements', (cells, fault) => toListing(cells, newest, fault)),
  };
}

function read<T>(dir: string, name: Table, toRow: (cells: Cells, fault: Fault) => T): T[] {
  const file = join(dir, `${name}.csv`);
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw new UserError(`starter file ${JSON.stringify(file)} cannot be read; install Countersign again`);
  }
  return csvParse(text).map((cells, index) =>
    toRow(cells, (column) => {
      throw new UserError(
        `${column} ${JSON.stringify(cells[column])} in ${name}.csv row ${index + 2} cannot be read; write the file anew with "countersign cite"`,
      );
    }),
  );
}

type Fault = (column: string) => never;
const KINDS: readonly string[] = ['participating', 'pending', 'page'] satisfies ListKind[];

function toList(cells: Cells, fault: Fault): CitedList {
  const { stream, number } = listNumber(cells.list) ?? fault('list');
  if (!KINDS.includes(cells.kind ?? '')) fault('kind');
  if (!/^\d{4}-\d\d-\d\d$/.test(cells.day ?? '')) fault('day');
  if (!/^[0-9a-f]{64}$/.test(cells.sha256 ?? '')) fault('sha256');
  return {
    stream,
    number,
    kind: cells.kind as ListKind,
    day: cells.day!,
    order: Number(cells.order),
    rowsOf: cells.rows_of ? (listNumber(cells.rows_of) ?? fault('rows_of')).number : number,
    file: cells.file || fault('file'),
    sha: cells.sha256!,
  };
}

function listNumber(text = ''): Pick<CitedList, 'stream' | 'number'> | null {
  const match = /^([sp])(\d+)$/.exec(text);
  return match && { stream: match[1] === 's' ? 'signed' : 'pending', number: Number(match[2]) };
}

function toName(cells: Cells, fault: Fault): CitedName {
  if (!/^[A-Z]{2}$/.test(cells.state ?? '')) fault('state');
  return {
    state: cells.state!,
    text: cells.name || fault('name'),
    county: cells.county_fips || null,
    type: TYPES[cells.type ?? ''] ?? cells.type ?? '',
  };
}

function toListing(cells: Cells, newest: Record<Stream, number>, fault: Fault): CitedListing {
  const programme = PROGRAMMES.find((name) => MODELS[name] === cells.model) ?? fault('model');
  const parts = (cells.lists ?? '')
    .split(' ')
    .map((run) => /^([sp])(\d+)(-?)(\d*)$/.exec(run) ?? fault('lists'));
  const stream = parts[0]![1] === 's' ? 'signed' : 'pending';
  const runs = parts.map(([, , first, dash, last]): [number, number] => {
    const begin = Number(first);
    if (last) return [begin, Number(last)];
    return [begin, dash ? newest[stream] : begin];
  });
  const moa = (cells.memoranda ? cells.memoranda.split(' | ') : []).map((text) => {
    const [, list, link] = /^(?:(\d+) )?(.+)$/.exec(text)!;
    const url = /^https?:/i.test(link!) ? link! : `${MEMORANDA}${link}.pdf`;
    return { url, from: list ? Number(list) : runs[0]![0] };
  });
  return {
    name: Number(cells.name_no) - 1,
    stream,
    programme,
    signed: cells.signed || null,
    runs,
    moa,
  };
}
