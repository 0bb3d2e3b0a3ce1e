import { crc32, inflateRawSync } from 'node:zlib';
import { type Entry, fromBuffer, type ZipFile } from 'yauzl';
import { messageOf, UserError } from '../base/index.ts';

// A list of 2,000 rows has a sheet of 0.9 MB; thirty times that is a bomb or not ours.
const MAX_PART_BYTES = 64 * 1024 * 1024;
const MAX_BYTES = 4 * MAX_PART_BYTES;
const MAX_PARTS = 10_000;

/** The parts of a zip by name, each inflated when asked for. `part` answers null where there is none of that name. */
export interface Zip {
  names: string[];
  part(name: string): Buffer | null;
}

/**
 * A zip archive opened from its bytes. Refuses damaged archives, encrypted or oddly packed parts, parts that differ from
 * their checksum or inflate beyond 64 MB, and more than 256 MB of them in all, with a UserError.
 */
export async function openZip(bytes: Buffer): Promise<Zip> {
  const entries = await entriesOf(bytes).catch((error: unknown) => {
    throw new UserError(`zip archive is damaged (${messageOf(error)}); get the file again`);
  });
  let total = 0;
  return {
    names: [...entries.keys()],
    part(name) {
      const found = entries.get(name);
      if (!found) return null;
      const part = inflate(bytes, found.entry, found.start);
      total += part.length;
      if (total > MAX_BYTES)
        throw new UserError(`zip archive inflates beyond ${MAX_BYTES} bytes; it is not read`);
      if (crc32(part) !== found.entry.crc32)
        throw new UserError(`zip part ${JSON.stringify(name)} differs from its checksum; get the file again`);
      return part;
    },
  };
}

interface Part {
  entry: Entry;
  start: number;
}

async function entriesOf(bytes: Buffer): Promise<Map<string, Part>> {
  const zip = await new Promise<ZipFile>((done, fail) => {
    fromBuffer(bytes, { lazyEntries: true }, (error, file) => (error ? fail(error) : done(file)));
  });
  const parts = new Map<string, Part>();
  return new Promise((done, fail) => {
    zip.on('error', fail);
    zip.on('end', () => done(parts));
    zip.on('entry', (entry: Entry) => {
      zip.readLocalFileHeader(entry, { minimal: true }, (error, header) => {
        if (error) return fail(error);
        // Readers differ on which of two namesakes they take.
        if (parts.has(entry.fileName)) return fail(new Error(`it holds ${entry.fileName} twice`));
        if (parts.size === MAX_PARTS) return fail(new Error(`it has more than ${MAX_PARTS} parts`));
        parts.set(entry.fileName, { entry, start: header.fileDataStart });
        zip.readEntry();
      });
    });
    zip.readEntry();
  });
}

function inflate(bytes: Buffer, entry: Entry, start: number): Buffer {
  const name = JSON.stringify(entry.fileName);
  const packed = bytes.subarray(start, start + entry.compressedSize);
  if (packed.length < entry.compressedSize)
    throw new UserError(`zip part ${name} is cut off; get the file again`);
  if (entry.generalPurposeBitFlag & 1)
    throw new UserError(`zip part ${name} is encrypted; save it without a password`);
  if (entry.compressionMethod === 0) return packed;
  if (entry.compressionMethod !== 8) {
    throw new UserError(
      `zip part ${name} uses packing method ${entry.compressionMethod}; pack it with deflate`,
    );
  }
  try {
    return inflateRawSync(packed, { maxOutputLength: MAX_PART_BYTES });
  } catch (error) {
    const limit = (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
    throw new UserError(
      limit
        ? `zip part ${name} inflates beyond ${MAX_PART_BYTES} bytes; it is not read`
        : `zip part ${name} is damaged (${messageOf(error)}); get the file again`,
    );
  }
}
