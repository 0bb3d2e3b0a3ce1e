/** The record: an append-only log of captures, claims and decisions, and what follows from it on both time axes. */

export { type AddedLaw, addLaw } from './add-law.ts';
export type { AgencyInfo } from './agencies.ts';
export type { AgencyTableRow } from './agency-table.ts';
export type { AgreementRow } from './agreements.ts';
export { appendCapture, appendSighting, type ReadCapture, type Sighting } from './append.ts';
export { appendReading } from './append-claims.ts';
export type { ChangeQuery } from './changes.ts';
export { citationTables, readCitation } from './citation-csv.ts';
export type { ClaimQuery } from './claims.ts';
export {
  CONTRADICTION_KINDS,
  type Contradiction,
  type ContradictionKind,
  type Side,
} from './contradiction.ts';
export type { CitedLaw, ContradictionQuery, ContradictionRow } from './contradiction-rows.ts';
export type { RecordCounts } from './counts.ts';
export { type DecisionRequest, decide } from './decide.ts';
export {
  DECISION_KINDS,
  type Decision,
  DecisionConflict,
  type DecisionKind,
  inForce,
  type Patch,
} from './decisions.ts';
export { type Derived, derive } from './derive.ts';
export { DIFFERS_FORMS, type Differs, type DiffersForm } from './differs.ts';
export { type Document, documentsOf } from './documents.ts';
export { endedWhen } from './ended.ts';
export { appendArchive } from './events.ts';
export type {
  ExplainedAgreement,
  ExplainedMerge,
  ExplainedRepair,
  ExplainedRow,
  Explanation,
  Spelling,
} from './explain.ts';
export type { LinkLag } from './link-lags.ts';
export type { RowsAround } from './listing-store.ts';
export { agreementsOn } from './live.ts';
export { lostRows } from './log-faults.ts';
export type { LostAnchor } from './lost.ts';
export { type MergedCounts, mergeRecords } from './merge.ts';
export { captureId, lastRecorded } from './meta.ts';
export type {
  AgencyView,
  Approx,
  Change,
  DecisionInfo,
  Found,
  Interval,
  RecordedClaim,
  SourceInfo,
  StatusQuery,
  StatusRow,
} from './model.ts';
export { createRecord, holdsRecord, type OpenRecord, openRecord } from './open.ts';
export { decideProposal, type ProposalRequest, type ProposedInstrument, proposals } from './proposals.ts';
export {
  PUBLICATION_CHANGES,
  type PublicationChange,
  type PublicationChangeKind,
  type ShownRow,
} from './publication-changes.ts';
export type { PublicationInfo, PublicationReport } from './publications.ts';
export { type ReviewItem, type ReviewQuery, waitingCorrection } from './queue.ts';
export {
  type ListInfo,
  type RecordReader,
  readRecord,
} from './reader.ts';
export { bringUp, rebuild } from './rebuild.ts';
export type { RecordChange, RecordChangeQuery } from './record-log.ts';
export {
  REGISTERS,
  type RegisterName,
  type RegisterQuery,
  type RegisterRow,
  type RegisterSeries,
  type RegisterSource,
  type Registers,
  registerRows,
  registersOf,
} from './registers.ts';
export type { RecordRoot } from './root.ts';
export { captureFacts, type RecordedSighting } from './sightings.ts';
export { appendStarter, readAgencies, readStarter, type Starter } from './starter.ts';
export { charsetIn, keepReading } from './texts.ts';
export { type Verified, verify } from './verify.ts';
export { appendVisit, dueSince, lastSeen, type Visits, visitsOf } from './visits.ts';
export type { Whole } from './whole.ts';
