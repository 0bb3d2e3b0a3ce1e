import { type Day, withoutControls, withoutDirection } from '../base/index.ts';
import type { Line, Programme } from '../claim/index.ts';
import { editDistance } from './filenames.ts';
import { moaFile, unwrapLink } from './links.ts';
import { canonicalName } from './names.ts';
import { type County, countiesNamed } from './places.ts';
import { repairCounty, repairModel, repairState, signedDay } from './repairs.ts';

/** What one distinct line says after the repairs that need no other line. */
export interface Row {
  line: number;
  state: string | null;
  /** The agency as printed, white space and apostrophes tidied. */
  text: string;
  /** The name with its county's spelling mended, where the row's own county shows it. */
  name: string;
  /** The canonical name within its state. */
  words: string;
  programme: Programme;
  signed: Day | null;
  county: County | null;
  /** Address of the memorandum, unwrapped, or null. */
  moa: string | null;
  /** File name of the memorandum, '' where there is none. */
  file: string;
  /** The type of agency that the list gives: `County`, `Municipality`, `State`, or ''. */
  type: string;
}

/** A repair of one line: rule, column, and what the cell held and holds now. */
export interface LineRepair {
  line: number;
  rule: string;
  column: string;
  raw: string;
  value: string;
}

/** The rows of distinct lines, numbered from `first`, with the repairs that made them. */
export function rowsOf(lines: readonly Line[], first = 0): { rows: Row[]; repairs: LineRepair[] } {
  const repairs: LineRepair[] = [];
  const readers = cellReaders();
  const rows = lines.map((line, index) => rowOf(line, first + index, repairs, readers));
  return { rows, repairs };
}

// 8,000 lines hold 2,000 names, 1,000 counties, 600 dates: each is read once.
function cellReaders() {
  return {
    state: once(repairState),
    county: once((key) => repairCounty(key.slice(3), key.slice(0, 2))),
    model: once(repairModel),
    signed: once(signedDay),
    text: once(tidy),
    words: once((key) => canonicalName(key.slice(3), key.slice(0, 2))),
  };
}

function once<T>(read: (text: string) => T): (text: string) => T {
  const seen = new Map<string, T>();
  return (text) => {
    let value = seen.get(text);
    if (value === undefined) {
      value = read(text);
      seen.set(text, value);
    }
    return value;
  };
}

function rowOf(line: Line, index: number, repairs: LineRepair[], read: ReturnType<typeof cellReaders>): Row {
  const note = (column: string, raw: string, rule: string | null | undefined, value: string) => {
    if (rule) repairs.push({ line: index, rule, column, raw, value });
  };
  const state = read.state(line.state);
  const county = state && read.county(`${state.value}|${line.county}`);
  const model = read.model(line.support);
  const signed = read.signed(line.signed);
  const text = read.text(line.agency);
  const bare = text.replace(ADDENDUM, '');
  const name = withOwnCounty(bare, state?.value ?? null, county?.value ?? null);
  const link = unwrapLink(line.moaLink) ?? unwrapLink(line.moa);
  note('state', line.state, state?.rule, state?.value ?? '');
  note('county', line.county, county?.rule, county?.value.full ?? '');
  note('support', line.support, model.rule, model.value);
  note('signed', line.signed, signed?.rule, signed?.value ?? '');
  note('agency', line.agency, bare === text ? null : 'addendum-in-name', bare);
  note('agency', line.agency, name === bare ? null : 'county-in-name', name);
  note('moa', line.moaLink || line.moa, link?.rule, link?.url ?? '');
  return {
    line: index,
    state: state?.value ?? null,
    text,
    name,
    words: state ? read.words(`${state.value}|${name}`) : canonicalName(name, null),
    programme: model.value,
    signed: signed?.value ?? null,
    county: county?.value ?? null,
    moa: link?.url ?? null,
    file: link ? moaFile(link.url) : '',
    type: line.type.trim(),
  };
}

// The row is about an addendum to the agreement; the agency has no such name.
const ADDENDUM = / \(Addendum\)$/i;

// `Lampass County Sheriff's Office` in Lampasas County: a name that is no county, beside the one it nearly is.
function withOwnCounty(text: string, state: string | null, county: County | null): string {
  // Nearly all names begin with their own county or with no county at all.
  if (state === null || county === null || text.startsWith(county.name)) return text;
  const written = /^(.*?) (?:County|Parish)\b/i.exec(text)?.[1];
  if (!written) return text;
  if (countiesNamed(written, state).length > 0) return text;
  const apart = editDistance(written.toLowerCase(), county.name.toLowerCase(), 3);
  return apart < 3 ? county.name + text.slice(written.length) : text;
}

/** A printed name with straight apostrophes and single spaces, without control characters and marks that turn the direction of writing. */
export function tidy(text: string): string {
  return withoutControls(withoutDirection(text))
    .replace(/[\u2018\u2019\u02bc`´]/g, "'")
    .replace(/[\s\u00a0]+/g, ' ')
    .trim();
}
