import type { Day } from '../base/index.ts';
import type { Change } from '../record/index.ts';
import { STATES, stateName } from '../resolve/index.ts';
import { Chip, Layout } from './layout.tsx';
import { claimLink, type Page } from './page.ts';
import { count, fill } from './phrase.ts';
import { dayInWords } from './when.ts';

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
  const days = new Map<Day, Change[]>();
  for (const change of changes) {
    const day = days.get(change.day);
    if (day) day.push(change);
    else days.set(change.day, [change]);
  }
  const { words } = page;
  return (
    <ol class="changes">
      {[...days].map(([day, list]) => (
        <li>
          <time datetime={day}>{dayInWords(day, words, 'short')}</time>
          <ul>
            {list.slice(0, perDay).map((change) => (
              <li>
                <ChangeLine page={page} change={change} />
              </li>
            ))}
            {list.length > perDay && (
              <li>
                <a href={page.to('changes', page.delivery === 'served' ? { from: day, to: day } : {})}>
                  {count(words.changes.more, list.length - perDay, words.locale)}
                </a>
              </li>
            )}
          </ul>
        </li>
      ))}
    </ol>
  );
}

function ChangeLine({ page, change }: { page: Page; change: Change }) {
  const { words } = page;
  const [before = '', after = ''] = words.changes.kinds[change.kind].split('{agency}');
  return (
    <>
      {before}
      <a href={page.to(`agency/${change.agency}`)}>{change.name}</a>, {stateName(change.state)}
      {after}: <Chip page={page} position={change.position} />{' '}
      <span class="soft">{words.programmes[change.programme]}</span>
      {change.claim !== null && (
        <>
          {' · '}
          <a class="soft" href={claimLink(page, { id: change.claim, agencyId: change.agency })}>
            {words.changes.evidence}
          </a>
        </>
      )}
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
