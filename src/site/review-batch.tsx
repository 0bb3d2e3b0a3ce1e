import { ClaimCard, type ShownClaim } from './claim-card.tsx';
import { Layout } from './layout.tsx';
import type { Page } from './page.ts';
import { count } from './phrase.ts';
import { agencyIn } from './review-data.ts';
import { stateIn } from './states-es.ts';

/** What the page of a batch shows. */
export interface BatchData {
  name: string;
  count: number;
  /** A hash of exactly what is offered. */
  seal: string;
  samples: ShownClaim[];
  fault: string | null;
}

/** A batch: samples to look at, each ticked, before all of one rule are accepted. */
export function BatchPage({ page, data }: { page: Page; data: BatchData }) {
  const { words } = page;
  const { review } = words;
  return (
    <Layout page={page} title={review.batchTitle} styles={['review.css']}>
      <h1>{review.batchTitle}</h1>
      {data.fault && (
        <p class="notice fault" role="alert">
          {data.fault}
        </p>
      )}
      <p class="answer">{count(review.batchLead, data.count, words.locale, { rule: data.name })}</p>
      <p>{review.samplesLead}</p>
      <form method="post" action={page.to('review/batch')} class="samples">
        <input type="hidden" name="batch" value={data.name} />
        <input type="hidden" name="seal" value={data.seal} />
        {data.samples.map((one) => {
          const info = agencyIn(page.snapshot, one.claim.agencyId ?? '');
          return (
            <>
              <h2>
                {info.name}{' '}
                <span class="soft">
                  {[info.county, stateIn(info.state, words)].filter(Boolean).join(', ')}
                </span>
              </h2>
              <ClaimCard page={page} {...one} />
              <label class="tick">
                <input type="checkbox" name="looked" value={one.claim.id} required /> {review.looked}
              </label>
            </>
          );
        })}
        <p>
          <label for="why">{review.why}</label>
          <input id="why" name="reason" maxlength={500} autocomplete="off" />
        </p>
        <button type="submit" class="first">
          {count(review.acceptAll, data.count, words.locale)}
        </button>{' '}
        <a href={page.to('review', { batch: data.name })}>{review.title}</a>
      </form>
    </Layout>
  );
}
