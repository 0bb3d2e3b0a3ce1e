import type { Person, PersonMention } from './people.ts';
import type { Sentence } from './sentences.ts';

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
