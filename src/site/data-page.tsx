import { Layout } from './layout.tsx';
import type { Page } from './page.ts';
import { fill } from './phrase.ts';
import { stateIn } from './states-es.ts';
import { TABLES } from './tables.ts';
import { dayInWords, stampInWords } from './when.ts';

/** The page of data: what can be downloaded, how to cite it, and how much there is. */
export function Data({ page, root }: { page: Page; root: string }) {
  const { words, snapshot } = page;
  const { data, download, codebook } = words;
  const number = new Intl.NumberFormat(words.locale);
  const held = ['captures', 'lists', 'cited', 'sources', 'claims', 'agencies'] as const;
  const { newest, recorded } = snapshot.counts;
  return (
    <Layout page={page} title={data.title} description={data.lead}>
      <h1>{data.title}</h1>
      <p class="answer">{data.lead}</p>
      <h2 id="download">{download.title}</h2>
      <dl class="facts-list">
        <dt>
          <a href={page.root('status.csv')}>status.csv</a>
        </dt>
        <dd>{codebook.files.status}</dd>
        {TABLES.map((name) => (
          <>
            <dt>
              <a href={page.root(`download/${name}.csv`)}>{name}.csv</a> ·{' '}
              <a href={page.root(`download/${name}.parquet`)}>{download.parquet}</a>
            </dt>
            <dd>{codebook.files[name]}</dd>
          </>
        ))}
      </dl>
      <p>
        <a href={page.to('codebook')}>{codebook.title}</a> ·{' '}
        <a href={page.to('charts')}>{words.charts.title}</a> ·{' '}
        <a href={page.to('record')}>{words.log.title}</a>
        {page.delivery === 'files' && (
          <>
            {' '}
            · <a href={page.root('countersign.json')}>{download.manifest}</a>
          </>
        )}
      </p>
      <h2 id="cite">{download.cite}</h2>
      <p class="prose long">
        {fill(download.citeText, {
          recorded: recorded ? stampInWords(recorded, words) : words.dates.unknown,
          date: newest ? dayInWords(newest, words) : words.dates.unknown,
          root: root.slice(0, 16),
        })}
      </p>
      <p class="small soft prose">
        {download.root} <code class="long">{root}</code>
      </p>
      <h2>{download.pages}</h2>
      <ul class="prose">
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
        <li>
          {download.feeds}: <a href={page.feed('all')}>{download.everybody}</a>{' '}
          {snapshot.table.states.map((state) => (
            <>
              <a href={page.feed(`state/${state}`)} title={stateIn(state, words)}>
                {state}
              </a>{' '}
            </>
          ))}
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
