// The work of others on the same files: `inflate` only unpacks every part (the physical limit), `sheetjs` only parses,
// `hucre` parses with the reader that the tests use as a second opinion.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';

const [what, dir] = process.argv.slice(2);
const files = readdirSync(dir).filter((name) => name.endsWith('.xlsx'));

function inflateAll(bytes) {
  let at = bytes.length - 22;
  while (bytes.readUInt32LE(at) !== 0x06054b50) at--;
  let entry = bytes.readUInt32LE(at + 16);
  for (let n = bytes.readUInt16LE(at + 10); n > 0; n--) {
    const size = bytes.readUInt32LE(entry + 20);
    const local = bytes.readUInt32LE(entry + 42);
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    if (bytes.readUInt16LE(entry + 10) === 8) inflateRawSync(bytes.subarray(start, start + size));
    entry +=
      46 + bytes.readUInt16LE(entry + 28) + bytes.readUInt16LE(entry + 30) + bytes.readUInt16LE(entry + 32);
  }
}

const work = {
  inflate: async () => inflateAll,
  sheetjs: async () => {
    const { default: xlsx } = await import('xlsx');
    return (bytes) => xlsx.read(bytes, { dense: true });
  },
  hucre: async () => (await import('hucre')).readXlsx,
};
const run = await work[what]();
for (const name of files) await run(readFileSync(join(dir, name)));
