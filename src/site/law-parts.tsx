import type { Child } from 'hono/jsx';
import { type Day, isDay } from '../base/index.ts';
import {
  type Asked,
  type Instrument,
  type LawBook,
  type Provision,
  type Standing,
  type StandingSpan,
  standingOn,
  standingSpans,
  stayedBy,
} from '../law/index.ts';
import { countyName } from '../resolve/index.ts';
import { type DayShown, lastChangeNote } from './last-change.ts';
import type { Page } from './page.ts';
import { fill } from './phrase.ts';
import { stateIn } from './states-es.ts';
import { dayInWords, edtfInWords } from './when.ts';

/** How a provision stands, as a mark and words: `in force`, `blocked, the day is uncertain`, `uncertain whether in force`. */
export function StandingChip({ page, standing }: { page: Page; standing: Standing }) {
  return (
    <span class={`chip law-${standing.state}${standing.certain ? '' : ' uncertain'}`}>
      {stateInWords(page, standing)}
    </span>
  );
}

function stateInWords({ words: { law } }: Page, { state, doubt }: Standing): string {
  if (doubt === null) return law.states[state];
  return fill(doubt === 'day' ? law.uncertain : law.doubtful, { state: law.states[state] });
}

/** By when a duty was to be met, or what was held before had to end; null where that was the first day. */
export function deadlineInWords(page: Page, { deadline, effect }: Provision): string | null {
  if (deadline === null) return null;
  const { requires, forbids, forbidsBetween } = page.words.law.deadline;
  const date = edtfInWords(deadline, page.words, 'short');
  return fill(effect === 'requires' ? requires : isDay(deadline) ? forbids : forbidsBetween, { date });
}

/** What the law asks, as a mark and a word. */
export function AskedChip({ page, asked, local }: { page: Page; asked: Asked; local: boolean }) {
  const { law } = page.words;
  const word = law.asked[asked];
  // Federal law alone is never the whole answer, and shall not look like it.
  const federal = !local && asked !== 'none' && asked !== 'unsettled';
  return <span class={`chip asks-${asked}`}>{federal ? fill(law.byFederal, { asked: word }) : word}</span>;
}

/** Where an instrument binds: `United States`, `Texas`, `Miami-Dade County, Florida`. */
export function whereOf({ jurisdiction }: Instrument, page: Page): string {
  return jurisdictionInWords(jurisdiction, page);
}

/** The place of a jurisdiction. */
export function jurisdictionInWords({ state, county }: Instrument['jurisdiction'], page: Page): string {
  if (state === null) return page.words.law.country;
  const name = stateIn(state, page.words);
  return county === null ? name : `${countyName(county)}, ${name}`;
}

/** A provision with the days on which it stood, what acts on it, and what it acts on. */
export function ProvisionItem({
  page,
  book,
  provision,
  on,
  named = false,
}: {
  page: Page;
  book: LawBook;
  provision: Provision;
  on: Day;
  /** Whether the instrument is named: not on its own page. */
  named?: boolean;
}) {
  const { law, kinds, programmes } = page.words;
  const instrument = book.instruments.get(provision.instrument);
  const standing = standingOn(book, provision, on);
  return (
    <li id={provision.id} class="provision">
      {named && instrument && (
        <a class="of" href={page.to(`policy/${instrument.id}`)}>
          {instrument.title}
        </a>
      )}
      <p lang="en">{provision.summary}</p>
      <p class="small soft">
        {joined([
          <StandingChip page={page} standing={standing} />,
          ...stretches(page, book, provision),
          ...standing.by.map((id) => acting(page, book, id)),
          ...stayedBy(book, provision, on).map((id) => (
            <>
              {law.stayed} <StayLink page={page} book={book} id={id} />
            </>
          )),
          deadlineInWords(page, provision),
          ...provision.actsOn.map((id) =>
            fill(law.actsOn[provision.effect === 'blocks' ? 'blocks' : 'restores'], {
              what: nameOf(book, id),
            }),
          ),
          provision.programmes.length > 0 &&
            provision.effect &&
            `${law.effects[provision.effect]}: ${provision.programmes.map((one) => programmes[one]).join(', ')}`,
          provision.kinds &&
            fill(law.applies.forKinds, { kinds: provision.kinds.map((one) => kinds[one]).join(', ') }),
          provision.figures && <span lang="en">{fill(law.figures, { figures: provision.figures })}</span>,
          page.here !== `topic/${provision.topic}` && (
            <a href={page.to(`topic/${provision.topic}`)}>{law.topics[provision.topic]}</a>
          ),
        ])}
      </p>
    </li>
  );
}

/** What blocks a provision or lets it stand again, with a link. */
export function acting(page: Page, book: LawBook, id: string): Child {
  const actor = book.provisions.get(id);
  const { by } = page.words.law;
  const phrase = actor?.effect === 'blocks' ? by.blocks : by.restores;
  const [before = '', after = ''] = phrase.split('{what}');
  return (
    <>
      {before}
      <a href={page.to(`policy/${actor?.instrument}`)}>{nameOf(book, id)}</a>
      {after}
    </>
  );
}

// A stay is often told with the very order that it stays: its words say more than the title.
function StayLink({ page, book, id }: { page: Page; book: LawBook; id: string }) {
  const stay = book.provisions.get(id);
  return (
    <a href={`${page.to(`policy/${stay?.instrument}`)}#${id}`} lang="en">
      {stay?.summary}
    </a>
  );
}

function nameOf(book: LawBook, id: string): string {
  return book.instruments.get(book.provisions.get(id)?.instrument ?? '')?.title ?? id;
}

/** How a provision stood, stretch by stretch, from when it began: a block is told as one, and an end only where it ended. */
function stretches(page: Page, book: LawBook, provision: Provision): string[] {
  const spans: StandingSpan[] = [];
  for (const span of standingSpans(book, provision)) {
    if (span.state === 'not-yet' || span.state === 'ended') continue;
    const last = spans.at(-1);
    // In force by another order than before is in force all the same.
    if (last && last.to === span.from && last.state === span.state && last.doubt === span.doubt)
      last.to = span.to;
    else spans.push({ ...span });
  }
  return spans.map((span) => `${stateInWords(page, span)} ${daysInWords(page, span)}`);
}

/** A stretch of days in words: `from 25 Jan 2017 to 1 Apr 2017`. */
export function daysInWords({ words }: Page, { from, to }: { from: Day | null; to: Day | null }): string {
  const [a, b] = [from && dayInWords(from, words, 'short'), to && dayInWords(to, words, 'short')];
  if (a === null) return b === null ? words.law.always : fill(words.law.alwaysTo, { to: b });
  return b === null ? fill(words.law.from, { from: a }) : fill(words.law.fromTo, { from: a, to: b });
}

/** Parts of a line with a dot between. */
export function joined(parts: (Child | false | null | undefined | '')[]): Child {
  const shown = parts.filter(Boolean);
  return (
    <>
      {shown.map((part, i) => (
        <>
          {i > 0 && ' · '}
          {part}
        </>
      ))}
    </>
  );
}

/** Of which day a page of law speaks, as known on which, and that it is no advice. */
export function LawNote({ page, day }: { page: Page; day: DayShown }) {
  const { law, agency } = page.words;
  return (
    <>
      {lastChangeNote(page, day)}{' '}
      {day.known && (
        <>
          {fill(law.known, { date: dayInWords(day.known, page.words) })}{' '}
          <a href={page.now(page.here)}>{agency.seeNow}</a>.{' '}
        </>
      )}
      {law.notAdvice}
    </>
  );
}

/** A form that asks a page for another day, and as known on another, where there is a server. */
export function OnAnotherDay({ page, day: { on, known } }: { page: Page; day: DayShown }) {
  const { words } = page;
  if (page.delivery !== 'served') return null;
  return (
    <form class="filters" method="get" action={page.now(page.here)}>
      <label>
        {words.slider.label} <input type="date" name="on" value={on} />
      </label>
      <label>
        {words.agency.asKnown} <input type="date" name="known" value={known ?? ''} />
      </label>
      <button type="submit">{words.slider.go}</button>
    </form>
  );
}
