import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Line } from '../../src/claim/index.ts';
import {
  buildRegistry,
  citationOf,
  citedFiles,
  citedRow,
  type Lineage,
  type ListFile,
  resolveLists,
} from '../../src/resolve/index.ts';
import { LISTS, lists, wholeFolder } from './lists.ts';

const SMALL = {
  'participating-2025-03-03-am': [
    'TEXAS | Lampass County Sheriff | W | 2025-03-01 | | Lampasas',
    'OHIO | Butler County Sheriff | J | 2025-03-02 | ButlerOH',
    'IOWA | Madrid Police Department | T | 2025-03-02',
  ],
  'participating-2025-03-04-am': [
    'TEXAS | Lampasas County Sheriff | W | 2025-03-01',
    'OHIO | Butler County Sheriff | J | 2025-03-02 | ButlerOH',
    'IOWA | Madrid Police Department | T | 2025-03-01',
  ],
  // The same rows under a new date: still listed.
  'participating-2025-03-05-am': [
    'TEXAS | Lampasas County Sheriff | W | 2025-03-01',
    'OHIO | Butler County Sheriff | J | 2025-03-02 | ButlerOH',
    'IOWA | Madrid Police Department | T | 2025-03-01',
  ],
  'participating-2025-03-05-pm': ['TEXAS | Lampasas County Sheriff | W | 2025-03-01 | LampasasTX'],
  'participating-2025-03-06-am': [
    'TEXAS | Lampasas County Sheriff | W | 2025-03-01 | LampasasTX',
    'OHIO | Butler County Sheriffs Office | J | 2025-03-02 | ButlerOH',
    'UTAH | Weber County Sheriff | T | 2025-03-04',
  ],
  'pending-2025-03-03-am': ['IOWA | Polk County Sheriff | T', 'UTAHJ | Weber County Sheriff | T'],
  'pending-2025-03-05-am': ['IOWA | Polk County Sheriff | T'],
};

/** What a lineage says of the world, without where it was read. */
function saysOf({ agencies, agreements, publications, redirects }: Lineage) {
  return {
    agencies,
    redirects,
    days: publications.map(({ kind, day, order }) => `${kind} ${day} ${order}`),
    agreements: agreements.map(({ lines: _, rules: __, runs, ...rest }) => ({
      ...rest,
      runs: runs.map(({ from, to, lists: count }) => [from, to, count]),
    })),
  };
}

function resolve(files: ListFile[], lines: Line[]): Lineage {
  return resolveLists(files, lines, buildRegistry([]), []);
}

/** The lists of which `held` are captured and the others cited. */
function mixed(all: { files: ListFile[]; lines: Line[] }, held: readonly number[]) {
  const captured = new Set(held.map((index) => all.files[index]!.capture));
  const cited = citedFiles(citationOf(all.files, all.lines), { captured });
  const own = held.map((index) => {
    const file = all.files[index]!;
    return { ...file, lines: file.lines.map((line) => line + cited.lines.length) };
  });
  return { files: [...own, ...cited.files], lines: [...cited.lines, ...all.lines] };
}

test('lists that are cited say what the lists themselves say', () => {
  const all = lists(SMALL);
  const { files, lines } = mixed(all, []);
  assert.deepEqual(saysOf(resolve(files, lines)), saysOf(resolve(all.files, all.lines)));
  assert.ok(files.every(({ rows }) => rows.every((row) => citedRow(row) !== null)));
});

test('whichever lists are captured, agencies and agreements are the same', () => {
  const all = lists(SMALL);
  const { days: _, ...wanted } = saysOf(resolve(all.files, all.lines));
  fc.assert(
    fc.property(fc.subarray([...all.files.keys()]), (held) => {
      const { files, lines } = mixed(all, held);
      const { days: __, ...said } = saysOf(resolve(files, lines));
      assert.deepEqual(said, wanted);
    }),
    { numRuns: 60 },
  );
});

test('nothing is cited of lists that are all captured', () => {
  const all = lists(SMALL);
  const { files } = mixed(all, [...all.files.keys()]);
  assert.deepEqual(files, all.files);
});

test('the 499 workbooks: cited, in part or whole, they say the same', async (t) => {
  if (!existsSync(LISTS)) {
    t.skip(`${LISTS} is not here`);
    return;
  }
  const all = await wholeFolder();
  const { days: _, ...wanted } = saysOf(resolve(all.files, all.lines));
  const indexes = [...all.files.keys()];
  const parts = {
    none: [],
    'the newest of each kind': indexes.filter((index) => /2026-05-18/.test(all.files[index]!.names[0]!)),
    'every third': indexes.filter((index) => index % 3 === 0),
  };
  for (const [name, held] of Object.entries(parts)) {
    const { files, lines } = mixed(all, held);
    const { days: __, ...said } = saysOf(resolve(files, lines));
    assert.deepEqual(said, wanted, name);
  }
});
