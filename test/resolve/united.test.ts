import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Agency, makeAgency, uniteRegistries } from '../../src/resolve/index.ts';

const agency = (name: string, state: string, over: Partial<Agency> = {}): Agency => ({
  ...makeAgency(name, state),
  ...over,
});

test('a body that the starter and the official registry name by one code is one, under the id of the starter', () => {
  const starter = agency("San Francisco Sheriff's Department", 'CA', {
    ori: ['CA0380000'],
    counties: ['06075'],
  });
  const official = agency("San Francisco County Sheriff's Office", 'CA', { ori: ['CA0380000'] });
  const { agencies, gone } = uniteRegistries([starter], [official]);
  assert.deepEqual(agencies, [{ ...starter, aliases: ["San Francisco County Sheriff's Office"] }]);
  assert.deepEqual([...gone], [['us-ca-san-francisco-county-sheriff', 'us-ca-san-francisco-sheriff']]);
});

test('one code and two kinds stay two bodies', () => {
  const starter = agency('Miami-Dade Corrections and Rehabilitation Department', 'FL', {
    ori: ['FL0130000'],
  });
  const official = agency("Miami-Dade County Sheriff's Office", 'FL', { ori: ['FL0130000'] });
  assert.equal(uniteRegistries([starter], [official]).agencies.length, 2);
});

test('namesakes bear their county, so that no list can give the bare id of one to another', () => {
  const name = 'Butler Township Police Department';
  const { agencies } = uniteRegistries(
    [],
    [
      agency(name, 'PA', { ori: ['PA1'], counties: ['42019'] }),
      agency(name, 'PA', { id: 'us-pa-butler-township-police-luzerne', ori: ['PA2'], counties: ['42079'] }),
    ],
  );
  assert.deepEqual(
    agencies.map(({ id }) => id),
    ['us-pa-butler-township-police-butler', 'us-pa-butler-township-police-luzerne'],
  );
});

test('an official agency under an id of the starter, in another county, is another body', () => {
  const starter = agency('Springfield Township Police Department', 'PA', { counties: ['42045'] });
  const official = agency('Springfield Township Police Department', 'PA', {
    ori: ['PA1'],
    counties: ['42091'],
  });
  assert.deepEqual(
    uniteRegistries([starter], [official]).agencies.map(({ id }) => id),
    ['us-pa-springfield-township-police', 'us-pa-springfield-township-police-montgomery'],
  );
});
