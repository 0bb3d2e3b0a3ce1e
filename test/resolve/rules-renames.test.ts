import assert from 'node:assert/strict';
import { test } from 'node:test';
import { positionIntervals } from '../../src/record/positions.ts';
import type { Lineage } from '../../src/resolve/index.ts';
import { mergesOf, resolved, signedOf, type TestRow } from './lists.ts';

const FILLER = 'OHIO | Butler County Sheriff | J | 2025-01-02';

function replaced(before: TestRow[], after: TestRow[]): Record<string, TestRow[]> {
  return {
    'participating-2025-03-03': [FILLER, ...before],
    'participating-2025-03-04': [FILLER, ...before],
    'participating-2025-03-05': [FILLER, ...after],
    'participating-2025-03-06': [FILLER, ...after],
  };
}

test('one memorandum under two names on neighbouring lists is a rename', () => {
  const lineage = resolved(
    replaced(
      ['LOUISIANA | Louisiana State Patrol | T | 2025-02-20 | LouisianaStatePolice_TFM'],
      ['LOUISIANA | Louisiana State Police Department | T | 2025-02-20 | LouisianaStatePolice_TFM'],
    ),
  );
  assert.deepEqual(mergesOf(lineage), [
    'rename-by-moa: Louisiana State Patrol = Louisiana State Police Department',
  ]);
  assert.equal(signedOf(lineage).length, 2);
});

test('an agency that stands elsewhere on the list hands over one agreement and stays itself', () => {
  const sheriff = 'FLORIDA | Escambia County Sheriff | T | 2025-02-26 | EscambiaSO_TFM';
  const lineage = resolved(
    replaced(
      [sheriff, 'FLORIDA | Escambia County Sheriff | W | 2025-02-26 | EscambiaCo_WSO'],
      [sheriff, 'FLORIDA | Escambia County Board of County Commissioners | W | 2025-02-26 | EscambiaCo_WSO'],
    ),
  );
  assert.deepEqual(mergesOf(lineage), [
    'relabel-by-moa: Escambia County Sheriff = Escambia County Board of County Commissioners',
  ]);
  assert.deepEqual(
    lineage.agreements.filter(({ status }) => status !== 'active'),
    [],
  );
  assert.deepEqual(
    lineage.agencies.map(({ id, aliases }) => [id, aliases.length]),
    [
      ['us-fl-escambia-county-board-of-county-commissioners', 0],
      ['us-fl-escambia-county-sheriff', 0],
      ['us-oh-butler-county-sheriff', 0],
    ],
  );
});

test('a name that replaced another beside a memorandum which bears the old name alone takes nothing over', () => {
  const jail = 'ALABAMA | Autauga County Sheriff | J | 2025-09-22 | AutaugaSO_JEM';
  const lineage = resolved(
    replaced(
      [jail, 'ALABAMA | Autauga County Sheriff | T | 2025-09-22 | AutaugaSO_TFM'],
      [jail, 'ALABAMA | Prattville Police Department | T | 2025-09-22 | AutaugaSO_TFM'],
    ),
  );
  assert.deepEqual(mergesOf(lineage), []);
  assert.deepEqual(
    lineage.candidates.map(({ reason, text }) => `${reason}: ${text}`),
    [
      'one memorandum, under another name on the next list: perhaps one agency, perhaps a slip: Autauga County Sheriff / Prattville Police Department',
    ],
  );
  // Nobody knows whether it ended, so nothing says that it did.
  const intervals = positionIntervals(lineage.agreements, lineage.publications, []);
  const told = intervals.map(({ agency, programme, position, to, certainTo }) =>
    [agency, programme, position, to?.max ?? null, certainTo].join(' '),
  );
  assert.deepEqual(told, [
    'us-al-autauga-county-sheriff 287g-jail takes-part  ',
    'us-al-autauga-county-sheriff 287g-task-force takes-part  2025-03-05',
    'us-al-prattville-police 287g-task-force takes-part  ',
    'us-oh-butler-county-sheriff 287g-jail takes-part  ',
  ]);
});

test('who decides that two names are two agencies has decided that the old agreement ended; one renewed at once never did', () => {
  const before = ['ALABAMA | Autauga County Sheriff | T | 2025-09-22 | AutaugaSO_TFM'];
  const after = ['ALABAMA | Prattville Police Department | T | 2025-09-22 | AutaugaSO_TFM'];
  const rulesOf = ({ agreements }: Lineage) =>
    agreements.filter(({ agency }) => agency.includes('autauga')).map(({ status, rules }) => [status, rules]);
  const undecided = resolved(replaced(before, after));
  assert.deepEqual(rulesOf(undecided), [['no-longer-listed', ['open-handover']]]);
  const distinct = [
    { kind: 'distinct', a: 'us-al-autauga-county-sheriff', b: 'us-al-prattville-police', state: null },
  ] as const;
  const decided = resolved(replaced(before, after), [...distinct]);
  assert.deepEqual(rulesOf(decided), [['no-longer-listed', []]]);
  assert.deepEqual(decided.candidates, []);
  const renewed = resolved(
    replaced(before, [...after, 'ALABAMA | Autauga County Sheriff | T | 2025-10-01 | AutaugaSO_TFM2']),
  );
  assert.deepEqual(
    rulesOf(renewed).map(([status, rules]) => [status, (rules as string[]).includes('open-handover')]),
    [
      ['renewed', false],
      ['active', false],
    ],
  );
});

test('a listing that never linked a memorandum, replaced by the only other of its model and date, was mislabelled', () => {
  const lineage = resolved(
    replaced(
      ['OKLAHOMA | Haskell Police Department | T | 2025-02-28'],
      ['OKLAHOMA | Haskell County Sheriff | T | 2025-02-28'],
    ),
  );
  assert.deepEqual(mergesOf(lineage), ['relabel: Haskell Police Department = Haskell County Sheriff']);
  assert.deepEqual(
    lineage.agencies.map(({ id }) => id),
    ['us-oh-butler-county-sheriff', 'us-ok-haskell-county-sheriff'],
  );
  assert.deepEqual(lineage.redirects, [{ from: 'us-ok-haskell-police', to: 'us-ok-haskell-county-sheriff' }]);
});

test('two that could each have replaced it, or a linked one, leave it ended', () => {
  const before = ['OKLAHOMA | Haskell Police Department | T | 2025-02-28'];
  const two = [
    'OKLAHOMA | Alva Police Department | T | 2025-02-28',
    'OKLAHOMA | Enid Police Department | T | 2025-02-28',
  ];
  assert.deepEqual(mergesOf(resolved(replaced(before, two))), []);
  const linked = ['OKLAHOMA | Haskell Police Department | T | 2025-02-28 | HaskellPD'];
  assert.deepEqual(
    mergesOf(resolved(replaced(linked, ['OKLAHOMA | Alva Police Department | T | 2025-02-28 | AlvaPD']))),
    [],
  );
});

test('of several newcomers the one that shares the place is meant', () => {
  const lineage = resolved(
    replaced(
      ['FLORIDA | Gulf County BOCC | T | 2025-02-26'],
      ['FLORIDA | Clay County Sheriff | T | 2025-02-26', 'FLORIDA | Gulf County Sheriff | T | 2025-02-26'],
    ),
  );
  assert.deepEqual(mergesOf(lineage), ['relabel: Gulf County BOCC = Gulf County Sheriff']);
});

test('a name that fills exactly the gap of another stood in for it', () => {
  const walton = 'FLORIDA | Walton County Sheriff | W | 2019-05-06 | Walton_WSO';
  const tables = {
    'participating-2025-03-03': [FILLER, walton],
    'participating-2025-03-04': [
      FILLER,
      'FLORIDA | Waria-labelon County Sheriff | W | 2019-05-06 | WariaLabelon_WSO',
    ],
    'participating-2025-03-05': [FILLER, walton],
  };
  const lineage = resolved(tables);
  assert.deepEqual(mergesOf(lineage), ['stand-in: Walton County Sheriff = Waria-labelon County Sheriff']);
  assert.equal(lineage.agreements.find(({ agency }) => agency.includes('walton'))?.runs.length, 1);
});

test('a state body that goes on under its division was renewed, not ended', () => {
  const body = 'FLORIDA | Florida Department of Financial Services | T | 2025-01-25 | FloridaDFS_TFM';
  const division =
    'FLORIDA | Florida Department of Financial Services, Criminal Investigation Division | T | 2025-03-03';
  const lineage = resolved({
    'participating-2025-03-03': [FILLER, body],
    'participating-2025-03-04': [FILLER, body, division],
    'participating-2025-03-05': [FILLER, division],
  });
  assert.deepEqual(
    signedOf(lineage)
      .map((text) => text.split(' ')[1])
      .sort(),
    ['active', 'active', 'renewed'],
  );
});

test('a listing whose place another takes under a name that says nothing of it is a question, and no merge', () => {
  const row = (name: string) => `NEBRASKA | ${name} | T | 2025-03-01`;
  const lineage = resolved({
    'participating-2025-03-03': [
      'OHIO | Butler County Sheriff | J | 2025-01-02',
      row('Beatrice Police Department'),
    ],
    'participating-2025-03-04': [
      'OHIO | Butler County Sheriff | J | 2025-01-02',
      row('Fairbury Police Department'),
    ],
  });
  assert.deepEqual(mergesOf(lineage), []);
  assert.deepEqual(
    lineage.candidates.map(({ text }) => text),
    ['Beatrice Police Department / Fairbury Police Department'],
  );
  // Until a person has said which, nobody knows whether it ended.
  const left = lineage.agreements.find(({ agency }) => agency.includes('beatrice'));
  assert.deepEqual([left?.status, left?.rules], ['no-longer-listed', ['open-handover']]);
});

/** The intervals of an agency of which another took the row, in short: position, then when it stopped. */
function afterHandover(later: Record<string, TestRow[]>, agency = 'beatrice'): string[] {
  const { agreements, publications } = resolved({
    'participating-2025-03-03': [FILLER, BEATRICE],
    'participating-2025-03-05': [FILLER, FAIRBURY],
    ...later,
  });
  return positionIntervals(agreements, publications, [])
    .filter((interval) => interval.agency.includes(agency))
    .map(({ position, from, to }) =>
      position === 'ends' ? `ends ${from.min}..${from.max}` : `${position} to ${to?.min}..${to?.max}`,
    );
}

const BEATRICE = 'NEBRASKA | Beatrice Police Department | T | 2025-02-20';
const FAIRBURY = 'NEBRASKA | Fairbury Police Department | T | 2025-02-20';

test('an agreement of which another agency took the row is over at the latest when that row is gone', () => {
  assert.deepEqual(afterHandover({ 'participating-2025-04-01': [FILLER, FAIRBURY] }), [
    'takes-part to undefined..undefined',
  ]);
  assert.deepEqual(afterHandover({ 'participating-2025-04-01': [FILLER] }), [
    'takes-part to 2025-03-04..2025-04-01',
    'ends 2025-03-04..2025-04-01',
  ]);
  // Whose row a third one took may go on under that name.
  const third = FAIRBURY.replace('Fairbury', 'Ashland');
  assert.deepEqual(afterHandover({ 'participating-2025-04-01': [FILLER, third] }), [
    'takes-part to undefined..undefined',
  ]);
  assert.deepEqual(
    afterHandover({ 'participating-2025-04-01': [FILLER, third], 'participating-2025-05-01': [FILLER] })[1],
    'ends 2025-03-04..2025-05-01',
  );
});

test('an agency listed anew is not kept on by an older agreement of which another took the row', () => {
  const anew = BEATRICE.replace('2025-02-20', '2025-08-01');
  const back = { 'participating-2025-08-05': [FILLER, FAIRBURY, anew] };
  assert.deepEqual(afterHandover(back), [
    'takes-part to 2025-03-04..2025-08-05',
    'takes-part to undefined..undefined',
  ]);
  const gone = { ...back, 'participating-2025-09-05': [FILLER, FAIRBURY] };
  assert.deepEqual(afterHandover(gone).slice(1), [
    'takes-part to 2025-08-06..2025-09-05',
    'ends 2025-08-06..2025-09-05',
  ]);
  // Its own later end, and not the other's, is what it ended with.
  assert.deepEqual(afterHandover({ ...gone, 'participating-2025-10-05': [FILLER] }), afterHandover(gone));
});
