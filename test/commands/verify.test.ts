import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { canonicalJson, quietEffects, sha256 } from '../../src/base/index.ts';
import { add } from '../../src/commands/add.ts';
import { verifyFolder } from '../../src/commands/verify-folder.ts';
import { sealOf } from '../../src/record/decisions.ts';
import { openRecord, type RecordReader, readRecord, verify } from '../../src/record/index.ts';
import { exportSite, MANIFEST } from '../../src/site/index.ts';
import { countersign } from '../cli.ts';
import { ASSETS } from '../site/record.ts';
import { participating } from '../workbook.ts';

const STORY =
  'AUSTIN, Texas — Travis County Sheriff Sally Hernandez announced Tuesday she would end a partnership between her office and federal immigration officials.\n';
const effects = quietEffects({ now: () => Date.parse('2026-03-01T12:00:00Z') });
let dir = '';
let site = '';
let reader: RecordReader;

before(async () => {
  dir = mkdtempSync(join(tmpdir(), 'countersign-verify-test-'));
  site = join(dir, 'site');
  const record = await openRecord(join(dir, 'record'), { create: true });
  writeFileSync(join(dir, 'story.txt'), STORY);
  const list = join(dir, 'participatingAgencies03032025am.xlsx');
  writeFileSync(
    list,
    await participating([
      ['TEXAS', "Lubbock County Sheriff's Office", 'Jail Enforcement Model', '2025-03-01'],
    ]),
  );
  await add(record, [join(dir, 'story.txt')], { published: '2019-05-08' }, effects);
  await add(record, [list], {}, effects);
  reader = await readRecord(record);
  for (const [i, kind] of (['accept', 'reject', 'accept'] as const).entries()) {
    const target = (await reader.claims({}))[0]?.id ?? '';
    const answers = i === 0 ? null : i;
    await reader.decide([{ kind, target, answers, actor: 'ada', reason: `read ${i}` }], effects);
  }
  await exportSite(reader, site, { assets: ASSETS, outlook: false }, effects);
});
after(async () => {
  await reader.close();
  rmSync(dir, { recursive: true, force: true });
});

/** What is found in a copy of the site after something was done to it. */
async function faultsAfter(change: (copy: string) => void, rebuild = false): Promise<string[]> {
  const copy = join(dir, 'copy');
  rmSync(copy, { recursive: true, force: true });
  cpSync(site, copy, { recursive: true });
  change(copy);
  return (await verifyFolder(reader, copy, effects, { rebuild })).faults;
}

/** Changes what the manifest of a folder says. */
function rewrite(copy: string, change: (manifest: Record<string, unknown>) => object): void {
  const path = join(copy, MANIFEST);
  writeFileSync(path, canonicalJson(change(JSON.parse(readFileSync(path, 'utf8')))));
}

const PAGE = 'agency/us-tx-lubbock-county-sheriff.html';
const edited = (copy: string) => {
  const forged = readFileSync(join(copy, PAGE), 'utf8').replaceAll('Lubbock', 'Nowhere');
  writeFileSync(join(copy, PAGE), forged);
  return sha256(forged);
};

test('a site as it was published verifies, made again from the record too', async () => {
  assert.deepEqual(await faultsAfter(() => {}), []);
  assert.deepEqual(await faultsAfter(() => {}, true), []);
});

test('an edited, a missing and an extra file are each told by name', async () => {
  assert.deepEqual(await faultsAfter((copy) => void edited(copy)), [`file "${PAGE}" was changed`]);
  assert.deepEqual(await faultsAfter((copy) => rmSync(join(copy, PAGE))), [`file "${PAGE}" is missing`]);
  assert.deepEqual(await faultsAfter((copy) => writeFileSync(join(copy, 'x.html'), 'x')), [
    'file "x.html" is not in the manifest',
  ]);
  const linked = await faultsAfter((copy) => {
    rmSync(join(copy, PAGE));
    symlinkSync(join(site, PAGE), join(copy, PAGE));
    symlinkSync('/', join(copy, 'more'));
  });
  assert.deepEqual(linked, [`file "${PAGE}" is missing`, 'file "more" is not in the manifest']);
});

test('a manifest written to fit a forged page is found by making the site again', async () => {
  const forge = (copy: string) => {
    const hash = edited(copy);
    rewrite(copy, ({ files, ...rest }) => ({ ...rest, files: { ...(files as object), [PAGE]: hash } }));
  };
  assert.deepEqual(await faultsAfter(forge), [], 'every hash fits');
  assert.deepEqual(await faultsAfter(forge, true), [`file "${PAGE}" is not what the record makes`]);
  const leaveOut = (copy: string) => {
    rmSync(join(copy, PAGE));
    rewrite(copy, (manifest) => {
      const files = { ...(manifest.files as object) } as Record<string, string>;
      delete files[PAGE];
      return { ...manifest, files };
    });
  };
  assert.deepEqual(await faultsAfter(leaveOut, true), [`file "${PAGE}" is left out of the manifest`]);
});

test('a manifest without a root, with another root or of another form is told', async () => {
  const without = await faultsAfter((copy) => rewrite(copy, ({ root: _, ...rest }) => rest));
  assert.deepEqual(without, ['the manifest names no root of a record; publish anew']);
  const other = await faultsAfter((copy) =>
    rewrite(copy, (manifest) => {
      const root = manifest.root as { root: string; parts: Record<string, string> };
      return { ...manifest, root: { ...root, root: 'f'.repeat(64), parts: { ...root.parts, claims: 'f' } } };
    }),
  );
  assert.match(other.join(), /the manifest names f{64}; they differ in claims/);
  for (const text of [
    '{',
    '[]',
    '{"files":7}',
    '{"files":{"../secret":"x"}}',
    '{"files":{"/etc/passwd":"x"}}',
  ])
    await assert.rejects(
      faultsAfter((copy) => writeFileSync(join(copy, MANIFEST), text)),
      /is no manifest of ours; give a folder/,
    );
});

test('a record that went on still proves what was published before, and a changed decision does not pass', async () => {
  const copied = join(dir, 'later');
  cpSync(join(dir, 'record'), copied, { recursive: true });
  const record = await openRecord(copied);
  const later = await readRecord(record);
  writeFileSync(join(dir, 'other.txt'), STORY.replaceAll('Travis', 'Harris'));
  const nextDay = quietEffects({ now: () => Date.parse('2026-03-02T12:00:00Z') });
  await add(record, [join(dir, 'other.txt')], { published: '2019-05-08' }, nextDay);
  assert.deepEqual((await verifyFolder(later, site, effects)).faults, []);
  const again = await verifyFolder(later, site, effects, { rebuild: true });
  assert.match(again.faults.join(), /^the record has learned more since 2026-03-01T.* publish anew/);

  // Somebody turns the second decision round in the database.
  await sql`update decision set actor = 'eve', kind = 'accept' where seq = 2`.execute(record.db);
  assert.match(
    (await verify(record, effects)).faults.join('; '),
    /^decision 2: its seal does not fit what it says$/,
  );
  // And seals it again: then the next one misses it, and the root is another.
  const [, second] = await later.decisions();
  assert.ok(second);
  await sql`update decision set hash = ${sealOf(second)} where seq = 2`.execute(record.db);
  assert.match(
    (await verify(record, effects)).faults.join('; '),
    /decision 3: the one before it, [0-9a-f]{64}, is not here/,
  );
  // And seals all that follow again: the chain holds, and only what was published tells.
  const third = (await later.decisions()).find(({ seq }) => seq === 3);
  assert.ok(third);
  const mended = { ...third, prev: [sealOf(second)], answers: sealOf(second) };
  await sql`update decision set prev = ${JSON.stringify(mended.prev)}, answers = ${mended.answers}, hash = ${sealOf(mended)}
    where seq = 3`.execute(record.db);
  assert.deepEqual((await verify(record, effects)).faults, []);
  assert.match((await verifyFolder(later, site, effects)).faults.join(), /they differ in decisions$/);
  await later.close();
});

test('changed bytes, a changed quotation and a changed row are found, and the command says so', async () => {
  const copied = join(dir, 'tampered');
  cpSync(join(dir, 'record'), copied, { recursive: true });
  const intact = await countersign('--record', copied, 'verify', '--rebuild');
  assert.equal(intact.code, 0, intact.err);
  assert.match(
    intact.out,
    /^verified 2 captures, 1 rows, \d+ quotations: 0 faults\nroot [0-9a-f]{64} over 3 decisions\n$/,
  );
  const record = await openRecord(copied);
  await sql`update claim set position = 'declines'`.execute(record.db);
  await sql`update line set agency = 'Nobody'`.execute(record.db);
  const [story] = await record.db.selectFrom('capture').select('sha').where('form', '=', 'text').execute();
  await record.db.destroy();
  const path = join(copied, 'captures', story?.sha.slice(0, 2) ?? '', story?.sha ?? '');
  writeFileSync(path, STORY.replace('would end', 'would not end'));
  const { code, err } = await countersign('--record', copied, 'verify');
  assert.equal(code, 1);
  assert.match(err, /claim [0-9a-f]{32}: its row was changed/);
  assert.match(err, /capture sha256:[0-9a-f]{64}: row 2 of Sheet1 reads otherwise/);
  assert.match(err, /capture sha256:[0-9a-f]{64}: its bytes were changed/);
});
