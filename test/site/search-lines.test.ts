import assert from 'node:assert/strict';
import { test } from 'node:test';
import { areasOf, findableOf } from '../../src/resolve/index.ts';
import { makeAgency } from '../../src/resolve/registry.ts';
import { decodeLines, encodeLines, type Held, heldInWords } from '../../src/site/search-lines.ts';

const agencies = [
  { ...makeAgency("Harris County Sheriff's Office", 'TX'), ori: ['TX1010000'], aliases: ['HCSO'] },
  makeAgency('Cañon City Police Department', 'CO', 'Cañon City'),
  makeAgency('Texas Department of Public Safety', 'TX'),
].map(findableOf);
const held: Held[] = [
  { look: 'takes-part', certain: true, programmes: ['287g-jail', 'detainers'] },
  { look: 'ends', certain: false, programmes: ['287g-warrant'] },
];

test('what a search needs of an agency comes back from its line', () => {
  const text = encodeLines(agencies, areasOf(agencies), (index) => held[index] ?? null);
  const back = decodeLines(text.split('\n'));
  assert.deepEqual([...back.areas], [...areasOf(agencies)]);
  const plain = back.agencies.map(({ county, held, place, ...one }) => ({ ...one, place: place || null }));
  assert.deepEqual(plain, agencies);
  assert.deepEqual(
    back.agencies.map((one) => [one.county, one.held]),
    [
      ['Harris County', held[0]],
      ['', held[1]],
      ['', null],
    ],
  );
});

test('an empty file has nobody', () => {
  assert.deepEqual(decodeLines([]).agencies, []);
});

test('a standing is said with its programmes', () => {
  const words = {
    looks: { 'takes-part': 'Takes part' },
    programmes: { '287g-jail': 'jail model', detainers: 'detainers' },
  };
  assert.equal(heldInWords(held[0]!, words), 'Takes part: jail model; detainers');
});
