import type { Day } from '../base/index.ts';
import type { Interval } from '../record/index.ts';
import { fill } from './phrase.ts';
import { lookOf } from './standing.ts';
import type { Drawing } from './timeline.tsx';
import { extentOf } from './timeline-lanes.ts';
import { betweenInWords } from './when.ts';
import type { Words } from './words-en.ts';

// Mean width of a letter of a label, in pixels: what is known of type before it is set.
const LETTER = 7;

/** An interval as one sentence, for those who hear a drawing that ends on `last`, or point at it. */
export function inWords(interval: Interval, words: Words, last: Day): string {
  const text = fill(interval.said ? words.agency.nowSaid : words.agency.now, {
    programme: words.programmes[interval.programme],
    position: words.positions[interval.position],
    from: betweenInWords(interval.from, words),
  });
  const { to, certainTo } = interval;
  if (to !== null) return `${text} ${fill(words.agency.until, { to: betweenInWords(to, words) })}`;
  if (certainTo === null || certainTo >= last) return text;
  const when = betweenInWords({ min: interval.seenMin, max: interval.lastSeen }, words);
  return fill(words.agency.silentBar, { text, when });
}

/** What a bar needs to know of its drawing. */
export interface BarPlace {
  drawing: Drawing;
  /** Top of the bar. */
  y: number;
  /** Last day of the drawing. */
  last: Day;
  at(day: Day): number;
  words: Words;
}

/** One interval: solid while certain, hatched while not, an arrow where nothing ends what is certain. */
export function Bar({ drawing, interval, y, last, at, words }: BarPlace & { interval: Interval }) {
  const look = lookOf(interval.position);
  const { from, to, certainTo } = interval;
  const { begin } = extentOf(interval);
  const sure = from.max ?? begin;
  const sureEnd = [sure, (to === null ? certainTo : (to.min ?? sure)) ?? last].sort()[1]!;
  const end = to === null ? last : (to.max ?? last);
  const [x0, x1, x2, x3] = [begin, sure, sureEnd, end].map(at) as [number, number, number, number];
  // What ended is a thin line: nothing is held any more, and the eye should rest on what was.
  const thin = look === 'ends';
  const bar = thin ? 4 : drawing.bar;
  const top = y + (drawing.bar - bar) / 2;
  const hatch = `url(#${drawing.name}-${look})`;
  const arrow = to === null && !thin && (certainTo === null || certainTo >= last);
  return (
    <g class={look}>
      <title>{inWords(interval, words, last)}</title>
      {x1 > x0 && <rect x={x0} y={top} width={round(x1 - x0)} height={bar} fill={hatch} />}
      <rect class="sure" x={x1} y={top} width={round(Math.max(2, x2 - x1))} height={bar} />
      {thin && <circle cx={x0} cy={y + drawing.bar / 2} r="5" />}
      {arrow && <path class="sure" d={`M${x2} ${top}l8 ${bar / 2}l-8 ${bar / 2}z`} />}
      {!arrow && x3 > x2 && <rect x={x2} y={top} width={round(x3 - x2)} height={bar} fill={hatch} />}
      {from.min === null && <path class="sure" d={`M${x0} ${top}l-8 ${bar / 2}l8 ${bar / 2}z`} />}
    </g>
  );
}

/**
 * The names of the positions over the bars of a lane. What holds on the day is named before what was; a name without
 * room, and one that its neighbour bears too, is left to the bar's own title.
 */
export function Labels({
  lane,
  on,
  place: { y, at, words },
  right,
}: {
  lane: Interval[];
  on: Day;
  place: BarPlace;
  right: number;
}) {
  const holds = (interval: Interval) => {
    const { begin, end } = extentOf(interval);
    return begin <= on && on < end;
  };
  const taken: { x: number; end: number; text: string }[] = [];
  for (const interval of [...lane].sort((a, b) => Number(holds(b)) - Number(holds(a)))) {
    const text = words.positions[interval.position];
    const width = text.length * LETTER;
    const x = round(Math.max(0, Math.min(at(extentOf(interval).begin), right - width)));
    const free = taken.every((one) => x > one.end || x + width + LETTER < one.x);
    if (free) taken.push({ x, end: x + width + LETTER, text });
  }
  taken.sort((a, b) => a.x - b.x);
  return (
    <>
      {taken
        .filter(({ text }, i) => text !== taken[i - 1]?.text)
        .map(({ x, text }) => (
          <text class="name" x={x} y={y - 4}>
            {text}
          </text>
        ))}
    </>
  );
}

function round(n: number): number {
  return Math.round(n * 10) / 10;
}
