import { basename, join } from 'node:path';
import { addDays, type Effects, requireDate, sha256, UserError } from '../base/index.ts';
import { holdsBlob, nameOf, putBlob, removeParts } from '../capture/index.ts';
import type { Gazetteer } from '../claim/index.ts';
import {
  agreementsOn,
  appendArchive,
  appendCapture,
  appendSighting,
  bringUp,
  captureFacts,
  captureId,
  keepReading,
  lastRecorded,
  type OpenRecord,
  type ReadCapture,
  type Sighting,
} from '../record/index.ts';
import { dateInName } from '../resolve/index.ts';
import {
  asFile,
  collectionForm,
  isPassedOver,
  throughArchive,
  throughFeed,
  type Within,
} from './collections.ts';
import { projectGazetteer } from './gazetteer.ts';
import { demandPossibleDay, readAgain, withGiven } from './given.ts';
import { type Given, type Intake, readCapture } from './intake.ts';
import { archiveOf, type Item, itemsOf, lookAt, type Seen, seenOf } from './items.ts';
import type { AskModel } from './model.ts';

export interface AddOptions {
  published?: string;
  publisher?: string;
  /** True fetches the pages of a feed's entries that may concern the matter. */
  follow?: boolean;
  /** True takes a list that is much shorter than the ones before it as whole. */
  whole?: boolean;
  /** Asked about prose beside the rules. */
  model?: AskModel | undefined;
}

/** What `add` did: how much was new, seen before, passed over (other files of a folder) and refused. */
export interface Added {
  lists: number;
  /** Hashes of the new lists. */
  listed: string[];
  rows: number;
  texts: number;
  claims: number;
  registries: number;
  feeds: number;
  archives: number;
  known: number;
  /** Of the known ones those that claim something else by the day or publisher given now. */
  readAgain: number;
  /** Addresses of entries of feeds that may concern the matter and were not fetched. */
  links: string[];
  passedOver: string[];
  refused: string[];
}

/**
 * Adds files, folders, addresses, feeds and web archives to the record: capture, read, claim, then derive once at the
 * end. What cannot be read is told and the rest goes on; a single file or address that cannot be read is left out whole.
 */
export async function add(
  record: OpenRecord,
  what: readonly (string | Item)[],
  options: AddOptions,
  effects: Effects,
): Promise<Added> {
  if (options.published) requireDate('--published', options.published, effects.now());
  await warnOfFuture(record, effects);
  for (const dir of [record.dir, record.captures, join(record.dir, 'readings')]) removeParts(dir);
  const typed = what.filter((one) => typeof one === 'string');
  const added: Added = {
    lists: 0,
    listed: [],
    rows: 0,
    texts: 0,
    claims: 0,
    registries: 0,
    feeds: 0,
    archives: 0,
    known: 0,
    readAgain: 0,
    links: [],
    passedOver: [],
    refused: [],
  };
  let gazetteer: Gazetteer | null = null;
  const given = {
    published: options.published ?? null,
    publisher: options.publisher ?? null,
    gazetteer: () => (gazetteer ??= projectGazetteer()),
    model: options.model,
  };
  const run: Run = { record, given, added, effects, dated: 0, whole: options.whole === true, lists: [] };
  await addAll(run, itemsFor(what, added));
  if (options.follow) {
    const links = added.links.splice(0);
    // A feed can name any address; only those on its own host are the user's word.
    await addAll(
      run,
      links.map((origin) => ({ origin, url: true, inFolder: false, host: hostTyped(origin, typed) })),
    );
  }
  await bringUp(record, effects);
  return added;
}

/** What was named, one by one; a path that is not there is refused like a file that cannot be read. */
function itemsFor(what: readonly (string | Item)[], { refused }: Added): Item[] {
  return what.flatMap((one) => {
    if (typeof one !== 'string') return one;
    try {
      return itemsOf(one);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      refused.push(error.message);
      return [];
    }
  });
}

// Record time never runs backwards: after one write under a clock that was wrong, all later ones bear its time.
async function warnOfFuture({ db }: OpenRecord, effects: Effects): Promise<void> {
  const last = await lastRecorded(db);
  if (last === null || Date.parse(last) <= effects.now() + 86_400_000) return;
  effects.warn(
    `record was last written on ${last.slice(0, 10)}, which lies ahead of this clock; check the clock, what is added now is recorded under that day too`,
  );
}

function hostTyped(link: string, what: string[]): string {
  const { host } = new URL(link);
  return what.some((one) => URL.canParse(one) && new URL(one).host === host) ? host : '';
}

/** What an addition works with. */
interface Run {
  record: OpenRecord;
  given: Given;
  added: Added;
  effects: Effects;
  /** Lists dated by the day that was given. */
  dated: number;
  whole: boolean;
  /** The signed lists of this run, whose agreements are derived at its end. */
  lists: { day: string; rows: number }[];
}

async function addAll(run: Run, items: Item[]): Promise<void> {
  const { added, effects } = run;
  let done = 0;
  for (const item of items) {
    try {
      await addItem(run, item);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      if (item.inFolder && isPassedOver(error)) added.passedOver.push(nameOf(item.origin));
      else added.refused.push(refusalOf(item, error));
    }
    effects.progress(++done, items.length, 'captures');
  }
}

/** The line of a refusal: it names its file, one of a folder by its whole path. */
function refusalOf({ origin, inFolder }: Item, { message }: UserError): string {
  return !inFolder && message.includes(nameOf(origin)) ? message : `${origin}: ${message}`;
}

async function addItem(run: Run, item: Item): Promise<void> {
  const form = archiveOf(item);
  if (form) return addArchive(run, item.origin, form);
  const seen = await looked(run, item);
  const collection = collectionForm(seen.bytes);
  if (collection === 'feed') return addFeed(run, seen);
  if (collection) return asFile(seen.bytes, nameOf(item.origin), (path) => addArchive(run, path, collection));
  await addBytes(run, seen);
}

/** The bytes of a file or behind an address; a fetch that fails is written into the record before it is told. */
async function looked({ record, effects }: Run, item: Item): Promise<Seen> {
  const found = await lookAt(item, effects);
  const seen = seenOf(found);
  if (seen || 'sighting' in found) return seen as Seen;
  const { retrieved, status, headers, error } = found;
  await appendSighting(record, null, { origin: item.origin, retrieved, status, headers, error }, effects);
  throw new UserError(
    `address ${JSON.stringify(item.origin)} gave nothing: ${error ?? 'no answer'}; check it or try again later`,
  );
}

async function addBytes(run: Run, { bytes, sighting }: Seen): Promise<void> {
  const { record, given, added, effects } = run;
  const own = withGiven(sighting, given);
  const held = await captureFacts(record.db, sha256(bytes));
  // A list that is known is looked at again only for a day that is given: it may be impossible.
  if (held && !(held.form === 'list' && given.published)) {
    await isKnown(run, bytes, own);
    if (await readAgain(record, bytes, given, effects)) added.readAgain++;
    return;
  }
  const intake = await readCapture(bytes, own, given, effects);
  demandPossibleDay(intake.read, given.published);
  if (intake.read.list && given.published && run.dated++ > 0)
    throw new UserError(
      `date ${JSON.stringify(given.published)} of --published has dated a list already; add lists one by one to date them`,
    );
  if (!(await isKnown(run, bytes, own))) await keep(run, bytes, intake);
}

/** True for bytes that the record holds: the sighting is all that is new. */
async function isKnown({ record, added, effects }: Run, bytes: Buffer, sighting: Sighting): Promise<boolean> {
  const sha = sha256(bytes);
  if ((await captureId(record.db, sha)) === null) return false;
  if (!holdsBlob(record.captures, sha, bytes)) {
    putBlob(record.captures, bytes);
    effects.warn(`bytes of capture sha256:${sha} were missing or damaged; they are back`);
  }
  await appendSighting(record, sha, sighting, effects);
  added.known++;
  return true;
}

async function keep(run: Run, bytes: Buffer, { read, reading }: Intake): Promise<void> {
  const { record, added, effects } = run;
  await demandWhole(run, read);
  putBlob(record.captures, bytes);
  const fresh = await appendCapture(record, read, effects);
  if (reading) keepReading(record, read.sha, reading);
  // Another program may have added the same bytes since they were looked up.
  if (fresh) count(read, added);
  else added.known++;
}

// Between neighbouring lists of five years no more than 1.4 % of the rows ever went (and three rows of short ones).
const MOST_GONE = 0.05;
const MOST_ROWS_GONE = 10;

/** Throws a UserError for a signed list that lacks many of the agreements of its day: a file cut short would end them all. */
async function demandWhole(run: Run, { list, sighting }: ReadCapture): Promise<void> {
  if (list?.kind !== 'participating') return;
  const { lists } = run;
  const name = nameOf(sighting.origin);
  const day =
    sighting.published ??
    dateInName(name)?.day ??
    list.modified?.slice(0, 10) ??
    sighting.retrieved.slice(0, 10);
  // What this run has taken is not derived yet: the newest list before this one stands for it.
  const before = lists
    .filter((one) => one.day <= day)
    .sort((a, b) => (a.day < b.day ? -1 : 1))
    .at(-1);
  const live = before?.rows ?? (await agreementsOn(run.record.db, addDays(day, -1)));
  const gone = live - list.rows.length;
  if (run.whole || gone <= MOST_ROWS_GONE || gone <= live * MOST_GONE) {
    lists.push({ day, rows: list.rows.length });
    return;
  }
  throw new UserError(
    `list ${JSON.stringify(name)} has ${list.rows.length} rows where the record knows ${live} agreements of the day before ${day}; if it is whole, add it with --whole`,
  );
}

/** Of a collection only documents in which something is claimed become captures: the rest can be read in it again. */
async function keepClaiming(run: Run, { bytes, ...intake }: Within): Promise<boolean> {
  const { read } = intake;
  if (read.form === 'text' && !read.claims?.length) return false;
  if (await isKnown(run, bytes, read.sighting)) return false;
  await keep(run, bytes, intake);
  return true;
}

/** A feed is a capture; so is each entry that claims something, at its own address. */
async function addFeed(run: Run, seen: Seen): Promise<void> {
  const { bytes, sighting } = seen;
  const known = await isKnown(run, bytes, sighting);
  const sha = sha256(bytes);
  const { record, given, added, effects } = run;
  const onFound = async (found: Within) => void (await keepClaiming(run, found));
  const { title, links } = await throughFeed(seen, given, onFound, effects);
  const { published, publisher } = given;
  const read = {
    sha,
    size: bytes.length,
    sighting,
    title,
    lang: null,
    published,
    publisher: publisher ?? title,
  };
  // A feed that is known still leads to its entries, which --follow may fetch only now.
  added.links.push(...links);
  if (known) return;
  putBlob(record.captures, bytes);
  await appendCapture(record, { ...read, form: 'feed', reader: 'feed', version: '1' }, effects);
  added.feeds++;
}

/** An archive is noted by its name and hash and not kept; each page that claims something is a capture of its own. */
async function addArchive(run: Run, path: string, form: 'warc' | 'wacz'): Promise<void> {
  const { record, given, added, effects } = run;
  let captures = 0;
  const onFound = async (found: Within) => {
    if (await keepClaiming(run, found)) captures++;
  };
  const { records, documents, concerned, sha256 } = await throughArchive(path, form, given, onFound, effects);
  const facts = { name: basename(path), sha256, records, responses: documents, concerned, captures };
  await appendArchive(record, facts, effects);
  added.archives++;
}

function count(read: ReadCapture, added: Added): void {
  if (read.form === 'list') {
    added.lists++;
    added.listed.push(read.sha);
  } else if (read.form === 'text') added.texts++;
  else added.registries++;
  added.rows += read.list?.rows.length ?? 0;
  added.claims += read.claims?.length ?? 0;
}

/** What `add` did, in a sentence for people. */
export function addedText(added: Added): string {
  const plural = (n: number, one: string, many = `${one}s`) =>
    `${n.toLocaleString('en-US')} ${n === 1 ? one : many}`;
  const parts = [
    added.lists && `${plural(added.lists, 'list')} with ${plural(added.rows, 'row')}`,
    added.texts && `${plural(added.texts, 'text')} with ${plural(added.claims, 'claim')}`,
    added.feeds && plural(added.feeds, 'feed'),
    added.archives && `what ${plural(added.archives, 'web archive')} held of it`,
    added.registries && plural(added.registries, 'registry', 'registries'),
    added.known && `${plural(added.known, 'capture')} known before (only the sighting was added)`,
    added.readAgain && `${plural(added.readAgain, 'capture')} read again by what was given`,
    added.passedOver.length &&
      `passed over ${plural(added.passedOver.length, 'file')} of other kinds: ${added.passedOver.slice(0, 5).join(', ')}`,
  ].filter(Boolean);
  return parts.length ? `added ${parts.join('; ')}` : 'added nothing';
}
