import { sha256, UserError } from '../base/index.ts';
import { nameOf, sniffForm } from '../capture/index.ts';
import { type Claim, type Gazetteer, type List, listOf, statementClaims } from '../claim/index.ts';
import { readHtml, readText, readWorkbook, type TextReading } from '../read/index.ts';
import type { ReadCapture, Sighting } from '../record/index.ts';
import { fbiToAgencies, isFbiList, readFbiAgencies } from '../resolve/index.ts';

/** What is known about bytes before they are read. */
export interface Given {
  /** EDTF, from `--published`. */
  published: string | null;
  publisher: string | null;
  gazetteer: () => Gazetteer;
}

const LISTS_PUBLISHER = 'U.S. Immigration and Customs Enforcement';
const REGISTRY_PUBLISHER = 'Federal Bureau of Investigation';

/** Bytes read and their claims found, ready for the record. Throws a UserError for what no reader takes. Pure. */
export async function readCapture(bytes: Buffer, sighting: Sighting, given: Given): Promise<ReadCapture> {
  const base = {
    sha: sha256(bytes),
    size: bytes.length,
    sighting,
    title: null,
    lang: null,
    published: given.published,
  };
  switch (sniffForm(bytes)) {
    case 'zip': {
      const reading = await readWorkbook(bytes);
      const list: List = listOf(reading);
      const { reader, version, modified } = reading;
      const publisher = given.publisher ?? LISTS_PUBLISHER;
      return { ...base, form: 'list', reader, version, publisher, list: { ...list, modified } };
    }
    case 'html':
      return prose(bytes, readHtml(bytes, { charset: charsetOf(sighting) }), base, given);
    case 'text': {
      if (isFbiList(bytes)) {
        const agencies = fbiToAgencies(readFbiAgencies(bytes.toString('utf8')));
        const publisher = given.publisher ?? REGISTRY_PUBLISHER;
        return { ...base, form: 'registry', reader: 'fbi-agencies', version: '1', publisher, agencies };
      }
      // A table of values has no sentences; only the registries above are known.
      if (/\.(csv|tsv|json|jsonl|log)$/i.test(nameOf(sighting.origin))) throw ofNoKind(sighting);
      return prose(bytes, readText(bytes, { charset: charsetOf(sighting) }), base, given);
    }
    default:
      throw ofNoKind(sighting);
  }
}

function ofNoKind(sighting: Sighting): UserError {
  const name = JSON.stringify(nameOf(sighting.origin));
  return new UserError(
    `file ${name} is of no kind that is read; give a workbook (.xlsx), a web page or plain text`,
  );
}

function charsetOf(sighting: Sighting): string | null {
  return /charset=["']?([\w-]+)/i.exec(sighting.headers?.['content-type'] ?? '')?.[1] ?? null;
}

type Base = Pick<ReadCapture, 'sha' | 'size' | 'sighting'>;

function prose(
  _bytes: Buffer,
  reading: TextReading,
  base: Base,
  given: Given,
): ReadCapture & { claims: Claim[] } {
  const published = given.published ?? reading.published;
  const publisher = given.publisher ?? reading.publisher;
  const claims = statementClaims(reading, {
    published,
    publisher,
    gazetteer: given.gazetteer(),
    capture: base.sha,
  });
  const { reader, version, title, lang } = reading;
  return { ...base, form: 'text', reader, version, title, lang, published, publisher, claims };
}
