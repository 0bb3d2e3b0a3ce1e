import { addDays, type Day, daysBetween } from '../base/index.ts';
import type { LawConflict } from '../law/index.ts';
import type { Agency, Agreement, Publication } from '../resolve/index.ts';
import { byTime, type Contradiction, contradiction, earliest } from './contradiction.ts';
import { lawAgainstLaw, lawAgainstPractice } from './contradictions-law.ts';
import { documents, sources } from './contradictions-sources.ts';
import type { Law } from './laws.ts';
import { wordBounds as bounds, type DerivedInterval, isFamily, type Word } from './spoken.ts';

// Lists come every few days; one that is two weeks younger than the word had time to follow it.
const LIST_LAG = 14;
const YEAR = 365;

/** What the words are held against. */
export interface WordContext {
  agreements: readonly Agreement[];
  publications: readonly Publication[];
  intervals: readonly DerivedInterval[];
  agencies: readonly Agency[];
  laws: readonly Law[];
  conflicts: readonly LawConflict[];
}

/** What claims in other sources contradict: the lists, one another, and law against what the record shows. */
export function wordContradictions(words: readonly Word[], context: WordContext): Contradiction[] {
  const byAgency = new Map<string, Word[]>();
  for (const word of words) byAgency.set(word.agency, [...(byAgency.get(word.agency) ?? []), word]);
  const lists = listsOf(context.publications);
  const found: (Contradiction | null)[] = [];
  for (const [agency, own] of byAgency) {
    const agreements = context.agreements.filter((agreement) => agreement.agency === agency);
    found.push(
      ...saidNo(own, agreements, lists),
      ...saidYes(own, agreements, lists),
      ...documents(own, agreements),
      ...sources(own),
    );
  }
  found.push(...lawAgainstPractice(context.laws, context.intervals, context.agencies));
  found.push(...lawAgainstLaw(context.conflicts));
  return found.filter((one) => one !== null);
}

type Lists = { day: Day; capture: string }[];

function listsOf(publications: readonly Publication[]): Lists {
  return publications.filter(({ kind }) => kind !== 'pending').map(({ day, capture }) => ({ day, capture }));
}

function firstListFrom(lists: Lists, day: Day): Lists[number] | undefined {
  return lists.find((list) => list.day >= day);
}

/** The day from which a later claim of the agency says the opposite, or null. */
function changedAgain(words: readonly Word[], after: Day, positions: readonly string[]): Day | null {
  const days = words.flatMap((word) => {
    const { min, max } = bounds(word);
    return isFamily(word.programme) &&
      positions.includes(word.position) &&
      max !== null &&
      (min ?? max) > after
      ? [max]
      : [];
  });
  return days.sort()[0] ?? null;
}

/** It is said that the agency declines or has ended, and a list two weeks later or more still shows the same agreement. */
function saidNo(
  words: readonly Word[],
  agreements: readonly Agreement[],
  lists: Lists,
): (Contradiction | null)[] {
  const told = new Set<string>();
  const no = words.filter(
    (word) => isFamily(word.programme) && (word.position === 'ends' || word.position === 'declines'),
  );
  return no.sort(byTime).flatMap((word) => {
    const { max } = bounds(word);
    if (max === null) return [];
    const list = firstListFrom(lists, addDays(max, LIST_LAG));
    return agreements.map((agreement) => {
      const held = (agreement.from.min ?? agreement.from.max ?? '') <= max && (agreement.signed ?? '') <= max;
      const run = agreement.runs.find((one) => list && one.from <= list.day && list.day <= one.to);
      if (!list || !held || !run || !isMeant(word, agreement) || told.has(agreement.id)) return null;
      told.add(agreement.id);
      return contradiction({
        kind: 'said-no-still-listed',
        agency: word.agency,
        programme: agreement.programme,
        opened: list.day,
        closed: earliest(agreement.to?.max, changedAgain(words, max, ['takes-part', 'will-join', 'expands'])),
        differs: {
          form: agreement.position === 'will-join' ? 'said-pending' : 'said-listed',
          position: word.position,
          day: max,
          otherDay: run.to,
        },
        a: { type: 'claim', claim: word.id },
        b: { type: 'row', ...run.last, day: run.to },
      });
    });
  });
}

/** Words about 287(g) without a model mean every agreement; words about one model mean that one. */
function isMeant(word: Word, agreement: Agreement): boolean {
  return (
    word.programme === '287g' || agreement.programme === '287g' || word.programme === agreement.programme
  );
}

/** It is said that the agency takes part, or will join, and the lists of the time after do not show it at all. */
function saidYes(
  words: readonly Word[],
  agreements: readonly Agreement[],
  lists: Lists,
): (Contradiction | null)[] {
  const yes = words.filter(
    (word) => isFamily(word.programme) && (word.position === 'takes-part' || word.position === 'will-join'),
  );
  const told = new Set<string>();
  return yes.sort(byTime).map((word) => {
    const { max } = bounds(word);
    // Who says only that they will join may take a year over it.
    const lag = word.position === 'takes-part' ? LIST_LAG : YEAR;
    const list = max === null ? undefined : firstListFrom(lists, addDays(max, lag));
    if (max === null || !list || daysBetween(max, list.day) > lag + YEAR || told.has(word.position))
      return null;
    const over = changedAgain(words, max, ['ends', 'declines', 'limits']);
    // Any listing from the word on, or one that the word may speak of, answers it.
    const shown = agreements.flatMap((agreement) =>
      agreement.lastListed >= max || (agreement.to?.max ?? '9999') > max ? [agreement.from.max] : [],
    );
    const listed = earliest(...shown);
    if (listed !== null && listed <= list.day) return null;
    told.add(word.position);
    return contradiction({
      kind: 'said-yes-not-listed',
      agency: word.agency,
      programme: word.programme,
      opened: list.day,
      closed: earliest(listed, over),
      differs: { form: 'said-not-listed', position: word.position, day: max, otherDay: list.day },
      a: { type: 'claim', claim: word.id },
      b: { type: 'list', ...list },
    });
  });
}
