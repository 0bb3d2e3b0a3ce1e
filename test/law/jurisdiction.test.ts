import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { bindsKind, bindsPlace, overlaps, readJurisdiction } from '../../src/law/jurisdiction.ts';

const US = { state: null, county: null };
const TX = { state: 'TX', county: null };
const HARRIS = { state: 'TX', county: '48201' };
const DALLAS = { state: 'TX', county: '48113' };
const FL = { state: 'FL', county: null };

test('a jurisdiction is the country, a state or one county of it as today’s map has it', () => {
  assert.deepEqual(readJurisdiction('US'), US);
  assert.deepEqual(readJurisdiction('TX'), TX);
  assert.deepEqual(readJurisdiction('TX (Harris County)'), HARRIS);
  assert.deepEqual(readJurisdiction('FL (Miami-Dade County)'), { state: 'FL', county: '12086' });
  // Its name until 1997 is no county now.
  assert.equal(readJurisdiction('FL (Dade County)')?.county ?? null, null);
  for (const written of [
    '',
    'us',
    'ZZ',
    'Texas',
    'TX ()',
    'TX(Harris County)',
    'TX (Cook County)',
    'US (Harris County)',
    'TX ',
  ])
    assert.equal(readJurisdiction(written), null, written);
});

test('a rule binds the places that lie within it, and a question about a state is not answered by a county’s', () => {
  const houston = { state: 'TX', counties: ['48201', '48157'] };
  assert.deepEqual(
    [US, TX, HARRIS, DALLAS, FL].map((by) => bindsPlace(by, houston)),
    [true, true, true, false, false],
  );
  assert.deepEqual(
    [US, TX, HARRIS].map((by) => bindsPlace(by, { state: 'TX', counties: [] })),
    [true, true, false],
  );
});

test('two rules can bind one agency or not, whichever is asked first', () => {
  for (const [a, b, both] of [
    [US, HARRIS, true],
    [TX, HARRIS, true],
    [HARRIS, HARRIS, true],
    [HARRIS, DALLAS, false],
    [FL, TX, false],
    [FL, HARRIS, false],
  ] as const)
    assert.deepEqual([overlaps(a, b), overlaps(b, a)], [both, both]);
  const places = fc.constantFrom(US, TX, HARRIS, DALLAS, FL);
  fc.assert(
    fc.property(places, places, (a, b) => {
      // Whatever binds a place overlaps with every other rule that does.
      const place = { state: 'TX', counties: ['48201'] };
      if (bindsPlace(a, place) && bindsPlace(b, place)) assert.ok(overlaps(a, b));
      assert.ok(overlaps(a, a));
    }),
  );
});

test('a state’s rule for all binds no federal agency and no tribe; one that names them does', () => {
  assert.deepEqual(
    (['sheriff', 'federal', 'tribal'] as const).map((kind) => bindsKind(TX, null, kind)),
    [true, false, false],
  );
  assert.ok(bindsKind(US, null, 'federal'));
  assert.ok(bindsKind(TX, ['tribal'], 'tribal'));
  assert.equal(bindsKind(US, ['tribal'], 'sheriff'), false);
});
