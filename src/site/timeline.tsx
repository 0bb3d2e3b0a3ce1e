import { addDays, type Day, daysBetween } from '../base/index.ts';
import type { Interval, RecordedClaim } from '../record/index.ts';
import { Bar, type BarPlace, inWords, Labels } from './timeline-bar.tsx';
import { lanesOf, type ProgrammeLanes } from './timeline-lanes.ts';
import { evidenceDays, Marks, markRows } from './timeline-marks.tsx';
import { monthName } from './when.ts';
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
  /** Space above the first bar of a programme: for the name of its position, and on a phone for its own. */
  above: number;
  /** Height of a lane: a bar and the name of the next. */
  lane: number;
  bar: number;
  /** Height of a row of marks. */
  mark: number;
  ticks: number;
}

const WIDE: Drawing = {
  name: 'wide',
  width: 720,
  left: 176,
  above: 20,
  lane: 32,
  bar: 12,
  mark: 18,
  ticks: 7,
};
const NARROW: Drawing = {
  name: 'narrow',
  width: 340,
  left: 0,
  above: 38,
  lane: 32,
  bar: 12,
  mark: 34,
  ticks: 4,
};
const AXIS = 26;
/** Space below a programme. */
const GAP = 10;

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
  const label = intervals.map((interval) => inWords(interval, words, on)).join('; ');
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

function Chart(props: {
  drawing: Drawing;
  intervals: Interval[];
  on: Day;
  words: Words;
  label: string;
  evidence: ReturnType<typeof evidenceDays>;
}) {
  const { drawing, intervals, on, words, label, evidence } = props;
  const programmes = lanesOf(intervals);
  // The record learns much later than the world: its marks stand at the edge rather than squeeze the bars.
  const { from, to } = spanOf(intervals, on, evidence.published);
  const scale: Scale = { from, to, left: drawing.left, width: drawing.width - drawing.left - 12 };
  const tops: number[] = [];
  let bars = 0;
  for (const { lanes } of programmes) {
    tops.push(bars + drawing.above);
    bars += drawing.above + lanes.length * drawing.lane - (drawing.lane - drawing.bar) + GAP;
  }
  const rows = markRows(evidence, to);
  const strip = rows.length * drawing.mark;
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
      {programmes.map((one, i) => (
        <Row
          {...one}
          on={on}
          place={{ drawing, y: tops[i]!, last: to, at: (day) => at(scale, day), words }}
          right={drawing.width - 6}
        />
      ))}
      {strip > 0 && (
        <Marks
          drawing={drawing}
          evidence={evidence}
          rows={rows}
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

/** A programme: its name, and its lanes with the name of each position over its bar. */
function Row({
  programme,
  lanes,
  on,
  place,
  right,
}: ProgrammeLanes & { on: Day; place: BarPlace; right: number }) {
  const { drawing, y, words } = place;
  const beside = drawing.name === 'wide';
  return (
    <g>
      <text x="0" y={beside ? y + 10 : y - 19}>
        {words.programmes[programme]}
      </text>
      {lanes.map((lane, i) => {
        const own = { ...place, y: y + i * drawing.lane };
        return (
          <>
            <Labels lane={lane} on={on} place={own} right={right} />
            {lane.map((interval) => (
              <Bar {...own} interval={interval} />
            ))}
          </>
        );
      })}
    </g>
  );
}
