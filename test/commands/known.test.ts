import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { countersign } from '../cli.ts';
import { makeLateRecord } from '../late-record.ts';

let dir = '';

before(async () => {
  dir = mkdtempSync(join(tmpdir(), 'countersign-known-'));
  await makeLateRecord(dir);
});
after(() => rmSync(dir, { recursive: true, force: true }));

async function ids(...args: string[]): Promise<string[]> {
  const { out, err, code } = await countersign('--record', join(dir, 'record'), ...args, '--format', 'json');
  assert.equal(code, 0, err);
  const rows = JSON.parse(out) as Record<string, unknown>[];
  return rows.map(({ agency, agencyId, id, certain }) =>
    [agencyId ?? agency ?? id, certain === false ? 'maybe' : ''].join(' ').trim(),
  );
}
const THEN = ['--known', '2026-06-10'];
const SMITH_ID = 'us-tx-smith-county-sheriff';
const WOOD_ID = 'us-tx-wood-county-sheriff';

test('agreements, agencies, find and claims answer as known on an earlier day', async () => {
  assert.deepEqual(await ids('agreements', ...THEN), [SMITH_ID]);
  assert.deepEqual(await ids('agreements'), [SMITH_ID, WOOD_ID]);
  assert.deepEqual(await ids('agencies', ...THEN), [SMITH_ID]);
  assert.ok((await ids('agencies')).includes(WOOD_ID));
  assert.ok(!(await ids('find', 'wood county', ...THEN)).includes(WOOD_ID));
  assert.deepEqual((await ids('find', 'wood county'))[0], WOOD_ID);
  assert.deepEqual(await ids('claims', ...THEN), []);
  assert.equal((await ids('claims')).length, 1);
});

test('agreements and claims answer for a valid date; between two lists that disagree it is not certain', async () => {
  assert.deepEqual(await ids('agreements', '--on', '2025-03-03'), [SMITH_ID, WOOD_ID]);
  assert.deepEqual(await ids('agreements', '--on', '2025-03-05'), [`${SMITH_ID} maybe`, WOOD_ID]);
  assert.deepEqual(await ids('agreements', '--on', '2025-03-10'), [WOOD_ID]);
  assert.deepEqual(await ids('agreements', '--on', '2025-03-05', ...THEN), [SMITH_ID]);
  assert.deepEqual(await ids('claims', '--on', '2019-05-01'), []);
  assert.equal((await ids('claims', '--on', '2019-05-08')).length, 1);
});

test('agencies and find refuse a valid date and say why', async () => {
  for (const command of [['agencies'], ['find', 'wood']]) {
    const { code, err } = await countersign(
      '--record',
      join(dir, 'record'),
      ...command,
      '--on',
      '2025-03-05',
    );
    assert.equal(code, 1);
    assert.match(
      err,
      /an agency is the same on every day; ask what it did then with "countersign status --on/,
    );
  }
});

test('what became one agency later is still the one that it was, as known on an earlier day', async () => {
  const merged = join(dir, 'merged');
  cpSync(join(dir, 'record'), merged, { recursive: true });
  const say = async (...args: string[]) => {
    const { out, err, code } = await countersign('--record', merged, ...args);
    assert.equal(code, 0, err);
    return out;
  };
  await say('review', 'same', SMITH_ID, WOOD_ID, '--reason', 'one office');
  const shown = async (...args: string[]) =>
    (JSON.parse(await say('show', WOOD_ID, '--format', 'json', ...args)) as { id: string }).id;
  assert.equal(await shown(), SMITH_ID);
  assert.equal(await shown('--known', '2026-06-21'), WOOD_ID);
  const held = async (...args: string[]) =>
    (
      JSON.parse(await say('agreements', '--agency', WOOD_ID, '--format', 'json', ...args)) as {
        agency: string;
      }[]
    ).map(({ agency }) => agency);
  assert.deepEqual(await held(), [SMITH_ID, SMITH_ID], 'asked by an id that was given up');
  assert.deepEqual(await held('--known', '2026-06-21'), [WOOD_ID]);
});

test('an agency that nobody knows is an error, not an answer that nothing is known of it', async () => {
  for (const command of ['agreements', 'contradictions', 'review']) {
    const { err, code } = await countersign('--record', join(dir, 'record'), command, '--agency', 'qqqqq');
    assert.equal(code, 1, command);
    assert.match(err, /^countersign: agency "qqqqq" is not in the record; look for it with/);
  }
});
