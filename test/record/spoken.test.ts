import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  certainUntil,
  compare,
  earliest,
  isFamily,
  sameFamily,
  spokenIntervals,
  type Word,
  wordBounds,
} from '../../src/record/spoken.ts';

function word(id: string, position: Word['position'], date: string | null, over: Partial<Word> = {}): Word {
  const base = { kind: 'statement', agency: 'a', programme: 'detainers' as const, effective: null };
  return { id, position, date, published: null, source: null, capture: null, ...base, ...over };
}
const brief = (words: Word[], programme: Word['programme'] = 'detainers') =>
  spokenIntervals('a', programme, words).map(({ position, from, to, claims }) =>
    [position, from.min, from.max, to ? `${to.min}/${to.max}` : '..', claims.join('+')].join(' '),
  );

test('a claim holds from when the practice starts, else from when it was said, else from some day before its source', () => {
  const all = { effective: '2016', published: '2017-03' };
  assert.deepEqual(wordBounds(word('w', 'limits', '2017-02-21', all)), {
    min: '2016-01-01',
    max: '2016-12-31',
  });
  assert.deepEqual(wordBounds(word('w', 'limits', '2017-02-21', { ...all, effective: null })), {
    min: '2017-02-21',
    max: '2017-02-21',
  });
  assert.deepEqual(wordBounds(word('w', 'limits', null, { published: '2017-03' })), {
    min: null,
    max: '2017-03-31',
  });
  assert.deepEqual(wordBounds(word('w', 'limits', null)), { min: null, max: null });
  // A date that is none says nothing.
  assert.deepEqual(wordBounds(word('w', 'limits', 'soon', { published: '2017' })), {
    min: null,
    max: '2017-12-31',
  });
});

test('the models of 287(g) are one family, and no other programme is of it', () => {
  assert.ok(isFamily('287g') && isFamily('287g-jail') && !isFamily('detainers'));
  assert.ok(sameFamily('287g-jail', '287g-warrant') && sameFamily('detainers', 'detainers'));
  assert.equal(sameFamily('detainers', '287g'), false);
});

test('a position lasts until another is taken; claims of the same extend it', () => {
  assert.deepEqual(brief([word('b', 'declines', '2018-01-01'), word('a', 'limits', '2017-01-01')]), [
    'limits 2017-01-01 2017-01-01 2017-01-02/2018-01-01 a',
    'declines 2018-01-01 2018-01-01 .. b',
  ]);
  assert.deepEqual(
    brief([
      word('a', 'limits', '2017-01-01'),
      word('c', 'limits', '2019-01-01'),
      word('d', 'declines', '2020-01-01'),
    ])[0],
    'limits 2017-01-01 2017-01-01 2019-01-02/2020-01-01 a+c',
  );
  // Of one time nobody can say which came last; what only stands beside replaces nothing.
  assert.equal(brief([word('a', 'limits', '2017'), word('b', 'declines', '2017')])[0]?.includes('..'), true);
  assert.deepEqual(brief([word('a', 'limits', '2017-01-01'), word('b', 'unchanged', '2018-01-01')]), [
    'limits 2017-01-01 2017-01-01 .. a',
    'unchanged 2018-01-01 2018-01-01 .. b',
  ]);
});

test('an end says itself when; one of 287(g) that is only said stays open to the next list', () => {
  const taken = word('a', 'takes-part', '2016-01-01', { kind: 'agreement' });
  assert.equal(
    brief([taken, word('b', 'ends', '2017-02')])[0],
    'takes-part 2016-01-01 2016-01-01 2017-02-01/2017-02-28 a',
  );
  assert.equal(
    brief([taken, word('b', 'ends', '2017-02')], '287g-jail')[0],
    'takes-part 2016-01-01 2016-01-01 2017-02-01/null a',
  );
  const dated = word('b', 'ends', '2017-02-21', { effective: '2017-03-01' });
  assert.equal(
    brief([taken, dated], '287g-jail')[0],
    'takes-part 2016-01-01 2016-01-01 2017-03-01/2017-03-01 a',
  );
});

test('words without any day make no interval, and the order in which claims come changes nothing', () => {
  assert.deepEqual(brief([word('a', 'limits', null)]), []);
  const positions = fc.constantFrom<Word['position']>(
    'takes-part',
    'ends',
    'declines',
    'limits',
    'expands',
    'unchanged',
  );
  const dates = fc.constantFrom('2016', '2017-02', '2017-02-21', '2018-01-01', '../2017', '2019~');
  const words = fc
    .array(fc.tuple(positions, dates, fc.boolean()), { maxLength: 6 })
    .map((all) =>
      all.map(([position, date, act], i) =>
        word(`w${i}`, position, date, { kind: act ? 'act' : 'statement' }),
      ),
    );
  fc.assert(
    fc.property(words, (all) => {
      const found = brief(all);
      assert.deepEqual(brief([...all].reverse()), found);
      const told = spokenIntervals('a', 'detainers', all).flatMap(({ claims }) => claims);
      assert.deepEqual(
        told.sort(),
        all.map(({ id }) => id),
      );
    }),
  );
});

test('words alone are certain for a year, over a leap day and up to the last year', () => {
  const until = (date: string, kind = 'statement', position: Word['position'] = 'declines') =>
    certainUntil(spokenIntervals('a', 'detainers', [word('w', position, date)])[0]!, new Map([['w', kind]]));
  assert.equal(until('2017-02-21'), '2018-02-21');
  assert.equal(until('2024-02-29'), '2025-03-01');
  assert.equal(until('9999-12-31'), '9999-12-31');
  assert.equal(until('2017-02-21', 'act'), null);
  assert.equal(until('2017-02-21', 'statement', 'ends'), null);
});

test('an unknown day comes first, and the earliest of two is the known one', () => {
  assert.deepEqual(['2018', null, '2017'].sort(compare), [null, '2017', '2018']);
  assert.deepEqual(
    [earliest(null, '2017'), earliest('2018', '2017'), earliest('2017', null)],
    ['2017', '2017', '2017'],
  );
});
