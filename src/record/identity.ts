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
): Merged {
  const byId = new Map(agencies.map((agency) => [agency.id, agency]));
  const gone = new Map<string, string>();
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

/** Decides the agencies of claims: what was given, what a reviewer's alias says, or what the registry knows. New ones go into `agencies`. */
export function agencyDecider(
  registry: Registry,
  merged: Merged,
  decisions: readonly IdentityDecision[],
  agencies: Map<string, Agency>,
): (word: ReviewedWord) => WordAgency {
  const live = (id: string) => merged.gone.get(id) ?? id;
  const aliases = new Map(
    decisions.filter(({ kind }) => kind === 'alias').map(({ a, b, state }) => [aliasKey(a, state), b]),
  );
  return (word) => {
    const { written, name, state, place } = word;
    const given =
      word.given_agency ?? aliases.get(aliasKey(written, state)) ?? aliases.get(aliasKey(name, state));
    if (given && agencies.has(live(given))) return { agency: live(given), open: null, candidates: [] };
    const found = resolveMention(registry, { written, name, state, place });
    if (!found.agency)
      return { agency: null, open: found.reason, candidates: found.candidates.map(({ id }) => id) };
    const id = live(found.agency.id);
    if (!agencies.has(id)) agencies.set(id, found.agency);
    return { agency: id, open: null, candidates: [] };
  };
}

/** The key under which a name in a state is an alias; without a state it is one wherever no state is said. */
export function aliasKey(name: string, state: string | null): string {
  return `${state ?? ''} ${canonicalName(name, state)}`;
}
