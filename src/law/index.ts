/** Policies and law: which instruments and provisions stood on a day, and what they ask of an agency. Pure; states sources, gives no advice. */
export { type Asked, type AskedAnswer, type Held, type LawQuestion, whatIsAsked } from './asked.ts';
export { demandConsistent, demandSound } from './checks.ts';
export { type LawConflict, lawConflicts } from './conflicts.ts';
export {
  EFFECTS,
  type Effect,
  type Instrument,
  type LawBook,
  type LawRow,
  type Provision,
  readLawBook,
  TOPICS,
  type Topic,
} from './instrument.ts';
export { bindsKind, bindsPlace, type Jurisdiction, readJurisdiction } from './jurisdiction.ts';
export { acceptedRow, heldAs, type Proposal, proposalOf } from './proposal.ts';
export { type LawChange, lawChanges, type Regime, regimes } from './regimes.ts';
export {
  type Doubt,
  instrumentStanding,
  type Standing,
  type StandingSpan,
  standingOn,
  standingSpans,
  stayedBy,
} from './standing.ts';
