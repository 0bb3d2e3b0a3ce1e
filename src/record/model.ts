import type { Day } from '../base/index.ts';
import type { Claim, Evidence, Position, Programme } from '../claim/index.ts';
import type { AgencyKind, Between } from '../resolve/index.ts';

/** Two days between which something lies; `about` where its source gives the date only approximately (EDTF `~`, `?`, `%`). */
export interface Approx extends Between {
  about?: boolean;
}

/** From when to when an agency held a position on a programme, with the claims that show it. Derived, never entered. */
export interface Interval {
  agency: string;
  programme: Programme;
  position: Position;
  from: Approx;
  /** True where `from` is only when somebody said it: the practice itself may be older, or still to come. */
  said: boolean;
  /** Null while nothing says that it ended. */
  to: Approx | null;
  /**
   * First day on which it is no longer certain although nothing ended it: a year after the last word, where it rests on
   * statements alone (decision 014). Null for what a list, an agreement or a rule shows, and for what ended.
   */
  certainTo: Day | null;
  /** The newest day on which evidence shows it; behind that day it is the last known position. */
  lastSeen: Day;
  /** The first day that the date of that evidence can mean: the same day, or the first of a month of which only the name is known. */
  seenMin: Day | null;
  /** Agreement that it is, or null for a position held by word. */
  agreement: string | null;
  signed: Day | null;
}

/** One row of `status`: the stable keys of the command line and of the JSON API. */
export interface StatusRow {
  agency: string;
  name: string;
  state: string;
  county: string | null;
  programme: Programme;
  position: Position;
  /** EDTF. */
  from: string;
  to: string;
  certain: boolean;
  claims: string[];
}

export interface StatusQuery {
  on: Day;
  known?: Day;
  state?: string;
  programme?: string;
  position?: string;
  agency?: string;
}

/** A source of the record: captured, or cited by the starter facts. */
export interface SourceInfo {
  id: string;
  title: string | null;
  publisher: string | null;
  published: string | null;
  url: string | null;
  /** SHA-256 of the capture, null when the source is cited and not captured. */
  capture: string | null;
}

/** A claim as the record shows it: with its agency, its source and when the record learned it. */
export interface RecordedClaim extends Claim {
  agencyId: string | null;
  source: SourceInfo;
  recordedFrom: string;
  review: 'proposed' | 'accepted' | 'corrected' | 'rejected' | 'rule';
  /** The machine's values where a person's differ: both stand side by side for ever. Null where nobody corrected. */
  machine: Partial<Claim> | null;
  /** The decision in force, or null. */
  decision: DecisionInfo | null;
  /** The starter's own summary of a cited claim. */
  summary: string | null;
}

/** Who decided what, when and why. */
export interface DecisionInfo {
  /** Number of the decision in this record; another record has another. */
  seq: number;
  /** The same everywhere. */
  hash: string;
  kind: string;
  actor: string;
  reason: string;
  recorded: string;
}

/** What an agency's page shows. */
export interface AgencyView {
  id: string;
  name: string;
  kind: AgencyKind;
  state: string;
  counties: { fips: string; name: string }[];
  place: string | null;
  ori: string[];
  aliases: string[];
  status: StatusRow[];
  intervals: Interval[];
  /** Statements and cited claims, newest first, on one day the cited ones last; listing claims only where they begin or end something. */
  claims: RecordedClaim[];
}

/** One thing that changed in the world between two days, with the evidence of before and after. */
export interface Change {
  day: Day;
  kind: 'new' | 'gone' | 'returned' | 'pending' | 'renewed' | 'switched' | 'renamed' | 're-dated' | 'said';
  agency: string;
  name: string;
  state: string;
  programme: Programme;
  position: Position;
  detail: string;
  claim: string | null;
}

/** An agency found by `find`, best first. */
export interface Found {
  id: string;
  name: string;
  state: string;
  county: string | null;
  kind: AgencyKind;
}

export type { Evidence };
