import type { Day } from '../base/index.ts';
import { type LawBook, regimes, TOPICS, type Topic } from '../law/index.ts';
import { STATES } from '../resolve/index.ts';
import { type Answer, type Ask, dayAsked, Unaskable } from './ask.ts';
import { countyActs } from './county-acts.tsx';
import { type DayShown, lawDay, type Matter } from './last-change.ts';
import { askedOf, newestActOf, PlaceLaw } from './law-place.tsx';
import type { Page } from './page.ts';
import { Policies, RegimesPage, TopicPage } from './policies.tsx';
import { PolicyPage } from './policy.tsx';
import { answersTo } from './policy-answers.ts';

interface LawAsked {
  page: Page;
  book: LawBook;
  known: Day | null;
}

/** The law as known on the day that is asked for, and a page whose links to law lead on as known then. */
async function lawAsked({ page, reader, query }: Ask): Promise<LawAsked> {
  const asked = query('known');
  if (!asked) return { page, book: await reader.law(), known: null };
  const known = dayAsked(page.snapshot, asked);
  const to: Page['to'] = (path, more = {}) => page.to(path, LAW.test(path) ? { ...more, known } : more);
  return { page: { ...page, to }, book: await reader.law(known), known };
}

const LAW = /^(?:policies$|regimes$|policy\/|topic\/|law\/)/;

/** The day that a page of law speaks of: as asked, else the last on which the law of the record changed. */
function lawDayShown(
  { page, query }: Ask,
  { book, known }: LawAsked,
  matter: Matter | null = null,
): DayShown {
  const on = dayAsked(page.snapshot, query('on'));
  const turn = query('on') ? null : lawDay(book, on, matter);
  return { on: turn ?? on, turn: turn !== null, known };
}

const MAPS = ({
  instruments,
  provisions,
}: {
  instruments: Map<string, unknown>;
  provisions: Map<string, unknown>;
}) => ({
  instruments: [...instruments.values()],
  provisions: [...provisions.values()],
});

/** The federal regimes of a topic as data: from which day to which, and what stood. */
function regimesOf(book: LawBook, topic: Topic) {
  return regimes(book, topic).map(({ from, to, provisions }) => ({
    from,
    to,
    provisions: provisions.map(({ provision, standing }) => ({
      provision: provision.id,
      instrument: provision.instrument,
      title: book.instruments.get(provision.instrument)?.title,
      summary: provision.summary,
      ...standing,
    })),
  }));
}

/** All instruments. A topic has a page of its own, and so has what changed from one day to another. */
export async function policies(ask: Ask): Promise<Answer> {
  const { reader, outlook, query } = ask;
  const law = await lawAsked(ask);
  const topic = query('topic');
  if (topic !== undefined) {
    if (!TOPICS.some((one) => one === topic)) throw new Unaskable('badTopic', topic);
    return { redirect: `./topic/${topic}` };
  }
  // What changed from one day to another stands with what agencies changed.
  if (query('from') !== undefined || query('to') !== undefined) return { redirect: './changes' };
  const { page, book, known } = law;
  const day = lawDayShown(ask, law);
  const proposed = (await reader.proposals(known ?? undefined)).filter(({ state }) => state === 'waits');
  return {
    data: { on: day.on, known, ...MAPS(book), regimes: regimesOf(book, 'removal-priorities'), proposed },
    view: () => <Policies page={page} data={{ ...day, book, proposed, outlook }} />,
  };
}

/** The federal removal priorities, one after the other. */
export async function priorities(ask: Ask): Promise<Answer> {
  const law = await lawAsked(ask);
  const { page, book, known } = law;
  const day = lawDayShown(ask, law, { topic: 'removal-priorities' });
  return {
    data: { on: day.on, known, regimes: regimesOf(book, 'removal-priorities') },
    view: () => <RegimesPage page={page} data={{ ...day, book }} />,
  };
}

/** One instrument, its provisions and the answers to it. */
export async function policy(ask: Ask): Promise<Answer> {
  const { reader, id } = ask;
  const law = await lawAsked(ask);
  const { page, book, known } = law;
  const instrument = book.instruments.get(id);
  if (!instrument) return null;
  const day = lawDayShown(ask, law, { instrument: id });
  // Where agencies stood is told as known now.
  const answers = known === null ? await answersTo(page.snapshot, reader, instrument) : null;
  const source = await reader.source(instrument.source);
  const provisions = [...book.provisions.values()].filter((one) => one.instrument === id);
  const data = { ...day, book, instrument, source, answers };
  return {
    data: { on: day.on, known, instrument, provisions, source, answers },
    view: () => <PolicyPage page={page} data={data} />,
  };
}

/** Every provision of one topic. */
export async function topic(ask: Ask): Promise<Answer> {
  const { id } = ask;
  const found = TOPICS.find((one) => one === id);
  if (!found) return null;
  const law = await lawAsked(ask);
  const { page, book, known } = law;
  const day = lawDayShown(ask, law, { topic: found });
  const provisions = [...book.provisions.values()].filter((one) => one.topic === found);
  return {
    data: { topic: found, on: day.on, known, provisions, regimes: regimesOf(book, found) },
    view: () => <TopicPage page={page} data={{ ...day, book }} topic={found} />,
  };
}

/** What applies in a state on a day. */
export async function placeLaw(ask: Ask): Promise<Answer> {
  const { id } = ask;
  const law = await lawAsked(ask);
  const state = STATES.find(({ usps }) => usps === id.toUpperCase())?.usps;
  if (!state) return null;
  if (state !== id) return { redirect: `./${state}` };
  const { page, book, known } = law;
  const day = lawDayShown(ask, law, { state });
  const { on } = day;
  const asked = askedOf(book, { on, state });
  const data = {
    state,
    on,
    known,
    asked,
    newest: newestActOf(book, state),
    countyActs: countyActs(book, state, on),
  };
  return { data, view: () => <PlaceLaw page={page} data={{ ...data, book }} day={day} /> };
}
