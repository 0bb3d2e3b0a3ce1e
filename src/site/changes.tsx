import type { Day } from '../base/index.ts';
import type { Change } from '../record/index.ts';
import { STATES } from '../resolve/index.ts';
import { ChangeList } from './change-list.tsx';
import { type LawTurn, LawTurns } from './law-changes.tsx';
import { KnownField, Layout } from './layout.tsx';
import type { Page } from './page.ts';
import { fill } from './phrase.ts';
import { stateIn } from './states-es.ts';
import { dayInWords } from './when.ts';

/** What the page of changes shows. */
export interface ChangesData {
  from: Day;
  to: Day;
  state: string | null;
  changes: Change[];
  /** Provisions of law that turned. */
  law: LawTurn[];
  /** Days of a first list: who stands on it need not be new on it. */
  begins: Day[];
}

/** The page of changes between two days, of one state or of all. */
export function Changes({ page, data }: { page: Page; data: ChangesData }) {
  const { words } = page;
  const { from, to, state, changes, law, begins } = data;
  const dates = { from: dayInWords(from, words), to: dayInWords(to, words) };
  const lead = state
    ? fill(words.changes.leadState, { ...dates, state: stateIn(state, words) })
    : fill(words.changes.lead, dates);
  const oneDay = from === to && state === null;
  const title = oneDay ? fill(words.changes.titleDay, { day: dates.to }) : words.changes.title;
  return (
    <Layout page={page} title={title}>
      <h1>{title}</h1>
      {!oneDay && <p class="answer">{lead}</p>}
      <p class="asof">
        <a href={page.feed(state ? `state/${state}` : 'all')}>{words.use.follow}</a> ·{' '}
        <a href={page.to('compare')}>{words.use.compare}</a>
        {law.length > 0 && changes.length > 0 && (
          <>
            {' '}
            · <a href="#law">{words.law.turnsTitle}</a>
          </>
        )}
      </p>
      {page.delivery === 'served' && <ChangesForm page={page} data={data} />}
      {changes.length > 0 &&
        begins.map((day) => (
          <p class="small">{fill(words.changes.begins, { day: dayInWords(day, words) })}</p>
        ))}
      {changes.length === 0 ? (
        <p>{law.length === 0 ? words.changes.none : words.changes.noneOfAgencies}</p>
      ) : (
        <ChangeList page={page} changes={changes} perDay={from === to ? 5000 : 40} />
      )}
      <LawTurns page={page} turns={law} />
    </Layout>
  );
}

function ChangesForm({ page, data }: { page: Page; data: ChangesData }) {
  const { words } = page;
  return (
    <form class="filters" method="get" action={page.now('changes')}>
      <KnownField page={page} />
      <label>
        {words.changes.from} <input type="date" name="from" value={data.from} />
      </label>
      <label>
        {words.changes.to} <input type="date" name="to" value={data.to} />
      </label>
      <label>
        {words.changes.state}{' '}
        <select name="state">
          <option value="">{words.changes.all}</option>
          {STATES.map(({ usps: code }) => (
            <option value={code} selected={code === data.state}>
              {stateIn(code, words)}
            </option>
          ))}
        </select>
      </label>
      <button type="submit">{words.changes.show}</button>
    </form>
  );
}
