import type { EventWords } from '../../src/site/day-events.ts';
import type { FactWords } from '../../src/site/facts.ts';

/** The words that a page hands to its island. */
export interface IslandWords extends FactWords {
  locale: string;
  answer: string;
  tableNote: string;
  looks: Record<string, string>;
  events: EventWords;
  tip: { more: { one: string; other: string }; nobody: string; statewide: string; open: string };
}
