import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { csvFormat, csvParse } from 'd3-dsv';
import type { Programme } from '../../src/claim/index.ts';
import { type LawQuestion, whatIsAsked } from '../../src/law/index.ts';
import type { AgencyKind } from '../../src/resolve/index.ts';
import { inventedBook, starterBook } from './book.ts';

const GOLDEN = 'test/output/law/answers.csv';

test('the starter instruments answer the questions as a person read them', () => {
  const book = starterBook();
  const questions = csvParse(readFileSync('test/input/law/questions.csv', 'utf8'));
  const answers = questions.map(({ state = '', on = '', programme, kind, county, held }) => {
    const question: LawQuestion = {
      state,
      on,
      ...(held && { held: [{ programme: programme as Programme, since: held }] }),
      programme: programme as Programme,
      ...(kind && { kind: kind as AgencyKind }),
      ...(county && { counties: [county] }),
    };
    const { asked, rule, provisions, anyModel, advice } = whatIsAsked(book, question);
    const named = (found: typeof provisions) =>
      found
        .map(
          ({ provision, standing }) =>
            `${provision.id} ${standing.state}${standing.certain ? '' : ` uncertain ${standing.doubt}`}${provision.deadline === null ? '' : ` by ${provision.deadline}`}`,
        )
        .join('; ');
    return {
      state,
      on,
      programme,
      kind,
      county,
      held,
      asked,
      rule,
      provisions: named(provisions),
      by: provisions.flatMap(({ standing }) => standing.by).join('; '),
      any_model: anyModel.join('; '),
      advice: named(advice),
    };
  });
  assert.ok(answers.length >= 40);
  const text = `${csvFormat(answers)}\n`;
  if (!existsSync(GOLDEN) && !process.env.CI) writeFileSync(GOLDEN, text);
  assert.equal(text, readFileSync(GOLDEN, 'utf8'));
});

const ask = (provisions: Record<string, string>[], instruments: Record<string, string>[] = []) =>
  whatIsAsked(
    inventedBook(
      [
        { instrument_id: 'i', issued: '2018' },
        { instrument_id: 'us', issued: '2010', jurisdiction: 'US' },
        { instrument_id: 'advice', issued: '2010', kind: 'guideline' },
        ...instruments,
      ],
      provisions,
    ),
    { on: '2020-01-01', programme: 'detainers', state: 'TX' },
  );
const rule = (id: string, effect: string, more: Record<string, string> = {}) => ({
  provision_id: id,
  instrument_id: 'i',
  effect,
  programmes: 'detainers',
  ...more,
});

test('a command prevails over a permission, and two commands that differ are unsettled', () => {
  assert.equal(ask([rule('a', 'permits')]).asked, 'permitted');
  assert.deepEqual(
    [ask([rule('a', 'permits'), rule('b', 'forbids')])].map(({ asked, rule }) => [asked, rule]),
    [['forbidden', 'command-over-permission']],
  );
  assert.equal(
    ask([rule('a', 'requires'), rule('b', 'forbids', { instrument_id: 'us' })]).asked,
    'unsettled',
  );
  assert.equal(ask([rule('a', 'requires'), rule('b', 'limits')]).rule, 'command-against-command');
  assert.equal(ask([rule('a', 'limits'), rule('b', 'forbids')]).asked, 'forbidden');
});

test('a guideline advises and decides nothing', () => {
  const answer = ask([rule('a', 'forbids', { instrument_id: 'advice' })]);
  assert.equal(answer.asked, 'none');
  assert.deepEqual(
    answer.advice.map(({ provision }) => provision.id),
    ['a'],
  );
});

test('an uncertain permission under a certain command changes nothing', () => {
  assert.equal(ask([rule('a', 'permits', { from: '2019/2021' }), rule('b', 'forbids')]).asked, 'forbidden');
  assert.equal(ask([rule('a', 'permits', { from: '2019/2021' })]).rule, 'uncertain-dates');
});

test('what is blocked or of uncertain days unsettles nothing that certainly stands anyway', () => {
  const later = rule('b', 'requires', { from: '2019/2021' });
  assert.equal(ask([later]).asked, 'unsettled');
  assert.deepEqual(
    [ask([rule('a', 'requires'), later])].map(({ asked, rule }) => [asked, rule]),
    [['required', 'one-voice']],
  );
  assert.equal(ask([rule('a', 'forbids'), later]).asked, 'unsettled');
  assert.equal(ask([rule('a', 'permits'), later]).rule, 'uncertain-dates');
});

const models = (
  provisions: Record<string, string>[],
  programme: Programme,
  more: Partial<LawQuestion> = {},
) =>
  whatIsAsked(inventedBook([{ instrument_id: 'i', issued: '2018' }], provisions), {
    on: '2020-01-01',
    programme,
    state: 'TX',
    ...more,
  });

test('a duty to have some agreement makes no one model a duty, and meets no model that is forbidden', () => {
  const some = rule('some', 'requires', { programmes: '287g' });
  const jail = models([some], '287g-jail');
  assert.deepEqual([jail.asked, jail.rule, jail.anyModel], ['permitted', 'any-model', ['some']]);
  assert.deepEqual([models([some], '287g').asked, models([some], '287g').anyModel], ['required', []]);
  assert.equal(models([rule('one', 'requires', { programmes: '287g-jail' })], '287g-jail').asked, 'required');
  const against = rule('no', 'forbids', { programmes: '287g-jail' });
  assert.equal(models([some, against], '287g-jail').asked, 'forbidden');
  const all = rule('no', 'forbids', { programmes: '287g' });
  assert.equal(models([some, all], '287g-jail').rule, 'command-against-command');
});

test('what is not offered yet, or no more, is not permitted', () => {
  const may = rule('may', 'permits', { programmes: '287g' });
  const offer = rule('offer', 'offers', { programmes: '287g-warrant', from: '2020-05-06', to: '2021-01-01' });
  const on = (day: string, more: Record<string, string>[] = []) =>
    models([may, offer, ...more], '287g-warrant', { on: day }).asked;
  assert.deepEqual(
    ['2020-05-05', '2020-05-06', '2021-01-01'].map((day) => on(day)),
    ['not-offered', 'permitted', 'not-offered'],
  );
  assert.equal(models([may, offer], '287g-jail').asked, 'permitted');
  const gone = rule('gone', 'withdraws', { programmes: '287g-warrant', to: '2020-06-01/2020-07-01' });
  assert.equal(on('2020-06-15', [gone]), 'unsettled');
  assert.equal(on('2020-05-05', [rule('no', 'forbids', { programmes: '287g' })]), 'forbidden');
  assert.equal(on('2020-05-05', [rule('duty', 'requires', { programmes: '287g-warrant' })]), 'unsettled');
});

test('an agreement held before it was forbidden is unsettled while nobody knows whether it had to end', () => {
  const ban = rule('ban', 'forbids', {
    programmes: '287g',
    from: '2020-01-01',
    deadline: '2020-03-01/2020-06-30',
  });
  const may = rule('may', 'permits', { programmes: '287g' });
  const on = (day: string, since: string | null) =>
    models([may, ban], '287g-jail', { on: day, held: [{ programme: '287g-jail', since }] });
  assert.equal(on('2020-02-01', '2019-01-01').asked, 'permitted');
  assert.deepEqual(
    [on('2020-03-01', '2019-01-01')].map(({ asked, rule }) => [asked, rule]),
    [['unsettled', 'deadline-open']],
  );
  assert.equal(on('2020-03-01', null).asked, 'unsettled');
  assert.equal(on('2020-06-30', '2019-01-01').asked, 'forbidden');
  assert.equal(on('2020-03-01', '2020-01-01').asked, 'forbidden');
  assert.equal(models([may, ban], '287g-jail', { on: '2020-03-01' }).asked, 'forbidden');
  assert.equal(
    models([may, ban], '287g-jail', { on: '2020-03-01', held: [{ programme: '287g-warrant', since: null }] })
      .asked,
    'forbidden',
  );
});

test('asked of no kind in particular, a rule for some kinds speaks too', () => {
  const some = rule('a', 'requires', { agency_kinds: 'sheriff' });
  assert.equal(ask([some]).asked, 'required');
});

test('what one kind of agency must do and another must not depends on the kind', () => {
  const rules = [
    rule('must', 'requires', { agency_kinds: 'sheriff' }),
    rule('not', 'forbids', { agency_kinds: 'police' }),
  ];
  assert.deepEqual([ask(rules).asked, ask(rules).rule], ['depends', 'by-kind']);
  assert.equal(ask([...rules, rule('all', 'forbids')]).rule, 'command-against-command');
});

test('a duty that stands blocked is no duty that a model would meet', () => {
  const book = inventedBook(
    [
      { instrument_id: 'i', issued: '2018' },
      { instrument_id: 'order', issued: '2019-01-01' },
    ],
    [
      rule('must', 'requires', { programmes: '287g' }),
      rule('may', 'permits', { programmes: '287g' }),
      { provision_id: 'block', instrument_id: 'order', effect: 'blocks', acts_on: 'must' },
    ],
  );
  const { asked, rule: by } = whatIsAsked(book, { on: '2020-01-01', programme: '287g-jail', state: 'TX' });
  assert.deepEqual([asked, by], ['permitted', 'one-voice']);
});

test('a prohibition that leaves time is named, and asks nothing yet', () => {
  const ban = rule('ban', 'forbids', { programmes: '287g', from: '2020-01-01', deadline: '2020-06-30' });
  const may = rule('may', 'permits', { programmes: '287g' });
  const answer = models([may, ban], '287g-jail', {
    on: '2020-02-01',
    held: [{ programme: '287g-jail', since: '2019-01-01' }],
  });
  assert.equal(answer.asked, 'permitted');
  assert.deepEqual(
    answer.provisions.map(({ provision }) => provision.id),
    ['ban', 'may'],
  );
});

test('of several offers one that stands is enough', () => {
  const offers = (from: string) => [
    rule('may', 'permits', { programmes: '287g' }),
    rule('first', 'offers', { programmes: '287g-jail', from: '2009-01-01', to: '2012-01-01' }),
    rule('second', 'offers', { programmes: '287g-jail', from }),
  ];
  assert.equal(models(offers('2018-01-01'), '287g-jail').asked, 'permitted');
  assert.equal(models(offers('2021-01-01'), '287g-jail').asked, 'not-offered');
  assert.equal(models(offers('2019/2021'), '287g-jail').asked, 'unsettled');
});

test('what nobody may forbid and a state forbids is unsettled; a permission alone yields', () => {
  const own = rule('no', 'forbids');
  const federal = (effect: string) => rule('us', effect, { instrument_id: 'us' });
  assert.equal(ask([federal('protects')]).asked, 'permitted');
  assert.equal(ask([federal('protects'), own]).rule, 'command-against-protection');
  assert.equal(ask([federal('permits'), own]).asked, 'forbidden');
});

test('a state’s law binds no federal agency and no tribe unless it names them', () => {
  const of = (kind: AgencyKind, more: Record<string, string> = {}) =>
    whatIsAsked(inventedBook([{ instrument_id: 'i', issued: '2018' }], [rule('a', 'forbids', more)]), {
      on: '2020-01-01',
      programme: 'detainers',
      state: 'TX',
      kind,
    }).asked;
  assert.deepEqual([of('sheriff'), of('tribal'), of('federal')], ['forbidden', 'none', 'none']);
  assert.equal(of('tribal', { agency_kinds: 'tribal' }), 'forbidden');
});
