import { basename } from 'node:path';
import { type Effects, messageOf, realEffects, requireDate, UserError } from '../base/index.ts';
import { nameOf, readFile } from '../capture/index.ts';
import { type Claim, goldClaim, quotationsOf } from '../claim/index.ts';
import { type Call, type Options, textOption } from './call.ts';
import { asFile, collectionForm, throughArchive, throughFeed, type Within } from './collections.ts';
import { projectGazetteer } from './gazetteer.ts';
import { type Given, type Intake, readCapture } from './intake.ts';
import { archiveOf, type Item, itemsOf, lookAt, seenOf } from './items.ts';
import { modelOf } from './model.ts';

interface ManifestRow {
  id: string;
  published?: string | null;
  publisher?: string | null;
}

/**
 * Prints one line of JSON a document: `{"id", "claims"}` in the shape of gold claims, or with `--quotations`
 * `{"id", "quotations"}`. Writes nothing into any record.
 */
export async function run({ args, options }: Call): Promise<number> {
  const manifest = readManifest(textOption(options, 'manifest'));
  const gazetteer = projectGazetteer();
  const effects = realEffects();
  const model = await modelOf(options);
  const print = options.quotations === true ? printQuotations : printClaims;
  let refused = 0;
  for (const item of (args[0] as string[]).flatMap(itemsOf)) {
    const id = basename(nameOf(item.origin) || item.origin).replace(/\.[a-z]+$/i, '');
    const row = manifest?.get(id);
    // With a manifest, other files of a folder are not asked for.
    if (manifest && !row) continue;
    const published = row?.published ?? publishedOption(options);
    const publisher = row?.publisher ?? textOption(options, 'publisher') ?? null;
    try {
      await extractItem(
        item,
        id,
        { published, publisher, gazetteer: () => gazetteer, model },
        print,
        effects,
      );
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      process.stderr.write(`countersign: ${item.origin}: ${messageOf(error)}\n`);
      refused++;
    }
  }
  return refused > 0 ? 1 : 0;
}

/** Prints what one item says: a line, or a line for each document of a collection that may concern the matter. */
async function extractItem(
  item: Item,
  id: string,
  given: Given,
  print: (id: string, intake: Intake) => void,
  effects: Effects,
): Promise<void> {
  const onFound = async (within: Within) => print(within.read.sighting.origin, within);
  const form = archiveOf(item);
  if (form) return void (await throughArchive(item.origin, form, given, onFound, effects));
  const found = await lookAt(item, effects);
  const seen = seenOf(found);
  if (!seen)
    throw new UserError(`address gave nothing: ${'error' in found ? found.error : 'no answer'}; check it`);
  const collection = collectionForm(seen.bytes);
  if (collection === 'feed') await throughFeed(seen, given, onFound, effects);
  else if (collection)
    await asFile(seen.bytes, nameOf(item.origin), (path) =>
      throughArchive(path, collection, given, onFound, effects),
    );
  else print(id, await readCapture(seen.bytes, seen.sighting, given, effects));
}

/** Offsets are UTF-16 units of the reading's text, whose words stand beside them. */
function printQuotations(id: string, { read, reading }: Intake): void {
  const text = reading?.text ?? '';
  const words = (span: { start: number; end: number } | null) =>
    span && { ...span, text: text.slice(span.start, span.end) };
  const quotations = (reading ? quotationsOf(reading) : []).map((one) => ({
    ...one,
    content: one.content.map(words),
    cue: words(one.cue),
    source: words(one.source),
  }));
  process.stdout.write(`${JSON.stringify({ id, capture: read.sha, quotations })}\n`);
}

function printClaims(id: string, { read: { sha, claims = [] } }: Intake): void {
  process.stdout.write(`${JSON.stringify({ id, capture: sha, claims: claims.map(extracted) })}\n`);
}

function publishedOption(options: Options): string | null {
  const value = textOption(options, 'published');
  return value === undefined ? null : requireDate('--published', value, realEffects().now());
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
  const { id, kind, confidence, rules, evidence } = claim;
  const pages = evidence.flatMap((one) => (one.type === 'text' && one.page !== undefined ? [one.page] : []));
  const ocr = evidence.flatMap((one) => (one.type === 'text' && one.ocr !== undefined ? [one.ocr] : []));
  return {
    ...goldClaim(claim),
    id,
    kind,
    confidence,
    rules,
    // A claim is no surer than the least sure page that it was read from.
    ...(pages.length > 0 && { pages }),
    ...(ocr.length > 0 && { ocr: Math.min(...ocr) }),
  };
}
