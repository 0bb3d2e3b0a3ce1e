import type { Generated } from 'kysely';

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

/** Derived. */
export interface AgencyTable {
  id: string;
  name: string;
  kind: string;
  state: string;
  /** Name of the main county, else of the place. */
  county: string | null;
  /** JSON of the Agency. */
  facts: string;
}

/** Derived. */
export interface AgreementTable {
  idx: number;
  id: string;
  agency: string;
  /** JSON of the Agreement. */
  facts: string;
}

/** Derived: for each distinct line its agency and agreement. */
export interface LineAgencyTable {
  line: number;
  agency: string | null;
  agreement: number | null;
  name: string;
  state: string | null;
  programme: string;
  signed: string | null;
}

/** Derived: the lists in the order of their days. */
export interface PublicationTable {
  idx: number;
  /** The capture; for a cited list `-1 - idx` of its row in `cited_list`. */
  capture: number;
  kind: string;
  day: string;
  ord: number;
  rule: string;
  repeats: string;
}

/** Derived: what rules merged and repaired, by the agency that it made. */
export interface BasisTable {
  id: string;
  agency: string;
  kind: 'merge' | 'repair';
  rule: string;
  /** JSON of a Merge or a Repair. */
  facts: string;
}

/** Derived: the cited lists that are not captured. */
export interface CitedListTable {
  idx: number;
  sha: string;
  stream: string;
  number: number;
  kind: string;
  day: string;
  file: string;
}

/** Derived: the rows of cited lists, with agency and agreement. */
export interface CitedRowTable {
  /** Index into the citation's listings. */
  idx: number;
  name: string;
  state: string;
  place: string | null;
  stream: string;
  programme: string;
  signed: string | null;
  /** JSON: runs of list numbers. */
  runs: string;
  agency: string | null;
  agreement: number | null;
  recorded: string;
}

/** Derived: from when to when an agency held a position. */
export interface IntervalTable {
  id: number;
  agency: string;
  programme: string;
  position: string;
  from_min: string | null;
  from_max: string;
  /** The first day on which it may have begun: `from_min`, else `from_max`. */
  from_any: string;
  /** '9999-12-31' while open: one comparison serves both. */
  to_min: string;
  to_max: string;
  last_seen: string;
  /** The first day that the date of that evidence can mean. */
  seen_min: string | null;
  /** 1 where the start is only when it was said. */
  said: number;
  /** `from`, `to` or `from to` where the source gives those dates only approximately; else empty. */
  about: string;
  agreement: number | null;
  signed: string | null;
  /** JSON: ids of claims other than rows of lists. */
  claims: string;
  /** Where the interval hangs in the tree of days (`day-tree.ts`). */
  node: number;
  /** First day on which what was only said is no longer certain, or null. */
  certain_to: string | null;
}

/** Derived: the claims in force, with the agency and what review made of them. */
export interface ClaimStateTable {
  claim: string;
  /** The log's row of it. */
  seq: number;
  agency: string | null;
  review: string;
  /** Hash of the decision in force, or null. */
  decision: string | null;
  /** JSON: the person's values where they differ from the machine's, or null. */
  patch: string | null;
  /** Why no rule decides the agency, or null. */
  open: string | null;
  /** JSON: ids of the agencies that it may be. */
  candidates: string;
}

/** Derived: where the words of a cited claim stand in a capture of its source. */
export interface AnchorTable {
  claim: string;
  /** SHA-256 of the capture. */
  sha: string;
  /** EDTF, as the capture gives it. */
  published: string | null;
  /** JSON: a text selector. */
  evidence: string;
}

/** Derived: what no identity rule decides. */
export interface CandidateTable {
  id: string;
  reason: string;
  text: string;
  state: string | null;
  /** JSON: agency ids. */
  agencies: string;
  /** JSON: rows of lists. */
  rows: string;
}

/** Derived: pieces of evidence that cannot both hold. */
export interface ContradictionTable {
  id: string;
  kind: string;
  agency: string;
  programme: string;
  opened: string | null;
  closed: string | null;
  detail: string;
  /** JSON of a Side. */
  a: string;
  b: string;
}

/** The words of the registry's names, by which rules and which state of the registry. */
export interface KeptNamesTable {
  registry: string;
  /** JSON: each `STATE|name` before its words. */
  names: string;
}

/** Derived: what the lists were read as, from which the next derivation goes on. One row. */
export interface KeptTable {
  rules: string;
  /** JSON of KeptLists. */
  lists: string;
}
