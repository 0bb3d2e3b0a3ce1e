import type { Readable } from 'node:stream';
import { crc32 } from 'node:zlib';
import { type Entry, open, type ZipFile } from 'yauzl';
import { type Effects, messageOf, UserError } from '../base/index.ts';
import { readWarc, type WarcOptions, type WarcRecord, type WarcTally } from './warc.ts';

const ARCHIVE = /^archive\/[^/]+\.warc(?:\.gz)?$/i;

/**
 * Streams every WARC in a WACZ file, one behind the other in flat memory, as `readWarc` does.
 * Throws a UserError when the file is no zip or holds no WARC.
 */
export async function readWacz(
  path: string,
  onRecord: (record: WarcRecord) => void | Promise<void>,
  effects: Effects,
  options: WarcOptions = {},
): Promise<WarcTally> {
  const zip = await opened(path);
  const sum: WarcTally = { records: 0, responses: 0, passed: 0, warnings: 0 };
  let archives = 0;
  try {
    for await (const entry of entriesOf(zip)) {
      if (!ARCHIVE.test(entry.fileName)) continue;
      archives++;
      const tally = await readEntry(zip, entry, onRecord, effects, options);
      for (const key of Object.keys(sum) as (keyof WarcTally)[]) sum[key] += tally[key];
    }
  } catch (error) {
    if (!(error instanceof ZipError)) throw error;
    throw new UserError(`wacz ${JSON.stringify(path)} is damaged (${error.message}); get the file again`);
  } finally {
    zip.close();
  }
  if (archives === 0)
    throw new UserError(`wacz ${JSON.stringify(path)} holds no archive/*.warc.gz; give a web archive`);
  return sum;
}

class ZipError extends Error {}

async function readEntry(
  zip: ZipFile,
  entry: Entry,
  onRecord: (record: WarcRecord) => void | Promise<void>,
  effects: Effects,
  options: WarcOptions,
): Promise<WarcTally> {
  try {
    await demandWhole(zip, entry);
    return await readWarc(guarded(await streamOf(zip, entry)), onRecord, effects, options);
  } catch (error) {
    if (!(error instanceof ZipError)) throw error;
    // The other archives of the file may be whole.
    effects.warn(
      `archive ${JSON.stringify(entry.fileName)} is damaged (${error.message}); the rest of it is left out`,
    );
    return { records: 0, responses: 0, passed: 0, warnings: 1 };
  }
}

/** Throws for an archive that differs from its checksum. One of gzip members has a checksum for each record, which is read as it comes. */
async function demandWhole(zip: ZipFile, entry: Entry): Promise<void> {
  if (/\.gz$/i.test(entry.fileName)) return;
  let sum = 0;
  for await (const piece of guarded(await streamOf(zip, entry))) sum = crc32(piece, sum);
  if (sum !== entry.crc32) throw new ZipError('it differs from its checksum');
}

/** The stream's pieces; its errors are the zip's and not those of whoever takes the records. */
async function* guarded(stream: Readable): AsyncGenerator<Buffer> {
  try {
    for await (const piece of stream) yield piece as Buffer;
  } catch (error) {
    throw new ZipError(messageOf(error));
  }
}

async function opened(path: string): Promise<ZipFile> {
  return new Promise((done, fail) => {
    open(path, { lazyEntries: true, autoClose: false }, (error, zip) => {
      if (!error) return done(zip);
      const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
      const what = missing
        ? 'is not there; give another path'
        : `is no zip or damaged (${messageOf(error)}); get the file again`;
      fail(new UserError(`wacz ${JSON.stringify(path)} ${what}`));
    });
  });
}

async function* entriesOf(zip: ZipFile): AsyncGenerator<Entry> {
  for (;;) {
    const entry = await new Promise<Entry | null>((done, fail) => {
      const settle = (then: () => void) => {
        zip.off('entry', onEntry).off('end', onEnd).off('error', onError);
        then();
      };
      const onEntry = (found: Entry) => settle(() => done(found));
      const onEnd = () => settle(() => done(null));
      const onError = (error: unknown) => settle(() => fail(new ZipError(messageOf(error))));
      zip.on('entry', onEntry).on('end', onEnd).on('error', onError);
      zip.readEntry();
    });
    if (!entry) return;
    yield entry;
  }
}

function streamOf(zip: ZipFile, entry: Entry): Promise<Readable> {
  return new Promise((done, fail) => {
    zip.openReadStream(entry, (error, stream) =>
      error ? fail(new ZipError(messageOf(error))) : done(stream),
    );
  });
}
