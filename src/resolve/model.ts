import type { Day } from '../base/index.ts';
import type { Line, ListKind, Position, Programme } from '../claim/index.ts';

/** The kinds of agency. */
export const AGENCY_KINDS = [
  'sheriff',
  'police',
  'state-police',
  'corrections',
  'jail',
  'campus',
  'port',
  'airport',
  'constable',
  'prosecutor',
  'tribal',
  'national-guard',
  'state-body',
  'federal',
  'other',
] as const;
export type AgencyKind = (typeof AGENCY_KINDS)[number];

/** A law-enforcement agency as the record knows it. */
export interface Agency {
  /** `us-<state>-<name-words>`; made once and kept for ever. */
  id: string;
  name: string;
  kind: AgencyKind;
  /** Two-letter state. */
  state: string;
  /** Five-digit county FIPS codes (2023), the main county first; empty for a statewide body. */
  counties: string[];
  /** County, city or other place by name, or null. */
  place: string | null;
  ori: string[];
  /** Other spellings and short names. */
  aliases: string[];
  /** How a listed agency was found in the official registry; absent for one that no list names, and where no registry is known. */
  registry?: RegistryNote;
}

/** How an agency was found in an official registry, or why it took no code from it. */
export interface RegistryNote {
  rule:
    | 'exact-name'
    | 'sheriff-of-county'
    | 'police-of-place'
    | 'police-of-town'
    | 'campus'
    | 'same-body'
    | 'body-of-state'
    | 'state-police'
    | 'police-of-state'
    | 'constables-of-county'
    | 'same-decision'
    | null;
  /** Null where the agency is the one that fits. */
  why:
    | 'no-such-name'
    | 'several-fit'
    | 'serves-several'
    | 'other-county'
    | 'county-unknown'
    | 'counted-as-one'
    | 'part-or-whole'
    | 'police-or-sheriff'
    | null;
  /** Ids of the registry's agencies that fit. */
  fits: string[];
}

/** One file that was seen to hold a list. */
export interface ListFile {
  /** SHA-256 of the capture. */
  capture: string;
  kind: ListKind;
  /** Every file name under which these bytes were seen, first sighting first. */
  names: string[];
  /** The workbook's modified time, RFC 3339 UTC, or null. */
  modified: string | null;
  /** When the bytes were first retrieved, RFC 3339. */
  retrieved: string;
  /** The day that whoever added it gave, where they gave one. */
  given?: Day;
  /** Indexes into the table of distinct lines, one for each row in the order of the sheet. */
  lines: number[];
  /** Sheet row number of each entry of `lines`; below zero for a cited row (`cited.ts`). */
  rows: number[];
  /** Set where the list is cited and not captured: the same text where two have the same rows, and the days that the citation gives it. */
  cited?: { rows: string; dates: { name: string; day: Day; order: number }[] };
}

/** One distinct state of a list, with the date that its publisher gives it. */
export interface Publication {
  /** SHA-256 of the capture that first showed it. */
  capture: string;
  kind: ListKind;
  day: Day;
  /** Order within the day: am 0, mid 1, pm 2, …; later letters behind. */
  order: number;
  /** Name of the rule that dated it: `given`, `file-name`, `file-name-slip`, `workbook-time`, `capture-day`, `cited`. */
  rule: string;
  /** Days on which the same content was seen again (other names or other bytes with the same rows): evidence of "still listed". */
  repeats: { capture: string; name: string; day: Day }[];
}

/** Where a row stands: capture hash and sheet row; a row below zero is cited (`cited.ts`). */
export interface RowRef {
  capture: string;
  row: number;
}

/** An uncertain day: some day from `min` to `max`, both included; null is open. */
export interface Between {
  min: Day | null;
  max: Day | null;
}

/**
 * `pending` and `active` stand on the newest list of their kind (and no later list shows the pending one signed); a pending one that led to an agreement is `signed`; an
 * agreement that the lists dropped is `renewed` or `switched` where another took its place, else `no-longer-listed`.
 */
export const AGREEMENT_STATUSES = [
  'pending',
  'signed',
  'active',
  'renewed',
  'switched',
  'no-longer-listed',
] as const;
export type AgreementStatus = (typeof AGREEMENT_STATUSES)[number];

/** A signed (or pending) instrument between an agency and ICE under one model, as the lists show it. */
export interface Agreement {
  /** `agencyId#model#signed`; `unsigned` (a second time `unsigned-2`) in place of the date while it is pending, `undated` where a list gives none. */
  id: string;
  agency: string;
  programme: Programme;
  position: Extract<Position, 'takes-part' | 'will-join'>;
  /** Day of signing after repair, or null. */
  signed: Day | null;
  /** When it began to be listed: between the last list without it (a day later) and the first list with it. */
  from: Between;
  /** When it stopped: between the last list with it (a day later) and the first without; null while on the newest list of its kind. */
  to: Between | null;
  /** Day of the newest list that shows it. */
  lastListed: Day;
  status: AgreementStatus;
  /** Id of the agreement that took its place: signed after waiting, renewed, or switched to; else null. */
  next: string | null;
  /** Runs of publications that list it, as indexes into `publications` of its kind order; several runs are gaps. */
  runs: { first: RowRef; last: RowRef; from: Day; to: Day; lists: number }[];
  /** Distinct lines that belong to it. */
  lines: number[];
  /** Names of the rules that decided something about it. */
  rules: string[];
  /** Links to the memorandum, unwrapped, with the day on which each was first listed. */
  moa: { url: string; day: Day }[];
  /** Where nobody knows whether another agency's row went on with it: the first list without that row too. */
  overBy?: Day;
}

/** Two rows that were taken for one agency (or one agreement), by which rule and on which rows. */
export interface Merge {
  rule: string;
  agency: string;
  /** The day of signing on either side, where the rule is about that. */
  dates?: { from: Day | null; to: Day | null; agreement: string };
  a: RowRef & { text: string };
  b: RowRef & { text: string };
}

/** A raw value that a named rule repaired. */
export interface Repair {
  rule: string;
  /** Agency of the row, or null. */
  agency: string | null;
  column: string;
  raw: string;
  value: string;
  row: RowRef;
}

/** What no rule decides: put up for review with its reason. */
export interface Candidate {
  reason: string;
  text: string;
  state: string | null;
  agencies: string[];
  rows: RowRef[];
}

/** A decision about identity, by a reviewer; wins over every rule. */
export interface IdentityDecision {
  kind: 'alias' | 'same' | 'distinct';
  a: string;
  b: string;
  state: string | null;
}

/** An id that leads to an agency under its lasting id: the lists once printed it otherwise. */
export interface Redirect {
  from: string;
  to: string;
}

/** A memorandum's file as rows of an agreement link it: the first of them, and the day of the first list without it, or null. */
export interface Memorandum {
  /** The name of the file. */
  document: string;
  /** Index of the agreement. */
  agreement: number;
  first: RowRef & { day: Day };
  gone: Day | null;
}

/** Everything that the lists amount to. A pure function of files, lines, registry and decisions; the order of files does not matter. */
export interface Lineage {
  publications: Publication[];
  /** Agencies that the lists needed and the registry did not have, and registry ones that they matched. */
  agencies: Agency[];
  agreements: Agreement[];
  /** For each distinct line: agency id or null (open), and the index of its agreement or -1. */
  byLine: { agency: string | null; agreement: number }[];
  merges: Merge[];
  repairs: Repair[];
  candidates: Candidate[];
  redirects: Redirect[];
  memoranda: Memorandum[];
}

export type { Line };
