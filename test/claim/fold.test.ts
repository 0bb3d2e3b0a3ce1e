import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { fold, plain } from '../../src/claim/fold.ts';

test('quotes, hyphens and spaces become straight, case stays', () => {
  assert.equal(plain('“It’s a 287(g)–deal,”\u00a0he said'), '"It\'s a 287(g)-deal," he said');
});

test('letters that a scan took for digits come back; numbers stay', () => {
  assert.equal(plain('the jai1 of the OFF1CE'), 'the jail of the OFFICE');
  assert.equal(plain('a 287g deal of the 10th, at 10am'), 'a 287g deal of the 10th, at 10am');
});

test('accents and capitals go; the agency is told from frozen water', () => {
  assert.equal(
    fold('La Policía firmó con ICE; ice on the road'),
    'la policia firmo con ice; i_e on the road',
  );
});

test('every character is one character still, whatever the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      assert.equal(plain(text).length, text.length);
      assert.equal(fold(text).length, text.length);
    }),
  );
});
