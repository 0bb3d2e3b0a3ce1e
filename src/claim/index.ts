/** Readings to claims: every assertion with the exact words or the row that shows it. Pure. */
export {
  type CitedEvidence,
  CLAIM_KINDS,
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
export {
  LIST_COLUMNS,
  type Line,
  type List,
  type ListColumn,
  type ListingMeaning,
  type ListKind,
  listingClaim,
  listOf,
} from './listing.ts';
