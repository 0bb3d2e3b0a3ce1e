import { type Day, isDay } from '../base/index.ts';
import type { Programme } from '../claim/index.ts';
import { editDistance } from './filenames.ts';
import { allCounties, type County, countiesNamed } from './places.ts';
import { STATES, stateOf } from './states.ts';

/** A value after repair; `rule` is null where the raw value needed none. */
export interface Repaired<T> {
  value: T;
  rule: string | null;
}

/** The state that a cell means: as written, or the single nearest name (`PENNSLYVANIA`); null when none is near. */
export function repairState(raw: string): Repaired<string> | null {
  const exact = stateOf(raw);
  if (exact) return { value: exact, rule: null };
  const text = raw.trim().toUpperCase();
  const nearest = nearestOf(text, STATES, (state) => state.name.toUpperCase(), text.length < 6 ? 1 : 2);
  return nearest ? { value: nearest.usps, rule: 'state-slip' } : null;
}

/** The county that a cell means in its state; null where it names none (`#N/A`, a city, another state's county). */
export function repairCounty(raw: string, state: string): Repaired<County> | null {
  const text = raw.trim();
  if (isNotAvailable(text)) return null;
  const named = countiesNamed(text, state);
  if (named.length > 0) {
    // `Richmond` may be the county or the city; the county's word or the shorter code decides, and both is no answer.
    return named.length === 1 ? { value: named[0]!, rule: null } : null;
  }
  const bare = withoutCountyWord(text);
  const within = countiesNamed(bare, state);
  if (within.length === 1) return { value: within[0]!, rule: 'county-slip' };
  const ofState = allCounties().filter((county) => county.state === state && sameInitial(county.name, bare));
  // A real county of another state is a wrong state rather than a slip, unless one letter tells them apart.
  const limit = bare.length < 6 || countiesNamed(bare, null).length > 0 ? 1 : 2;
  const nearest = nearestOf(bare.toUpperCase(), ofState, (county) => county.name.toUpperCase(), limit);
  return nearest ? { value: nearest, rule: 'county-slip' } : null;
}

// `Lake Conty`, `Baldwin Couny`, `Lyon's County`, `Union County` in Louisiana.
function withoutCountyWord(text: string): string {
  const words = text.replace(/['’]s\b/, '').split(/\s+/);
  const last = words.at(-1)!.toLowerCase();
  const word = ['county', 'parish', 'district'].some((known) => editDistance(last, known, 3) < 3);
  return word && words.length > 1 ? words.slice(0, -1).join(' ') : words.join(' ');
}

function sameInitial(a: string, b: string): boolean {
  return a[0]?.toLowerCase() === b[0]?.toLowerCase();
}

/** True for the forms in which the lists leave a cell open: `#N/A`, `N/A`, `#n?A`, blank. */
export function isNotAvailable(text: string): boolean {
  return /^#?\s*n\s*[/?]?\s*a\s*$/i.test(text) || text.trim() === '';
}

/** The programme of a row by its support type (`Task Force Model`, `Jail Enforcment Model `); `287g` where it says none. */
export function repairModel(raw: string): Repaired<Programme> {
  const text = raw
    .replace(/[\s\u00a0]+/g, ' ')
    .trim()
    .toLowerCase();
  const exact = MODELS[text];
  if (exact) return { value: exact, rule: null };
  for (const [word, programme] of MODEL_WORDS)
    if (word.test(text)) return { value: programme, rule: 'model-slip' };
  return { value: '287g', rule: 'model-missing' };
}

const MODELS: Record<string, Programme> = {
  'jail enforcement model': '287g-jail',
  'task force model': '287g-task-force',
  'warrant service officer': '287g-warrant',
};
const MODEL_WORDS: [RegExp, Programme][] = [
  [/\btask\b|\btfm\b/, '287g-task-force'],
  [/\bwarrant\b|\bwso\b/, '287g-warrant'],
  [/\bjail\b|\bjem\b/, '287g-jail'],
];

/** The day of signing that a cell means: a date, `05/082025`, `7/72025`, or `5025-07-07` with its year repaired; null when it says none, or digits that can be two. */
export function signedDay(raw: string): Repaired<Day> | null {
  const text = raw.trim();
  if (isDay(text) && /^20[0-4]/.test(text)) return { value: text, rule: null };
  const slipped = /^\d0(\d\d)-(\d\d)-(\d\d)$/.exec(text);
  if (slipped) return known(`20${slipped[1]}-${slipped[2]}-${slipped[3]}`, 'year-digit');
  const written = /^(.+?)([/.-]?)(20\d\d)$/.exec(text);
  if (!written) return null;
  const [, front, mark, year] = written as unknown as [string, string, string, string];
  const days = splits(front, mark).flatMap(
    ([month, day]) =>
      known(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`, 'date-written') ?? [],
  );
  // `1112025` is a day in January or in November, `12/2025` a month: neither is a day.
  return days.length === 1 ? days[0]! : null;
}

/** Every month and day that the digits in front of a year can be: one pair where a mark parts them, none where they are a month alone. */
function splits(front: string, mark: string): [month: string, day: string][] {
  const parted = /^(\d{1,2})[/.-](\d{1,2})$/.exec(front);
  if (parted) return [[parted[1]!, parted[2]!]];
  if (!/^\d{2,4}$/.test(front) || (front.length === 2 && (mark !== '' || Number(front) <= 12))) return [];
  return [1, 2].flatMap((at): [string, string][] => {
    const [month, day] = [front.slice(0, at), front.slice(at)];
    return day.length === 1 || day.length === 2 ? [[month, day]] : [];
  });
}

function known(day: string, rule: string): Repaired<Day> | null {
  return isDay(day) ? { value: day, rule } : null;
}

/** The nearest entry by edit distance, when it is within the limit and no other is as near; else null. */
export function nearestOf<T>(
  text: string,
  entries: readonly T[],
  nameOf: (entry: T) => string,
  limit: number,
): T | null {
  let best: T | null = null;
  let least = limit + 1;
  let tied = false;
  for (const entry of entries) {
    const distance = editDistance(text, nameOf(entry), least + 1);
    if (distance < least) {
      best = entry;
      least = distance;
      tied = false;
    } else if (distance === least && least <= limit) tied = true;
  }
  return tied ? null : best;
}
