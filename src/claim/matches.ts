/**
 * Every match of a global pattern in a text. `matchAll` does the same with a copy of the pattern, made anew for each text,
 * and the engine then often goes back to its slow way of running it: twice the time over a crawl.
 */
export function matchesOf(text: string, pattern: RegExp): RegExpExecArray[] {
  const matches: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    matches.push(match);
    if (match[0] === '') pattern.lastIndex++;
  }
  return matches;
}
