import { csvParse } from 'd3-dsv';
import { UserError, withoutControls } from '../base/index.ts';
import { agencyKindOf } from './kinds.ts';
import type { Agency, AgencyKind } from './model.ts';
import { agencyIdOf } from './names.ts';
import { countiesNamed, countyOf, isIndependentCity } from './places.ts';
import { stateName, stateOf } from './states.ts';
import { apart } from './united.ts';

/** One row of the FBI's list of law-enforcement employees: an originating agency with its newest figures. */
export interface FbiAgency {
  ori: string;
  year: number;
  name: string;
  state: string;
  /** County names in capitals, several where the agency lies in several. */
  counties: string[];
  type: string;
  population: number | null;
  officers: number | null;
}

const COLUMNS = ['ori', 'pub_agency_name', 'state_abbr', 'county_name', 'agency_type_name'];
// The Bureau's own codes where they differ from the postal ones.
const FBI_STATES: Record<string, string> = { NB: 'NE', GM: 'GU' };

/** True for bytes that begin with the header of the FBI's agency list. */
export function isFbiList(bytes: Uint8Array): boolean {
  const header =
    Buffer.from(bytes.subarray(0, 1000))
      .toString('latin1')
      .split(/[\r\n]/)[0] ?? '';
  return COLUMNS.every((column) => header.includes(column));
}

/** The rows of the FBI's agency list as CSV, federal agencies left out. Throws a UserError that names a missing column. */
export function readFbiAgencies(csvText: string): FbiAgency[] {
  const table = csvParse(csvText.replace(/^\ufeff/, ''));
  const missing = COLUMNS.filter((column) => !table.columns.includes(column));
  if (missing.length > 0) {
    throw new UserError(
      `agency list has the columns ${table.columns.slice(0, 6).join(', ')}; it needs ${missing.join(', ')} as well`,
    );
  }
  const rows: FbiAgency[] = [];
  for (const row of table) {
    const code = row.state_abbr ?? '';
    const state = stateOf(FBI_STATES[code] ?? code);
    if (state === null || !row.ori) continue;
    rows.push({
      ori: row.ori,
      year: Number(row.data_year) || 0,
      name: withoutControls(row.pub_agency_name ?? '').trim(),
      state,
      counties: splitCounties(row.county_name ?? ''),
      type: row.agency_type_name ?? '',
      population: numberOf(row.population),
      officers: numberOf(row.officer_ct),
    });
  }
  return rows;
}

/** The agencies of the FBI's rows. Rows that share state and full name (the posts of a state police) are one agency with several ORIs. */
export function fbiToAgencies(rows: readonly FbiAgency[]): Agency[] {
  const agencies = new Map<string, Agency>();
  for (const row of rows) {
    const agency = agencyOfRow(row);
    const known = agencies.get(agency.id);
    if (!known) agencies.set(agency.id, agency);
    else if (sameBody(known, agency)) join(known, agency);
    else {
      agency.id = apart(agency);
      const other = agencies.get(agency.id);
      if (other) join(other, agency);
      else agencies.set(agency.id, agency);
    }
  }
  return [...agencies.values()];
}

function agencyOfRow(row: FbiAgency): Agency {
  const counties = row.counties.flatMap((name) => countyCodes(row, name));
  const name = fullName(row, counties[0] ?? null);
  const kind = kindOf(row, name);
  const statewide = kind === 'state-police' || kind === 'state-body' || kind === 'corrections';
  return {
    id: agencyIdOf(name, row.state),
    name,
    kind,
    state: row.state,
    counties: statewide ? [] : counties,
    place: statewide ? stateName(row.state) : placeOf(row, counties[0] ?? null),
    ori: [row.ori],
    aliases: [],
  };
}

// An independent city can bear a county's name (Richmond, St. Louis): the list calls the city `RICHMOND CITY`, and a town of
// type `City` lies in the county.
function countyCodes(row: FbiAgency, name: string): string[] {
  const named = countiesNamed(name, row.state);
  if (named.length < 2) return named[0]?.now ?? [];
  const isCity = / CITY$/i.test(name);
  return [(named.find((county) => isIndependentCity(county.fips) === isCity) ?? named[0]!).fips];
}

function fullName(row: FbiAgency, county: string | null): string {
  const bare = row.name.replace(/[:,]\s*$/, '').trim();
  const unnamed = bare !== row.name.trim() && row.name.includes(':');
  const says = agencyKindOf(bare);
  const countyFull = (county && countyOf(county)?.full) || row.counties[0] || '';
  switch (row.type) {
    case 'County':
      return says === 'police' || says === 'sheriff'
        ? bare
        : `${sheriffPlace(bare, county)} Sheriff's Office`;
    case 'City':
      return cityName(bare, says);
    case 'State Police':
      return `${stateName(row.state)} ${stateBody(bare, row.state)}`;
    case 'Other State Agency':
      return ofState(bare, row.state);
    case 'Tribal':
      return /police|department|agency$/i.test(bare) ? bare : `${bare} Police Department`;
    case 'University or College':
      return `${bare} Police Department`;
    default:
      return unnamed && countyFull && !bare.includes('County') ? `${countyFull} ${role(bare)}` : bare;
  }
}

function sheriffPlace(name: string, fips: string | null): string {
  const county = fips ? countyOf(fips) : null;
  if (county && isIndependentCity(county.fips)) return name;
  const full = county?.state === 'CT' ? null : county?.full;
  return full ?? (/\b(?:County|Parish)$/.test(name) ? name : `${name} County`);
}

// `Union Township, Clermont County` names its county only to tell it from its namesakes.
function cityName(name: string, says: AgencyKind): string {
  if (says !== 'other' && /police|public safety|department|authority/i.test(name)) return name;
  return `${name.replace(/,\s*[^,]+ County$/, '')} Police Department`;
}

function stateBody(name: string, state: string): string {
  const own = new RegExp(`^${stateName(state)}\\s+`, 'i');
  return name.replace(own, '').replace(/\s*(?:,.*| Headquarters.*| Statewide)$/, '');
}

function ofState(name: string, state: string): string {
  const full = stateName(state);
  if (name.toLowerCase().includes(full.toLowerCase()) || agencyKindOf(name) === 'other') return name;
  return `${full} ${name}`;
}

function role(name: string): string {
  return /^(?:Prosecutor|District Attorney)$/.test(name) ? `${name}'s Office` : name;
}

function kindOf(row: FbiAgency, name: string): AgencyKind {
  if (row.type === 'State Police') return 'state-police';
  if (row.type === 'Tribal') return 'tribal';
  if (row.type === 'University or College') return 'campus';
  const kind = agencyKindOf(name);
  return kind === 'other' && row.type === 'Other State Agency' ? 'state-body' : kind;
}

function placeOf(row: FbiAgency, county: string | null): string | null {
  if (row.type === 'City') return row.name.replace(/,\s*[^,]+ County$/, '').trim();
  return (county && countyOf(county)?.full) || null;
}

// Two townships of one name in one state are two bodies; the posts of a state police are one.
function sameBody(a: Agency, b: Agency): boolean {
  if (a.kind !== b.kind) return false;
  if (a.counties.length === 0 && b.counties.length === 0) return true;
  return a.counties.some((code) => b.counties.includes(code));
}

function join(known: Agency, other: Agency): void {
  for (const ori of other.ori) if (!known.ori.includes(ori)) known.ori.push(ori);
}

function splitCounties(text: string): string[] {
  if (/^not specified$/i.test(text.trim())) return [];
  return text
    .split(/[,;]/)
    .map((name) => name.trim())
    .filter(Boolean);
}

function numberOf(text: string | undefined): number | null {
  return text ? Number(text) : null;
}
