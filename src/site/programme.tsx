import type { Day } from '../base/index.ts';
import { PROGRAMMES, type Programme } from '../claim/index.ts';
import { dayNumber } from './intervals-binary.ts';
import { type DayShown, lastChangeNote } from './last-change.ts';
import { Layout, Strong } from './layout.tsx';
import type { Page } from './page.ts';
import { count, fill } from './phrase.ts';
import { countByState, LOOKS, standingsOn } from './standing.ts';
import { StandingTable, type StateCounts } from './state-table.tsx';
import { dayInWords } from './when.ts';

/** What a programme's page shows: how many agencies hold which position on it, state by state. */
export interface ProgrammeData {
  programme: Programme;
  on: Day;
  states: StateCounts[];
}

/** A programme's positions on a day, or null for a word that is no programme. */
export function programmeData(page: Page, id: string, on: Day): ProgrammeData | null {
  const programme = PROGRAMMES.find((one) => one === id);
  if (!programme) return null;
  const { table } = page.snapshot;
  const byState = countByState(table, standingsOn(table, dayNumber(on), programme));
  const states = table.states.flatMap((state, i) => {
    const own = byState[i]!;
    if (own.every((n) => n === 0)) return [];
    return [{ state, counts: Object.fromEntries(LOOKS.map((look, l) => [look, own[l]!])) }];
  });
  return { programme, on, states };
}

/** A programme's page. */
export function ProgrammePage({ page, data, day }: { page: Page; data: ProgrammeData; day: DayShown }) {
  const { words } = page;
  const { programme } = words;
  const taking = data.states.reduce((sum, row) => sum + row.counts['takes-part']!, 0);
  const name = words.programmes[data.programme];
  const lead = count(programme.lead, taking, words.locale, { date: dayInWords(data.on, words) });
  return (
    <Layout
      page={page}
      title={name}
      description={`${programme.about[data.programme]} ${lead.replaceAll('**', '')}`}
    >
      <h1>{name}</h1>
      <p class="where">{programme.about[data.programme]}</p>
      <p class="answer">
        <Strong phrase={lead} />
      </p>
      <p class="asof">
        {lastChangeNote(page, day)}{' '}
        <a href={page.to('', page.delivery === 'served' ? { programme: data.programme } : {})}>
          {programme.onMap}
        </a>
      </p>
      {data.states.length > 0 && (
        <StandingTable
          page={page}
          states={data.states}
          title={words.home.tableTitle}
          note={fill(words.home.programmeNote, { date: dayInWords(data.on, words) })}
        />
      )}
      <h2>{programme.others}</h2>
      <ul class="columns">
        {PROGRAMMES.filter((one) => one !== data.programme).map((one) => (
          <li>
            <a href={page.to(`programme/${one}`)}>{words.programmes[one]}</a>
          </li>
        ))}
      </ul>
    </Layout>
  );
}
