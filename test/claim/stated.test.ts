import assert from 'node:assert/strict';
import { test } from 'node:test';
import { agreementIn } from '../../src/claim/stated.ts';

test('the agreement that a sentence speaks of, by its own words; none that is somebody else’s', () => {
  for (const [text, programme] of [
    ['the office joined the 287(g) program', '287g'],
    ['the county has a contract for 40 beds with ice', 'detention-contract'],
    ['the office ended its partnership with ice after immigrants complained', '287g'],
    ['the office ended its partnership with the shelter after immigrants complained', null],
    ['after its partnership with the zoo ended while ice looked on, it signed an agreement with ice', '287g'],
  ] as const)
    assert.equal(agreementIn(text), programme, text);
});
