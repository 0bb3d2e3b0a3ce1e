import type { ListInfo, SourceInfo } from '../record/index.ts';
import { ClaimCard, type ShownClaim } from './claim-card.tsx';
import { Layout, Outside } from './layout.tsx';
import { type Page, safeUrl, sourcePath } from './page.ts';
import { count, fill } from './phrase.ts';
import { ListTable } from './publication.tsx';
import { edtfInWords } from './when.ts';

/** What a source's page shows: what it is, where it can be read, and every claim found in it. */
export interface SourceData {
  source: SourceInfo;
  claims: ShownClaim[];
}

/** The page of a cited source. */
export function SourcePage({ page, data }: { page: Page; data: SourceData }) {
  const { words } = page;
  const { source, claims } = data;
  const title = source.title ?? source.publisher ?? words.source.one;
  const url = safeUrl(source.url);
  return (
    <Layout page={page} title={title}>
      <h1>{title}</h1>
      <p class="where">{words.capture.cited}</p>
      <p class="answer">{count(words.source.claims, claims.length, words.locale)}</p>
      <dl class="facts-list">
        {source.publisher && (
          <>
            <dt>{words.capture.publisher}</dt>
            <dd>{source.publisher}</dd>
          </>
        )}
        {source.published && (
          <>
            <dt>{words.capture.published}</dt>
            <dd>{edtfInWords(source.published, words)}</dd>
          </>
        )}
        {url && (
          <>
            <dt>{words.capture.url}</dt>
            <dd>
              <Outside url={url} />
            </dd>
          </>
        )}
      </dl>
      <div class="alone">
        <h2>{words.source.count}</h2>
        {claims.map((one) => (
          <ClaimCard page={page} {...one} />
        ))}
      </div>
    </Layout>
  );
}

/** Every source of the record: the lists, and what was said elsewhere. */
export function Sources({
  page,
  sources,
  lists,
}: {
  page: Page;
  sources: { source: SourceInfo; claims: number }[];
  lists: ListInfo[];
}) {
  const { words } = page;
  const { source: own } = words;
  return (
    <Layout page={page} title={own.title}>
      <h1>{own.title}</h1>
      <p class="answer">
        {fill(words.home.from, {
          lists: count(words.home.lists, page.snapshot.counts.lists, words.locale),
          sources: count(words.home.sources, page.snapshot.counts.sources, words.locale),
        })}
      </p>
      <p class="asof">
        {fill(own.below, {
          lists: new Intl.NumberFormat(words.locale).format(lists.length),
          sources: new Intl.NumberFormat(words.locale).format(sources.length),
        })}
      </p>
      <h2>{own.said}</h2>
      <table class="stack">
        <thead>
          <tr>
            <th scope="col">{own.one}</th>
            <th scope="col">{words.capture.published}</th>
            <th scope="col">{own.count}</th>
          </tr>
        </thead>
        <tbody>
          {sources.map(({ source, claims }) => (
            <tr>
              <td>
                <a href={page.to(sourcePath(source))}>{source.title ?? source.publisher ?? source.id}</a>
                {source.title && source.publisher && <span class="soft"> {source.publisher}</span>}
              </td>
              <td>
                {source.published ? edtfInWords(source.published, words, 'short') : words.dates.undated}
              </td>
              <td data-label={own.count}>{claims}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <h2>{own.lists}</h2>
      <ListTable page={page} lists={lists} />
    </Layout>
  );
}
