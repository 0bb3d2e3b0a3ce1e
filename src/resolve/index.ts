/** Who is who: the registry of agencies and places, and the named rules that take rows and words for agencies. Pure. */
export {
  AGENCY_KINDS,
  AGREEMENT_STATUSES,
  type Agency,
  type AgencyKind,
  type Agreement,
  type AgreementStatus,
  type Between,
  type Candidate,
  type IdentityDecision,
  type Lineage,
  type ListFile,
  type Merge,
  type Publication,
  type Repair,
  type RowRef,
} from './model.ts';
