import { type LawBook, regimes, TOPICS, type Topic } from '../law/index.ts';
import { STATES } from '../resolve/index.ts';
import { type Answer, type Ask, dayAsked, Unaskable } from './ask.ts';
import { countyActs } from './county-acts.tsx';
import { type DayShown, lawDay } from './last-change.ts';
import { askedOf, newestActOf, PlaceLaw } from './law-place.tsx';
import { Policies, TopicPage } from './policies.tsx';
import { PolicyPage } from './policy.tsx';
import { answersTo } from './policy-answers.ts';

/** The day that a page of law speaks of: as asked, else the last on which the law of the record changed. */
function lawDayShown({ page, query }: Ask, book: LawBook, state: string | null = null): DayShown {
  const on = dayAsked(page.snapshot, query('on'));
  const turn = query('on') ? null : lawDay(book, on, state);
  return { on: turn ?? on, turn: turn !== null };
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
      ...standing,
    })),
  }));
}

/** All instruments. A topic has a page of its own, and so has what changed from one day to another. */
export async function policies(ask: Ask): Promise<Answer> {
  const { page, reader, outlook, query } = ask;
  const topic = query('topic');
  if (topic !== undefined) {
    if (!TOPICS.some((one) => one === topic)) throw new Unaskable('badTopic', topic);
    return { redirect: `./topic/${topic}` };
  }
  // What changed from one day to another stands with what agencies changed.
  if (query('from') !== undefined || query('to') !== undefined) return { redirect: './changes' };
  const book = await reader.law();
  const { on, turn } = lawDayShown(ask, book);
  const proposed = (await reader.proposals()).filter(({ state }) => state === 'waits');
  return {
    data: { on, ...MAPS(book), regimes: regimesOf(book, 'removal-priorities'), proposed },
    view: () => <Policies page={page} data={{ on, turn, book, proposed, outlook }} />,
  };
}

/** One instrument, its provisions and the answers to it. */
export async function policy(ask: Ask): Promise<Answer> {
  const { page, reader, id } = ask;
  const book = await reader.law();
  const { on, turn } = lawDayShown(ask, book);
  const instrument = book.instruments.get(id);
  if (!instrument) return null;
  const answers = await answersTo(page.snapshot, reader, instrument);
  const source = await reader.source(instrument.source);
  const provisions = [...book.provisions.values()].filter((one) => one.instrument === id);
  const data = { on, turn, book, instrument, source, answers };
  return {
    data: { on, instrument, provisions, source, answers },
    view: () => <PolicyPage page={page} data={data} />,
  };
}

/** Every provision of one topic. */
export async function topic(ask: Ask): Promise<Answer> {
  const { page, reader, id } = ask;
  const found = TOPICS.find((one) => one === id);
  if (!found) return null;
  const book = await reader.law();
  const { on, turn } = lawDayShown(ask, book);
  const provisions = [...book.provisions.values()].filter((one) => one.topic === found);
  return {
    data: { topic: found, on, provisions, regimes: regimesOf(book, found) },
    view: () => <TopicPage page={page} data={{ on, turn, book }} topic={found} />,
  };
}

/** What applies in a state on a day. */
export async function placeLaw(ask: Ask): Promise<Answer> {
  const { page, reader, id } = ask;
  const state = STATES.find(({ usps }) => usps === id.toUpperCase())?.usps;
  if (!state) return null;
  if (state !== id) return { redirect: `./${state}` };
  const book = await reader.law();
  const day = lawDayShown(ask, book, state);
  const { on } = day;
  const asked = askedOf(book, { on, state });
  const data = {
    state,
    on,
    asked,
    newest: newestActOf(book, state),
    countyActs: countyActs(book, state, on),
  };
  return { data, view: () => <PlaceLaw page={page} data={{ ...data, book }} day={day} /> };
}
