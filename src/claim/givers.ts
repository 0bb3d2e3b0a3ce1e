import type { AgencyMention } from './agency-names.ts';
import type { Person, PersonMention } from './people.ts';
import { isQuoted, type Sentence } from './sentences.ts';
import type { Voice } from './voice.ts';

const ISSUED =
  /^(?: (?:today|also|then|later|[a-z]+day))* (?:issued|released|made|offered|shared|posted) (?:the following|this) (?:[a-z]+ )?(?:statement|message)\b/;

/** "Sheriff Roe today issued the following statement": the paragraphs in marks behind it are his. */
export function giverOfStatement(sentence: Sentence, people: PersonMention[]): Person | null {
  const giver = people.find(
    ({ end, person }) => person.office !== 'other' && ISSUED.test(sentence.fold.slice(end - sentence.start)),
  );
  return giver?.person ?? null;
}

/** Who stands behind a quotation's dash: '"We do not." – Lt. Paul Strand'. */
export function signerOf(sentence: Sentence, people: PersonMention[]): Person | null {
  const last = people.at(-1);
  return last &&
    /["”»]\s*[–—-]+\s*(?:[A-Z][\p{L}.]+ ){0,3}$/u.test(
      sentence.plain.slice(0, last.start - sentence.start),
    ) &&
    sentence.plain.length - (last.end - sentence.start) < 40
    ? last.person
    : null;
}

const OFFICIAL_ACT =
  /^(?:(?:on|in|by|at|after|before|last) [^,.;]{2,40}, )?(?:he|she) (?:also |then |later |had |has |since )*(?:took|signed|joined|ended|withdrew|left|quit|cancel?led|cancelled|dropped|pulled|put|renewed|applied|enrolled|tore|terminated|let|barred|ordered)\b/;

/** Whom "she" means in "She took the county out of it": only who leads an agency can, and no lawmaker who was spoken of in between. */
export function doerOf(
  state: { last: Person | null; head: Person | null },
  sentence: Sentence,
): Person | null {
  const { last, head } = state;
  const elsewhere =
    last?.office === 'other' ||
    /senat|represent|\b(?:rep|sen)\b|congress|legislat|delegate|assembly/.test(last?.role ?? '');
  return head && elsewhere && OFFICIAL_ACT.test(sentence.fold) ? head : last;
}

/** Who stands behind "according to", or null. */
export function accordingTo(
  sentence: Sentence,
  people: PersonMention[],
  agencies: AgencyMention[],
): Partial<Voice> | null {
  const match = /\b(?:according to|per|segun|in the words of)\b/.exec(sentence.fold);
  if (!match || isQuoted(sentence, match.index)) return null;
  const end = sentence.start + match.index + match[0].length;
  const person = people.find((mention) => mention.start >= end && mention.start - end < 70);
  if (
    person &&
    !/[,;.]/.test(
      sentence.plain.slice(end - sentence.start, person.start - sentence.start).replace(/, $/, ''),
    )
  )
    return { person: person.person };
  const agency = agencies.find((mention) => mention.start >= end && mention.start - end < 12);
  return agency ? { agency: agency.agency } : null;
}
