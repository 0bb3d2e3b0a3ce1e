import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addDays } from '../../src/base/index.ts';
import { numberOption, pastDayOption, stateOption, today, wordOption } from '../../src/commands/call.ts';

test('a day that lies ahead is refused; tomorrow is not, which has begun somewhere', () => {
  const [tomorrow, after] = [addDays(today(), 1), addDays(today(), 2)];
  assert.equal(pastDayOption({ on: tomorrow }, 'on'), tomorrow);
  assert.throws(
    () => pastDayOption({ on: after }, 'on'),
    new RegExp(`date "${after}" of --on lies ahead.*up to `),
  );
  assert.throws(() => pastDayOption({ on: '2025-02-29' }, 'on'), /"2025-02-29"/);
  assert.equal(pastDayOption({}, 'on'), undefined);
});

test('a number is whole and within its bounds, both of them included', () => {
  assert.deepEqual(
    ['1', '10'].map((limit) => numberOption({ limit }, 'limit', 1, 10)),
    [1, 10],
  );
  for (const limit of ['0', '11', '2.5', '-1', '1e1', '', ' 3', 'ten'])
    assert.throws(
      () => numberOption({ limit }, 'limit', 1, 10),
      /of --limit is out of range; give one from 1 to 10/,
    );
});

test('a state is known by its letters or its name; what is none is named with the remedy', () => {
  assert.equal(stateOption({ state: 'tx' }), 'TX');
  assert.equal(stateOption({ state: 'New Mexico' }), 'NM');
  assert.throws(() => stateOption({ state: 'ZZ' }), /state "ZZ" is unknown; use two letters, such as TX/);
});

test('a word that the vocabulary lacks is refused with those that it has', () => {
  assert.equal(wordOption({ programme: '287g-jail' }, 'programme'), '287g-jail');
  assert.throws(
    () => wordOption({ position: 'good' }, 'position'),
    /position "good" is unknown; use one of takes-part, /,
  );
});
