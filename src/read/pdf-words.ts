/** A word on a page: its box in points from the top left corner, upright, and how far it or the blank line behind it reaches. */
export interface PageWord {
  text: string;
  x0: number;
  y0: number;
  x1: number;
  y1: number;
  /** Right end of the underscores that follow it: a form's blank, which is no text. */
  reach: number;
  /** Size of its type in points. */
  size: number;
  /** Read from a picture with little certainty. */
  doubtful: boolean;
}

/** One character as the engine gives it; `text` is '' for white space. */
export interface PageChar {
  text: string;
  x0: number;
  y0: number;
  x1: number;
  y1: number;
  size: number;
  /** The font does not say which letter this is. */
  unmapped: boolean;
}

// Fonts cut down by common word processors number their glyphs in the order of ASCII, from the space at 3.
const GLYPH_SHIFT = 29;
// `B` is the underscore under that numbering; no word has four of them.
const BLANK = /^(?:_{3,}|B{4,})$/;
const PIECE = /_{3,}|B{4,}|\S+?(?=_{3}|B{4}|\s|$)/g;

/** The words of a page's characters in their order, double strikes dropped, blanks of underscores turned into reach. */
export function wordsOf(chars: PageChar[]): PageWord[] {
  const words: PageWord[] = [];
  let group: PageChar[] = [];
  for (const char of chars) {
    const last = group.at(-1);
    if (last && (char.text === '' || parts(last, char))) {
      addWord(words, group);
      group = [];
    }
    if (char.text !== '') group.push(char);
  }
  addWord(words, group);
  return withoutDoubles(words);
}

function parts(left: PageChar, right: PageChar): boolean {
  const height = Math.max(left.y1 - left.y0, 1);
  if (right.x0 - left.x1 > 0.3 * height || right.x0 < left.x0 - 0.5 * height) return true;
  return Math.abs(right.y0 - left.y0) > 0.6 * height && Math.abs(right.y1 - left.y1) > 0.6 * height;
}

function addWord(words: PageWord[], group: PageChar[]): void {
  if (group.length === 0) return;
  const text = repaired(group);
  for (const match of text.matchAll(PIECE)) {
    const own = group.slice(match.index, match.index + match[0].length);
    if (BLANK.test(match[0])) blank(words, own);
    else words.push(wordOf(match[0], own));
  }
}

function wordOf(text: string, chars: PageChar[]): PageWord {
  const x1 = Math.max(...chars.map((char) => char.x1));
  return {
    text,
    x0: Math.min(...chars.map((char) => char.x0)),
    y0: Math.min(...chars.map((char) => char.y0)),
    x1,
    y1: Math.max(...chars.map((char) => char.y1)),
    reach: x1,
    size: chars[0]!.size,
    doubtful: false,
  };
}

/** Lets the word before a blank on its line reach to the blank's end. */
function blank(words: PageWord[], chars: PageChar[]): void {
  const rule = wordOf('_', chars);
  const before = words.at(-1);
  const height = rule.y1 - rule.y0;
  if (before && Math.abs(before.y1 - rule.y1) < height && rule.x0 - before.reach < 2 * height)
    before.reach = Math.max(before.reach, rule.x1);
}

/** The group's text, one UTF-16 unit a character; unmapped glyph numbers become the letters that they stand for. */
function repaired(group: PageChar[]): string {
  const raw = group.map((char) => char.text).join('');
  if (!group.every((char) => char.unmapped)) return raw;
  const shifted = group.map((char) => String.fromCharCode(char.text.charCodeAt(0) + GLYPH_SHIFT)).join('');
  return /^[\x20-\x7e]+$/.test(shifted) ? shifted : raw;
}

// Bold type is at times made by printing a word twice, a hair apart; a form's field may lie over its own print.
function withoutDoubles(words: PageWord[]): PageWord[] {
  const seen = new Map<string, PageWord[]>();
  return words.filter((word) => {
    const same = seen.get(word.text);
    if (same?.some((other) => cover(other, word) > 0.4)) return false;
    if (same) same.push(word);
    else seen.set(word.text, [word]);
    return true;
  });
}

/** The share of the smaller word that the other lies on. */
export function cover(a: PageWord, b: PageWord): number {
  const wide = Math.min(a.x1, b.x1) - Math.max(a.x0, b.x0);
  const high = Math.min(a.y1, b.y1) - Math.max(a.y0, b.y0);
  if (wide <= 0 || high <= 0) return 0;
  const area = (word: PageWord) => (word.x1 - word.x0) * (word.y1 - word.y0);
  return (wide * high) / Math.max(1e-6, Math.min(area(a), area(b)));
}
