import type { Position, Programme } from './claim.ts';

/** What a claim's confidence is made of. */
export interface Grounds {
  /** The rule that made it. */
  rule: string;
  position: Position;
  programme: Programme;
  speaksForAgency: boolean;
  /** The agency's state, or null where the document does not tell. */
  state: string | null;
}

// Weights of a logistic regression over the claims that first runs on unseen test prose made, right or wrong
// (`bench/confidence.ts`): how claims on documents that rules were tuned on turn out says nothing of others.
const WEIGHTS = { base: -0.31, refusal: 0.92, wide: 0.69, own: 0.37, stateless: -0.97, vague: -0.94 };
// Rules that made claims in five documents or more of those.
const WIDE = new Set([
  'do:detainer-act',
  'do:detainer-hold',
  'do:detainer-honor',
  'do:enforce',
  'do:engage',
  'do:help-ice',
  'do:house',
  'do:notify',
  'do:notify-tell',
  'do:operation',
  'do:share',
  'do:status',
  'do:trained',
  'loose:takes-part',
  'stance:not-asked',
  'stance:not-change',
  'step:apply',
  'step:end',
  'step:have',
  'step:sign-up',
  'together:help-ice',
]);
// Kinds of rule that were measured so; rows of lists and signed agreements have measures of their own.
const MEASURED = /^(?:step|do|stance|together|loose|row):/;

/** The chance that a claim from unseen prose is right, in hundredths, or null for rules that were not measured. */
export function confidenceOf(grounds: Grounds): number | null {
  if (!MEASURED.test(grounds.rule)) return null;
  const { base, ...weights } = WEIGHTS;
  const said = groundsOf(grounds, WIDE);
  const sum =
    base +
    (Object.keys(weights) as (keyof typeof weights)[]).reduce(
      (total, key) => total + (said[key] ? weights[key] : 0),
      0,
    );
  return Math.round(100 / (1 + Math.exp(-sum))) / 100;
}

/** What tells right claims from wrong ones: a refusal, a rule of many documents, the agency's own word; an agency without a state and help in general tell against. */
export function groundsOf(
  { rule, position, programme, speaksForAgency, state }: Grounds,
  wide: ReadonlySet<string>,
): Record<'refusal' | 'wide' | 'own' | 'stateless' | 'vague', boolean> {
  return {
    refusal: position === 'declines' || position === 'not-approached',
    wide: wide.has(rule),
    own: speaksForAgency,
    stateless: state === null,
    vague: programme === 'enforcement',
  };
}
