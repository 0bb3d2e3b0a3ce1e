import { scaleBand, scaleLinear } from 'd3-scale';
import type { Child } from 'hono/jsx';
import { addDays, type Day } from '../base/index.ts';
import { NARROW, type Room, round, WIDE, YAxis } from './chart-draw.tsx';
import type { Page } from './page.ts';
import { count, fill, inPrint } from './phrase.ts';
import { type Answers, looksOf, type PolicyAnswer } from './policy-answers.ts';
import { LOOKS, type Look } from './standing.ts';
import { stateIn } from './states-es.ts';
import { dayInWords, edtfInWords } from './when.ts';
import type { Words } from './words-en.ts';

/** Names that one list writes out. */
const NAMED = 24;
const LEFT = 44;
const TOP = 30;
const BOTTOM = 26;
/** Drawn above the line; what limits, declines or ends is drawn below it. */
const UP: readonly Look[] = ['takes-part', 'will-join'];
const DOWN: readonly Look[] = ['limits', 'declines', 'ends'];

/** Who answered a policy in its weeks, and how, with the weeks as a chart. It says what came at the same time and claims no cause. */
export function AnswersSection({ page, answers, id }: { page: Page; answers: Answers; id: string }) {
  const { words } = page;
  const { law } = words;
  const [first, date] = [dayInWords(answers.first, words), dayInWords(answers.last, words)];
  return (
    <section>
      <h2 id="answers">{law.answers.title}</h2>
      <p class="small">
        {answers.first === answers.last
          ? fill(law.answers.lead, { date })
          : fill(law.answers.leadBetween, { a: first, b: date })}{' '}
        {answers.lists === 0 && law.answers.noLists}
      </p>
      <Counts page={page} answers={answers} />
      <p class="small soft">{law.answers.rule}</p>
      {answers.answers.length === 0 ? (
        <p>{answers.perhaps.length > 0 ? law.answers.noneSure : law.answers.none}</p>
      ) : (
        <>
          <Figure page={page} answers={answers} id={id} />
          {looksOf(answers).map((look) => (
            <Named page={page} look={look} answers={answers.answers.filter((one) => one.look === look)} />
          ))}
        </>
      )}
      {answers.perhaps.length > 0 && (
        <>
          <p>{fill(law.answers.perhaps, { date: dayInWords(answers.to, words) })}</p>
          {LOOKS.map((look) => (
            <Named page={page} look={look} answers={answers.perhaps.filter((one) => one.look === look)} />
          ))}
        </>
      )}
      {answers.silent.length > 0 && (
        <p>
          {count(law.answers.silent, answers.silent.length, words.locale)}{' '}
          <a href={page.root(`answers/${id}.csv`)}>{law.answers.all}</a>
        </p>
      )}
    </section>
  );
}

function Counts({ page, answers }: { page: Page; answers: Answers }) {
  const { words } = page;
  const looks = LOOKS.filter((look) => answers.before[look] || answers.after[look]);
  if (looks.length === 0) return null;
  const number = new Intl.NumberFormat(words.locale);
  return (
    <table class="figures counts">
      <thead>
        <tr>
          <th scope="col">{words.agency.position}</th>
          <th scope="col">{dayInWords(addDays(answers.from, -1), words, 'short')}</th>
          <th scope="col">{dayInWords(answers.to, words, 'short')}</th>
        </tr>
      </thead>
      <tbody>
        {looks.map((look) => (
          <tr>
            <th scope="row">
              <span class={`chip ${look}`}>{words.looks[look]}</span>
            </th>
            <td>{number.format(answers.before[look] ?? 0)}</td>
            <td>{number.format(answers.after[look] ?? 0)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Figure({ page, answers, id }: { page: Page; answers: Answers; id: string }) {
  const { words } = page;
  const own = words.law.answers;
  const rooms = [WIDE, NARROW].map((room) => ({ ...room, height: 240 }));
  return (
    <figure class="chart">
      {rooms.map((room, i) => (
        <svg
          class={i === 0 ? 'wide' : 'narrow'}
          viewBox={`0 0 ${room.width} ${room.height}`}
          role="img"
          aria-label={`${own.chart} ${weeksInWords(answers, words)}`}
        >
          {answersChart(answers, words, room)}
        </svg>
      ))}
      <figcaption class="small soft">
        {own.note} <a href={page.root(`answers/${id}.csv`)}>{words.charts.csv}</a>
      </figcaption>
    </figure>
  );
}

/** A bar for each week and look: joining above the line, limiting, declining and ending below; a rule where the policy's own day is. */
export function answersChart({ weeks, first, last }: Answers, words: Words, room: Room): Child {
  const sum = (looks: readonly Look[], week: (typeof weeks)[number]) =>
    looks.reduce((total, look) => total + (week.counts[look] ?? 0), 0);
  const up = Math.max(1, ...weeks.map((week) => sum(UP, week)));
  const down = Math.max(0, ...weeks.map((week) => sum(DOWN, week)));
  const x = scaleBand()
    .domain(weeks.map(({ from }) => from))
    .range([LEFT, room.width - 12])
    .padding(0.25);
  const y = scaleLinear()
    .domain([-down, up])
    .nice()
    .range([room.height - BOTTOM, TOP]);
  const day = new Intl.DateTimeFormat(words.locale, { day: 'numeric', month: 'short', timeZone: 'UTC' });
  const wide = room.width > 500;
  const before = (week: Day) => round((x(week) ?? LEFT) - (x.step() - x.bandwidth()) / 2);
  return (
    <>
      <YAxis room={room} y={y} words={words} />
      {weeks.map((week, i) => (
        <g>
          <title>{weekInWords(week, words)}</title>
          {stacked(week.counts, UP, 1).map((bar) => barOf(bar, x(week.from)!, x.bandwidth(), y))}
          {stacked(week.counts, DOWN, -1).map((bar) => barOf(bar, x(week.from)!, x.bandwidth(), y))}
          {(wide || i % 2 === 0) && (
            <text
              class="tick"
              x={round(x(week.from)! + x.bandwidth() / 2)}
              y={room.height - 6}
              text-anchor="middle"
            >
              {day.format(Date.parse(`${week.from}T00:00:00Z`))}
            </text>
          )}
        </g>
      ))}
      <path class="zero" d={`M${LEFT} ${round(y(0))}H${room.width - 12}`} />
      {[...new Set([first, last])].map((mark) => (
        <>
          <path
            class="zero"
            stroke-dasharray="3 3"
            d={`M${before(mark)} ${TOP - 8}V${room.height - BOTTOM}`}
          />
          <text x={before(mark)} y={TOP - 14} text-anchor="middle">
            {day.format(Date.parse(`${mark}T00:00:00Z`))}
          </text>
        </>
      ))}
    </>
  );
}

interface Bar {
  look: Look;
  from: number;
  to: number;
}

/** Looks one upon the other, away from the line. */
function stacked(counts: Partial<Record<Look, number>>, looks: readonly Look[], sign: 1 | -1): Bar[] {
  let from = 0;
  return looks.flatMap((look) => {
    const own = counts[look] ?? 0;
    if (own === 0) return [];
    const bar = { look, from, to: from + sign * own };
    from = bar.to;
    return [bar];
  });
}

function barOf({ look, from, to }: Bar, x: number, width: number, y: (value: number) => number): Child {
  const [top, bottom] = [Math.min(y(from), y(to)), Math.max(y(from), y(to))];
  return (
    <rect
      class={`bar ${look}`}
      x={round(x)}
      y={round(top)}
      width={round(width)}
      height={round(bottom - top)}
    />
  );
}

function weekInWords({ from, to, counts }: Answers['weeks'][number], words: Words): string {
  const number = new Intl.NumberFormat(words.locale);
  const parts = LOOKS.flatMap((look) =>
    counts[look] ? [`${words.looks[look]}: ${number.format(counts[look])}`] : [],
  );
  const span = fill(words.law.answers.span, {
    a: dayInWords(from, words, 'short'),
    b: dayInWords(to, words, 'short'),
  });
  return `${span}: ${parts.join(', ') || '0'}`;
}

function weeksInWords({ weeks }: Answers, words: Words): string {
  return weeks.map((week) => weekInWords(week, words)).join('. ');
}

/** The agencies of one answer, by name; beyond some, how many more. */
function Named({ page, look, answers }: { page: Page; look: Look; answers: PolicyAnswer[] }) {
  const { words } = page;
  const rest = answers.length - NAMED;
  if (answers.length === 0) return null;
  return (
    <details class="answers" open={answers.length <= NAMED}>
      <summary>
        <span class={`chip ${look}`}>{words.looks[look]}</span>
        {count(words.law.answers.agencies, answers.length, words.locale)}
      </summary>
      <ul class="plain">
        {answers.slice(0, NAMED).map(({ agency, name, state, changes }) => (
          <li>
            <a href={page.to(`agency/${agency}`)}>{inPrint(name)}</a>, {stateIn(state, words)}{' '}
            <span class="small soft">{edtfInWords(changes[0]?.detail ?? '', words, 'short')}</span>
          </li>
        ))}
      </ul>
      {rest > 0 && <p class="small">{count(words.changes.more, rest, words.locale)}</p>}
    </details>
  );
}
