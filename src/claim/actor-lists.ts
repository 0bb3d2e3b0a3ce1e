import type { Scene } from './actor.ts';
import type { Agency, AgencyMention } from './agency-names.ts';
import type { Frame } from './frames.ts';
import type { Sentence } from './sentences.ts';
import { spansWithin } from './spans.ts';

const EACH =
  /^(?:according to [^,]{3,40}, )?(?:all|none|each|neither|both|they|those|the (?:two|three|four|five|six|seven|eight|nine|ten|\w+teen|lot)|every one|todos|ninguno|ambos)\b/;

/** "All five signed": the list of the sentence before. */
export function listBefore(frame: Frame, sentence: Sentence, scene: Scene): Agency[] {
  if (!EACH.test(sentence.fold) || frame.start > 90) return [];
  const previous = scene.document.sentences[sentence.index - 1];
  if (!previous) return [];
  if (spansWithin(scene.agencies, sentence.start, sentence.end).length > 0) return [];
  const named = spansWithin(scene.agencies, previous.start, previous.end);
  const before = [...new Set(named.map((mention) => mention.agency))];
  return /^(?:both|neither|ambos)\b/.test(sentence.fold) && before.length < 2
    ? lastTwo(sentence, scene)
    : named.length > 1
      ? before
      : [];
}

// "Both men said": the two agencies spoken of last, in this or the paragraph before.
function lastTwo(sentence: Sentence, scene: Scene): Agency[] {
  const { sentences, paragraphs } = scene.document;
  const from = sentences[paragraphs[Math.max(0, sentence.paragraph - 3)]!]!.start;
  const last = spansWithin(scene.agencies, from, sentence.start).map((mention) => mention.agency);
  const two = [...new Set(last.reverse())].slice(0, 2);
  return two.length === 2 && two[0]!.sort === two[1]!.sort ? two : [];
}

const LISTS =
  /\b(?:enrolled|participat\w+|signed|joined|are|is|include[sd]?|includ\w+|among (?:them|those)|following|added|posted|members?|agreements? with|son|incluyen|firmaron)\b/;

/** "Those now enrolled are A and B; in Iowa, C; and the sheriffs of D and E counties." */
export function listBehind(frame: Frame, sentence: Sentence, named: AgencyMention[]): Agency[] {
  if (frame.kind !== 'step' || !LISTS.test(sentence.fold.slice(frame.start, frame.end + 40))) return [];
  const behind = named.filter((mention) => mention.start >= sentence.start + frame.end - 4);
  if (behind.length < 3 || behind[0]!.start - sentence.start - frame.end > 60) return [];
  for (let i = 1; i < behind.length; i++) {
    const gap = sentence.fold.slice(behind[i - 1]!.end - sentence.start, behind[i]!.start - sentence.start);
    if (gap.length > 60 || /\b(?:but|while|although|whereas|said|says)\b|[.!?]/.test(gap)) return [];
  }
  return [...new Set(behind.map((mention) => mention.agency))];
}
