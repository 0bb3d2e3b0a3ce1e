import { contentId } from '../base/index.ts';

/** The kinds of claim of the vocabulary. */
export const CLAIM_KINDS = ['listing', 'statement', 'act', 'agreement', 'rule'] as const;
export type ClaimKind = (typeof CLAIM_KINDS)[number];

/** The programmes of the vocabulary; `287g` means that the model is not said. */
export const PROGRAMMES = [
  '287g-jail',
  '287g-task-force',
  '287g-warrant',
  '287g',
  'detainers',
  'jail-access',
  'notification',
  'joint-operations',
  'detention-contract',
  'status-inquiry',
  'information-sharing',
  'enforcement',
] as const;
export type Programme = (typeof PROGRAMMES)[number];

/** The positions of the vocabulary. Having no claim is no position. */
export const POSITIONS = [
  'takes-part',
  'will-join',
  'declines',
  'ends',
  'limits',
  'expands',
  'not-approached',
  'undecided',
  'unchanged',
] as const;
export type Position = (typeof POSITIONS)[number];

/** The agency as a claim names it, before anybody decided which agency that is. */
export interface Mention {
  /** As written in the source: `Cook County sheriff’s office`, `HARRIS COUNTY SHERIFF'S OFFICE `. */
  written: string;
  /** The full name that the words amount to: `Cook County Sheriff's Office`. */
  name: string;
  /** Two-letter state, or null when neither text nor context decides it. */
  state: string | null;
  /** County, parish or city; for a state body the state; null when not said. */
  place: string | null;
}

/** Words of a text: the exact quotation with its surroundings (W3C TextQuoteSelector) and its UTF-16 offsets (TextPositionSelector). */
export interface TextEvidence {
  type: 'text';
  exact: string;
  prefix: string;
  suffix: string;
  start: number;
  end: number;
  /** Zero-based page of a PDF. */
  page?: number;
  /** Present when OCR read the page: the mean certainty of its words, 0 to 1. */
  ocr?: number;
}

/** A row of a sheet with the cells that say it. */
export interface RowEvidence {
  type: 'row';
  sheet: string;
  row: number;
  cells: { column: string; header: string; text: string; link: string | null }[];
}

/** A source whose bytes the record does not hold: shown as cited, not captured. */
export interface CitedEvidence {
  type: 'cited';
  /** Id of the source in the record. */
  source: string;
  /** Up to twelve of the official's own words, or null. */
  quote: string | null;
}

export type Evidence = TextEvidence | RowEvidence | CitedEvidence;

/** One assertion found in a reading, with its evidence. The unit of the record. */
export interface Claim {
  /** Content id of (capture, first selector, kind, agency as written, programme, position). */
  id: string;
  kind: ClaimKind;
  agency: Mention;
  programme: Programme;
  position: Position;
  /** Who says or does it; null when the document itself asserts it. */
  speaker: string | null;
  role: string | null;
  onBehalfOf: string | null;
  speaksForAgency: boolean;
  /** The outlet whose report this document passes on. */
  via: string | null;
  /** EDTF: the day of the statement or act, as fine as the source gives it; null when unknown. */
  date: string | null;
  /** EDTF: when the practice starts or stops, if said. */
  effective: string | null;
  evidence: Evidence[];
  /** Names of the rules that made it, in the order in which they fired. */
  rules: string[];
  /** Measured precision of those rules, 0 to 1; null where none was measured. */
  confidence: number | null;
}

const AROUND = 32;

/** The evidence that a stretch of a text is: its exact words with `around` characters on either side. Offsets are UTF-16 units. */
export function textEvidence(
  text: string,
  { start, end }: { start: number; end: number },
  around = AROUND,
): TextEvidence {
  return {
    type: 'text',
    exact: text.slice(start, end),
    prefix: text.slice(Math.max(0, start - around), start),
    suffix: text.slice(end, end + around),
    start,
    end,
  };
}

/** The selector of a piece of evidence as a short stable string. */
export function selectorOf(evidence: Evidence): string {
  switch (evidence.type) {
    case 'text':
      return `text:${evidence.page ?? ''}:${evidence.start}-${evidence.end}`;
    case 'row':
      return `row:${evidence.sheet}!${evidence.row}`;
    case 'cited':
      return `cited:${evidence.source}`;
  }
}

/** A claim's id. The same capture, place and assertion always give the same id. */
export function claimId(capture: string, claim: Omit<Claim, 'id'>): string {
  const first = claim.evidence[0];
  const selector = first ? selectorOf(first) : '';
  return contentId(capture, selector, claim.kind, claim.agency.written, claim.programme, claim.position);
}
