import type { LostAnchor } from '../record/index.ts';
import { ClaimCard, type ShownClaim } from './claim-card.tsx';
import { Layout, SearchForm } from './layout.tsx';
import type { Page } from './page.ts';
import { fill, inPrint } from './phrase.ts';
import { Lost } from './review-parts.tsx';

/** A claim's own page: its card under the agency's name. */
export function ClaimPage({
  page,
  agency,
  lost,
  ...one
}: ShownClaim & { page: Page; agency: string | null; lost: readonly LostAnchor[] }) {
  const { words } = page;
  const { claim } = one;
  const unnamed = fill(words.claim.unnamed, { written: claim.agency.written.trim() });
  return (
    <Layout page={page} title={`${words.claim.title}: ${agency ?? claim.agency.name}`}>
      <h1>{fill(words.claim.of, { agency: agency === null ? unnamed : inPrint(agency) })}</h1>
      {agency && claim.agencyId && (
        <p class="where">
          <a href={page.agency(claim.agencyId)}>{inPrint(agency)}</a>
        </p>
      )}
      <div class="alone">
        <h2 class="quiet">{words.claim.title}</h2>
        <ClaimCard page={page} {...one} />
        {lost.map((anchor) => (
          <Lost page={page} lost={anchor} />
        ))}
      </div>
    </Layout>
  );
}

/** How the record comes about and what it does not say. */
export function Method({ page }: { page: Page }) {
  const { method } = page.words;
  return (
    <Layout page={page} title={method.title}>
      <h1>{method.title}</h1>
      <p class="answer">{method.lead}</p>
      <div class="prose">
        {method.sections.map(({ id, title, text }) => (
          <section id={id}>
            <h2>{title}</h2>
            {text.map((paragraph) => (
              <p>{paragraph}</p>
            ))}
          </section>
        ))}
      </div>
    </Layout>
  );
}

/** The page of an error that the reader met; `search` offers the search as the way on. */
export function Trouble({
  page,
  title,
  text,
  search = false,
}: {
  page: Page;
  title: string;
  text: string;
  search?: boolean;
}) {
  return (
    <Layout page={page} title={title}>
      <h1>{title}</h1>
      <p class="answer">{text}</p>
      {search && <SearchForm page={page} />}
    </Layout>
  );
}
