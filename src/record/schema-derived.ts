/** Derived. */
export interface AgencyTable {
  id: string;
  name: string;
  kind: string;
  state: string;
  /** Name of the main county, or null. */
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
  /** JSON: what differs. */
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
