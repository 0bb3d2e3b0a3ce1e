import { contentId, type Day } from '../base/index.ts';
import type { Programme } from '../claim/index.ts';
import { type Differs, detailOf } from './differs.ts';
import { type Word, wordBounds } from './spoken.ts';

/** The kinds of contradiction. */
export const CONTRADICTION_KINDS = [
  'said-no-still-listed',
  'said-yes-not-listed',
  'list-against-document',
  'source-against-source',
  'law-against-practice',
  'law-against-law',
  'pending-beyond-a-year',
  'one-ori-two-agencies',
  'memorandum-of-another',
] as const;
export type ContradictionKind = (typeof CONTRADICTION_KINDS)[number];

/** One piece of evidence: a claim, a row of a list, the document that a row links, a list that lacks the agency, a provision, or an agency of the registry. */
export type Side =
  | { type: 'claim'; claim: string }
  | { type: 'row'; capture: string; row: number; day: Day }
  | { type: 'list'; capture: string; day: Day }
  | { type: 'link'; document: string; capture: string; row: number; day: Day }
  | { type: 'provision'; provision: string }
  | { type: 'registry'; agency: string };

/** Two pieces of evidence that cannot both hold. */
export interface Contradiction {
  /** The same two sides always give the same id. */
  id: string;
  kind: ContradictionKind;
  /** Empty where two laws contradict each other. */
  agency: string;
  programme: Programme;
  /** The first day on which both stood; null where it has no day. */
  opened: Day | null;
  /** The day on which later evidence ended it, or null while it stands. */
  closed: Day | null;
  differs: Differs;
  a: Side;
  b: Side;
}

/** A contradiction with its id; one that would close before it opens never stood, and is null. */
export function contradiction(found: Omit<Contradiction, 'id'>): Contradiction | null {
  const { kind, agency, programme, opened, closed, a, b } = found;
  if (opened !== null && closed !== null && closed <= opened) return null;
  return { id: contentId(kind, agency, programme, sideKey(a), sideKey(b)), ...found };
}

/**
 * The same contradictions, each under an id of its own: what a law that was blocked and restored asks twice of one position has
 * the same two sides, and differs by when it stood. What is the same in this too is told once.
 */
export function distinct(found: readonly Contradiction[]): Contradiction[] {
  const ids = new Set<string>();
  const told = new Set<string>();
  return found.flatMap((one) => {
    const another = contentId(one.id, one.opened ?? '', detailOf(one.differs));
    if (told.has(another)) return [];
    told.add(another);
    const id = ids.has(one.id) ? another : one.id;
    ids.add(id);
    return [{ ...one, id }];
  });
}

function sideKey(side: Side): string {
  switch (side.type) {
    case 'claim':
      return `claim ${side.claim}`;
    case 'row':
      return `row ${side.capture} ${side.row}`;
    case 'link':
      return `link ${side.document}`;
    case 'list':
      return `list ${side.capture}`;
    case 'provision':
      return `provision ${side.provision}`;
    case 'registry':
      return `registry ${side.agency}`;
  }
}

/** The earliest of some days, those that are none left out. */
export function earliest(...days: (Day | null | undefined)[]): Day | null {
  return known(days)[0] ?? null;
}

/** The latest of some days, those that are none left out. */
export function latest(...days: (Day | null | undefined)[]): Day | null {
  return known(days).at(-1) ?? null;
}

function known(days: (Day | null | undefined)[]): Day[] {
  return days.filter((day): day is Day => typeof day === 'string').sort();
}

/** Orders claims by the latest day from which they may hold. */
export function byTime(a: Word, b: Word): number {
  const [left, right] = [a, b].map((word) => `${wordBounds(word).max ?? ''} ${word.id}`) as [string, string];
  return left < right ? -1 : 1;
}
