import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ListFile } from '../../src/resolve/index.ts';
import { timelineOf } from '../../src/resolve/publications.ts';

const DAYS = ['2025-09-01', '2026-01-02', null];

function file(name: string, lines: number[], over: Partial<ListFile> = {}): ListFile {
  return {
    capture: `${name}-${lines}`,
    kind: 'participating',
    names: [name],
    modified: null,
    retrieved: '2026-11-24T08:00:00Z',
    lines,
    rows: lines.map((_line, index) => index + 2),
    ...over,
  };
}
const dated = (...files: ListFile[]) =>
  timelineOf(files, DAYS).publications.map(({ day, order, rule }) => [day, order, rule]);

test('the name dates a list, with its place in the day', () => {
  assert.deepEqual(
    dated(
      file('participatingAgencies09052025pm.xlsx', [0]),
      file('participatingAgencies09052025am.xlsx', [0, 2]),
    ),
    [
      ['2025-09-05', 0, 'file-name'],
      ['2025-09-05', 20, 'file-name'],
    ],
  );
});

test('a name before the newest signing or before the last saving is a slip', () => {
  const saved = { modified: '2026-01-05T20:22:43Z' };
  assert.deepEqual(dated(file('participatingAgencies01052025pm.xlsx', [1], saved)), [
    ['2026-01-05', 20, 'file-name-slip'],
  ]);
  assert.deepEqual(dated(file('participatingAgencies01052025pm.xlsx', [1])), [
    ['2026-01-05', 20, 'file-name-slip'],
  ]);
  const september = { modified: '2025-09-02T12:11:44Z' };
  assert.deepEqual(dated(file('participatingAgencies090022025am.xlsx', [0], september)), [
    ['2025-09-02', 0, 'file-name-slip'],
  ]);
  assert.deepEqual(dated(file('participatingAgencies08022025pm.xlsx', [2], september)), [
    ['2025-09-02', 20, 'file-name-slip'],
  ]);
});

test('a name that lies ahead of the day on which the list was seen is a slip', () => {
  const saved = { modified: '2026-05-18T12:11:44Z' };
  assert.deepEqual(dated(file('participatingAgencies12312030am.xlsx', [1], saved)), [
    ['2026-05-18', 0, 'workbook-time'],
  ]);
  assert.deepEqual(dated(file('participatingAgencies11242027am.xlsx', [1])), [
    ['2026-11-24', 0, 'capture-day'],
  ]);
  // Seen in Greenwich's evening, named for Washington's next morning.
  assert.deepEqual(dated(file('participatingAgencies11252026am.xlsx', [1])), [
    ['2026-11-25', 0, 'file-name'],
  ]);
});

test('one day of signing that lies ahead of the list is a slip of its row, and moves no list', () => {
  const days = ['2025-09-01', '2027-11-14'];
  const saved = file('participatingAgencies09052025pm.xlsx', [0, 1], { modified: '2025-09-05T15:00:00Z' });
  const { publications } = timelineOf([saved], days);
  assert.deepEqual(
    publications.map(({ day, rule }) => [day, rule]),
    [['2025-09-05', 'file-name']],
  );
});

test('a morning list saved in the evening is of the next day', () => {
  const saved = { modified: '2025-10-23T00:07:56Z' };
  assert.deepEqual(dated(file('pendingAgencies10223025am.xlsx', [2], saved)), [
    ['2025-10-23', 0, 'file-name-slip'],
  ]);
});

test("without a date in the name the workbook's eastern day counts, then the capture's", () => {
  // 03:30 in Greenwich is the evening before in Washington.
  assert.deepEqual(dated(file('pendingAgencies.xlsx', [2], { modified: '2025-03-13T02:57:35Z' })), [
    ['2025-03-12', 20, 'workbook-time'],
  ]);
  assert.deepEqual(dated(file('list-20250221214937.xlsx', [2])), [['2025-02-21', 10, 'capture-day']]);
  assert.deepEqual(dated(file('list.xlsx', [2])), [['2026-11-24', 10, 'capture-day']]);
});

test('a table of the old page was saved long after, by another', () => {
  const page = file('page-2021-04-09.xlsx', [2], { kind: 'page', modified: '2025-04-17T10:36:38Z' });
  assert.deepEqual(dated(page), [['2021-04-09', 10, 'file-name']]);
});

test('the same rows again are a repeat: one publication, two editions', () => {
  const first = file('participatingAgencies09052025am.xlsx', [0, 2]);
  const again = file('participatingAgencies09082025am.xlsx', [2, 0]);
  const between = file('participatingAgencies09062025am.xlsx', [0]);
  const timeline = timelineOf([again, between, first], DAYS);
  assert.deepEqual(
    timeline.signed.map(({ publication, day }) => [publication, day]),
    [
      [0, '2025-09-05'],
      [1, '2025-09-06'],
      [0, '2025-09-08'],
    ],
  );
  assert.deepEqual(timeline.publications[0]!.repeats, [
    { capture: again.capture, name: 'participatingAgencies09082025am.xlsx', day: '2025-09-08' },
  ]);
});

test('content decides the stream, whatever the name says', () => {
  const swapped = file('participatingAgencies09222025pm.xlsx', [2], { kind: 'pending' });
  const timeline = timelineOf([swapped], DAYS);
  assert.equal(timeline.pending.length, 1);
  assert.equal(timeline.signed.length, 0);
});

test('an old file under a new date after newer lists shows nothing about that date, unless nothing came between', () => {
  const saved = { modified: '2025-09-05T12:00:00Z' };
  const twice = {
    ...saved,
    names: ['participatingAgencies09052025am.xlsx', 'participatingAgencies10212025am.xlsx'],
  };
  const days = (...files: ListFile[]) => timelineOf(files, DAYS).signed.map(({ day }) => day);
  const newer = file('participatingAgencies10012025am.xlsx', [2]);
  assert.deepEqual(days(file('old', [0], twice), newer), ['2025-09-05', '2025-10-01']);
  assert.deepEqual(days(file('old', [0], twice)), ['2025-09-05', '2025-10-21']);
});
