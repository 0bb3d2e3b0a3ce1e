import { ClaimCard, type ShownClaim } from './claim-card.tsx';
import { Layout } from './layout.tsx';
import type { Page } from './page.ts';
import { fill } from './phrase.ts';
import { stateIn } from './states-es.ts';

/** A claim's own page: its card under the agency's name. */
export function ClaimPage({ page, agency, ...one }: ShownClaim & { page: Page; agency: string | null }) {
  const { words } = page;
  const { claim } = one;
  const unnamed = fill(words.claim.unnamed, { written: claim.agency.written.trim() });
  return (
    <Layout page={page} title={`${words.claim.title}: ${agency ?? claim.agency.name}`}>
      <h1>{fill(words.claim.of, { agency: agency ?? unnamed })}</h1>
      {claim.agencyId && (
        <p class="where">
          <a href={page.to(`agency/${claim.agencyId}`)}>{agency}</a>
        </p>
      )}
      <div class="alone">
        <ClaimCard page={page} {...one} />
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

/** What can be had as data, and how much there is. */
export function Data({ page }: { page: Page }) {
  const { words, snapshot } = page;
  const { data } = words;
  const number = new Intl.NumberFormat(words.locale);
  const held = ['captures', 'lists', 'cited', 'sources', 'claims', 'agencies'] as const;
  return (
    <Layout page={page} title={data.title}>
      <h1>{data.title}</h1>
      <p class="answer">{data.lead}</p>
      <ul class="prose">
        <li>
          <a href={page.root('status.csv')}>{data.csv}</a>
        </li>
        <li>
          <a href={page.json('')}>{data.agencies}</a>
        </li>
        <li>
          {data.state}:{' '}
          {snapshot.table.states.map((state) => (
            <>
              <a href={page.json(`state/${state}`)} title={stateIn(state, words)}>
                {state}
              </a>{' '}
            </>
          ))}
        </li>
        <li>
          <a href={page.data(snapshot.files.intervals)}>{data.intervals}</a>
        </li>
      </ul>
      <h2>{data.hold}</h2>
      <ul class="facts">
        {held.map((name) => (
          <li>
            <b>{number.format(snapshot.counts[name])}</b> <span>{data.counts[name]}</span>
          </li>
        ))}
      </ul>
      <p class="small soft">{data.licence}</p>
    </Layout>
  );
}

/** The page of an error that the reader met. */
export function Trouble({ page, title, text }: { page: Page; title: string; text: string }) {
  return (
    <Layout page={page} title={title}>
      <h1>{title}</h1>
      <p class="answer">{text}</p>
    </Layout>
  );
}
