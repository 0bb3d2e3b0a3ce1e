import { type AgencyKind, countiesNamed, stateOf } from '../resolve/index.ts';

/** Whom an instrument binds: the whole country, a state, or one county of it. */
export interface Jurisdiction {
  /** Two-letter state, or null for the United States. */
  state: string | null;
  /** County FIPS, or null for the whole state. */
  county: string | null;
}

const WRITTEN = /^([A-Z]{2})(?: \((.+)\))?$/;

/** The jurisdiction written `US`, `TX` or `FL (Miami-Dade County)`; null when it names no such place. */
export function readJurisdiction(written: string): Jurisdiction | null {
  if (written === 'US') return { state: null, county: null };
  const [, state, name] = WRITTEN.exec(written) ?? [];
  if (!state || stateOf(state) !== state) return null;
  if (!name) return { state, county: null };
  const [county, ...others] = countiesNamed(name, state).filter(({ historic }) => !historic);
  return county && others.length === 0 ? { state, county: county.fips } : null;
}

/** True when an instrument binds agencies of a place. A question about a whole state is not answered by the rule of one county. */
export function bindsPlace(by: Jurisdiction, place: { state: string; counties: readonly string[] }): boolean {
  if (by.state === null) return true;
  return by.state === place.state && (by.county === null || place.counties.includes(by.county));
}

/** True when some agency can be bound by both. */
export function overlaps(a: Jurisdiction, b: Jurisdiction): boolean {
  if (a.state === null || b.state === null) return true;
  return a.state === b.state && (a.county === null || b.county === null || a.county === b.county);
}

/** True when a provision for these kinds (null: all) of an instrument binds that kind of agency. A state's law binds no federal agency and no tribe unless it names them. */
export function bindsKind(by: Jurisdiction, kinds: readonly string[] | null, kind: AgencyKind): boolean {
  if (kinds !== null) return kinds.includes(kind);
  return by.state === null || (kind !== 'federal' && kind !== 'tribal');
}
