import type { Claim, Evidence } from '../claim/index.ts';
import { carryDecisions, idOf } from './carry.ts';
import { type Decision, inForce, type Patch } from './decisions.ts';
import type { WordRow } from './log.ts';
import type { RecordedClaim } from './model.ts';

/** A claim in force with what review made of it: its values are the person's where somebody decided. */
export interface ReviewedWord extends WordRow {
  review: RecordedClaim['review'];
  decision: Decision | null;
  /** The person's values where they differ from the machine's. */
  patch: Patch | null;
}

/**
 * The claims in force after review. An accepted or corrected claim keeps the values that the person saw and wrote, even
 * when a newer extractor reads it otherwise or not at all; a rejected one stays in sight and counts for nothing.
 */
export function reviewWords(words: readonly WordRow[], decisions: readonly Decision[]): ReviewedWord[] {
  const onClaims = [...inForce(decisions).values()].filter(({ subject }) => subject.startsWith('claim:'));
  const held = onClaims.length > 0 ? carryDecisions(words, onClaims) : new Map<WordRow, Decision>();
  const reviewed = new Map<string, ReviewedWord>();
  for (const word of words) {
    // Of two editions of a cited claim the newer stands last.
    if (word.inForce) reviewed.set(word.id, reviewedWord(word, held.get(word) ?? null));
  }
  const kept = new Set(held.values());
  for (const decision of onClaims) {
    if (kept.has(decision) || decision.kind === 'reject' || reviewed.has(idOf(decision))) continue;
    const former = words.filter((word) => word.id === idOf(decision)).at(-1);
    if (former) reviewed.set(former.id, reviewedWord(former, decision));
  }
  return [...reviewed.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

const STATES = { accept: 'accepted', correct: 'corrected', reject: 'rejected' } as const;

function reviewedWord(word: WordRow, decision: Decision | null): ReviewedWord {
  if (!decision)
    return { ...word, review: word.capture === null ? 'rule' : 'proposed', decision: null, patch: null };
  const review = STATES[decision.kind as keyof typeof STATES];
  const patch = review === 'rejected' ? null : patchFor(word, decision);
  return { ...word, ...(patch && columnsOf(patch)), review, decision, patch };
}

/** What the person's values change in the claim as it is read now: those seen at the time, with the corrections over them. */
function patchFor(word: WordRow, { value }: Decision): Patch | null {
  const now = valuesOf(word);
  const { agency, ...seen } = value.machine
    ? { ...valuesOfClaim(value.machine.claim), ...value.patch }
    : { ...value.patch };
  const changed = Object.entries(seen).filter(([key, wanted]) => now[key as keyof typeof now] !== wanted);
  const patch = { ...Object.fromEntries(changed), ...(agency !== undefined && { agency }) } as Patch;
  return Object.keys(patch).length > 0 ? patch : null;
}

function valuesOf(word: WordRow): Patch {
  return {
    kind: word.kind as Claim['kind'],
    programme: word.programme as Claim['programme'],
    position: word.position as Claim['position'],
    speaker: word.speaker,
    role: word.role,
    onBehalfOf: word.on_behalf_of,
    speaksForAgency: word.speaks_for_agency === 1,
    via: word.via,
    date: word.date,
    effective: word.effective,
  };
}

/** The values of a claim that a person can correct. */
export function valuesOfClaim(claim: Claim): Patch {
  const { kind, programme, position, speaker, role, onBehalfOf, speaksForAgency, via, date, effective } =
    claim;
  return { kind, programme, position, speaker, role, onBehalfOf, speaksForAgency, via, date, effective };
}

function columnsOf({ agency, onBehalfOf, speaksForAgency, ...same }: Patch): Partial<WordRow> {
  return {
    ...same,
    ...(agency !== undefined && { given_agency: agency }),
    ...(onBehalfOf !== undefined && { on_behalf_of: onBehalfOf }),
    ...(speaksForAgency !== undefined && { speaks_for_agency: speaksForAgency ? 1 : 0 }),
  };
}

/** The claim that a row of the log holds, as the machine made it. */
export function claimOfWord(word: WordRow): Claim {
  const { agency: _, ...values } = valuesOf(word) as Required<Patch>;
  return {
    id: word.id,
    ...values,
    agency: { written: word.written, name: word.name, state: word.state, place: word.place },
    evidence: JSON.parse(word.evidence) as Evidence[],
    rules: JSON.parse(word.rules) as string[],
    confidence: word.confidence,
  };
}
