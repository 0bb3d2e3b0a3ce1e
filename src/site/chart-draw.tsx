import { scaleBand, scaleLinear, scaleUtc } from 'd3-scale';
import { curveStepAfter, line } from 'd3-shape';
import type { Child } from 'hono/jsx';
import type { ChartData } from './chart-data.ts';
import { fill } from './phrase.ts';
import type { Words } from './words-en.ts';

/** The room of a drawing: for a desk, or for a phone. */
export interface Room {
  width: number;
  height: number;
  /** Room for labels at the right end of lines. */
  right: number;
}

export const WIDE: Room = { width: 960, height: 320, right: 215 };
export const NARROW: Room = { width: 350, height: 300, right: 12 };
const LEFT = 44;
const TOP = 14;
const BOTTOM = 26;

/** A model's class in the style sheet. */
const LINES = ['287g-task-force', '287g-warrant', '287g-jail'] as const;

/** Agencies by model over time: a step for each month, drawn as lines that say their name at their end. */
export function countsChart({ registers }: ChartData, words: Words, room: Room): Child {
  // Before the first list nothing is known, which is not nought.
  const first = Math.max(
    0,
    registers.lists['takes-part'].findIndex((list) => list !== null),
  );
  const days = registers.days.slice(first).map((day) => Date.parse(`${day}T00:00:00Z`));
  const lines = LINES.map((model) => ({
    model,
    values: (
      registers.series.find((one) => one.register === 'takes-part' && one.model === model)?.agencies ?? []
    ).slice(first),
  }));
  const most = Math.max(1, ...lines.flatMap(({ values }) => values));
  const x = scaleUtc()
    .domain([days[0] ?? 0, days.at(-1) ?? 1])
    .range([LEFT, room.width - room.right]);
  const y = scaleLinear()
    .domain([0, most])
    .nice()
    .range([room.height - BOTTOM, TOP]);
  const path = line<number>(
    (_, i) => x(days[i]!),
    (value) => y(value),
  ).curve(curveStepAfter);
  const year = new Intl.DateTimeFormat(words.locale, { year: 'numeric', timeZone: 'UTC' });
  const wide = room.right > 100;
  return (
    <>
      <YAxis room={room} y={y} words={words} />
      {x.ticks(wide ? 9 : 4).map((date) => (
        <text class="tick" x={round(x(date))} y={room.height - 6} text-anchor="middle">
          {year.format(date)}
        </text>
      ))}
      {lines.map(({ model, values }, i) => {
        const last = values.at(-1) ?? 0;
        const label = `${words.programmes[model]}: ${number(last, words)}`;
        return (
          <g class={`m-${model}`}>
            <path class="line" d={path(values) ?? ''} />
            {wide ? (
              <text x={room.width - room.right + 8} y={round(y(last)) + 4}>
                {label}
              </text>
            ) : (
              <>
                <path class="line" d={`M${LEFT + 8} ${TOP + 10 + i * 18}h22`} />
                <text x={LEFT + 36} y={TOP + 14 + i * 18}>
                  {label}
                </text>
              </>
            )}
          </g>
        );
      })}
    </>
  );
}

/** Joins and ends by week: bars up and bars down from one line. */
export function weeksChart({ weeks }: ChartData, words: Words, room: Room): Child {
  const up = Math.max(1, ...weeks.map(({ joins }) => joins));
  const down = Math.max(1, ...weeks.map(({ ends }) => ends));
  const x = scaleBand()
    .domain(weeks.map(({ week }) => week))
    .range([LEFT, room.width - 12])
    .padding(0.2);
  const y = scaleLinear()
    .domain([-down, up])
    .nice()
    .range([room.height - BOTTOM, TOP]);
  const month = new Intl.DateTimeFormat(words.locale, { month: 'short', year: 'numeric', timeZone: 'UTC' });
  const every = room.right > 100 ? 9 : 23;
  return (
    <>
      <YAxis room={room} y={y} words={words} />
      {weeks.map(({ week, joins, ends }, i) => (
        <g>
          <title>{fill(words.charts.week, { week, joins: String(joins), ends: String(ends) })}</title>
          <rect
            class="bar takes-part"
            x={round(x(week)!)}
            y={round(y(joins))}
            width={round(x.bandwidth())}
            height={round(y(0) - y(joins))}
          />
          <rect
            class="bar ends"
            x={round(x(week)!)}
            y={round(y(0))}
            width={round(x.bandwidth())}
            height={round(y(-ends) - y(0))}
          />
          {i % every === 4 && (
            <text class="tick" x={round(x(week)!)} y={room.height - 6} text-anchor="middle">
              {month.format(Date.parse(`${week}T00:00:00Z`))}
            </text>
          )}
        </g>
      ))}
      <path class="zero" d={`M${LEFT} ${round(y(0))}H${room.width - 12}`} />
    </>
  );
}

/** How long agreements waited for the link to their memorandum: a bar for each span of days. */
export function lagChart({ lags, unlinked }: ChartData, words: Words, room: Room): Child {
  const wide = room.right > 100;
  const bars = [
    ...lags.map(({ from, to, agreements }) => ({
      label: wide ? spanLabel(from, to) : from === to ? String(from) : `${from}+`,
      agreements,
    })),
    { label: wide ? words.charts.notYet : '–', agreements: unlinked },
  ];
  const most = Math.max(1, ...bars.map(({ agreements }) => agreements));
  const x = scaleBand()
    .domain(bars.map(({ label }) => label))
    .range([LEFT, room.width - 12])
    .padding(0.25);
  const y = scaleLinear()
    .domain([0, most])
    .nice()
    .range([room.height - BOTTOM, TOP + 12]);
  return (
    <>
      <YAxis room={room} y={y} words={words} />
      {bars.map(({ label, agreements }, i) => {
        const middle = round(x(label)! + x.bandwidth() / 2);
        return (
          <g>
            <rect
              class={`bar ${i === bars.length - 1 ? 'other' : 'takes-part'}`}
              x={round(x(label)!)}
              y={round(y(agreements))}
              width={round(x.bandwidth())}
              height={round(y(0) - y(agreements))}
            />
            <text class="value" x={middle} y={round(y(agreements)) - 5} text-anchor="middle">
              {number(agreements, words)}
            </text>
            <text class="tick" x={middle} y={room.height - 6} text-anchor="middle">
              {label}
            </text>
          </g>
        );
      })}
    </>
  );
}

function spanLabel(from: number, to: number | null): string {
  if (to === null) return `≥${from}`;
  return from === to ? String(from) : `${from}–${to}`;
}

/** The ruled lines of a scale with their numbers. */
export function YAxis({
  room,
  y,
  words,
}: {
  room: Room;
  y: ReturnType<typeof scaleLinear<number, number>>;
  words: Words;
}) {
  return (
    <g class="axis">
      {y
        .ticks(5)
        .filter(Number.isInteger)
        .map((value) => (
          <>
            <path
              d={`M${LEFT} ${round(y(value))}H${room.width - Math.max(12, room.right > 100 ? 12 : room.right)}`}
            />
            <text class="tick" x={LEFT - 8} y={round(y(value)) + 4} text-anchor="end">
              {number(Math.abs(value), words)}
            </text>
          </>
        ))}
    </g>
  );
}

function number(value: number, words: Words): string {
  return new Intl.NumberFormat(words.locale).format(value);
}

/** A length to a tenth, as short as it can be written. */
export function round(value: number): number {
  return Math.round(value * 10) / 10;
}
