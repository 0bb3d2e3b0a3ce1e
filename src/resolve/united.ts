import { push } from '../base/index.ts';
import type { Agency } from './model.ts';
import { slug } from './names.ts';
import { countyOf } from './places.ts';
import { nameKeys } from './registry.ts';

/** The agencies of all registers, each body once, and the lasting id by each id that was given up. */
export interface United {
  agencies: Agency[];
  gone: Map<string, string>;
}

/**
 * Makes one registry of the starter's agencies and an official registry's: a body that both name, by a code and the kind,
 * is one under the starter's id; namesakes of one state each bear their county in their id, so that the bare id is left to
 * the one that the lists name.
 */
export function uniteRegistries(starter: readonly Agency[], official: readonly Agency[]): United {
  const byId = new Map(starter.map((agency) => [agency.id, agency]));
  const byOri = new Map(starter.flatMap((agency) => agency.ori.map((code) => [code, agency.id])));
  const gone = new Map<string, string>();
  for (const agency of namesakesApart(official)) {
    const own = byId.get(agency.id) ?? twinOf(agency, byOri, byId);
    if (!own) byId.set(agency.id, agency);
    else if (sameBody(own, agency)) {
      byId.set(own.id, joined(own, agency));
      if (own.id !== agency.id) gone.set(agency.id, own.id);
    } else {
      const id = freeId(apart(agency), byId);
      byId.set(id, { ...agency, id });
    }
  }
  return { agencies: [...byId.values()], gone };
}

function twinOf(
  agency: Agency,
  byOri: ReadonlyMap<string, string>,
  byId: ReadonlyMap<string, Agency>,
): Agency | undefined {
  // Of 17,000 agencies the starter has a hundred.
  if (!agency.ori.some((code) => byOri.has(code))) return undefined;
  const ids = new Set(agency.ori.flatMap((code) => byOri.get(code) ?? []));
  const twins = [...ids].map((id) => byId.get(id)!).filter(({ kind }) => kind === agency.kind);
  return twins.length === 1 ? twins[0] : undefined;
}

// A code that both bear tells; where one of them has none, the county does.
function sameBody(a: Agency, b: Agency): boolean {
  if (a.kind !== b.kind || a.state !== b.state) return false;
  if (a.ori.some((code) => b.ori.includes(code))) return true;
  return a.counties.length === 0 || b.counties.length === 0 || sharesCounty(a.counties, b.counties);
}

/** True when two lists of county codes have one in common. */
export function sharesCounty(a: readonly string[], b: readonly string[]): boolean {
  return a.some((code) => b.includes(code));
}

function joined(own: Agency, other: Agency): Agency {
  const names = [...own.aliases, other.name, ...other.aliases].filter((name) => name !== own.name);
  return {
    ...own,
    counties: own.counties.length > 0 ? own.counties : other.counties,
    ori: [...new Set([...own.ori, ...other.ori])],
    aliases: [...new Set(names)],
  };
}

/** Agencies of one name in one state, each under an id with its county. */
function namesakesApart(agencies: readonly Agency[]): Agency[] {
  const byName = new Map<string, Agency[]>();
  for (const agency of agencies) push(byName, nameKeys(agency)[0]!, agency);
  return agencies.map((agency) => {
    const namesakes = byName.get(nameKeys(agency)[0]!)!;
    return namesakes.length > 1 ? { ...agency, id: apart(agency) } : agency;
  });
}

/** The id of an agency with its county: `us-pa-butler-township-police-luzerne`. */
export function apart({ id, kind, counties: [county] }: Agency): string {
  const suffix = slug(county ? (countyOf(county)?.name ?? county) : kind);
  return id.endsWith(`-${suffix}`) ? id : `${id}-${suffix}`;
}

function freeId(id: string, taken: ReadonlyMap<string, unknown>): string {
  for (let number = 1; ; number++) {
    const tried = number === 1 ? id : `${id}-${number}`;
    if (!taken.has(tried)) return tried;
  }
}
