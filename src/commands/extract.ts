import { basename } from 'node:path';
import { boundsOf, messageOf, sha256, UserError } from '../base/index.ts';
import { filesOf, readFile } from '../capture/index.ts';
import { type Claim, goldClaim } from '../claim/index.ts';
import { type Call, type Options, textOption } from './call.ts';
import { projectGazetteer } from './gazetteer.ts';
import { readCapture } from './intake.ts';

interface ManifestRow {
  id: string;
  published?: string | null;
  publisher?: string | null;
}

/** Prints one line of JSON a document: `{"id", "claims"}` in the shape of gold claims. Writes nothing into any record. */
export async function run({ args, options }: Call): Promise<number> {
  const manifest = readManifest(textOption(options, 'manifest'));
  const gazetteer = projectGazetteer();
  let refused = 0;
  for (const path of (args[0] as string[]).flatMap((what) => filesOf(what).files)) {
    const id = basename(path).replace(/\.[a-z]+$/i, '');
    const row = manifest?.get(id);
    // With a manifest, other files of a folder are not asked for.
    if (manifest && !row) continue;
    try {
      const bytes = readFile(path);
      const published = row?.published ?? publishedOption(options);
      const publisher = row?.publisher ?? textOption(options, 'publisher') ?? null;
      const sighting = { origin: path, retrieved: '' };
      const read = await readCapture(bytes, sighting, { published, publisher, gazetteer: () => gazetteer });
      process.stdout.write(
        `${JSON.stringify({ id, capture: sha256(bytes), claims: (read.claims ?? []).map(extracted) })}\n`,
      );
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      process.stderr.write(`countersign: ${path}: ${messageOf(error)}\n`);
      refused++;
    }
  }
  return refused > 0 ? 1 : 0;
}

function publishedOption(options: Options): string | null {
  const value = textOption(options, 'published');
  if (value === undefined) return null;
  if (boundsOf(value)) return value;
  throw new UserError(`date ${JSON.stringify(value)} of --published is no date; write it as 2017-02-22`);
}

function readManifest(path: string | undefined): Map<string, ManifestRow> | null {
  if (path === undefined) return null;
  const rows = new Map<string, ManifestRow>();
  for (const [index, line] of readFile(path).toString('utf8').split('\n').entries()) {
    if (!line.trim()) continue;
    try {
      const row = JSON.parse(line) as ManifestRow;
      rows.set(row.id, row);
    } catch {
      throw new UserError(
        `manifest ${JSON.stringify(path)} line ${index + 1} is no JSON; write one object a line`,
      );
    }
  }
  return rows;
}

/** A claim in the shape of gold claims, with what the extractor knows beside it. */
function extracted(claim: Claim) {
  const { id, kind, confidence, rules } = claim;
  return { ...goldClaim(claim), id, kind, confidence, rules };
}
