import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildFinder, find } from '../../src/resolve/find.ts';
import { areasOf, findableOf } from '../../src/resolve/findable.ts';
import { makeAgency } from '../../src/resolve/registry.ts';

const agencies = [
  { ...makeAgency("Harris County Sheriff's Office", 'TX'), ori: ['TX1010000'], aliases: ['HCSO'] },
  makeAgency("Harris County Sheriff's Office", 'GA'),
  makeAgency("Harrison County Sheriff's Office", 'IA'),
  makeAgency('Houston Police Department', 'TX', 'Harris County'),
  makeAgency('Los Angeles Police Department', 'CA', 'Los Angeles'),
  makeAgency("Los Angeles County Sheriff's Department", 'CA'),
  makeAgency('Springfield Police Department', 'IL'),
  makeAgency('Springfield Police Department', 'MO'),
].map(findableOf);
const finder = buildFinder(agencies, areasOf(agencies));
const ids = (text: string, limit?: number) => find(finder, text, limit).map((agency) => agency.id);

test('typing slips find both Harris Counties', () => {
  assert.deepEqual(ids('haris county sherif', 2), [
    'us-ga-harris-county-sheriff',
    'us-tx-harris-county-sheriff',
  ]);
  assert.equal(ids('los angelos police')[0], 'us-ca-los-angeles-police');
});

test('a code, an alias or a county finds the agency', () => {
  assert.deepEqual(ids('TX1010000'), ['us-tx-harris-county-sheriff']);
  assert.equal(ids('hcso')[0], 'us-tx-harris-county-sheriff');
  assert.deepEqual(ids('48201').sort(), ['us-tx-harris-county-sheriff', 'us-tx-houston-police']);
});

test('the state tells namesakes apart', () => {
  assert.equal(ids('springfield missouri')[0], 'us-mo-springfield-police');
  assert.equal(ids('Springfield, IL')[0], 'us-il-springfield-police');
});

test('nothing fits nonsense, and the limit holds', () => {
  assert.deepEqual(ids('qqqq'), []);
  assert.deepEqual(ids(''), []);
  assert.equal(ids('county', 2).length, 2);
});
