import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { quietEffects } from '../../src/base/index.ts';
import { add } from '../../src/commands/add.ts';
import { mergeRecords, openRecord, readRecord } from '../../src/record/index.ts';
import { withRecord } from '../record/world.ts';
import { participating } from '../workbook.ts';

const SAID =
  'Harris County, Texas, Sheriff Ed Gonzalez announced Tuesday he would end a partnership between his office and federal immigration officials under the 287(g) program.\n';
const clock = (time: string) => quietEffects({ now: () => Date.parse(time) });

test('a day or publisher given for known bytes counts, and what was given before is kept', async () => {
  await withRecord(async (record, dir) => {
    const story = join(dir, 'story.txt');
    writeFileSync(story, `Sheriff ends program\n\n${SAID}`);
    const says = async () => {
      const reader = await readRecord(record);
      const [claim] = await reader.claims({});
      const { date, source } = claim!;
      return [date, source.published, source.publisher];
    };
    await add(record, [story], { published: '2017-02-22' }, clock('2026-11-01T12:00:00Z'));
    assert.deepEqual(await says(), ['2017-02-21', '2017-02-22', null]);
    const again = await add(
      record,
      [story],
      { published: '2017-03-01', publisher: 'The Chronicle' },
      clock('2026-11-02T12:00:00Z'),
    );
    assert.deepEqual([again.known, again.readAgain, again.refused], [1, 1, []]);
    assert.deepEqual(await says(), ['2017-02-28', '2017-03-01', 'The Chronicle']);
    // The same once more changes nothing; a publisher alone leaves the day.
    const same = await add(record, [story], { published: '2017-03-01' }, clock('2026-11-03T12:00:00Z'));
    assert.equal(same.readAgain, 0);
    await add(record, [story], { publisher: 'Houston Chronicle' }, clock('2026-11-04T12:00:00Z'));
    assert.deepEqual(await says(), ['2017-02-28', '2017-03-01', 'Houston Chronicle']);
    const rows = await record.db.selectFrom('sighting').select(['published', 'publisher']).execute();
    assert.deepEqual(rows, [
      { published: '2017-02-22', publisher: null },
      { published: '2017-03-01', publisher: 'The Chronicle' },
      { published: '2017-03-01', publisher: null },
      { published: null, publisher: 'Houston Chronicle' },
    ]);
    const other = await openRecord(join(dir, 'other'), { create: true });
    await mergeRecords(other, [record.dir], clock('2026-11-05T12:00:00Z'));
    const roots = await Promise.all([record, other].map(async (one) => (await readRecord(one)).root()));
    assert.deepEqual(roots[0]!.parts, roots[1]!.parts);
    await other.db.destroy();
  });
});

test('a list is dated by the day that is given, at first or later; one that cannot be is refused', async () => {
  await withRecord(async (record, dir) => {
    const list = join(dir, 'list.xlsx');
    const other = join(dir, 'other.xlsx');
    writeFileSync(
      list,
      await participating([['TEXAS', 'Smith County Sheriff', 'Task Force Model', '2025-02-18']]),
    );
    writeFileSync(
      other,
      await participating([['OHIO', 'Butler County Sheriff', 'Task Force Model', '2025-02-19']]),
    );
    const days = async () =>
      (await (await readRecord(record)).publications()).map(({ day, rule }) => `${day} ${rule}`);
    const early = await add(record, [list], { published: '2025-02-01' }, clock('2026-11-01T12:00:00Z'));
    assert.match(
      early.refused[0] ?? '',
      /^date "2025-02-01" of --published lies before 2025-02-18, when an agreement of list "list\.xlsx" was signed; check it$/,
    );
    const year = await add(record, [list], { published: '2025' }, clock('2026-11-01T12:00:00Z'));
    assert.match(
      year.refused[0] ?? '',
      /^date "2025" of --published is no day, and list "list\.xlsx" needs one/,
    );
    const both = await add(record, [list, other], { published: '2025-02-21' }, clock('2026-11-01T12:00:00Z'));
    assert.match(
      both.refused[0] ?? '',
      /other\.xlsx: date "2025-02-21" of --published has dated a list already; add lists one by one/,
    );
    assert.deepEqual(await days(), ['2025-02-21 given']);
    const late = await add(record, [list], { published: '2025-02-01' }, clock('2026-11-02T12:00:00Z'));
    assert.match(late.refused[0] ?? '', /lies before 2025-02-18/);
    await add(record, [list], { published: '2025-02-24' }, clock('2026-11-02T12:00:00Z'));
    assert.deepEqual(await days(), ['2025-02-24 given']);
  });
});
