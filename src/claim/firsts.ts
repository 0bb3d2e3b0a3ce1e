/**
 * The first letters, three at most, of every word with which a pattern of the form `\b(?:a|b|c)…` can begin, or null for a
 * pattern of any other form. A sentence in which no word begins so need not be searched.
 */
export function firstsOf(source: string): Set<string> | null {
  if (!/^\\b\(\?:/.test(source)) return null;
  const alternatives = alternativesOf(source.slice(5));
  if (!alternatives) return null;
  const firsts = new Set<string>();
  for (const alternative of alternatives) {
    const letters = /^[a-z]+/.exec(alternative)?.[0] ?? '';
    // A letter that is optional or repeated is no sure one.
    const sure = /^[?*{]/.test(alternative.slice(letters.length)) ? letters.slice(0, -1) : letters;
    if (sure.length < 2) return null;
    firsts.add(sure.slice(0, 3));
  }
  return firsts;
}

/** The alternatives at the top of a group whose opening bracket stands before; null where it does not close, or goes on optional. */
function alternativesOf(rest: string): string[] | null {
  const parts = [''];
  let depth = 0;
  for (let i = 0; i < rest.length; i++) {
    const c = rest[i]!;
    if (c === '\\') {
      parts[parts.length - 1] += c + rest[++i];
      continue;
    }
    if (c === ')' && depth === 0) {
      return /^[?*{]/.test(rest.slice(i + 1)) || hasTop(rest.slice(i + 1)) ? null : parts;
    }
    if (c === '(') depth++;
    else if (c === ')') depth--;
    if (c === '|' && depth === 0) parts.push('');
    else parts[parts.length - 1] += c;
  }
  return null;
}

// A "|" outside all brackets makes the group only one of several beginnings.
function hasTop(rest: string): boolean {
  let depth = 0;
  for (let i = 0; i < rest.length; i++) {
    const c = rest[i]!;
    if (c === '\\') i++;
    else if (c === '(') depth++;
    else if (c === ')') depth--;
    else if (c === '|' && depth === 0) return true;
  }
  return false;
}

/** The first two and three letters of every word of a folded text. */
export function beginningsOf(text: string): Set<string> {
  const beginnings = new Set<string>();
  for (const word of text.match(/(?<![a-z0-9_])[a-z]{2,3}/g) ?? []) {
    beginnings.add(word.slice(0, 2));
    beginnings.add(word);
  }
  return beginnings;
}

/** True where a pattern with these firsts could begin somewhere in a text with these beginnings. */
export function mayBegin(firsts: Set<string> | null, beginnings: Set<string>): boolean {
  if (firsts === null) return true;
  for (const first of firsts) if (beginnings.has(first)) return true;
  return false;
}

/** True where no match of a pattern does without the piece of that name: it stands outside all brackets, and no "|" does. */
export function demands(source: string, name: string): boolean {
  if (hasTop(source)) return false;
  const piece = `{${name}}`;
  let depth = 0;
  for (let i = 0; i < source.length; i++) {
    const c = source[i]!;
    if (c === '\\') i++;
    else if (c === '(') depth++;
    else if (c === ')') depth--;
    else if (depth === 0 && source.startsWith(piece, i))
      return !/^[?*{]/.test(source.slice(i + piece.length));
  }
  return false;
}
