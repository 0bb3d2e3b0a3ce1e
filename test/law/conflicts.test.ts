import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lawConflicts } from '../../src/law/index.ts';
import { inventedBook } from './book.ts';

type More = Record<string, string>;
/** The conflicts of a duty and a prohibition, each in an instrument of its own. */
function conflicts(duty: More, ban: More, [law, other]: [More, More] = [{}, {}]) {
  const book = inventedBook(
    [
      { instrument_id: 'i', effective: '2018-01-01', ...law },
      { instrument_id: 'j', effective: '2019-01-01', ...other },
    ],
    [
      { provision_id: 'must', instrument_id: 'i', effect: 'requires', programmes: '287g', ...duty },
      { provision_id: 'must-not', instrument_id: 'j', effect: 'forbids', programmes: '287g', ...ban },
    ],
  );
  return lawConflicts(book);
}

test('a duty and a prohibition conflict while both are in force', () => {
  assert.deepEqual(conflicts({}, {}), [
    { a: 'must', b: 'must-not', programme: '287g', from: '2019-01-01', to: null },
  ]);
  const days = (law: More, other: More) => conflicts({}, {}, [law, other]).map(({ from, to }) => [from, to]);
  assert.deepEqual(days({ ended: '2020-06-01' }, { ended: '2021-01-01' }), [['2019-01-01', '2020-06-01']]);
  // The one ended on the day on which the other began: they never stood together.
  assert.deepEqual(days({ ended: '2019-01-01' }, {}), []);
});

test('there is none between two places, two kinds of agency, other programmes, or with a guideline', () => {
  assert.equal(conflicts({ effect: 'protects' }, { effect: 'limits' }).length, 1);
  assert.deepEqual(conflicts({ effect: 'permits' }, {}), []);
  assert.deepEqual(conflicts({}, {}, [{}, { jurisdiction: 'FL' }]), []);
  assert.equal(conflicts({}, {}, [{ jurisdiction: 'US' }, { jurisdiction: 'FL' }]).length, 1);
  assert.deepEqual(conflicts({}, {}, [{}, { kind: 'guideline' }]), []);
  assert.deepEqual(conflicts({ agency_kinds: 'sheriff' }, { agency_kinds: 'police' }), []);
  assert.equal(conflicts({ agency_kinds: 'sheriff|police' }, { agency_kinds: 'police' }).length, 1);
  assert.equal(conflicts({ agency_kinds: 'sheriff' }, {}).length, 1);
});

test('a ban on every model stands against a duty to one; a ban on one model does not hinder a duty to have some', () => {
  assert.equal(conflicts({ programmes: '287g-jail' }, { programmes: '287g' }).length, 1);
  assert.deepEqual(conflicts({ programmes: '287g' }, { programmes: '287g-jail' }), []);
  assert.deepEqual(conflicts({ programmes: '287g-jail' }, { programmes: '287g-warrant' }), []);
});
