import { STATES, type StateName } from './lexicon-places.ts';

/** A county of one state. */
export interface CountyOf {
  state: string;
  fips: string;
}

/** A town of one state with the county that most of it lies in, where that is known. */
export interface CityOf {
  state: string;
  county: string | null;
}

/** An agency that is known by name. */
export interface KnownAgency {
  name: string;
  state: string;
  place: string | null;
}

/** What is known of names of places and agencies: plain data, passed in. Keys are lower case without accents and full stops, `saint` as `st`, and without the words "County", "Parish". */
export interface Gazetteer {
  states: readonly StateName[];
  /** `cook` to Illinois, Georgia and Minnesota. */
  counties: ReadonlyMap<string, readonly CountyOf[]>;
  /** Town to its states and counties. */
  cities: ReadonlyMap<string, readonly CityOf[]>;
  /** Full names and aliases (`nypd`) to agencies. */
  agencies: ReadonlyMap<string, readonly KnownAgency[]>;
}

/** A gazetteer that knows the states and nothing else. */
export const emptyGazetteer: Gazetteer = {
  states: STATES,
  counties: new Map(),
  cities: new Map(),
  agencies: new Map(),
};

/** A name as a gazetteer's key. */
export function placeKey(name: string): string {
  return name
    .normalize('NFD')
    .replace(/[\u0300-\u036f.]/g, '')
    .replace(/[’‘]/g, "'")
    .toLowerCase()
    .replace(/\bsaint\b/g, 'st')
    .replace(/ (?:county|parish|borough|census area|municipality)$/, '')
    .replace(/\s+/g, ' ')
    .trim();
}
