import {
  type Agency,
  type Candidate,
  canonicalName,
  countyName,
  type IdentityDecision,
  type Registry,
  type RegistryNote,
  resolveMention,
  stateOfDecision,
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

/**
 * The listed agencies with the names of what they are in the registry, whose ids lead to them from then on. A reviewer's
 * distinction takes the code back.
 */
export function takeOver(
  listed: readonly Agency[],
  registry: Registry,
  decisions: readonly IdentityDecision[],
): Merged {
  const apart = new Set(
    decisions.filter(({ kind }) => kind === 'distinct').flatMap(({ a, b }) => [`${a} ${b}`, `${b} ${a}`]),
  );
  const gone = new Map<string, string>();
  const agencies = listed.map((agency) => {
    const [id] = agency.registry?.why === null ? agency.registry.fits : [];
    const entry = id === undefined || id === agency.id ? undefined : registry.byId.get(id);
    if (!entry) return agency;
    if (apart.has(`${agency.id} ${entry.id}`)) return withoutCodes(agency, entry);
    gone.set(entry.id, agency.id);
    const names = union(agency.aliases, [entry.name, ...entry.aliases]);
    return { ...agency, aliases: names.filter((name) => name !== agency.name) };
  });
  return { agencies, gone };
}

const OPEN = new Set<RegistryNote['why']>(['several-fit', 'serves-several', 'county-unknown']);

/** Questions of identity: a listed agency that an entry of the registry may be, where no rule says which. */
export function mayBe(
  listed: readonly Agency[],
  registry: Registry,
  decisions: readonly IdentityDecision[],
): Candidate[] {
  const decided = new Set(decisions.flatMap(({ a, b }) => [`${a} ${b}`, `${b} ${a}`]));
  return listed.flatMap(({ id, name, state, registry: note }) => {
    if (!note || !OPEN.has(note.why)) return [];
    const fits = note.fits.filter((fit) => fit !== id && !decided.has(`${id} ${fit}`));
    if (fits.length === 0) return [];
    const names = fits.map((fit) => {
      const { name: other, counties } = registry.byId.get(fit)!;
      return counties.length > 0 ? `${other}, ${counties.map(countyName).join(', ')}` : other;
    });
    const text = `${name} / ${names.join(' / ')}`;
    return [
      { reason: 'perhaps this agency of the registry', text, state, agencies: [id, ...fits], rows: [] },
    ];
  });
}

function withoutCodes(agency: Agency, entry: Agency): Agency {
  const ori = agency.ori.filter((code) => !entry.ori.includes(code));
  return { ...agency, ori, registry: { rule: null, why: 'no-such-name', fits: [] } };
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
      ...noteOfSame(into, from),
    });
    byId.delete(given);
    gone.set(given, kept);
  }
  return { agencies: [...byId.values()], gone: new Map([...gone.keys()].map((id) => [id, live(id)])) };
}

// Who had no code of the registry has it now on the reviewer's word, and no longer a reason why not.
function noteOfSame({ registry }: Agency, { id, ori }: Agency): Pick<Agency, 'registry'> {
  if (!registry || registry.why === null || ori.length === 0) return {};
  return { registry: { rule: 'same-decision', why: null, fits: [id] } };
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
  const given = decisions.filter(({ kind }) => kind === 'alias');
  // One that names no state is the agency's in its own state too, where none names that state.
  const aliases = new Map([
    ...given.map((alias) => [aliasKey(alias.a, stateOfDecision(alias)), alias.b] as const),
    ...given.map(({ a, b, state }) => [aliasKey(a, state), b] as const),
  ]);
  return (word, found) => {
    const { written, name, state } = word;
    const decided =
      word.given_agency ?? aliases.get(aliasKey(written, state)) ?? aliases.get(aliasKey(name, state));
    if (decided && known.has(live(decided))) return { agency: live(decided), open: null, candidates: [] };
    return { ...found, agency: found.agency === null ? null : live(found.agency) };
  };
}

/** The key under which a name in a state is an alias; without a state it is the key of texts that say none. */
export function aliasKey(name: string, state: string | null): string {
  return `${state ?? ''} ${canonicalName(name, state)}`;
}
