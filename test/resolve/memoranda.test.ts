import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildRegistry, resolveLists } from '../../src/resolve/index.ts';
import { lists } from './lists.ts';

const HARRIS = 'TEXAS | Harris County Sheriff | J | 2025-03-01';
const BUTLER = 'OHIO | Butler County Sheriff | J | 2025-03-02 | ButlerOH';

/** The memoranda of these lists: document, first row and day, and the day of the first list without it. */
function memoranda(tables: Record<string, string[]>) {
  const { files, lines } = lists(tables);
  const { memoranda: found } = resolveLists(files, lines, buildRegistry([]), []);
  return found.map(({ document, first, gone }) =>
    [document.replace(/^.*\//, ''), first.day, first.row, gone].join(' '),
  );
}

test('a memorandum is known from the first list that links it, and gone with the first that does not', () => {
  const linked = `${HARRIS} | HarrisTX`;
  const tables = {
    'participating-2025-03-03-am': [HARRIS, BUTLER],
    'participating-2025-03-04-am': [BUTLER, linked],
    'participating-2025-03-05-am': [linked, BUTLER],
    'participating-2025-03-06-am': [HARRIS, BUTLER],
  };
  const found = memoranda(tables);
  assert.equal(found.length, 2);
  assert.match(found[0]!, /^butleroh\S* 2025-03-03 3 $/i);
  assert.match(found[1]!, /^harristx\S* 2025-03-04 3 2025-03-06$/i);
  // The order in which lists are given changes nothing.
  assert.deepEqual(memoranda(Object.fromEntries(Object.entries(tables).reverse())), found);
});

test('two memoranda of one agreement are two, and a pending list links none', () => {
  const found = memoranda({
    'participating-2025-03-03-am': [`${HARRIS} | HarrisTX`],
    'participating-2025-03-04-am': [`${HARRIS} | HarrisTX-new`],
    'pending-2025-03-03-am': ['IOWA | Polk County Sheriff | T | | PolkIA'],
  });
  assert.equal(found.length, 2);
  assert.match(found[0]!, /^harristx\S* 2025-03-03 2 2025-03-04$/i);
  assert.match(found[1]!, /^harristx-new\S* 2025-03-04 2 $/i);
});
