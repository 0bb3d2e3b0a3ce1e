import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayAt, firstDay, firstRow, isListed, lineAt, namesOf, openBook } from '../../src/resolve/book.ts';
import { lists } from './lists.ts';

const { files, lines } = lists({
  'pending-2025-03-01': ['IOWA | Polk County Sheriff | T'],
  'participating-2025-03-05': [
    'IOWA | POLK COUNTY SHERIFF | T | 2025-03-04',
    'NOWHERE | Oz Police | T | 2025-03-04',
  ],
  'participating-2025-03-06': ['IOWA | Polk County Sheriff | T | 2025-03-04 | PolkIA'],
});
const book = openBook(files, [...lines, { ...lines[0]!, agency: 'Never Listed Police' }]);

test('lines of one name make tracks by stream, model and date; a line without a state makes none', () => {
  const names = namesOf(book);
  assert.deepEqual(
    names.map(({ key }) => key),
    ['IA|polk county sheriff'],
  );
  assert.deepEqual(
    names[0]!.tracks.map(({ stream, signed, lines: own }) => [stream, signed, own.length]),
    [
      ['pending', null, 1],
      ['signed', '2025-03-04', 2],
    ],
  );
  assert.equal(firstDay(book, names[0]!), '2025-03-01');
});

test('the first row of a line, the line of an edition, and what was never listed', () => {
  const track = namesOf(book)[0]!.tracks[1]!;
  assert.equal(book.lines[lineAt(book, track, 1)]!.moa, 'link');
  assert.equal(dayAt(book, 'signed', 1), '2025-03-06');
  assert.deepEqual([firstRow(book, 1).row, firstRow(book, 1).day], [2, '2025-03-05']);
  assert.equal(isListed(book, lines.length), false);
});
