import { push } from '../base/index.ts';
import type { Agency, RegistryNote } from './model.ts';
import { canonicalWords } from './names.ts';
import { countyName, placeKey } from './places.ts';
import { nameKeys, type Registry } from './registry.ts';
import { sharesCounty } from './united.ts';

/** What the registry has for an agency: the fits, one or several, by which rule, and whether one of them is it; several are shown, never chosen from. */
export interface RegistryMatch {
  rule: NonNullable<RegistryNote['rule']>;
  why: RegistryNote['why'];
  fits: Agency[];
}

/** The registry's agencies that this one is or may be, by name, else by kind and place; null where nothing fits. A name that is shared fits in its county alone. */
export function matchRegistry(agency: Agency, registry: Registry, shared = false): RegistryMatch | null {
  const own = registry.byId.get(agency.id);
  if (own?.kind === agency.kind && own.ori.length > 0) return { rule: 'exact-name', why: null, fits: [own] };
  const named = nameKeys(agency).flatMap((key) => registry.byName.get(key) ?? []);
  const exact = narrowed(withOri([...new Set(named)]), agency);
  if (exact.length > 0)
    return { rule: 'exact-name', why: whyNot(exact, agency, shared || repeats(agency)), fits: exact };
  const index = kindIndex(registry, agency);
  for (const [rule, key] of keysOf(agency)) {
    const fits = narrowed(withOri(index.get(`${rule} ${key}`) ?? []), agency);
    if (fits.length > 0)
      return { rule, why: UNSURE[rule] ?? unplaced(rule, agency) ?? whyNot(fits, agency, true), fits };
  }
  return null;
}

// Rules that say where to look and not which body it is.
const UNSURE: Partial<Record<RegistryMatch['rule'], RegistryNote['why']>> = {
  'constables-of-county': 'counted-as-one',
  'police-of-state': 'part-or-whole',
};

/** True for a name that several bodies of one state bear: townships, boroughs and villages share theirs, towns seldom do. */
export function repeats({ name }: Pick<Agency, 'name'>): boolean {
  return /\b(?:township|twp|borough|village)\b/i.test(name);
}

// A name without its word for the town is the same only in the same county.
function unplaced(rule: RegistryMatch['rule'], { counties }: Agency): RegistryNote['why'] {
  return rule === 'police-of-town' && counties.length === 0 ? 'county-unknown' : null;
}

function whyNot(fits: readonly Agency[], agency: Agency, byCounty: boolean): RegistryNote['why'] {
  const elsewhere = ({ counties }: Agency) =>
    counties.length > 0 && agency.counties.length > 0 && !sharesCounty(counties, agency.counties);
  if (byCounty && fits.every(elsewhere)) return 'other-county';
  return fits.length > 1 ? 'several-fit' : null;
}

// Namesakes in one state are told apart by the county, where both sides know it.
function narrowed(fits: Agency[], agency: Agency): Agency[] {
  if (fits.length < 2 || agency.counties.length === 0) return fits;
  const near = fits.filter((fit) => sharesCounty(fit.counties, agency.counties));
  return near.length > 0 ? near : fits;
}

function withOri(agencies: readonly Agency[]): Agency[] {
  return agencies.filter((agency) => agency.ori.length > 0);
}

// Kinds whose bodies are looked for under the keys of another.
const KEYED_AS: Partial<Record<Agency['kind'], Agency['kind']>> = {
  port: 'airport',
  corrections: 'state-body',
};

interface KindIndexes {
  /** Agencies by state and kind. */
  agencies: Map<string, Agency[]>;
  /** Of states and kinds that were asked for: agencies by rule and key. */
  byKey: Map<string, Map<string, Agency[]>>;
}

const indexes = new WeakMap<Registry, KindIndexes>();

/** The registry's agencies of this one's state and kind by the keys of the rules. */
function kindIndex(registry: Registry, asked: Agency): Map<string, Agency[]> {
  const groupOf = ({ state, kind }: Agency) => `${state} ${KEYED_AS[kind] ?? kind}`;
  let known = indexes.get(registry);
  if (!known) {
    known = { agencies: new Map(), byKey: new Map() };
    for (const agency of registry.agencies) push(known.agencies, groupOf(agency), agency);
    indexes.set(registry, known);
  }
  const group = groupOf(asked);
  let index = known.byKey.get(group);
  if (!index) {
    index = new Map();
    for (const agency of known.agencies.get(group) ?? [])
      for (const [rule, key] of keysOf(agency)) push(index, `${rule} ${key}`, agency);
    known.byKey.set(group, index);
  }
  return index;
}

/** The keys under which an agency is found by kind and place, the surest first. */
function keysOf(agency: Agency): [RegistryMatch['rule'], string][] {
  const { kind, state, counties } = agency;
  const words = () => canonicalWords(agency.name, state);
  switch (kind) {
    case 'sheriff':
      return counties.length === 1 ? [['sheriff-of-county', counties[0]!]] : [];
    case 'police': {
      // A town's marshal is its police in Indiana; elsewhere a court's marshal may stand beside the police.
      const place = words()
        .replace(state === 'IN' ? MARSHAL : '', '')
        .replace(POLICE, '');
      return [
        ['police-of-place', `${state} ${placeKey(place)}`],
        ['police-of-town', `${state} ${placeKey(place.replace(TOWN, ''))}`],
      ];
    }
    case 'campus':
      return [['campus', `${state} ${placeKey(words().replace(CAMPUS, ''))}`]];
    case 'airport':
    case 'port':
      return [['same-body', `${state} ${placeKey(words().replace(POLICE, ''))}`]];
    case 'state-body':
    case 'corrections':
      return [
        ['body-of-state', `${state} ${words().replace(OF_BODY, '').split(' ').sort().join(' ').trim()}`],
      ];
    case 'state-police': {
      const [body] = POLICE_OF_STATE.exec(words()) ?? [];
      return [
        ...(body ? [['state-police', `${state} ${body}`] as [RegistryMatch['rule'], string]] : []),
        ['police-of-state', state],
      ];
    }
    case 'constable':
      return counties.length === 1 ? [['constables-of-county', counties[0]!]] : [];
    default:
      return [];
  }
}

const POLICE =
  / (?:(?:department|division) of )?(?:metropolitan )?(?:police|public safety)(?: department| division)?$/;
const MARSHAL = / marshal$/;
// A township is another body than the borough, town or city of its name.
const TOWN = / (?:borough|town|village|city)$/;
const CAMPUS = /\b(?:(?:district )?board of trustees(?: of)?|police)\b/g;
const OF_BODY = /\b(?:department|division|office|of|the|and|state)\b ?/g;
const POLICE_OF_STATE = /\b(?:highway patrol|state (?:police|patrol|troopers))\b/;

/**
 * Agencies with the codes of what they are in the registry, and a note of how, or why not. An entry of the registry that
 * fits several of them is none's for certain, but for the one that bears its name. `shared` has the ids of those whose
 * name another listed agency of the state bears.
 */
export function withCodes(
  agencies: readonly Agency[],
  registry: Registry,
  shared: ReadonlySet<string> = new Set(),
): Agency[] {
  const matches = agencies.map((agency) => matchRegistry(agency, registry, shared.has(agency.id)));
  const claimed = new Map<Agency, RegistryMatch[]>();
  for (const match of matches) {
    if (match?.why === null) push(claimed, match.fits[0]!, match);
  }
  const ofPolice = agencies.map((agency, index) => (matches[index] ? null : entryOfCounty(agency, registry)));
  const doubtful = new Set(ofPolice);
  return agencies.map((agency, index) => {
    const match = matches[index] ?? null;
    const entry = ofPolice[index] ?? match?.fits.find((fit) => doubtful.has(fit));
    if (entry) return inDoubt(agency, entry);
    if (match === null) return { ...agency, registry: { rule: null, why: 'no-such-name', fits: [] } };
    const { rule, fits } = match;
    const why = match.why ?? (isFirst(match, claimed.get(fits[0]!)!) ? null : 'serves-several');
    const registryNote: RegistryNote = { rule, why, fits: fits.map(({ id }) => id) };
    if (why !== null) return { ...agency, registry: registryNote };
    const [fit] = fits as [Agency];
    const ori = agency.ori.length > 0 ? agency.ori : fit.ori;
    const counties = agency.counties.length > 0 ? agency.counties : fit.counties;
    return { ...agency, ori, counties, registry: registryNote };
  });
}

function isFirst(match: RegistryMatch, rivals: readonly RegistryMatch[]): boolean {
  const named = rivals.filter(({ rule }) => rule === 'exact-name');
  return (named.length > 0 ? named : rivals).every((rival) => rival === match);
}

/**
 * The sheriff's entry of a county whose police has none: the FBI's list gives many entries the county's name alone, and
 * Nassau County's in New York has the officers of its police.
 */
function entryOfCounty(agency: Agency, registry: Registry): Agency | null {
  const [county] = agency.counties;
  if (agency.kind !== 'police' || !county || !agency.name.startsWith(`${countyName(county)} Police`))
    return null;
  const sheriffs = kindIndex(registry, { ...agency, kind: 'sheriff' }).get(`sheriff-of-county ${county}`);
  const [entry, other] = withOri(sheriffs ?? []);
  return entry && !other ? entry : null;
}

function inDoubt(agency: Agency, entry: Agency): Agency {
  const ori = agency.ori.filter((code) => !entry.ori.includes(code));
  const registry: RegistryNote = { rule: 'sheriff-of-county', why: 'police-or-sheriff', fits: [entry.id] };
  return { ...agency, ori, registry };
}
