import { boundsOf, type Day, dayOf, daysBetween, isDay } from '../base/index.ts';
import { type AgreementFacts, agreementClaims, type Evidence, writtenDates } from '../claim/index.ts';
import { type Agency, type Agreement, canonicalName, moaFile } from '../resolve/index.ts';
import type { WordAgency } from './identity.ts';
import type { OpenRecord } from './open.ts';
import type { ReviewedWord } from './reviewed.ts';
import { readSightings } from './sightings.ts';
import { textOf } from './texts.ts';

/** A claim with the agreement of the lists that its document is, where one is. */
export type JoinedWord = ReviewedWord & WordAgency & { joined?: string; dates?: Day[] };

// The list's date of one signing and the document's differ by days; what lies further apart is another agreement.
const SAME_SIGNING = 45;

/**
 * The claims, those of signed memoranda joined to the agreement of the lists that they are: the same agency and model, and
 * the address or file that its row links (rule `memorandum-linked`), or a day of signing within 45 days. Two independent
 * sources then show the same agreement, so that such a claim counts by rule. What fits none, or several, stays a proposal.
 */
export function joinMemoranda(
  words: readonly (ReviewedWord & WordAgency)[],
  agreements: readonly Agreement[],
  agencies: readonly Agency[],
): JoinedWord[] {
  if (!words.some(isMemorandum)) return [...words];
  const byId = new Map(agencies.map((agency) => [agency.id, agency]));
  const signed = agreements.filter(({ position }) => position === 'takes-part');
  return words.map((word) => {
    const own = isMemorandum(word) ? agreementOf(word, signed, byId) : null;
    if (!own) return word;
    const review = word.review === 'proposed' ? 'rule' : word.review;
    return {
      ...word,
      agency: own.agency,
      open: null,
      candidates: [],
      review,
      joined: own.id,
      dates: writtenDays(word),
    };
  });
}

/** Every day that stands in the words of the evidence: two parties often sign on two days. */
function writtenDays({ evidence }: ReviewedWord): Day[] {
  const quotes = JSON.parse(evidence) as Evidence[];
  return quotes.flatMap((quote) =>
    quote.type === 'text' ? writtenDates(quote.exact).map(({ day }) => day) : [],
  );
}

function isMemorandum(word: ReviewedWord): boolean {
  return (
    word.kind === 'agreement' &&
    word.capture !== null &&
    word.review !== 'rejected' &&
    word.position === 'takes-part'
  );
}

function agreementOf(
  word: ReviewedWord & WordAgency,
  agreements: readonly Agreement[],
  agencies: ReadonlyMap<string, Agency>,
): Agreement | null {
  const own = agreements.filter(({ agency }) => isParty(word, agencies.get(agency)));
  const named = own.filter(({ programme }) => programme === word.programme);
  const isLinked = ({ moa }: Agreement) => moa.some(({ url }) => isFile(word, moaFile(url)));
  // A row of another model that links the document is what it is held against.
  const linked = (named.length > 0 ? named : own).filter(isLinked);
  if (linked.length > 0) return only(linked) ?? only(nearest(linked, word));
  // Without a link a name alone could be that of a namesake elsewhere.
  return word.agency === null ? null : only(nearest(named, word));
}

/** The agency that a rule or a person found, or where none did, one of the same name; a link then says which. */
function isParty(word: ReviewedWord & WordAgency, agency: Agency | undefined): boolean {
  if (!agency) return false;
  if (word.agency !== null) return word.agency === agency.id;
  if (word.state !== null && word.state !== agency.state) return false;
  const name = canonicalName(word.name, agency.state);
  return [agency.name, ...agency.aliases].some((own) => canonicalName(own, agency.state) === name);
}

/** True when the capture was seen under the file's name; archives put words of their own before it. */
function isFile(word: ReviewedWord, file: string): boolean {
  return file !== '' && word.files.some((name) => name === file || name.endsWith(`_${file}`));
}

/** The agreements whose day of signing is nearest to the document's, no more than 45 days away. */
function nearest(agreements: readonly Agreement[], { date }: ReviewedWord): Agreement[] {
  const day = date !== null && isDay(date) ? date : (date && boundsOf(date)?.max) || null;
  if (day === null) return [...agreements];
  const apart = ({ signed }: Agreement) =>
    signed === null ? Number.POSITIVE_INFINITY : Math.abs(daysBetween(day, signed));
  const least = Math.min(...agreements.map(apart));
  return least > SAME_SIGNING ? [] : agreements.filter((agreement) => apart(agreement) === least);
}

function only<T>(found: readonly T[]): T | null {
  return found.length === 1 ? (found[0] as T) : null;
}

/** What a captured memorandum says beside its claim: signatories, days and offices; null for a capture that is none. */
export async function memorandumOf(record: OpenRecord, capture: string): Promise<AgreementFacts | null> {
  const reading = await textOf(record, capture);
  const [first] = await readSightings(record.db, { capture });
  if (!reading || !first) return null;
  const retrieved = dayOf(new Date(first.retrieved));
  return agreementClaims(reading, { capture, retrieved, state: null }).facts;
}
