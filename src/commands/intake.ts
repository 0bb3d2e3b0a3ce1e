import { dayOf, type Effects, isAhead, messageOf, sha256, UserError } from '../base/index.ts';
import { nameOf, sniffForm } from '../capture/index.ts';
import {
  agreementClaims,
  type Claim,
  type Gazetteer,
  isMemorandum,
  type List,
  listOf,
  located,
  proseClaims,
} from '../claim/index.ts';
import {
  decodeBytes,
  isNotice,
  type ProseReader,
  readProse,
  readWorkbook,
  type TextReading,
} from '../read/index.ts';
import { charsetIn, type ReadCapture, type Sighting } from '../record/index.ts';
import {
  demandReadableList,
  fbiToAgencies,
  isFbiList,
  readFbiAgencies,
  rowsWithoutDay,
} from '../resolve/index.ts';
import type { AskModel } from './model.ts';

/** What is known about bytes before they are read. */
export interface Given {
  /** EDTF, from `--published`. */
  published: string | null;
  publisher: string | null;
  gazetteer: () => Gazetteer;
  /** False leaves scanned pages unread: in an archive of millions of pages they would take days. */
  ocr?: boolean;
  /** Named where the bytes alone do not say it: an entry of a feed. */
  reader?: ProseReader;
  /** Asked about prose beside the rules; undefined without `--model`. */
  model?: AskModel | undefined;
}

/** A capture that was read, and its reading where it is prose. */
export interface Intake {
  read: ReadCapture;
  reading: TextReading | null;
}

// A report of a thousand pages has fewer; a file made to be slow has any number.
const MAX_BLOCKS = 10_000;
const LISTS_PUBLISHER = 'U.S. Immigration and Customs Enforcement';
const REGISTRY_PUBLISHER = 'Federal Bureau of Investigation';

/**
 * Bytes read and their claims found, ready for the record. Throws a UserError for what no reader takes; a reader that
 * stumbles over strange bytes is told in the same way, so that one document never stops the rest.
 */
export async function readCapture(
  bytes: Buffer,
  sighting: Sighting,
  given: Given,
  effects: Effects,
): Promise<Intake> {
  try {
    return await intake(bytes, sighting, given, effects);
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError(
      `file ${JSON.stringify(nameOf(sighting.origin))} cannot be read (${messageOf(error)}); report it with the file`,
    );
  }
}

async function intake(bytes: Buffer, sighting: Sighting, given: Given, effects: Effects): Promise<Intake> {
  const form = sniffForm(bytes);
  if (given.reader) return prose(given.reader, bytes, sighting, given, effects);
  switch (form) {
    case 'zip': {
      const reading = await readWorkbook(bytes);
      const list: List = listOf(reading);
      demandReadableList(list);
      // At most one in a thousand had none so far.
      const undated = rowsWithoutDay(list);
      if (undated.length * 100 > list.rows.length)
        effects.warn(
          `list ${JSON.stringify(nameOf(sighting.origin))} has ${undated.length} of ${list.rows.length} rows without a readable day of signing, such as row ${undated[0]?.row}; their agreements stand undated`,
        );
      const { reader, version, modified } = reading;
      const publisher = given.publisher ?? LISTS_PUBLISHER;
      const base = captureOf(bytes, sighting, given);
      return {
        read: { ...base, form: 'list', reader, version, publisher, list: { ...list, modified } },
        reading: null,
      };
    }
    case 'html':
    case 'pdf':
    case 'image':
      return prose(form, bytes, sighting, given, effects);
    case 'text': {
      if (isFbiList(bytes)) {
        const agencies = fbiToAgencies(readFbiAgencies(decodeBytes(bytes)));
        const publisher = given.publisher ?? REGISTRY_PUBLISHER;
        const base = captureOf(bytes, sighting, given);
        return {
          read: { ...base, form: 'registry', reader: 'fbi-agencies', version: '1', publisher, agencies },
          reading: null,
        };
      }
      if (isNotice(bytes)) return prose('notice', bytes, sighting, given, effects);
      // A table of values has no sentences; only the registries above are known.
      if (/\.(csv|tsv|json|jsonl|log)$/i.test(nameOf(sighting.origin))) throw ofNoKind(sighting);
      return prose('text', bytes, sighting, given, effects);
    }
    default:
      throw ofNoKind(sighting);
  }
}

function captureOf(bytes: Buffer, sighting: Sighting, { published }: Given) {
  return { sha: sha256(bytes), size: bytes.length, sighting, title: null, lang: null, published };
}

/** What no reader takes. */
export function ofNoKind(sighting: Sighting): UserError {
  const name = JSON.stringify(nameOf(sighting.origin));
  return new UserError(
    `file ${name} is of no kind that is read; give a workbook (.xlsx), web page, PDF, picture, text, feed or web archive`,
  );
}

async function prose(
  name: ProseReader,
  bytes: Buffer,
  sighting: Sighting,
  given: Given,
  effects: Effects,
): Promise<Intake> {
  const hints = { charset: charsetIn(sighting.headers), ocr: given.ocr !== false };
  if (name === 'image' && !hints.ocr) throw ofNoKind(sighting);
  const reading = await readProse(name, bytes, hints, effects);
  const claiming = { ...reading, blocks: reading.blocks.slice(0, MAX_BLOCKS) };
  if (reading.blocks.length > MAX_BLOCKS)
    effects.warn(
      `document has ${reading.blocks.length} paragraphs; claims were looked for in the first ${MAX_BLOCKS}`,
    );
  const base = captureOf(bytes, sighting, given);
  const published = given.published ?? seenBefore(reading.published, sighting, effects);
  const publisher = given.publisher ?? reading.publisher;
  const claims = await claimsOf(claiming, { ...base, published, publisher }, given);
  if (given.model && !isMemorandum(reading.text)) {
    const about = { capture: base.sha, published, name: nameOf(sighting.origin) };
    const proposed = located(await given.model(reading, about, effects), reading, base.sha);
    claims.push(...proposed.filter((one) => !claims.some((own) => isSameWord(own, one))));
  }
  if (claims.length === 0 && isMemorandum(reading.text))
    effects.warn(
      `memorandum ${JSON.stringify(nameOf(sighting.origin))} names no party or signatures that could be read`,
    );
  const { reader, version, title, lang } = reading;
  return {
    read: { ...base, form: 'text', reader, version, title, lang, published, publisher, claims },
    reading,
  };
}

/** A document's own date, unless it lies after the document was seen: nobody reads what is not out yet. */
function seenBefore(
  published: string | null,
  { origin, retrieved }: Sighting,
  effects: Effects,
): string | null {
  const seen = Date.parse(retrieved);
  if (published === null || Number.isNaN(seen) || !isAhead(published, seen)) return published;
  effects.warn(
    `document ${JSON.stringify(nameOf(origin))} dates itself ${published}, after it was seen; that date is left out, give it with --published`,
  );
  return null;
}

// What the rules found already needs no second proposal.
function isSameWord(own: Claim, other: Claim): boolean {
  return (
    own.id === other.id ||
    (own.programme === other.programme &&
      own.position === other.position &&
      [own.agency.name, own.agency.written].includes(other.agency.name))
  );
}

interface Context {
  sha: string;
  sighting: Sighting;
  published: string | null;
  publisher: string | null;
}

/** A signed memorandum claims what it is; its clauses are no statements of anybody's position. */
async function claimsOf(reading: TextReading, context: Context, { gazetteer }: Given): Promise<Claim[]> {
  // It names a policy text, for a person to look at, and nobody's position.
  if (reading.reader === 'notice') return [];
  const { sha, sighting, published, publisher } = context;
  if (isMemorandum(reading.text)) {
    const seen = Date.parse(sighting.retrieved);
    const retrieved = Number.isNaN(seen) ? null : dayOf(new Date(seen));
    return located(agreementClaims(reading, { capture: sha, retrieved, state: null }).claims, reading, sha);
  }
  const claims = await proseClaims(reading, { published, publisher, gazetteer: gazetteer(), capture: sha });
  return located(claims, reading, sha);
}
