import type { Child } from 'hono/jsx';
import type { Day } from '../base/index.ts';
import type { AgencyView, Interval } from '../record/index.ts';
import { stateName } from '../resolve/index.ts';
import { answerSentences, type Held, heldPositions } from './answer.ts';
import { ClaimCard, type ShownClaim } from './claim-card.tsx';
import { Chip, Layout, Strong } from './layout.tsx';
import type { Page } from './page.ts';
import { count, fill, inPrint } from './phrase.ts';
import { Timeline } from './timeline.tsx';
import { betweenInWords, dayInWords } from './when.ts';

/** What an agency's page shows. */
export interface AgencyData {
  view: AgencyView;
  on: Day;
  known: Day | null;
  /** True where `on` is the record's newest day and not one that the reader chose. */
  newest: boolean;
  claims: ShownClaim[];
}

/** An agency's page: the answer, its positions, the timeline, every claim with what shows it. */
export function Agency({ page, data }: { page: Page; data: AgencyData }) {
  const { words } = page;
  const { view } = data;
  const held = heldPositions(view.status, view.intervals);
  const sentences = answerSentences(held, words);
  const description = sentences.join(' ').replaceAll('**', '');
  return (
    <Layout
      page={page}
      title={`${view.name}, ${stateName(view.state)}`}
      description={description || words.agency.none}
    >
      <h1>{inPrint(view.name)}</h1>
      <p class="where">
        <a href={page.to(`state/${view.state}`)}>{stateName(view.state)}</a>
        {placeOf(view) && ` · ${placeOf(view)}`}
        {` · ${words.kinds[view.kind]}`}
      </p>
      <p class="answer">
        {sentences.length === 0 ? words.agency.none : <Strong phrase={sentences.join(' ')} />}
        {sentences.length === 0 && <span class="note">{words.agency.noneNote}</span>}
      </p>
      <AsOf page={page} data={data} />
      <div class="grid">
        <div>
          {held.length > 0 && <Positions page={page} held={held} claims={data.claims} />}
          {view.intervals.length > 0 && (
            <section>
              <h2>{words.agency.timeline}</h2>
              <Timeline intervals={view.intervals} on={data.on} words={words} />
            </section>
          )}
          {data.claims.length > 0 && (
            <section>
              <h2>{words.agency.shows}</h2>
              {data.claims.map(({ claim, shown }) => (
                <ClaimCard page={page} claim={claim} shown={shown} />
              ))}
            </section>
          )}
        </div>
        <Margin page={page} data={data} />
      </div>
    </Layout>
  );
}

function placeOf(view: AgencyView): string | null {
  return view.counties.map((county) => county.name).join(', ') || view.place;
}

function AsOf({ page, data }: { page: Page; data: AgencyData }) {
  const { words } = page;
  const on = dayInWords(data.on, words);
  if (data.newest) return <p class="asof">{fill(words.agency.asofNow, { on })}</p>;
  const recorded = data.known ?? page.snapshot.counts.recorded?.slice(0, 10) ?? data.on;
  return (
    <p class="asof">
      {fill(words.agency.asof, { on, known: dayInWords(recorded, words) })} ·{' '}
      <a href={page.to(`agency/${data.view.id}`)}>{words.agency.seeNow}</a>
    </p>
  );
}

function Positions({ page, held, claims }: { page: Page; held: Held[]; claims: ShownClaim[] }) {
  const { words } = page;
  return (
    <table class="stack">
      <thead>
        <tr>
          <th scope="col">{words.agency.programme}</th>
          <th scope="col">{words.agency.position}</th>
          <th scope="col">{words.agency.since_}</th>
          <th scope="col">{words.agency.shownBy}</th>
        </tr>
      </thead>
      <tbody>
        {held.map((one) => (
          <tr>
            <td>{words.programmes[one.programme]}</td>
            <td>
              <Chip page={page} position={one.position} certain={one.certain} />
            </td>
            <td>{sinceShort(one, words)}</td>
            <td>{shownBy(page, one, claims)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A link to the first card that shows a position. What no claim says the lists show, by the rows where they begin and end. */
function shownBy(page: Page, held: Held, claims: ShownClaim[]): Child {
  const { agency, locale } = page.words;
  const own = claims.filter(({ claim }) => claim.programme === held.programme);
  const said = own.find(({ claim }) => held.claims.includes(claim.id));
  const listed = own.find(({ claim }) => claim.kind === 'listing');
  const text = held.claims.length === 0 ? agency.lists : count(agency.claims, held.claims.length, locale);
  const card = said ?? listed;
  return card ? <a href={`#c-${card.claim.id}`}>{text}</a> : text;
}

function Margin({ page, data }: { page: Page; data: AgencyData }) {
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
      <h2>{words.agency.use}</h2>
      <p class="small">
        <a href={page.json(page.here)}>{words.agency.json}</a> ·{' '}
        <a href={page.to(`state/${view.state}`)}>
          {fill(words.agency.neighbours, { state: stateName(view.state) })}
        </a>
      </p>
      {page.delivery === 'served' && (
        <form class="as-on" method="get" action={page.to(page.here)}>
          <label for="as-on">{words.agency.asOn}</label>
          <div>
            <input id="as-on" type="date" name="on" value={data.on} />{' '}
            <button type="submit">{words.agency.show}</button>
          </div>
        </form>
      )}
    </aside>
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
  const last = [...intervals].sort((a, b) => (key(a) < key(b) ? -1 : 1)).at(-1);
  return last ? betweenInWords({ min: last.seenMin, max: last.lastSeen }, words, 'short') : null;
}

/** Since when in a table; what is known only from somebody's word is dated by that word, and says so. */
function sinceShort({ from, said }: Held, words: Page['words']): string {
  const when = betweenInWords(from, words, 'short');
  return said ? fill(words.agency.saidShort, { when }) : when;
}
