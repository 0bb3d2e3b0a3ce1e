import { addDays, type Day, dayOf } from '../base/index.ts';
import type { TextReading } from '../read/index.ts';
import { type Contacts, contactsIn } from './agreement-contacts.ts';
import { modelIn } from './agreement-model.ts';
import { partyIn, preambleSentence } from './agreement-party.ts';
import { type Signatory, type Signatures, signaturesIn } from './agreement-signatures.ts';
import { evidenceOf, type Span } from './agreement-text.ts';
import { type Claim, claimId, type Mention, type Position, type Programme } from './claim.ts';

/** What is known about a document before its words are read. */
export interface AgreementContext {
  /** SHA-256 of the capture. */
  capture: string;
  /** The day by which it was certainly signed, if at all: that of its retrieval. */
  retrieved: Day | null;
  /** Two-letter state, where the source says it. */
  state: string | null;
}

/** What a signed memorandum says beside its claim. People appear as signing officials alone. */
export interface AgreementFacts extends Contacts {
  agency: Mention;
  programme: Programme;
  agencySignatory: Signatory;
  federalSignatory: Signatory;
  /** The later of the two signatures as far as it is known, and null where it is not. */
  signed: Day | null;
  /** Whether it was signed by both, or blanks show that it was not. */
  position: Position;
}

/** The claim that a 287(g) memorandum of agreement makes, and its facts; neither where the document is none. */
export function agreementClaims(
  reading: TextReading,
  context: AgreementContext,
): { claims: Claim[]; facts: AgreementFacts | null } {
  const none = { claims: [], facts: null };
  if (!isMemorandum(reading.text)) return none;
  const signatures = signaturesIn(reading);
  const preamble = preambleSentence(reading.text);
  const party = partyIn(reading, signatures?.signatories[0].seated ? [signatures.signatories[0].seated] : []);
  if (!signatures || !party) return none;
  const model = modelIn(reading.text);
  const bound = boundOf(reading, context);
  const settled = settle(signatures, bound);
  const facts: AgreementFacts = {
    agency: { ...party.mention, state: party.mention.state ?? context.state },
    programme: model.programme,
    agencySignatory: { ...settled.agency, office: settled.agency.office ?? party.mention.name },
    federalSignatory: settled.federal,
    signed: settled.signed,
    position: settled.position,
    ...contactsIn(reading.text),
  };
  const spans = [preamble ?? party.named, model.span, settled.federal.dated, settled.agency.dated];
  const rules = ['agreement', party.rule, model.rule, settled.rule];
  return { claims: [claimOf(reading, context, facts, spans, rules)], facts };
}

/** True for a 287(g) memorandum: it calls itself one, names the law and has somebody sign. */
export function isMemorandum(text: string): boolean {
  const head = text.slice(0, 3000);
  return (
    /MEMORANDUM\s+OF\s+AGREEMENT/i.test(head) &&
    /287\s*\(\s*g\s*\)|1357\s*\(\s*g\s*\)/.test(text) &&
    /By\s+signing\s+this/i.test(text)
  );
}

/** The last day on which it can have been signed: the file's own last change, or the day of retrieval, whichever is earlier. */
function boundOf(reading: TextReading, { retrieved }: AgreementContext): Day | null {
  const changed = reading.modified ? dayOf(new Date(reading.modified)) : null;
  if (!changed || !retrieved) return changed ?? retrieved;
  return changed < retrieved ? changed : retrieved;
}

interface Settled {
  agency: Signatory;
  federal: Signatory;
  signed: Day | null;
  position: Position;
  rule: string;
}

/** Whether and when both signed. A day behind the bound is a slip of the pen and no date. */
function settle({ signatories, blank }: Signatures, bound: Day | null): Settled {
  const [agency, federal] = signatories.map((one) =>
    // Clocks and time zones may disagree by a day.
    bound && one.signed && one.signed > addDays(bound, 1) ? { ...one, signed: null, dated: null } : one,
  ) as [Signatory, Signatory];
  const both = { agency, federal };
  if (agency.signed && federal.signed) {
    const [, signed = null] = [agency.signed, federal.signed].sort();
    return { ...both, signed, position: 'takes-part', rule: 'signed-both' };
  }
  // The federal side signs last: it binds itself only to what the agency has signed.
  if (federal.signed)
    return { ...both, signed: federal.signed, position: 'takes-part', rule: 'signed-federal' };
  if (blank.federal && (agency.signed || blank.agency))
    return { ...both, signed: null, position: 'will-join', rule: 'federal-blank' };
  return { ...both, signed: null, position: 'takes-part', rule: 'dates-unread' };
}

// Of the 25 memoranda that the rules were written on, agency, model and every date given were right (bench/agreements):
// (25 + 1) / (25 + 2). On others it can only be lower until they are measured.
const CONFIDENCE = 0.96;

function claimOf(
  reading: TextReading,
  context: AgreementContext,
  facts: AgreementFacts,
  spans: (Span | null)[],
  rules: string[],
): Claim {
  const { agencySignatory: signer } = facts;
  const takesPart = facts.position === 'takes-part';
  const claim: Omit<Claim, 'id'> = {
    kind: 'agreement',
    agency: facts.agency,
    programme: facts.programme,
    position: facts.position,
    speaker: signer.name,
    role: signer.title,
    onBehalfOf: null,
    speaksForAgency: true,
    via: null,
    date: takesPart ? facts.signed : signer.signed,
    effective: takesPart ? facts.signed : null,
    evidence: spans.flatMap((span) => (span ? [evidenceOf(reading, span)] : [])),
    rules,
    confidence: CONFIDENCE,
  };
  return { id: claimId(context.capture, claim), ...claim };
}
