import type { Day } from '../base/index.ts';
import type { Programme } from '../claim/index.ts';
import type { Agency, Agreement, Lineage } from '../resolve/index.ts';
import { type Contradiction, contradiction, earliest, type Side } from './contradiction.ts';

/** A memorandum as an agreement's rows link it: its file's name, and where and how long that stood. */
interface Linked {
  document: string;
  agreement: Agreement;
  agency: Agency;
  first: Extract<Side, { type: 'row' }>;
  /** Day of the first list without it, or null while the newest has it. */
  gone: Day | null;
}

/** Links of the lists that serve another agency or another model than their row: the name of the file says whose it is. */
export function linkContradictions(lineage: Lineage, agencies: readonly Agency[]): Contradiction[] {
  const linked = linksOf(lineage, new Map(agencies.map((agency) => [agency.id, agency])));
  const owners = grouped(linked, ({ agency }) => agency.state);
  const sharers = grouped(linked, ({ document }) => document);
  return linked.flatMap((link) => {
    const owner = sharedOwner(link, sharers.get(link.document) ?? []) ?? namedOwner(link, owners);
    const found = owner ? ofAnother(link, owner) : ofAnotherModel(link);
    return found ? [found] : [];
  });
}

function ofAnother(link: Linked, owner: Linked): Contradiction | null {
  const { document, agreement, first, gone } = link;
  const shared = owner.document === document;
  return contradiction({
    kind: 'memorandum-of-another',
    agency: agreement.agency,
    programme: agreement.programme,
    opened: first.day,
    // What the file's name says stays true when its own agency links another one.
    closed: shared && !isOwn(owner) ? earliest(owner.gone, gone) : gone,
    differs: { form: shared ? 'linked-for' : 'named', file: document, agency: owner.agreement.agency },
    a: first,
    b: owner.first,
  });
}

function isOwn({ agency, document }: Linked): boolean {
  const party = partyOf(document);
  return party !== null && isWholly(agency, party);
}

function ofAnotherModel({ document, agreement, first, gone }: Linked): Contradiction | null {
  const model = modelNamed(document);
  if (model === null || model === agreement.programme || agreement.programme === '287g') return null;
  return contradiction({
    kind: 'list-against-document',
    agency: agreement.agency,
    programme: agreement.programme,
    opened: first.day,
    closed: gone,
    differs: {
      form: 'linked-model',
      programme: agreement.programme,
      file: document,
      otherProgramme: model,
    },
    a: first,
    b: { type: 'link', document, capture: first.capture, row: first.row, day: first.day },
  });
}

const MODELS: Record<string, Programme> = { jem: '287g-jail', tfm: '287g-task-force', wso: '287g-warrant' };

/** The model that the name of a memorandum's file says, or null. */
function modelNamed(document: string): Programme | null {
  const word = /(?:^|[^a-z]|287g)(jem|tfm|wso)(?:[^a-z]|$)/.exec(document)?.[1];
  return word === undefined ? null : (MODELS[word] ?? null);
}

/**
 * Another agency for which the same file is linked and whose it is: the one that its name names, even where a wrong row was
 * the first to link it, else the one that was first. The `sharers` of the file are in the order of their age.
 */
function sharedOwner(link: Linked, sharers: readonly Linked[]): Linked | null {
  const others = sharers.filter((other) => other.agreement.agency !== link.agreement.agency);
  const [first] = others;
  if (!first || isOwn(link)) return null;
  const named = others.find(isOwn);
  return named ?? (age(first) < age(link) ? first : null);
}

function age({ first, agreement }: Linked): string {
  return `${first.day} ${agreement.agency}`;
}

/** The agency whose place and state the file's name begins and ends with, where the row's own agency fits neither. */
function namedOwner(link: Linked, owners: ReadonlyMap<string, Linked[]>): Linked | null {
  const party = partyOf(link.document);
  if (party === null || isNamed(link.agency, party)) return null;
  const known = owners.get(party.state) ?? [];
  return known.find((owner) => owner.agency.id !== link.agency.id && isWholly(owner.agency, party)) ?? null;
}

interface Party {
  letters: string;
  state: string;
}

// The state stands behind the word of a kind; `correctional` does not end with Alabama.
const PARTY = /(?:co|county|parish|sheriff|so|office|dept|department|pd|police)([a-z]{2})$/;

/** The part of a file's name before its model, as letters: `winklercosheriffsofficetx`. */
function partyOf(document: string): Party | null {
  const letters = document.replace(/[^a-z]*(?:jem|tfm|wso)(?:[^a-z].*)?$/, '').replace(/[^a-z]/g, '');
  const state = PARTY.exec(letters)?.[1];
  return state === undefined ? null : { letters, state: state.toUpperCase() };
}

// These words are in the names of too many agencies to tell one from another; shorter ones are in too many file names.
const COMMON =
  /^(?:county|city|town|township|borough|parish|village|state|sheriffs?|offices?|police|department|public|safety)$/;
const SHORTEST = 4;

/** True when a name of the file has a word of the agency's own, and does not end with another state. */
function isNamed(agency: Agency, { letters, state }: Party): boolean {
  const words = agency.name.toLowerCase().split(/[^a-z]+/);
  return (
    agency.state === state &&
    words.some((word) => word.length >= SHORTEST && !COMMON.test(word) && letters.includes(word))
  );
}

/** True when the file's name begins with the whole place of a sheriff or a police department and its kind: `winklerco`, `edgewaterpol`. */
function isWholly({ name, kind }: Agency, { letters }: Party): boolean {
  const compact = name.toLowerCase().replace(/[^a-z]/g, '');
  const place = compact.replace(
    kind === 'sheriff' ? /(?:county|parish)sheriffs?office$/ : /police(?:department)?$/,
    '',
  );
  if (place === compact || place.length < SHORTEST) return false;
  const rest = letters.slice(place.length);
  return letters.startsWith(place) && (kind === 'sheriff' ? /^(?:co|par)/ : /^(?:pol|pd)/).test(rest);
}

function grouped(linked: readonly Linked[], keyOf: (link: Linked) => string): Map<string, Linked[]> {
  const groups = new Map<string, Linked[]>();
  for (const link of linked) {
    const group = groups.get(keyOf(link));
    if (group) group.push(link);
    else groups.set(keyOf(link), [link]);
  }
  return groups;
}

/** The memoranda of agencies, the first linked first. */
function linksOf({ agreements, memoranda }: Lineage, agencies: ReadonlyMap<string, Agency>): Linked[] {
  const links = memoranda.flatMap(({ document, agreement: index, first, gone }): Linked[] => {
    const agreement = agreements[index];
    const agency = agreement && agencies.get(agreement.agency);
    return agency ? [{ document, agreement, agency, first: { type: 'row', ...first }, gone }] : [];
  });
  return links.sort((a, b) => (age(a) < age(b) ? -1 : age(a) > age(b) ? 1 : 0));
}
