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

test('passes comments and declarations before the first tag, and is done at once with those that never end', () => {
  const of = (text: string) => sniffForm(Buffer.from(text, 'latin1'));
  assert.equal(of('<?xml version="1.0"?>\n<!-- a --> <!-- b -->\n<html>'), 'html');
  assert.equal(of('<!-- only a note -->'), 'text');
  assert.equal(of('<!-- open <html>'), 'text');
  const before = process.cpuUsage();
  // Backtracking took 2^40 steps over these 281 bytes.
  assert.equal(of(`${'<!---->'.repeat(40)}x`), 'text');
  assert.equal(of(`${'<!---->'.repeat(40)}<p>x`), 'html');
  assert.equal(of(`${'<!---->'.repeat(40)}<rss version="2.0">`), 'feed');
  assert.ok(process.cpuUsage(before).user < 500_000);
});
