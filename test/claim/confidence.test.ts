import assert from 'node:assert/strict';
import { test } from 'node:test';
import { confidenceOf, type Grounds } from '../../src/claim/confidence.ts';

const plain: Grounds = {
  rule: 'step:let-go',
  position: 'takes-part',
  programme: '287g',
  speaksForAgency: false,
  state: 'GA',
};
const of = (more: Partial<Grounds>): number => confidenceOf({ ...plain, ...more })!;

test('confidence rises with what told right claims from wrong ones, and falls with what told against', () => {
  const bare = of({});
  assert.ok(of({ position: 'declines' }) > bare);
  assert.ok(of({ rule: 'step:sign-up' }) > bare);
  assert.ok(of({ speaksForAgency: true }) > bare);
  assert.ok(of({ state: null }) < bare);
  assert.ok(of({ programme: 'enforcement' }) < bare);
  assert.ok(of({ position: 'declines', rule: 'do:status', speaksForAgency: true }) < 0.9);
  assert.equal(confidenceOf({ ...plain, rule: 'model:proposal' }), null);
});
