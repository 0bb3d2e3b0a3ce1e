import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sha256 } from '../base/index.ts';
import { keepFile } from './keep-file.ts';
import type { RecordedClaim } from './model.ts';
import type { Db } from './open.ts';

/** A list of which rows make claims: their ids with a number each, and the claim that a number stands for. */
export interface RowSource {
  /** Tells it from every other list. */
  key: string;
  ids(): Promise<Iterable<readonly [id: string, number: number]>>;
  /** The claim of a row, or null where it never had this id. */
  claim(number: number, id: string): Promise<RecordedClaim | null>;
}

/** The ids of the rows of every list. */
interface RowIds {
  state: Buffer;
  /** The state (32 bytes), how many rows each source has (4 bytes each), then of each row `ROW` bytes. */
  bytes: Buffer;
}

// Ids of rows follow from the rows. An index in the database would make the record a seventh larger and every `add` dearer.
// As bytes they are worked out when one is first asked for after the lists changed (1.7 s of CPU for 499 lists, captured
// and cited), and kept where anybody may delete them; from there an id is looked up in 20 ms.
const kept = new WeakMap<Db, Promise<RowIds>>();
const STATE = 32;
const COUNT = 4;
// The first bytes of the id, which tell rows apart all but surely, and the number of the row.
const ID = 8;
const ROW = ID + 4;

/**
 * The claim whose id a row of these lists makes, or null. `read` is what the ids hang on besides the lists. With a `dir`
 * they are kept there.
 */
export async function claimOfRowId(
  db: Db,
  id: string,
  { sources, read, dir }: { sources: readonly RowSource[]; read: string; dir: string | null },
): Promise<RecordedClaim | null> {
  const state = Buffer.from(sha256([read, ...sources.map(({ key }) => key)].join('\n')), 'hex');
  let ids = await kept.get(db);
  if (!ids?.state.equals(state)) {
    const fresh = readIds(state, sources, dir);
    kept.set(db, fresh);
    fresh.catch(() => kept.delete(db));
    ids = await fresh;
  }
  for (const { source, number } of placesIn(ids.bytes, sources.length, id)) {
    const claim = await sources[source]?.claim(number, id);
    if (claim) return claim;
  }
  return null;
}

function placesIn(bytes: Buffer, sources: number, id: string): { source: number; number: number }[] {
  const wanted = Buffer.from(id, 'hex').subarray(0, ID);
  const start = STATE + COUNT * sources;
  const found: { source: number; number: number }[] = [];
  for (let at = bytes.indexOf(wanted, start); at !== -1; at = bytes.indexOf(wanted, at + 1)) {
    if ((at - start) % ROW !== 0) continue;
    let [row, source] = [(at - start) / ROW, 0];
    for (; row >= countAt(bytes, source); source++) row -= countAt(bytes, source);
    found.push({ source, number: bytes.readUInt32LE(at + ID) });
  }
  return found;
}

function countAt(bytes: Buffer, source: number): number {
  return bytes.readUInt32LE(STATE + COUNT * source);
}

async function readIds(state: Buffer, sources: readonly RowSource[], dir: string | null): Promise<RowIds> {
  const path = dir === null ? null : join(dir, 'readings', 'row-ids');
  const before = path !== null && existsSync(path) ? readFileSync(path) : null;
  if (before && isOf(before, state, sources.length)) return { state, bytes: before };
  const bytes = await workOut(state, sources);
  if (path !== null) keepFile(path, bytes);
  return { state, bytes };
}

function isOf(bytes: Buffer, state: Buffer, sources: number): boolean {
  const start = STATE + COUNT * sources;
  if (bytes.length < start || !bytes.subarray(0, STATE).equals(state)) return false;
  let rows = 0;
  for (let source = 0; source < sources; source++) rows += countAt(bytes, source);
  return bytes.length === start + rows * ROW;
}

async function workOut(state: Buffer, sources: readonly RowSource[]): Promise<Buffer> {
  const counts = Buffer.alloc(COUNT * sources.length);
  const rows: Buffer[] = [];
  for (const [i, source] of sources.entries()) {
    const ids = [...(await source.ids())];
    const bytes = Buffer.alloc(ids.length * ROW);
    for (const [row, [id, number]] of ids.entries()) {
      bytes.write(id, row * ROW, ID, 'hex');
      bytes.writeUInt32LE(number, row * ROW + ID);
    }
    counts.writeUInt32LE(ids.length, COUNT * i);
    rows.push(bytes);
  }
  return Buffer.concat([state, counts, ...rows]);
}
