import type { Document, Sentence } from './sentences.ts';
import { NOBODY, type Voice } from './voice.ts';

/** A sentence without a cue: quoted ones belong to whoever speaks in their paragraph; others go on from the sentence before. */
export function inherited(sentence: Sentence, own: Voice[], document: Document): Voice {
  const quoted = quotedShare(sentence);
  const samePrevious =
    sentence.index > 0 && document.sentences[sentence.index - 1]!.paragraph === sentence.paragraph;
  const next = document.sentences[sentence.index + 1];
  // "… no hace redadas. Así lo repitió su director": what stands before is his word.
  if (
    next &&
    next.paragraph === sentence.paragraph &&
    SO_SAID.test(next.fold) &&
    own[next.index]!.kind !== 'narrator'
  )
    return carry(own[next.index]!);
  if (quoted > 0.5) {
    if (
      next &&
      next.paragraph === sentence.paragraph &&
      own[next.index]!.kind !== 'narrator' &&
      next.quotes.length > 0 &&
      !samePrevious
    )
      return carry(own[next.index]!);
    for (let i = sentence.index - 1; i >= 0 && i >= sentence.index - 6; i--)
      if (own[i]!.kind !== 'narrator') return carry(own[i]!);
    if (next && own[next.index]?.kind === 'person') return carry(own[next.index]!);
    return NOBODY;
  }
  if (ORDER.test(sentence.fold)) {
    for (let i = sentence.index - 1; i >= Math.max(0, sentence.index - 3); i--) {
      const giver = own[i]!;
      if (giver.kind === 'body' || (giver.kind === 'person' && giver.person!.office !== 'other'))
        return carry(giver);
    }
  }
  if (!samePrevious) return NOBODY;
  const first = Math.max(0, sentence.index - 40);
  for (
    let i = sentence.index - 1;
    i >= first && document.sentences[i]!.paragraph === sentence.paragraph;
    i--
  ) {
    if (own[i]!.kind !== 'narrator') return own[i]!.by === 'said' ? carry(own[i]!) : NOBODY;
  }
  return NOBODY;
}

// A paper speaks for whoever gave it.
const ORDER =
  /^(?:in )?(?:the|a|an|his|her|its|another|that|this) (?:[a-z]+ ){0,2}?(?:order|policy|memo|directive|resolution|ordinance|motion|measure|letter|rule|release|notice)s?\b/;

const SO_SAID =
  /^asi lo (?:ha |han )?[a-z]+(?:o|aron|ieron|a|do)\b|^that(?: is|'s| was) (?:according to|the word from)\b|^so (?:said|says)\b/;

function carry(voice: Voice): Voice {
  return { ...voice, by: 'inherited' };
}

function quotedShare(sentence: Sentence): number {
  return sentence.quotes.reduce((sum, quote) => sum + quote.end - quote.start, 0) / sentence.fold.length;
}
