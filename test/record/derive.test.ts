import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { countersign, inFolder } from '../cli.ts';

test('a claim from prose is kept as a proposal and decides no position', async () => {
  await inFolder(async (dir) => {
    const record = join(dir, 'record');
    const story = join(dir, 'story.txt');
    writeFileSync(
      story,
      'AUSTIN, Texas — Travis County Sheriff Sally Hernandez announced Tuesday she would end a partnership between her office and federal immigration officials.\n',
    );
    await countersign('--record', record, 'init', '--empty');
    await countersign('--record', record, 'add', story, '--published', '2019-05-08');
    const claims = JSON.parse((await countersign('--record', record, 'claims', '--format', 'json')).out) as {
      position: string;
      agencyId: string;
      review: string;
    }[];
    assert.deepEqual(
      claims.map(({ position, agencyId, review }) => [position, agencyId, review]),
      [['ends', 'us-tx-travis-county-sheriff', 'proposed']],
    );
    const status = await countersign('--record', record, 'status', '--on', '2019-06-01', '--format', 'json');
    assert.deepEqual(JSON.parse(status.out), []);
  });
});
