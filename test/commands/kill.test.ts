import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { sha256 } from '../../src/base/index.ts';
import { blobPath } from '../../src/capture/index.ts';
import { countersign, inFolder } from '../cli.ts';

/** Runs a command and kills it as soon as `when` holds, or a while later; true when it was killed. */
function killed(args: string[], when: () => boolean, after: number): Promise<boolean> {
  return new Promise((done) => {
    const child = spawn(process.execPath, ['dist/cli.js', ...args], { stdio: 'ignore' });
    const timer = setInterval(() => {
      if (!when()) return;
      clearInterval(timer);
      setTimeout(() => child.kill('SIGKILL'), after);
    }, 2);
    child.on('close', (_, signal) => {
      clearInterval(timer);
      done(signal === 'SIGKILL');
    });
  });
}

test('a kill at any moment of the first init leaves no record, and the next init makes a whole one', async () => {
  await inFolder(async (dir) => {
    let kills = 0;
    for (const after of [0, 10, 120]) {
      const record = join(dir, `record-${after}`);
      const begun = () => existsSync(record) && readdirSync(record).length > 0;
      if (await killed(['--record', record, 'init'], begun, after)) kills++;
      if (!existsSync(join(record, 'record.db'))) {
        const before = await countersign('--record', record, 'status');
        assert.match(
          before.err,
          /^countersign: record ".*" is not there; make one with "countersign .* init"\n$/,
        );
        const { err, code } = await countersign('--record', record, 'init');
        assert.deepEqual([err, code], ['', 0]);
      }
      assert.deepEqual(
        readdirSync(record).filter((name) => name.includes('.part')),
        [],
      );
      const { out } = await countersign(
        '--record',
        record,
        'status',
        '--on',
        '2026-05-18',
        '--format',
        'ndjson',
      );
      assert.ok(out.split('\n').length > 1500, `${after}: ${out.length}`);
    }
    assert.ok(kills > 0, 'no init was killed');
  });
});

test('a record.db without a byte is told, and made anew by init', async () => {
  await inFolder(async (dir) => {
    const record = join(dir, 'record');
    mkdirSync(record);
    writeFileSync(join(record, 'record.db'), '');
    const { err, code } = await countersign('--record', record, 'status');
    assert.match(
      err,
      /^countersign: record ".*" is empty: its record\.db has no bytes; make one with .* init"\n$/,
    );
    assert.equal(code, 1);
    assert.equal((await countersign('--record', record, 'init', '--empty')).code, 0);
    writeFileSync(join(dir, 'not.db'), 'no database');
    mkdirSync(join(dir, 'other'));
    writeFileSync(join(dir, 'other', 'record.db'), 'no database, but text of some length\n'.repeat(100));
    const other = await countersign('--record', join(dir, 'other'), 'status');
    assert.match(other.err, /^countersign: record ".*other" cannot be (?:opened|used) \([^\n]+\); [^\n]+\n$/);
    assert.equal(other.code, 1);
  });
});

test('bytes that were deleted or changed are named by verify, and healed by adding them again', async () => {
  await inFolder(async (dir) => {
    const record = join(dir, 'record');
    const story = join(dir, 'story.txt');
    const text = 'The sheriff of Harris County, Texas, spoke of the jail and of ICE.';
    writeFileSync(story, text);
    await countersign('--record', record, 'init', '--empty');
    await countersign('--record', record, 'add', story);
    const sha = sha256(text);
    const path = blobPath(join(record, 'captures'), sha);
    for (const [harm, fault] of [
      [() => rmSync(path), 'missing'],
      [() => writeFileSync(path, 'other'), 'changed'],
      [() => writeFileSync(path, text.replace('spoke', 'woke!')), 'changed'],
    ] as const) {
      harm();
      const broken = await countersign('--record', record, 'verify');
      assert.match(broken.err, new RegExp(`capture sha256:${sha}: its bytes (?:are|were) ${fault}`));
      assert.equal(broken.code, 1);
      const healed = await countersign('--record', record, 'add', story);
      assert.equal(
        healed.err,
        `warning: bytes of capture sha256:${sha} were missing or damaged; they are back\n`,
      );
      assert.equal((await countersign('--record', record, 'verify')).code, 0);
    }
    // What a killed program left is removed by the next; what a running one writes is let be.
    const gone = `${path}.999999999.part`;
    const running = `${path}.${process.pid}.part`;
    writeFileSync(gone, 'half');
    writeFileSync(running, 'half');
    await countersign('--record', record, 'add', story);
    assert.deepEqual([existsSync(gone), existsSync(running)], [false, true]);
  });
});
