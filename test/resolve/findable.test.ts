import assert from 'node:assert/strict';
import { test } from 'node:test';
import { areasOf, findableOf } from '../../src/resolve/findable.ts';
import { makeAgency } from '../../src/resolve/registry.ts';

const sheriff = {
  ...makeAgency("Harris County Sheriff's Office", 'TX'),
  aliases: ['HCSO', "Harris Co. Sheriff's Ofc."],
  ori: ['TX1010000'],
};

test('what an agency is also found by: its aliases and codes, each word once and none of its own name', () => {
  const { also } = findableOf(sheriff);
  assert.ok(
    ['hcso', 'tx1010000', 'co'].every((word) => also.includes(word)),
    also.join(' '),
  );
  assert.equal(new Set(also).size, also.length);
  for (const word of ['', 'harris', 'county']) assert.ok(!also.includes(word), word);
});

test('every state and county of the agencies has its name, once', () => {
  const areas = areasOf([sheriff, makeAgency("Harris County Sheriff's Office", 'GA')].map(findableOf));
  assert.deepEqual(
    [...areas].sort(([a], [b]) => (a < b ? -1 : 1)),
    [
      ['13145', 'Harris County'],
      ['48201', 'Harris County'],
      ['GA', 'Georgia'],
      ['TX', 'Texas'],
    ],
  );
});
