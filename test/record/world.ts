import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { quietEffects, sha256 } from '../../src/base/index.ts';
import { putBlob } from '../../src/capture/index.ts';
import { type Claim, claimId, type Line, type Position, type Programme } from '../../src/claim/index.ts';
import { readText } from '../../src/read/index.ts';
import { appendCapture, type OpenRecord, openRecord, type ReadCapture } from '../../src/record/index.ts';

/** A folder of its own for `work`, gone afterwards. */
export async function inFolder<T>(work: (dir: string) => Promise<T>): Promise<T> {
  const dir = mkdtempSync(join(tmpdir(), 'countersign-record-'));
  try {
    return await work(dir);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

/** An empty record in a folder of its own for `work`. */
export function withRecord<T>(work: (record: OpenRecord, dir: string) => Promise<T>): Promise<T> {
  return inFolder(async (dir) => {
    const record = await openRecord(join(dir, 'record'), { create: true });
    try {
      return await work(record, dir);
    } finally {
      await record.db.destroy();
    }
  });
}

/** The world at a moment of record time. */
export function at(time: string) {
  return quietEffects({ now: () => Date.parse(time.length === 10 ? `${time}T12:00:00Z` : time) });
}

export interface Said {
  /** Words that stand in the text. */
  words: string;
  position?: Position;
  programme?: Programme;
  name?: string;
  state?: string | null;
  date?: string | null;
}

/** Claims on a text as an extractor would find them, with their words anchored. */
export function claimsOn(text: string, said: Said[]): Claim[] {
  const bytes = Buffer.from(text);
  const reading = readText(bytes);
  return said.map(
    ({
      words,
      position = 'ends',
      programme = '287g-jail',
      name = "Harris County Sheriff's Office",
      state = 'TX',
      date = '2017-02-21',
    }) => {
      const start = reading.text.indexOf(words);
      if (start < 0) throw new Error(`${words} does not stand in the text`);
      const evidence = [
        { type: 'text' as const, exact: words, prefix: '', suffix: '', start, end: start + words.length },
      ];
      const claim: Omit<Claim, 'id'> = {
        kind: 'statement',
        agency: { written: name, name, state, place: null },
        programme,
        position,
        speaker: 'Ed Gonzalez',
        role: 'sheriff',
        onBehalfOf: null,
        speaksForAgency: true,
        via: null,
        date,
        effective: null,
        evidence,
        rules: ['test'],
        confidence: 0.5,
      };
      return { id: claimId(sha256(bytes), claim), ...claim };
    },
  );
}

/** A text capture with these claims, its bytes stored, seen at an address. */
export function textCapture(
  record: OpenRecord,
  text: string,
  said: Said[],
  origin = 'https://example.org/story',
  retrieved = '2017-02-22T12:00:00.000Z',
): ReadCapture {
  const bytes = Buffer.from(text);
  const sha = putBlob(record.captures, bytes);
  const { reader, version } = readText(bytes);
  const base = {
    sha,
    size: bytes.length,
    form: 'text' as const,
    reader,
    version,
    title: null,
    publisher: null,
    published: '2017-02-22',
    lang: 'en',
  };
  return { ...base, sighting: { origin, retrieved }, claims: claimsOn(text, said) };
}

const BLANK: Line = {
  state: '',
  agency: '',
  type: 'County',
  county: '',
  support: '',
  signed: '',
  moa: '',
  addendum: '',
  moaLink: '',
  addendumLink: '',
};

/** A participating list of a day, without bytes: what deriving takes. */
export function listCapture(
  day: string,
  rows: Partial<Line>[],
  retrieved = `${day}T12:00:00.000Z`,
): ReadCapture {
  const lines = rows.map((row, i) => ({
    row: i + 2,
    line: { ...BLANK, support: 'Jail Enforcement Model', ...row },
  }));
  const columns = { state: 0, agency: 1, type: 2, county: 3, support: 4, signed: 5, moa: 6 };
  const list = {
    kind: 'participating' as const,
    sheet: 'Sheet1',
    columns,
    rows: lines,
    modified: `${day}T10:00:00.000Z`,
  };
  const [year, month, date] = day.split('-');
  const sha = sha256(JSON.stringify([day, lines]));
  const base = {
    sha,
    size: 1,
    form: 'list' as const,
    reader: 'xlsx',
    version: '1',
    title: null,
    publisher: null,
    published: null,
    lang: null,
  };
  return {
    ...base,
    sighting: { origin: `participatingAgencies${month}${date}${year}am.xlsx`, retrieved },
    list,
  };
}

/** Adds captures to a record at a time of record. */
export async function learn(record: OpenRecord, time: string, ...captures: ReadCapture[]): Promise<void> {
  for (const capture of captures) await appendCapture(record, capture, at(time));
}
