import { type Bodies, type Body, coListed, passage } from './bodies.ts';
import { type Book, firstRow, isListed } from './book.ts';
import type { Agency, Candidate } from './model.ts';
import { countiesNamed } from './places.ts';
import { isFuller, isSlip, sharesPlace } from './rules-names.ts';

/** What no rule decided: states and models that no cell says, counties that no state has, and names that may be one agency. */
export function candidatesOf(book: Book, bodies: Bodies, agencies: ReadonlyMap<Body, Agency>): Candidate[] {
  return [
    ...openRows(book),
    ...foreignCounties(book, bodies, agencies),
    ...nearNames(book, bodies, agencies),
  ];
}

function openRows(book: Book): Candidate[] {
  return book.rows
    .filter((row) => row.state === null && isListed(book, row.line))
    .map((row) => ({
      reason: 'no state is near what the cell says',
      text: `${row.text}, ${book.lines[row.line]!.state.trim()}`,
      state: null,
      agencies: [],
      rows: [place(book, row.line)],
    }));
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

/** Names a slip or a word apart, never on one list: one may stand for the other. */
function nearNames(book: Book, bodies: Bodies, agencies: ReadonlyMap<Body, Agency>): Candidate[] {
  const found: Candidate[] = [];
  const states = new Map<string, Body[]>();
  for (const body of bodies.all()) states.set(body.state, [...(states.get(body.state) ?? []), body]);
  for (const group of states.values()) {
    group.forEach((a, index) => {
      for (const b of group.slice(index + 1)) {
        if (coListed(a, b) || !bodies.mayMerge(a, b) || !isNear(book, a, b)) continue;
        const pair = [agencies.get(a)!, agencies.get(b)!];
        found.push({
          reason: 'names alike and never on one list, but nothing shows one in place of the other',
          text: pair.map((agency) => agency.name).join(' / '),
          state: a.state,
          agencies: pair.map((agency) => agency.id),
          rows: [place(book, a.tracks[0]!.lines[0]!), place(book, b.tracks[0]!.lines[0]!)],
        });
      }
    });
  }
  return found;
}

function isNear(book: Book, a: Body, b: Body): boolean {
  return a.names.some((x) =>
    b.names.some(
      (y) =>
        isSlip(x, y) ||
        isFuller(x, y) ||
        (sharesPlace(x, y) && (passage(book, a, b) ?? passage(book, b, a)) !== null),
    ),
  );
}

function place(book: Book, line: number) {
  const { capture, row } = firstRow(book, line);
  return { capture, row };
}
