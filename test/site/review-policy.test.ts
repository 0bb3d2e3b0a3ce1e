import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { quietEffects } from '../../src/base/index.ts';
import { add } from '../../src/commands/add.ts';
import { openRecord, readRecord } from '../../src/record/index.ts';
import { countersign, inFolder } from '../cli.ts';
import { reviewApp } from './review-record.ts';

const HOST = { host: '127.0.0.1:2870' };
const OWN = { ...HOST, 'sec-fetch-site': 'same-origin', origin: 'null' };

test('a policy text of a live source waits in the reviewer’s queue beside its notice, and is accepted, taken back and rejected there', async () => {
  await inFolder(async (dir) => {
    const effects = quietEffects({ now: () => Date.parse('2026-11-24T12:00:00Z') });
    const record = await openRecord(join(dir, 'record'), { create: true });
    await add(record, ['test/input/sources/fr-2026-03100.json'], {}, effects);
    const reader = await readRecord(record);
    const app = reviewApp(reader);
    const get = async (path: string) =>
      (await app.request(`http://127.0.0.1:2870${path}`, { headers: HOST })).text();
    const post = (values: Record<string, string>) =>
      app.request('http://127.0.0.1:2870/review', {
        method: 'POST',
        headers: OWN,
        body: new URLSearchParams(values),
      });

    const [item] = await reader.review({});
    assert.deepEqual(
      [item?.subject, item?.type, item?.state],
      ['instrument:eo-19999', 'instrument', 'proposed'],
    );
    const page = await get('/review');
    assert.match(page, /1 question waits/);
    assert.ok(page.includes(`capture/${item?.instrument?.capture}`), 'the notice is linked');
    for (const { exact } of Object.values(item?.instrument?.evidence ?? {}))
      assert.ok(page.replaceAll('&#39;', "'").includes(`<mark>${exact}</mark>`), exact);
    assert.match(await get('/es/review'), /una fuente en línea lo nombra por primera vez/);

    const fields = { subject: 'instrument:eo-19999', target: 'eo-19999' };
    assert.equal((await post({ act: 'accept', ...fields })).status, 303);
    assert.ok((await reader.law()).instruments.has('eo-19999'));
    assert.deepEqual(await reader.review({}), [], 'it waits no more');
    assert.match(await get('/review?at=instrument%3Aeo-19999'), /Accepted/);

    // Who decides on what somebody has decided meanwhile is told of it.
    const late = await post({ act: 'reject', reason: 'Asks nothing of any agency', ...fields });
    assert.equal(late.status, 409);
    assert.ok((await reader.law()).instruments.has('eo-19999'));

    const [accepted] = await reader.decisions();
    await post({ act: 'undo', seqs: `${accepted?.seq}-${accepted?.seq}` });
    assert.equal((await reader.law()).instruments.has('eo-19999'), false);
    assert.equal((await reader.review({})).length, 1, 'it waits again');
    const answers = String((await reader.decisions()).at(-1)?.seq);
    assert.equal(
      (await post({ act: 'reject', reason: 'Asks nothing of any agency', answers, ...fields })).status,
      303,
    );
    assert.deepEqual(await reader.review({}), []);
    assert.deepEqual(
      (await reader.review({ all: true })).map(({ state }) => state),
      ['rejected'],
    );
    await reader.close();
  });
});

test('the command line lists it among what waits, and accepts it by its number', async () => {
  await inFolder(async (dir) => {
    const record = join(dir, 'record');
    const run = (...args: string[]) => countersign('--record', record, ...args);
    await run('init', '--empty');
    await run('add', 'test/input/sources/fr-2026-03100.json');
    const [row] = JSON.parse((await run('review', '--format', 'json')).out);
    assert.deepEqual([row.id, row.type, row.review, row.state], ['eo-19999', 'instrument', 'proposed', 'US']);
    const { code, out } = await run('review', 'accept', 'eo-19999', '--actor', 'Ana');
    assert.deepEqual([code, out], [0, 'decision 1: accept instrument:eo-19999 by Ana\n']);
    const [accepted] = JSON.parse((await run('instruments', '--proposed', '--all', '--format', 'json')).out);
    assert.deepEqual([accepted.state, accepted.instrument], ['accepted', 'eo-19999']);
    const unknown = await run('review', 'accept', 'eo-1', '--actor', 'Ana');
    assert.equal(unknown.code, 1);
  });
});
