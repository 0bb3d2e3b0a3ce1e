import type { Activity } from './activity.ts';
import { clauseSpan } from './clauses.ts';
import { beginningsOf, firstsOf, mayBegin } from './firsts.ts';
import type { Frame } from './frames.ts';
import { CONCEPTS, type Concept } from './lexicon-concepts.ts';
import { cue, expand } from './lexicon-cues.ts';
import { READINGS, type Reading } from './lexicon-readings.ts';
import { matchesOf } from './matches.ts';
import { activityPosition } from './position.ts';
import type { Sentence, Span } from './sentences.ts';

const PATTERNS = Object.entries(CONCEPTS).map(
  ([name, source]) => [name, cue(source), firstsOf(expand(source))] as const,
);

/** Frames that concepts make by standing together in one clause; `have` are the frames that surer rules found already. */
export function conceptFrames(sentence: Sentence, have: readonly Frame[]): Frame[] {
  const text = sentence.fold;
  const hits = conceptsOf(text);
  const frames: Frame[] = [];
  for (const reading of READINGS) {
    const known = [...have, ...frames];
    if (known.some((frame) => frame.programme === reading.programme && frame.kind === 'activity')) continue;
    // A general word on helping beside a particular matter says that matter again.
    if (reading.programme === 'enforcement' && known.length > 0) continue;
    const found = together(reading, hits, text, known);
    for (const { span, verb } of found) {
      const position = positionOf(reading, sentence, span, verb);
      if (!position) continue;
      frames.push({
        programme: reading.programme,
        position,
        ...span,
        rule: `together:${reading.id}`,
        kind: 'activity',
      });
      break;
    }
  }
  return frames;
}

function conceptsOf(text: string): Map<Concept, Span[]> {
  const hits = new Map<Concept, Span[]>();
  const beginnings = beginningsOf(text);
  for (const [name, pattern, firsts] of PATTERNS) {
    if (!mayBegin(firsts, beginnings)) continue;
    const spans: Span[] = [];
    for (const match of matchesOf(text, pattern))
      spans.push({ start: match.index, end: match.index + match[0].length });
    if (spans.length > 0) hits.set(name as Concept, spans);
  }
  return hits;
}

/** The stretches in which all that a reading needs stands in one clause, the tightest for each verb. */
function together(
  reading: Reading,
  hits: Map<Concept, Span[]>,
  text: string,
  known: readonly Frame[],
): { span: Span; verb: Span }[] {
  const groups = reading.needs.map((group) => group.flatMap((concept) => hits.get(concept) ?? []));
  if (groups.some((group) => group.length === 0)) return [];
  const spans: { span: Span; verb: Span }[] = [];
  for (const verb of groups[0]!) {
    const clause = clauseSpan(text, verb.start, verb.end);
    let span: Span | null = { start: verb.start, end: verb.end };
    for (const group of groups.slice(1)) {
      const near: Span | undefined = group
        .filter((hit) => hit.start >= clause.start && hit.end <= clause.end && !same(hit, verb))
        .sort((a, b) => distance(a, verb) - distance(b, verb))[0];
      if (!near) {
        span = null;
        break;
      }
      span = { start: Math.min(span.start, near.start), end: Math.max(span.end, near.end) };
    }
    if (!span || span.end - span.start > (reading.within ?? 130)) continue;
    if (reading.unless?.test(text.slice(span.start, span.end))) continue;
    // What a surer rule has read already is no second position of a vaguer programme.
    const inside = span;
    if (known.some((frame) => frame.start < inside.end && frame.end > inside.start)) continue;
    spans.push({ span, verb });
  }
  return spans;
}

function same(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

function distance(a: Span, b: Span): number {
  return Math.max(a.start - b.end, b.start - a.end, 0);
}

// Read from the verb on: what negates a noun before it is not the verb's.
function positionOf(reading: Reading, sentence: Sentence, span: Span, verb: Span): Frame['position'] | null {
  const activity: Activity = { id: reading.id, programme: reading.programme, source: '' };
  if (reading.says) activity.says = reading.says;
  if (reading.iceDoes) activity.iceDoes = true;
  const words = sentence.fold.slice(verb.start, span.end);
  const position = activityPosition(activity, sentence, verb.start, words);
  if (reading.limited && position !== 'limits') return null;
  return reading.turned && position === 'takes-part' ? null : position;
}
