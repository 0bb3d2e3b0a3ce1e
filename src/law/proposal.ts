import { boundsOf, UserError, withoutDirection } from '../base/index.ts';
import { type TextEvidence, textEvidence } from '../claim/index.ts';
import type { Notice, NoticeField } from '../read/index.ts';
import { stateName, stateOf } from '../resolve/index.ts';
import type { Instrument, InstrumentKind, LawBook, LawRow, Topic } from './instrument.ts';

/** A policy text that a source newly names, put up for review: each value with the words that say it. It is no part of the record by itself. */
export interface Proposal {
  /** Made of the source's own number, so that newer news of the same text has the same id. */
  id: string;
  /** `law` once it is in force or signed; a bill, or a rule that is only planned, is none. */
  stage: 'law' | 'not-yet-law';
  /** The row of `instruments.csv` that it would be, without a source. */
  row: LawRow;
  /** By column, where in the reading its value stands. */
  evidence: Record<string, TextEvidence>;
  /** Topics of which its words speak: a hint for the editor, who alone says what it asks. */
  topics: Topic[];
}

const TOPIC_WORDS: [Topic, RegExp][] = [
  ['287g', /\b287 ?\(?g\)?|\bdeputi[sz]/i],
  ['detainers', /\bdetainers?\b|\bsecure communities\b/i],
  ['funding-conditions', /\bsanctuary\b|\bfederal (?:funds|funding|grants?)\b/i],
  ['expedited-removal', /\bexpedited removal\b/i],
  ['removal-priorities', /\bpriorit(?:y|ies)\b/i],
  ['detention', /\bdetention\b/i],
  ['information-sharing', /\binformation[- ]sharing\b|\b1373\b/i],
];

/** The instrument that a notice would be, or null where it is of no kind of policy text. */
export function proposalOf(notice: Notice): Proposal | null {
  const { form, fields, reading } = notice;
  const said = (name: string) => fields.find((field) => field.name === name);
  const made = FORMS[form](said);
  const title = said('title');
  if (!made || !title || !said('document')) return null;
  const { id, stage, kind, values, taken } = made;
  const columns: Record<string, NoticeField | undefined> = { title, ...taken };
  const evidence = Object.entries(columns).flatMap(([column, field]) =>
    field ? [[column, textEvidence(reading.text, field)] as const] : [],
  );
  const text = (name: string) => columns[name]?.value ?? values[name] ?? '';
  const address = said('address')?.value ?? '';
  const row: LawRow = {
    instrument_id: id,
    title: withoutDirection(title.value),
    kind,
    issuer: text('issuer'),
    jurisdiction: values.jurisdiction ?? 'US',
    issued: dayIn(text('issued')),
    effective: dayIn(text('effective')),
    ended: '',
    superseded_by: '',
    citation: text('citation'),
    url: /^https?:\/\//.test(address) ? address : '',
    summary: withoutDirection((said('abstract') ?? title).value),
  };
  const topics = TOPIC_WORDS.flatMap(([topic, words]) => (words.test(reading.text) ? [topic] : []));
  return { id, stage, row, evidence: Object.fromEntries(evidence), topics };
}

type Said = (name: string) => NoticeField | undefined;

interface Made {
  id: string;
  stage: Proposal['stage'];
  kind: InstrumentKind;
  /** Values that follow from the form. */
  values: Record<string, string>;
  /** Values taken as they stand. */
  taken: Record<string, NoticeField | undefined>;
}

const PRESIDENT = 'President of the United States';

const FORMS: Record<Notice['form'], (said: Said) => Made | null> = {
  'federal-register': (said) => {
    const [type, subtype, number] = [said('type')?.value, said('subtype')?.value, said('number')?.value];
    const presidential = type === 'Presidential Document';
    const kind = presidential ? PRESIDENTIAL[subtype ?? ''] : REGULATORY[type ?? ''];
    if (!kind) return null;
    const order =
      kind === 'executive-order' && /^\d+$/.test(number ?? '') ? `Executive Order ${number}` : null;
    const taken = {
      issued: said('signed') ?? said('published'),
      effective: said('effective'),
      ...(!presidential && { issuer: said('issuer') }),
      ...(!order && { citation: said('citation') }),
    };
    const citation = [order, said('citation')?.value].filter(Boolean).join(', ');
    return {
      id: order ? `eo-${number}` : `fr-${said('document')?.value.toLowerCase()}`,
      stage: type === 'Proposed Rule' ? 'not-yet-law' : 'law',
      kind,
      values: { issuer: PRESIDENT, citation },
      taken,
    };
  },
  govinfo: (said) => {
    const [code, title, document] = [
      said('collection')?.value,
      said('title')?.value ?? '',
      said('document')?.value ?? '',
    ];
    const [, congress, law] = /^PLAW-(\d+)publ(\d+)$/.exec(document) ?? [];
    const taken = { issued: said('signed') };
    if (code === 'PLAW' && congress)
      return {
        id: `pl-${congress}-${law}`,
        stage: 'law',
        kind: 'statute',
        values: { issuer: 'U.S. Congress', citation: `Pub. L. ${congress}-${law}` },
        taken,
      };
    const [, what, number] = /^(Executive Order|Proclamation|Memorandum)(?: (\d+))?\b/.exec(title) ?? [];
    if (code !== 'DCPD' || !what) return null;
    const kind = PRESIDENTIAL[what]!;
    return {
      id: kind === 'executive-order' && number ? `eo-${number}` : document.toLowerCase(),
      stage: 'law',
      kind,
      values: { issuer: PRESIDENT, citation: number ? `${what} ${number}` : document },
      taken,
    };
  },
  'open-states': (said) => {
    const state = stateOf(/\/state:([a-z]{2})\b/.exec(said('division')?.value ?? '')?.[1] ?? '');
    const [bill, session] = [said('document')?.value ?? '', said('session')?.value ?? ''];
    if (!state || !bill) return null;
    const word = (text: string) => text.toLowerCase().replace(/[^a-z0-9]+/g, '');
    return {
      id: `bill-${state.toLowerCase()}-${word(session)}-${word(bill)}`,
      stage: said('signed') ? 'law' : 'not-yet-law',
      kind: 'statute',
      values: {
        issuer: `Legislature of ${stateName(state)}`,
        jurisdiction: state,
        citation: `${bill}, session ${session}`,
      },
      taken: { issued: said('signed') },
    };
  },
};

const PRESIDENTIAL: Record<string, InstrumentKind> = {
  'Executive Order': 'executive-order',
  Proclamation: 'proclamation',
  Memorandum: 'memo',
  Determination: 'notice',
  Notice: 'notice',
};
const REGULATORY: Record<string, InstrumentKind> = {
  Rule: 'regulation',
  'Proposed Rule': 'regulation',
  Notice: 'notice',
};

function dayIn(text: string): string {
  const day = /^\d{4}-\d\d-\d\d/.exec(text)?.[0] ?? '';
  return day && boundsOf(day) ? day : '';
}

/** The instrument of a book that a proposal names again, told by its id, the number of the order, the Register's page or the bill; else null. */
export function heldAs(book: LawBook, { id, row }: Proposal): Instrument | null {
  const same = book.instruments.get(id);
  if (same) return same;
  const numbers = numbersIn(row.citation ?? '');
  const [state, year] = [row.jurisdiction, (row.issued ?? '').slice(0, 4)];
  for (const held of book.instruments.values()) {
    const own = numbersIn(`${held.citation ?? ''}; ${held.title}`);
    if (numbers.some((number) => !number.startsWith('bill ') && own.includes(number))) return held;
    // The numbers of bills begin anew each session, and a special one may fall into the year of a regular one.
    const sameYear = held.issued?.slice(0, 4) === year && held.jurisdiction.state === state;
    const special =
      SPECIAL.test(sessionIn(row.citation)) && !/special|called|extra/i.test(held.citation ?? '');
    if (sameYear && !special && numbers.some((number) => own.includes(number))) return held;
  }
  return null;
}

// As Open States names them: `891` is the first special session of Texas' 89th legislature, `2025A` one of Florida's.
const SPECIAL = /special|called|extra|^\d{2}[1-9]$|^\d{4} ?(?:[A-Z]\d?|[sx]s?\d+)$/i;

function sessionIn(citation: string | null | undefined): string {
  return /, session (.+)$/.exec(citation ?? '')?.[1] ?? '';
}

function numbersIn(text: string): string[] {
  const orders = [...text.matchAll(/\bExecutive Order (\d{4,5})\b/gi)].map(([, n]) => `eo ${n}`);
  const pages = [...text.matchAll(/\b(\d{1,3}) FR (\d{1,6})\b/g)].map(([, volume, n]) => `fr ${volume} ${n}`);
  const laws = [...text.matchAll(/\bPub(?:lic|\.) L(?:aw|\.) (\d+)-(\d+)\b/g)].map(
    ([, c, n]) => `pl ${c} ${n}`,
  );
  const bills = [...text.matchAll(/\b(?:S\.?B\.?|Senate Bill|H\.?B\.?|House Bill) ?(\d+(?:-[A-Z])?)\b/g)].map(
    ([whole, n]) => `bill ${whole.startsWith('S') ? 's' : 'h'} ${n}`,
  );
  return [...orders, ...pages, ...laws, ...bills];
}

/** The row that a reviewer makes of a proposal. Throws a UserError for a bill that is no law yet and for a column that is none. */
export function acceptedRow(proposal: Proposal, source: string, set: Record<string, string>): LawRow {
  const { id, stage, row } = proposal;
  const other = Object.keys(set).find((column) => !(column in row));
  if (other)
    throw new UserError(
      `field ${JSON.stringify(other)} is no column of an instrument; use one of ${Object.keys(row).join(', ')}`,
    );
  if (stage === 'not-yet-law' && !set.issued)
    throw new UserError(
      `proposal ${JSON.stringify(id)} is no law yet; wait until it is, or give the day of its signing with --set issued=DAY`,
    );
  return { ...row, ...set, source_id: source };
}
