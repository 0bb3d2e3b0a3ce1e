import { type Alike, alikeIn, type Evidence } from '../claim/index.ts';
import type { TextReading } from '../read/index.ts';
import { sameMatter } from './carry.ts';
import type { OpenRecord } from './open.ts';
import { textOf } from './texts.ts';

/** A quotation that the newest capture of its page does not have any more: it still stands in the bytes that it was read in. */
export interface LostAnchor {
  /** The words as they stood. */
  exact: string;
  /** SHA-256 of the newest capture of the page, and when it was made. */
  capture: string;
  retrieved: string;
  recorded: string;
  /** True where a claim on the same matter was read there: that one is the question, not this. */
  readAnew: boolean;
  /** Words there that may be the same, reworded; null where none are like enough. */
  now: Alike | null;
}

/** For each claim that was not rejected its quotations that the newest capture of their page lacks, by the claim's id. */
export async function lostAnchors(record: OpenRecord): Promise<Map<string, LostAnchor[]>> {
  const lost = new Map<string, LostAnchor[]>();
  for (const [older, newest] of await supersededPages(record)) {
    const claims = await record.db
      .selectFrom('claim as c')
      .innerJoin('claim_state as s', 's.seq', 'c.seq')
      .innerJoin('capture as p', 'p.id', 'c.capture')
      .select(['c.id', 'c.evidence', 'c.name', 'c.written', 'c.programme'])
      .where('p.sha', '=', older)
      .where('s.review', '<>', 'rejected')
      .execute();
    const there = await record.db
      .selectFrom('claim as c')
      .innerJoin('capture as p', 'p.id', 'c.capture')
      .select(['c.name', 'c.written', 'c.programme'])
      .where('p.sha', '=', newest.capture)
      .execute();
    for (const { id, evidence, name, written, programme } of claims) {
      const matter = { agency: { name, written }, programme };
      const readAnew = there.some((word) => sameMatter(word, matter));
      const own: LostAnchor[] = [];
      for (const one of JSON.parse(evidence) as Evidence[]) {
        const now = one.type === 'text' ? await standsIn(record, newest.capture, one.exact) : 'there';
        if (one.type === 'text' && now !== 'there') own.push({ ...newest, exact: one.exact, readAnew, now });
      }
      if (own.length > 0) lost.set(id, own);
    }
  }
  return lost;
}

type Newest = Pick<LostAnchor, 'capture' | 'retrieved' | 'recorded'>;

/** Captures of addresses of which there is a newer one, with the newest; one that was seen again last is itself the newest. */
async function supersededPages({ db }: OpenRecord): Promise<Map<string, Newest>> {
  const rows = await db
    .selectFrom('sighting as s')
    .innerJoin('capture as c', 'c.id', 's.capture')
    .select(['c.sha as capture', 's.origin', 's.retrieved', 's.recorded'])
    .where('c.form', '=', 'text')
    .where('s.origin', 'like', 'http%')
    .orderBy('s.retrieved')
    .orderBy('s.recorded')
    .orderBy('c.sha')
    .execute();
  const newest = new Map(rows.map(({ origin, ...seen }) => [origin, seen]));
  const older = new Map<string, Newest>();
  for (const { origin, capture } of rows) {
    const last = newest.get(origin);
    if (last && last.capture !== capture) older.set(capture, last);
  }
  return older;
}

// Bytes never change what they say, and the queue is asked for after every decision.
const looked = new Map<string, Alike | null | 'there'>();
let open: { capture: string; reading: TextReading | null } | null = null;

async function standsIn(record: OpenRecord, capture: string, exact: string): Promise<Alike | null | 'there'> {
  const key = `${capture} ${exact}`;
  const known = looked.get(key);
  if (known !== undefined) return known;
  if (open?.capture !== capture) open = { capture, reading: await textOf(record, capture) };
  const { reading } = open;
  // A page that cannot be read again says nothing of what it has lost.
  const found = reading === null || reading.text.includes(exact) ? 'there' : alikeIn(reading, exact);
  looked.set(key, found);
  return found;
}
