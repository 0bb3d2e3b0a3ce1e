import assert from 'node:assert/strict';
import { test } from 'node:test';
import { positionIntervals } from '../../src/record/positions.ts';
import type { DerivedInterval, Word } from '../../src/record/spoken.ts';
import type { Agreement, Publication } from '../../src/resolve/index.ts';

const AGENCY = 'us-tx-harris-county-sheriff';
let made = 0;

function word(position: Word['position'], date: string | null, over: Partial<Word> = {}): Word {
  const programme = '287g-jail';
  return {
    id: `w${++made}`,
    kind: 'statement',
    agency: AGENCY,
    programme,
    position,
    date,
    effective: null,
    published: null,
    source: null,
    capture: null,
    ...over,
  };
}

function listed(
  from: [string, string],
  to: [string, string] | null,
  over: Partial<Agreement> = {},
): Agreement {
  const row = { capture: 'c', row: 2 };
  const last = to ? to[0] : '2026-05-18';
  return {
    id: `${AGENCY}#287g-jail#${from[1]}`,
    agency: AGENCY,
    programme: '287g-jail',
    position: 'takes-part',
    signed: from[0],
    from: { min: from[0], max: from[1] },
    to: to && { min: to[0], max: to[1] },
    lastListed: last,
    status: to ? 'no-longer-listed' : 'active',
    next: null,
    runs: [{ first: row, last: row, from: from[1], to: last, lists: 1 }],
    lines: [],
    rules: [],
    moa: [],
    ...over,
  };
}

function lists(...days: string[]): Publication[] {
  return days.map((day) => ({
    capture: day,
    kind: 'participating',
    day,
    order: 0,
    rule: 'file-name',
    repeats: [],
  }));
}

const brief = (intervals: DerivedInterval[]) =>
  intervals.map(({ position, from, to }) =>
    [position, from.min, from.max, to?.min ?? null, to ? to.max : null].join(' '),
  );

test('a list that drops an agreement ends it between two lists', () => {
  const intervals = positionIntervals(
    [listed(['2025-02-18', '2025-02-21'], ['2025-03-01', '2025-03-05'])],
    lists('2025-02-21', '2025-03-05'),
    [],
  );
  assert.deepEqual(brief(intervals), [
    'takes-part 2025-02-18 2025-02-21 2025-03-01 2025-03-05',
    'ends 2025-03-01 2025-03-05  ',
  ]);
});

test('a told end that a list followed within a month is that end, and lies between the two', () => {
  const said = word('ends', '2025-02-20');
  const agreements = [listed(['2025-02-01', '2025-02-03'], ['2025-03-01', '2025-03-05'])];
  assert.deepEqual(brief(positionIntervals(agreements, lists('2025-02-03', '2025-03-05'), [said])), [
    'takes-part 2025-02-01 2025-02-03 2025-02-20 2025-03-05',
    'ends 2025-02-20 2025-03-05  ',
  ]);
  // What the lists gave is not touched.
  assert.equal(agreements[0]?.to?.min, '2025-03-01');
});

test('a renewed or switched agreement did not end', () => {
  for (const status of ['renewed', 'switched'] as const) {
    const intervals = positionIntervals(
      [listed(['2020-06-08', '2021-01-13'], ['2025-03-01', '2025-03-05'], { status })],
      lists('2025-03-05'),
      [],
    );
    assert.deepEqual(
      intervals.map((i) => i.position),
      ['takes-part'],
    );
  }
});

test('an announced end lies between the announcement and the first list without it', () => {
  const joined = word('takes-part', '2016-06-28', { kind: 'agreement' });
  const said = word('ends', '2017-02-21');
  assert.deepEqual(brief(positionIntervals([], lists('2021-01-13'), [joined, said])), [
    'takes-part 2016-06-28 2016-06-28 2017-02-21 2021-01-13',
    'ends 2017-02-21 2017-02-21  ',
  ]);
  const document = word('ends', '2017-02-21/2017-03-05', { kind: 'agreement' });
  assert.deepEqual(brief(positionIntervals([], lists('2021-01-13'), [joined, said, document])), [
    'takes-part 2016-06-28 2016-06-28 2017-02-21 2017-03-05',
    'ends 2017-02-21 2017-02-21  ',
  ]);
});

test('an agreement known from elsewhere that the first list lacks ended before that list; what was only said did not', () => {
  const signed = positionIntervals([], lists('2021-01-13'), [
    word('takes-part', '2016-06-08', { kind: 'agreement' }),
  ]);
  assert.deepEqual(brief(signed), [
    'takes-part 2016-06-08 2016-06-08 2016-06-09 2021-01-13',
    'ends 2016-06-09 2021-01-13  ',
  ]);
  const said = positionIntervals([], lists('2021-01-13'), [word('takes-part', '2016-06-08')]);
  assert.deepEqual(brief(said), ['takes-part 2016-06-08 2016-06-08 2016-06-09 2021-01-13']);
});

test('an agreement known from elsewhere goes over into the listing that follows it, and does not end', () => {
  const intervals = positionIntervals(
    [listed(['2020-06-09', '2021-01-13'], null)],
    lists('2021-01-13', '2026-05-18'),
    [word('takes-part', '2016-06-08', { kind: 'agreement' })],
  );
  assert.deepEqual(brief(intervals), [
    'takes-part 2016-06-08 2016-06-08 2020-06-09 2021-01-13',
    'takes-part 2020-06-09 2021-01-13  ',
  ]);
});

test('an agreement that a list lacked ended before it, though a later list has the agency again', () => {
  const intervals = positionIntervals(
    [listed(['2025-02-20', '2025-02-26'], null)],
    lists('2021-01-13', '2025-02-26'),
    [word('takes-part', '2016-06-23', { kind: 'agreement' })],
  );
  assert.deepEqual(brief(intervals), [
    'takes-part 2016-06-23 2016-06-23 2016-06-24 2021-01-13',
    'ends 2016-06-24 2021-01-13 2025-02-20 2025-02-26',
    'takes-part 2025-02-20 2025-02-26  ',
  ]);
});

test('a claim that says what the list shows supports the listing and makes no second interval', () => {
  const said = word('takes-part', '2025-06-01', { programme: '287g' });
  const intervals = positionIntervals(
    [listed(['2025-02-18', '2025-02-21'], null)],
    lists('2025-02-21', '2026-05-18'),
    [said],
  );
  assert.deepEqual(
    intervals.map((i) => i.claims),
    [[said.id]],
  );
});

test('a later position replaces an earlier one at an unknown day between; one beside it replaces nothing', () => {
  const words = [
    word('declines', '2016-11-14', { programme: 'enforcement' }),
    word('unchanged', '2017-02-01', { programme: 'enforcement' }),
    word('limits', '2019-03', { programme: 'enforcement' }),
  ];
  assert.deepEqual(brief(positionIntervals([], [], words)), [
    'declines 2016-11-14 2016-11-14 2016-11-15 2019-03-31',
    'unchanged 2017-02-01 2017-02-01 2017-02-02 2019-03-31',
    'limits 2019-03-01 2019-03-31  ',
  ]);
});

test('a claim without dates was made by the day of its source; one without that too makes no interval', () => {
  assert.deepEqual(brief(positionIntervals([], [], [word('declines', null, { published: '2017-03' })])), [
    'declines  2017-03-31  ',
  ]);
  assert.deepEqual(positionIntervals([], [], [word('declines', null)]), []);
});

test('the order of claims does not matter', () => {
  const words = [
    word('takes-part', '2016-06-28', { kind: 'agreement' }),
    word('ends', '2017-02-21'),
    word('declines', '2018', { programme: '287g' }),
  ];
  const forward = positionIntervals([], lists('2021-01-13'), words);
  assert.deepEqual(positionIntervals([], lists('2021-01-13'), [...words].reverse()), forward);
});

test('what is only said is told as said; an act, an agreement and a stated start are not', () => {
  const start = (over: Partial<Word>) =>
    positionIntervals([], [], [word('takes-part', '2017-02-21', over)])[0];
  assert.equal(start({ programme: 'detainers' })?.said, true);
  assert.equal(start({ programme: 'detainers', effective: '2017-01' })?.said, false);
  assert.equal(start({ kind: 'act' })?.said, false);
  assert.equal(start({ kind: 'agreement' })?.said, false);
  const listing = positionIntervals([listed(['2016-06-28', '2016-07-01'], null)], lists('2016-07-01'), []);
  assert.equal(listing[0]?.said, false);
});

test('the newest evidence keeps the precision of its date', () => {
  const [month] = positionIntervals(
    [],
    [],
    [word('ends', '2017-02-21'), word('ends', '2017', { effective: '2017-03' })],
  );
  assert.deepEqual([month?.seenMin, month?.lastSeen], ['2017-03-01', '2017-03-31']);
  const [open] = positionIntervals([], [], [word('declines', null, { published: '2017-03-05' })]);
  assert.deepEqual([open?.seenMin, open?.lastSeen], [null, '2017-03-05']);
});

test('an approximate date stays approximate, as a start and as an end', () => {
  const [held] = positionIntervals(
    [],
    [],
    [
      word('takes-part', '2016-06-23', { kind: 'agreement' }),
      word('ends', '2017-12~', { kind: 'agreement' }),
    ],
  );
  assert.equal(held?.from.about, undefined);
  assert.deepEqual(held?.to, { min: '2017-12-01', max: '2017-12-31', about: true });
});

test('what is only said is certain for a year after it was last said; documents, decisions and ends stay', () => {
  const until = (...words: Word[]) => positionIntervals([], [], words).map(({ certainTo }) => certainTo);
  const said = (date: string, over: Partial<Word> = {}) =>
    word('declines', date, { programme: 'detainers', ...over });
  assert.deepEqual(until(said('2017-02-21')), ['2018-02-21']);
  assert.deepEqual(until(said('2017-02-21'), said('2019-05-01')), ['2020-05-01']);
  assert.deepEqual(until(said('2020-02-29')), ['2021-03-01']);
  // Said in 2017 of a practice since 2011: evidence of 2017.
  assert.deepEqual(until(said('2017-02-21', { effective: '2011' })), ['2018-02-21']);
  assert.deepEqual(until(said('2017-02-21', { kind: 'act' })), [null]);
  assert.deepEqual(until(said('2017-02-21'), said('2017-03-01', { kind: 'rule' })), [null]);
  assert.deepEqual(until(word('ends', '2017-02-21', { programme: 'detainers' })), [null]);
  // What another position replaced is over, and the days between are uncertain as ever.
  assert.equal(
    until(said('2017-02-21'), word('takes-part', '2019-01-01', { programme: 'detainers' }))[0],
    null,
  );
});

test('a list refutes no application, and no agreement that it may not have yet', () => {
  const applied = positionIntervals([], lists('2025-03-06', '2025-03-17'), [
    word('will-join', '2025-03-03', { kind: 'act' }),
  ]);
  assert.deepEqual(brief(applied), ['will-join 2025-03-03 2025-03-03  ']);
  const signed = word('takes-part', '2025-03-01', { kind: 'agreement' });
  assert.deepEqual(brief(positionIntervals([], lists('2025-03-03', '2025-04-20'), [signed])), [
    'takes-part 2025-03-01 2025-03-01  ',
  ]);
  const intervals = positionIntervals(
    [listed(['2025-03-01', '2025-03-10'], null)],
    lists('2025-03-03', '2025-03-10'),
    [signed],
  );
  assert.ok(intervals.every(({ position }) => position === 'takes-part'));
  assert.deepEqual(brief(positionIntervals([], lists('2025-03-03', '2025-05-12'), [signed])), [
    'takes-part 2025-03-01 2025-03-01 2025-03-02 2025-05-12',
    'ends 2025-03-02 2025-05-12  ',
  ]);
});
