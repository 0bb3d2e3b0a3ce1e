import { cue } from './lexicon-cues.ts';
import type { Person } from './people.ts';
import type { Document, Sentence } from './sentences.ts';

/** A question and the sentence that answers it with yes or no. */
export interface Answer {
  question: Sentence;
  answer: Sentence;
  says: 'yes' | 'no';
  /** The answer sets conditions. */
  conditional: boolean;
}

const LABEL = /^[\s•*–-]*([A-ZÁÉÍÓÚÑ][^:.?!"“”]{0,70}):\s/u;
const ANSWERER = /^(?:a|answer|r|respuesta)$/i;
const ASKED = /\?["”')]*\s*$/;
const NO =
  /^["“']?(?:no\b(?! (?:one knows|doubt))|nope\b|never\b|not\b|we (?:do|are|have|will|would)(?:n't| not)\b|i (?:do|am|have|will|would)(?:n't|'m not| not)\b|they (?:do|are|have|will|would)(?:n't| not)\b|absolutely not|nobody\b(?! ha)|none\b|nunca\b|para nada|de ninguna manera)/;
const YES =
  /^["“']?(?:yes\b|yeah\b|yep\b|we (?:do|are|have|will)\b(?!n't| not)(?=[.,;"]|$| and\b)|always (?:have|has|did|do)\b|absolutely\b(?! not)|of course\b|certainly\b|sure\b|si\b(?=[.,;"]|$)|claro\b)|\bso yes\b/;
const CONDITION = cue('{COND}', '');

/** The words before the colon at the head of a paragraph, or null: "Q:", "HOST:", "Sheriff Ann Roe:". */
export function labelOf(plain: string): string | null {
  return LABEL.exec(plain)?.[1]?.trim() ?? null;
}

/** Who is meant by a label: a surname in capitals, or the answerer of before for a bare "Answer"; undefined where it is nobody's. */
export function personOfLabel(
  label: string,
  people: readonly Person[],
  answerer: Person | null,
): Person | null | undefined {
  if (ANSWERER.test(label)) return answerer;
  if (label !== label.toUpperCase() || label.length < 3) return undefined;
  return people.find((person) => label.endsWith(person.surname.toUpperCase()));
}

/** Questions and answers of a document. */
export interface Dialogue {
  /** By the index of the answering sentence. */
  answers: Map<number, Answer>;
  /** For each sentence the question under which it stands, or null. */
  under: (Sentence | null)[];
}

/** Who answers what: whoever is labelled, or the sentence right behind a question. */
export function dialogueOf({ sentences }: Document): Dialogue {
  const answers = new Map<number, Answer>();
  const under: (Sentence | null)[] = sentences.map(() => null);
  let question: Sentence | null = null;
  for (const sentence of sentences) {
    if (ASKED.test(sentence.fold)) {
      question = isAsked(sentence) ? sentence : null;
      continue;
    }
    if (!question) continue;
    const before = sentences[sentence.index - 1];
    const label = labelOf(sentence.plain);
    const opens = before?.paragraph !== sentence.paragraph && label !== null;
    if (before?.paragraph !== sentence.paragraph && !opens && before !== question) question = null;
    under[sentence.index] = question;
    if (!question || (!opens && before !== question)) continue;
    const words = sentence.fold.slice(label === null ? 0 : sentence.plain.indexOf(':') + 1).trim();
    const says = YES.test(words) ? 'yes' : NO.test(words) ? 'no' : null;
    if (says)
      answers.set(sentence.index, {
        question,
        answer: sentence,
        says,
        conditional: CONDITION.test(words),
      });
  }
  return { answers, under };
}

// What is asked of somebody, and not of the world: "Are you part of it?", "Does the jail hold people?".
function isAsked({ fold }: Sentence): boolean {
  return /^(?:["“]|(?:q|question|p|pregunta|host|reporter)\d*[.:] )?\s*(?:and |so |then |but )?(?:do|does|did|are|is|was|were|have|has|will|would|can|could|may|¿)/.test(
    fold,
  );
}

/** The question as the statement that its answer makes of it; places of names stay as in the question but for a few characters. */
export function statedBy({ question, answer, says }: Answer): Sentence {
  const text = question.fold
    .replace(/^([^a-z]*(?:(?:q|question|p|pregunta|host|reporter)\d*[.:] )?)/, (lead) =>
      ' '.repeat(lead.length),
    )
    .replace(
      /^(\s*(?:(?:and|so|then|but) )?)(do|does|did|are|is|was|were|have|has|will|would|can|could|may)\b/,
      (_, lead: string, word: string) =>
        lead + (says === 'no' ? 'not' : /^w(?:ill|ould)/.test(word) ? 'will' : ''),
    )
    .replace(/\byour\b/g, 'our')
    .replace(/\byou\b/g, 'we')
    .replace(/[?¿]/g, ' ');
  return { ...question, index: answer.index, paragraph: answer.paragraph, fold: text, quotes: [] };
}
