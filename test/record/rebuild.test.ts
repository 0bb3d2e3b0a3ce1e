import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { sql } from 'kysely';
import { UserError } from '../../src/base/index.ts';
import { insertRegistry } from '../../src/record/append.ts';
import { appendDecisions, readDecisions } from '../../src/record/decisions.ts';
import { derivedDigests } from '../../src/record/digests.ts';
import {
  appendSighting,
  bringUp,
  decide,
  type OpenRecord,
  openRecord,
  type ReadCapture,
  rebuild,
  verify,
} from '../../src/record/index.ts';
import { recordTime } from '../../src/record/meta.ts';
import { deriveAsKnown } from '../../src/record/scope.ts';
import { isStale } from '../../src/record/stale.ts';
import { makeAgency } from '../../src/resolve/index.ts';
import { at, inFolder, learn, listCapture, textCapture, withRecord } from './world.ts';

const ROWS = [
  { state: 'TEXAS', agency: "Harris County Sheriff's Office", signed: '2025-02-01', county: 'Harris County' },
  { state: 'TEXAS', agency: "Haris County Sheriff's Office", signed: '2025-02-01' },
  { state: 'OHOI', agency: 'Clark County Sheriff’s Office', signed: '3/72025' },
  { state: 'OHIO', agency: "Clark County Sheriff's Office", signed: '2025-03-01' },
  {
    state: 'OHIO',
    agency: "Clark County Sheriff's Office",
    signed: '2025-04-03',
    support: 'Task Force Model',
  },
  { state: 'FLORIDA', agency: "Lee County Sheriff's Office", signed: '2025-02-26', county: 'Lee Conty' },
];
const DAYS = ['2025-04-07', '2025-04-08', '2025-04-10', '2025-04-11', '2025-04-15'];

const lists = fc
  .tuple(...DAYS.map(() => fc.subarray(ROWS)))
  .map((all) => all.map((rows, i) => listCapture(DAYS[i] as string, rows)));

async function stateOf(record: OpenRecord): Promise<Map<string, string>> {
  const kept = await record.db.selectFrom('kept').selectAll().execute();
  return new Map([...(await derivedDigests(record.db)), ['kept', `${kept.length}`]]);
}

/** The derived state after adding captures one by one, each derived at once. */
function stateAfter(captures: readonly ReadCapture[], check = async (_record: OpenRecord) => {}) {
  return withRecord(async (record) => {
    for (const capture of captures) {
      await learn(record, '2026-01-01', capture);
      await rebuild(record, at('2026-01-01'));
    }
    await check(record);
    return stateOf(record);
  });
}

test('the order in which lists are added changes nothing, and neither does adding one twice', async () => {
  await fc.assert(
    fc.asyncProperty(
      lists.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
      async ([all, shuffled]) => {
        const wanted = await withRecord(async (record) => {
          await learn(record, '2026-01-01', ...all);
          await rebuild(record, at('2026-01-01'));
          return stateOf(record);
        });
        const faultless = async (record: OpenRecord) => {
          // Bytes of these lists were never stored; what is derived must be as from scratch.
          const { faults } = await verify(record, at('2026-01-02'), { rebuild: true });
          assert.deepEqual(
            faults.filter((fault) => !fault.includes('bytes are missing')),
            [],
          );
        };
        assert.deepEqual(await stateAfter(shuffled, faultless), wanted);
        assert.deepEqual(await stateAfter([...all, ...shuffled.slice(0, 2)], faultless), wanted);
      },
    ),
    { numRuns: 12 },
  );
});

test('a record as it was known before its last list is in the earlier state', async () => {
  await fc.assert(
    fc.asyncProperty(lists, async (all) => {
      const before = await stateAfter(all.slice(0, -1));
      const known = await withRecord(async (record) => {
        await learn(record, '2026-01-01', ...all.slice(0, -1));
        await learn(record, '2026-02-01', ...all.slice(-1));
        await rebuild(record, at('2026-02-01'));
        const scope = await deriveAsKnown(record, '2026-01-31T00:00:00Z');
        const digests = await derivedDigests(scope);
        await scope.destroy();
        return digests;
      });
      // Distinct rows that only the last list has are in the log, though nothing lists them yet.
      for (const [table, digest] of known)
        if (table !== 'line_agency') assert.equal(digest, before.get(table), table);
    }),
    { numRuns: 8 },
  );
});

/** An agency of the registry, as its versions 1 and 2 have it. */
const registered = (name: string, state: string, version: number) => ({
  ...makeAgency(name, state),
  ori: [`${state}0${name.length}0000`, ...(version > 1 ? [`${state}0${name.length}0001`] : [])],
});
const REGISTRY = [1, 2].map((version) => [
  registered('Clark County Sheriff', 'OH', version),
  registered('Lee County Sheriff', 'FL', 1),
  registered('Amelia Police Department', 'OH', version),
]);
const PAIRS: [string, string][] = [
  ['us-oh-clark-county-sheriff', 'us-oh-amelia-police'],
  ['us-tx-harris-county-sheriff', 'us-fl-lee-county-sheriff'],
  ['us-oh-amelia-police', 'us-fl-lee-county-sheriff'],
];

type Step = { what: 'list' | 'registry' | 'same' | 'distinct' | 'undo' | 'text' | 'open'; which: number };
const step: fc.Arbitrary<Step> = fc.record({
  what: fc.constantFrom<Step['what'][]>(
    'list',
    'list',
    'registry',
    'same',
    'distinct',
    'undo',
    'text',
    'open',
  ),
  which: fc.nat(4),
});

const steps = (...all: [Step['what'], number][]) => all.map(([what, which]) => ({ what, which }));
// An agency of the registry alone that a decision or a claim touched, and then nothing does.
const EXAMPLES: [Step[]][] = [
  [steps(['registry', 0], ['list', 0], ['same', 2], ['list', 3], ['undo', 0], ['open', 0], ['list', 4])],
  [steps(['list', 2], ['registry', 1], ['same', 0], ['registry', 0], ['undo', 0], ['distinct', 0])],
  [steps(['list', 4], ['list', 2], ['distinct', 0], ['registry', 0], ['same', 0], ['list', 0], ['undo', 0])],
];

/** Does one step, each later than the one before; what cannot be (a decision on an agency not there) is passed over. */
async function walk(record: OpenRecord, { what, which }: Step, day: string): Promise<void> {
  const said = { actor: 'ada', reason: 'one office' };
  if (what === 'list') await learn(record, day, listCapture(DAYS[which]!, ROWS.slice(which, which + 2)));
  if (what === 'text')
    await learn(
      record,
      day,
      textCapture(record, 'It ends.', [{ words: 'It ends', name: 'Amelia Police Department', state: 'OH' }]),
    );
  if (what === 'registry')
    await insertRegistry(record.db, REGISTRY[which % 2]!, 'fbi', await recordTime(record.db, at(day)));
  if (what === 'same' || what === 'distinct') {
    const [target, other] = PAIRS[which % PAIRS.length]!;
    await decide(record, [{ ...said, kind: what, target, other }], at(day)).catch((error: unknown) => {
      if (!(error instanceof UserError)) throw error;
    });
  }
  if (what === 'undo') {
    const last = (await readDecisions(record.db, '9999')).filter(({ kind }) => kind !== 'undo').at(-1);
    if (last) {
      const undo = {
        kind: 'undo' as const,
        subject: last.subject,
        answers: last.hash,
        value: { revokes: last.hash },
      };
      await appendDecisions(record, [{ ...undo, ...said }], at(day)).catch((error: unknown) => {
        if (!(error instanceof UserError)) throw error;
      });
    }
  }
}

test('whatever comes in whichever order, each step leaves what a derivation from scratch gives', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 9 }), (steps) =>
      inFolder(async (dir) => {
        let record = await openRecord(`${dir}/r`, { create: true });
        for (const [i, one] of steps.entries()) {
          const day = `2026-01-${String(i + 1).padStart(2, '0')}`;
          if (one.what === 'open') {
            await record.db.destroy();
            record = await openRecord(`${dir}/r`);
          } else await walk(record, one, day);
          await bringUp(record, at(day));
          const { faults } = await verify(record, at(day), { rebuild: true });
          assert.deepEqual(
            faults.filter((fault) => fault.includes('derived')),
            [],
            JSON.stringify(steps.slice(0, i + 1)),
          );
        }
        await record.db.destroy();
      }),
    ),
    { numRuns: 12, endOnFailure: true, includeErrorInReport: true, examples: EXAMPLES },
  );
});

test('a new list keeps the numbers of what it does not change, and rows that point to them', async () => {
  await withRecord(async (record) => {
    await learn(record, '2026-01-01', listCapture('2025-04-07', ROWS.slice(0, 1)));
    await learn(record, '2026-01-01', listCapture('2025-04-08', ROWS.slice(0, 1)));
    await rebuild(record, at('2026-01-01'));
    const before = await record.db.selectFrom('agreement').select(['idx', 'id']).execute();
    // One of a state that sorts before it.
    await learn(record, '2026-01-02', listCapture('2025-04-10', ROWS));
    await rebuild(record, at('2026-01-02'));
    const after = await record.db.selectFrom('agreement').select(['idx', 'id']).execute();
    assert.ok(after.length > 1);
    for (const row of before)
      assert.deepEqual(
        after.find(({ id }) => id === row.id),
        row,
      );
    const astray = await sql<{
      n: number;
    }>`select count(*) as n from interval i left join agreement g on g.idx = i.agreement
      where i.agreement is not null and g.agency is not i.agency`.execute(record.db);
    assert.equal(astray.rows[0]?.n, 0);
  });
});

test('known bytes under a known name leave nothing to derive, under a new name they do', async () => {
  await withRecord(async (record) => {
    const list = listCapture('2025-04-07', ROWS);
    await learn(record, '2026-01-01', list);
    await rebuild(record, at('2026-01-01'));
    const before = await stateOf(record);
    const again = { ...list.sighting, retrieved: '2026-01-02T12:00:00.000Z' };
    await appendSighting(record, list.sha, again, at('2026-01-02'));
    assert.equal(await isStale(record.db), false);
    await rebuild(record, at('2026-01-02'));
    assert.deepEqual(await stateOf(record), before);
    const renamed = { ...again, origin: 'participatingAgencies04092025am.xlsx' };
    await appendSighting(record, list.sha, renamed, at('2026-01-03'));
    assert.equal(await isStale(record.db), true);
    // What was not derived before stays so, however little comes behind it.
    await appendSighting(record, list.sha, again, at('2026-01-03'));
    assert.equal(await isStale(record.db), true);
    // A clock that was set back: the list may have been seen earlier than was known.
    await rebuild(record, at('2026-01-04'));
    await appendSighting(
      record,
      list.sha,
      { ...again, retrieved: '2025-01-01T00:00:00.000Z' },
      at('2026-01-04'),
    );
    assert.equal(await isStale(record.db), true);
  });
});

const TAMPERED: [what: string, statement: string][] = [
  ['agency', `update agency set name = 'Nobody' where id = (select min(id) from agency)`],
  ['agreement', `update agreement set facts = replace(facts, '"active"', '"no-longer-listed"')`],
  ['line_agency', `update line_agency set agency = null where line = 1`],
  ['publication', `update publication set day = '2025-01-01' where idx = 0`],
  ['interval', `update interval set to_max = '2025-04-09' where id = (select min(id) from interval)`],
  ['claim_state', `update claim_state set review = 'accepted'`],
  ['interval', `delete from interval where id = (select max(id) from interval)`],
  ['kept_names', `update kept_names set names = '["TX|Harris County Sheriff","other words"]'`],
  ['kept', `update kept set lists = replace(lists, '287g-jail', '287g-warrant')`],
];

test('a derived row that was tampered with is found by deriving from scratch', async () => {
  await inFolder(async (dir) => {
    for (const [i, [table, statement]] of TAMPERED.entries()) {
      const record = await openRecord(`${dir}/${i}`, { create: true });
      const text = 'Sheriff Ed Gonzalez said the agreement ends.';
      await learn(
        record,
        '2026-01-01',
        listCapture('2025-04-07', ROWS),
        listCapture('2025-04-08', ROWS.slice(1)),
      );
      await learn(record, '2026-01-01', textCapture(record, text, [{ words: 'the agreement ends' }]));
      await rebuild(record, at('2026-01-01'));
      const faults = async () =>
        (await verify(record, at('2026-01-02'), { rebuild: true })).faults.filter((fault) =>
          /derived/.test(fault),
        );
      assert.deepEqual(await faults(), []);
      const { numAffectedRows } = await sql.raw(statement).execute(record.db);
      assert.ok(numAffectedRows, statement);
      assert.deepEqual(await faults(), [`derived table ${table}: from scratch it reads otherwise`]);
      await record.db.destroy();
    }
  });
});

test('a program that remembers a state is not misled by another that derived from a later one and was killed', async () => {
  await inFolder(async (dir) => {
    const [one, other] = [await openRecord(`${dir}/r`, { create: true }), await openRecord(`${dir}/r`)];
    const said = { actor: 'ada', reason: 'one office' };
    await learn(
      one,
      '2026-01-01',
      listCapture('2025-04-07', [...ROWS, { ...ROWS[3]!, agency: 'Union County Sheriff' }]),
    );
    await rebuild(one, at('2026-01-01'));
    const wanted = await stateOf(one);
    const [a, b] = (
      await one.db.selectFrom('agency').select('id').where('state', '=', 'OH').orderBy('id').execute()
    ).map(({ id }) => id) as [string, string];
    await decide(other, [{ ...said, kind: 'same', target: a, other: b }], at('2026-01-02'));
    assert.notDeepEqual(await stateOf(one), wanted);
    // The undoing is written and acknowledged; what follows from it is not derived.
    const [made] = await readDecisions(other.db, '9999');
    const undo = { kind: 'undo' as const, subject: made?.subject ?? '', answers: made?.hash ?? null };
    await appendDecisions(
      other,
      [{ ...undo, ...said, value: { revokes: made?.hash ?? '' } }],
      at('2026-01-03'),
    );
    await bringUp(one);
    assert.deepEqual(await stateOf(one), wanted);
    await one.db.destroy();
    await other.db.destroy();
  });
});
