import type { Scene } from './actor.ts';
import { type Agency, type AgencySort, derivedAgency } from './agency-names.ts';
import { placeKey } from './gazetteer.ts';
import { cityState, countyOfCity, stateOf, type Where } from './places.ts';
import type { Sentence } from './sentences.ts';

const ITEM =
  /^[\s•*·–-]*(?:\d+[.)] )?((?:[A-Z][\p{L}'.-]+ ?){1,3}?)(?:, ([A-Z][\p{L}. ]{1,14}?))? ?(?:—|–|:| - )/u;

/** The agency of the town that heads a list's item: "Chicago, Ill. — The police department …". */
export function agencyOfItem(sort: AgencySort, sentence: Sentence, scene: Scene): Agency | null {
  if (sort !== 'police' && sort !== 'sheriff') return null;
  const first = scene.document.sentences[scene.document.paragraphs[sentence.paragraph]!]!;
  if (first.kind === 'heading') return null;
  const match = ITEM.exec(first.plain);
  const { gazetteer } = scene.where;
  const town = match?.[1]?.trim();
  if (!match || !town || !gazetteer.cities.has(placeKey(town))) return null;
  const state = match[2] ? stateOf(match[2], gazetteer) : cityState(town, null, scene.where);
  if (!state || state === 'DC') return null;
  if (first.kind !== 'list-item' && !match[2]) return null;
  const place = sort === 'police' ? town : countyOfCity(town, state, gazetteer);
  return place ? ofPlace(sort, place, scene, state) : null;
}

const IN_TOWN =
  /^(?:[A-Z][\p{L} ]{0,24} )?(?:[Ii]n|[Ee]n) ((?:St\. )?[A-Z][\p{L}'-]+(?: [A-Z][\p{L}'-]+){0,2})(?:, ([A-Z][\p{L}.]+(?: [A-Z][\p{L}.]+)?))?(?:,| (?=(?:the|its|police|officers|la|el)\b))/u;
const TOWNS_MAYOR =
  /((?:St\. )?[A-Z][\p{L}'-]+(?: [A-Z][\p{L}'-]+){0,2}) (?:Mayor|City Council|Town Council|City Manager|Councilman|Councilwoman)\b/u;

/** The agency of the town under which a sentence or its paragraph stands: "In Chicago, the mayor said that the police …". */
export function agencyOfTown(sort: AgencySort, sentence: Sentence, scene: Scene): Agency | null {
  if (sort !== 'police' && sort !== 'sheriff') return null;
  const { where } = scene;
  for (let i = sentence.index; i >= Math.max(0, sentence.index - 8); i--) {
    const near = scene.document.sentences[i]!;
    if (near.paragraph !== sentence.paragraph) return null;
    const match = IN_TOWN.exec(near.plain) ?? (sort === 'police' ? TOWNS_MAYOR.exec(near.plain) : null);
    if (!match) continue;
    const town = match[1]!;
    // "Out in Chester County": the county of that name, and not the one in which a town of it lies.
    if (/ (?:County|Parish)$/.test(town)) continue;
    if (!where.gazetteer.cities.has(placeKey(town))) continue;
    const state = match[2] ? stateOf(match[2], where.gazetteer) : cityState(town, null, where);
    if (!state) continue;
    const place = sort === 'police' ? town : countyOfCity(town, state, where.gazetteer);
    return place ? ofPlace(sort, place, scene, state) : null;
  }
  return null;
}

const derived = new WeakMap<Where, Map<string, Agency>>();

/** The agency of a place, one object for one agency: the mention's own where the document names it after all. */
export function ofPlace(
  sort: 'sheriff' | 'police',
  place: string,
  scene: Scene,
  state: string | null = scene.where.state,
): Agency {
  const memo = derived.get(scene.where) ?? new Map<string, Agency>();
  derived.set(scene.where, memo);
  const fresh = derivedAgency(sort, place, state, scene.where);
  const key = `${sort}|${place}|${state}`;
  const known = memo.get(key);
  if (known) return known;
  const named = scene.agencies.find(
    (mention) => mention.agency.name === fresh.name && mention.agency.state === fresh.state,
  )?.agency;
  const agency = named ?? fresh;
  memo.set(key, agency);
  return agency;
}

/** The jail of a county as an agency of its own, for counties whose sheriff does not run it; who does is left open. */
export function jailOfPlace(county: string, scene: Scene, state: string | null): Agency {
  const memo = derived.get(scene.where) ?? new Map<string, Agency>();
  derived.set(scene.where, memo);
  const key = `jail|${county}|${state}`;
  const known = memo.get(key);
  if (known) return known;
  const agency: Agency = {
    sort: 'jail',
    written: `${county} County`,
    name: `${county} County Jail`,
    state,
    place: `${county} County`,
  };
  memo.set(key, agency);
  return agency;
}
