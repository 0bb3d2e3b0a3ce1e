import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { readRecord, rebuild } from '../../src/record/index.ts';
import { countersign, inFolder } from '../cli.ts';
import { at, learn, textCapture, withRecord } from './world.ts';

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

test('an agency that only a proposal names is made when a person accepts it, and not before or after a rejection', async () => {
  await withRecord(async (record) => {
    const text = 'The Mississippi Police Department ended it. The Biloxi Police Department ended it too.';
    const said = (words: string, name: string) => ({ words, name, state: 'MS' });
    await learn(
      record,
      '2020-01-01',
      textCapture(record, text, [
        said('Mississippi Police Department ended', 'Mississippi Police Department'),
        said('Biloxi Police Department ended', 'Biloxi Police Department'),
      ]),
    );
    await rebuild(record);
    const reader = await readRecord(record);
    const ids = async () => (await reader.agencies()).map(({ id }) => id);
    assert.deepEqual(await ids(), []);
    assert.deepEqual(await reader.find('Biloxi'), []);
    const claims = new Map((await reader.claims({})).map((claim) => [claim.agencyId, claim.id]));
    const decide = (kind: 'accept' | 'reject', agency: string) => {
      const target = claims.get(agency) ?? assert.fail(`no claim is about ${agency}`);
      return reader.decide([{ kind, target, actor: 'a', reason: 'read the page' }], at('2020-01-02'));
    };
    await decide('accept', 'us-ms-biloxi-police');
    await decide('reject', 'us-ms-mississippi-police');
    assert.deepEqual(await ids(), ['us-ms-biloxi-police']);
    assert.equal(await reader.agency('us-ms-mississippi-police', { on: '2020-01-03' }), null);
    assert.equal((await reader.agency('us-ms-biloxi-police', { on: '2020-01-03' }))?.status.length, 1);
  });
});
