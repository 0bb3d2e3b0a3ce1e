import { push } from '../base/index.ts';
import type { Body } from './bodies.ts';
import { type Book, dayAt, lastDay, STREAMS } from './book.ts';
import { STATEWIDE } from './kinds.ts';
import type { Agency, Redirect } from './model.ts';
import { agencyIdOf } from './names.ts';
import { countySlug } from './namesakes.ts';
import type { County } from './places.ts';
import { properName } from './proper.ts';
import { makeAgency, nameKey, type Registry } from './registry.ts';
import { repeats, withCodes } from './registry-match.ts';
import { repairState } from './repairs.ts';
import type { Row } from './rows.ts';
import { weight } from './rules-states.ts';
import { meet } from './runs.ts';
import { sharesCounty } from './united.ts';

/** The agency of each body: the registry's where a name of it fits exactly one there, else a new one. No two share an id. */
export function agenciesOf(book: Book, bodies: readonly Body[], registry: Registry): Map<Body, Agency> {
  const agencies = new Map<Body, Agency>();
  const taken = new Set<string>();
  for (const body of bodies) {
    const agency = agencyOf(book, body, registry, taken);
    taken.add(agency.id);
    agencies.set(body, agency);
  }
  if (!registry.official) return agencies;
  const shared = new Set([...agencies].filter(([body]) => isShared(body)).map(([, { id }]) => id));
  const coded = withCodes([...agencies.values()], registry, shared);
  return new Map([...agencies.keys()].map((body, index) => [body, coded[index]!]));
}

function agencyOf(book: Book, body: Body, registry: Registry, taken: ReadonlySet<string>): Agency {
  const rows = ownRows(book, body);
  const spellings = spellingsOf(book, rows);
  const county = newestCounty(book, rows);
  const known = knownAgency(body, { spellings, county }, registry);
  if (known && !taken.has(known.id)) return withSpellings(known, spellings, county);
  const name = spellings[0]!;
  const made = makeAgency(name, body.state, county?.full ?? null, typeOf(book, rows));
  // The id is that of the first name ever listed, so that later spellings never change it.
  made.id = agencyIdOf(first(book, rows).name, body.state);
  const namesake = registry.byId.get(made.id);
  if (namesake?.kind === made.kind && sharesCounty(namesake.counties, made.counties) && !taken.has(made.id)) {
    return withSpellings(namesake, spellings, county);
  }
  if (namesake || taken.has(made.id) || body.names[0]!.key.split('|').length > 2)
    made.id = apart(made.id, firstCounty(book, rows), taken);
  return withSpellings(made, spellings, null);
}

/** Where the ids lead that a printed name and state would make, or once made, and that are no agency's own now. */
export function redirectsOf(
  book: Book,
  { agencies: byBody, registry }: { agencies: ReadonlyMap<Body, Agency>; registry: Registry },
  byLine: readonly { agency: string | null }[],
): Redirect[] {
  const own = new Set([...byBody.values()].map(({ id }) => id));
  const printed = new Map<string, string>();
  for (const { line, text } of book.rows) {
    const to = byLine[line]!.agency;
    const state = repairState(book.lines[line]!.state)?.value;
    if (to !== null && state) printed.set(`${state}|${text}`, to);
  }
  const redirects = new Map([...idsWithCounty(book, byBody), ...namesakeIds(book, byLine)]);
  for (const from of redirects.keys()) if (own.has(from) || registry.byId.has(from)) redirects.delete(from);
  for (const [key, to] of printed) {
    const from = agencyIdOf(key.slice(3), key.slice(0, 2));
    if (!own.has(from) && !registry.byId.has(from)) redirects.set(from, to);
  }
  return [...redirects].map(([from, to]) => ({ from, to })).sort((a, b) => (a.from < b.from ? -1 : 1));
}

/** The id with its county of each agency that has namesakes: an earlier list can yet show which of them was first, and has the bare id. */
function idsWithCounty(book: Book, agencies: ReadonlyMap<Body, Agency>): [string, string][] {
  return [...agencies].flatMap(([body, { id }]): [string, string][] => {
    if (!isShared(body)) return [];
    const rows = ownRows(book, body);
    const county = firstCounty(book, rows);
    return county ? [[`${agencyIdOf(first(book, rows).name, body.state)}-${countySlug(county)}`, id]] : [];
  });
}

/** The ids with a county that a namesake would have, or had until the lists printed another, by agencies with two counties. */
function namesakeIds(book: Book, byLine: readonly { agency: string | null }[]): Map<string, string> {
  const first = new Map<string, County>();
  const several = new Set<string>();
  for (const { line, county } of book.rows) {
    const { agency } = byLine[line]!;
    if (agency === null || county === null) continue;
    const known = first.get(agency);
    if (known === undefined) first.set(agency, county);
    else if (known !== county) several.add(agency);
  }
  const printed = new Map<string, Row[]>();
  for (const row of several.size > 0 ? book.rows : []) {
    const { agency } = byLine[row.line]!;
    if (agency !== null && row.county !== null && several.has(agency)) push(printed, agency, row);
  }
  const ids = new Map<string, string>();
  for (const [agency, rows] of printed) {
    if (!areOnOneList(book, rows)) continue;
    for (const { name, state, county } of rows)
      ids.set(`${agencyIdOf(name, state!)}-${countySlug(county!)}`, agency);
  }
  return ids;
}

/** True where two of the rows stood on one list under two counties: only then were they ever two agencies. */
function areOnOneList(book: Book, rows: readonly Row[]): boolean {
  return STREAMS.some((stream) =>
    rows.some((a) =>
      rows.some((b) => a.county !== b.county && meet(book.runs[stream][a.line]!, book.runs[stream][b.line]!)),
    ),
  );
}

/** The rows under the body's own names; a row moved here by a relabel bears another's name. */
function ownRows(book: Book, body: Body): Row[] {
  const keys = new Set(body.names.map(({ state, words }) => `${state}|${words}`));
  const rows = body.tracks.flatMap((track) => track.lines).map((line) => book.rows[line]!);
  const own = rows.filter((row) => keys.has(`${row.state}|${row.words}`));
  return own.length > 0 ? own : rows;
}

/** Proper spellings, the one that stood on most lists first. */
function spellingsOf(book: Book, rows: readonly Row[]): string[] {
  const printed = new Map<string, number>();
  for (const { name, line } of rows) printed.set(name, (printed.get(name) ?? 0) + lists(book, line));
  const weights = new Map<string, number>();
  for (const [text, count] of printed) {
    const name = properName(text);
    weights.set(name, (weights.get(name) ?? 0) + count);
  }
  return [...weights].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).map(([name]) => name);
}

function knownAgency(
  body: Body,
  { spellings, county }: { spellings: readonly string[]; county: County | null },
  registry: Registry,
): Agency | null {
  if (registry.byName.size === 0) return null;
  for (const spelling of spellings) {
    const [fit, other] = registry.byName.get(nameKey(spelling, body.state)) ?? [];
    if (fit && !other && !isElsewhere(fit, county, body)) return fit;
  }
  return null;
}

// The only township of its name in the registry need not be the one that the list means, nor that of two on one list.
function isElsewhere(fit: Agency, county: County | null, body: Body): boolean {
  if (county === null || fit.counties.length === 0 || sharesCounty(fit.counties, county.now)) return false;
  return repeats(fit) || isShared(body);
}

function isShared({ names }: Body): boolean {
  return names.some(({ shared }) => shared);
}

function withSpellings(agency: Agency, spellings: readonly string[], county: County | null): Agency {
  const aliases = [...new Set([...agency.aliases, ...spellings])].filter((name) => name !== agency.name);
  if (STATEWIDE.has(agency.kind) || county === null) return { ...agency, aliases };
  return {
    ...agency,
    aliases,
    counties: agency.counties.length === 0 ? county.now : printedFirst(agency, county),
  };
}

/** The counties of an agency, those that the lists print before the others: a town in two is shown where they see it. */
function printedFirst({ counties }: Agency, { now }: County): string[] {
  const printed = counties.filter((code) => now.includes(code));
  return [...printed, ...counties.filter((code) => !printed.includes(code))];
}

function newestCounty(book: Book, rows: readonly Row[]): County | null {
  let newest: County | null = null;
  let day = '';
  for (const row of rows) {
    const last = row.county && lastDay(book, row.line);
    if (last && last > day) {
      newest = row.county;
      day = last;
    }
  }
  return newest;
}

/** The county that the first list with one prints: an id is made once, whatever later lists put right. */
function firstCounty(book: Book, rows: readonly Row[]): County | null {
  const placed = rows.filter(({ county }) => county !== null);
  return placed.length > 0 ? first(book, placed).county : null;
}

function typeOf(book: Book, rows: readonly Row[]): string | null {
  const weights = new Map<string, number>();
  for (const { type, line } of rows)
    if (type) weights.set(type, (weights.get(type) ?? 0) + lists(book, line));
  return [...weights].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))[0]?.[0] ?? null;
}

function first(book: Book, rows: readonly Row[]): Row {
  const dated = rows.map((row) => ({ row, key: `${firstDayOf(book, row.line)} ${row.words} ${row.name}` }));
  return dated.reduce((least, entry) => (entry.key < least.key ? entry : least)).row;
}

function firstDayOf(book: Book, line: number): string {
  const days = STREAMS.flatMap((stream) =>
    book.runs[stream][line]!.slice(0, 1).map((run) => dayAt(book, stream, run.first)),
  );
  return days.sort()[0] ?? '';
}

function lists(book: Book, line: number): number {
  return weight(book.runs.signed[line]!) + weight(book.runs.pending[line]!);
}

function apart(id: string, county: County | null, taken: ReadonlySet<string>): string {
  const named = county ? `${id}-${countySlug(county)}` : id;
  for (let number = 1; ; number++) {
    const tried = number === 1 ? named : `${named}-${number}`;
    if (!taken.has(tried)) return tried;
  }
}
