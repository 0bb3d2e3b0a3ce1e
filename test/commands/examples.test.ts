import assert from 'node:assert/strict';
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { COMMANDS } from '../../src/commands/index.ts';
import { countersign, countersignIn, inFolder } from '../cli.ts';
import { participating } from '../workbook.ts';

// These run until they are stopped, or write thousands of pages: test/browser and test/site run them.
const ELSEWHERE = ['serve', 'start', 'publish'];

test('help is there for every command, with an example that is one', async () => {
  for (const { name, example } of COMMANDS) {
    const { code, out } = await countersign(name, '--help');
    assert.equal(code, 0);
    assert.ok(out.includes(`countersign ${example}`), name);
    assert.equal(example.split(' ')[0], name);
  }
});

test('every example does on a new record what help says, and says something', async () => {
  await inFolder(async (dir) => {
    const [here, empty] = [join(dir, 'here'), join(dir, 'empty')];
    const list = await participating([
      ['TEXAS', "Harris County Sheriff's Office", 'Jail Enforcement Model', '2026-05-18'],
    ]);
    for (const folder of [empty, join(dir, 'shared/data/ice-287g')]) {
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, 'participatingAgencies05182026am.xlsx'), list);
    }
    // The starter record knows 1,832 agreements of that day and takes no list of one for whole.
    await countersignIn(empty, 'init', '--empty');
    mkdirSync(here);
    writeFileSync(
      join(here, 'article.txt'),
      'The sheriff of Polk County, Texas, ended its 287(g) agreement.',
    );
    for (const { name, example } of COMMANDS.filter((one) => !ELSEWHERE.includes(one.name))) {
      const { code, out, err } = await countersignIn(name === 'add' ? empty : here, ...words(example));
      assert.equal(code, 0, `countersign ${example}\n${err}`);
      assert.notEqual(out + err, '', `countersign ${example}`);
      if (name === 'init') cpSync(join(here, 'record'), join(dir, 'theirs/record'), { recursive: true });
    }
  });
});

/** The words of a call as a shell takes them. */
function words(call: string): string[] {
  return (call.match(/"[^"]*"|\S+/g) ?? []).map((word) => word.replaceAll('"', ''));
}
