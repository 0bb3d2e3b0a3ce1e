import type { Programme } from '../claim/index.ts';
import type {
  ExplainedAgreement,
  ExplainedMerge,
  ExplainedRepair,
  ExplainedRow,
  Explanation,
} from '../record/index.ts';
import { stateName } from '../resolve/index.ts';
import { count, fill, inPrint } from './phrase.ts';
import { dayInWords, whenInWords } from './when.ts';
import type { Words } from './words-en.ts';

/** A sentence with the rows of lists that it rests on. */
export interface Reason {
  text: string;
  rows: string[];
}

/** An explanation in the reader's language: parts with a heading each, empty ones left out. */
export interface ExplanationInWords {
  title: string;
  parts: {
    id: 'spellings' | 'merges' | 'repairs' | 'decisions' | 'registry' | 'status';
    title: string;
    reasons: Reason[];
  }[];
}

/** Why rows are one agency and why it stands as it does, in words. Pure. */
export function explainInWords(explanation: Explanation, words: Words): ExplanationInWords {
  const { explain: say } = words;
  const { spellings, merges, repairs, decisions, agreements, registry } = explanation;
  const day = (date: string) => dayInWords(date, words);
  const printed = spellings.map(({ text, first, last, lists }) => ({
    text: fill(first === last ? say.spellingOfDay : say.spelling, {
      text: inPrint(text),
      lists: count(say.lists, lists, words.locale),
      first: day(first),
      last: day(last),
    }),
    rows: [],
  }));
  const decided = decisions.map(({ kind, actor, recorded, reason }) => ({
    text: fill(say.decision, { kind, actor, date: day(recorded.slice(0, 10)), reason }),
    rows: [],
  }));
  const corrected = new Set(merges.flatMap(({ dates }) => (dates ? [dates.agreement] : [])));
  const merged = merges.map((merge) => mergeInWords(merge, words));
  const nothing = { text: printed.length === 0 ? say.noList : say.none, rows: [] };
  const parts: ExplanationInWords['parts'] = [
    { id: 'spellings', title: say.spellingsTitle, reasons: printed },
    {
      id: 'merges',
      title: say.mergesTitle,
      reasons: merged.length + repairs.length + decided.length > 0 ? merged : [nothing],
    },
    {
      id: 'repairs',
      title: say.repairsTitle,
      reasons: together(repairs.map((repair) => repairInWords(repair, words))),
    },
    { id: 'decisions', title: say.decisionsTitle, reasons: decided },
    {
      id: 'registry',
      title: say.registryTitle,
      reasons: registry === null ? [] : [registryInWords(registry, words)],
    },
    {
      id: 'status',
      title: say.statusTitle,
      reasons: agreements.map((agreement) => agreementInWords(agreement, corrected, words)),
    },
  ];
  return { title: say.title, parts: parts.filter(({ reasons }) => reasons.length > 0) };
}

/** What is said of several rows is said once. */
function together(reasons: readonly Reason[]): Reason[] {
  const byText = new Map<string, Reason>();
  for (const { text, rows } of reasons) {
    const known = byText.get(text);
    if (known) known.rows.push(...rows);
    else byText.set(text, { text, rows: [...rows] });
  }
  return [...byText.values()];
}

function mergeInWords({ rule, a, b, dates }: ExplainedMerge, words: Words): Reason {
  const { explain: say } = words;
  const says = say.rules[rule] ?? rule;
  const date = (day: string | null) => (day === null ? say.undated : dayInWords(day, words));
  const text = dates
    ? fill(say.redated, { from: date(dates.from), to: date(dates.to), rule: says })
    : fill(phraseOf(rule, say), { ...sidesOf(rule, a.text, b.text), rule: says });
  return { text, rows: [rowInWords(a, words), rowInWords(b, words)] };
}

/** The rules that move a listing have it as the first row, but for the one that fills a gap. */
function sidesOf(rule: string, a: string, b: string): { a: string; b: string } {
  const [first, second] = rule === 'stand-in' ? [b, a] : [a, b];
  return { a: inPrint(first), b: inPrint(second) };
}

/** Most rules make one agency of two names; some give a listing to the agency whose it is. */
function phraseOf(rule: string, say: Words['explain']): string {
  if (rule === 'model-filled') return say.filled;
  return /^(?:relabel|stand-in)/.test(rule) ? say.moved : say.merge;
}

function repairInWords({ rule, column, raw, value, row }: ExplainedRepair, words: Words): Reason {
  const { explain: say } = words;
  const text = fill(raw.trim() ? say.repair : say.repairBlank, {
    column: say.columns[column] ?? column,
    raw,
    value: valueInWords(column, value, words),
    rule: say.rules[rule] ?? rule,
  });
  return { text, rows: [rowInWords(row, words)] };
}

function valueInWords(column: string, value: string, words: Words): string {
  if (column === 'state') return stateName(value);
  return column === 'support' ? (words.programmes[value as Programme] ?? value) : value;
}

/** The codes that it has and by which rule, or why it has none, with the entries that were found instead. */
function registryInWords(
  { codes, rule, why, fits }: NonNullable<Explanation['registry']>,
  { explain: say, locale }: Words,
): Reason {
  const text =
    why === null && rule !== null
      ? count(say.coded, codes.length, locale, { codes: firstOf(codes), rule: say.matchRules[rule] })
      : fill(say.uncoded, { why: say.matchReasons[why ?? 'no-such-name'] });
  return { text, rows: why === null ? [] : fits };
}

// A state's police can have one for each of its posts.
function firstOf(codes: readonly string[]): string {
  return codes.length > 3 ? `${codes.slice(0, 3).join(', ')} …` : codes.join(', ');
}

/** Where a row stands, and its cells: `participatingAgencies05182026am.xlsx, row 12 (TEXAS | Harris …)`. */
function rowInWords({ list, row, cells }: ExplainedRow, { explain: say }: Words): string {
  const place = row === null ? fill(say.cited, { list }) : fill(say.row, { list, row: String(row) });
  const text = cells.map((cell) => cell.text.trim()).join(' | ');
  return text ? `${place} ${fill(say.cells, { cells: text })}` : place;
}

function agreementInWords(
  agreement: ExplainedAgreement,
  corrected: ReadonlySet<string>,
  words: Words,
): Reason {
  const { explain: say } = words;
  const { programme, position, signed, status, runs, to, lastListed } = agreement;
  const day = (date: string | null | undefined) => (date ? dayInWords(date, words) : '');
  const waits = position === 'will-join';
  const pattern = patternOf(agreement, words);
  const listed = fill(pattern, {
    programme: words.programmes[programme],
    signed: day(signed),
    first: day(runs[0]?.from),
    last: day(lastListed),
  });
  const gaps = runs
    .slice(1)
    .map((run, index) => fill(say.gap, { last: day(runs[index]!.to), first: day(run.from) }));
  const linked = agreement.memoranda
    .filter(({ day: from }, index, all) => index === 0 || from > all[0]!.day)
    .map((one, index) => fill(index === 0 ? say.linked : say.relinked, { day: day(one.day) }));
  const isAhead = signed !== null && (runs[0]?.from ?? signed) < signed;
  const dated = isAhead ? [corrected.has(agreement.id) ? say.datedLater : say.datedAhead] : [];
  const dropped = waits ? 'no-longer-pending' : agreement.handover ? 'open-handover' : status;
  const kind = status === 'no-longer-listed' ? dropped : (laterOf(agreement) ?? status);
  const ended = fill(say.status[kind], {
    last: day(lastListed),
    after: to?.max === lastListed ? say.listAfterThatDay : fill(say.listAfter, { day: day(to?.max) }),
    when: to ? whenInWords(to, words) : '',
    since: agreement.waited ? say.nothingSince : say.nothingYet,
    next: nextInWords(agreement, words),
    back: day(agreement.next?.listed),
  });
  return { text: [listed, ...dated, ...gaps, ...linked, ended].join(' '), rows: [] };
}

function patternOf({ position, signed, runs, lastListed }: ExplainedAgreement, words: Words): string {
  const { explain: say } = words;
  const oneDay = runs[0]?.from === lastListed;
  if (position === 'will-join') return oneDay ? say.waitedOneDay : say.waited;
  if (signed === null) return say.listedUndated;
  return oneDay ? say.listedOneDay : say.listed;
}

// What took its place only after lists without either is no renewal that anybody could see at the time.
function laterOf({ status, next, to }: ExplainedAgreement): 'renewed-later' | 'switched-later' | null {
  if (status !== 'renewed' && status !== 'switched') return null;
  const later = next?.listed && to?.max && next.listed > to.max;
  return later ? `${status}-later` : null;
}

function nextInWords({ next }: ExplainedAgreement, words: Words): string {
  if (next === null) return '';
  const { explain: say } = words;
  const programme = words.programmes[next.programme];
  return next.signed === null
    ? fill(say.nextPending, { programme })
    : fill(say.next, { programme, signed: dayInWords(next.signed, words) });
}
