import type { AgencyView, Interval } from '../record/index.ts';
import type { AgencyData } from './agency.tsx';
import { Letter } from './correct.tsx';
import { EmbedLine } from './embed.tsx';
import { Nearby } from './nearby.tsx';
import type { Page } from './page.ts';
import { count, fill, inPrint } from './phrase.ts';
import { stateIn } from './states-es.ts';
import { betweenInWords, dayInWords } from './when.ts';

/** The margin of an agency's page: its facts, how we know, what is not known, who is near, and what can be done with it. */
export function Margin({ page, data }: { page: Page; data: AgencyData }) {
  const { words } = page;
  const { view } = data;
  const sources = new Set(data.claims.map(({ claim }) => claim.source.id)).size;
  return (
    <aside class="margin">
      <h2>{words.agency.glance}</h2>
      <dl>
        {facts(page, view).map(([name, value]) => (
          <>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </>
        ))}
      </dl>
      {data.claims.length > 0 && (
        <>
          <h2>{words.agency.how}</h2>
          <p class="small">
            {count(words.agency.howText, data.claims.length, words.locale, {
              sources: count(words.home.sources, sources, words.locale),
            })}{' '}
            <a href={page.to('method')}>{words.method.title}</a>
          </p>
        </>
      )}
      <h2>{words.agency.notKnown}</h2>
      <p class="small">{words.agency.notKnownText}</p>
      {data.near && <Nearby page={page} near={data.near} />}
      <Use page={page} data={data} />
      {page.delivery === 'served' && <AsOnForm page={page} data={data} />}
    </aside>
  );
}

function Use({ page, data }: { page: Page; data: AgencyData }) {
  const { words } = page;
  const { view } = data;
  return (
    <>
      <h2>{words.agency.use}</h2>
      <p class="small">
        <a href={page.feed(`agency/${view.id}`)}>{words.use.follow}</a> ·{' '}
        <a href={page.json(page.here)}>{words.agency.json}</a> ·{' '}
        {page.reviewed && (
          <>
            <a href={page.to(`correct/${view.id}`)}>{words.use.correct}</a> ·{' '}
          </>
        )}
        <a href={page.to(`state/${view.state}`)}>
          {fill(words.agency.neighbours, { state: stateIn(view.state, words) })}
        </a>
      </p>
      {/* In files, only an agency with a page of its own has a card. */}
      <EmbedLine
        page={page}
        card={`agency/${view.id}`}
        title={`${view.name}, ${stateIn(view.state, words)}`}
        height={260}
      />
      {!page.reviewed && (
        <details class="small">
          <summary>{words.use.correct}</summary>
          <Letter page={page} agency={view} />
        </details>
      )}
      <details class="small">
        <summary>{words.use.cite}</summary>
        <p class="long">
          {fill(words.use.citeText, {
            name: `${inPrint(view.name)}, ${stateIn(view.state, words)}`,
            date: dayInWords(data.evidence ?? data.on, words),
            version: data.version.slice(0, 16),
          })}
        </p>
        <p class="soft">{words.use.citeNote}</p>
        <code class="long">{data.version}</code>
      </details>
    </>
  );
}

function AsOnForm({ page, data }: { page: Page; data: AgencyData }) {
  const { words } = page;
  return (
    <form class="as-on" method="get" action={page.now(page.here)}>
      <label for="as-on">{words.agency.asOn}</label>
      <div>
        <input id="as-on" type="date" name="on" value={data.on} />{' '}
      </div>
      <label for="as-known">{words.agency.asKnown}</label>
      <div>
        <input id="as-known" type="date" name="known" value={data.known ?? ''} />{' '}
        <button type="submit">{words.agency.show}</button>
      </div>
    </form>
  );
}

function facts({ words }: Page, view: AgencyView): [string, string][] {
  const { agency } = words;
  const rows: [string, string | null][] = [
    [agency.ori, view.ori.join(', ')],
    [agency.county, view.counties.map((county) => `${county.fips} ${county.name}`).join(', ')],
    [agency.place, view.counties.some((county) => county.name === view.place) ? null : view.place],
    [agency.firstSeen, firstSeen(view.intervals, words)],
    [agency.lastSeenLabel, lastSeen(view.intervals, words)],
    [agency.aliases, view.aliases.slice(0, 8).join('; ')],
  ];
  return rows.filter((row): row is [string, string] => Boolean(row[1]));
}

function firstSeen(intervals: Interval[], words: Page['words']): string | null {
  const first = [...intervals].sort((a, b) => ((a.from.max ?? '9999') < (b.from.max ?? '9999') ? -1 : 1))[0];
  return first ? betweenInWords(first.from, words, 'short') : null;
}

function lastSeen(intervals: Interval[], words: Page['words']): string | null {
  const key = ({ lastSeen: day, seenMin }: Interval) => `${day} ${seenMin ?? ''}`;
  // What ended was last seen before the evidence of its end.
  const held = intervals.filter(({ position }) => position !== 'ends');
  const last = held.sort((a, b) => (key(a) < key(b) ? -1 : 1)).at(-1);
  return last ? betweenInWords({ min: last.seenMin, max: last.lastSeen }, words, 'short') : null;
}
