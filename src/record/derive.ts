import {
  type Agency,
  buildRegistry,
  type IdentityDecision,
  type Lineage,
  type ReadLists,
  readLists,
  resolveRead,
} from '../resolve/index.ts';
import { type Anchor, byCapture, isSecond } from './anchors.ts';
import { type Contradiction, distinct } from './contradiction.ts';
import { listContradictions } from './contradictions-lists.ts';
import { wordContradictions } from './contradictions-words.ts';
import { type Decision, identityDecisions } from './decisions.ts';
import { agencyDecider, mayBe, mergeSame, resolveWords, takeOver, type WordAgency } from './identity.ts';
import type { ListLog, Log, WordLog } from './log.ts';
import { type JoinedWord, joinMemoranda } from './memoranda.ts';
import { positionIntervals } from './positions.ts';
import { reviewWords } from './reviewed.ts';
import type { DerivedInterval, Word } from './spoken.ts';

/** Counted up when a rule changes what is derived, so that a newer program derives an older record again. */
export const RULES = '38';
/** The end of an interval that nothing ended: later than every day, so that one comparison serves. */
export const OPEN_END = '9999-12-31';

/** What follows from the lists, the registry and the decisions on identity alone. */
export interface DerivedLists {
  lineage: Lineage;
  log: Pick<ListLog, 'held' | 'citedLines' | 'cited' | 'registry'>;
  agencies: Agency[];
  /** The id that took its place, by an id that was given up. */
  gone: Map<string, string>;
  contradictions: Contradiction[];
}

/** Everything that the log amounts to at one moment of record time. */
export interface Derived extends DerivedLists {
  intervals: DerivedInterval[];
  words: JoinedWord[];
  /** Of cited claims those whose words stand in a capture of their source. */
  anchors: readonly Anchor[];
}

/** Agencies and agreements of a log's lists, which may have been read already. Pure; the same log always gives the same result. */
export function deriveLists(
  log: ListLog,
  decisions: readonly Decision[],
  read: ReadLists | null = readLists(log.files, log.lines),
): DerivedLists {
  if (read === null) throw new Error('lists were not read');
  const identity = identityDecisions(decisions);
  const registry = log.registry;
  const base = buildRegistry(registry.agencies, registry.official);
  const resolved = resolveRead(read, log.lines, base, identity);
  const lineage = {
    ...resolved,
    candidates: [...resolved.candidates, ...mayBe(resolved.agencies, base, identity)],
  };
  const onLists = new Set(lineage.agencies.map(({ id }) => id));
  const found = takeOver(lineage.agencies, base, identity);
  const all = [
    ...found.agencies,
    ...base.agencies.filter(({ id }) => !onLists.has(id) && !found.gone.has(id)),
  ];
  const { agencies, gone } = mergeSame(all, identity, onLists, new Map([...registry.gone, ...found.gone]));
  const { held, citedLines, cited } = log;
  return {
    lineage,
    log: { held, citedLines, cited, registry },
    agencies,
    gone,
    contradictions: listContradictions(lineage, agencies),
  };
}

/** Claims after review, intervals and contradictions over what the lists gave. Pure. */
export function deriveWords(lists: DerivedLists, log: WordLog, anchors: readonly Anchor[] = []): Derived {
  const { lineage } = lists;
  const identity = identityDecisions(log.decisions);
  const reviewed = reviewWords(log.words, log.decisions);
  const { found, made } = resolveWords(buildRegistry(lists.agencies), reviewed);
  // Given up twice: what the lists know, and what only claims name.
  const onLists = new Set(lineage.agencies.map(({ id }) => id));
  const merged = mergeSame([...lists.agencies, ...made], identity, onLists, lists.gone);
  const { gone } = merged;
  const decide = agencyDecider(merged, identity);
  const decided = reviewed.map((word, i) => ({ ...word, ...decide(word, found[i] as WordAgency) }));
  const joined = joinMemoranda(decided, lineage.agreements, merged.agencies);
  const anchored = byCapture(anchors, joined);
  const words = joined.filter((word) => !isSecond(word, anchored));
  // Prose that nobody reviewed is a proposal: measured on unseen text, one in three is right, too few to decide a position.
  const counted = words.filter(
    (word) => word.agency !== null && word.review !== 'rejected' && word.review !== 'proposed',
  ) as unknown as Word[];
  const intervals = positionIntervals(lineage.agreements, lineage.publications, counted);
  const all = withoutProposed(merged.agencies, { made, counted, identity });
  const { agreements, publications } = lineage;
  const contradicting = wordContradictions(counted, {
    agreements,
    publications,
    intervals,
    agencies: all,
    laws: log.laws,
    conflicts: log.conflicts,
  });
  const contradictions = distinct([...lists.contradictions, ...contradicting]).sort((a, b) =>
    a.id < b.id ? -1 : 1,
  );
  return { lineage, log: lists.log, gone, agencies: all, intervals, words, anchors, contradictions };
}

/**
 * The agencies by id, but for those that nobody but a proposal names: a machine's reading makes no agency. One that a
 * reviewer has spoken of is held.
 */
function withoutProposed(
  agencies: readonly Agency[],
  by: { made: readonly Agency[]; counted: readonly Word[]; identity: readonly IdentityDecision[] },
): Agency[] {
  const made = new Set(by.made.map(({ id }) => id));
  const held = new Set(by.counted.map(({ agency }) => agency));
  for (const { a, b } of by.identity) held.add(a).add(b);
  return agencies.filter(({ id }) => !made.has(id) || held.has(id)).sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Agencies, agreements, intervals and contradictions of a log. Pure; the same log always gives the same result. */
export function derive(log: Log, anchors: readonly Anchor[] = []): Derived {
  return deriveWords(deriveLists(log, log.decisions), log, anchors);
}
