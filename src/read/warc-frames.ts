/** Takes each record's header and its block, in order. The block is a view of a larger buffer. */
export type FrameSink = (header: string, block: Buffer) => void;

const MARK = 'WARC/';
const NEXT = Buffer.from('\r\n\r\nWARC/');
const BREAK = Buffer.from('\r\n\r\n');
const MAX_HEADER = 64 * 1024;
const MAX_BLOCK = 64 * 1024 * 1024;
// Between two records stand four bytes; hand-made archives have more or fewer.
const MAX_BETWEEN = 8;
// Enough to see the next record's mark behind a record.
const SLACK = 64;
const EMPTY = Buffer.alloc(0);

/** Cuts a stream of WARC bytes into records by their lengths; goes on at the next record where one is broken. */
export class WarcFrames {
  /** Pieces of a record whose end has not come yet. */
  private parts: Buffer[] = [];
  private held = 0;
  /** Bytes, counted from the record's start, without which it cannot be cut. */
  private need = 1;
  /** Bytes still to be passed over of a record that is too large. */
  private skipping = 0;
  /** Damage was told of, and no record has begun since. */
  private lost = false;
  private ending = false;
  private readonly sink: FrameSink;
  private readonly warn: (message: string) => void;

  constructor(sink: FrameSink, warn: (message: string) => void) {
    this.sink = sink;
    this.warn = warn;
  }

  /** True within a record that is left out, of which was told already. */
  get skips(): boolean {
    return this.skipping > 0;
  }

  /** Takes the next bytes. Only a record that lies across two pieces is copied. */
  push(piece: Buffer): void {
    if (this.held > 0 && this.held + piece.length < this.need) {
      this.parts.push(piece);
      this.held += piece.length;
      return;
    }
    let rest = this.joined();
    let at = 0;
    while (rest.length > 0 && at < piece.length) {
      // As much as the record lacks, and a little of what follows it.
      const lack = Math.max(0, this.need - rest.length) + SLACK;
      const more = piece.subarray(at, at + lack);
      const both = Buffer.concat([rest, more]);
      const used = this.cut(both);
      if (used >= rest.length) {
        at += used - rest.length;
        rest = EMPTY;
      } else {
        at += more.length;
        rest = both.subarray(used);
      }
    }
    if (rest.length === 0) {
      const own = piece.subarray(at);
      rest = own.subarray(this.cut(own));
    }
    this.hold(rest);
  }

  /** Bytes were lost here: what is held is no whole record. */
  gap(): void {
    this.hold(EMPTY);
    this.need = 1;
    this.skipping = 0;
    this.lost = true;
  }

  /** No more bytes come. */
  end(): void {
    this.ending = true;
    const all = this.joined();
    const left = all.length - this.cut(all);
    if (this.skipping > 0 || left > MAX_BETWEEN) this.broken('the last record is cut off');
    this.gap();
  }

  private joined(): Buffer {
    return this.parts.length === 1 ? this.parts[0]! : Buffer.concat(this.parts);
  }

  private hold(rest: Buffer): void {
    this.parts = [rest];
    this.held = rest.length;
  }

  /** Cuts all whole records and answers how many bytes were used. */
  private cut(buffer: Buffer): number {
    let at = 0;
    for (let next: number | null = 0; next !== null; next = this.step(buffer, at)) at = next;
    return at;
  }

  /** Cuts or passes one thing and answers where the next begins, or null when more bytes are needed. */
  private step(buffer: Buffer, from: number): number | null {
    if (from >= buffer.length) return this.wait(1);
    if (this.skipping > 0) return this.skip(buffer, from);
    let at = from;
    while (at < buffer.length && at - from < MAX_BETWEEN && isLineEnd(buffer[at]!)) at++;
    if (buffer.length - at < MARK.length) return this.wait(buffer.length - from + 1);
    if (!isMark(buffer, at)) return this.seek(buffer, from, at);
    this.lost = false;
    return this.record(buffer, from, at);
  }

  private record(buffer: Buffer, from: number, at: number): number | null {
    const head = buffer.indexOf(BREAK, at);
    if (head < 0 && buffer.length - at < MAX_HEADER) return this.wait(buffer.length - from + 1024);
    if (head < 0 || head - at > MAX_HEADER)
      return this.broken('a record’s header has no end', at + MARK.length);
    const header = buffer.toString('latin1', at, head + 2);
    const length = lengthIn(header);
    const block = head + BREAK.length;
    if (length === null) return this.broken('a record has no valid length', head);
    if (length > MAX_BLOCK) {
      this.warn(`archive: a record of ${length} bytes is left out; ${MAX_BLOCK} are the most`);
      this.skipping = length;
      return block;
    }
    if (buffer.length >= block + length) return this.take(buffer, header, block, block + length);
    if (!this.ending) return this.wait(block + length - from);
    // A length beyond the end may hide whole records.
    const early = buffer.indexOf(NEXT, block);
    if (early >= 0) return this.cutShort(buffer, header, block, early);
    return this.broken('the last record is cut off', buffer.length);
  }

  private take(buffer: Buffer, header: string, block: number, end: number): number {
    if (endsWell(buffer, end)) {
      this.sink(header, buffer.subarray(block, end));
      return end;
    }
    const early = buffer.subarray(block, end + NEXT.length).indexOf(NEXT);
    return this.cutShort(buffer, header, block, early >= 0 ? block + early : end);
  }

  private cutShort(buffer: Buffer, header: string, block: number, end: number): number {
    this.sink(header, buffer.subarray(block, end));
    return this.broken('a record has a wrong length', end);
  }

  /** Passes over a record that is too large; a record that begins inside shows that its length is wrong. */
  private skip(buffer: Buffer, from: number): number {
    const end = Math.min(buffer.length, from + this.skipping);
    const early = buffer.subarray(from, end).indexOf(NEXT);
    this.skipping = early >= 0 ? 0 : this.skipping - (end - from);
    return early >= 0 ? from + early : end;
  }

  /** Looks for the next record behind bytes that are none. */
  private seek(buffer: Buffer, from: number, at: number): number | null {
    this.broken('bytes stand where a record should begin', at);
    const found = buffer.indexOf(NEXT, Math.max(0, at - BREAK.length));
    if (found >= 0) return found + BREAK.length;
    // A mark may be cut in two.
    const keep = buffer.length - NEXT.length;
    return keep > from ? keep : this.wait(buffer.length - from + 1);
  }

  private wait(bytes: number): null {
    this.need = bytes;
    return null;
  }

  private broken(what: string, goOn = 0): number {
    if (!this.lost) this.warn(`archive: ${what}; reading goes on behind it`);
    this.lost = true;
    return goOn;
  }
}

function isLineEnd(byte: number): boolean {
  return byte === 13 || byte === 10;
}

function isMark(buffer: Buffer, at: number): boolean {
  return buffer[at] === 87 && buffer.toString('latin1', at, at + MARK.length) === MARK;
}

/** True when a record's end is followed by the next record, or by line ends up to the end of what is there. */
function endsWell(buffer: Buffer, end: number): boolean {
  let at = end;
  while (at < buffer.length && at - end < MAX_BETWEEN && isLineEnd(buffer[at]!)) at++;
  return MARK.startsWith(buffer.toString('latin1', at, Math.min(buffer.length, at + MARK.length)));
}

function lengthIn(header: string): number | null {
  const found = /\r\ncontent-length:[ \t]*(\d{1,15})[ \t]*\r\n/i.exec(header);
  return found ? Number(found[1]) : null;
}
