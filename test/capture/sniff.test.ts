import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sniffForm } from '../../src/capture/index.ts';

test('tells forms by their first bytes', () => {
  const of = (text: string) => sniffForm(Buffer.from(text, 'latin1'));
  assert.equal(of(''), 'empty');
  assert.equal(of('PK\u0003\u0004rest'), 'zip');
  assert.equal(of('%PDF-1.7'), 'pdf');
  assert.equal(of('\u0089PNG\r\n'), 'image');
  assert.equal(of('  <!-- saved --><!DOCTYPE html><p>x'), 'html');
  assert.equal(of('<article>x</article>'), 'html');
  assert.equal(of('\u00ef\u00bb\u00bf<html>'), 'html');
  assert.equal(of('The sheriff said < 5 jails'), 'text');
  assert.equal(of('MZ\u0090\u0000\u0003'), 'binary');
  assert.equal(of('\u0001\u0002\u0003\u0004\u0005 text'), 'binary');
});
