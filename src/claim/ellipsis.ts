import type { Agency, AgencyMention } from './agency-names.ts';
import type { Frame } from './frames.ts';
import type { Draft } from './merge.ts';
import type { Sentence } from './sentences.ts';
import { spansWithin } from './spans.ts';

const SAME =
  /\b(?:says?|said|does|do|did|has|have|had) (?:much |exactly |just )?the same\b(?! (?:day|time|week|month|year))|\b(?:has|have|did|does|do|is|are|will) (?:so )?(?:as well|too|likewise)\b(?=[.,;"]|$)|\bfollow(?:s|ed) suit\b|\b(?:follows?|uses?|keeps?|has) the same (?:policy|practice|rule|terms)\b|\b(?:hizo|hace|dijo|dice|dicen) lo mismo\b/;
const DENIED = /\b(?:not|never|nor|neither|no|nunca|tampoco)\b|n't\b/;
// Sentences back to which "the same" reaches, and "the same practice on detainers".
const NEAR = 3;
const FAR = 8;

/** "Lincoln police say the same": the frames of the claims right before, and the agencies named here that share them; none where somebody is denied it. */
export function sameAgain(
  sentence: Sentence,
  drafts: readonly Draft[],
  agencies: readonly AgencyMention[],
): { frame: Frame; agency: Agency }[] {
  const match = SAME.exec(sentence.fold);
  if (!match || DENIED.test(sentence.fold.slice(0, match.index + match[0].length))) return [];
  const onDetainers = /^ (?:on|for|about|with) detainers\b/.test(
    sentence.fold.slice(match.index + match[0].length),
  );
  const before = drafts.filter(
    ({ sentences, programme, position }) =>
      !/^(?:not-approached|undecided|unchanged)$/.test(position) &&
      sentences.at(-1)! >= sentence.index - (onDetainers ? FAR : NEAR) &&
      (!onDetainers || programme === 'detainers'),
  );
  const at = before.at(-1)?.sentences.at(-1);
  const named = new Set(
    spansWithin(agencies as AgencyMention[], sentence.start, sentence.end).map(({ agency }) => agency),
  );
  return before
    .filter(({ sentences, agency }) => sentences.at(-1) === at && !named.has(agency))
    .flatMap(({ programme, position }) =>
      [...named].map((agency) => ({
        agency,
        frame: {
          // The same act, though not known to be under the same model.
          programme: programme.startsWith('287g') ? ('287g' as const) : programme,
          position,
          rule: 'loose:same',
          kind: programme.startsWith('287g') ? ('step' as const) : ('activity' as const),
          start: match.index,
          end: match.index + match[0].length,
        },
      })),
    );
}
