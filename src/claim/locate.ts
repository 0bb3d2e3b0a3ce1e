import type { TextReading } from '../read/index.ts';
import { type Claim, claimId, type Evidence } from './claim.ts';

/** The claims with the page of each piece of evidence and, where OCR read it, how surely; as they are where a text has no pages. */
export function located(claims: Claim[], reading: TextReading, capture: string): Claim[] {
  const { pages } = reading;
  if (!pages) return claims;
  return claims.map(({ id: _, ...claim }) => {
    const evidence = claim.evidence.map((one) => onPage(one, pages));
    const placed = { ...claim, evidence };
    return { id: claimId(capture, placed), ...placed };
  });
}

function onPage(evidence: Evidence, pages: NonNullable<TextReading['pages']>): Evidence {
  if (evidence.type !== 'text') return evidence;
  const page = pages.findIndex(({ start, end }) => evidence.start >= start && evidence.start < end);
  const ocr = pages[page]?.ocr;
  if (page < 0) return evidence;
  return { ...evidence, page, ...(ocr && { ocr: ocr.confidence }) };
}
