import type { Day } from '../base/index.ts';
import type { Line, Programme } from '../claim/index.ts';
import { editDistance } from './filenames.ts';
import { moaFile, unwrapLink } from './links.ts';
import { canonicalName } from './names.ts';
import { type County, countiesNamed } from './places.ts';
import { type Repaired, repairCounty, repairModel, repairState, signedDay } from './repairs.ts';

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

/** The rows of all distinct lines, with the repairs that made them. */
export function rowsOf(lines: readonly Line[]): { rows: Row[]; repairs: LineRepair[] } {
  const repairs: LineRepair[] = [];
  const seen: Seen = { counties: new Map(), words: new Map() };
  const rows = lines.map((line, index) => rowOf(line, index, repairs, seen));
  return { rows, repairs };
}

// 8,000 lines print 2,000 names in 1,000 counties: each is worked out once.
interface Seen {
  counties: Map<string, Repaired<County> | null>;
  words: Map<string, string>;
}

function rowOf(line: Line, index: number, repairs: LineRepair[], { counties, words }: Seen): Row {
  const note = (column: string, raw: string, rule: string | null | undefined, value: string) => {
    if (rule) repairs.push({ line: index, rule, column, raw, value });
  };
  const state = repairState(line.state);
  note('state', line.state, state?.rule, state?.value ?? '');
  const countyKey = `${state?.value}|${line.county}`;
  if (!counties.has(countyKey)) counties.set(countyKey, state && repairCounty(line.county, state.value));
  const county = counties.get(countyKey) ?? null;
  note('county', line.county, county?.rule, county?.value.full ?? '');
  const model = repairModel(line.support);
  note('support', line.support, model.rule, model.value);
  const signed = signedDay(line.signed);
  note('signed', line.signed, signed?.rule, signed?.value ?? '');
  const text = tidy(line.agency);
  const name = withOwnCounty(text, state?.value ?? null, county?.value ?? null);
  note('agency', line.agency, name === text ? null : 'county-in-name', name);
  const link = unwrapLink(line.moaLink) ?? unwrapLink(line.moa);
  note('moa', line.moaLink || line.moa, link?.rule, link?.url ?? '');
  return {
    line: index,
    state: state?.value ?? null,
    text,
    name,
    words: wordsOf(name, state?.value ?? null, words),
    programme: model.value,
    signed: signed?.value ?? null,
    county: county?.value ?? null,
    moa: link?.url ?? null,
    file: link ? moaFile(link.url) : '',
    type: line.type.trim(),
  };
}

function wordsOf(name: string, state: string | null, seen: Map<string, string>): string {
  const key = `${state}|${name}`;
  let words = seen.get(key);
  if (words === undefined) {
    words = canonicalName(name, state);
    seen.set(key, words);
  }
  return words;
}

// `Lampass County Sheriff's Office` in Lampasas County: a name that is no county, beside the one it nearly is.
function withOwnCounty(text: string, state: string | null, county: County | null): string {
  const written = /^(.*?) (?:County|Parish)\b/i.exec(text)?.[1];
  if (!written || state === null || county === null || written === county.name) return text;
  if (countiesNamed(written, state).length > 0) return text;
  const apart = editDistance(written.toLowerCase(), county.name.toLowerCase(), 3);
  return apart < 3 ? county.name + text.slice(written.length) : text;
}

/** A printed name with straight apostrophes and single spaces. */
export function tidy(text: string): string {
  return text
    .replace(/[\u2018\u2019\u02bc`´]/g, "'")
    .replace(/[\s\u00a0]+/g, ' ')
    .trim();
}
