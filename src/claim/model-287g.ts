import type { AgencyMention } from './agency-names.ts';
import type { Programme } from './claim.ts';
import type { Draft } from './merge.ts';
import type { Document, Sentence } from './sentences.ts';
import { spansWithin } from './spans.ts';

const CUES: [Programme, RegExp][] = [
  [
    '287g-warrant',
    /\bwarrant service|serv(?:e|es|ing)[^.;]{0,40}(?:administrative|ice(?:'s)?|immigration|federal) warrants?|\b(?:issue|execut\w+|ejecutar)[^.;]{0,50}(?:administrative warrants?|ordenes)/,
  ],
  [
    '287g-task-force',
    /\btask force|\bon patrol|\bpatrol officers?|\bon the (?:street|road)s?\b|\bduring (?:routine|traffic) stops|immigration arrests|stop, question|question (?:and|or) arrest|arrest (?:someone|people|a person|anyone) without a warrant|powers on patrol|patrullaje|fuerza de tarea/,
  ],
  [
    '287g-jail',
    /\bjails?\b|\bbooked\b|\binmates?\b|\bjail enforcement|\bscreen(?:s|ed|ing)?\b|\bdetention (?:center|officers)|\bbooking\b|\blockup\b|\bbehind bars\b|\bcarcel/,
  ],
];

const SPEAKS =
  /\b287|\b(?:agreements?|program|partnership|memorandum|model|deal|pact|arrangement|contract|training|trained|deputi[sz]ed|task force|convenio|acuerdo|programa|modelo)\b/;
const DESCRIBES =
  /^(?:the|this|that|such|under (?:the|that|this)) (?:[a-z0-9()-]+ ){0,2}?(?:partnership|program|agreement|arrangement|memorandum|deal|pact|contract|287)/;

/** The draft with its model, and with the sentence behind it as evidence where that one describes the agreement. */
export function withModel(draft: Draft, document: Document, agencies: AgencyMention[]): Draft {
  const at = draft.sentences.at(-1)!;
  const next = document.sentences[at + 1];
  const describes =
    next &&
    next.paragraph === document.sentences[at]!.paragraph &&
    DESCRIBES.test(next.fold) &&
    CUES.some(([, pattern]) => pattern.test(next.fold));
  return {
    ...draft,
    programme: modelOf(draft, document, agencies),
    sentences: describes ? [...draft.sentences, at + 1] : draft.sentences,
  };
}

/** The 287(g) model that the words of the draft describe, then those beside them, then the only one of which the document speaks; `287g` where none does. */
function modelOf(draft: Draft, document: Document, agencies: AgencyMention[]): Programme {
  if (draft.programme !== '287g') return draft.programme;
  const police =
    draft.agency.sort === 'police' || draft.agency.sort === 'campus' || draft.agency.sort === 'state';
  const cues = police ? CUES.filter(([model]) => model === '287g-task-force') : CUES;
  const at = draft.sentences[0]!;
  // What is said beside another agency's name is of that one's agreement.
  const ofOthers = ({ start, end }: Sentence): boolean =>
    spansWithin(agencies, start, end).some(({ agency }) => agency !== draft.agency);
  // Beside the draft's own sentences only those count that speak of the agreement.
  const text = (from: number, to: number): string =>
    document.sentences
      .slice(Math.max(0, from), to)
      .filter(
        (sentence) =>
          draft.sentences.includes(sentence.index) ||
          (sentence.kind !== 'heading' && SPEAKS.test(sentence.fold) && !ofOthers(sentence)),
      )
      .map((sentence) => sentence.fold)
      .join(' ');
  for (const scope of [
    draft.sentences.map((index) => document.sentences[index]!.fold).join(' '),
    text(at - 1, at + 2),
  ]) {
    const hits = cues.filter(([, pattern]) => pattern.test(scope));
    if (hits.length > 0) return hits.length > 1 && namesSeveral(scope) ? '287g' : hits[0]![0];
  }
  // Among several agencies each may have signed another model, unless they are listed under the only one that is named.
  if (agencies.some(({ agency }) => agency !== draft.agency))
    return isListed(document.sentences[at]!, agencies) ? onlyNamed(document, at) : '287g';
  const anywhere = cues.filter(([model]) => modelsIn(document).has(model));
  return anywhere.length === 1 ? anywhere[0]![0] : '287g';
}

const NAMED: [Programme, RegExp][] = [
  ['287g-task-force', /\btask force (?:model|agreement|program|version)/],
  ['287g-jail', /\bjail (?:enforcement )?(?:model|version)/],
  ['287g-warrant', /\bwarrant service/],
];

function namesSeveral(text: string): boolean {
  return NAMED.filter(([, pattern]) => pattern.test(text)).length > 1;
}

function isListed({ start, end }: Sentence, agencies: AgencyMention[]): boolean {
  return new Set(spansWithin(agencies, start, end).map(({ agency }) => agency)).size > 2;
}

/** The only model that the sentences up to one call by its name; `287g` where that is none or several. */
function onlyNamed(document: Document, upTo: number): Programme {
  const text = document.sentences
    .slice(0, upTo + 1)
    .map(({ fold }) => fold)
    .join(' ');
  const named = NAMED.filter(([, pattern]) => pattern.test(text));
  return named.length === 1 ? named[0]![0] : '287g';
}

const spoken = new WeakMap<Document, ReadonlySet<Programme>>();

/** The models of which a document's sentences on agreements speak: looked for once, however many drafts ask. */
function modelsIn(document: Document): ReadonlySet<Programme> {
  let models = spoken.get(document);
  if (!models) {
    const text = document.sentences
      .filter(({ kind, fold }) => kind !== 'heading' && SPEAKS.test(fold))
      .map(({ fold }) => fold)
      .join(' ');
    models = new Set(CUES.filter(([, pattern]) => pattern.test(text)).map(([model]) => model));
    spoken.set(document, models);
  }
  return models;
}
