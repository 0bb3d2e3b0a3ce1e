import type { Effects } from '../base/index.ts';
import { type Day, isDay, sha256, UserError } from '../base/index.ts';
import { nameOf } from '../capture/index.ts';
import { PROSE_READERS, type ProseReader } from '../read/index.ts';
import {
  appendReading,
  captureFacts,
  type OpenRecord,
  type ReadCapture,
  type Sighting,
} from '../record/index.ts';
import { signedDay } from '../resolve/index.ts';
import { type Given, readCapture } from './intake.ts';

/** The sighting with what was given by hand: of several values for the same bytes the last one is in force. */
export function withGiven(sighting: Sighting, { published, publisher }: Given): Sighting {
  return { ...sighting, ...(published && { published }), ...(publisher && { publisher }) };
}

/**
 * Reads a document that the record holds once more, where another day or publisher is given for it now: "Tuesday" is
 * counted from the day of publication. True when it claims something else by that.
 */
export async function readAgain(
  record: OpenRecord,
  bytes: Buffer,
  given: Given,
  effects: Effects,
): Promise<boolean> {
  if (!given.published && !given.publisher) return false;
  const sha = sha256(bytes);
  const facts = await captureFacts(record.db, sha);
  if (facts?.form !== 'text') return false;
  const { reader, sighting, published, publisher } = facts;
  const own = { ...given, published, publisher, ...(isProse(reader) && { reader }) };
  const { read } = await readCapture(bytes, sighting, own, effects);
  const claims = read.claims ?? [];
  return appendReading(record, sha, { reader: read.reader, version: read.version, claims }, effects);
}

function isProse(reader: string): reader is ProseReader {
  return Object.hasOwn(PROSE_READERS, reader);
}

/** Throws a UserError for a list whose given day is none, or lies before what it lists was signed. */
export function demandPossibleDay({ list, sighting }: ReadCapture, published: string | null): void {
  if (!list || published === null) return;
  const name = JSON.stringify(nameOf(sighting.origin));
  const value = JSON.stringify(published);
  if (!isDay(published))
    throw new UserError(
      `date ${value} of --published is no day, and list ${name} needs one; write it as 2025-02-21`,
    );
  const newest = newestSigning(list.rows.map(({ line }) => line.signed));
  if (newest !== null && newest > published)
    throw new UserError(
      `date ${value} of --published lies before ${newest}, when an agreement of list ${name} was signed; check it`,
    );
}

function newestSigning(signed: readonly string[]): Day | null {
  let newest: Day | null = null;
  for (const text of new Set(signed)) {
    const day = signedDay(text)?.value ?? null;
    if (day !== null && (newest === null || day > newest)) newest = day;
  }
  return newest;
}
