import type { Found } from './quotation-found.ts';
import type { Span } from './sentences.ts';

const PAST_FORM = /(?:ed|said|told|wrote|thought|knew|found|felt|heard|saw|put|made|shot back|[óo]|eron)$/i;
const AND_THEN =
  /,? (?:and|but|then|y|pero) (?:(?:also|later|then|again|has|had|have|\p{L}+ly) )*$|, (?:(?:also|has|had|have) )?$/u;
const NEW_CLAUSE =
  /(?:[;—]|,? (?:but|while|although|though|even though|even as|whereas)|, (?:and|as|yet|so|or|y)|, (?:when|after|before))\s*(?:\p{L}+ly |later |then |also )?$/u;

/**
 * The quotations of a sentence made one beside the other. A word of saying within what is said is either its end, where a new
 * clause begins ("said A, and others fear B"), or a part of it ("said that others fear B").
 */
export function untangled(found: readonly Found[], masked: string): Found[] {
  const kept = found.map((one) => ({ ...one, content: one.content.map((span) => ({ ...span })) }));
  const gone = new Set<Found>();
  // In the order of the text: what an earlier one takes is no more there for a later one.
  const ordered = [...kept].sort((a, b) => startOf(a) - startOf(b));
  for (const outer of ordered) {
    if (gone.has(outer) || !outer.cue) continue;
    for (const inner of ordered) {
      if (inner === outer || gone.has(inner) || !inner.cue) continue;
      const span = outer.content.find(({ start, end }) => inner.cue!.start >= start && inner.cue!.end <= end);
      if (!span) continue;
      if (outer.rule === 'content-according' && inner.rule !== 'source-cue-as') {
        gone.add(outer);
        break;
      }
      const until = span.start > outer.cue.end ? boundary(outer, inner, span, masked) : null;
      if (until !== null && until - span.start > 3) span.end = until;
      else if (!encloses(inner, outer) || /^content-/.test(outer.rule)) gone.add(inner);
    }
  }
  return kept.filter((one) => !gone.has(one));
}

/** True for a cue in the past tense. */
export function isPast(masked: string, { start, end }: Span): boolean {
  return PAST_FORM.test(masked.slice(start, end));
}

const startOf = ({ cue, content, source }: Found): number =>
  Math.min(cue?.start ?? Infinity, content[0]?.start ?? Infinity, source?.start ?? Infinity);

const encloses = (one: Found, other: Found): boolean =>
  other.cue !== null &&
  one.content.some(({ start, end }) => start <= other.cue!.start && end >= other.cue!.end);

// Where the outer one's content ends because the inner one is no part of it; null where it is one.
function boundary(outer: Found, inner: Found, span: Span, masked: string): number | null {
  const own = inner.source && inner.source.start >= span.start && inner.source.end <= inner.cue!.start;
  const at = own ? inner.source!.start : inner.cue!.start;
  const lead = masked.slice(span.start, at);
  if (own) {
    const clause = NEW_CLAUSE.exec(lead);
    return clause ? span.start + clause.index : null;
  }
  if (inner.rule === 'participle') {
    return /,\s*$/.test(lead) ? at - /[\s,]*$/.exec(lead)![0].length : null;
  }
  const joint = AND_THEN.exec(lead);
  const agrees = isPast(masked, outer.cue!) === isPast(masked, inner.cue!);
  return joint && agrees
    ? span.start + joint.index
    : joint && / but /.test(joint[0])
      ? span.start + joint.index
      : null;
}
