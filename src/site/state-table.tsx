import type { Page } from './page.ts';
import { LOOKS } from './standing.ts';
import { stateIn } from './states-es.ts';

/** How many agencies of a state hold which position; keys are the looks. */
export interface StateCounts {
  state: string;
  counts: Record<string, number>;
}

/**
 * States with how many of their agencies hold which position: what the map says, as a table. With `every`, states without
 * any stand hidden in it, for a script that moves the day.
 */
export function StandingTable({
  page,
  states,
  every,
  title,
  note,
}: {
  page: Page;
  states: StateCounts[];
  every?: string[];
  title: string;
  note: string;
}) {
  const { words } = page;
  const total = LOOKS.map((look) => states.reduce((sum, row) => sum + row.counts[look]!, 0));
  const number = new Intl.NumberFormat(words.locale);
  return (
    <section>
      <h2>{title}</h2>
      <p class="small soft" id="table-note">
        {note}
      </p>
      <section class="scroll" aria-label={title} tabindex={0}>
        <table class="figures" id="states">
          <thead>
            <tr>
              <th scope="col">{words.home.state}</th>
              {LOOKS.map((look) => (
                <th scope="col">
                  <span class={`chip ${look}`}>{words.looks[look]}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {(every ?? states.map(({ state }) => state)).map((state) => {
              const row = states.find((r) => r.state === state);
              return (
                <tr data-state={state} hidden={!row}>
                  <th scope="row">
                    <a href={page.to(`state/${state}`)}>{stateIn(state, words)}</a>
                  </th>
                  {LOOKS.map((look) => (
                    <td>{row?.counts[look] ? number.format(row.counts[look]) : ''}</td>
                  ))}
                </tr>
              );
            })}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{words.home.all}</th>
              {total.map((n) => (
                <td>{number.format(n)}</td>
              ))}
            </tr>
          </tfoot>
        </table>
      </section>
    </section>
  );
}
