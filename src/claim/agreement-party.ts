import type { TextReading } from '../read/index.ts';
import { isDoubtful, type Span, wordsIn } from './agreement-text.ts';
import type { Mention } from './claim.ts';
import { STATES } from './lexicon-places.ts';
import { matchesOf } from './matches.ts';

/** The law-enforcement party of an agreement, with the sentence that makes it the party. */
export interface Party {
  mention: Mention;
  /** Where the agency is named. */
  named: Span;
  rule: string;
}

const PREAMBLE =
  /agreement\s+between\s+(?:the\s+)?(?:U\.?S\.?|United\s+States)[\s\S]{0,120}?Homeland\s+Security\s*[({][^)]{2,5}\)\s*,?\s*and\s+(?:the\s+)?/i;
const PREAMBLE_END = /\s*[,|]*\s*\(?\s*(?:hereinafter|pursuant\s+to\s+which|hereby)/i;
const BODY =
  /\b(?:Sheriff|Police|Department|Dept|Office|Bureau|Corrections?|Detention|Jail|Constable|Marshal|Attorney General|National Guard|Patrol|Public Safety|Investigations?|Authority|Enforcement|Probation|Prosecutor)/i;

/** The agency that signs: from the sentence that names the parties, else from the signature block or the running feet. */
export function partyIn(reading: TextReading, offices: Span[]): Party | null {
  const { text } = reading;
  const candidates: [string, Span | null][] = [
    ['party-named', preambleSpan(text)],
    // Printed on every page, it is read more surely than in one field.
    ['party-by-foot', footSpan(reading)],
    ...offices.map((span): [string, Span] => ['party-by-signature', span]),
  ];
  for (const [rule, span] of candidates) {
    if (!span) continue;
    const named = trimmed(text, span);
    const written = wordsIn(text.slice(named.start, named.end));
    if (!BODY.test(written) || /immigration|customs/i.test(written) || isDoubtful(reading, named)) continue;
    return { mention: mentionOf(written, stateIn(text)), named, rule };
  }
  return null;
}

/** The sentence that names both parties, or null. */
export function preambleSentence(text: string): Span | null {
  const found = /This\s+Memorandum\s+of\s+Agreement[\s\S]{0,40}?constitutes/i.exec(text);
  if (!found) return null;
  const rest = text.slice(found.index, found.index + 900);
  const end = /specified\s+herein\.?|\.\s+(?=The\s)/.exec(rest);
  return {
    start: found.index,
    end: found.index + (end ? end.index + end[0].trimEnd().length : Math.min(rest.length, 300)),
  };
}

function preambleSpan(text: string): Span | null {
  const opening = PREAMBLE.exec(text);
  if (!opening) return null;
  const start = opening.index + opening[0].length;
  const end = PREAMBLE_END.exec(text.slice(start, start + 250));
  return end ? { start, end: start + end.index } : null;
}

/** The agency as the feet of the pages print it, most often read the same way. */
function footSpan(reading: TextReading): Span | null {
  const { text, blocks, pages = [] } = reading;
  const counts = new Map<string, { span: Span; seen: number }>();
  for (const page of pages) {
    const last = blocks.filter((block) => block.start >= page.start && block.end <= page.end).slice(-3);
    for (const block of last) {
      const lines = text.slice(block.start, block.end).split(/[\t\n[\]]/);
      const line = lines.find((part) => part.length < 80 && BODY.test(part))?.trim();
      if (!line) continue;
      const start = text.indexOf(line, block.start);
      const span = { start, end: start + line.length };
      const key = line.toLowerCase().replace(/[^a-z]/g, '');
      const known = counts.get(key) ?? { span, seen: 0 };
      counts.set(key, { span: isDoubtful(reading, known.span) ? span : known.span, seen: known.seen + 1 });
    }
  }
  const best = [...counts.values()].sort((a, b) => b.seen - a.seen)[0];
  return best && best.seen > Math.max(1, pages.length / 4) ? best.span : null;
}

/** The span up to an acronym in brackets, without stray marks and blanks at its ends. */
function trimmed(text: string, { start, end }: Span): Span {
  let raw = text.slice(start, end);
  raw = raw.replace(/\s*\([A-Z][\w&. ]{1,12}\)[\s\S]*$/, '').replace(/[\s,;|.:_-]+$/, '');
  const lead = /^[\s,|_-]*(?:the\s+)?/i.exec(raw)![0].length;
  return { start: start + lead, end: start + raw.length };
}

function mentionOf(written: string, documentState: string | null): Mention {
  const tail = STATES.find(({ name, code }) => new RegExp(`,\\s*(?:${name}|${code})$`).test(written));
  let name = tail ? written.replace(/,[^,]*(?:,[^,]*)?$/, '') : written;
  if (!/[a-z]/.test(name)) name = titleCase(name);
  const inner = STATES.find(
    (state) => name.indexOf(` ${state.name} `) > 0 && !name.includes(`${state.name} County`),
  );
  if (inner) name = name.replace(` ${inner.name} `, ' ');
  name = name
    .replace(/[’`]/g, "'")
    .replace(/\bSheriff\s*s\b|\bSheriff'?i?s\b/g, "Sheriff's")
    .replace(/\bSheriff$/, "Sheriff's Office")
    .replace(/\bDept\b\.?/g, 'Department')
    .replace(/\bCo\.\s/g, 'County ');
  const first = STATES.find((state) => name.startsWith(`${state.name} `) && !/^\S+ County\b/.test(name));
  const state = (tail ?? inner ?? first)?.code ?? documentState;
  const county = /^(?:The )?(.+?) (?:County|Parish)\b/.exec(name)?.[1] ?? null;
  const city = /^(.+?) (?:City )?(?:Police|Marshal)/.exec(name)?.[1] ?? null;
  return { written, name, state, place: county ?? (first ? first.name : city) };
}

function titleCase(capitals: string): string {
  return capitals
    .toLowerCase()
    .replace(/(?<![\w'’])[a-z]/g, (letter) => letter.toUpperCase())
    .replace(/ (Of|And|The|For) /g, (word) => word.toLowerCase());
}

const CONTACT = /For\s+(?:the\s+)?(?!ICE|DHS)[A-Z][A-Za-z]+\s*[:;]([\s\S]{0,400}?)(?=\n\s*For\s|\f|$)/g;

/** The state of the agency's own addresses, for others are ICE's; null without any or when two come equally often. */
function stateIn(text: string): string | null {
  const own = matchesOf(text, CONTACT)
    .map((match) => match[1])
    .join('\n');
  const counts = new Map<string, number>();
  for (const { code, name } of STATES) {
    const state = `(?:${code}|${name})`;
    const address = new RegExp(`[a-z]\\.?,?\\s+${state},?\\.?\\s+\\d{5}\\b|[a-z],\\s+${state}\\s*$`, 'gm');
    const seen = (own.match(address)?.length ?? 0) + (text.includes(`State of ${name}`) ? 1 : 0);
    if (seen > 0) counts.set(code, seen);
  }
  const [first, second] = [...counts].sort((a, b) => b[1] - a[1]);
  return first && first[1] !== second?.[1] ? first[0] : null;
}
