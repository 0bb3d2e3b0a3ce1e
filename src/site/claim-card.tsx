import type { AgreementFacts } from '../claim/index.ts';
import type { RecordedClaim, RecordReader } from '../record/index.ts';
import { EvidenceView, isCited, type Shown, showEvidence } from './evidence.tsx';
import { Outside } from './layout.tsx';
import { claimLink, type Page, safeUrl, sourcePath } from './page.ts';
import { fill } from './phrase.ts';
import { lookOf } from './standing.ts';
import { betweenOf, edtfInWords, stampInWords, whenInWords } from './when.ts';
import type { Words } from './words-en.ts';

/** A claim with its evidence looked up. */
export interface ShownClaim {
  claim: RecordedClaim;
  shown: Shown[];
  /** What the signed memorandum says beside the claim, where it is one. */
  memorandum: AgreementFacts | null;
}

/** A claim with everything that its card shows, looked up in the record. */
export async function showClaim(
  reader: RecordReader,
  claim: RecordedClaim,
  neighbours?: number,
): Promise<ShownClaim> {
  const { capture } = claim.source;
  const signed = claim.kind === 'agreement' && capture !== null;
  return {
    claim,
    shown: await showEvidence(reader, claim, neighbours),
    memorandum: signed ? await reader.memorandum(capture) : null,
  };
}

/** A claim as a card: what, who says so, the evidence in place, where it stands, how it was read and reviewed. */
export function ClaimCard({
  page,
  claim,
  shown,
  memorandum,
  anchor = 'c-',
}: ShownClaim & { page: Page; anchor?: string }) {
  const { words } = page;
  return (
    <article class={`claim ${lookOf(claim.position)}`} id={`${anchor}${claim.id}`}>
      <h3>
        {words.positions[claim.position]}: {words.programmes[claim.programme]}
      </h3>
      <p class="who">{whoSays(page, claim)}</p>
      {claim.summary && (
        <p class="summary" lang="en">
          {claim.summary}
        </p>
      )}
      {claim.kind === 'listing' && isCited(claim.evidence) && (
        <p class="summary">
          {fill(words.claim.citedRow, {
            file: claim.source.title ?? '',
            written: [claim.agency.written, claim.agency.place, claim.agency.state]
              .filter(Boolean)
              .join(', '),
          })}
        </p>
      )}
      {shown.map((one) => (
        <EvidenceView page={page} shown={one} />
      ))}
      {memorandum && <Memorandum page={page} facts={memorandum} />}
      <Source page={page} claim={claim} />
    </article>
  );
}

/** Who signed a memorandum, in which office and when, and which offices answer for it. */
function Memorandum({ page, facts }: { page: Page; facts: AgreementFacts }) {
  const { words } = page;
  const signed = ({ name, title, office, signed }: AgreementFacts['agencySignatory']) =>
    joined(
      name,
      title,
      office,
      signed ? fill(words.claim.signed, { when: edtfInWords(signed, words) }) : words.claim.dayUnread,
    );
  const rows: [string, string | null][] = [
    [words.claim.forTheAgency, signed(facts.agencySignatory)],
    [words.claim.forTheFederal, signed(facts.federalSignatory)],
    [words.claim.fieldOffice, facts.fieldOffice],
    [words.claim.contact, facts.contactOffice],
  ];
  return (
    <dl class="facts-list">
      {rows.map(([name, value]) =>
        value ? (
          <>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </>
        ) : null,
      )}
    </dl>
  );
}

/** Who says it, for whom, when and through whom, in one line; of a list, whose it is and of which day. */
function whoSays({ words }: Page, claim: RecordedClaim): string {
  const { claim: say } = words;
  if (claim.kind === 'listing') {
    return joined(
      claim.source.publisher ?? say.kinds.listing,
      phrase(say.listed, claim.date, (date) => edtfInWords(date, words)),
      phrase(say.signed, claim.effective, (date) => edtfInWords(date, words)),
    );
  }
  const when = (date: string) => whenInWords(betweenOf(date) ?? { min: null, max: null }, words);
  return joined(
    speakerOf(claim, words),
    claim.speaker && claim.onBehalfOf && fill(say.forAgency, { agency: claim.onBehalfOf }),
    claim.speaker && !claim.onBehalfOf && !claim.speaksForAgency && say.notForAgency,
    claim.speaker
      ? phrase(say.said, claim.date, when)
      : phrase(say.did, claim.date, (date) => edtfInWords(date, words)),
    claim.effective !== claim.date && phrase(say.effective, claim.effective, when),
    claim.via && fill(say.via, { outlet: claim.via }),
  );
}

function speakerOf({ speaker, role, kind }: RecordedClaim, { claim: say }: Words): string {
  if (speaker === null) return say.kinds[kind];
  return role ? fill(say.speaker, { name: speaker, role }) : speaker;
}

function phrase(pattern: string, date: string | null, inWords: (date: string) => string): string | null {
  return date === null || date === '' ? null : fill(pattern, { when: inWords(date) });
}

function joined(...parts: (string | null | false)[]): string {
  return parts.filter(Boolean).join(' · ');
}

function Source({ page, claim }: { page: Page; claim: RecordedClaim }) {
  const { words } = page;
  const { source } = claim;
  const url = safeUrl(source.url);
  const published = source.published ? edtfInWords(source.published, words, 'short') : null;
  const name = [source.publisher ?? source.title, published].filter(Boolean).join(', ');
  return (
    <p class="src">
      {name && (
        <cite>
          <a
            href={page.to(
              claim.kind === 'listing' && source.capture
                ? `publication/${source.capture}`
                : sourcePath(source),
            )}
            title={source.title ?? undefined}
          >
            {name}
          </a>
        </cite>
      )}
      {isCited(claim.evidence) && (
        <span class="cited" title={words.claim.citedNote}>
          {words.claim.cited}
        </span>
      )}
      {url && <Outside url={url} text={words.claim.address} />}
      {source.capture && <PlaceLink page={page} claim={claim} capture={source.capture} />}
      <a href={claimLink(page, claim)}>{words.claim.link}</a>
      <span>
        {claim.rules[0] === 'starter' ? words.claim.byHand : words.claim.byProgram} ·{' '}
        {words.claim.review[claim.review]}
      </span>
      <span>{fill(words.claim.recorded, { date: stampInWords(claim.recordedFrom, words) })}</span>
    </p>
  );
}

function PlaceLink({ page, claim, capture }: { page: Page; claim: RecordedClaim; capture: string }) {
  const hash = capture.replace(/^sha256:/, '');
  const first = claim.evidence[0];
  const served = page.delivery === 'served';
  // A list is shown around the row that is asked for, and only a server can be asked; in files the neighbours must do.
  const place =
    first?.type === 'text'
      ? `${page.to(`capture/${hash}`)}#t${first.start}`
      : first?.type === 'row' && served
        ? `${page.to(`capture/${hash}`, { row: String(first.row) })}#r${first.row}`
        : null;
  return (
    <>
      {place && <a href={place}>{page.words.claim.place}</a>}
      <code title={page.words.claim.hash}>
        {hash.slice(0, 4)} {hash.slice(4, 8)}
      </code>
    </>
  );
}
