/** Grows as it is written: unsigned and signed LEB128 numbers and UTF-8 strings. Shared by server and browser. */
export class Writer {
  #bytes = new Uint8Array(1024);
  #length = 0;

  /** Appends a whole number from 0 to 2^31 - 1. */
  uint(value: number): void {
    let rest = value;
    while (rest > 0x7f) {
      this.#byte((rest & 0x7f) | 0x80);
      rest >>>= 7;
    }
    this.#byte(rest);
  }

  /** Appends a whole number of either sign, small magnitudes in one byte (zigzag). */
  int(value: number): void {
    this.uint(value < 0 ? -value * 2 - 1 : value * 2);
  }

  /** Appends a string with its length in front. */
  text(value: string): void {
    const bytes = new TextEncoder().encode(value);
    this.uint(bytes.length);
    for (const byte of bytes) this.#byte(byte);
  }

  /** The bytes written so far. */
  done(): Uint8Array<ArrayBuffer> {
    return this.#bytes.slice(0, this.#length);
  }

  #byte(value: number): void {
    if (this.#length === this.#bytes.length) {
      const larger = new Uint8Array(this.#bytes.length * 2);
      larger.set(this.#bytes);
      this.#bytes = larger;
    }
    this.#bytes[this.#length++] = value;
  }
}

/** Reads what a Writer wrote, in the same order. */
export class Reader {
  #at = 0;
  readonly #bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** The next unsigned number. */
  uint(): number {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.#bytes[this.#at++];
      if (byte === undefined) throw new Error('binary data ends too early');
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value >>> 0;
    }
  }

  /** The next signed number. */
  int(): number {
    const value = this.uint();
    return value & 1 ? -((value + 1) / 2) : value / 2;
  }

  /** The next string. */
  text(): string {
    const length = this.uint();
    const bytes = this.#bytes.subarray(this.#at, this.#at + length);
    this.#at += length;
    return new TextDecoder().decode(bytes);
  }
}
