import { crc32, createGunzip, type Gunzip, inflateRawSync } from 'node:zlib';
import { messageOf } from '../base/index.ts';

/** A place where bytes were lost; a record across it is broken. */
export const GAP = Symbol('gap');
type Output = AsyncGenerator<Buffer | typeof GAP>;

// Node's 16 KB chunks cost nearly twice the CPU of these.
const CHUNK = 1 << 20;
const MAX_MEMBER = 64 * 1024 * 1024;
const HEADER = 18;
const MARK = Buffer.from([0x1f, 0x8b, 8]);

/**
 * The bytes of a source, gunzipped if it is gzip (any number of members) and as they are otherwise, in flat memory.
 * A damaged member is warned of once and left out; a GAP stands in its place, and what follows goes on.
 */
export async function* unpacked(source: AsyncIterable<Uint8Array>, warn: (message: string) => void): Output {
  let packed: Members | null = null;
  let first = true;
  for await (const piece of source) {
    const bytes = Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength);
    if (bytes.length === 0) continue;
    if (first && bytes[0] === MARK[0]) packed = new Members(warn);
    first = false;
    if (packed) yield* packed.write(bytes);
    else yield bytes;
  }
  if (packed) yield* packed.end();
}

class Members {
  private gunzip: Gunzip | null;
  private failure: Error | null = null;
  private ended = false;
  private wake = () => {};
  /** The newest pieces of the source, in which the member under way has most likely begun. */
  private past: Buffer[] = [];
  private pastBytes = 0;
  private readonly warn: (message: string) => void;

  constructor(warn: (message: string) => void) {
    this.warn = warn;
    this.gunzip = this.start();
  }

  /** Unpacks one piece of the source; without a member under way, from where the next begins. */
  async *write(piece: Buffer): Output {
    let bytes = piece;
    if (!this.gunzip) {
      const joined = Buffer.concat([...this.past, piece]);
      const start = nextMember(joined, 0);
      this.remember(joined.subarray(start < 0 ? Math.max(0, joined.length - HEADER) : start), true);
      if (start < 0) return;
      bytes = joined.subarray(start);
      this.gunzip = this.start();
    } else this.remember(piece, false);
    yield* this.run(bytes);
    if (this.failure || this.ended) yield* this.recover();
  }

  private remember(piece: Buffer, afresh: boolean): void {
    if (afresh) this.past = [];
    this.past.push(piece);
    this.pastBytes = afresh ? piece.length : this.pastBytes + piece.length;
    while (this.past.length > 1 && this.pastBytes - this.past[0]!.length >= CHUNK)
      this.pastBytes -= this.past.shift()!.length;
  }

  /** Unpacks what is left; a member without its end is told. */
  async *end(): Output {
    if (!this.gunzip) return;
    this.gunzip.end();
    yield* this.drain(() => this.ended);
    if (!this.failure) return;
    this.warn('archive is cut off in its last record');
    yield GAP;
  }

  private async *run(bytes: Buffer): Output {
    let written = false;
    this.gunzip!.write(bytes, () => {
      written = true;
      this.wake();
    });
    yield* this.drain(() => written);
  }

  /** What comes out until the piece is used up, one chunk at a time, so that a bomb swells no buffer. */
  private async *drain(isDone: () => boolean): Output {
    for (;;) {
      const woken = new Promise<void>((resolve) => {
        this.wake = resolve;
      });
      const out = this.failure ? null : (this.gunzip!.read() as Buffer | null);
      if (out) yield out;
      else if (this.failure || this.ended || isDone()) return;
      else await woken;
    }
  }

  private start(): Gunzip {
    const gunzip = createGunzip({ chunkSize: CHUNK, readableHighWaterMark: CHUNK } as object);
    this.failure = null;
    this.ended = false;
    gunzip.on('readable', () => this.wake());
    gunzip.on('end', () => {
      this.ended = true;
      this.wake();
    });
    gunzip.on('error', (error) => {
      this.failure = error;
      this.wake();
    });
    return gunzip;
  }

  /**
   * Goes on behind damage: the members that begin in the newest pieces are unpacked one by one, and the last, whose end
   * may not be here, begins a new run. Those before the damage come a second time; the reader knows them by their ids.
   */
  private async *recover(): Output {
    this.warn(
      `archive has a damaged stretch (${messageOf(this.failure ?? 'bytes behind the last member')}); it is left out`,
    );
    this.gunzip?.destroy();
    this.gunzip = null;
    yield GAP;
    const bytes = Buffer.concat(this.past);
    this.remember(Buffer.alloc(0), true);
    let at = nextMember(bytes, 0);
    for (let next = at; at >= 0; at = next) {
      next = nextMember(bytes, at + HEADER);
      yield* next < 0 ? this.lastOf(bytes.subarray(at)) : [unpack(bytes.subarray(at, next)) ?? GAP];
    }
  }

  /** Begins a new run with the last member at hand; where that is the damaged one, waits for the next instead. */
  private async *lastOf(bytes: Buffer): Output {
    const whole = unpack(bytes);
    if (whole) {
      yield whole;
      this.remember(bytes.subarray(-HEADER), true);
      return;
    }
    this.gunzip = this.start();
    this.remember(bytes, true);
    yield* this.run(bytes);
    if (!this.failure && !this.ended) return;
    this.gunzip.destroy();
    this.gunzip = null;
    this.remember(bytes.subarray(-HEADER), true);
    yield GAP;
  }
}

const EXTRA = 4;
const NAME = 8;
const COMMENT = 16;
const CHECK = 2;

/** The first member of the bytes, whatever follows it; null when it is damaged or not all here. */
function unpack(bytes: Buffer): Buffer | null {
  try {
    const start = bodyStart(bytes);
    const { buffer, engine } = inflateRawSync(bytes.subarray(start), {
      info: true,
      maxOutputLength: MAX_MEMBER,
    }) as unknown as { buffer: Buffer; engine: { bytesWritten: number } };
    return crc32(buffer) === bytes.readUInt32LE(start + engine.bytesWritten) ? buffer : null;
  } catch {
    return null;
  }
}

/** Where a member's packed bytes begin, behind the optional fields of its header. */
function bodyStart(bytes: Buffer): number {
  const flags = bytes[3]!;
  let at = 10;
  if (flags & EXTRA) at += 2 + bytes.readUInt16LE(at);
  if (flags & NAME) at = bytes.indexOf(0, at) + 1;
  if (flags & COMMENT) at = bytes.indexOf(0, at) + 1;
  return flags & CHECK ? at + 2 : at;
}

/** Where a gzip header next begins: its mark, deflate, no unknown flag, a known system; -1 where none does. */
function nextMember(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(MARK, from); at >= 0; at = bytes.indexOf(MARK, at + 1)) {
    const system = bytes[at + 9];
    if ((bytes[at + 3]! & 0xe0) === 0 && system !== undefined && (system <= 13 || system === 255)) return at;
  }
  return -1;
}
