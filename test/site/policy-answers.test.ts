import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Instrument } from '../../src/law/index.ts';
import { type Answers, answersCsv, answersTo } from '../../src/site/policy-answers.ts';
import { snapshotOf } from '../../src/site/snapshot.ts';
import { LOOKS } from '../../src/site/standing.ts';
import { type TestRecord, testRecord } from './record.ts';

let made: TestRecord;

before(async () => {
  made = await testRecord();
});
after(() => made.close());

async function answersOf(change: Partial<Instrument>): Promise<Answers> {
  const { instruments } = await made.reader.law();
  const instrument = { ...instruments.get('eo-14159')!, ...change };
  const answers = await answersTo(await snapshotOf(made.reader), made.reader, instrument);
  assert.ok(answers);
  return answers;
}

test('counts, chart and names follow one rule: nobody is counted who is not named', async () => {
  const { instruments } = await made.reader.law();
  const snapshot = await snapshotOf(made.reader);
  let answered = 0;
  for (const instrument of instruments.values()) {
    const found: Answers | null = await answersTo(snapshot, made.reader, instrument);
    if (!found) continue;
    for (const look of LOOKS) {
      const named: number = found.answers.filter((one) => one.look === look).length;
      const more = (found.after[look] ?? 0) - (found.before[look] ?? 0);
      assert.ok(more <= named, `${instrument.id} ${look}: ${more} more, ${named} named`);
      const drawn: number = found.weeks.reduce((sum, { counts }) => sum + (counts[look] ?? 0), 0);
      assert.equal(drawn, named, `${instrument.id} ${look}`);
      answered += named;
    }
  }
  assert.ok(answered > 20);
});

test('what began between two days counts from the second, and where only the first is in these weeks it is named as perhaps', async () => {
  // Listed on 2 February 2026, no longer on the 9th.
  const open = await answersOf({ issued: '2026-01-09', effective: null });
  assert.equal(open.to, '2026-02-05');
  const named = ({ answers }: Pick<typeof open, 'answers'>) =>
    answers.map(({ agency, look }) => `${agency} ${look}`);
  assert.deepEqual(named({ answers: open.perhaps }), ['us-fl-coral-springs-police ends']);
  assert.ok(!named(open).includes('us-fl-coral-springs-police ends'));
  assert.ok(!open.silent.includes('us-fl-coral-springs-police'));
  assert.match(
    answersCsv(open, await snapshotOf(made.reader)),
    /^us-fl-coral-springs-police,.*,ends,.*,perhaps,/m,
  );
  const shown = await answersOf({ issued: '2026-02-01', effective: null });
  assert.deepEqual(shown.perhaps, []);
  assert.ok(named(shown).includes('us-fl-coral-springs-police ends'));
  assert.ok((shown.after.ends ?? 0) > (shown.before.ends ?? 0));
});
