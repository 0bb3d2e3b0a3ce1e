import { type Day, isDay } from '../base/index.ts';
import type { Change } from '../record/index.ts';
import { STATES, stateName } from '../resolve/index.ts';
import { Layout } from './layout.tsx';
import { claimLink, type Page } from './page.ts';
import { count, fill, inPrint } from './phrase.ts';
import { lookOf } from './standing.ts';
import { betweenInWords, betweenOf, dayInWords } from './when.ts';

/** What one agency did on one day, its programmes taken together. */
interface Entry {
  first: Change;
  programmes: Change[];
}

/** Changes day by day, newest first, each with a link to what shows it. At most `perDay` of one day are written out. */
export function ChangeList({
  page,
  changes,
  perDay = 8,
}: {
  page: Page;
  changes: Change[];
  perDay?: number;
}) {
  const { words } = page;
  return (
    <ol class="changes">
      {entriesByDay(changes).map(({ day, when, entries }) => (
        <li>
          {isDay(when) ? (
            <time datetime={when}>{dayInWords(when, words, 'short')}</time>
          ) : (
            <span class="when">
              {betweenInWords(betweenOf(when) ?? { min: null, max: day }, words, 'short')}
            </span>
          )}
          <ul>
            {entries.slice(0, perDay).map((entry) => (
              <li>
                <Line page={page} entry={entry} />
              </li>
            ))}
            {entries.length > perDay && (
              <li>
                <a href={page.to('changes', page.delivery === 'served' ? { from: day, to: day } : {})}>
                  {count(words.changes.more, entries.length - perDay, words.locale)}
                </a>
              </li>
            )}
          </ul>
        </li>
      ))}
    </ol>
  );
}

/** The changes of one day, or of one month where the source gives no day: said things are told no finer than they were. */
interface Group {
  day: Day;
  /** EDTF. */
  when: string;
  entries: Entry[];
}

function entriesByDay(changes: Change[]): Group[] {
  const days = new Map<string, { day: Day; entries: Map<string, Entry> }>();
  for (const change of changes) {
    const when = change.kind === 'said' ? change.detail : change.day;
    const group = days.get(when) ?? { day: change.day, entries: new Map<string, Entry>() };
    days.set(when, group);
    const day = group.entries;
    const key = `${change.agency} ${change.kind}`;
    const entry = day.get(key);
    if (entry) entry.programmes.push(change);
    else day.set(key, { first: change, programmes: [change] });
  }
  return [...days].map(([when, { day, entries }]) => ({ day, when, entries: [...entries.values()] }));
}

function Line({ page, entry }: { page: Page; entry: Entry }) {
  const { words } = page;
  const { first, programmes } = entry;
  const [before = '', after = ''] = words.changes.kinds[first.kind].split('{agency}');
  const said = first.kind === 'said';
  return (
    <>
      {before}
      <a href={page.to(`agency/${first.agency}`)}>{inPrint(first.name)}</a>, {stateName(first.state)}
      {after}:{' '}
      {programmes.map((change) => (
        <>
          <span class={`chip ${lookOf(change.position)}`}>
            {said ? words.positions[change.position] : words.programmes[change.programme]}
          </span>
          {said && <span class="soft"> {words.programmes[change.programme]}</span>}
          {change.claim !== null && (
            <a class="small evidence" href={claimLink(page, { id: change.claim, agencyId: change.agency })}>
              {words.changes.evidence}
            </a>
          )}{' '}
        </>
      ))}
    </>
  );
}

/** What the page of changes shows. */
export interface ChangesData {
  from: Day;
  to: Day;
  state: string | null;
  changes: Change[];
}

/** The page of changes between two days, of one state or of all. */
export function Changes({ page, data }: { page: Page; data: ChangesData }) {
  const { words } = page;
  const { from, to, state, changes } = data;
  const dates = { from: dayInWords(from, words), to: dayInWords(to, words) };
  const lead = state
    ? fill(words.changes.leadState, { ...dates, state: stateName(state) })
    : fill(words.changes.lead, dates);
  return (
    <Layout page={page} title={words.changes.title}>
      <h1>{words.changes.title}</h1>
      <p class="answer">{lead}</p>
      {page.delivery === 'served' && <ChangesForm page={page} data={data} />}
      {changes.length === 0 ? (
        <p>{words.changes.none}</p>
      ) : (
        <ChangeList
          page={page}
          changes={changes}
          perDay={page.delivery === 'served' && from === to ? 5000 : 40}
        />
      )}
    </Layout>
  );
}

function ChangesForm({ page, data }: { page: Page; data: ChangesData }) {
  const { words } = page;
  return (
    <form class="filters" method="get" action={page.to('changes')}>
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
              {stateName(code)}
            </option>
          ))}
        </select>
      </label>
      <button type="submit">{words.changes.show}</button>
    </form>
  );
}
