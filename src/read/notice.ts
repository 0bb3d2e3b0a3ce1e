import { UserError } from '../base/index.ts';
import type { Block, TextReading } from './reading.ts';

/** Counted up when the same bytes give another text. */
export const NOTICE_VERSION = '1';
/** No value of a notice is longer; a hostile one is read this far. */
const MAX_VALUE = 20_000;

/** The public interfaces whose answers are read as notices. */
export const NOTICE_FORMS = ['federal-register', 'govinfo', 'open-states'] as const;
export type NoticeForm = (typeof NOTICE_FORMS)[number];

/** One thing that a notice says, and where it stands in the reading's text. */
export interface NoticeField {
  /** Such as `title`, `citation`, `signed`. */
  name: string;
  value: string;
  start: number;
  end: number;
}

/** What a public interface says of one policy text, with the reading in which each value stands. */
export interface Notice {
  form: NoticeForm;
  fields: NoticeField[];
  reading: TextReading;
}

type Json = Record<string, unknown>;
type Said = [name: string, value: unknown];

/** A notice of the Federal Register, govinfo or Open States, from the JSON of one document. Throws a UserError for any other bytes. */
export function readNotice(bytes: Uint8Array): Notice {
  const json = objectIn(bytes);
  const form = json && formOf(json);
  if (!json || !form)
    throw new UserError(
      'notice is no document of the Federal Register, govinfo or Open States; give the JSON of one',
    );
  const said = SAID[form](json).flatMap(([name, value]): [string, string][] => {
    const text = plain(value);
    return text ? [[name, text]] : [];
  });
  return { form, ...laidOut(said) };
}

/** True for bytes that are one document of such an interface. */
export function isNotice(bytes: Uint8Array): boolean {
  const json = bytes[0] === 0x7b ? objectIn(bytes) : null;
  return json !== null && formOf(json) !== null;
}

function objectIn(bytes: Uint8Array): Json | null {
  try {
    const value: unknown = JSON.parse(Buffer.from(bytes).toString('utf8'));
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

function formOf(json: Json): NoticeForm | null {
  if (typeof json.document_number === 'string' && typeof json.type === 'string') return 'federal-register';
  if (typeof json.packageId === 'string') return 'govinfo';
  return typeof json.identifier === 'string' && isObject(json.jurisdiction) ? 'open-states' : null;
}

const SAID: Record<NoticeForm, (json: Json) => Said[]> = {
  'federal-register': (json) => [
    ['title', json.title],
    ['type', json.type],
    ['subtype', json.subtype],
    ['number', json.executive_order_number ?? json.proclamation_number],
    [
      'issuer',
      all(json.agencies)
        .map(({ name, raw_name }) => name ?? raw_name)
        .join('; '),
    ],
    ['document', json.document_number],
    ['citation', json.citation],
    ['signed', json.signing_date],
    ['published', json.publication_date],
    ['effective', json.effective_on],
    ['abstract', json.abstract],
    ['address', json.html_url],
  ],
  govinfo: (json) => [
    ['title', json.title],
    ['collection', json.collectionCode],
    ['document', json.packageId],
    ['class', json.docClass],
    ['issuer', json.governmentAuthor1 ?? json.branch],
    ['signed', json.dateIssued],
    ['address', json.detailsLink],
  ],
  'open-states': (json) => {
    const where = isObject(json.jurisdiction) ? json.jurisdiction : {};
    const act = enactment(all(json.actions));
    return [
      ['title', json.title],
      ['document', json.identifier],
      ['session', json.session],
      ['division', where.id],
      ['place', where.name],
      ['abstract', all(json.abstracts)[0]?.abstract],
      ['latest', json.latest_action_description],
      ['latest on', json.latest_action_date],
      ['signed', act?.date],
      ['signed as', act?.description],
      ['address', json.openstates_url],
    ];
  },
};

/** The act by which a bill became law, in the words of Open Civic Data; a veto is overridden by every chamber or not at all. */
function enactment(actions: Json[]): Json | undefined {
  const inOrder = [...actions].sort((a, b) => (plain(a.date) < plain(b.date) ? -1 : 1));
  const of = (word: string) =>
    inOrder.filter(({ classification }) => Array.isArray(classification) && classification.includes(word));
  const signed = [...of('became-law'), ...of('executive-signature')].at(-1);
  if (signed) return signed;
  const passed = of('veto-override-passage');
  const chambers = new Set(passed.map(chamberOf));
  const whole = chambers.has('legislature') || (chambers.has('upper') && chambers.has('lower'));
  return whole && of('veto-override-failure').length === 0 ? passed.at(-1) : undefined;
}

function chamberOf({ organization }: Json): string {
  return isObject(organization) ? plain(organization.classification) : '';
}

function laidOut(said: [string, string][]): Pick<Notice, 'fields' | 'reading'> {
  const fields: NoticeField[] = [];
  const blocks: Block[] = [];
  let text = '';
  for (const [name, value] of said) {
    const from = text.length;
    const label = name === 'title' ? '' : `${name}: `;
    const start = from + label.length;
    text += `${label}${value}\n`;
    fields.push({ name, value, start, end: start + value.length });
    blocks.push({ start: from, end: text.length - 1, kind: name === 'title' ? 'heading' : 'paragraph' });
  }
  const value = (name: string) => fields.find((field) => field.name === name)?.value ?? null;
  const reading: TextReading = {
    form: 'text',
    reader: 'notice',
    version: NOTICE_VERSION,
    text,
    blocks,
    title: value('title'),
    publisher: null,
    published: dayIn(value('published') ?? value('signed')),
    lang: 'en',
  };
  return { fields, reading };
}

function dayIn(text: string | null): string | null {
  return /^\d{4}-\d\d-\d\d/.exec(text ?? '')?.[0] ?? null;
}

function plain(value: unknown): string {
  if (typeof value !== 'string' && typeof value !== 'number') return '';
  return String(value)
    .slice(0, MAX_VALUE)
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
}

function all(value: unknown): Json[] {
  return Array.isArray(value) ? value.slice(0, 1000).filter(isObject) : [];
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
