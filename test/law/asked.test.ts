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
  const answers = questions.map(({ state = '', on = '', programme, kind, county }) => {
    const question: LawQuestion = {
      state,
      on,
      programme: programme as Programme,
      ...(kind && { kind: kind as AgencyKind }),
      ...(county && { counties: [county] }),
    };
    const { asked, rule, provisions, advice } = whatIsAsked(book, question);
    const named = (found: typeof provisions) =>
      found
        .map(
          ({ provision, standing }) =>
            `${provision.id} ${standing.state}${standing.certain ? '' : ' uncertain'}`,
        )
        .join('; ');
    return {
      state,
      on,
      programme,
      kind,
      county,
      asked,
      rule,
      provisions: named(provisions),
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
