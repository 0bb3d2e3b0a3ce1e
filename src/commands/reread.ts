import { type Effects, realEffects } from '../base/index.ts';
import { getBlob } from '../capture/index.ts';
import type { Gazetteer } from '../claim/index.ts';
import type { ProseReader } from '../read/index.ts';
import { appendReading, bringUp, documentsOf, type OpenRecord } from '../record/index.ts';
import { type Call, withRecord } from './call.ts';
import { projectGazetteer } from './gazetteer.ts';
import { readCapture } from './intake.ts';

/** What reading again came to. */
export interface Reread {
  documents: number;
  /** Documents in which this version finds other claims than the one before it. */
  changed: number;
  /** Hashes of documents whose bytes are missing. */
  missing: string[];
}

/**
 * Reads every document that the record holds again with the reader and the extractor of this version. Earlier claims stay
 * in the log; decisions follow their claims, and one is open again only where text and reading both changed.
 */
export async function reread(record: OpenRecord, effects: Effects): Promise<Reread> {
  const documents = await documentsOf(record.db);
  const done: Reread = { documents: 0, changed: 0, missing: [] };
  let gazetteer: Gazetteer | null = null;
  for (const { sha, reader, published, publisher, proposed, ...sighting } of documents) {
    const bytes = getBlob(record.captures, sha);
    if (!bytes) {
      done.missing.push(sha);
      continue;
    }
    const given = {
      published,
      publisher,
      reader: reader as ProseReader,
      gazetteer: () => (gazetteer ??= projectGazetteer()),
    };
    const { read } = await readCapture(bytes, sighting, given, effects);
    const own = read.claims ?? [];
    const claims = [...own, ...proposed.filter(({ id }) => !own.some((claim) => claim.id === id))];
    if (await appendReading(record, sha, { ...read, claims }, effects)) done.changed++;
    effects.progress(++done.documents, documents.length, 'documents read again');
  }
  await bringUp(record, effects);
  return done;
}

/** Prints how many documents this version reads otherwise; missing bytes are a line each, and then the exit code is 1. */
export async function run({ record: dir }: Call): Promise<number> {
  const { documents, changed, missing } = await withRecord(dir, (record) => reread(record, realEffects()));
  for (const sha of missing)
    process.stderr.write(`countersign: capture "sha256:${sha}" has no bytes; add the same document again\n`);
  process.stdout.write(`read ${documents} documents again: ${changed} otherwise than before\n`);
  return missing.length > 0 ? 1 : 0;
}
