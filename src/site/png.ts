import { crc32, deflateSync } from 'node:zlib';

/** A PNG with a palette of the distinct pixels (at most 256; bytes red, green, blue, alpha in memory order). */
export function encodePng(pixels: Uint32Array, width: number, height: number): Uint8Array {
  const palette = new Map<number, number>();
  const rows = new Uint8Array((width + 1) * height);
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      const pixel = pixels[i]!;
      let entry = palette.get(pixel);
      if (entry === undefined) {
        entry = palette.size;
        palette.set(pixel, entry);
      }
      rows[y * (width + 1) + 1 + x] = entry;
    }
  }
  if (palette.size > 256) throw new Error(`a palette of ${palette.size} colours is more than a PNG holds`);
  const colours = [...palette.keys()];
  // Level 9 takes twice the time for two parts in a hundred.
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(colours.flatMap((c) => [c & 255, (c >>> 8) & 255, (c >>> 16) & 255]))),
    chunk('tRNS', Buffer.from(colours.map((c) => c >>> 24))),
    chunk('IDAT', deflateSync(rows, { level: 8 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const out = Buffer.alloc(data.length + 12);
  out.writeUInt32BE(data.length, 0);
  out.write(type, 4, 'latin1');
  data.copy(out, 8);
  out.writeUInt32BE(crc32(out.subarray(4, 8 + data.length)), 8 + data.length);
  return out;
}
