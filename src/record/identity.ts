import {
  type Agency,
  canonicalName,
  type IdentityDecision,
  type Registry,
  resolveMention,
} from '../resolve/index.ts';
import type { ReviewedWord } from './reviewed.ts';

/** Which agency a claim is about, or why no rule decides. */
export interface WordAgency {
  agency: string | null;
  open: string | null;
  candidates: string[];
}

/** Agencies after reviewers called some the same: each pair is one, and the other's id leads to it. */
export interface Merged {
  agencies: Agency[];
  /** The surviving id by the id that was given up. */
  gone: Map<string, string>;
}

/** Makes one of every pair that a decision calls the same; the one that lists show, else the first named, survives. */
export function mergeSame(
  agencies: readonly Agency[],
  decisions: readonly IdentityDecision[],
  onLists: ReadonlySet<string>,
  before: ReadonlyMap<string, string> = new Map(),
): Merged {
  const byId = new Map(agencies.map((agency) => [agency.id, agency]));
  const gone = new Map(before);
  const live = (id: string): string => {
    const next = gone.get(id);
    return next === undefined ? id : live(next);
  };
  for (const { kind, a, b } of decisions) {
    if (kind !== 'same') continue;
    const [first, second] = [live(a), live(b)];
    const swap = onLists.has(second) && !onLists.has(first);
    const [kept, given] = swap ? [second, first] : [first, second];
    const [into, from] = [byId.get(kept), byId.get(given)];
    if (!into || !from || kept === given) continue;
    byId.set(kept, {
      ...into,
      ori: union(into.ori, from.ori),
      aliases: union(into.aliases, [from.name, ...from.aliases]),
    });
    byId.delete(given);
    gone.set(given, kept);
  }
  return { agencies: [...byId.values()], gone: new Map([...gone.keys()].map((id) => [id, live(id)])) };
}

function union(a: readonly string[], b: readonly string[]): string[] {
  return [...new Set([...a, ...b])];
}

/** What the registry alone says about each claim's agency; agencies that it did not have are made. */
export function resolveWords(
  registry: Registry,
  words: readonly ReviewedWord[],
): { found: WordAgency[]; made: Agency[] } {
  const made = new Map<string, Agency>();
  const found = words.map(({ written, name, state, place }) => {
    const result = resolveMention(registry, { written, name, state, place });
    if (!result.agency)
      return { agency: null, open: result.reason, candidates: result.candidates.map(({ id }) => id) };
    if (!registry.byId.has(result.agency.id)) made.set(result.agency.id, result.agency);
    return { agency: result.agency.id, open: null, candidates: [] };
  });
  return { found, made: [...made.values()] };
}

/** The agency of a claim: what was given, what a reviewer's alias says, or what the registry found. */
export function agencyDecider(
  { agencies, gone }: Merged,
  decisions: readonly IdentityDecision[],
): (word: ReviewedWord, found: WordAgency) => WordAgency {
  const known = new Set(agencies.map(({ id }) => id));
  const live = (id: string) => gone.get(id) ?? id;
  const aliases = new Map(
    decisions.filter(({ kind }) => kind === 'alias').map(({ a, b, state }) => [aliasKey(a, state), b]),
  );
  return (word, found) => {
    const { written, name, state } = word;
    const given =
      word.given_agency ?? aliases.get(aliasKey(written, state)) ?? aliases.get(aliasKey(name, state));
    if (given && known.has(live(given))) return { agency: live(given), open: null, candidates: [] };
    return { ...found, agency: found.agency === null ? null : live(found.agency) };
  };
}

/** The key under which a name in a state is an alias; without a state it is one wherever no state is said. */
export function aliasKey(name: string, state: string | null): string {
  return `${state ?? ''} ${canonicalName(name, state)}`;
}
