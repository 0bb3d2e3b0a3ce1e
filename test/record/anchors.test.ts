import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { add } from '../../src/commands/add.ts';
import {
  appendStarter,
  mergeRecords,
  type OpenRecord,
  readRecord,
  readStarter,
  rebuild,
  type Starter,
  verify,
} from '../../src/record/index.ts';
import { at, inFolder, withRecord } from './world.ts';

// Without the cited lists, of which nothing here speaks.
const STARTER: Starter = { ...readStarter('starter'), citation: { lists: [], names: [], listings: [] } };
const COOK = 'us-il-cook-county-sheriff';
const TITLE = 'Police Reluctant To Help Trump In Deportations';
const QUOTE = 'We have not been approached';
const SAID = `CHICAGO, Illinois (Feb. 22, 2017) - “${QUOTE} about the 287(g) program,” said Cara Smith, policy chief for Cook County Sheriff Tom Dart, on Tuesday.`;
const article = (...lines: string[]) => `${[TITLE, ...lines].join('\n\n')}\n`;

/** Adds a text to a record with the starter facts; answers the agency's claims that it was not approached about 287(g). */
async function claimsAfter(record: OpenRecord, dir: string, text: string, published: string) {
  await appendStarter(record, STARTER, at('2026-01-01'));
  await rebuild(record);
  const file = join(dir, 'article.txt');
  writeFileSync(file, text);
  await add(record, [file], { published }, at('2026-02-01'));
  return notApproached(record);
}

async function notApproached(record: OpenRecord, known?: string) {
  const reader = await readRecord(record);
  const view = await reader.agency(COOK, { on: '2017-03-01', ...(known && { known }) });
  const claims = view!.claims.filter(
    ({ programme, position }) => programme === '287g' && position === 'not-approached',
  );
  return { reader, claims };
}

test('a cited claim is anchored in its source when that is added, by title and day: the same claim, and no second one', () =>
  inFolder((dir) =>
    withRecord(async (record) => {
      const { reader, claims } = await claimsAfter(record, dir, article(SAID), '2017-02-22');
      assert.equal(claims.length, 1, 'what the program read in the same words is no second claim');
      const [claim] = claims;
      const { capture } = claim!.source;
      assert.ok(capture);
      const text = (await reader.text(capture))!.text;
      const [evidence] = claim!.evidence;
      assert.ok(evidence?.type === 'text');
      assert.equal(evidence.exact, QUOTE);
      assert.equal(text.slice(evidence.start, evidence.end), QUOTE);
      assert.deepEqual([claim!.review, claim!.source.published], ['rule', '2017-02-22']);
      assert.ok((await reader.claims({ capture })).some(({ id }) => id === claim!.id));

      const before = (await notApproached(record, '2026-01-15')).claims;
      assert.deepEqual(
        before.map(({ id, source }) => [id, source.capture]),
        [[claim!.id, null]],
        'as known before it was added, the same claim is cited',
      );
      const { faults } = await verify(record, at('2026-02-02'), { rebuild: true });
      assert.deepEqual(faults, []);
    }),
  ));

test('another day, words that stand twice or stand otherwise anchor nothing: the claim stays cited', () =>
  inFolder(async (dir) => {
    for (const [text, published] of [
      [article(SAID), '2017-05-02'],
      [article(SAID, `Later she said again: “${QUOTE}.”`), '2017-02-22'],
      [article(SAID.replace('have not been', 'were not')), '2017-02-22'],
      [`Police and deportations\n\n${SAID}\n`, '2017-02-22'],
    ] as const)
      await withRecord(async (record) => {
        const { claims } = await claimsAfter(record, dir, text, published);
        assert.ok(
          claims.some(({ source, review }) => source.capture === null && review === 'rule'),
          text,
        );
        if (published === '2017-05-02')
          assert.equal(claims.filter(({ review }) => review === 'proposed').length, 1, 'read beside it');
      });
  }));

test('what anchors a claim is the same whichever record brought it', () =>
  inFolder((dir) =>
    withRecord(async (record) => {
      const { claims } = await claimsAfter(record, dir, article(SAID), '2017-02-22');
      await withRecord(async (other) => {
        await appendStarter(other, STARTER, at('2026-01-03'));
        await rebuild(other);
        await mergeRecords(other, [record.dir], at('2026-03-01'));
        const merged = (await notApproached(other)).claims;
        assert.deepEqual(
          merged.map(({ id, evidence }) => [id, evidence]),
          claims.map(({ id, evidence }) => [id, evidence]),
        );
      });
    }),
  ));
