import {
  type Agency,
  type AgencyKind,
  canonicalName,
  countyName,
  ocdDivisionOf,
  type RegistryNote,
  tidy,
  type WhyNoCode,
  whyNoCode,
} from '../resolve/index.ts';
import { allAgencies } from './agencies.ts';
import type { Db } from './open.ts';

/** One row of `agencies`: the stable keys of the command line. */
export interface AgencyTableRow {
  id: string;
  name: string;
  /** Its name, other names, and every form in which a list prints it that is no other agency's name. */
  spellings: string[];
  kind: AgencyKind;
  state: string;
  /** Name of the main county, or null. */
  county: string | null;
  /** County FIPS codes of 2023, the main one first. */
  counties: string[];
  place: string | null;
  ori: string[];
  ocd: string | null;
  /** True where a list of ICE names it. */
  listed: boolean;
  /** The rule that found it in the official registry; null where none did, or where no list names it. */
  match: RegistryNote['rule'];
  /** Why it has no code from there, or null. */
  why: WhyNoCode | null;
  /** Ids of the registry's agencies that fit. */
  fits: string[];
}

/**
 * Every agency, in the order of their ids, with its spellings, places and codes and how it was found in the registry as the
 * log had that up to a moment.
 */
export async function agencyTable(db: Db, until = '9999'): Promise<AgencyTableRow[]> {
  const agencies = await allAgencies(db);
  const printed = await printedNames(db, agencies);
  const official = await db
    .selectFrom('registry')
    .select('seq')
    .where('origin', '!=', 'starter')
    .where('recorded', '<=', until)
    .limit(1)
    .execute();
  const kept = new Set(
    agencies.filter(({ ori }) => ori.length > 0).map(({ state, kind }) => `${state} ${kind}`),
  );
  const why = ({ registry, state, kind }: Agency): WhyNoCode =>
    official.length > 0 ? whyNoCode(registry, kept.has(`${state} ${kind}`)) : 'no-registry';
  return agencies.map((agency) => {
    const { id, name, kind, state, counties, place, ori, registry } = agency;
    const spellings = printed.get(id);
    const [main] = counties;
    return {
      id,
      name,
      spellings: [...new Set([name, ...agency.aliases, ...(spellings ?? [])])],
      kind,
      state,
      county: main === undefined ? null : countyName(main),
      counties,
      place,
      ori,
      ocd: ocdDivisionOf(agency),
      listed: spellings !== undefined,
      match: registry?.rule ?? null,
      why: spellings && ori.length === 0 ? why(agency) : null,
      fits: registry?.fits ?? [],
    };
  });
}

/** What lists print for each agency, without what is another agency's own name: a row that stood under a wrong name. */
async function printedNames(db: Db, agencies: readonly Agency[]): Promise<Map<string, string[]>> {
  const rows = await db
    .selectFrom('line_agency as l')
    .innerJoin('line as n', 'n.id', 'l.line')
    .select(['l.agency', 'n.agency as name'])
    .distinct()
    .where('l.agency', 'is not', null)
    .union(db.selectFrom('cited_row').select(['agency', 'name']).where('agency', 'is not', null))
    .execute();
  const states = new Map(agencies.map(({ id, state }) => [id, state]));
  const owners = new Map<string, Set<string>>();
  const listed = new Set(rows.map(({ agency }) => agency));
  for (const { id, name, aliases, state } of agencies) {
    if (!listed.has(id)) continue;
    for (const spelling of [name, ...aliases]) {
      const key = `${state}|${canonicalName(spelling, state)}`;
      owners.set(key, (owners.get(key) ?? new Set()).add(id));
    }
  }
  const printed = new Map<string, Set<string>>();
  for (const { agency, name } of rows) {
    if (agency === null) continue;
    const state = states.get(agency) ?? '';
    const spelling = tidy(name);
    const own = owners.get(`${state}|${canonicalName(spelling, state)}`);
    const known = printed.get(agency) ?? new Set();
    printed.set(agency, known);
    if (!own || own.has(agency)) known.add(spelling);
  }
  return new Map([...printed].map(([agency, names]) => [agency, [...names].sort()]));
}
