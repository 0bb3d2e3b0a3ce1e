import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Line } from '../../src/claim/index.ts';
import {
  buildRegistry,
  type KeptLists,
  keepLists,
  type ListFile,
  readLists,
  resolveRead,
} from '../../src/resolve/index.ts';
import { contentOrder } from '../../src/resolve/kept.ts';
import { lists } from './lists.ts';

const ROWS = [
  'OHIO | Butler County Sheriff | J | 2025-03-01 | ButlerCoOH_JEM',
  'OHIO | Lake County Sheriffs Office | W | 2025-03-02 | | Lake Conty',
  'OHOI | Clark County Sheriff | T | 7/72025',
  'TEXAS | Harris County Sheriff | J | 2025-02-01',
  'TEXAS | Haris County Sheriff | J | 2025-02-01 | HarrisCoTX',
  'FLORIDA | Lee County Sheriff | T | 2025-02-26 | LeeCoFL | Lee',
];
const tables = fc.array(fc.subarray(ROWS, { minLength: 0 }), { minLength: 1, maxLength: 6 });

function world(all: string[][]): { files: ListFile[]; lines: Line[] } {
  return lists(Object.fromEntries(all.map((rows, i) => [`participating-2025-04-0${i + 1}`, rows])));
}

/** As the log gives them: rows of lists that were kept are not loaded. */
function unread(file: ListFile, kept: KeptLists): ListFile {
  return file.capture in kept.files ? { ...file, lines: [], rows: [] } : file;
}

test('lists read one after another come to the same as all at once', () => {
  fc.assert(
    fc.property(tables, (all) => {
      const { files, lines } = world(all);
      let kept: KeptLists | null = null;
      for (let count = 1; count <= files.length; count++) {
        const known: KeptLists | null = kept;
        const here = files.slice(0, count).map((file) => (known ? unread(file, known) : file));
        const last = Math.max(-1, ...files.slice(0, count).flatMap((file) => file.lines));
        const some = lines.slice(0, last + 1);
        const read = readLists(here, some, known);
        const whole = readLists(files.slice(0, count), some);
        assert.ok(whole);
        if (read === null) {
          // The same rows under another day are an edition of a list whose rows were not loaded.
          kept = keepLists(whole);
          continue;
        }
        assert.deepEqual(keepLists(read), keepLists(whole));
        const registry = buildRegistry([]);
        assert.deepEqual(resolveRead(read, some, registry, []), resolveRead(whole, some, registry, []));
        // As it comes back from where it is kept.
        kept = JSON.parse(JSON.stringify(keepLists(read))) as KeptLists;
      }
    }),
  );
});

test('a list from before the newest, or one under a new date, cannot be gone on with', () => {
  const { files, lines } = world([[ROWS[0]!], [ROWS[1]!], [ROWS[2]!]]);
  const [first, second, third] = files as [ListFile, ListFile, ListFile];
  const kept = keepLists(readLists([first, third], lines)!);
  const here = [first, third].map((file) => unread(file, kept));
  assert.equal(readLists([...here, second], lines, kept), null);
  const renamed = here.map((file) => ({ ...file, names: ['participating-2025-05-01.xlsx'] }));
  assert.equal(readLists(renamed, lines, kept), null);
  assert.ok(readLists(here, lines, kept));
});

test('a list that was retrieved earlier than was known is read anew: later signings on it no longer count', () => {
  const { files, lines } = world([[ROWS[0]!], [ROWS[1]!.replace('2025-03-02', '2026-05-28')]]);
  const kept = keepLists(readLists(files, lines)!);
  const earlier = files.map((file) => ({ ...file, retrieved: '2026-05-01T00:00:00Z' }));
  assert.equal(
    readLists(
      earlier.map((file) => unread(file, kept)),
      lines,
      kept,
    ),
    null,
  );
  const anew = keepLists(readLists(earlier, lines)!);
  assert.notDeepEqual(anew, kept);
  assert.ok(
    readLists(
      files.map((file) => unread(file, kept)),
      lines,
      kept,
    ),
  );
});

test('new lines find their places among the sorted ones', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.string(), { minLength: 1 }), fc.nat(), (texts, cut) => {
      const lines = texts.map((agency) => ({ ...world([[ROWS[0]!]]).lines[0]!, agency }));
      const before = contentOrder(lines.slice(0, cut % texts.length));
      assert.deepEqual(contentOrder(lines, before), contentOrder(lines));
    }),
  );
});
