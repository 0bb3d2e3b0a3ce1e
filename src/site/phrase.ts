/** A phrase with its `{names}` filled in; an unknown name stays as it is. */
export function fill(phrase: string, values: Record<string, string>): string {
  return phrase.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}

/** The phrase for a number in the language, `{n}` and the other values filled in. */
export function count(
  phrases: { one: string; other: string },
  n: number,
  locale: string,
  values: Record<string, string> = {},
): string {
  const { plural, number } = numbersOf(locale);
  const phrase = plural.select(n) === 'one' ? phrases.one : phrases.other;
  return fill(phrase, { n: number.format(n), ...values });
}

const known = new Map<string, { plural: Intl.PluralRules; number: Intl.NumberFormat }>();

// Making one costs a hundred times what using it does, and a publication has tens of thousands of numbers.
function numbersOf(locale: string) {
  const numbers = known.get(locale) ?? {
    plural: new Intl.PluralRules(locale),
    number: new Intl.NumberFormat(locale),
  };
  known.set(locale, numbers);
  return numbers;
}

/** A phrase as plain and strong parts: `**…**` is strong. */
export function strongParts(phrase: string): { text: string; strong: boolean }[] {
  return phrase
    .split('**')
    .map((text, i) => ({ text, strong: i % 2 === 1 }))
    .filter((part) => part.text !== '');
}

/** A name as print sets it: with a curly apostrophe. */
export function inPrint(name: string): string {
  return name.replaceAll("'", '’');
}
