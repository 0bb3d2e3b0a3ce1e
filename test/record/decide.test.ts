import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  appendReading,
  decide,
  type OpenRecord,
  readRecord,
  rebuild,
  verify,
} from '../../src/record/index.ts';
import { at, claimsOn, learn, type Said, textCapture, withRecord } from './world.ts';

const STORY =
  'HOUSTON, Texas - The sheriff said he will end the partnership.\n\nHe had declined to say when.\n';
const ENDS: Said = { words: 'The sheriff said he will end the partnership.' };
const LATER = '2026-02-01';

async function statesOf(record: OpenRecord) {
  const reader = await readRecord(record);
  return (await reader.claims({})).map(({ position, review, date }) => [position, review, date]);
}

async function held(record: OpenRecord, on = '2017-03-01', known?: string) {
  const reader = await readRecord(record);
  return (await reader.status({ on, ...(known && { known }) })).map(
    ({ agency, programme, position }) => `${agency} ${programme} ${position}`,
  );
}

const only = async (record: OpenRecord) => (await (await readRecord(record)).claims({}))[0]?.id ?? '';
const base = { actor: 'ada', reason: 'read it' };

test('a proposal decides nothing; accepted it does; rejected it stays in sight', async () => {
  await withRecord(async (record) => {
    await learn(record, '2026-01-01', textCapture(record, STORY, [ENDS]));
    await rebuild(record);
    const target = await only(record);
    assert.deepEqual(await held(record), []);
    await decide(record, [{ ...base, kind: 'accept', target }], at(LATER));
    assert.deepEqual(await held(record), ['us-tx-harris-county-sheriff 287g-jail ends']);
    assert.deepEqual(await statesOf(record), [['ends', 'accepted', '2017-02-21']]);
    await decide(record, [{ ...base, kind: 'reject', target, answers: 1 }], at(LATER));
    assert.deepEqual(await held(record), []);
    assert.deepEqual(await statesOf(record), [['ends', 'rejected', '2017-02-21']]);
    await decide(record, [{ ...base, kind: 'undo', target: '2' }], at(LATER));
    assert.deepEqual(await held(record), ['us-tx-harris-county-sheriff 287g-jail ends']);
  });
});

test('the machine’s value and the person’s value stand side by side', async () => {
  await withRecord(async (record) => {
    await learn(record, '2026-01-01', textCapture(record, STORY, [ENDS]));
    await rebuild(record);
    const target = await only(record);
    await decide(
      record,
      [{ ...base, kind: 'correct', target, patch: { position: 'limits', programme: 'detainers' } }],
      at(LATER),
    );
    const [claim] = await (await readRecord(record)).claims({ programme: 'detainers' });
    assert.deepEqual(
      [claim?.position, claim?.programme, claim?.review],
      ['limits', 'detainers', 'corrected'],
    );
    assert.deepEqual(claim?.machine, { position: 'ends', programme: '287g-jail' });
    assert.deepEqual([claim?.decision?.actor, claim?.decision?.reason], ['ada', 'read it']);
    assert.deepEqual(await held(record), ['us-tx-harris-county-sheriff detainers limits']);
    // A second correction keeps the first.
    await decide(
      record,
      [{ ...base, kind: 'correct', target, patch: { date: '2017-02' }, answers: 1 }],
      at(LATER),
    );
    const [again] = await (await readRecord(record)).claims({});
    assert.deepEqual([again?.position, again?.programme, again?.date], ['limits', 'detainers', '2017-02']);
    assert.deepEqual(again?.machine, { position: 'ends', programme: '287g-jail', date: '2017-02-21' });
  });
});

test('as known before a decision, the decision is not there', async () => {
  await withRecord(async (record) => {
    await learn(record, '2026-01-01', textCapture(record, STORY, [ENDS]));
    await rebuild(record);
    await decide(record, [{ ...base, kind: 'accept', target: await only(record) }], at(LATER));
    assert.deepEqual(await held(record, '2017-03-01', '2026-01-15'), []);
    assert.deepEqual(await held(record, '2017-03-01', LATER), ['us-tx-harris-county-sheriff 287g-jail ends']);
  });
});

test('a claim whose agency is open comes first, and is decided by giving its agency or an alias', async () => {
  await withRecord(async (record) => {
    const open: Said = {
      words: 'He had declined to say when.',
      name: 'Harris County sheriff',
      state: null,
      position: 'undecided',
    };
    await learn(record, '2026-01-01', textCapture(record, STORY, [ENDS, open]));
    await rebuild(record);
    const reader = await readRecord(record);
    const [first, second] = await reader.review({});
    assert.deepEqual(
      [first?.claim?.agencyId, second?.claim?.agencyId],
      [null, 'us-tx-harris-county-sheriff'],
    );
    const target = first?.claim?.id ?? '';
    await assert.rejects(
      decide(record, [{ ...base, kind: 'accept', target }], at(LATER)),
      /has no agency yet; correct it with --set agency=ID/,
    );
    await decide(
      record,
      [{ ...base, kind: 'alias', target: 'Harris County sheriff', other: 'us-tx-harris-county-sheriff' }],
      at(LATER),
    );
    const found = await reader.claims({ agency: 'us-tx-harris-county-sheriff' });
    assert.equal(found.length, 2);
  });
});

test('a decision follows its claim when a newer extractor moves its words or reads them otherwise', async () => {
  await withRecord(async (record) => {
    const capture = textCapture(record, STORY, [ENDS]);
    await learn(record, '2026-01-01', capture);
    await rebuild(record);
    await decide(record, [{ ...base, kind: 'accept', target: await only(record) }], at(LATER));
    const moved = { words: 'sheriff said he will end', position: 'limits' as const };
    const read = { reader: 'text', version: '2', claims: claimsOn(STORY, [moved]) };
    assert.equal(await appendReading(record, capture.sha, read, at('2026-03-01')), true);
    assert.equal(await appendReading(record, capture.sha, read, at('2026-03-01')), false);
    await rebuild(record);
    assert.notEqual(await only(record), capture.claims?.[0]?.id);
    // What the person accepted holds, and the new reading is kept beside it.
    const [claim] = await (await readRecord(record)).claims({});
    assert.deepEqual(
      [claim?.review, claim?.position, claim?.machine],
      ['accepted', 'ends', { position: 'limits' }],
    );
    assert.deepEqual((await verify(record, at(LATER), { rebuild: true })).faults, []);
  });
});

test('of two readings of one moment the later one is in force, whichever their claims', async () => {
  for (const positions of [
    ['limits', 'ends'],
    ['ends', 'limits'],
  ] as const) {
    await withRecord(async (record) => {
      const capture = textCapture(record, STORY, []);
      await learn(record, '2026-01-01', capture);
      for (const position of positions) {
        const claims = claimsOn(STORY, [{ ...ENDS, position }]);
        const read = { reader: 'text', version: position, claims };
        assert.equal(await appendReading(record, capture.sha, read, at('2026-01-01')), true);
        assert.equal(await appendReading(record, capture.sha, read, at('2026-01-01')), false);
        await rebuild(record);
        assert.deepEqual(await statesOf(record), [[position, 'proposed', '2017-02-21']]);
      }
      assert.deepEqual((await verify(record, at(LATER), { rebuild: true })).faults, []);
    });
  }
});

test('a decision does not pass to a claim that stood beside the decided one', async () => {
  await withRecord(async (record) => {
    const beside: Said = { ...ENDS, position: 'undecided' };
    const capture = textCapture(record, STORY, [ENDS, beside]);
    await learn(record, '2026-01-01', capture);
    await rebuild(record);
    await decide(record, [{ ...base, kind: 'reject', target: capture.claims?.[0]?.id ?? '' }], at(LATER));
    const read = {
      reader: 'text',
      version: '2',
      claims: claimsOn(STORY, [{ ...beside, words: 'he will end the partnership' }]),
    };
    await appendReading(record, capture.sha, read, at('2026-03-01'));
    await rebuild(record);
    assert.deepEqual(await statesOf(record), [['undecided', 'proposed', '2017-02-21']]);
  });
});

test('an accepted claim that a newer extractor no longer finds still counts; a proposed one does not', async () => {
  await withRecord(async (record) => {
    const other: Said = {
      words: 'He had declined to say when.',
      position: 'undecided',
      programme: 'detainers',
    };
    const capture = textCapture(record, STORY, [ENDS, other]);
    await learn(record, '2026-01-01', capture);
    await rebuild(record);
    await decide(record, [{ ...base, kind: 'accept', target: capture.claims?.[0]?.id ?? '' }], at(LATER));
    await appendReading(record, capture.sha, { reader: 'text', version: '2', claims: [] }, at('2026-03-01'));
    await rebuild(record);
    assert.deepEqual(await statesOf(record), [['ends', 'accepted', '2017-02-21']]);
    assert.deepEqual(await held(record), ['us-tx-harris-county-sheriff 287g-jail ends']);
  });
});

test('on a later capture of the page a decision holds while words or reading are the same, and is open again when both changed', async () => {
  await withRecord(async (record) => {
    const capture = textCapture(record, STORY, [ENDS]);
    await learn(record, '2026-01-01', capture);
    await rebuild(record);
    await decide(record, [{ ...base, kind: 'reject', target: capture.claims?.[0]?.id ?? '' }], at(LATER));
    const reworded = 'HOUSTON, Texas - The sheriff is to leave the partnership.\n';
    const both = 'HOUSTON, Texas - The sheriff thinks about the partnership.\n';
    await learn(
      record,
      '2026-03-01',
      textCapture(record, `${STORY}Updated.\n`, [{ ...ENDS, position: 'limits' }]),
    );
    await learn(
      record,
      '2026-03-02',
      textCapture(record, reworded, [{ words: 'The sheriff is to leave the partnership.' }]),
    );
    await learn(
      record,
      '2026-03-03',
      textCapture(record, both, [
        { words: 'The sheriff thinks about the partnership.', position: 'undecided' },
      ]),
    );
    await learn(
      record,
      '2026-03-04',
      textCapture(
        record,
        `${reworded}\nElsewhere.\n`,
        [{ words: 'The sheriff is to leave the partnership.' }],
        'https://example.com/other',
      ),
    );
    await rebuild(record);
    assert.deepEqual((await statesOf(record)).sort(), [
      ['ends', 'proposed', '2017-02-21'],
      ['ends', 'rejected', '2017-02-21'],
      ['ends', 'rejected', '2017-02-21'],
      ['limits', 'rejected', '2017-02-21'],
      ['undecided', 'proposed', '2017-02-21'],
    ]);
  });
});

test('two agencies that a reviewer calls the same are one, and undone they are two', async () => {
  await withRecord(async (record) => {
    const other: Said = {
      words: 'He had declined to say when.',
      name: 'Harris County Constable Precinct 1',
      programme: 'detainers',
      position: 'declines',
    };
    const capture = textCapture(record, STORY, [ENDS, other]);
    await learn(record, '2026-01-01', capture);
    await rebuild(record);
    for (const claim of capture.claims ?? [])
      await decide(record, [{ ...base, kind: 'accept', target: claim.id }], at(LATER));
    const [a, b] = (await held(record)).map((row) => row.split(' ')[0] ?? '') as [string, string];
    assert.notEqual(a, b);
    await decide(record, [{ ...base, kind: 'same', target: a, other: b }], at(LATER));
    assert.deepEqual(new Set((await held(record)).map((row) => row.split(' ')[0])), new Set([a]));
    assert.equal(await (await readRecord(record)).redirectOf(b), a);
    await decide(record, [{ ...base, kind: 'undo', target: '3' }], at(LATER));
    assert.equal((await held(record)).filter((row) => row.startsWith(b)).length, 1);
  });
});

test('a correction from outside waits in the queue and changes nothing', async () => {
  await withRecord(async (record) => {
    const capture = textCapture(record, STORY, [ENDS]);
    await learn(record, '2026-01-01', capture);
    await rebuild(record);
    const target = capture.claims?.[0]?.id ?? '';
    await decide(record, [{ ...base, kind: 'accept', target }], at(LATER));
    const letter = {
      ...base,
      kind: 'propose' as const,
      target,
      patch: { position: 'limits' as const },
      document: capture.sha,
      answers: 1,
    };
    await decide(record, [letter], at(LATER));
    const [item] = await (await readRecord(record)).review({});
    assert.deepEqual(
      [item?.type, item?.state, item?.decisions.at(-1)?.value.patch?.position],
      ['correction', 'accepted', 'limits'],
    );
    assert.deepEqual(await held(record), ['us-tx-harris-county-sheriff 287g-jail ends']);
  });
});

test('what is no decision is refused in one line', async () => {
  await withRecord(async (record) => {
    const capture = textCapture(record, STORY, [ENDS]);
    await learn(record, '2026-01-01', capture);
    await rebuild(record);
    const target = capture.claims?.[0]?.id ?? '';
    const refused = (over: object, message: RegExp) =>
      assert.rejects(
        decide(record, [{ ...base, kind: 'correct', target, ...over } as never], at(LATER)),
        message,
      );
    await refused({ kind: 'reject', target: 'none' }, /claim "none" is no claim of prose/);
    await refused({ kind: 'reject', reason: ' ' }, /reason " " of reject is blank/);
    await refused({ actor: '' }, /actor "" of a decision is blank/);
    await refused({}, /changes nothing; give --set/);
    await refused({ patch: { position: 'helps' } }, /position "helps" is unknown/);
    await refused({ patch: { date: 'soon' } }, /date "soon" is no date/);
    await refused({ patch: { colour: 'red' } }, /field "colour" cannot be corrected/);
    await refused({ patch: { agency: 'us-xx-nowhere' } }, /agency "us-xx-nowhere" is not in the record/);
    await refused({ kind: 'undo', target: '7' }, /decision "7" is not in the record/);
  });
});

test('who undoes twice says which undoing was seen', async () => {
  await withRecord(async (record) => {
    const capture = textCapture(record, STORY, [ENDS]);
    await learn(record, '2026-01-01', capture);
    await rebuild(record);
    const target = capture.claims?.[0]?.id ?? '';
    await decide(record, [{ ...base, kind: 'accept', target }], at(LATER));
    await decide(record, [{ ...base, kind: 'reject', target, answers: 1 }], at(LATER));
    await decide(record, [{ ...base, kind: 'undo', target: '2' }], at(LATER));
    const again = { ...base, kind: 'undo' as const, target: '1' };
    await assert.rejects(decide(record, [again], at(LATER)), /decision 3 .* came first \(undo by ada/);
    await decide(record, [{ ...again, answers: 3 }], at(LATER));
    assert.deepEqual(await statesOf(record), [['ends', 'proposed', '2017-02-21']]);
  });
});

test('a question of identity is not rejected: it is said what answers it', async () => {
  await withRecord(async (record) => {
    const agencies = ['us-tx-harris-county-sheriff', 'us-tx-travis-county-sheriff'];
    const target = 'a'.repeat(32);
    await record.db
      .insertInto('candidate')
      .values({
        id: target,
        reason: 'alike',
        text: 'Harris Sheriff',
        state: 'TX',
        agencies: JSON.stringify(agencies),
        rows: '[]',
      })
      .execute();
    await assert.rejects(decide(record, [{ ...base, kind: 'reject', target }], at(LATER)), {
      name: 'UserError',
      message: new RegExp(
        `asks which agency "Harris Sheriff" is; answer with "review same ${agencies.join(' ')}"`,
      ),
    });
    const [made] = await decide(record, [{ ...base, kind: 'accept', target }], at(LATER));
    assert.equal(made?.subject, `candidate:${target}`);
  });
});

test('a blank name is no alias, and agencies of two states are not one', async () => {
  await withRecord(async (record) => {
    const facts = (id: string, state: string) => ({
      id,
      name: id,
      kind: 'sheriff',
      state,
      facts: JSON.stringify({
        id,
        name: id,
        kind: 'sheriff',
        state,
        counties: [],
        place: null,
        ori: [],
        aliases: [],
      }),
    });
    const [texas, florida] = ['us-tx-harris-county-sheriff', 'us-fl-orange-county-sheriff'];
    await record.db
      .insertInto('agency')
      .values([facts(texas, 'TX'), facts(florida, 'FL')] as never)
      .execute();
    const ask = (kind: 'alias' | 'same', target: string) =>
      decide(record, [{ ...base, kind, target, other: texas }], at(LATER));
    await assert.rejects(ask('alias', ' '), /name " " of an alias is blank/);
    await assert.rejects(ask('same', florida), /stand in two states, FL and TX/);
  });
});
