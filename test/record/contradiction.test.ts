import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  byTime,
  contradiction,
  distinct,
  earliest,
  latest,
  type Side,
} from '../../src/record/contradiction.ts';
import type { Word } from '../../src/record/spoken.ts';

const CLAIM: Side = { type: 'claim', claim: 'c1' };
const ROW: Side = { type: 'row', capture: 'x', row: 2, day: '2018-01-01' };
const found = (over: object = {}) =>
  contradiction({
    kind: 'said-no-still-listed',
    agency: 'a',
    programme: '287g',
    opened: '2018-01-01',
    closed: null,
    differs: { form: 'laws', programme: '287g' },
    a: CLAIM,
    b: ROW,
    ...over,
  });

test('the same two sides have one id, whatever its days and words; others have another', () => {
  const { id } = found()!;
  assert.equal(
    found({
      differs: { form: 'forbids' },
      opened: null,
      closed: '2020-01-01',
      b: { ...ROW, day: '2019-01-01' },
    })!.id,
    id,
  );
  const others = [
    { agency: 'b' },
    { programme: '287g-jail' },
    { kind: 'said-yes-not-listed' },
    { a: ROW, b: CLAIM },
    { b: { ...ROW, row: 3 } },
    { b: { type: 'list', capture: 'x', day: '2018-01-01' } },
    { b: { type: 'link', document: 'x', capture: 'x', row: 2, day: '2018-01-01' } },
    { b: { type: 'provision', provision: 'x' } },
    { b: { type: 'registry', agency: 'x' } },
  ].map((over) => found(over)!.id);
  assert.equal(new Set([id, ...others]).size, others.length + 1);
});

test('what would close before or as it opens never stood', () => {
  assert.equal(found({ closed: '2018-01-01' }), null);
  assert.equal(found({ closed: '2017-12-31' }), null);
  assert.ok(found({ closed: '2018-01-02' }));
  assert.ok(found({ opened: null, closed: '2017-01-01' }));
});

test('unknown days are left out of earliest and latest', () => {
  assert.equal(earliest(null, '2018-02-01', undefined, '2017-12-31'), '2017-12-31');
  assert.equal(latest(null, '2018-02-01', undefined, '2017-12-31'), '2018-02-01');
  assert.deepEqual([earliest(), latest(null)], [null, null]);
});

test('claims are ordered by the last day from which they may hold, then by id', () => {
  const word = (id: string, date: string | null) =>
    ({ id, date, effective: null, published: null, kind: 'statement' }) as Word;
  const words = [word('b', '2017'), word('a', '2017-12-31'), word('c', null), word('d', '2017-02-01')];
  assert.deepEqual(
    words.sort(byTime).map(({ id }) => id),
    ['c', 'd', 'a', 'b'],
  );
});

test('what has the same two sides twice has two ids where it stood on other days, and is told once where it did not', () => {
  const [first, second] = [found()!, found({ opened: '2019-01-01' })!];
  const told = distinct([first, second, found()!, found({ opened: '2019-01-01' })!]);
  assert.deepEqual(
    told.map(({ opened }) => opened),
    ['2018-01-01', '2019-01-01'],
  );
  assert.equal(told[0]?.id, first.id, 'the first keeps its address');
  assert.equal(new Set(told.map(({ id }) => id)).size, 2);
});
