import type { EventWords } from '../../src/site/day-events.ts';

/** The words that a page hands to its island. */
export interface IslandWords {
  locale: string;
  answer: string;
  partners: { one: string; other: string };
  declining: { one: string; other: string };
  ended: { one: string; other: string };
  tableNote: string;
  looks: Record<string, string>;
  events: EventWords;
  tip: { more: { one: string; other: string }; nobody: string; statewide: string; open: string };
}
