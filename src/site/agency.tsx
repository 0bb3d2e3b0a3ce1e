import type { Child } from 'hono/jsx';
import type { Day } from '../base/index.ts';
import type { Instrument, LawBook } from '../law/index.ts';
import type { AgencyView, AgreementRow, Explanation } from '../record/index.ts';
import { type Absence, AbsenceCard } from './absence.tsx';
import { Margin } from './agency-margin.tsx';
import { Agreements } from './agreements-table.tsx';
import { answerSentences, type Held, heldPositions } from './answer.ts';
import { ClaimCard, type ShownClaim } from './claim-card.tsx';
import { ContradictionCard, type ShownContradiction } from './contradictions.tsx';
import { withoutRepeats } from './evidence.tsx';
import { ExplainView } from './explain-view.tsx';
import { AgencyLaw, type AskedOf } from './law-place.tsx';
import { Chip, Layout, Strong } from './layout.tsx';
import type { Near } from './nearby.tsx';
import type { Page } from './page.ts';
import { count, fill, inPrint } from './phrase.ts';
import { stateIn } from './states-es.ts';
import { Timeline } from './timeline.tsx';
import { betweenInWords, dayInWords } from './when.ts';

/** What an agency's page shows. */
export interface AgencyData {
  view: AgencyView;
  on: Day;
  known: Day | null;
  /** True where `on` is the record's newest day and not one that the reader chose. */
  newest: boolean;
  /** The newest day of its evidence; null where none bears one, or the reader chose a day. */
  evidence: Day | null;
  /** The day of which the law is told: on the newest page the last on which any law changed. */
  lawOn: Day;
  agreements: AgreementRow[];
  /** Who else stands where around it, or null where it lies in no county. */
  near: Near | null;
  claims: ShownClaim[];
  /** Lists that no longer have it: what shows an end. */
  absences: Absence[];
  contradictions: ShownContradiction[];
  /** SHA-256 of the page's JSON. */
  version: string;
  /** Why its rows are one and why it stands so, or null. */
  explanation: Explanation | null;
  /** The law of the record, as known then. */
  book: LawBook;
  /** What the law asked of it on the day. */
  law: AskedOf[];
  /** The newest act of its state that the record holds. */
  newestAct: Instrument | null;
}

/** An agency's page: the answer, its positions, the timeline, every claim with what shows it. */
export function Agency({ page, data }: { page: Page; data: AgencyData }) {
  const { words } = page;
  const { view } = data;
  const held = heldPositions(view.status, view.intervals, data.on);
  const sentences = answerSentences(held, words);
  const description = sentences.join(' ').replaceAll('**', '');
  return (
    <Layout
      page={page}
      title={`${view.name}, ${stateIn(view.state, words)}`}
      description={description || words.agency.none}
      feed={`agency/${view.id}`}
      scripts={page.base === null ? ['embed.js'] : []}
      saysKnown
    >
      <h1>{inPrint(view.name)}</h1>
      <p class="where">
        <a href={page.to(`state/${view.state}`)}>{stateIn(view.state, words)}</a>
        <Places page={page} view={view} />
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
              <Timeline
                intervals={view.intervals}
                on={data.on}
                words={words}
                claims={data.claims.map(({ claim }) => claim)}
              />
            </section>
          )}
          {data.contradictions.map((shown) => (
            <ContradictionCard page={page} shown={shown} />
          ))}
          {data.claims.length > 0 && (
            <section>
              <h2>{words.agency.shows}</h2>
              {data.absences.map((absence) => (
                <AbsenceCard page={page} absence={absence} />
              ))}
              {withoutRepeats(data.claims).map((one) => (
                <ClaimCard page={page} {...one} />
              ))}
            </section>
          )}
          <Agreements page={page} rows={data.agreements} />
          {data.explanation && data.explanation.spellings.length > 0 && (
            <ExplainView page={page} explanation={data.explanation} />
          )}
          <AgencyLaw
            page={page}
            view={view}
            book={data.book}
            on={data.lawOn}
            asked={data.law}
            newest={data.newestAct}
          />
        </div>
        <Margin page={page} data={data} />
      </div>
    </Layout>
  );
}

function Places({ page, view }: { page: Page; view: AgencyView }) {
  if (view.counties.length === 0) return <>{view.place && ` · ${view.place}`}</>;
  return (
    <>
      {view.counties.map(({ fips, name }, i) => (
        <>
          {i === 0 ? ' · ' : ', '}
          <a href={page.county(fips)}>{name}</a>
        </>
      ))}
    </>
  );
}

function AsOf({ page, data }: { page: Page; data: AgencyData }) {
  const { words } = page;
  const on = dayInWords(data.on, words);
  if (data.newest) {
    if (data.evidence === null) return null;
    const evidence = dayInWords(data.evidence, words);
    return <p class="asof">{fill(words.agency.asofNow, { on: evidence })}</p>;
  }
  const recorded = data.known ?? page.snapshot.counts.recorded?.slice(0, 10) ?? data.on;
  return (
    <p class="asof">
      {fill(words.agency.asof, { on, known: dayInWords(recorded, words) })} ·{' '}
      <a href={page.now(page.here)}>{words.agency.seeNow}</a>
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
          <th scope="col">{words.agency.lastSeenLabel}</th>
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
            <td data-label={words.agency.since_}>{sinceShort(one, words)}</td>
            <td data-label={words.agency.lastSeenLabel}>{seenShort(one, words)}</td>
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

/** Since when in a table; what is known only from somebody's word is dated by that word, and says so. */
function sinceShort({ from, said }: Held, words: Page['words']): string {
  const when = betweenInWords(from, words, 'short');
  return said ? fill(words.agency.saidShort, { when }) : when;
}

function seenShort({ seen, position, silent }: Held, words: Page['words']): string {
  if (seen === null || position === 'ends') return '';
  const when = betweenInWords(seen, words, 'short');
  return silent ? fill(words.agency.silentShort, { when }) : when;
}
