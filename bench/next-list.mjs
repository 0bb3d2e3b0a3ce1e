// A list that might come out next: the newest one with a few names changed, under the name of the next day.
import { readFileSync, writeFileSync } from 'node:fs';
import { inflateRawSync } from 'node:zlib';
import { ZipFile } from 'yazl';

const CHANGES = { Kennett: 'Kensett', Beatrice: 'Fairbury', Gordonsville: 'Orange' };

/** Each part of a workbook by its name. */
export function partsOf(bytes) {
  const parts = new Map();
  let at = bytes.length - 22;
  while (bytes.readUInt32LE(at) !== 0x06054b50) at--;
  let entry = bytes.readUInt32LE(at + 16);
  for (let n = bytes.readUInt16LE(at + 10); n > 0; n--) {
    const [size, local] = [bytes.readUInt32LE(entry + 20), bytes.readUInt32LE(entry + 42)];
    const named = bytes.readUInt16LE(entry + 28);
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const packed = bytes.subarray(start, start + size);
    const content = bytes.readUInt16LE(entry + 10) === 8 ? inflateRawSync(packed) : packed;
    parts.set(bytes.toString('utf8', entry + 46, entry + 46 + named), content);
    entry += 46 + named + bytes.readUInt16LE(entry + 30) + bytes.readUInt16LE(entry + 32);
  }
  return parts;
}

/** Writes the next list behind `newest` to a file. */
export async function writeNextList(newest, file) {
  const zip = new ZipFile();
  for (const [name, content] of partsOf(readFileSync(newest))) {
    let text = content;
    if (/sharedStrings|sheet1/i.test(name)) {
      text = content.toString('utf8');
      for (const [from, to] of Object.entries(CHANGES)) text = text.replace(from, to);
      text = Buffer.from(text);
    }
    zip.addBuffer(text, name);
  }
  zip.end();
  const chunks = [];
  for await (const chunk of zip.outputStream) chunks.push(chunk);
  writeFileSync(file, Buffer.concat(chunks));
}
