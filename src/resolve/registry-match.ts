import { push } from './maps.ts';
import type { Agency } from './model.ts';
import { canonicalWords } from './names.ts';
import { countyOf, isIndependentCity, placeKey } from './places.ts';
import { nameKey, type Registry } from './registry.ts';

/** What a registry knows about an agency: the fits, one or several, and by which rule; several are shown, never chosen from. */
export interface RegistryMatch {
  rule:
    | 'exact-name'
    | 'sheriff-of-county'
    | 'police-of-place'
    | 'campus'
    | 'state-police'
    | 'constables-of-county';
  fits: Agency[];
}

/** The registry's agencies that this one is, by name, else by kind and place; null where nothing fits. */
export function matchRegistry(agency: Agency, registry: Registry): RegistryMatch | null {
  const named = [agency.name, ...agency.aliases].flatMap(
    (name) => registry.byName.get(nameKey(name, agency.state)) ?? [],
  );
  const exact = withOri([...new Set(named)]);
  if (exact.length > 0) return { rule: 'exact-name', fits: narrowed(exact, agency) };
  const index = kindIndex(registry);
  for (const [rule, key] of keysOf(agency)) {
    const fits = withOri(index.get(key) ?? []);
    if (fits.length > 0) return { rule, fits: rule === 'police-of-place' ? narrowed(fits, agency) : fits };
  }
  return null;
}

// Namesakes in one state are told apart by the county, where both sides know it.
function narrowed(fits: Agency[], agency: Agency): Agency[] {
  if (fits.length < 2 || agency.counties.length === 0) return fits;
  const near = fits.filter((fit) => fit.counties.some((county) => agency.counties.includes(county)));
  return near.length > 0 ? near : fits;
}

function withOri(agencies: readonly Agency[]): Agency[] {
  return agencies.filter((agency) => agency.ori.length > 0);
}

const indexes = new WeakMap<Registry, Map<string, Agency[]>>();

function kindIndex(registry: Registry): Map<string, Agency[]> {
  let index = indexes.get(registry);
  if (!index) {
    index = new Map();
    for (const agency of registry.agencies) {
      for (const [, key] of keysOf(agency)) push(index, key, agency);
    }
    indexes.set(registry, index);
  }
  return index;
}

/** The keys under which an agency is found by kind and place. */
function keysOf(agency: Agency): [RegistryMatch['rule'], string][] {
  const { kind, state, counties } = agency;
  switch (kind) {
    case 'sheriff':
      return counties.length === 1 ? [['sheriff-of-county', `sheriff ${counties[0]}`]] : [];
    case 'police':
      return [
        [
          'police-of-place',
          `police ${state} ${placeKey(canonicalWords(agency.name, state).replace(BODY, ''))}`,
        ],
      ];
    case 'campus':
      return [
        ['campus', `campus ${state} ${placeKey(canonicalWords(agency.name, state).replace(CAMPUS, ''))}`],
      ];
    case 'state-police':
      // A state has one highway patrol or state police, whatever department it belongs to.
      return [['state-police', `state-police ${state}`]];
    case 'constable':
      return counties.length === 1 ? [['constables-of-county', `constable ${counties[0]}`]] : [];
    default:
      return [];
  }
}

const BODY = / (?:(?:borough|town|township|village|city|metropolitan) )?(?:police|public safety|marshal)$/;
const CAMPUS = /\b(?:(?:district )?board of trustees(?: of)?|police)\b/g;

/**
 * The agency with the codes of a match that is one body: ORIs, and counties where it had none. The registry counts all
 * constables of a county as one: which of them has its code is not known, so none gets it.
 */
export function withCodes(agency: Agency, match: RegistryMatch | null): Agency {
  if (match?.fits.length !== 1 || agency.ori.length > 0) return agency;
  const [fit] = match.fits as [Agency];
  const ori = match.rule === 'constables-of-county' ? [] : fit.ori;
  return { ...agency, ori, counties: agency.counties.length > 0 ? agency.counties : fit.counties };
}

/** The Open Civic Data division that an agency serves: `ocd-division/country:us/state:tx/county:harris`. */
export function ocdDivisionOf(agency: Agency): string {
  const state = agency.state.toLowerCase();
  const root = `ocd-division/country:us/${OCD_ROOTS[agency.state] ?? 'state'}:${state}`;
  const county = agency.counties.length === 1 ? countyOf(agency.counties[0]!) : null;
  if (agency.kind === 'police' && agency.place && !/\b(?:County|Parish|Borough)$/.test(agency.place)) {
    return `${root}/place:${ocdName(agency.place)}`;
  }
  if (!county || !COUNTY_KINDS.has(agency.kind)) return root;
  if (isIndependentCity(county.fips)) return `${root}/place:${ocdName(county.name.replace(/ City$/, ''))}`;
  const kind = agency.state === 'LA' ? 'parish' : agency.state === 'AK' ? 'borough' : 'county';
  return `${root}/${kind}:${ocdName(county.name)}`;
}

const OCD_ROOTS: Record<string, string> = {
  DC: 'district',
  PR: 'territory',
  GU: 'territory',
  VI: 'territory',
  MP: 'territory',
  AS: 'territory',
};
const COUNTY_KINDS = new Set(['sheriff', 'jail', 'constable', 'prosecutor', 'police']);

function ocdName(name: string): string {
  return name
    .toLowerCase()
    .replace(/[.'’]/g, '')
    .replace(/[^\p{L}\d~-]+/gu, '_');
}
