const WORDS: [string, RegExp][] = [
  ['en', /\b(?:the|and|of|that|with|for|was|said|not|his|their)\b/gi],
  ['es', /(?<![\p{L}])(?:el|los|las|que|del|con|para|una|por|dijo|no|su)(?![\p{L}])/giu],
];

/** `en` or `es` by their commonest words in the first pages, or null where neither prevails. */
export function guessLanguage(text: string): string | null {
  const head = text.slice(0, 8000);
  const counts = WORDS.map(([lang, words]) => ({ lang, count: head.match(words)?.length ?? 0 }));
  counts.sort((a, b) => b.count - a.count);
  const [first, second] = counts;
  return first && second && first.count > 3 && first.count > second.count * 1.5 ? first.lang : null;
}
