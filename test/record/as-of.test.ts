import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays, type Day } from '../../src/base/index.ts';
import { decide, type OpenRecord, type RecordReader, readRecord, rebuild } from '../../src/record/index.ts';
import { at, learn, listCapture, textCapture, withRecord } from './world.ts';

const NAMES = ['Harris County', 'Travis County', 'Lubbock County'];
const idOf = (county: string) => `us-tx-${county.toLowerCase().replace(' ', '-')}-sheriff`;
// A day of its own for each: a row that gives way to another of the same model and day is one agency renamed.
const SIGNED: Record<string, Day> = {
  'Harris County': '2025-02-03',
  'Travis County': '2025-01-15',
  'Lubbock County': '2024-12-10',
};
const signedOf = (county: string): Day => SIGNED[county] ?? addDays('2025-01-16', county.length);
// A row of its own for every list: one that repeats another is no list of its own.
const LISTS = [
  ['2025-03-03', 'Smith'],
  ['2025-03-10', 'Walker'],
  ['2025-03-17', 'Nueces'],
  ['2025-03-24', 'Jackson'],
  ['2025-03-31', 'Collin'],
] as const;
const WORDS = ['takes-part', 'declines', 'limits', 'ends'] as const;
type Word = (typeof WORDS)[number];

/** What happens to the record, one thing a day. */
type Happening =
  | { type: 'list'; list: number; has: string[] }
  | { type: 'word'; word: number; county: string; position: Word }
  | { type: 'decide'; word: number; kind: 'accept' | 'reject' | 'undo' }
  | { type: 'correct'; word: number; position: Word; shift: number };

const WORD_COUNT = 5;
// No two claims have the same day, however they are corrected: what holds then is the latest word.
const dayOfWord = (word: number, shift: number): Day => addDays('2025-03-01', word + WORD_COUNT * shift);
const number = fc.nat(WORD_COUNT - 1);
const happening: fc.Arbitrary<Happening> = fc.oneof(
  fc.record({
    type: fc.constant('list' as const),
    list: fc.nat(LISTS.length - 1),
    has: fc.subarray(NAMES),
  }),
  fc.record({
    type: fc.constant('word' as const),
    word: number,
    county: fc.constantFrom(...NAMES),
    position: fc.constantFrom(...WORDS),
  }),
  fc.record({
    type: fc.constant('decide' as const),
    word: number,
    kind: fc.constantFrom('accept' as const, 'accept' as const, 'reject' as const, 'undo' as const),
  }),
  fc.record({
    type: fc.constant('correct' as const),
    word: number,
    position: fc.constantFrom(...WORDS),
    shift: fc.nat(5),
  }),
);

const recordDay = (index: number): Day => addDays('2026-01-01', index);

/** The history with what cannot happen left out: a second copy of a list, a decision on what is not there. */
function possible(history: readonly Happening[]): Happening[] {
  const lists = new Set<number>();
  const words = new Map<number, number>();
  return history.filter((one) => {
    if (one.type === 'list') return !lists.has(one.list) && lists.add(one.list);
    if (one.type === 'word') return !words.has(one.word) && words.set(one.word, 0);
    const decisions = words.get(one.word);
    if (decisions === undefined || (one.type === 'decide' && one.kind === 'undo' && decisions === 0))
      return false;
    return words.set(one.word, decisions + 1);
  });
}

/** The replay: what a careful person with a pencil would answer, from the happenings up to a day of record alone. */
function replay(history: readonly Happening[], on: Day): string[] {
  const lists: { day: Day; has: string[] }[] = [];
  const words = new Map<number, Extract<Happening, { type: 'word' }>>();
  const decisions = new Map<number, ({ position: Word; shift: number; counts: boolean } | null)[]>();
  for (const one of history) {
    if (one.type === 'list') lists.push({ day: LISTS[one.list]![0], has: one.has });
    else if (one.type === 'word') words.set(one.word, one);
    else {
      const made = decisions.get(one.word) ?? [];
      decisions.set(one.word, made);
      const own = words.get(one.word)!;
      const before = made.at(-1);
      const seen = before?.counts ? before : { position: own.position, shift: 0 };
      if (one.type === 'correct') made.push({ position: one.position, shift: one.shift, counts: true });
      else if (one.kind === 'undo') made.pop();
      else made.push({ ...seen, counts: one.kind === 'accept' });
    }
  }
  lists.sort((a, b) => (a.day < b.day ? -1 : 1));
  const held = NAMES.flatMap((county) => listed(lists, county, on));
  const latest = new Map<string, { day: Day; position: Word }>();
  for (const { word, county } of words.values()) {
    const now = decisions.get(word)?.at(-1);
    if (!now?.counts) continue;
    const day = dayOfWord(word, now.shift);
    if (day <= on && day >= (latest.get(county)?.day ?? ''))
      latest.set(county, { day, position: now.position });
  }
  const said = [...latest].map(([county, { position }]) => `${idOf(county)} detainers ${position}`);
  return [...held, ...said].sort();
}

/** What the lists say of one agency on a day: each list counts until the next one. */
function listed(lists: readonly { day: Day; has: string[] }[], county: string, on: Day): string[] {
  const shows = lists.filter(({ has }) => has.includes(county)).map(({ day }) => day);
  const [first] = shows;
  const last = shows.at(-1);
  if (!first || !last) return [];
  const before = lists.filter(({ day }) => day < first).at(-1)?.day;
  const signed = signedOf(county);
  const begins = before && addDays(before, 1) > signed ? addDays(before, 1) : signed;
  const gone = lists.find(({ day }) => day > last)?.day;
  const held: string[] = [];
  const row = (position: string, certain: boolean) =>
    held.push(`${idOf(county)} 287g-jail ${position}${certain ? '' : ' uncertain'}`);
  if (on >= begins && (!gone || on < gone)) row('takes-part', on >= first && (on <= last || !gone));
  if (gone && on > last) row('ends', on >= gone);
  return held;
}

const OWN = new Set(NAMES.map(idOf));

async function answer(reader: RecordReader, on: Day, known?: Day): Promise<string[]> {
  const rows = await reader.status({ on, ...(known && { known }) });
  return rows
    .filter(({ agency }) => OWN.has(agency))
    .map(({ agency, programme, position, certain }) =>
      // How long a word alone is certain is another question (`positions.test.ts`).
      programme === 'detainers' || certain
        ? `${agency} ${programme} ${position}`
        : `${agency} ${programme} ${position} uncertain`,
    )
    .sort();
}

/** Makes one thing happen to a record. */
async function happen(
  record: OpenRecord,
  one: Happening,
  index: number,
  ids: Map<number, string>,
): Promise<void> {
  const time = `${recordDay(index)}T12:00:00.000Z`;
  if (one.type === 'list') {
    const [day, filler] = LISTS[one.list]!;
    const rows = [...one.has, `${filler} County`].map((county) => ({
      state: 'TEXAS',
      agency: `${county} Sheriff's Office`,
      signed: signedOf(county),
      county,
    }));
    await learn(record, time, listCapture(day, rows, time));
  } else if (one.type === 'word') {
    const words = `Word ${one.word} of the sheriff.`;
    const said = {
      words,
      position: one.position,
      programme: 'detainers' as const,
      name: `${one.county} Sheriff's Office`,
      date: dayOfWord(one.word, 0),
    };
    const capture = textCapture(record, words, [said], `https://example.org/${one.word}`, time);
    ids.set(one.word, capture.claims?.[0]?.id ?? '');
    await learn(record, time, capture);
  } else await decideOn(record, one, time, ids.get(one.word) ?? '');
  await rebuild(record, at(time));
}

async function decideOn(
  record: OpenRecord,
  one: Extract<Happening, { type: 'decide' | 'correct' }>,
  time: string,
  claim: string,
): Promise<void> {
  const reader = await readRecord(record);
  const all = await reader.decisions({ subject: `claim:${claim}` });
  const answers = all.at(-1)?.seq ?? null;
  const base = { actor: 'ada', reason: 'read it', answers, target: claim };
  if (one.type === 'correct') {
    const patch = { position: one.position, date: dayOfWord(one.word, one.shift) };
    await decide(record, [{ ...base, kind: 'correct', patch }], at(time));
  } else if (one.kind !== 'undo') await decide(record, [{ ...base, kind: one.kind }], at(time));
  else {
    const undone = new Set(all.map(({ value }) => value.revokes));
    const held = all.filter(({ kind, hash }) => kind !== 'undo' && !undone.has(hash)).at(-1);
    if (held) await decide(record, [{ ...base, kind: 'undo', target: String(held.seq) }], at(time));
  }
}

test('as of any day, as known on any day, is what a replay of the log by hand gives', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(happening, { minLength: 4, maxLength: 14 }).map(possible),
      fc.array(fc.tuple(fc.nat(40), fc.nat(15)), { minLength: 8, maxLength: 8 }),
      (history, pairs) =>
        withRecord(async (record) => {
          const ids = new Map<number, string>();
          for (const [index, one] of history.entries()) await happen(record, one, index, ids);
          const reader = await readRecord(record);
          for (const [valid, learned] of pairs) {
            const on = addDays('2025-02-27', valid);
            const known = recordDay(learned - 1);
            const wanted = replay(history.slice(0, learned), on);
            assert.deepEqual(await answer(reader, on, known), wanted, `on ${on} as known on ${known}`);
          }
          const on = addDays('2025-02-27', pairs[0]?.[0] ?? 0);
          assert.deepEqual(await answer(reader, on), replay(history, on), `on ${on}`);
        }),
    ),
    { numRuns: 20 },
  );
});

test('what is learned later, however far back it reaches, leaves the answers of earlier days as they were given', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(happening, { minLength: 4, maxLength: 12 }).map(possible),
      fc.nat(40),
      (history, valid) =>
        withRecord(async (record) => {
          const on = addDays('2025-02-27', valid);
          const ids = new Map<number, string>();
          const given: string[][] = [];
          for (const [index, one] of history.entries()) {
            await happen(record, one, index, ids);
            const reader = await readRecord(record);
            given.push(await everything(reader, on));
          }
          const reader = await readRecord(record);
          for (const [index, answers] of given.entries())
            assert.deepEqual(await everything(reader, on, recordDay(index)), answers, recordDay(index));
        }),
    ),
    { numRuns: 15 },
  );
});

/** All that a record answers about a day: positions, contradictions, changes. */
async function everything(reader: RecordReader, on: Day, known?: Day): Promise<string[]> {
  const scope = known ? { known } : {};
  return [
    ...(await reader.status({ on, ...scope })),
    ...(await reader.intervals(known)),
    ...(await reader.changes({ from: '2025-01-01', to: '2025-12-31', ...scope })),
    ...(await reader.contradictions(scope)),
    ...(await reader.lists(known)),
  ].map((row) => JSON.stringify(row));
}
