import type { Day } from '../base/index.ts';
import type { Element, Line } from './body.ts';
import { bylineDay, datelineDay, dayIn, saysPublished, saysUpdated } from './days.ts';
import { isByline } from './furniture.ts';

/** A `<time>` or marked date of a page, with what stands around it. */
export interface DateMark {
  stamp: string | null;
  /** What a reader sees of it. */
  words: string;
  /** Class, item property and the like of it and of the two elements around it. */
  names: string;
  /** What stands before it in its line. */
  before: string;
  /** Index of the element that it is in. */
  element: number;
  /** Index of the line that it is in or comes before. */
  line: number;
}

/** The day of publication as a page shows it with its article: a time stamp, and days in print. */
export interface ShownDates {
  stamp: string | null;
  printed: Day[];
}

const EXPLICIT =
  /publish|posted|pub-?date|(?:entry|post|article|story|release|news)-?_?(?:date|time)|date-?line|by-?line/i;
const DATED =
  /(?:^|[\s_-])(?:publish(?:ed)?|pub|post(?:ed)?|entry|article|story)[-_]?(?:date|time|on)(?:$|[\s_-])/i;
const CHANGED = /updat|modif|revis|edited|correct/i;
const MOST_BYLINES = 8;

/** True for an element that holds a date: `<time>`, or one whose property or class says so. */
export function holdsDate(name: string, attributes: Record<string, string>): boolean {
  if (name === 'time' || attributes.itemprop === 'datePublished') return true;
  return attributes.class !== undefined && DATED.test(attributes.class);
}

/**
 * What a page shows of its day of publication: in its article, or between its headline and its first paragraph. Clocks of
 * the masthead, days of other articles, of comments and of later changes are none.
 */
export function shownDates(
  text: string,
  lines: readonly Line[],
  elements: readonly Element[],
  { marks, title }: { marks: readonly DateMark[]; title: string },
): ShownDates {
  const page = placesOf(text, lines, elements, title);
  const own = marks.filter((mark) => isOwn(mark, page));
  own.sort((a, b) => Number(/publish/i.test(b.names)) - Number(/publish/i.test(a.names)));
  const others = new Set(marks.filter((mark) => !own.includes(mark)));
  const printed = [...own.map(({ words }) => dayIn(words)), ...bylineDays(page, others)];
  return {
    stamp: own.find(({ stamp }) => dayIn(stamp) !== null)?.stamp ?? null,
    printed: printed.filter((day) => day !== null),
  };
}

interface Places {
  text: string;
  lines: readonly Line[];
  elements: readonly Element[];
  /** Index of the headline, or -1; of the first paragraph of the article, or the number of lines. */
  heading: number;
  body: number;
  /** For each element whether it holds a part of the article. */
  holds: readonly boolean[];
}

function placesOf(text: string, lines: readonly Line[], elements: readonly Element[], title: string): Places {
  const isBody = ({ kind, start, end, linked }: Line) =>
    (kind === 'paragraph' || kind === 'list-item') && end - start >= 60 && linked * 2.5 <= end - start;
  const holds = elements.map(() => false);
  for (const line of lines) {
    if (!isBody(line)) continue;
    for (let at = line.element; !holds[at]; at = elements[at]!.parent) holds[at] = true;
  }
  const first = lines.findIndex(isBody);
  const body = first < 0 ? lines.length : first;
  return { text, lines, elements, heading: headlineBefore(text, lines, body, title), body, holds };
}

/** The headline: the heading that the page's title repeats, else the last one above the first paragraph; -1 for none. */
function headlineBefore(text: string, lines: readonly Line[], body: number, title: string): number {
  const letters = (words: string) => words.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
  const named = letters(title);
  const above = lines.slice(0, body).flatMap(({ kind }, i) => (kind === 'heading' ? [i] : []));
  const said = above.find((i) => {
    const words = letters(text.slice(lines[i]!.start, lines[i]!.end));
    return words.length > 10 && named.startsWith(words);
  });
  return said ?? above.at(-1) ?? -1;
}

function isOwn(mark: DateMark, page: Places): boolean {
  if (CHANGED.test(mark.names) && !/publish/i.test(mark.names)) return false;
  const said = `${mark.before} ${mark.words}`;
  if (saysUpdated(said.slice(lastWordOf(said)))) return false;
  if (isOutside(mark.element, page)) return false;
  if (EXPLICIT.test(mark.names) || saysPublished(said)) return true;
  if (page.heading >= 0 && mark.line >= page.heading && mark.line <= page.body) return true;
  return mark.line <= page.body && isInArticle(mark.element, page);
}

// "Published X | Updated <time>": the word that stands nearest to the time is its own.
function lastWordOf(said: string): number {
  return Math.max(
    said.search(/(?:published|posted|publicad[oa])(?!.*(?:published|posted|publicad[oa]))/i),
    0,
  );
}

/** True in navigation, mastheads, cards of other articles, comments, and whatever else holds none of the article and is no byline. */
function isOutside(element: number, { elements, holds }: Places): boolean {
  for (let at = element; at > 0; at = elements[at]!.parent) {
    const { name, mark, names } = elements[at]!;
    if (holds[at]) continue;
    if (mark !== null && !(mark === 'furniture' && isByline(names))) return true;
    if (name === 'article') return true;
    if (name === 'header' && !isWithin(at, elements, (around) => around.inviting || around.name === 'main'))
      return true;
  }
  return false;
}

function isInArticle(element: number, { elements, holds }: Places): boolean {
  return isWithin(element, elements, ({ inviting }, at) => inviting && holds[at] === true);
}

function isWithin(
  element: number,
  elements: readonly Element[],
  fits: (around: Element, at: number) => boolean,
): boolean {
  for (let at = element; at > 0; at = elements[at]!.parent) if (fits(elements[at]!, at)) return true;
  return false;
}

/** Days printed between headline and first paragraph, and in that paragraph's dateline. */
function bylineDays(page: Places, others: ReadonlySet<DateMark>): (Day | null)[] {
  const { text, lines, heading, body } = page;
  const first = lines[body];
  const dateline = first ? datelineDay(text.slice(first.start, first.end)) : null;
  if (heading < 0) return [dateline];
  const above = lines.slice(heading + 1, body).slice(0, MOST_BYLINES);
  // What a mark of something else prints is not the article's, though it stands in the same line.
  const foreign = new Set(
    [...others].flatMap(({ line, words, stamp }) => [`${line} ${dayIn(words) ?? dayIn(stamp)}`]),
  );
  const days = above.map(({ start, end, element, kind }, i) => {
    const isShort = end - start < 200 && kind !== 'caption';
    const day = isShort && !isOutside(element, page) ? bylineDay(text.slice(start, end)) : null;
    return foreign.has(`${heading + 1 + i} ${day}`) ? null : day;
  });
  return [...days, dateline];
}
