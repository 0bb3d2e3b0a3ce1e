import type { Evidence, TextEvidence } from '../claim/index.ts';
import type { Decision, Snapshot } from './decisions.ts';
import type { WordRow } from './log.ts';

/** Claims by the capture in which they stand, those in force and those of earlier readings apart. */
interface Stand {
  current: WordRow[];
  former: WordRow[];
}

/**
 * For each claim in force the decision that holds for it. A decision follows its claim by id; where a newer reader or
 * extractor changed ids, to the claim of the same agency and programme on overlapping words; and to a later capture of
 * the same page, as long as not both the words and what is read in them have changed.
 */
export function carryDecisions(
  words: readonly WordRow[],
  decisions: readonly Decision[],
): Map<WordRow, Decision> {
  const held = new Map<WordRow, Decision>();
  const byId = new Map<string, WordRow>();
  for (const word of words) if (word.inForce) byId.set(word.id, word);
  const stands = standsOf(words, decisions);
  for (const decision of decisions) {
    const word = byId.get(idOf(decision));
    if (word) held.set(word, decision);
  }
  for (const decision of decisions) {
    const machine = decision.value.machine;
    if (!machine?.capture) continue;
    if (!byId.has(idOf(decision))) {
      const heir = heirIn(stands.get(machine.capture), machine, held);
      if (heir) held.set(heir, decision);
    }
    for (const [capture, stand] of stands) {
      if (capture === machine.capture || !sharesPage(stand, stands.get(machine.capture))) continue;
      const same = sameOnPage(stand.current, machine, held);
      if (same) held.set(same, decision);
    }
  }
  return held;
}

/** The id of the claim that a decision is about. */
export function idOf({ subject }: Pick<Decision, 'subject'>): string {
  return subject.slice('claim:'.length);
}

// Only captures that a decision touches, and other captures of their pages, are looked into.
function standsOf(words: readonly WordRow[], decisions: readonly Decision[]): Map<string, Stand> {
  const touched = new Set(decisions.map(({ value }) => value.machine?.capture));
  const pages = new Set(words.filter((word) => touched.has(word.capture)).flatMap((word) => word.pages));
  const stands = new Map<string, Stand>();
  for (const word of words) {
    if (word.capture === null) continue;
    if (!touched.has(word.capture) && !word.pages.some((page) => pages.has(page))) continue;
    const stand = stands.get(word.capture) ?? { current: [], former: [] };
    stands.set(word.capture, stand);
    (word.inForce ? stand.current : stand.former).push(word);
  }
  return stands;
}

function sharesPage(a: Stand, b: Stand | undefined): boolean {
  const pages = new Set([...(b?.current ?? []), ...(b?.former ?? [])].flatMap((word) => word.pages));
  return a.current.some((word) => word.pages.some((page) => pages.has(page)));
}

/** The claim of the newest reading that took the place of the decided one in its capture, or null. */
function heirIn(
  stand: Stand | undefined,
  machine: Snapshot,
  held: ReadonlyMap<WordRow, Decision>,
): WordRow | null {
  if (!stand) return null;
  const { claim } = machine;
  const fits = stand.current
    .filter((word) => !held.has(word) && sameMatter(word, claim) && overlap(word, claim.evidence) > 0)
    // What an earlier reading had as a claim of its own beside the decided one is that claim's heir.
    .filter(
      (word) =>
        word.position === claim.position ||
        !stand.former.some((other) => other.id !== claim.id && isSame(other, word)),
    );
  return best(fits, machine, (word) => overlap(word, claim.evidence));
}

function isSame(a: WordRow, b: WordRow): boolean {
  return (
    a.position === b.position &&
    sameMatter(a, { agency: b, programme: b.programme }) &&
    overlap(a, evidenceOf(b)) > 0
  );
}

/** The claim of another capture of the page that says the same words or means the same; null where both changed. */
function sameOnPage(
  current: readonly WordRow[],
  machine: Snapshot,
  held: ReadonlyMap<WordRow, Decision>,
): WordRow | null {
  const { claim } = machine;
  const exact = new Set(
    claim.evidence.flatMap((evidence) => (evidence.type === 'text' ? [evidence.exact] : [])),
  );
  const sameWords = (word: WordRow) => quotesOf(word).some((quote) => exact.has(quote.exact));
  const fits = current.filter(
    (word) =>
      !held.has(word) && sameMatter(word, claim) && (sameWords(word) || word.position === claim.position),
  );
  return best(fits, machine, (word) => (sameWords(word) ? 1 : 0));
}

function best(fits: readonly WordRow[], machine: Snapshot, worth: (word: WordRow) => number): WordRow | null {
  const rank = (word: WordRow) => (word.position === machine.claim.position ? 1e9 : 0) + worth(word);
  return [...fits].sort((a, b) => rank(b) - rank(a) || (a.id < b.id ? -1 : 1))[0] ?? null;
}

/** The same agency as written or named, and the same programme; the models of 287(g) count as one. */
export function sameMatter(
  word: Pick<WordRow, 'name' | 'written' | 'programme'>,
  claim: { agency: { written: string; name: string }; programme: string },
): boolean {
  const family = (programme: string) => programme.replace(/^287g-.*/, '287g');
  const { written, name } = claim.agency;
  return (
    (word.name === name || word.written === written) && family(word.programme) === family(claim.programme)
  );
}

function overlap(word: WordRow, evidence: readonly Evidence[]): number {
  let shared = 0;
  for (const a of quotesOf(word)) {
    for (const b of evidence) {
      if (b.type === 'text' && a.page === b.page)
        shared += Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
    }
  }
  return shared;
}

function quotesOf(word: WordRow): TextEvidence[] {
  return evidenceOf(word).filter((evidence) => evidence.type === 'text');
}

function evidenceOf(word: WordRow): Evidence[] {
  return JSON.parse(word.evidence) as Evidence[];
}
