import type { Claim } from './claim.ts';

/** A claim in the shape in which gold claims are written; its evidence is the exact words, and nothing for rows and citations. */
export function goldClaim(claim: Claim) {
  return {
    agency: claim.agency.name,
    state: claim.agency.state,
    place: claim.agency.place,
    programme: claim.programme,
    position: claim.position,
    speaker: claim.speaker,
    role: claim.role,
    on_behalf_of: claim.onBehalfOf,
    via: claim.via,
    date: claim.date,
    effective: claim.effective,
    speaks_for_agency: claim.speaksForAgency,
    evidence: claim.evidence.flatMap((evidence) => (evidence.type === 'text' ? [evidence.exact] : [])),
  };
}
