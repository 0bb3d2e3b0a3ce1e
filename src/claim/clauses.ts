import { matchesOf } from './matches.ts';

const BREAK =
  /\b(?:(?<!\b(?:reason|grounds?|basis|nothing|anything|all) )but|and|while|although|though|because|since|so|pero|aunque|porque|mientras)\b|[;:—]|, (?:and|but|which|who|whose|or|when|if)\b/g;

// Breaks that no thought goes over; "and", "when" and "because" are none of them.
const COARSE =
  /\b(?:(?<!\b(?:reason|grounds?|basis|nothing|anything|all) )but|while|although|though|whereas|pero|aunque|mientras)\b|[;:—]|, (?:and|which|who|y|que)\b/g;

/** The coarse clause around a stretch: the offsets of the breaks before and behind it. */
export function clauseSpan(text: string, start: number, end: number): { start: number; end: number } {
  let from = 0;
  let to = text.length;
  for (const match of matchesOf(text, COARSE)) {
    if (match.index + match[0].length <= start) from = match.index + match[0].length;
    else if (match.index >= end) {
      to = match.index;
      break;
    }
  }
  return { start: from, end: to };
}

/** The words of the clause before an offset. */
export function clauseBefore(text: string, start: number): string {
  let from = 0;
  for (const match of matchesOf(text, BREAK)) {
    if (match.index >= start) break;
    from = match.index;
  }
  return text.slice(from, start);
}

/** The clause around a stretch, from the break before it to the break behind. */
export function clauseAround(text: string, start: number, end: number): string {
  let from = 0;
  let to = text.length;
  for (const match of matchesOf(text, BREAK)) {
    if (match.index < start) from = match.index;
    else if (match.index >= end) {
      to = match.index;
      break;
    }
  }
  return text.slice(from, to);
}
