import type { Bodies, Body } from './bodies.ts';
import { type Book, firstRow, isListed, type Name, newestPlaced } from './book.ts';
import type { Agency, Candidate } from './model.ts';
import { apartInTime } from './namesakes.ts';
import { countiesNamed, countyName } from './places.ts';
import { isNotAvailable } from './repairs.ts';
import type { Row } from './rows.ts';
import { sharesCounty } from './united.ts';

/** What the county cells leave open. */
export function countyCandidates(
  book: Book,
  bodies: Bodies,
  agencies: ReadonlyMap<Body, Agency>,
): Candidate[] {
  return [
    ...openCounties(book),
    ...foreignCounties(book, bodies, agencies),
    ...otherCounties(book, bodies, agencies),
    ...namesakes(book, bodies, agencies),
    ...elsewhere(book, bodies, agencies),
  ];
}

const NO_COUNTY = 'the county cell names no county of the state';
const SEVERAL_COUNTIES = 'the county cell fits several counties of the state';
const TWO_COUNTIES = 'one name, under two counties on one list: perhaps one agency';
const AT_ANOTHER_TIME =
  'one name, under another county at another time, and no agreement in common: perhaps two agencies';

/** Namesakes that one list has in two counties. Where each is an entry of the registry of its own, nothing is open. */
function namesakes(book: Book, bodies: Bodies, agencies: ReadonlyMap<Body, Agency>): Candidate[] {
  return bodies.openNamesakes().flatMap(([a, b]) => {
    const pair = [agencies.get(a)!, agencies.get(b)!] as const;
    const [one, other] = pair.map(({ ori }) => ori) as [string[], string[]];
    if (one.length > 0 && other.length > 0 && !one.some((code) => other.includes(code))) return [];
    return [
      {
        reason: TWO_COUNTIES,
        text: pair.map(placed).join(' / '),
        state: a.state,
        agencies: pair.map(({ id }) => id),
        rows: [place(book, a.tracks[0]!.lines[0]!), place(book, b.tracks[0]!.lines[0]!)],
      },
    ];
  });
}

/** Agencies of one name whose rows stand under two counties, of which none leads to the other. */
function elsewhere(book: Book, bodies: Bodies, agencies: ReadonlyMap<Body, Agency>): Candidate[] {
  return bodies.all().flatMap((body) => {
    const agency = agencies.get(body)!;
    return body.names.flatMap((name: Name) => {
      const lines = apartInTime(book, name);
      if (!lines) return [];
      const counties = lines.map((line) => book.rows[line]!.county!.full);
      return [
        {
          reason: AT_ANOTHER_TIME,
          text: `${agency.name}: ${counties.join(' / ')}`,
          state: body.state,
          agencies: [agency.id],
          rows: lines.map((line) => place(book, line)),
        },
      ];
    });
  });
}

function placed({ name, counties }: Agency): string {
  return counties.length > 0 ? `${name}, ${counties.map(countyName).join(', ')}` : name;
}

/** County cells that name no county of their state, or several: kept as they are, one candidate for each agency that has one. */
function openCounties(book: Book): Candidate[] {
  const found = new Map<string, Candidate>();
  for (const row of book.rows) {
    const cell = book.lines[row.line]!.county.trim();
    if (row.county !== null || row.state === null || isNotAvailable(cell) || !isListed(book, row.line))
      continue;
    const key = `${row.state}|${row.words}|${cell}`;
    if (found.has(key)) continue;
    found.set(key, {
      reason: countiesNamed(cell, row.state).length > 1 ? SEVERAL_COUNTIES : NO_COUNTY,
      text: `${row.text}: ${cell}`,
      state: row.state,
      agencies: [],
      rows: [place(book, row.line)],
    });
  }
  return [...found.values()];
}

function foreignCounties(book: Book, bodies: Bodies, agencies: ReadonlyMap<Body, Agency>): Candidate[] {
  return bodies.all().flatMap((body) => {
    const agency = agencies.get(body)!;
    const county = /^(.*?) (?:County|Parish)\b/.exec(agency.name)?.[0];
    if (agency.kind !== 'sheriff' || !county || countiesNamed(county, body.state).length > 0) return [];
    // An independent city's sheriff is listed as a county's.
    if (countiesNamed(county.replace(/ (?:County|Parish)$/, ''), body.state).length > 0) return [];
    return [
      {
        reason: 'the state has no county of that name',
        text: agency.name,
        state: body.state,
        agencies: [agency.id],
        rows: [place(book, body.tracks[0]!.lines[0]!)],
      },
    ];
  });
}

/** Agencies whose newest rows give another county than the registry or their own name. */
function otherCounties(book: Book, bodies: Bodies, agencies: ReadonlyMap<Body, Agency>): Candidate[] {
  return bodies.all().flatMap((body) => {
    const { id, name, counties, state } = agencies.get(body)!;
    const rows = body.names.flatMap((own) => own.lines).map((line) => book.rows[line]!);
    const differs = ({ county }: Row) => county !== null && !sharesCounty(county.now, counties);
    // Nearly all print the one county everywhere.
    if (counties.length === 0 || !rows.some(differs)) return [];
    const newest = newestPlaced(book, rows);
    if (!newest.every(differs)) return [];
    // Of its rows the first under that county shows since when.
    const row = rows.find(({ county }) => county === newest[0]!.county)!;
    return [
      {
        reason: 'the county cell differs from the county that name or registry give',
        text: `${name}: ${row.county!.full} / ${counties.map(countyName).join(', ')}`,
        state,
        agencies: [id],
        rows: [place(book, row.line)],
      },
    ];
  });
}

function place(book: Book, line: number) {
  const { capture, row } = firstRow(book, line);
  return { capture, row };
}
