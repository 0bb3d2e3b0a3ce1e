/** Readings to claims: every assertion with the exact words or the row that shows it. Pure. */
export {
  CLAIM_KINDS,
  type CitedEvidence,
  type Claim,
  type ClaimKind,
  claimId,
  type Evidence,
  type Mention,
  POSITIONS,
  type Position,
  PROGRAMMES,
  type Programme,
  type RowEvidence,
  selectorOf,
  type TextEvidence,
} from './claim.ts';
export { LIST_COLUMNS, type Line, type ListColumn, type ListKind } from './listing.ts';
