import { type Effects, UserError } from '../base/index.ts';
import { archiveForm, type Fetched, fetchUrl, filesOf, readFile } from '../capture/index.ts';
import type { Sighting } from '../record/index.ts';

/** One thing to be read: a file or an address. */
export interface Item {
  origin: string;
  url: boolean;
  /** Files of a folder that are of no kind that is read are passed over; a file by itself is refused. */
  inFolder: boolean;
  /** The host that the user wrote, where the address was found in something else. */
  host?: string;
  /** Its bytes, where they were fetched already. */
  seen?: Seen;
}

/** Bytes, and where and when they were seen. */
export interface Seen {
  bytes: Buffer;
  sighting: Sighting;
}

/** What a path, a folder or an address stands for. Throws a UserError for a path that is not there and for an empty folder. */
export function itemsOf(what: string): Item[] {
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(what)) return [{ origin: what, url: true, inFolder: false }];
  const { files, folder } = filesOf(what);
  if (folder && files.length === 0)
    throw new UserError(
      `folder ${JSON.stringify(what)} holds no files (links to folders and other records are left out; "countersign merge" brings a record); give one that does`,
    );
  return files.map((origin) => ({ origin, url: false, inFolder: folder }));
}

/** The form of an item that is a web archive on disk; such files are streamed and may be of any size. */
export function archiveOf(item: Item): 'warc' | 'wacz' | null {
  return item.url ? null : archiveForm(item.origin);
}

/** The bytes of a file, or of an address with the fetch as it went. Throws a UserError for a file that cannot be read. */
export async function lookAt(item: Item, effects: Effects): Promise<Seen | Fetched> {
  if (item.seen) return item.seen;
  if (item.url) return fetchUrl(item.origin, effects, item.host === undefined ? {} : { host: item.host });
  const retrieved = new Date(effects.now()).toISOString();
  return { bytes: readFile(item.origin), sighting: { origin: item.origin, retrieved } };
}

/** What a fetch brought, or null where it brought nothing. */
export function seenOf(found: Seen | Fetched): Seen | null {
  if ('sighting' in found) return found;
  const { bytes, url, retrieved, status, headers } = found;
  return bytes && { bytes, sighting: { origin: url, retrieved, status, headers } };
}
