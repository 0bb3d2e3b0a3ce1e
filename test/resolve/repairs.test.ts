import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nearestOf, repairCounty, repairModel, repairState, signedDay } from '../../src/resolve/repairs.ts';

test('a misspelt state is the single nearest one', () => {
  assert.deepEqual(repairState('PENNSLYVANIA'), { value: 'PA', rule: 'state-slip' });
  assert.deepEqual(repairState('UTAHJ'), { value: 'UT', rule: 'state-slip' });
  assert.deepEqual(repairState('WEST VIRIGINIA'), { value: 'WV', rule: 'state-slip' });
  assert.deepEqual(repairState('AlABAMA '), { value: 'AL', rule: null });
  assert.equal(repairState('NOWHERE'), null);
  assert.equal(repairState(''), null);
});

test('a county is looked for in its own state, slips of its own word included', () => {
  const county = (raw: string, state: string) => repairCounty(raw, state)?.value.full ?? null;
  assert.equal(county('Flagere County', 'FL'), 'Flagler County');
  assert.equal(county('Lake Conty', 'FL'), 'Lake County');
  assert.equal(county("Lyon's County", 'KS'), 'Lyon County');
  assert.equal(county('Union County', 'LA'), 'Union Parish');
  assert.equal(county('Alleghany County', 'PA'), 'Allegheny County');
  assert.equal(repairCounty('Harris County ', 'TX')?.rule, null);
});

test("a place that is no county stays open, and so does another state's county", () => {
  assert.equal(repairCounty('#N/A', 'FL'), null);
  assert.equal(repairCounty('#n?A', 'TX'), null);
  assert.equal(repairCounty('German Coast County', 'LA'), null);
  assert.equal(repairCounty('North County', 'MO'), null);
  assert.equal(repairCounty('Wichita County', 'OK'), null);
  assert.equal(repairCounty('Richmond', 'VA'), null);
});

test('a model is told by its word', () => {
  assert.deepEqual(repairModel('Task Force Model '), { value: '287g-task-force', rule: null });
  assert.deepEqual(repairModel('Jail Enforcment Model '), { value: '287g-jail', rule: 'model-slip' });
  assert.deepEqual(repairModel('Task Force Officer '), { value: '287g-task-force', rule: 'model-slip' });
  assert.deepEqual(repairModel(''), { value: '287g', rule: 'model-missing' });
});

test('dates of signing are read however they are typed', () => {
  assert.deepEqual(signedDay('2025-05-08'), { value: '2025-05-08', rule: null });
  assert.deepEqual(signedDay('05/082025'), { value: '2025-05-08', rule: 'date-written' });
  assert.deepEqual(signedDay('7/72025'), { value: '2025-07-07', rule: 'date-written' });
  assert.deepEqual(signedDay('8/282025'), { value: '2025-08-28', rule: 'date-written' });
  assert.deepEqual(signedDay('5025-07-07'), { value: '2025-07-07', rule: 'year-digit' });
  assert.deepEqual(signedDay('7282025')?.value, '2025-07-28');
  assert.deepEqual(signedDay('05082025')?.value, '2025-05-08');
  assert.deepEqual(signedDay('772025')?.value, '2025-07-07');
  // A month without a day, and digits that are two days.
  for (const text of ['12/2025', '11/2025', '12-2025', '122025', '1112025', '111/2025', '1122025'])
    assert.equal(signedDay(text), null, text);
  for (const text of ['', 'soon', '13/40/2025']) assert.equal(signedDay(text), null);
});

test('two entries as near as each other are none', () => {
  assert.equal(
    nearestOf('cat', ['bat', 'rat'], (x) => x, 1),
    null,
  );
  assert.equal(
    nearestOf('cat', ['cart', 'dog'], (x) => x, 1),
    'cart',
  );
});
