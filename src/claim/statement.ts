import type { TextReading } from '../read/index.ts';
import type { Scene } from './actor.ts';
import { agencyMentions } from './agencies.ts';
import type { Agency, AgencyMention } from './agency-names.ts';
import { type Claim, claimId, textEvidence } from './claim.ts';
import { confidenceOf } from './confidence.ts';
import { draftsOf } from './drafts.ts';
import type { Gazetteer } from './gazetteer.ts';
import { type Draft, mergeDrafts } from './merge.ts';
import { whereOf } from './places.ts';
import { mayConcern } from './prefilter.ts';
import { letterheadAgency, publisherAgency, speaksAsAgency } from './publisher.ts';
import { type Document, documentOf } from './sentences.ts';
import { firstFrom } from './spans.ts';

/** What is known about a document from outside it. */
export interface StatementContext {
  published: string | null;
  publisher: string | null;
  gazetteer: Gazetteer;
  /** Id of the capture. */
  capture: string;
}

/** The claims that a text makes, deterministic: who says or does what about which programme, for which agency, when, with the exact words. */
export function statementClaims(reading: TextReading, context: StatementContext): Claim[] {
  // Most pages pass the prefilter by their furniture alone, and reading sentences costs the most of all.
  if (!ownWordsConcern(reading)) return [];
  const document = documentOf(reading);
  const published = context.published ?? reading.published;
  const publisher = context.publisher ?? reading.publisher;
  const lines = reading.blocks
    .filter((block) => block.kind !== 'furniture')
    .map((block) => document.plain.slice(block.start, block.end));
  const body = document.sentences.map((sentence) => sentence.plain).join('\n');
  const where = whereOf(body, lines, context.gazetteer, publisher);
  const agencies = agencyMentions(document.plain, where).filter((mention) => {
    const sentence = document.sentences[firstFrom(document.sentences, mention.start + 1) - 1];
    return sentence !== undefined && mention.end <= sentence.end;
  });
  const letterhead = publisher === null ? letterheadAgency(lines, where) : null;
  const scene: Scene = {
    document,
    where,
    agencies,
    own: sameObject(letterhead ?? publisherAgency(publisher, where), agencies),
    ownWord: letterhead !== null || speaksAsAgency(publisher),
  };
  const drafts = draftsOf(scene, published, publisher);
  return mergeDrafts(drafts, document).map((draft) => claimOf(draft, document, context.capture));
}

function ownWordsConcern({ text, blocks, title }: TextReading): boolean {
  const own = blocks.filter(({ kind }) => kind !== 'furniture');
  return mayConcern(Buffer.from([title, ...own.map(({ start, end }) => text.slice(start, end))].join('\n')));
}

// One object for one agency: the text's mention of it, where there is one.
function sameObject(own: Agency | null, agencies: readonly AgencyMention[]): Agency | null {
  if (!own) return null;
  const named = agencies.find(
    ({ agency }) =>
      agency.sort === own.sort &&
      agency.place === own.place &&
      (agency.state === own.state || own.state === null),
  );
  return named?.agency ?? own;
}

function claimOf(draft: Draft, document: Document, capture: string): Claim {
  const claim: Omit<Claim, 'id'> = {
    kind: /^step:(?:end|ended|sign-up|not-renew|reject)/.test(draft.rules[0] ?? '') ? 'act' : 'statement',
    agency: {
      written: draft.agency.written,
      name: draft.agency.name,
      state: draft.agency.state,
      place: draft.agency.place,
    },
    programme: draft.programme,
    position: draft.position,
    speaker: draft.speaker,
    role: draft.role,
    onBehalfOf: draft.onBehalfOf,
    speaksForAgency: draft.speaksForAgency,
    via: draft.via,
    date: draft.date,
    effective: draft.effective,
    evidence: draft.sentences.map((index) => textEvidence(document.text, document.sentences[index]!)),
    rules: [...draft.rules, draft.dateRule],
    confidence: confidenceOf({ ...draft, rule: draft.rules[0] ?? '', state: draft.agency.state }),
  };
  return { id: claimId(capture, claim), ...claim };
}
