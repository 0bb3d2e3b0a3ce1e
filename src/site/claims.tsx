import { type Claim, POSITIONS, PROGRAMMES } from '../claim/index.ts';
import type { RecordedClaim } from '../record/index.ts';
import { STATES } from '../resolve/index.ts';
import { ClaimCard, type ShownClaim } from './claim-card.tsx';
import { KnownField, Layout } from './layout.tsx';
import type { Page } from './page.ts';
import { count, fill, inPrint } from './phrase.ts';
import { stateIn } from './states-es.ts';

/** What can be asked of the claims; an empty string asks nothing. */
export const FACETS = ['q', 'kind', 'programme', 'position', 'state', 'review'] as const;
export type Facets = Record<(typeof FACETS)[number], string>;

const KINDS: Claim['kind'][] = ['statement', 'act', 'agreement', 'rule'];
const REVIEWS: RecordedClaim['review'][] = ['proposed', 'accepted', 'corrected', 'rejected', 'rule'];
/** Claims on one page. */
export const PER_PAGE = 40;

/** What the page of claims shows: one page of those that fit. */
export interface ClaimsData {
  facets: Facets;
  total: number;
  page: number;
  pages: number;
  claims: RecordedClaim[];
}

/** The claims that fit, one page of them. Words may stand anywhere in the claim and must all be there. */
export function claimsData(page: Page, all: RecordedClaim[], facets: Facets, asked: number): ClaimsData {
  const wanted = facets.q.toLowerCase().split(/\s+/).filter(Boolean);
  const found = all.filter((claim) => fits(page, claim, facets) && hasWords(page, claim, wanted));
  const pages = Math.max(1, Math.ceil(found.length / PER_PAGE));
  const at = Math.min(Math.max(1, asked), pages);
  const claims = found.slice((at - 1) * PER_PAGE, at * PER_PAGE);
  return { facets, total: found.length, page: at, pages, claims };
}

function fits(page: Page, claim: RecordedClaim, facets: Facets): boolean {
  const { kind, programme, position, state, review } = facets;
  return (
    (kind === '' || claim.kind === kind) &&
    (programme === '' || claim.programme === programme) &&
    (position === '' || claim.position === position) &&
    (review === '' || claim.review === review) &&
    (state === '' || stateOfClaim(page, claim) === state)
  );
}

function stateOfClaim({ snapshot }: Page, { agencyId, agency }: RecordedClaim): string | null {
  const index = agencyId === null ? undefined : snapshot.indexOf.get(agencyId);
  return index === undefined ? agency.state : snapshot.agencies[index]!.state;
}

function hasWords(page: Page, claim: RecordedClaim, wanted: string[]): boolean {
  if (wanted.length === 0) return true;
  const text = claimText(page, claim).toLowerCase();
  return wanted.every((word) => text.includes(word));
}

/** Everything in a claim that words are sought in. */
export function claimText(page: Page, claim: RecordedClaim): string {
  const quotes = claim.evidence.map((one) =>
    one.type === 'text' ? one.exact : one.type === 'cited' ? one.quote : null,
  );
  const { speaker, role, via, summary, source } = claim;
  return [nameOfClaim(page, claim), speaker, role, via, summary, source.publisher, source.title, ...quotes]
    .filter(Boolean)
    .join(' ');
}

function nameOfClaim({ snapshot }: Page, { agencyId, agency }: RecordedClaim): string {
  const index = agencyId === null ? undefined : snapshot.indexOf.get(agencyId);
  return index === undefined ? agency.written.trim() : snapshot.agencies[index]!.name;
}

/** The page of claims. */
export function Claims({ page, data, shown }: { page: Page; data: ClaimsData; shown: ShownClaim[] }) {
  const { words } = page;
  return (
    <Layout page={page} title={words.claims.title}>
      <h1>{words.claims.title}</h1>
      {page.delivery === 'served' && <Filters page={page} facets={data.facets} />}
      <p class="answer">{count(words.claims.lead, data.total, words.locale)}</p>
      <div class="alone">
        {shown.map((one) => (
          <section>
            <h2 class="of">
              {one.claim.agencyId === null ? (
                fill(words.claim.unnamed, { written: nameOfClaim(page, one.claim) })
              ) : (
                <a href={page.agency(one.claim.agencyId)}>{inPrint(nameOfClaim(page, one.claim))}</a>
              )}
            </h2>
            <ClaimCard page={page} {...one} />
          </section>
        ))}
      </div>
      <Pager page={page} data={data} />
    </Layout>
  );
}

function Pager({ page, data }: { page: Page; data: ClaimsData }) {
  const { words } = page;
  if (data.pages === 1) return null;
  const to = (n: number) => {
    if (page.delivery === 'files') return page.to(n === 1 ? 'claims' : `claims/${n}`);
    return page.to('claims', { ...data.facets, page: n === 1 ? '' : String(n) });
  };
  return (
    <nav class="pager" aria-label={words.claims.title}>
      {data.page > 1 && <a href={to(data.page - 1)}>{words.claims.previous}</a>}{' '}
      <span>{fill(words.claims.page, { n: String(data.page), all: String(data.pages) })}</span>{' '}
      {data.page < data.pages && <a href={to(data.page + 1)}>{words.claims.next}</a>}
    </nav>
  );
}

function Filters({ page, facets }: { page: Page; facets: Facets }) {
  const { words } = page;
  const { claims } = words;
  const choose = (name: keyof Facets, label: string, options: [string, string][]) => (
    <label>
      {label}{' '}
      <select name={name}>
        <option value="">{words.changes.all}</option>
        {options.map(([value, text]) => (
          <option value={value} selected={value === facets[name]}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
  return (
    <form class="filters" method="get" action={page.now('claims')}>
      <KnownField page={page} />
      <label>
        {claims.words} <input type="search" name="q" value={facets.q} title={claims.wordsHint} />
      </label>
      {choose(
        'kind',
        claims.kind,
        KINDS.map((one) => [one, words.claim.kinds[one]]),
      )}
      {choose(
        'programme',
        words.agency.programme,
        PROGRAMMES.map((one) => [one, words.programmes[one]]),
      )}
      {choose(
        'position',
        words.agency.position,
        POSITIONS.map((one) => [one, words.positions[one]]),
      )}
      {choose(
        'state',
        words.changes.state,
        STATES.map(({ usps }) => [usps, stateIn(usps, words)]),
      )}
      {choose(
        'review',
        claims.review,
        REVIEWS.map((one) => [one, words.claim.review[one]]),
      )}
      <button type="submit">{words.changes.show}</button>
      <a href={page.to('claims')}>{claims.clear}</a>
    </form>
  );
}
