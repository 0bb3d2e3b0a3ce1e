import { boundsOf, type Effects, messageOf, sha256, UserError } from '../base/index.ts';
import { fetchUrl, filesOf, nameOf, putBlob, readFile } from '../capture/index.ts';
import type { Gazetteer } from '../claim/index.ts';
import {
  appendCapture,
  appendSighting,
  captureId,
  type OpenRecord,
  type ReadCapture,
  rebuild,
  type Sighting,
} from '../record/index.ts';
import { projectGazetteer } from './gazetteer.ts';
import { readCapture } from './intake.ts';

export interface AddOptions {
  published?: string;
  publisher?: string;
}

/** What `add` did: how much was new, seen before, passed over (other files of a folder) and refused. */
export interface Added {
  lists: number;
  rows: number;
  texts: number;
  claims: number;
  registries: number;
  known: number;
  passedOver: string[];
  refused: string[];
}

/**
 * Adds files, folders and URLs to the record: capture, read, claim, then derive once at the end. What cannot be read is
 * told and the rest goes on; a single file or address that cannot be read is left out whole.
 */
export async function add(
  record: OpenRecord,
  what: string[],
  options: AddOptions,
  effects: Effects,
): Promise<Added> {
  if (options.published && !boundsOf(options.published)) {
    throw new UserError(
      `date ${JSON.stringify(options.published)} of --published is no date; write it as 2017-02-22`,
    );
  }
  const items = what.flatMap(itemsOf);
  const added: Added = {
    lists: 0,
    rows: 0,
    texts: 0,
    claims: 0,
    registries: 0,
    known: 0,
    passedOver: [],
    refused: [],
  };
  let gazetteer: Gazetteer | null = null;
  const given = {
    published: options.published ?? null,
    publisher: options.publisher ?? null,
    gazetteer: () => (gazetteer ??= projectGazetteer()),
  };
  let done = 0;
  for (const item of items) {
    try {
      const seen = item.url ? await fetched(record, item.origin, effects) : fileSeen(item.origin, effects);
      await addBytes(record, seen, given, added, effects);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      if (item.inFolder && /is of no kind that is read|needs the columns/.test(error.message))
        added.passedOver.push(nameOf(item.origin));
      else added.refused.push(item.inFolder ? `${item.origin}: ${error.message}` : error.message);
    }
    effects.progress(++done, items.length, 'captures');
  }
  // A new name of known bytes can date a list anew, so sightings count too.
  if (added.lists + added.texts + added.registries + added.known > 0) await rebuild(record);
  return added;
}

interface Item {
  origin: string;
  url: boolean;
  inFolder: boolean;
}

function itemsOf(what: string): Item[] {
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(what)) return [{ origin: what, url: true, inFolder: false }];
  const { files, folder } = filesOf(what);
  if (folder && files.length === 0)
    throw new UserError(`folder ${JSON.stringify(what)} holds no files; give one that does`);
  return files.map((origin) => ({ origin, url: false, inFolder: folder }));
}

interface Seen {
  bytes: Buffer;
  sighting: Sighting;
}

function fileSeen(path: string, effects: Effects): Seen {
  return {
    bytes: readFile(path),
    sighting: { origin: path, retrieved: new Date(effects.now()).toISOString() },
  };
}

/** The bytes behind a URL; a fetch that fails is written into the record before it is told. */
async function fetched(record: OpenRecord, address: string, effects: Effects): Promise<Seen> {
  const { bytes, error, url, retrieved, status, headers } = await fetchUrl(address, effects);
  if (bytes) return { bytes, sighting: { origin: url, retrieved, status, headers } };
  await appendSighting(record, null, { origin: address, retrieved, status, headers, error }, effects);
  throw new UserError(
    `address ${JSON.stringify(address)} gave nothing: ${error ?? 'no answer'}; check it or try again later`,
  );
}

async function addBytes(
  record: OpenRecord,
  { bytes, sighting }: Seen,
  given: Parameters<typeof readCapture>[2],
  added: Added,
  effects: Effects,
): Promise<void> {
  const sha = sha256(bytes);
  if ((await captureId(record.db, sha)) !== null) {
    await appendSighting(record, sha, sighting, effects);
    added.known++;
    return;
  }
  const read = await readCapture(bytes, sighting, given).catch((error: unknown) => {
    // A reader that stumbles over strange bytes is our fault, but one document must not stop the rest.
    throw error instanceof UserError
      ? error
      : new UserError(
          `file ${JSON.stringify(nameOf(sighting.origin))} cannot be read (${messageOf(error)}); report it with the file`,
        );
  });
  putBlob(record.captures, bytes);
  await appendCapture(record, read, effects);
  count(read, added);
}

function count(read: ReadCapture, added: Added): void {
  if (read.form === 'list') added.lists++;
  else if (read.form === 'text') added.texts++;
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
    added.registries && plural(added.registries, 'registry', 'registries'),
    added.known && `${plural(added.known, 'capture')} known before (only the sighting was added)`,
    added.passedOver.length &&
      `passed over ${plural(added.passedOver.length, 'file')} of other kinds: ${added.passedOver.slice(0, 5).join(', ')}`,
  ].filter(Boolean);
  return parts.length ? `added ${parts.join('; ')}` : 'added nothing';
}
