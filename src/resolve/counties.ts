import type { Body } from './bodies.ts';
import { type Book, newestPlaced } from './book.ts';
import type { Agency } from './model.ts';
import { saysItsCounty } from './namesakes.ts';
import { countyName } from './places.ts';
import type { Registry } from './registry.ts';
import { isNotAvailable } from './repairs.ts';
import type { Row } from './rows.ts';
import { sharesCounty } from './united.ts';

/**
 * Notes as a repair each county cell that prints another county than the agency is taken to lie in, with the rule that
 * decided: its name, another list, or the registry. Adds to `book.repairs`.
 */
export function notePrintedCounties(
  book: Book,
  agencies: ReadonlyMap<Body, Agency>,
  registry: Registry,
): void {
  for (const [body, agency] of agencies) {
    const { counties } = agency;
    if (counties.length === 0) continue;
    const rows = body.tracks.flatMap(({ lines }) => lines).map((line) => book.rows[line]!);
    const agrees = ({ county }: Row) => county !== null && sharesCounty(county.now, counties);
    const others = new Set(rows.filter((row) => !agrees(row) && isPrinted(book, row)));
    if (others.size === 0) continue;
    const rule = ruleOf(body, agency, newestPlaced(book, rows).some(agrees), registry);
    const value = counties.map(countyName).join(', ');
    for (const { line } of others)
      book.repairs.push({ line, rule, column: 'county', raw: book.lines[line]!.county, value });
  }
}

function isPrinted(book: Book, { line, county }: Row): boolean {
  return county !== null || !isNotAvailable(book.lines[line]!.county.trim());
}

function ruleOf({ names }: Body, agency: Agency, isNewest: boolean, registry: Registry): string {
  if (names.some(saysItsCounty)) return 'county-of-name';
  if (isNewest) return 'county-corrected';
  const isRegistered = registry.byId.has(agency.id) || agency.registry?.why === null;
  return isRegistered ? 'county-of-registry' : 'county-of-name';
}
