import type { CitedLaw, Interval } from '../record/index.ts';
import { dayText, edtfText, filled, whenText } from './dates.ts';
import { differsText } from './differs.ts';
import { exhibitBlocks } from './exhibit-blocks.ts';
import type { Holding, Statement } from './statement.ts';
import type { StatementWords } from './words-en.ts';

/** A part of a printed statement. HTML and PDF are made of the same blocks, so that both say the same. */
export type Block =
  | { kind: 'title' | 'heading' | 'text' | 'item' | 'small'; text: string }
  /** The words of a source, or the cells of a row. */
  | { kind: 'quote'; text: string }
  | { kind: 'exhibit'; text: string; number: number; file: string | null };

/** The statement in plain words of one language, part by part. `files` names the file of each captured source. */
export function blocksOf(
  statement: Statement,
  files: ReadonlyMap<string, string>,
  words: StatementWords,
): Block[] {
  const { agency, on, known } = statement;
  const { name, state } = agency;
  const days = { on: dayText(on, words.dates), known: dayText(known, words.dates) };
  const place = [...agency.counties.map((county) => county.name), state].join(', ');
  const heading = (text: string): Block => ({ kind: 'heading', text: filled(text, days) });
  return [
    { kind: 'title', text: filled(words.title, { name, state }) },
    { kind: 'text', text: filled(words.shows, days) },
    {
      kind: 'small',
      text: [agency.id, place, ...(agency.ori.length ? [`ORI ${agency.ori.join(', ')}`] : [])].join(' · '),
    },
    heading(words.headings.held),
    ...holdingBlocks(statement, words),
    heading(words.headings.contradicts),
    ...contradictionBlocks(statement, words),
    heading(words.headings.unknown),
    ...unknownBlocks(statement, words),
    ...otherBlocks(statement, words),
    heading(words.headings.evidence),
    ...statement.exhibits.flatMap((exhibit) => exhibitBlocks(exhibit, name, files, words)),
    heading(words.headings.origin),
    ...originBlocks(statement, words),
  ];
}

function evidenceText(numbers: readonly number[], words: StatementWords): string {
  const sorted = [...new Set(numbers)].sort((a, b) => a - b);
  return sorted.length === 0 ? '' : filled(words.evidence, { numbers: sorted.join(', ') });
}

function holdingBlocks({ holds, agency, on }: Statement, words: StatementWords): Block[] {
  if (holds.length === 0) return [{ kind: 'text', text: filled(words.none, { name: agency.name }) }];
  return holds.map((holding) => ({
    kind: 'item',
    text: `${holdingText(holding, agency.name, on, words)}${evidenceText(holding.exhibits, words)}`,
  }));
}

function holdingText(holding: Holding, name: string, on: string, words: StatementWords): string {
  const { interval, certain } = holding;
  if (certain) return `${beganText(holding, name, words)}${goesOnText(holding, on, words)}`;
  const { held } = words;
  const { from, to, position, programme } = interval;
  const begun = from.max !== null && from.max <= on;
  // Nothing says that it ended, and nothing newer says that it went on.
  if (begun && to === null)
    return `${beganText(holding, name, words)}${filled(held.silent, { on: dayText(on, words.dates) })}`;
  const values = {
    name,
    on: dayText(on, words.dates),
    did: words.did[position],
    programme: words.programmes[programme],
  };
  const began = begun ? '' : filled(held.doubtBegan, { when: whenText(from, words.dates) });
  const ended = begun && to ? filled(held.doubtEnded, { when: whenText(to, words.dates) }) : '';
  return `${filled(held.doubt, values)}${began}${ended}${signedText(interval, words)}`;
}

/** What was held and since when; of an end, when it was over and when it was told of; of what is only said, when it was said. */
function beganText({ interval, over, onlySaid }: Holding, name: string, words: StatementWords): string {
  const { held } = words;
  const { position, programme, from, said, signed } = interval;
  const when = whenText(from, words.dates);
  const values = {
    name,
    when,
    When: capital(when),
    did: words.did[position],
    does: words.does[position],
    programme: words.programmes[programme],
  };
  if (position === 'ends') {
    if (onlySaid && over === null) return filled(held.endSaid, values);
    // On a day on which it may not have been over yet, only the word of it holds; when it ended is said with what ended.
    if (onlySaid) return filled(held.endTold, values);
    const ended = filled(held.ended, { ...values, when: whenText(over ?? from, words.dates) });
    return said ? `${ended}${filled(held.announced, values)}` : ended;
  }
  if (said) return `${filled(held.said, values)}${lastSaidText(interval, words)}`;
  if (signed !== null && signed === from.max && from.min === signed) return filled(held.signedThen, values);
  return `${filled(held.since, values)}${signedText(interval, words)}`;
}

function lastSaidText({ from, seenMin, lastSeen }: Interval, words: StatementWords): string {
  if (lastSeen <= (from.max ?? lastSeen)) return '';
  return filled(words.held.lastSaid, { when: whenText({ min: seenMin, max: lastSeen }, words.dates) });
}

function signedText({ signed, position }: Interval, words: StatementWords): string {
  if (signed === null || position === 'ends') return '';
  return filled(words.held.signed, { when: edtfText(signed, words.dates) });
}

/** Until when it went on, or how far the evidence reaches. */
function goesOnText({ interval, followed }: Holding, on: string, words: StatementWords) {
  const { position, to, said, lastSeen, seenMin } = interval;
  const { held, dates } = words;
  if (position === 'ends') return '';
  if (to !== null) return filled(followed ? held.followed : held.until, { when: whenText(to, dates) });
  if (said) return held.noEnd;
  const when = whenText({ min: seenMin, max: lastSeen }, dates);
  return `${held.noEnd}${filled(lastSeen > on ? held.still : held.newest, { when })}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function contradictionBlocks({ contradictions }: Statement, words: StatementWords): Block[] {
  const { contradiction, dates } = words;
  if (contradictions.length === 0) return [{ kind: 'text', text: contradiction.none }];
  return contradictions.map(({ row, exhibits }) => {
    const differs = differsText(row, words.lang === 'es' ? 'es' : 'en');
    const item = filled(contradiction.item, { kind: words.contradictions[row.kind], differs });
    const opened = row.opened ? filled(contradiction.since, { day: dayText(row.opened, dates) }) : '';
    const closed = row.closed ? filled(contradiction.closed, { day: dayText(row.closed, dates) }) : '';
    const laws = [row.laws.a, row.laws.b].flatMap((law) => (law ? lawText(law, words) : [])).join('');
    return { kind: 'item', text: `${item}${laws}${opened}${closed}${evidenceText(exhibits, words)}` };
  });
}

function lawText({ title, url, summary }: CitedLaw, { contradiction }: StatementWords): string {
  return filled(contradiction.law, { title, url: url ? `, ${url}` : '', summary });
}

function unknownBlocks(statement: Statement, words: StatementWords): Block[] {
  const { holds, unknownProgrammes, proposed, rejected, exhibits, known, on } = statement;
  const { unknown } = words;
  const item = (text: string, values: Record<string, string> = {}): Block => ({
    kind: 'item',
    text: filled(text, values),
  });
  const blocks = holds
    .filter(({ certain, interval: { from, to } }) => !certain && (to !== null || (from.max ?? '9999') > on))
    .map(({ interval: { from, programme } }) => {
      const begun = from.max !== null && from.max <= on;
      return item(begun ? unknown.ended : unknown.began, { programme: words.programmes[programme] });
    });
  const programmes = unknownProgrammes.map((programme) => words.programmes[programme]).join('; ');
  if (programmes) blocks.push(item(unknown.programmes, { programmes }));
  if (proposed.length > 0) {
    const waits = proposed.length === 1 ? unknown.oneWaits : unknown.manyWait;
    blocks.push(item(`${waits}${evidenceText(proposed, words)}`, { n: String(proposed.length) }));
  }
  if (rejected.length > 0) blocks.push(item(unknown.rejected, { numbers: rejected.join(', ') }));
  const cited = exhibits.filter(({ capture }) => capture === null).map(({ number }) => number);
  if (cited.length > 0) blocks.push(item(unknown.cited, { numbers: cited.join(', ') }));
  blocks.push(item(unknown.later, { known: dayText(known, words.dates) }));
  return blocks;
}

/** What was held on other days: an interval, or an end that the statement does not name yet. */
function otherBlocks({ others, agency }: Statement, words: StatementWords): Block[] {
  if (others.length === 0) return [];
  const items = others.map((other): Block => {
    const { followed } = other;
    const { position, to } = other.interval;
    const word = followed ? words.held.followed : words.held.until;
    const until = to === null || position === 'ends' ? '' : filled(word, { when: whenText(to, words.dates) });
    const text = `${beganText(other, agency.name, words)}${until}${evidenceText(other.exhibits, words)}`;
    return { kind: 'item', text };
  });
  return [{ kind: 'heading', text: words.headings.others }, ...items];
}

function originBlocks({ root, decisions, recorded }: Statement, { origin }: StatementWords): Block[] {
  const heads = root.heads.join(', ');
  const chain =
    decisions.length === 0
      ? origin.noDecisions
      : filled(origin.decisions, { n: String(decisions.length), heads });
  return [
    { kind: 'text', text: filled(origin.root, { root: root.root, chain }) },
    { kind: 'text', text: origin.readme },
    ...(recorded === null ? [] : [{ kind: 'small' as const, text: filled(origin.recorded, { recorded }) }]),
  ];
}
