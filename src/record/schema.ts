import type { Generated } from 'kysely';

import type {
  AgencyTable,
  AgreementTable,
  AnchorTable,
  BasisTable,
  CandidateTable,
  CitedListTable,
  CitedRowTable,
  ClaimStateTable,
  ContradictionTable,
  IntervalTable,
  KeptNamesTable,
  KeptTable,
  LineAgencyTable,
  PublicationTable,
} from './schema-derived.ts';

/** The tables of the record. Rows of the log tables are only ever added; derived tables are rebuilt from them. */
export interface Tables {
  capture: CaptureTable;
  sighting: SightingTable;
  list: ListTable;
  reading: ReadingTable;
  line: LineTable;
  listing: ListingTable;
  source: SourceTable;
  claim: ClaimTable;
  registry: RegistryTable;
  decision: DecisionTable;
  instrument: InstrumentTable;
  provision: ProvisionTable;
  citation: CitationTable;
  event: EventTable;
  meta: { key: string; value: string };
  agency: AgencyTable;
  redirect: { id: string; target: string };
  agreement: AgreementTable;
  line_agency: LineAgencyTable;
  publication: PublicationTable;
  cited_list: CitedListTable;
  cited_row: CitedRowTable;
  basis: BasisTable;
  interval: IntervalTable;
  claim_state: ClaimStateTable;
  anchor: AnchorTable;
  candidate: CandidateTable;
  contradiction: ContradictionTable;
  kept: KeptTable;
  kept_names: KeptNamesTable;
}

/** Log: bytes that were taken in. */
export interface CaptureTable {
  id: Generated<number>;
  sha: string;
  size: number;
  form: 'list' | 'text' | 'registry' | 'feed';
  reader: string;
  version: string;
  title: string | null;
  publisher: string | null;
  /** EDTF. */
  published: string | null;
  lang: string | null;
  /** RFC 3339, UTC, never earlier than the row before. */
  recorded: string;
}

/** Log: where and when bytes were seen, and fetches that failed (no capture). */
export interface SightingTable {
  id: Generated<number>;
  capture: number | null;
  origin: string;
  retrieved: string;
  status: number | null;
  headers: string | null;
  error: string | null;
  /** What whoever added it gave, EDTF and a name: of several for one capture the last is in force. */
  published: string | null;
  publisher: string | null;
  recorded: string;
}

/** Log: a capture that is an official list. */
export interface ListTable {
  capture: number;
  kind: 'participating' | 'pending' | 'page';
  sheet: string;
  /** JSON: zero-based column by name. */
  columns: string;
  modified: string | null;
}

/** Log: which claims a reading of a prose capture found; the newest reading's claims are in force. */
export interface ReadingTable {
  id: Generated<number>;
  capture: number;
  reader: string;
  version: string;
  /** JSON: contents of its claims, sorted. */
  claims: string;
  recorded: string;
}

/** Log: each distinct content of a row, once. */
export interface LineTable {
  id: number;
  state: string;
  agency: string;
  type: string;
  county: string;
  support: string;
  signed: string;
  moa: string;
  addendum: string;
  moa_link: string;
  addendum_link: string;
}

/** Log: one listing claim a row; its id and evidence follow from capture, row and line. */
export interface ListingTable {
  capture: number;
  row: number;
  line: number;
}

/** Log: sources that the starter facts cite. */
export interface SourceTable {
  id: string;
  title: string;
  publisher: string | null;
  published: string | null;
  url: string | null;
  kind: string | null;
  note: string | null;
  recorded: string;
}

/** Log: claims other than rows of lists. One id has several rows where a newer extractor says more about the same words. */
export interface ClaimTable {
  seq: Generated<number>;
  id: string;
  /** Hash of everything that the claim says and where it stands. */
  content: string;
  capture: number | null;
  source: string | null;
  kind: string;
  written: string;
  name: string;
  state: string | null;
  place: string | null;
  /** Agency id where the source itself gives one (the starter facts); null where resolving decides. */
  given_agency: string | null;
  programme: string;
  position: string;
  speaker: string | null;
  role: string | null;
  on_behalf_of: string | null;
  speaks_for_agency: number;
  via: string | null;
  date: string | null;
  effective: string | null;
  evidence: string;
  rules: string;
  confidence: number | null;
  summary: string | null;
  recorded: string;
}

/** Log: agencies that the starter facts or an official registry name. */
export interface RegistryTable {
  seq: Generated<number>;
  id: string;
  origin: 'starter' | 'fbi';
  /** JSON of an Agency. */
  agency: string;
  recorded: string;
}

/** Log: what a reviewer decided, each row sealed over the ones before it. */
export interface DecisionTable {
  seq: Generated<number>;
  /** Hash over this row and `prev`. */
  hash: string;
  /** JSON: hashes of the decisions that were the newest when it was made; one, but for the first and after a merge. */
  prev: string;
  kind: string;
  subject: string;
  /** JSON. */
  value: string;
  /** Hash of the decision on the same subject that it answers, or null. */
  answers: string | null;
  actor: string;
  reason: string;
  recorded: string;
}

/** Log: what happened to the record itself: newer rules, a newer reading, a merge. */
export interface EventTable {
  seq: Generated<number>;
  id: string;
  kind: string;
  /** JSON. */
  facts: string;
  recorded: string;
}

/** Log: policy instruments, every version of each. */
export interface InstrumentTable {
  id: string;
  facts: string;
  recorded: string;
}

/** Log: provisions of those instruments, every version of each. */
export interface ProvisionTable {
  id: string;
  facts: string;
  recorded: string;
}

/** Log: lists that the starter facts cite without their bytes. */
export interface CitationTable {
  /** Hash of the facts. */
  id: string;
  /** How many lists it cites. */
  lists: number;
  /** JSON of a Citation. */
  facts: string;
  recorded: string;
}
