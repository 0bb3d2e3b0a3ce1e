import type {
  ExplainedAgreement,
  ExplainedMerge,
  ExplainedRepair,
  ExplainedRow,
  Explanation,
} from '../record/index.ts';
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
    id: 'spellings' | 'merges' | 'repairs' | 'decisions' | 'status';
    title: string;
    reasons: Reason[];
  }[];
}

/** Why rows are one agency and why it stands as it does, in words. Pure. */
export function explainInWords(explanation: Explanation, words: Words): ExplanationInWords {
  const { explain: say } = words;
  const { spellings, merges, repairs, decisions, agreements } = explanation;
  const day = (date: string) => dayInWords(date, words);
  const printed = spellings.map(({ text, first, last, lists }) => ({
    text: fill(say.spelling, {
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
      reasons: repairs.map((repair) => repairInWords(repair, words)),
    },
    { id: 'decisions', title: say.decisionsTitle, reasons: decided },
    {
      id: 'status',
      title: say.statusTitle,
      reasons: agreements.map((agreement) => agreementInWords(agreement, words)),
    },
  ];
  return { title: say.title, parts: parts.filter(({ reasons }) => reasons.length > 0) };
}

function mergeInWords({ rule, a, b, dates }: ExplainedMerge, words: Words): Reason {
  const { explain: say } = words;
  const says = say.rules[rule] ?? rule;
  const date = (day: string | null) => (day === null ? say.undated : dayInWords(day, words));
  const text = dates
    ? fill(say.redated, { from: date(dates.from), to: date(dates.to), rule: says })
    : fill(say.merge, { a: inPrint(a.text), b: inPrint(b.text), rule: says });
  return { text, rows: [rowInWords(a, words), rowInWords(b, words)] };
}

function repairInWords({ rule, column, raw, value, row }: ExplainedRepair, words: Words): Reason {
  const { explain: say } = words;
  const text = fill(say.repair, { column, raw, value, rule: say.rules[rule] ?? rule });
  return { text, rows: [rowInWords(row, words)] };
}

/** Where a row stands, and its cells: `participatingAgencies05182026am.xlsx, row 12 (TEXAS | Harris …)`. */
function rowInWords({ list, row, cells }: ExplainedRow, { explain: say }: Words): string {
  const place = row === null ? fill(say.cited, { list }) : fill(say.row, { list, row: String(row) });
  const text = cells.map((cell) => cell.text.trim()).join(' | ');
  return text ? `${place} ${fill(say.cells, { cells: text })}` : place;
}

function agreementInWords(agreement: ExplainedAgreement, words: Words): Reason {
  const { explain: say } = words;
  const { programme, position, signed, status, runs, to, lastListed } = agreement;
  const day = (date: string | null | undefined) => (date ? dayInWords(date, words) : '');
  const waits = position === 'will-join';
  const pattern = waits ? say.waited : signed === null ? say.listedUndated : say.listed;
  const listed = fill(pattern, {
    programme: words.programmes[programme],
    signed: day(signed),
    first: day(runs[0]?.from),
    last: day(lastListed),
  });
  const gaps = runs
    .slice(1)
    .map((run, index) => fill(say.gap, { last: day(runs[index]!.to), first: day(run.from) }));
  const kind = waits && status === 'no-longer-listed' ? 'no-longer-pending' : status;
  const ended = fill(say.status[kind], {
    last: day(lastListed),
    after: day(to?.max),
    when: to ? whenInWords(to, words) : '',
    next: nextInWords(agreement, words),
  });
  return { text: [listed, ...gaps, ended].join(' '), rows: [] };
}

function nextInWords({ next }: ExplainedAgreement, words: Words): string {
  if (next === null) return '';
  const { explain: say } = words;
  const programme = words.programmes[next.programme];
  return next.signed === null
    ? fill(say.nextPending, { programme })
    : fill(say.next, { programme, signed: dayInWords(next.signed, words) });
}
