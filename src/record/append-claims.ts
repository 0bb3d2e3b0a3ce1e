import { canonicalJson, type Effects, sha256 } from '../base/index.ts';
import type { Claim } from '../claim/index.ts';
import { insertMany } from './bulk.ts';
import { captureId, recordTime } from './meta.ts';
import { type Db, inTransaction, type OpenRecord } from './open.ts';
import { readingsInOrder } from './readings.ts';

/** A claim with what only the starter facts give: its agency, a summary, and the source that it cites. */
export type LoggedClaim = Claim & { givenAgency?: string; summary?: string | null; source?: string };

/** Where claims other than rows of lists come from: a capture by its row and hash, or a cited source. */
export interface ClaimOrigin {
  capture: number | null;
  sha: string | null;
}

/** The hash of everything that a claim says and where it stands: what tells two versions of one claim apart. */
export function contentOf(claim: LoggedClaim, sha: string | null): string {
  const { givenAgency = null, summary = null, source = null, ...rest } = claim;
  return sha256(canonicalJson({ ...rest, givenAgency, summary, source, capture: sha })).slice(0, 32);
}

/** Adds claims inside the transaction under way; what the record holds already, word for word, is passed over. */
export async function insertClaims(
  db: Db,
  claims: LoggedClaim[],
  origin: ClaimOrigin,
  recorded: string,
): Promise<void> {
  const rows = claims.map((claim) => ({
    id: claim.id,
    content: contentOf(claim, origin.sha),
    capture: origin.capture,
    source: claim.source ?? null,
    kind: claim.kind,
    written: claim.agency.written,
    name: claim.agency.name,
    state: claim.agency.state,
    place: claim.agency.place,
    given_agency: claim.givenAgency ?? null,
    programme: claim.programme,
    position: claim.position,
    speaker: claim.speaker,
    role: claim.role,
    on_behalf_of: claim.onBehalfOf,
    speaks_for_agency: claim.speaksForAgency ? 1 : 0,
    via: claim.via,
    date: claim.date,
    effective: claim.effective,
    evidence: JSON.stringify(claim.evidence),
    rules: JSON.stringify(claim.rules),
    confidence: claim.confidence,
    summary: claim.summary ?? null,
    recorded,
  }));
  const columns = Object.keys(rows[0] ?? {}) as (keyof (typeof rows)[number])[];
  const values = rows.map((row) => columns.map((column) => row[column]));
  await insertMany(db, 'claim', columns, values, { ignore: true });
}

/** What a reader and an extractor made of a capture. */
export interface ReadClaims {
  reader: string;
  version: string;
  claims: Claim[];
}

/** Adds a reading and its claims inside the transaction under way. */
export async function insertReading(
  db: Db,
  capture: { id: number; sha: string },
  read: ReadClaims,
  recorded: string,
): Promise<void> {
  const { reader, version, claims } = read;
  await insertClaims(db, claims, { capture: capture.id, sha: capture.sha }, recorded);
  const row = { capture: capture.id, reader, version, claims: contentsOf(read, capture.sha), recorded };
  await db.insertInto('reading').values(row).execute();
}

function contentsOf({ claims }: ReadClaims, sha: string): string {
  return JSON.stringify([...new Set(claims.map((claim) => contentOf(claim, sha)))].sort());
}

/**
 * Adds what a newer reader or extractor makes of a capture that the record holds, when it differs from what is in force:
 * true then. Older claims stay in the log; those that the newest reading lacks are no longer in force. It is recorded
 * later than the reading that it supersedes: which one is in force never hangs on a tie.
 */
export function appendReading(
  record: OpenRecord,
  sha: string,
  read: ReadClaims,
  effects: Effects,
): Promise<boolean> {
  return inTransaction(record.db, async (db) => {
    const id = await captureId(db, sha);
    if (id === null) return false;
    const newest = (await readingsInOrder(db, { capture: id })).at(-1);
    if (newest?.claims === contentsOf(read, sha)) return false;
    await insertReading(db, { id, sha }, read, await recordTime(db, effects, newest?.recorded));
    return true;
  });
}
