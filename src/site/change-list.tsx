import { type Day, isDay } from '../base/index.ts';
import type { Change } from '../record/index.ts';
import { claimLink, type Page } from './page.ts';
import { count, inPrint } from './phrase.ts';
import { lookOf } from './standing.ts';
import { stateIn } from './states-es.ts';
import { betweenInWords, betweenOf, dayInWords } from './when.ts';

/** What one agency did on one day, its programmes taken together. */
export interface Entry {
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
                <a href={page.to(`changes/${day}`)}>
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
export interface Group {
  day: Day;
  /** EDTF. */
  when: string;
  entries: Entry[];
}

/** Changes by day (or what the source gives), newest first as they come, those of one agency and kind as one entry. */
export function entriesByDay(changes: Change[]): Group[] {
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
      <a href={page.agency(first.agency)}>{inPrint(first.name)}</a>, {stateIn(first.state, words)}
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
