import { push } from '../base/index.ts';
import type { Line } from '../claim/index.ts';
import { agenciesOf, redirectsOf } from './agencies.ts';
import { agreementsOf, type MadeAgreement } from './agreements.ts';
import { Bodies, type Body } from './bodies.ts';
import { type Book, bookOf, firstRow, isListed, type Name, namesOf, ranksOf, sortNames } from './book.ts';
import { candidatesOf } from './candidates.ts';
import { notePrintedCounties } from './counties.ts';
import { distinctPairs, mergeDecided, stillApart } from './decisions.ts';
import { type ReadLists, readLists } from './kept.ts';
import { memorandaOf } from './memoranda.ts';
import type { Agency, Agreement, IdentityDecision, Lineage, ListFile, Merge, Repair } from './model.ts';
import { canonicalName } from './names.ts';
import { namesakesApart } from './namesakes.ts';
import type { Registry } from './registry.ts';
import { repairCounty } from './repairs.ts';
import type { Row } from './rows.ts';
import { fillModels } from './rules-models.ts';
import { mergeSpellings } from './rules-names.ts';
import { mergeRenames, OPEN_HANDOVER, openHandovers, openRelabels } from './rules-renames.ts';
import { openStates, stateSlips } from './rules-states.ts';
import type { Stream } from './runs.ts';

/**
 * Everything that the lists amount to: dated publications, agencies across all spellings, agreements from first to last
 * listing, and every repair and merge with its rule and rows. Pure; the order of files and of lines does not matter.
 */
export function resolveLists(
  files: readonly ListFile[],
  lines: readonly Line[],
  registry: Registry,
  decisions: readonly IdentityDecision[],
): Lineage {
  return resolveRead(readLists(files, lines)!, lines, registry, decisions);
}

/** The same of lists that were read already. */
export function resolveRead(
  read: ReadLists,
  lines: readonly Line[],
  registry: Registry,
  decisions: readonly IdentityDecision[],
): Lineage {
  return renumbered(resolveBook(bookOf(read, lines), registry, decisions), read.order);
}

/** Lines numbered as in the log again. */
function renumbered(lineage: Lineage, order: readonly number[]): Lineage {
  const rank = ranksOf(order);
  for (const agreement of lineage.agreements) {
    agreement.lines = agreement.lines.map((line) => order[line]!).sort((a, b) => a - b);
  }
  return { ...lineage, byLine: order.map((_line, index) => lineage.byLine[rank[index]!]!) };
}

function resolveBook(book: Book, registry: Registry, decisions: readonly IdentityDecision[]): Lineage {
  const { names, apart, bonds } = namesakesApart(book, mendStates(book, namesOf(book)));
  const each = new Bodies(names, []);
  const namesakes = stillApart(apart, decisions, each, registry);
  const bodies = new Bodies(names, distinctPairs(decisions, each, registry), namesakes);
  bodies.bonds.push(...bonds);
  mergeDecided(decisions, bodies, registry);
  const doubts = mergeSpellings(book, bodies, registry);
  mergeRenames(book, bodies, registry);
  fillModels(book, bodies);
  const agencies = agenciesOf(book, bodies.all(), registry);
  notePrintedCounties(book, agencies, registry);
  const made = bodies.all().flatMap((body) => agreementsOf(book, body, agencies.get(body)!.id));
  const byLine = linesOf(book, bodies, agencies, made);
  const repairs = repairsOf(book, made, byLine);
  noteRules(book, bodies, made);
  return {
    publications: book.timeline.publications,
    agencies: [...agencies.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
    agreements: made.map(({ agreement }) => agreement),
    byLine,
    merges: mergesOf(book, bodies, made, byLine),
    repairs,
    candidates: candidatesOf(book, bodies, agencies, doubts),
    redirects: redirectsOf(book, { agencies, registry }, byLine),
    memoranda: memorandaOf(book, byLine),
  };
}

/** Gives rows under a wrong state their own; the names as they are then. */
function mendStates(book: Book, names: readonly Name[]): Name[] {
  const mended = new Set<string>();
  const keyOf = ({ state, words }: Row) => `${state}|${words}`;
  for (const { lines, state, rule } of stateSlips(book, names)) {
    for (const line of lines) {
      const row = book.rows[line]!;
      mended.add(keyOf(row));
      book.repairs.push({ line, rule, column: 'state', raw: book.lines[line]!.state, value: state });
      row.state = state;
      row.county = repairCounty(book.lines[line]!.county, state)?.value ?? null;
      row.words = canonicalName(row.name, state);
      mended.add(keyOf(row));
    }
  }
  if (mended.size === 0) return [...names];
  const fresh = namesOf(book, (row) => mended.has(keyOf(row)));
  return sortNames(book, [...names.filter(({ key }) => !mended.has(key)), ...fresh]);
}

function linesOf(
  book: Book,
  bodies: Bodies,
  agencies: ReadonlyMap<Body, Agency>,
  made: readonly MadeAgreement[],
): Lineage['byLine'] {
  const byLine: Lineage['byLine'] = book.lines.map(() => ({ agency: null, agreement: -1 }));
  for (const body of bodies.all()) {
    for (const line of body.tracks.flatMap((track) => track.lines))
      byLine[line]!.agency = agencies.get(body)!.id;
  }
  made.forEach(({ agreement }, index) => {
    for (const line of agreement.lines) {
      const entry = byLine[line]!;
      // A line of a pending list that also stands signed belongs to the signed agreement.
      if (entry.agreement < 0 || agreement.position === 'takes-part') entry.agreement = index;
    }
  });
  return byLine;
}

function repairsOf(book: Book, made: readonly MadeAgreement[], byLine: Lineage['byLine']): Repair[] {
  const repairs = book.repairs
    .filter(({ line }) => isListed(book, line))
    .map(({ line, ...repair }) => {
      const { capture, row } = firstRow(book, line);
      return { ...repair, agency: byLine[line]!.agency, row: { capture, row } };
    });
  for (const { corrections, agreement } of made) {
    for (const { rule, from, to, a } of corrections) {
      if (rule !== 'year-slip') continue;
      const { capture, row } = firstRow(book, a);
      const { agency } = agreement;
      const change = { rule, agency, column: 'signed', raw: from ?? '', value: to ?? '' };
      repairs.push({ ...change, row: { capture, row } });
    }
  }
  return repairs;
}

function mergesOf(
  book: Book,
  bodies: Bodies,
  made: readonly MadeAgreement[],
  byLine: Lineage['byLine'],
): Merge[] {
  const side = (line: number, text = book.rows[line]!.text, stream?: Stream) => {
    const { capture, row } = firstRow(book, line, stream);
    return { capture, row, text };
  };
  const merge = (rule: string, a: number, b: number): Merge => ({
    rule,
    agency: byLine[b]!.agency ?? byLine[a]!.agency ?? '',
    a: side(a),
    b: side(b),
  });
  const exact = bodies
    .all()
    .flatMap((body) => body.names.flatMap(({ lines }) => spellings(book, lines, byLine)));
  const dates = made.flatMap(({ corrections, agreement }) =>
    corrections
      .filter(({ rule }) => rule !== 'year-slip')
      .map(({ rule, from, to, a, b }) => ({
        ...merge(rule, a, b),
        dates: { from, to, agreement: agreement.id },
        a: side(a, `${book.rows[a]!.text} · ${from ?? 'no date'}`, 'signed'),
        b: side(b, `${book.rows[b]!.text} · ${to ?? 'no date'}`, 'signed'),
      })),
  );
  return [
    ...exact.map(([a, b]) => merge('exact-name', a, b)),
    ...bodies.bonds.map(({ rule, a, b }) => merge(rule, a, b)),
    ...dates,
  ];
}

/** Pairs of the first line of a name and the first line of each further spelling of it, of one agency: a listing may have been moved to another. */
function spellings(book: Book, lines: readonly number[], byLine: Lineage['byLine']): [number, number][] {
  const agencies = new Map<string | null, Map<string, number>>();
  for (const line of lines) {
    const { agency } = byLine[line]!;
    const texts = agencies.get(agency) ?? new Map<string, number>();
    agencies.set(agency, texts);
    const { text } = book.rows[line]!;
    if (!texts.has(text)) texts.set(text, line);
  }
  return [...agencies.values()].flatMap((texts) => {
    const [first, ...others] = texts.values();
    return others.map((line): [number, number] => [first!, line]);
  });
}

/** Writes into each agreement the rules that decided something about it; links are mended too often to be worth naming. */
function noteRules(book: Book, bodies: Bodies, made: readonly MadeAgreement[]): void {
  const byLine = new Map<number, string[]>();
  const note = (line: number, rule: string) => push(byLine, line, rule);
  for (const { line, rule, column } of book.repairs) if (column !== 'moa') note(line, rule);
  for (const { rule, a, b } of bodies.bonds) {
    note(a, rule);
    note(b, rule);
  }
  for (const { agreement, corrections } of made) {
    const rules = [
      ...agreement.lines.flatMap((line) => byLine.get(line) ?? []),
      ...corrections.map(({ rule }) => rule),
    ];
    agreement.rules = [...new Set(rules)].sort();
  }
  noteOpen(book, bodies, made);
}

/** Marks agreements of which nobody knows whether another agency's row went on with them, and when they were over at the latest. */
function noteOpen(book: Book, bodies: Bodies, made: readonly MadeAgreement[]): void {
  const signed = made.map(({ agreement }) => agreement).filter(({ position }) => position === 'takes-part');
  const of = (line: number) => signed.find(({ lines }) => lines.includes(line));
  const heirs = new Map<Agreement, Agreement[]>();
  for (const { a, b } of [...openHandovers(bodies), ...openRelabels(bodies), ...openStates(book, bodies)]) {
    const [left, heir] = [of(a.lines.at(-1)!), of(b.lines[0]!)];
    // What was renewed or switched went on all the same.
    if (left?.status === 'no-longer-listed' && heir) push(heirs, left, heir);
  }
  for (const left of heirs.keys()) left.rules.push(OPEN_HANDOVER);
  // The last first: whose heir is itself in doubt was not over before that one's heir.
  const latest = [...heirs].sort(([a], [b]) => (a.lastListed < b.lastListed ? 1 : -1));
  for (const [left, own] of latest) {
    const ends = own.map((heir) => {
      if (heir.status !== 'no-longer-listed') return null;
      return (heirs.has(heir) ? heir.overBy : heir.to?.max) ?? null;
    });
    if (ends.every((day) => day !== null)) left.overBy = ends.sort().at(-1)!;
  }
}
