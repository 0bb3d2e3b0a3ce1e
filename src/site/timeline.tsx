import { addDays, type Day, daysBetween } from '../base/index.ts';
import type { Programme } from '../claim/index.ts';
import type { Interval, RecordedClaim } from '../record/index.ts';
import { fill } from './phrase.ts';
import { lookOf } from './standing.ts';
import { evidenceDays, Marks } from './timeline-marks.tsx';
import { betweenInWords, monthName } from './when.ts';
import type { Words } from './words-en.ts';

/** Which days a drawing spans, and where on it. */
export interface Scale {
  from: Day;
  to: Day;
  left: number;
  width: number;
}

/** A drawing for a desk or for a phone. */
export interface Drawing {
  name: 'wide' | 'narrow';
  width: number;
  left: number;
  /** Space above a bar: for its label on a phone, where there is no room beside it. */
  above: number;
  row: number;
  bar: number;
  /** Height of a row of marks. */
  mark: number;
  ticks: number;
}

const WIDE: Drawing = { name: 'wide', width: 720, left: 170, above: 9, row: 34, bar: 16, mark: 18, ticks: 7 };
const NARROW: Drawing = {
  name: 'narrow',
  width: 340,
  left: 0,
  above: 26,
  row: 50,
  bar: 16,
  mark: 34,
  ticks: 4,
};
const AXIS = 26;

/**
 * The intervals as bars by programme, drawn twice: for a desk, and again for a phone. Uncertain ends are hatched. Below
 * the bars of the world's time, the record's: when each piece of evidence was published, and when the record learned it.
 */
export function Timeline({
  intervals,
  on,
  words,
  claims = [],
}: {
  intervals: Interval[];
  on: Day;
  words: Words;
  claims?: RecordedClaim[];
}) {
  if (intervals.length === 0) return null;
  const evidence = evidenceDays(claims);
  const label = intervals.map((interval) => inWords(interval, words)).join('; ');
  return (
    <figure class="timeline">
      {[WIDE, NARROW].map((drawing) => (
        <Chart
          drawing={drawing}
          intervals={intervals}
          on={on}
          words={words}
          label={label}
          evidence={evidence}
        />
      ))}
      <figcaption class="small soft">
        {words.agency.timelineNote}
        {claims.length > 0 && ` ${words.timelineRows.note}`}
      </figcaption>
    </figure>
  );
}

function inWords(interval: Interval, words: Words): string {
  const text = fill(interval.said ? words.agency.nowSaid : words.agency.now, {
    programme: words.programmes[interval.programme],
    position: words.positions[interval.position],
    from: betweenInWords(interval.from, words),
  });
  if (interval.to === null) return text;
  return `${text} ${fill(words.agency.until, { to: betweenInWords(interval.to, words) })}`;
}

function Chart(props: {
  drawing: Drawing;
  intervals: Interval[];
  on: Day;
  words: Words;
  label: string;
  evidence: ReturnType<typeof evidenceDays>;
}) {
  const { drawing, intervals, on, words, label, evidence } = props;
  const programmes = [...new Set(intervals.map((interval) => interval.programme))];
  const marks = Object.values(evidence).flat();
  // The record learns much later than the world: its marks stand at the edge rather than squeeze the bars.
  const { from, to } = spanOf(intervals, on, evidence.published);
  const scale: Scale = { from, to, left: drawing.left, width: drawing.width - drawing.left - 12 };
  const bars = programmes.length * drawing.row + 2;
  const strip = marks.length === 0 ? 0 : 2 * drawing.mark;
  const height = bars + strip + AXIS + 2;
  return (
    <svg
      class={drawing.name}
      viewBox={`0 0 ${drawing.width} ${height}`}
      width={drawing.width}
      height={height}
      role="img"
      aria-label={label}
    >
      <Hatches name={drawing.name} />
      <Axis drawing={drawing} scale={scale} height={height} words={words} />
      {programmes.map((programme, i) => (
        <Row
          drawing={drawing}
          programme={programme}
          intervals={intervals.filter((interval) => interval.programme === programme)}
          y={i * drawing.row}
          scale={scale}
          words={words}
        />
      ))}
      {strip > 0 && (
        <Marks
          drawing={drawing}
          evidence={evidence}
          y={bars}
          to={to}
          at={(day) => at(scale, day)}
          words={words}
        />
      )}
      <path class="on" d={`M${at(scale, on)} 2V${height - AXIS}`} />
    </svg>
  );
}

function Hatches({ name }: { name: string }) {
  const looks = ['takes-part', 'will-join', 'limits', 'declines', 'ends', 'other'];
  return (
    <defs>
      {looks.map((look) => (
        <pattern
          id={`${name}-${look}`}
          class={look}
          width="5"
          height="5"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <path d="M0 0V5" />
        </pattern>
      ))}
    </defs>
  );
}

/** First and last day of the drawing: a little before the first interval, and to the day that the page speaks of. */
function spanOf(intervals: Interval[], on: Day, marks: Day[]): { from: Day; to: Day } {
  const days = [
    ...intervals.flatMap((i) => [i.from.min, i.from.max, i.to?.min, i.to?.max, i.lastSeen]),
    ...marks,
  ];
  const known = days.filter((day): day is Day => Boolean(day)).sort();
  const first = known[0] ?? on;
  const last = [known.at(-1) ?? on, on].sort().at(-1)!;
  const margin = Math.max(20, Math.round(daysBetween(first, last) * 0.03));
  return { from: addDays(first, -margin), to: addDays(last, margin) };
}

function at(scale: Scale, day: Day): number {
  const part = daysBetween(scale.from, day) / Math.max(1, daysBetween(scale.from, scale.to));
  return round(scale.left + Math.min(1, Math.max(0, part)) * scale.width);
}

function round(n: number): number {
  return Math.round(n * 10) / 10;
}

function Axis({
  drawing,
  scale,
  height,
  words,
}: {
  drawing: Drawing;
  scale: Scale;
  height: number;
  words: Words;
}) {
  const bottom = height - AXIS;
  return (
    <g class="axis">
      {ticksOf(scale, drawing.ticks, words).map(({ day, label }) => (
        <>
          <path d={`M${at(scale, day)} 4V${bottom}`} />
          <text x={at(scale, day)} y={bottom + 18} text-anchor="middle">
            {label}
          </text>
        </>
      ))}
    </g>
  );
}

/** Ticks at the starts of years, or of months where less than two years are shown; not more than fit. */
function ticksOf({ from, to }: Scale, most: number, words: Words): { day: Day; label: string }[] {
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4));
  const monthly = daysBetween(from, to) < 800;
  const days: Day[] = [];
  for (let year = Number(from.slice(0, 4)); year <= Number(from.slice(0, 4)) + years; year++) {
    for (let month = 1; month <= (monthly ? 12 : 1); month++) {
      const day = `${year}-${String(month).padStart(2, '0')}-01`;
      if (day > from && day < to) days.push(day);
    }
  }
  const step = [1, 2, 3, 6, 12, 24].find((n) => days.length / n <= most) ?? 24;
  return days
    .filter((day) =>
      monthly ? (Number(day.slice(5, 7)) - 1) % step === 0 : Number(day.slice(0, 4)) % step === 0,
    )
    .map((day) => ({
      day,
      label: day.slice(5, 7) === '01' ? day.slice(0, 4) : monthName(day, words),
    }));
}

interface RowProps {
  drawing: Drawing;
  programme: Programme;
  intervals: Interval[];
  y: number;
  scale: Scale;
  words: Words;
}

function Row({ drawing, programme, intervals, y, scale, words }: RowProps) {
  const top = y + drawing.above;
  const beside = drawing.name === 'wide';
  return (
    <g>
      <text x="0" y={beside ? top + 12 : top - 8}>
        {words.programmes[programme]}
      </text>
      {intervals.map((interval) => (
        <Bar drawing={drawing} interval={interval} y={top} scale={scale} words={words} />
      ))}
    </g>
  );
}

/** One interval: solid while certain, hatched where its start or end lies in between, an arrow where nothing ends it. */
function Bar({
  drawing,
  interval,
  y,
  scale,
  words,
}: Omit<RowProps, 'programme' | 'intervals'> & { interval: Interval }) {
  const look = lookOf(interval.position);
  const { from, to } = interval;
  const begin = from.min ?? from.max ?? interval.lastSeen;
  const sure = from.max ?? begin;
  const sureEnd = [sure, to === null ? scale.to : (to.min ?? sure)].sort()[1]!;
  const end = to === null ? scale.to : (to.max ?? scale.to);
  const [x0, x1, x2, x3] = [begin, sure, sureEnd, end].map((day) => at(scale, day)) as [
    number,
    number,
    number,
    number,
  ];
  // What ended is a thin line: nothing is held any more, and the eye should rest on what was.
  const thin = look === 'ends';
  const bar = thin ? 4 : drawing.bar;
  const top = y + (drawing.bar - bar) / 2;
  const hatch = `url(#${drawing.name}-${look})`;
  return (
    <g class={look}>
      <title>{inWords(interval, words)}</title>
      {x1 > x0 && <rect x={x0} y={top} width={round(x1 - x0)} height={bar} fill={hatch} />}
      <rect class="sure" x={x1} y={top} width={round(Math.max(2, x2 - x1))} height={bar} />
      {thin && <circle cx={x0} cy={y + drawing.bar / 2} r="5" />}
      {to === null && thin ? null : to === null ? (
        <path class="sure" d={`M${x2} ${top}l8 ${bar / 2}l-8 ${bar / 2}z`} />
      ) : (
        x3 > x2 && <rect x={x2} y={top} width={round(x3 - x2)} height={bar} fill={hatch} />
      )}
      {from.min === null && <path class="sure" d={`M${x0} ${top}l-8 ${bar / 2}l8 ${bar / 2}z`} />}
    </g>
  );
}
