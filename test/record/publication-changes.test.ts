import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Line } from '../../src/claim/index.ts';
import { publicationHead } from '../../src/commands/publication-text.ts';
import { type OpenRecord, type PublicationChange, readRecord } from '../../src/record/index.ts';
import { learn, listCapture, withRecord } from './world.ts';

type Row = Partial<Line>;
const JAIL = 'Jail Enforcement Model';
const TASK = 'Task Force Model';

function row(agency: string, over: Row = {}): Row {
  const file = agency.replace(/\W/g, '');
  return {
    state: 'TEXAS',
    agency,
    signed: '2025-02-01',
    support: JAIL,
    moa: 'link',
    moaLink: `https://www.ice.gov/doclib/287gMOA/${file}_${over.support === TASK ? 'TFM' : 'JEM'}.pdf`,
    ...over,
  };
}

const HARRIS = row("Harris County Sheriff's Office");
const BELL = row("Bell County Sheriff's Office");
const CLAY = row("Clay County Sheriff's Office");
const DAYS = ['2025-04-07', '2025-04-08', '2025-04-10', '2025-04-11'];

/** The reports of lists of neighbouring days, by their order. */
async function reports(...all: Row[][]): Promise<PublicationChange[][]> {
  return withRecord(async (record: OpenRecord) => {
    const lists = all.map((rows, i) => listCapture(DAYS[i] as string, rows));
    await learn(record, '2026-01-01', ...lists);
    const reader = await readRecord(record);
    const found: PublicationChange[][] = [];
    for (const { sha } of lists) found.push((await reader.publication(sha))?.changes ?? []);
    return found;
  });
}

function told(changes: PublicationChange[] | undefined) {
  return (changes ?? []).map(({ kind, agency, from, to, before, after }) => [
    kind,
    agency?.replace(/^us-tx-|-county-sheriff$/g, ''),
    from,
    to,
    before && `${before.day} ${before.row}`,
    after && `${after.day} ${after.row}`,
  ]);
}

test('who is new, gone, missing for a list and back again, with the rows of both lists', async () => {
  const [first, second, third, fourth] = await reports(
    [HARRIS, BELL],
    [CLAY, HARRIS],
    [BELL, HARRIS, CLAY],
    [BELL, HARRIS, row("Ellis County Sheriff's Office")],
  );
  assert.deepEqual(first, []);
  assert.deepEqual(told(second), [
    ['new', 'clay', null, '2025-02-01', null, '2025-04-08 2'],
    ['missing', 'bell', null, '2025-04-10', '2025-04-07 3', '2025-04-10 2'],
  ]);
  assert.deepEqual(told(third), [['returned', 'bell', '2025-04-07', null, '2025-04-07 3', '2025-04-10 2']]);
  assert.deepEqual(told(fourth), [
    ['new', 'ellis', null, '2025-02-01', null, '2025-04-11 4'],
    ['gone', 'clay', '2025-02-01', null, '2025-04-10 4', null],
  ]);
});

test('what a list prints otherwise: name, date of signing, state, link', async () => {
  const [, second, third] = await reports(
    [HARRIS, BELL, { ...CLAY, moa: 'link pending', moaLink: '' }],
    [{ ...HARRIS, signed: '2025-02-03' }, { ...BELL, state: 'TEXSA' }, CLAY],
    [{ ...HARRIS, signed: '2025-02-03' }, { ...BELL, agency: 'Bell Co Sheriff’s Office ' }, CLAY],
  );
  assert.deepEqual(told(second), [
    ['re-dated', 'harris', '2025-02-01', '2025-02-03', '2025-04-07 2', '2025-04-08 2'],
    ['state-repaired', 'bell', 'TEXAS', 'TEXSA', '2025-04-07 3', '2025-04-08 3'],
    ['linked', 'clay', null, CLAY.moaLink, '2025-04-07 4', '2025-04-08 4'],
  ]);
  // A state that is right again and a spelling of the same name are no news.
  assert.deepEqual(told(third), []);
});

test('another name on the same memorandum is a renaming and neither an end nor a beginning', async () => {
  const [, second] = await reports(
    [HARRIS, row('Uvalde Police Department')],
    [
      HARRIS,
      row('Uvalde City Marshal Police', { moaLink: row('Uvalde Police Department').moaLink as string }),
    ],
  );
  assert.deepEqual(
    second?.map(({ kind, from, to }) => [kind, from, to]),
    [['renamed', 'Uvalde Police Department', 'Uvalde City Marshal Police']],
  );
});

test('another model in place of the first is a switch, told once, with the row that it came from', async () => {
  const task = row("Bell County Sheriff's Office", { support: TASK, signed: '2025-04-07' });
  const [, second] = await reports([HARRIS, BELL], [HARRIS, task]);
  assert.deepEqual(told(second), [
    ['switched', 'bell', '287g-jail', '287g-task-force', '2025-04-07 3', '2025-04-08 3'],
  ]);
});

test('a list is named by its day or the beginning of its hash, and by nothing else', async () => {
  await withRecord(async (record) => {
    const list = listCapture('2025-04-07', [HARRIS]);
    await learn(record, '2026-01-01', list);
    const reader = await readRecord(record);
    for (const name of ['2025-04-07', list.sha, list.sha.slice(0, 8), `sha256:${list.sha}`])
      assert.equal((await reader.publicationNamed(name)).capture, list.sha);
    await assert.rejects(reader.publicationNamed('2025-04-08'), /is no list of the record/);
    assert.equal(await reader.publication('0'.repeat(64)), null);
  });
});

test('a list that comes again under another day is a repeat, found by that day and hash, and says that all are still listed', async () => {
  await withRecord(async (record) => {
    const list = listCapture('2025-04-07', [HARRIS]);
    const again = listCapture('2025-04-08', [HARRIS]);
    await learn(record, '2026-01-01', list, again);
    const reader = await readRecord(record);
    for (const name of ['2025-04-08', again.sha.slice(0, 12)])
      assert.equal((await reader.publicationNamed(name)).capture, list.sha, name);
    const report = (await reader.publication(again.sha)) ?? assert.fail('no report');
    assert.match(
      publicationHead(report),
      /\nall still listed, the same rows again: 2025-04-08 \(participatingAgencies04082025am\.xlsx, sha256:[0-9a-f]{12}\)$/,
    );
  });
});
