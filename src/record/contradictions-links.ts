import type { Day } from '../base/index.ts';
import type { Programme } from '../claim/index.ts';
import { type Agency, type Agreement, type Lineage, moaFile, unwrapLink } from '../resolve/index.ts';
import { type Contradiction, contradiction, earliest, type Side } from './contradiction.ts';
import type { ListLog } from './log.ts';

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
export function linkContradictions(
  lineage: Lineage,
  log: ListLog,
  agencies: readonly Agency[],
): Contradiction[] {
  const linked = linksOf(lineage, log, new Map(agencies.map((agency) => [agency.id, agency])));
  const owners = ownersOf(linked);
  return linked.flatMap((link) => {
    const owner = sharedOwner(link, linked) ?? namedOwner(link, owners);
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
    closed: shared ? earliest(owner.gone, gone) : gone,
    detail: `the linked ${document} ${shared ? 'is linked for' : 'names'} ${owner.agreement.agency}`,
    a: first,
    b: owner.first,
  });
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
    detail: `the row says ${agreement.programme}, the linked ${document} names ${model}`,
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

/** Another agency for which the same file was linked before. */
function sharedOwner(link: Linked, linked: readonly Linked[]): Linked | null {
  const others = linked.filter(
    (other) => other.document === link.document && other.agreement.agency !== link.agreement.agency,
  );
  const first = others.sort((a, b) => (age(a) < age(b) ? -1 : 1))[0];
  return first && age(first) < age(link) ? first : null;
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

function ownersOf(linked: readonly Linked[]): Map<string, Linked[]> {
  const owners = new Map<string, Linked[]>();
  for (const link of linked) owners.set(link.agency.state, [...(owners.get(link.agency.state) ?? []), link]);
  return owners;
}

/** Each memorandum of each agreement once, with the first row that links it. */
function linksOf(
  { agreements, byLine, publications }: Lineage,
  log: ListLog,
  agencies: ReadonlyMap<string, Agency>,
): Linked[] {
  const files = log.lines.map(({ moaLink }) => (moaLink ? moaFile(unwrapLink(moaLink)?.url ?? '') : ''));
  const byCapture = new Map(log.files.map((file) => [file.capture, file]));
  const links = new Map<string, Linked>();
  const open = new Set<string>();
  for (const { capture, day } of publications.filter(({ kind }) => kind !== 'pending')) {
    const file = byCapture.get(capture);
    const here = new Set<string>();
    file?.lines.forEach((line, index) => {
      const agreement = agreements[byLine[line]?.agreement ?? -1];
      const agency = agreement && agencies.get(agreement.agency);
      const document = files[line];
      if (!agency || !document) return;
      const key = `${agreement.id} ${document}`;
      here.add(key);
      const first = { type: 'row' as const, capture, row: file.rows[index] ?? 0, day };
      if (!links.has(key)) links.set(key, { document, agreement, agency, first, gone: null });
    });
    for (const key of open) if (!here.has(key)) close(links.get(key), day, open, key);
    for (const key of here) reopen(links.get(key), open, key);
  }
  return [...links.values()].sort((a, b) => (age(a) < age(b) ? -1 : 1));
}

function close(link: Linked | undefined, day: Day, open: Set<string>, key: string): void {
  if (link) link.gone = day;
  open.delete(key);
}

function reopen(link: Linked | undefined, open: Set<string>, key: string): void {
  if (link) link.gone = null;
  open.add(key);
}
