import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { sha256 } from '../../src/base/index.ts';
import { openRecord, rebuild } from '../../src/record/index.ts';
import { countersign } from '../cli.ts';
import { learn, textCapture } from '../record/world.ts';

const TOLD = 'Travis County Sheriff Sally Hernandez announced Tuesday she would end a partnership';
const STORY = `AUSTIN, Texas — ${TOLD} between her office and federal immigration officials.\n`;
const LETTER = 'To the editors: the sheriff limits the partnership, she does not end it.\n';
let dir = '';
const run = (...args: string[]) => countersign('--record', join(dir, 'record'), ...args);
const rows = async (...args: string[]): Promise<Record<string, unknown>[]> => {
  const { out, err, code } = await run(...args, '--format', 'json');
  assert.equal(code, 0, err);
  return JSON.parse(out);
};
const only = async () => {
  const [item, ...others] = await rows('review', 'list', '--all');
  assert.deepEqual(others, []);
  assert.ok(item);
  return item;
};
const TRAVIS = 'us-tx-travis-county-sheriff';

before(async () => {
  dir = mkdtempSync(join(tmpdir(), 'countersign-review-'));
  // As an older extractor read it: fewer words, another model, and no speaker's agency.
  const record = await openRecord(join(dir, 'record'), { create: true });
  const older = {
    words: 'Travis County Sheriff Sally Hernandez announced',
    name: "Travis County Sheriff's Office",
    programme: '287g' as const,
    date: '2019-05-07',
  };
  await learn(record, '2026-01-01', textCapture(record, STORY, [older]));
  await rebuild(record);
  await record.db.destroy();
  writeFileSync(join(dir, 'letter.txt'), LETTER);
});
after(() => rmSync(dir, { recursive: true, force: true }));

test('of two reviewers at once one is first; the other is shown that decision and decides again', async () => {
  const { id } = await only();
  const decide = (kind: string, actor: string) =>
    run('review', kind, String(id), '--actor', actor, '--reason', `${actor} read it`);
  const both = await Promise.all([decide('accept', 'ada'), decide('reject', 'bob')]);
  assert.deepEqual(both.map(({ code }) => code).sort(), [0, 1]);
  const late = both[0]?.code === 1 ? 'ada' : 'bob';
  const refused = both.find(({ code }) => code === 1);
  assert.match(
    refused?.err ?? '',
    /^countersign: decision 1 on "claim:[0-9a-f]+" came first \((?:accept|reject) by (?:ada|bob) at 2.*Z, "(?:ada|bob) read it"\); look at it, and answer it with --answers 1\n$/,
  );
  const again = await run(
    'review',
    'accept',
    String(id),
    '--actor',
    late,
    '--reason',
    'seen',
    '--answers',
    '1',
  );
  assert.equal(again.code, 0, again.err);
  const log = await rows('review', 'log');
  assert.deepEqual(
    log.map(({ seq, actor }) => [seq, actor]),
    [
      [1, late === 'ada' ? 'bob' : 'ada'],
      [2, late],
    ],
  );
  assert.equal((await only()).review, 'accepted');
  assert.deepEqual(await rows('review'), [], 'nothing waits');
});

test('the person’s value and the machine’s value stand side by side', async () => {
  const { id } = await only();
  const set = ['--set', 'position=limits', 'programme=287g-jail'];
  const made = await run('review', 'correct', String(id), ...set, '--reason', 'the page', '--answers', '2');
  assert.equal(made.code, 0, made.err);
  const item = await only();
  assert.deepEqual(
    [item.review, item.position, item.programme, item.machine],
    ['corrected', 'limits', '287g-jail', { position: 'ends', programme: '287g' }],
  );
  const [held] = await rows('status', '--on', '2019-06-01', '--programme', '287g');
  assert.deepEqual([held?.agency, held?.position], [TRAVIS, 'limits']);
});

test('a correction from outside waits in the same queue with its document, and changes nothing by itself', async () => {
  const { id } = await only();
  const added = await run('add', join(dir, 'letter.txt'), '--published', '2019-05-20');
  assert.equal(added.code, 0, added.err);
  const document = sha256(Buffer.from(LETTER));
  const propose = (...more: string[]) =>
    run(
      'review',
      'propose',
      String(id),
      '--set',
      'position=unchanged',
      '--answers',
      '3',
      '--actor',
      'the office',
      ...more,
    );
  const unknown = await propose('--reason', 'a letter', '--document', 'f'.repeat(64));
  assert.match(unknown.err, /document "f{64}" is not captured; add it first/);
  assert.equal((await propose('--reason', 'a letter', '--document', document)).code, 0);
  const [item] = await rows('review');
  assert.deepEqual([item?.type, item?.review, item?.answers], ['correction', 'corrected', 4]);
  const last = (item?.decisions as { value: { document: string }; patch: { position: string } }[]).at(-1);
  assert.deepEqual([last?.value.document, last?.patch.position], [document, 'unchanged']);
  const [held] = await rows('status', '--on', '2019-06-01', '--programme', '287g');
  assert.equal(held?.position, 'limits', 'what was decided holds');
  assert.equal(
    (
      await run(
        'review',
        'correct',
        String(id),
        '--set',
        'position=limits',
        '--reason',
        'the letter is of another matter',
        '--answers',
        '4',
      )
    ).code,
    0,
  );
  assert.deepEqual(await rows('review'), []);
});

test('a correction is accepted with its values, as on the reviewer’s page; rejecting it would be of the claim and is refused', async () => {
  const { id } = await only();
  const propose = (position: string, answers: string) =>
    run(
      'review',
      'propose',
      String(id),
      '--set',
      `position=${position}`,
      '--answers',
      answers,
      '--reason',
      'mail',
    );
  assert.equal((await propose('unchanged', '5')).code, 0);
  const refused = await run('review', 'reject', String(id), '--reason', 'no', '--answers', '6');
  assert.equal(refused.code, 1);
  assert.match(
    refused.err,
    /would take out the claim, not the correction 6 .*"review accept .* --answers 6".*--leave/,
  );
  const taken = await run('review', 'accept', String(id), '--answers', '6', '--actor', 'ada');
  assert.equal(taken.code, 0, taken.err);
  assert.match(taken.out, /^decision 7: correct claim:[0-9a-f]{32} by ada \(.*position=unchanged.*\)\n$/);
  const item = await only();
  assert.deepEqual(
    [item.review, item.position, item.machine],
    ['corrected', 'unchanged', { position: 'ends', programme: '287g' }],
  );
  assert.equal((await propose('limits', '7')).code, 0);
  const left = await run('review', 'accept', String(id), '--answers', '8', '--leave');
  assert.equal(left.code, 0, left.err);
  assert.deepEqual([(await only()).position, await rows('review')], ['unchanged', []]);
  const back = ['--set', 'position=limits', '--reason', 'for the tests below', '--answers', '9'];
  assert.equal((await run('review', 'correct', String(id), ...back)).code, 0);
});

test('decisions survive reading again with a newer extractor, which is told in the change log of the record', async () => {
  const before = await only();
  const again = await run('reread');
  assert.deepEqual(
    [again.code, again.out],
    [0, 'read 2 documents again: 1 otherwise than before\n'],
    again.err,
  );
  const item = await only();
  assert.notEqual(item.id, before.id, 'other words, another claim');
  assert.deepEqual([item.review, item.position, item.programme], ['corrected', 'limits', '287g-jail']);
  assert.deepEqual(await rows('review'), [], 'nothing is open again');
  const second = await run('reread');
  assert.equal(
    second.out,
    'read 2 documents again: 0 otherwise than before\n',
    'the same version reads the same',
  );
  const verified = await run('verify', '--rebuild');
  assert.equal(verified.code, 0, verified.err);

  const told = await rows('changes', '--of-record', '--from', '2026-01-01');
  const brief = told.map(({ kind, who, why }) => `${kind} ${who ?? '-'}: ${why}`);
  assert.equal(brief.filter((line) => line.startsWith('decided ')).length, 10);
  assert.ok(brief.includes('decided the office: a letter'));
  assert.ok(
    told.some(
      ({ kind, what }) =>
        kind === 'read-again' && /1 claims new or different, 1 no longer found/.test(String(what)),
    ),
  );
  const world = await rows('changes', '--from', '2019-01-01', '--to', '2019-12-31');
  assert.deepEqual(
    world.map(({ kind, agency, position }) => [kind, agency, position]),
    [['said', TRAVIS, 'limits']],
  );
});

test('a decision is open again when the page has new words and they are read otherwise, and only then', async () => {
  const record = await openRecord(join(dir, 'record'));
  const page = (text: string, words: string, position: 'ends' | 'undecided', day: string) =>
    learn(
      record,
      day,
      textCapture(record, text, [
        { words, position, name: "Travis County Sheriff's Office", programme: '287g', date: '2019-05-07' },
      ]),
    );
  const reworded = 'AUSTIN, Texas — The Travis sheriff leaves the partnership.\n';
  await page(reworded, 'The Travis sheriff leaves the partnership.', 'ends', '2026-03-01');
  const both = 'AUSTIN, Texas — The Travis sheriff thinks about the partnership.\n';
  await page(both, 'The Travis sheriff thinks about the partnership.', 'undecided', '2026-03-02');
  await rebuild(record);
  await record.db.destroy();
  const open = await rows('review');
  assert.deepEqual(
    open.map(({ position, review }) => [position, review]),
    [['undecided', 'proposed']],
  );
});

test('evidence that nobody has reviewed is told as such', async () => {
  const shown = async () => (await run('show', TRAVIS)).out.split(' · waits for review\n').length - 1;
  const before = await shown();
  writeFileSync(join(dir, 'later.txt'), `${STORY}She had said so before.\n`);
  assert.equal((await run('add', join(dir, 'later.txt'), '--published', '2019-05-08')).code, 0);
  const waits = await shown();
  assert.ok(waits > before, `${before} then ${waits}`);
});
