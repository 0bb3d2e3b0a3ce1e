import assert from 'node:assert/strict';
import { test } from 'node:test';
import { wordContradictions } from '../../src/record/contradictions-words.ts';
import { detailOf } from '../../src/record/differs.ts';
import type { Word } from '../../src/record/spoken.ts';
import type { Agreement, Publication } from '../../src/resolve/index.ts';

const AGENCY = 'us-tx-harris-county-sheriff';
let made = 0;

function word(position: Word['position'], date: string | null, over: Partial<Word> = {}): Word {
  const id = `w${++made}`;
  return {
    id,
    kind: 'statement',
    agency: AGENCY,
    programme: '287g-jail',
    position,
    date,
    effective: null,
    published: null,
    source: id,
    capture: null,
    ...over,
  };
}

function listed(signed: string, from: string, last: string, over: Partial<Agreement> = {}): Agreement {
  const row = { capture: 'c', row: 2 };
  return {
    id: `${AGENCY}#287g-jail#${signed}`,
    agency: AGENCY,
    programme: '287g-jail',
    position: 'takes-part',
    signed,
    from: { min: signed, max: from },
    to: null,
    lastListed: last,
    status: 'active',
    next: null,
    runs: [{ first: row, last: row, from, to: last, lists: 3 }],
    lines: [],
    rules: [],
    moa: [],
    ...over,
  };
}

const DAYS = ['2025-03-01', '2025-03-10', '2025-03-20', '2025-04-20', '2026-04-01'];
const publications = DAYS.map((day): Publication => {
  return { capture: day, kind: 'participating', day, order: 0, rule: 'file-name', repeats: [] };
});

function found(words: Word[], agreements: Agreement[] = []) {
  const context = { agreements, publications, intervals: [], agencies: [], laws: [], conflicts: [] };
  return wordContradictions(words, context).map(({ kind, opened, closed, differs }) => ({
    kind,
    opened,
    closed,
    detail: detailOf(differs),
  }));
}

test('said to have ended and still listed two weeks later; it closes when the list follows', () => {
  const still = listed('2020-01-01', '2025-03-01', '2025-04-20');
  const [one, ...others] = found([word('ends', '2025-03-01')], [still]);
  assert.deepEqual(others, []);
  assert.deepEqual([one?.kind, one?.opened, one?.closed], ['said-no-still-listed', '2025-03-20', null]);
  const dropped = { ...still, to: { min: '2025-04-20', max: '2026-04-01' } };
  assert.equal(found([word('ends', '2025-03-01')], [dropped])[0]?.closed, '2026-04-01');
  const back = [word('ends', '2025-03-01'), word('takes-part', '2025-04-02')];
  assert.equal(
    found(back, [still]).find(({ kind }) => kind === 'said-no-still-listed')?.closed,
    '2025-04-02',
  );
});

test('a list that follows within two weeks contradicts nothing, nor does an agreement signed after the word', () => {
  assert.deepEqual(
    found([word('ends', '2025-03-01')], [listed('2020-01-01', '2025-03-01', '2025-03-10')]),
    [],
  );
  assert.deepEqual(
    found([word('ends', '2025-03-01')], [listed('2025-03-05', '2025-03-10', '2026-04-01')]),
    [],
  );
  const other = listed('2020-01-01', '2025-03-01', '2026-04-01', { programme: '287g-warrant' });
  assert.deepEqual(found([word('ends', '2025-03-01')], [other]), [], 'another model');
});

test('said to take part and on no list; who only will join has a year', () => {
  const [one] = found([word('takes-part', '2025-03-01')]);
  assert.deepEqual([one?.kind, one?.opened, one?.closed], ['said-yes-not-listed', '2025-03-20', null]);
  assert.equal(found([word('will-join', '2025-03-01')])[0]?.opened, '2026-04-01');
  assert.deepEqual(
    found([word('takes-part', '2025-03-01')], [listed('2025-03-02', '2025-03-10', '2026-04-01')]),
    [],
  );
  const later = listed('2025-04-02', '2025-04-20', '2026-04-01');
  assert.equal(
    found([word('takes-part', '2025-03-01')], [later])[0]?.closed,
    '2025-04-20',
    'the list followed late',
  );
  assert.deepEqual(found([word('takes-part', '2017-03-01')]), [], 'no list of that time is in the record');
});

test('a signed document against the list: date, model, and nothing where they agree', () => {
  const document = (date: string, over: Partial<Word> = {}) =>
    word('takes-part', date, { kind: 'agreement', ...over });
  const list = [listed('2025-02-20', '2025-03-01', '2026-04-01')];
  assert.deepEqual(found([document('2025-02-20')], list), []);
  const [date] = found([document('2025-02-27')], list);
  assert.equal(date?.opened, '2025-03-01');
  assert.equal(
    found([document('2025-03-07')], list)[0]?.opened,
    '2025-03-07',
    'no document before it was signed',
  );
  assert.deepEqual(
    [date?.kind, date?.detail],
    ['list-against-document', 'the document says signed 2025-02-27, the list 2025-02-20'],
  );
  const [model] = found([document('2025-02-20', { programme: '287g-warrant' })], list);
  assert.equal(model?.detail, 'the document says 287g-warrant, the list 287g-jail');
  assert.deepEqual(found([document('2020-02-20')], list), [], 'years apart: another agreement');
  const both = document('2025-02-27', { dates: ['2025-02-20', '2025-02-27'] });
  assert.deepEqual(found([both], list), [], 'the parties signed on two days');
});

test('source against source: opposite words of one time, two dates of one event; the next word closes the first', () => {
  const opposite = [
    word('takes-part', '2017-02-21', { programme: 'detainers' }),
    word('declines', '2017-02-21', { programme: 'detainers' }),
  ];
  const [one] = found(opposite);
  assert.deepEqual([one?.kind, one?.opened, one?.closed], ['source-against-source', '2017-02-21', null]);
  const later = word('declines', '2017-06-01', { programme: 'detainers' });
  assert.equal(found([...opposite, later])[0]?.closed, '2017-06-01');
  const dates = [
    word('ends', '2017-02-21', { effective: '2017-03-01' }),
    word('ends', '2017-02-22', { effective: '2017-03-09' }),
  ];
  assert.equal(found(dates)[0]?.detail, 'ended 2017-03-01 and 2017-03-09');
});

test('no contradiction where one source repeats itself, where the month is all one knows, or where one follows the other', () => {
  const yes = word('takes-part', '2017-02-21', { programme: 'detainers', source: 's' });
  const no = (date: string, source = 't') => word('declines', date, { programme: 'detainers', source });
  assert.deepEqual(found([yes, no('2017-02-21', 's')]), [], 'one source');
  assert.deepEqual(found([yes, no('2017')]), [], 'a year says too little about a day');
  assert.deepEqual(found([yes, no('2017-05-01')]), [], 'one after the other');
  const month = [
    word('ends', '2017-02-21', { effective: '2017-03' }),
    word('ends', '2017-02-22', { effective: '2017-03-09' }),
  ];
  assert.deepEqual(found(month), [], 'the month holds the day');
});
