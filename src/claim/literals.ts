/** Bytes of each literal that decide how far may be skipped; the rest is compared. */
const WINDOW = 5;
/** Literals of fewer bytes than the window are looked for by themselves. */
const PAIRS = 1 << 16;

/**
 * A search for any of some literals in bytes, each as written, that looks at a quarter of the bytes (Wu and Manber, with
 * pairs): for a hundred literals it costs what three cost that are looked for one by one. True when one stands there.
 */
export function finderOf(literals: readonly string[]): (bytes: Buffer) => boolean {
  const all = literals.map((literal) => Buffer.from(literal, 'latin1'));
  const short = all.filter((literal) => literal.length < WINDOW);
  const long = all.filter((literal) => literal.length >= WINDOW);
  const shifts = new Uint8Array(PAIRS).fill(WINDOW - 1);
  const starts = new Uint8Array(PAIRS);
  const ending = new Map<number, Buffer[]>();
  for (const literal of long) {
    for (let i = 0; i < WINDOW - 1; i++) {
      const pair = (literal[i]! << 8) | literal[i + 1]!;
      shifts[pair] = Math.min(shifts[pair]!, WINDOW - 2 - i);
    }
    starts[(literal[0]! << 8) | literal[1]!] = 1;
    const last = (literal[WINDOW - 2]! << 8) | literal[WINDOW - 1]!;
    ending.set(last, [...(ending.get(last) ?? []), literal]);
  }
  const tables = { shifts, starts, ending };
  return (bytes) => short.some((one) => bytes.includes(one)) || (long.length > 0 && hasAny(bytes, tables));
}

interface Tables {
  /** How far the window may move, by the last pair in it. */
  shifts: Uint8Array;
  /** 1 for the pairs with which a literal begins: most windows that end like one begin otherwise. */
  starts: Uint8Array;
  /** The literals whose window ends with a pair. */
  ending: Map<number, Buffer[]>;
}

function hasAny(bytes: Buffer, { shifts, starts, ending }: Tables): boolean {
  const end = bytes.length - 1;
  for (let at = WINDOW - 2; at < end; ) {
    const pair = (bytes[at]! << 8) | bytes[at + 1]!;
    const shift = shifts[pair]!;
    if (shift > 0) {
      at += shift;
      continue;
    }
    const first = at - (WINDOW - 2);
    const begins = starts[(bytes[first]! << 8) | bytes[first + 1]!] === 1;
    if (begins && startsAny(bytes, first, ending.get(pair))) return true;
    at++;
  }
  return false;
}

function startsAny(bytes: Buffer, at: number, literals: Buffer[] = []): boolean {
  return literals.some((literal) => {
    const end = at + literal.length;
    return end <= bytes.length && bytes.compare(literal, 0, literal.length, at, end) === 0;
  });
}
