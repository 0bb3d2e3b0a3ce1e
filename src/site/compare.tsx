import { csvFormatRows } from 'd3-dsv';
import type { Day } from '../base/index.ts';
import { STATES } from '../resolve/index.ts';
import { dayNumber } from './intervals-binary.ts';
import { KnownField, Layout, Strong } from './layout.tsx';
import type { Page } from './page.ts';
import { count, fill, inPrint } from './phrase.ts';
import { countByState, LOOKS, type Look, readStanding, standingsOn } from './standing.ts';
import { stateIn } from './states-es.ts';
import { dayInWords } from './when.ts';

/** An agency whose position on the one day differs from that on the other. */
export interface Moved {
  id: string;
  name: string;
  state: string;
  before: Look | null;
  after: Look | null;
}

/** What the page of comparison shows: two dates, and if asked two states on the second. */
export interface CompareData {
  a: Day;
  b: Day;
  counts: { a: number[]; b: number[] };
  moved: Moved[];
  states: { states: [string, string]; counts: [number[], number[]] } | null;
  /** Days of the small maps. */
  days: Day[];
}

const ROWS = 300;

/** Two dates against each other, and two states where both are named. */
export function compareData(
  { snapshot }: Pick<Page, 'snapshot'>,
  a: Day,
  b: Day,
  states: [string, string] | null,
): CompareData {
  const { table, agencies, counts } = snapshot;
  const [first, second] = [standingsOn(table, dayNumber(a)), standingsOn(table, dayNumber(b))];
  const total = (codes: Uint8Array) => {
    const sums = LOOKS.map(() => 0);
    for (const code of codes) if (code >= 2) sums[(code >> 1) - 1]!++;
    return sums;
  };
  const moved: Moved[] = [];
  first.standing.forEach((code, i) => {
    const before = readStanding(code)?.look ?? null;
    const after = readStanding(second.standing[i]!)?.look ?? null;
    if (before === after) return;
    const { id, name, state } = agencies[i]!;
    moved.push({ id, name, state, before, after });
  });
  moved.sort((x, y) => (x.state + x.name < y.state + y.name ? -1 : 1));
  const byState = states && countByState(table, second);
  return {
    a,
    b,
    counts: { a: total(first.standing), b: total(second.standing) },
    moved,
    states: states && {
      states,
      counts: states.map((state) => [...byState![table.states.indexOf(state)]!]) as [number[], number[]],
    },
    days: multiplesOf(counts.newest ?? b),
  };
}

/** The agencies that stand elsewhere on the second date, as CSV. */
export function compareCsv({ a, b, moved }: CompareData): string {
  const rows = moved.map(({ id, name, state, before, after }) => [
    ...[id, name, state, a, b],
    before ?? '',
    after ?? '',
  ]);
  const columns = [
    'agency',
    'name',
    'state',
    'first_date',
    'second_date',
    'position_first',
    'position_second',
  ];
  return `${csvFormatRows([columns, ...rows])}\n`;
}

/** The days of the small maps: the first of every year since 2017, and the newest. */
export function multiplesOf(newest: Day): Day[] {
  const last = Number(newest.slice(0, 4));
  const years = Array.from({ length: Math.max(0, last - 2016) }, (_, i) => `${2017 + i}-01-01`);
  return [...years, newest];
}

/** The page of comparison. */
export function Compare({ page, data }: { page: Page; data: CompareData }) {
  const { words } = page;
  const { compare } = words;
  const dates = { a: dayInWords(data.a, words), b: dayInWords(data.b, words) };
  return (
    <Layout page={page} title={compare.title}>
      <h1>{compare.title}</h1>
      <p class="answer">
        <Strong phrase={count(compare.lead, data.moved.length, words.locale, dates)} />
      </p>
      {page.delivery === 'served' && <Form page={page} data={data} />}
      <Figures
        page={page}
        title={compare.dates}
        heads={[dayInWords(data.a, words, 'short'), dayInWords(data.b, words, 'short')]}
        columns={[data.counts.a, data.counts.b]}
      />
      {data.states && (
        <Figures
          page={page}
          title={`${compare.states}, ${dates.b}`}
          heads={data.states.states.map((state) => stateIn(state, words)) as [string, string]}
          columns={data.states.counts}
        />
      )}
      <Multiples page={page} days={data.days} />
      <p>
        <a href={csvLink(page, data)}>CSV</a> · <a href={page.json('compare')}>{words.agency.json}</a>
      </p>
      {data.moved.length > 0 && <Movers page={page} moved={data.moved} dates={dates} />}
    </Layout>
  );
}

// Files have the comparison of the two dates that stand on their page.
function csvLink({ root, delivery, known }: Page, { a, b }: CompareData): string {
  const then = known === null ? '' : `&known=${known}`;
  return delivery === 'served' ? root(`compare.csv?a=${a}&b=${b}${then}`) : root('compare.csv');
}

function Form({ page, data }: { page: Page; data: CompareData }) {
  const { words } = page;
  const chosen = data.states?.states ?? ['', ''];
  return (
    <form class="filters" method="get" action={page.now('compare')}>
      <KnownField page={page} />
      <label>
        {words.compare.first} <input type="date" name="a" value={data.a} />
      </label>
      <label>
        {words.compare.second} <input type="date" name="b" value={data.b} />
      </label>
      {(['s', 't'] as const).map((name, i) => (
        <label>
          {words.compare[name]}{' '}
          <select name={name}>
            <option value="">–</option>
            {STATES.map(({ usps }) => (
              <option value={usps} selected={usps === chosen[i]}>
                {stateIn(usps, words)}
              </option>
            ))}
          </select>
        </label>
      ))}
      <button type="submit">{words.changes.show}</button>
    </form>
  );
}

function Figures(props: {
  page: Page;
  title: string;
  heads: [string, string];
  columns: [number[], number[]];
}) {
  const { page, title, heads, columns } = props;
  const { words } = page;
  const number = new Intl.NumberFormat(words.locale);
  const signed = new Intl.NumberFormat(words.locale, { signDisplay: 'exceptZero' });
  return (
    <section>
      <h2>{title}</h2>
      <table class="figures narrow-table">
        <thead>
          <tr>
            <th scope="col">{words.agency.position}</th>
            {heads.map((head) => (
              <th scope="col">{head}</th>
            ))}
            <th scope="col">{words.compare.difference}</th>
          </tr>
        </thead>
        <tbody>
          {LOOKS.map((look, i) => (
            <tr>
              <th scope="row">
                <span class={`chip ${look}`}>{words.looks[look]}</span>
              </th>
              {columns.map((column) => (
                <td>{number.format(column[i]!)}</td>
              ))}
              <td>{signed.format(columns[1][i]! - columns[0][i]!).replace('-', '−')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Multiples({ page, days }: { page: Page; days: Day[] }) {
  const { words } = page;
  const then = page.known === null ? '' : `?known=${page.known}`;
  return (
    <section>
      <h2>{words.compare.multiples}</h2>
      <ul class="multiples">
        {days.map((day) => {
          const date = dayInWords(day, words);
          return (
            <li>
              <figure>
                <picture>
                  <source
                    media="(prefers-color-scheme: dark)"
                    srcset={page.root(`map/${day}-dark.png${then}`)}
                  />
                  <img
                    src={page.root(`map/${day}.png${then}`)}
                    alt={fill(words.home.mapAlt, { date })}
                    width="488"
                    height="305"
                    loading="lazy"
                  />
                </picture>
                <figcaption>{date}</figcaption>
              </figure>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function Movers({ page, moved, dates }: { page: Page; moved: Moved[]; dates: { a: string; b: string } }) {
  const { words } = page;
  const chip = (look: Look | null) => (
    <span class={`chip ${look ?? 'none'}`}>{words.looks[look ?? 'none']}</span>
  );
  return (
    <section>
      <h2>{words.compare.changed}</h2>
      <table class="stack moved">
        <thead>
          <tr>
            <th scope="col">{words.compare.agency}</th>
            <th scope="col">{dates.a}</th>
            <th scope="col">{dates.b}</th>
          </tr>
        </thead>
        <tbody>
          {moved.slice(0, ROWS).map((one) => (
            <tr>
              <td>
                <a href={page.agency(one.id)}>{inPrint(one.name)}</a>
                <span class="soft">, {one.state}</span>
              </td>
              <td data-label={dates.a}>{chip(one.before)}</td>
              <td data-label={dates.b}>{chip(one.after)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {moved.length > ROWS && (
        <p>
          <a href={page.json('compare')}>{count(words.compare.more, moved.length - ROWS, words.locale)}</a>
        </p>
      )}
    </section>
  );
}
