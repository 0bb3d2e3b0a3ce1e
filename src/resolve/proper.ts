import { plain } from './plain.ts';

const SMALL = new Set(['of', 'and', 'the', 'for', 'at', 'in', 'on', 'de', 'du', 'la', 'del', 'by']);
const ACRONYMS = new Set([
  'DPS',
  'DOC',
  'PD',
  'BOCC',
  'CNMI',
  'THP',
  'ISD',
  'USD',
  'PA',
  'US',
  'II',
  'III',
  'IV',
  'A&M',
]);

/** An agency's name as the record shows it: white space and apostrophes tidied, ALL CAPS made Title Case, `Sheriffs Office` as `Sheriff's Office`. */
export function properName(name: string): string {
  let text = name
    .replace(/[\u2018\u2019\u02bc`´]/g, "'")
    .replace(/[\s\u00a0]+/g, ' ')
    .replace(/ +([,.;])/g, '$1')
    .replace(/^[\s,;]+|[\s,;]+$/g, '');
  if (!/[a-z]/.test(text.replace(/'s\b/g, ''))) text = titleCase(text);
  return text
    .replace(/'S\b/g, "'s")
    .replace(/\b(Sheriff|Constable|Marshal|Prosecutor)s'?s? (Office|Department)\b/gi, "$1's $2")
    .replace(/\b(Of|The|And) (?=\S)/g, (word, small: string, at: number) =>
      at === 0 ? word : `${small.toLowerCase()} `,
    );
}

function titleCase(text: string): string {
  const words = text.toLowerCase().split(' ');
  return words
    .map((word, index) => {
      const upper = word.toUpperCase();
      if (ACRONYMS.has(upper.replace(/[^A-Z&]/g, ''))) return upper;
      if (index > 0 && SMALL.has(word)) return word;
      return capitalised(word);
    })
    .join(' ');
}

function capitalised(word: string): string {
  return word
    .replace(/(^|[-/(.])([a-z])/g, (_match, before: string, letter: string) => before + letter.toUpperCase())
    .replace(/^Mc([a-z])/, (_match, letter: string) => `Mc${letter.toUpperCase()}`)
    .replace(
      /^(O|D)'([a-z])/i,
      (_match, start: string, letter: string) => `${start.toUpperCase()}'${letter.toUpperCase()}`,
    );
}

/** True when a name says more than its kind: `Cook County Sheriff's Office`, but not `Sheriff's Office` or `the Police Department`. */
export function isWellFormed(name: string): boolean {
  const rest = plain(name).replace(
    /\b(?:the|of|office|department|dept|sheriffs?|police|county|city|town|local|state|public|safety|corrections?|jail|constables?|marshals?)\b/g,
    '',
  );
  return /[a-z]{2}/.test(rest);
}
