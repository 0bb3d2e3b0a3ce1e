import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { countersign, inFolder } from '../cli.ts';

test('instruments say what changed between two days, what the law asks, and refuse in one line', async () => {
  await inFolder(async (dir) => {
    const record = join(dir, 'record');
    const run = (...args: string[]) => countersign('--record', record, 'instruments', ...args);
    await countersign('--record', record, 'init');
    const json = async (...args: string[]) =>
      JSON.parse((await run(...args, '--format', 'json')).out) as Record<string, unknown>[];

    const changed = await json(
      '--from',
      '2017-08-01',
      '--to',
      '2017-10-01',
      '--state',
      'TX',
      '--topic',
      'detainers',
    );
    assert.deepEqual(
      changed
        .filter(({ provision }) => provision === 'tx-detainers')
        .map(({ before, after, days }) => [before, after, days]),
      [['not-yet', 'in-force', ['2017-09-01', '2017-09-25']]],
    );
    const regimes = await json('--from', '2022-06-09', '--to', '2022-06-10', '--topic', 'removal-priorities');
    assert.deepEqual(
      regimes.map(({ provision, before, after }) => [provision, before, after]),
      [['m202109-priorities', 'in-force', 'blocked']],
    );
    const asked = await json('--on', '2021-08-02', '--state', 'IL', '--programme', '287g-jail');
    assert.deepEqual(
      [asked[0]?.asked, asked[0]?.provisions],
      ['forbidden', ['287g-delegate', 'il-agreements']],
    );

    assert.match(
      (await run('--to', '2017-10-01')).err,
      /--to "2017-10-01" has no --from; give the first day too/,
    );
    assert.match(
      (await run('--from', '2018-01-01', '--to', '2017-10-01')).err,
      /is after 2017-10-01; exchange the two/,
    );
    assert.match(
      (await run('--on', '9999-12-31')).err,
      /date "9999-12-31" of --on lies too far ahead: nothing that is known reaches there; give one up to \d{4}-/,
    );
    assert.match((await run('--from', '2017-10-01', '--to', '9999-12-31')).err, /of --to lies too far ahead/);
    assert.match((await run('--topic', 'nothing')).err, /topic "nothing" is unknown; use one of/);
    for (const [option, given] of [
      ['--kind', 'sheriff'],
      ['--county', '12086'],
    ] as const)
      assert.equal(
        (await run('--state', 'FL', option, given)).err,
        `countersign: ${option} asks what the law says about a programme; name it too, such as --programme detainers\n`,
      );

    // The directive of a county binds its own agencies alone.
    const detainers = async (...args: string[]) =>
      (await json('--on', '2017-02-01', '--state', 'FL', '--programme', 'detainers', ...args))[0];
    const own = await detainers('--county', 'Miami-Dade County', '--kind', 'jail');
    assert.deepEqual([own?.county, own?.asked, own?.provisions], ['12086', 'required', ['md-detainers']]);
    assert.deepEqual(await detainers('--county', '12086', '--kind', 'jail'), own);
    assert.deepEqual((await detainers('--kind', 'jail'))?.provisions, []);
    assert.deepEqual((await detainers('--county', '12011', '--kind', 'jail'))?.provisions, []);
    assert.equal(
      (await run('--state', 'TX', '--programme', 'detainers', '--county', '12086')).err,
      'countersign: county "12086" is none of TX; write its name or FIPS code, such as 12086\n',
    );
  });
});
