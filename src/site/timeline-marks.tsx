import { type Day, isDay } from '../base/index.ts';
import type { RecordedClaim } from '../record/index.ts';
import type { Drawing } from './timeline.tsx';
import { betweenOf, dayInWords } from './when.ts';
import type { Words } from './words-en.ts';

/** The days of the record's own time axis: when evidence was published, and when the record learned it. */
export interface EvidenceDays {
  published: Day[];
  recorded: Day[];
}

/** The days of some claims, each once. A source that bears only a month or a year has no mark: it has no day. */
export function evidenceDays(claims: RecordedClaim[]): EvidenceDays {
  const published = claims.flatMap(({ source }) => {
    const day = betweenOf(source.published);
    return day?.min && day.min === day.max && isDay(day.min) ? [day.min] : [];
  });
  const recorded = claims.map(({ recordedFrom }) => recordedFrom.slice(0, 10));
  return { published: unique(published), recorded: unique(recorded) };
}

function unique(days: Day[]): Day[] {
  return [...new Set(days)].sort();
}

/** The rows that have anything to say: what the record learned after the last day of the drawing has no place on it. */
export function markRows(evidence: EvidenceDays, to: Day): (keyof EvidenceDays)[] {
  const rows: (keyof EvidenceDays)[] = evidence.published.length > 0 ? ['published'] : [];
  return evidence.recorded.some((day) => day <= to) ? [...rows, 'recorded'] : rows;
}

/** Rows of marks under the bars of a timeline. */
export function Marks({
  drawing,
  evidence,
  rows,
  y,
  to,
  at,
  words,
}: {
  drawing: Drawing;
  evidence: EvidenceDays;
  rows: (keyof EvidenceDays)[];
  y: number;
  /** Last day of the drawing; what lies behind it is an arrow at the edge. */
  to: Day;
  at(day: Day): number;
  words: Words;
}) {
  const beside = drawing.name === 'wide';
  return (
    <g class="marks">
      {rows.map((row, i) => {
        const top = y + i * drawing.mark;
        const middle = beside ? top + 9 : top + 24;
        return (
          <g class={row}>
            <text x="0" y={beside ? middle + 4 : top + 14}>
              {words.timelineRows[row]}
            </text>
            {evidence[row].map((day) => (
              <path class={day > to ? 'later' : undefined} d={markAt(at(day), middle, day > to)}>
                <title>{`${words.timelineRows[row]}: ${dayInWords(day, words)}`}</title>
              </path>
            ))}
          </g>
        );
      })}
    </g>
  );
}

function markAt(x: number, y: number, later: boolean): string {
  return later ? `M${x} ${y - 5}l7 5l-7 5z` : `M${x} ${y - 5}v10`;
}
