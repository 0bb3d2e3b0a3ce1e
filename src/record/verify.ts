import { canonicalJson, type Effects, messageOf, sha256 } from '../base/index.ts';
import { getBlob } from '../capture/index.ts';
import { type Evidence, listOf } from '../claim/index.ts';
import { readWorkbook } from '../read/index.ts';
import { contentOf } from './append-claims.ts';
import { chainFaults, readDecisions } from './decisions.ts';
import { derivedDigests, pastDigests } from './digests.ts';
import { eventFaults } from './events.ts';
import { keptDigest } from './kept.ts';
import { namesHold } from './kept-names.ts';
import { listingRows } from './listings.ts';
import { readListLog, readWordLog } from './log.ts';
import { logFaults } from './log-faults.ts';
import { type OpenRecord, openRecord } from './open.ts';
import { pastDays, showPast } from './past.ts';
import { claimOfWord } from './reviewed.ts';
import { type RecordRoot, rootOf } from './root.ts';
import { deriveAsKnown, endOf } from './scope.ts';
import { freshText, keptReading } from './texts.ts';

/** What a verification found: how much was checked, and one line for everything that does not hold. */
export interface Verified {
  captures: number;
  rows: number;
  quotations: number;
  decisions: number;
  root: RecordRoot;
  faults: string[];
}

/**
 * Checks the hash of every capture, reads each again, re-anchors all evidence found in it, and checks the chain of
 * decisions, that no row of the log is missing and that its clock was not set back. With `rebuild` it derives everything from scratch too and compares. Reads only.
 */
export async function verify(
  record: OpenRecord,
  effects: Effects,
  { rebuild = false } = {},
): Promise<Verified> {
  const decisions = await readDecisions(record.db, '9999');
  const result: Verified = {
    captures: 0,
    rows: 0,
    quotations: 0,
    decisions: decisions.length,
    root: await rootOf(record.db),
    faults: [
      ...chainFaults(decisions),
      ...(await logFaults(record.db)),
      ...(await claimFaults(record)),
      ...(await eventFaults(record.db)),
    ],
  };
  const captures = await record.db
    .selectFrom('capture')
    .select(['id', 'sha', 'form'])
    .orderBy('id')
    .execute();
  for (const { id, sha, form } of captures) {
    const bytes = getBlob(record.captures, sha);
    if (!bytes) result.faults.push(`capture sha256:${sha}: its bytes are missing`);
    else if (sha256(bytes) !== sha) result.faults.push(`capture sha256:${sha}: its bytes were changed`);
    else if (form === 'list') await verifyList(record, id, sha, bytes, result);
    else if (form === 'text') await verifyText(record, id, sha, result, effects);
    effects.progress(++result.captures, captures.length, 'captures verified');
  }
  if (rebuild) {
    result.faults.push(...(await told('derived tables', () => derivedFaults(record))));
    result.faults.push(...(await told('what was known', () => pastFaults(record, effects))));
  }
  return result;
}

/** The faults that a check finds; a log so damaged that nothing can be derived from it is one too. */
async function told(what: string, check: () => Promise<string[]>): Promise<string[]> {
  try {
    return await check();
  } catch (error) {
    return [`${what}: nothing can be derived from the log (${messageOf(error)})`];
  }
}

/** Claims whose row in the log no longer says what it was sealed to say. */
async function claimFaults(record: OpenRecord): Promise<string[]> {
  const { words } = await readWordLog(record.db, '9999');
  return words.flatMap((word) => {
    const { given_agency, summary, source, capture } = word;
    const claim = {
      ...claimOfWord(word),
      ...(given_agency !== null && { givenAgency: given_agency }),
      ...(source !== null && { source }),
      summary,
    };
    return contentOf(claim, capture) === word.content ? [] : [`claim ${word.id}: its row was changed`];
  });
}

/** Derived tables that a derivation from scratch gives otherwise. */
async function derivedFaults(record: OpenRecord): Promise<string[]> {
  const scratch = await deriveAsKnown(record, '9999');
  try {
    const [stored, derived] = [await derivedDigests(record.db), await derivedDigests(scratch)];
    stored.set('kept', await keptDigest(record.db));
    derived.set('kept', await keptDigest(record.db, { anew: true }));
    const { registry } = await readListLog(record.db, '9999');
    const names = (await namesHold(record.db, registry)) ? [] : ['kept_names'];
    const differing = [...derived.keys()].filter((table) => stored.get(table) !== derived.get(table));
    return [...differing, ...names].map((table) => `derived table ${table}: from scratch it reads otherwise`);
  } finally {
    await scratch.destroy();
  }
}

/** Days of record time of which what is kept of derived tables is not what a derivation as of then gives. */
async function pastFaults(record: OpenRecord, effects: Effects): Promise<string[]> {
  const days = await pastDays(record.db);
  const faults: string[] = [];
  for (const [done, day] of days.entries()) {
    const scratch = await deriveAsKnown(record, endOf(day));
    const { db: seen } = await openRecord(record.dir);
    try {
      await showPast(seen, day);
      const [kept, derived] = [await pastDigests(seen), await pastDigests(scratch)];
      for (const [table, digest] of derived)
        if (kept.get(table) !== digest)
          faults.push(`derived table ${table} as known on ${day}: from scratch it reads otherwise`);
    } finally {
      await seen.destroy();
      await scratch.destroy();
    }
    effects.progress(done + 1, days.length, 'earlier days verified');
  }
  return faults;
}

async function verifyList(
  record: OpenRecord,
  id: number,
  sha: string,
  bytes: Buffer,
  result: Verified,
): Promise<void> {
  try {
    const list = listOf(await readWorkbook(bytes));
    const stored = await listingRows(record.db, (query) =>
      query.where('g.capture', '=', id).orderBy('g.row'),
    );
    const read = new Map(list.rows.map(({ row, line }) => [row, canonicalJson(line)]));
    for (const { row, line } of stored) {
      if (read.get(row) !== canonicalJson(line))
        result.faults.push(`capture sha256:${sha}: row ${row} of ${list.sheet} reads otherwise`);
    }
    if (stored.length !== read.size)
      result.faults.push(`capture sha256:${sha}: ${read.size} rows are read, ${stored.length} recorded`);
    result.rows += stored.length;
  } catch (error) {
    result.faults.push(`capture sha256:${sha}: ${messageOf(error)}`);
  }
}

async function verifyText(
  record: OpenRecord,
  id: number,
  sha: string,
  result: Verified,
  effects: Effects,
): Promise<void> {
  const kept = keptReading(record, sha);
  // Made anew from the bytes: what is kept proves nothing.
  const reading = await freshText(record, sha, effects).catch((error: unknown) => {
    result.faults.push(`capture sha256:${sha}: ${messageOf(error)}`);
    return null;
  });
  if (kept && reading && kept.text !== reading.text)
    result.faults.push(`capture sha256:${sha}: the kept reading was not what its bytes read; it is now`);
  const claims = await record.db
    .selectFrom('claim as c')
    .innerJoin('claim_state as s', 's.seq', 'c.seq')
    .select(['c.id', 'c.evidence'])
    .where('c.capture', '=', id)
    .execute();
  for (const claim of claims) {
    for (const evidence of JSON.parse(claim.evidence) as Evidence[]) {
      if (evidence.type !== 'text') continue;
      result.quotations++;
      const anchored = reading?.text.slice(evidence.start, evidence.end) === evidence.exact;
      if (!anchored)
        result.faults.push(
          `claim ${claim.id}: its words do not stand at ${evidence.start}-${evidence.end} of sha256:${sha}`,
        );
    }
  }
}
