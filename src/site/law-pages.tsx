import { type LawBook, regimes, TOPICS, type Topic } from '../law/index.ts';
import { STATES } from '../resolve/index.ts';
import { type Answer, type Ask, dayAsked } from './ask.ts';
import { askedOf, newestActOf, PlaceLaw } from './law-place.tsx';
import { Policies, TopicPage } from './policies.tsx';
import { PolicyPage } from './policy.tsx';
import { answersTo } from './policy-answers.ts';

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

/** All instruments. */
export async function policies({ page, reader, query, outlook }: Ask): Promise<Answer> {
  const on = dayAsked(page.snapshot, query('on'));
  const book = await reader.law();
  const proposed = (await reader.proposals()).filter(({ state }) => state === 'waits');
  return {
    data: { on, ...MAPS(book), regimes: regimesOf(book, 'removal-priorities'), proposed },
    view: () => <Policies page={page} data={{ on, book, proposed, outlook }} />,
  };
}

/** One instrument, its provisions and the answers to it. */
export async function policy({ page, reader, id, query }: Ask): Promise<Answer> {
  const on = dayAsked(page.snapshot, query('on'));
  const book = await reader.law();
  const instrument = book.instruments.get(id);
  if (!instrument) return null;
  const answers = await answersTo(page.snapshot, reader, instrument);
  const source = await reader.source(instrument.source);
  const provisions = [...book.provisions.values()].filter((one) => one.instrument === id);
  const data = { on, book, instrument, source, answers };
  return {
    data: { on, instrument, provisions, source, answers },
    view: () => <PolicyPage page={page} data={data} />,
  };
}

/** Every provision of one topic. */
export async function topic({ page, reader, id, query }: Ask): Promise<Answer> {
  const found = TOPICS.find((one) => one === id);
  if (!found) return null;
  const on = dayAsked(page.snapshot, query('on'));
  const book = await reader.law();
  const provisions = [...book.provisions.values()].filter((one) => one.topic === found);
  return {
    data: { topic: found, on, provisions, regimes: regimesOf(book, found) },
    view: () => <TopicPage page={page} data={{ on, book }} topic={found} />,
  };
}

/** What applies in a state on a day. */
export async function placeLaw({ page, reader, id, query }: Ask): Promise<Answer> {
  const state = STATES.find(({ usps }) => usps === id.toUpperCase())?.usps;
  if (!state) return null;
  if (state !== id) return { redirect: `./${state}` };
  const on = dayAsked(page.snapshot, query('on'));
  const book = await reader.law();
  const data = { state, on, asked: askedOf(book, { on, state }), newest: newestActOf(book, state) };
  return { data, view: () => <PlaceLaw page={page} data={data} /> };
}
