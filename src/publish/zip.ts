import { ZipFile } from 'yazl';

// The first day that a zip can name. A zip writes the wall clock of the machine's time zone, so it is midnight there: the
// same files make the same bytes in every zone.
const EPOCH = () => new Date(1980, 0, 1);

/** A zip of files in the order given, stored as they are: no time and no compressor of this machine gets into it. */
export async function zipOf(files: readonly { name: string; bytes: Buffer }[]): Promise<Buffer> {
  const zip = new ZipFile();
  for (const { name, bytes } of files)
    zip.addBuffer(bytes, name, { mtime: EPOCH(), forceDosTimestamp: true, mode: 0o100644, compress: false });
  zip.end();
  const parts: Buffer[] = [];
  for await (const part of zip.outputStream) parts.push(part as Buffer);
  return Buffer.concat(parts);
}
