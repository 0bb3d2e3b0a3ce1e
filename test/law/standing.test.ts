import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays } from '../../src/base/index.ts';
import { PROGRAMMES } from '../../src/claim/index.ts';
import { lawConflicts, standingOn, standingSpans, stayedBy, whatIsAsked } from '../../src/law/index.ts';
import { STATES } from '../../src/resolve/index.ts';
import { inventedBook, starterBook } from './book.ts';

const provision = (id: string, more: Record<string, string> = {}) => ({
  provision_id: id,
  instrument_id: 'i',
  ...more,
});

test('a block is stayed while all that it blocks surely stands again by a later act', () => {
  const book = starterBook();
  const of = (id: string, day: string) => stayedBy(book, book.provisions.get(id)!, day);
  assert.deepEqual(of('cenizo-block', '2017-09-24'), []);
  assert.deepEqual(of('cenizo-block', '2017-09-25'), ['cenizo-stay']);
  assert.deepEqual(of('cenizo-block', '2018-03-12'), ['cenizo-stay']);
  // Its end is no stay; nor does anything but a block have one.
  assert.deepEqual(of('cenizo-block', '2018-03-14'), []);
  assert.deepEqual(of('tx-detainers', '2017-09-25'), []);
  const two = (more: Record<string, string>) =>
    inventedBook(
      [{ instrument_id: 'i', effective: '2016-01-01' }],
      [
        provision('rule', { effect: 'requires', programmes: 'detainers' }),
        provision('other', { effect: 'requires', programmes: 'detainers' }),
        provision('block', { effect: 'blocks', acts_on: 'rule|other', from: '2017-01-01' }),
        provision('stay', { effect: 'restores', acts_on: 'rule|other', from: '2018-01-01', ...more }),
      ],
    );
  const stays = (book: ReturnType<typeof two>) => stayedBy(book, book.provisions.get('block')!, '2018-06-01');
  assert.deepEqual(stays(two({})), ['stay']);
  // In part, or on an uncertain day, is not enough.
  assert.deepEqual(stays(two({ acts_on: 'rule' })), []);
  assert.deepEqual(stays(two({ from: '2018' })), []);
});
const on = (book: ReturnType<typeof inventedBook>, id: string, day: string) => {
  const found = book.provisions.get(id);
  assert.ok(found);
  const { state, certain } = standingOn(book, found, day);
  return certain ? state : `${state}?`;
};

test('a provision takes its days from itself, else from its instrument, and is uncertain inside them', () => {
  const book = inventedBook(
    [{ instrument_id: 'i', issued: '2017', effective: '2018-03', ended: '2020/2021' }],
    [provision('a'), provision('b', { from: '2019-01-01', to: '2019-06-01' })],
  );
  assert.deepEqual(
    ['2018-02-28', '2018-03-15', '2018-03-31', '2019-12-31', '2020-06-01', '2021-12-31'].map((day) =>
      on(book, 'a', day),
    ),
    ['not-yet', 'in-force?', 'in-force', 'in-force', 'in-force?', 'ended'],
  );
  assert.deepEqual(
    ['2018-12-31', '2019-01-01', '2019-05-31', '2019-06-01'].map((day) => on(book, 'b', day)),
    ['not-yet', 'in-force', 'in-force', 'ended'],
  );
});

test('a text without a date is uncertain until its source told of it', () => {
  const book = inventedBook([{ instrument_id: 'i' }], [provision('a')]);
  assert.deepEqual(
    ['1990-01-01', '2018-06-29', '2018-06-30'].map((day) => on(book, 'a', day)),
    ['in-force?', 'in-force?', 'in-force'],
  );
});

test('of the orders that act on a provision the latest decides, and one that ends gives way', () => {
  const book = inventedBook(
    [
      { instrument_id: 'i', issued: '2017-01-01' },
      { instrument_id: 'order', kind: 'court-order', issued: '2017-02-01', ended: '2017-06-01' },
      { instrument_id: 'stay', kind: 'court-order', issued: '2017-03-01', ended: '2017-04-01' },
    ],
    [
      provision('a'),
      provision('block', { instrument_id: 'order', effect: 'blocks', acts_on: 'a' }),
      provision('lift', { instrument_id: 'stay', effect: 'restores', acts_on: 'a' }),
    ],
  );
  assert.deepEqual(
    ['2017-01-31', '2017-02-01', '2017-03-01', '2017-04-01', '2017-06-01'].map((day) => on(book, 'a', day)),
    ['in-force', 'blocked', 'in-force', 'blocked', 'in-force'],
  );
});

test('an order whose day is uncertain makes what it acts on uncertain', () => {
  const book = inventedBook(
    [
      { instrument_id: 'i', issued: '2017-01-01' },
      { instrument_id: 'order', kind: 'court-order', issued: '2017-02' },
    ],
    [provision('a'), provision('block', { instrument_id: 'order', effect: 'blocks', acts_on: 'a' })],
  );
  assert.deepEqual(
    ['2017-01-31', '2017-02-10', '2017-02-28'].map((day) => on(book, 'a', day)),
    ['in-force', 'blocked?', 'blocked'],
  );
});

test('an order whose own block is uncertain may still act', () => {
  const book = inventedBook(
    [
      { instrument_id: 'i', issued: '2017-01-01' },
      { instrument_id: 'order', issued: '2018-01-01' },
      { instrument_id: 'higher', issued: '2018-07' },
    ],
    [
      provision('a'),
      provision('block', { instrument_id: 'order', effect: 'blocks', acts_on: 'a' }),
      provision('stay', { instrument_id: 'higher', effect: 'blocks', acts_on: 'block' }),
    ],
  );
  assert.deepEqual(
    ['2018-06-30', '2018-07-10', '2018-08-01'].map((day) => on(book, 'a', day)),
    ['blocked', 'in-force?', 'in-force'],
  );
});

test('of two orders of one day, or of days that overlap, nobody can say which was the last word', () => {
  const book = (block: string, restore: string) =>
    inventedBook(
      [
        { instrument_id: 'i', issued: '2016-01-01' },
        { instrument_id: 'order', issued: block },
        { instrument_id: 'stay', issued: restore },
      ],
      [
        provision('a'),
        provision('block', { instrument_id: 'order', effect: 'blocks', acts_on: 'a' }),
        provision('lift', { instrument_id: 'stay', effect: 'restores', acts_on: 'a' }),
      ],
    );
  assert.equal(on(book('2017', '2017-06-01'), 'a', '2018-01-01'), 'blocked?');
  assert.equal(on(book('2017-06-01', '2017-06-01'), 'a', '2018-01-01'), 'in-force?');
  assert.equal(on(book('2017-05', '2017-06-01'), 'a', '2018-01-01'), 'in-force');
});

test('what was superseded ends as its successor begins, and a text without any day is never certain', () => {
  const book = inventedBook(
    [
      { instrument_id: 'i', issued: '2017-01-01', superseded_by: 'next' },
      { instrument_id: 'next', issued: '2018-01-01', effective: '2018-03-01' },
      { instrument_id: 'undated', source_id: 'unknown' },
    ],
    [provision('a'), provision('b', { instrument_id: 'undated', source_id: 'unknown' })],
  );
  assert.deepEqual([on(book, 'a', '2018-02-28'), on(book, 'a', '2018-03-01')], ['in-force', 'ended']);
  assert.deepEqual([on(book, 'b', '2030-01-01'), on(book, 'b', '9999-12-31')], ['in-force?', 'in-force?']);
});

test('rows that do not fit are refused with value and remedy', () => {
  const refuse = (instrument: Record<string, string>, rule: Record<string, string>, message: RegExp) =>
    assert.throws(
      () => inventedBook([{ instrument_id: 'i', ...instrument }], [provision('a', rule)]),
      message,
    );
  refuse({ jurisdiction: 'Texas' }, {}, /jurisdiction "Texas" of "i" is no place; write US/);
  refuse({ jurisdiction: 'FL (Cook County)' }, {}, /is no place/);
  refuse(
    {},
    { effect: 'limits', programmes: 'detainers', deadline: '2020' },
    /deadline "2020" of "a" goes with requires or forbids, not with "limits"/,
  );
  refuse(
    {},
    { effect: 'requires', programmes: '287g', deadline: 'soon' },
    /deadline "soon" of "a" is no EDTF/,
  );
  refuse({ issued: 'May 2017' }, {}, /issued "May 2017" of "i" is no EDTF date/);
  refuse({}, { effect: 'allows' }, /effect "allows" of "a" is unknown; use one of requires/);
  refuse({}, { effect: 'blocks' }, /does not go with acts_on/);
  refuse({}, { effect: 'blocks', acts_on: 'nobody' }, /acts_on "nobody" of "a" is not a provision/);
  refuse({}, { effect: 'blocks', acts_on: 'a' }, /leads back to itself/);
  refuse({}, { effect: 'requires' }, /has an effect and no programmes/);
  refuse({}, { instrument_id: 'gone' }, /instrument_id "gone" of "a" is not an instrument/);
});

const days = fc.integer({ min: 0, max: 3000 }).map((n) => addDays('2015-01-01', n));

test('spans say on every day what the day itself says', () => {
  const book = starterBook();
  fc.assert(
    fc.property(fc.constantFrom(...book.provisions.values()), days, (one, day) => {
      const span = standingSpans(book, one).find(
        ({ from, to }) => (from ?? '') <= day && day < (to ?? '9999'),
      );
      const { state, certain, by } = standingOn(book, one, day);
      assert.deepEqual([span?.state, span?.certain, span?.by], [state, certain, by]);
    }),
  );
});

test('no two provisions contradict each other in force without standing among the conflicts', () => {
  const effects = fc.constantFrom('requires', 'forbids', 'limits');
  const some = fc.record({
    effect: effects,
    programmes: fc.constantFrom('detainers', '287g', '287g-jail', 'detainers|notification'),
    instrument_id: fc.constantFrom('us', 'tx', 'il', 'county'),
    agency_kinds: fc.constantFrom('', 'sheriff', 'police|sheriff', 'jail'),
    from: days,
  });
  const texts = [
    { instrument_id: 'us', jurisdiction: 'US' },
    { instrument_id: 'tx', jurisdiction: 'TX' },
    { instrument_id: 'il', jurisdiction: 'IL' },
    { instrument_id: 'county', jurisdiction: 'TX (Harris County)' },
  ];
  fc.assert(
    fc.property(fc.array(some, { minLength: 2, maxLength: 6 }), days, (rows, day) => {
      const book = inventedBook(
        texts,
        rows.map((row, i) => ({ provision_id: `p${i}`, ...row })),
      );
      const conflicts = lawConflicts(book);
      const standing = [...book.provisions.values()].filter((one) => on(book, one.id, day) === 'in-force');
      for (const a of standing.filter(({ effect }) => effect === 'requires'))
        for (const b of standing.filter(({ effect }) => effect !== 'requires')) {
          const where = (one: typeof a) => book.instruments.get(one.instrument)!.jurisdiction;
          const [left, right] = [where(a), where(b)];
          const together =
            a.programmes.some((one) => b.programmes.some((two) => one.startsWith(two))) &&
            (left.state === null || right.state === null || left.state === right.state) &&
            (!a.kinds || !b.kinds || a.kinds.some((kind) => b.kinds!.includes(kind)));
          const told = conflicts.some(
            (one) =>
              one.a === a.id &&
              one.b === b.id &&
              (one.from ?? '') <= day &&
              (one.to === null || day < one.to),
          );
          assert.equal(told, together, `${JSON.stringify(a)} ${JSON.stringify(b)}`);
        }
    }),
  );
});

test('wherever the law of a place is unsettled by two commands, the conflict stands among the contradictions', () => {
  const book = starterBook();
  const conflicts = lawConflicts(book);
  const turns = [...book.provisions.values()].flatMap((one) =>
    standingSpans(book, one).flatMap(({ from }) => from ?? []),
  );
  let asked = 0;
  for (const on of new Set(turns))
    for (const { usps: state } of STATES)
      for (const programme of PROGRAMMES)
        for (const kind of ['sheriff', 'police', 'jail'] as const) {
          asked++;
          const answer = whatIsAsked(book, { on, state, programme, kind });
          if (answer.rule !== 'command-against-command') continue;
          const ids = answer.provisions.map(({ provision }) => provision.id);
          assert.ok(
            conflicts.some(({ a, b }) => ids.includes(a) && ids.includes(b)),
            `${state} ${on} ${programme} ${ids}`,
          );
        }
  assert.ok(asked > 10_000);
});

test('an end without a last day leaves it uncertain whether it stands at all; one with a last day, only when it ended', () => {
  const book = starterBook();
  const at = (id: string, day: string) => {
    const { state, doubt } = standingOn(book, book.provisions.get(id)!, day);
    return [state, doubt];
  };
  assert.deepEqual(at('m202109-priorities', '2026-05-18'), ['in-force', 'whether']);
  assert.deepEqual(at('eo-13767-287g', '2017-02-21'), ['in-force', null]);
  assert.deepEqual(at('eo-13767-287g', '2020-05-18'), ['in-force', null]);
  assert.deepEqual(at('eo-13767-287g', '2026-05-18'), ['ended', null]);
  assert.deepEqual(at('m2021-pause', '2021-01-25'), ['in-force', null]);
  assert.deepEqual(at('m2021-pause', '2021-01-26'), ['blocked', null]);
  assert.deepEqual(at('m2021-pause', '2021-03-01'), ['blocked', 'whether']);
  assert.deepEqual(at('m2021-pause', '2021-06-01'), ['ended', null]);
  assert.deepEqual(at('fl2c-287g', '2025-02-15'), ['in-force', 'day']);
});

test('guidelines are in no conflict, and a rule against one model is in none with a duty to have some model', () => {
  const conflicts = (kind: string, against: string) =>
    lawConflicts(
      inventedBook(
        [
          { instrument_id: 'i', issued: '2017-01-01' },
          { instrument_id: 'g', issued: '2017-01-01', kind },
        ],
        [
          provision('a', { effect: 'requires', programmes: '287g' }),
          provision('b', { instrument_id: 'g', effect: 'forbids', programmes: against }),
        ],
      ),
    ).length;
  assert.equal(conflicts('statute', '287g'), 1);
  assert.equal(conflicts('guideline', '287g'), 0);
  assert.equal(conflicts('statute', '287g-jail'), 0);
});

/** How a rule of an act that stands since 2016 stands on a day, with what acts on it. */
function ruleOn(day: string, actors: Record<string, string>[], rule: Record<string, string> = {}) {
  const book = inventedBook(
    [{ instrument_id: 'i', effective: '2016-01-01' }],
    [
      provision('rule', { effect: 'requires', programmes: 'detainers', ...rule }),
      ...actors.map((one) => ({ instrument_id: 'i', ...one })),
    ],
  );
  const { state, doubt, by } = standingOn(book, book.provisions.get('rule')!, day);
  return [state, doubt, by.join()];
}
const blocks = (id: string, from: string, more: Record<string, string> = {}) => ({
  provision_id: id,
  effect: 'blocks',
  acts_on: 'rule',
  from,
  ...more,
});

test('a beginning without a last day never surely comes', () => {
  assert.deepEqual(ruleOn('2025-01-01', [], { from: '2017-01-01/' }), ['in-force', 'day', '']);
});

test('two uncertain blocks make no certain one', () => {
  assert.deepEqual(ruleOn('2017-08-01', [blocks('a', '2017'), blocks('b', '2017-06/2018-06')]), [
    'blocked',
    'day',
    'a,b',
  ]);
});

test('orders of one day are told by their ids, whatever row comes first', () => {
  const [a, b] = [blocks('a', '2017-01-01'), blocks('b', '2017-01-01')];
  assert.deepEqual(ruleOn('2018-01-01', [a, b]), ['blocked', null, 'a,b']);
  assert.deepEqual(ruleOn('2018-01-01', [b, a]), ['blocked', null, 'a,b']);
});

test('orders follow one another by the last day that each can be of', () => {
  const restore = { provision_id: 'again', effect: 'restores', acts_on: 'rule', from: '2017-06-01' };
  assert.deepEqual(ruleOn('2018-06-01', [blocks('block', '2017'), restore]), [
    'blocked',
    'whether',
    'again,block',
  ]);
});

test('whether something ended is the greater doubt than on which day something began', () => {
  assert.deepEqual(
    ruleOn('2018-06-01', [blocks('block', '2017-01-01', { to: '2018-01-01/' })], { from: '2018' }),
    ['blocked', 'whether', 'block'],
  );
});

test('a block that is blocked itself blocks nothing', () => {
  const stay = { provision_id: 'stay', effect: 'blocks', acts_on: 'block', from: '2018-01-01' };
  assert.equal(ruleOn('2017-06-01', [blocks('block', '2017-01-01'), stay])[0], 'blocked');
  assert.deepEqual(ruleOn('2018-06-01', [blocks('block', '2017-01-01'), stay]), ['in-force', null, '']);
});

test('a text without a date stood when the first of its sources told of it', () => {
  const book = inventedBook(
    [{ instrument_id: 'i', source_id: 'late' }],
    [provision('rule', { effect: 'requires', programmes: 'detainers' })],
  );
  book.published.set('late', '2019-06-30');
  const certain = (day: string) => standingOn(book, book.provisions.get('rule')!, day).certain;
  assert.deepEqual(['2018-06-29', '2018-06-30', '2019-07-01'].map(certain), [false, true, true]);
});

test('rules of two counties of a state are no conflict, of a county and its state they are', () => {
  const conflicts = (a: string, b: string) =>
    lawConflicts(
      inventedBook(
        [
          { instrument_id: 'i', jurisdiction: a, effective: '2016-01-01' },
          { instrument_id: 'j', jurisdiction: b, effective: '2016-01-01' },
        ],
        [
          provision('must', { effect: 'requires', programmes: 'detainers' }),
          { provision_id: 'not', instrument_id: 'j', effect: 'forbids', programmes: 'detainers' },
        ],
      ),
    ).length;
  assert.equal(conflicts('FL (Miami-Dade County)', 'FL (Broward County)'), 0);
  assert.equal(conflicts('FL (Miami-Dade County)', 'FL (Miami-Dade County)'), 1);
  assert.equal(conflicts('FL (Miami-Dade County)', 'FL'), 1);
});
