/** Readings to claims: every assertion with the exact words or the row that shows it. Pure. */

export { type AgreementContext, type AgreementFacts, agreementClaims, isMemorandum } from './agreement.ts';
export { writtenDates } from './agreement-dates.ts';
export type { Signatory } from './agreement-signatures.ts';
export { type Alike, alikeIn } from './alike.ts';
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
  textEvidence,
} from './claim.ts';
export {
  type CityOf,
  type CountyOf,
  emptyGazetteer,
  type Gazetteer,
  type KnownAgency,
  placeKey,
} from './gazetteer.ts';
export { goldClaim } from './gold.ts';
export { CITIES, STATES, type StateName } from './lexicon-places.ts';
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
export { located } from './locate.ts';
export { mayConcern } from './prefilter.ts';
export { INSTRUCTIONS, type Passage, type Proposals, passagesOf, proposalsOf } from './proposal.ts';
export { proseClaims } from './prose.ts';
export { type Quotation, quotationsOf } from './quotation.ts';
export type { StatementContext } from './statement.ts';
