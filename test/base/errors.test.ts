import assert from 'node:assert/strict';
import { test } from 'node:test';
import { messageOf, UserError } from '../../src/base/index.ts';

test('the message of anything thrown is one line', () => {
  assert.equal(messageOf(new Error(' two\r\n\tlines  of it\n')), 'two lines of it');
  assert.deepEqual([messageOf('text'), messageOf(undefined), messageOf(null)], ['text', 'undefined', 'null']);
  assert.equal(messageOf(new UserError('day "x" is none')), 'day "x" is none');
});

test('a user’s error goes by its own name, with a code where it has one', () => {
  const error = new UserError('m', 'no-record');
  assert.ok(error instanceof Error);
  assert.deepEqual([error.name, error.code, new UserError('m').code], ['UserError', 'no-record', null]);
});
