import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildRegistry, makeAgency } from '../../src/resolve/index.ts';
import { mergesOf, resolved, signedOf, type TestRow } from './lists.ts';

const FILLER = 'OHIO | Butler County Sheriff | J | 2025-01-02';

/** Lists on which one row takes the place of another. */
function replaced(before: TestRow, after: TestRow): Record<string, TestRow[]> {
  return {
    'participating-2025-03-03': [FILLER, before],
    'participating-2025-03-04': [FILLER, before],
    'participating-2025-03-05': [FILLER, after],
    'participating-2025-03-06': [FILLER, after],
  };
}
const merged = (before: TestRow, after: TestRow) => mergesOf(resolved(replaced(before, after)));
const row = (name: string, rest = 'T | 2025-02-28 | MOA') => `FLORIDA | ${name} | ${rest}`;

test('a typing slip is one agency when one spelling takes the place of the other', () => {
  assert.deepEqual(merged(row('Macro Island Police Department'), row('Marco Island Police Department')), [
    'typing-slip: Macro Island Police Department = Marco Island Police Department',
  ]);
});

test('two real counties, two numbers, or two names on one list are never a slip', () => {
  assert.deepEqual(
    merged(
      'TEXAS | Harris County Sheriff | W | 2025-02-28 | A',
      'TEXAS | Harrison County Sheriff | W | 2025-02-28 | B',
    ),
    [],
  );
  assert.deepEqual(
    merged(
      'TENNESSEE | Bradley County Constable District 1 | T | 2025-02-28 | A',
      'TENNESSEE | Bradley County Constable District 7 | T | 2025-02-28 | B',
    ),
    [],
  );
  const both = {
    'participating-2025-03-03': [row('Lakeland Police Department'), row('Lakelend Police Department')],
  };
  assert.deepEqual(mergesOf(resolved(both)), []);
});

test('a spelling alone, with nothing to show the one in place of the other, is a candidate', () => {
  const lineage = resolved({
    'participating-2025-03-03': [FILLER, row('Macro Island Police Department')],
    'participating-2025-03-04': [FILLER],
    'participating-2025-05-04': [FILLER],
    'participating-2025-05-05': [FILLER, row('Marco Island Police Department', 'T | 2025-05-01')],
  });
  assert.deepEqual(mergesOf(lineage), []);
  assert.equal(
    lineage.candidates[0]?.text,
    'Macro Island Police Department / Marco Island Police Department',
  );
});

test('turned words and a board with its police are one agency', () => {
  assert.deepEqual(
    merged(
      'WYOMING | Wyoming State Highway Patrol | T | 2025-02-28',
      'WYOMING | Wyoming Highway State Patrol | T | 2025-02-28',
    ),
    ['turned-words: Wyoming State Highway Patrol = Wyoming Highway State Patrol'],
  );
  const campus = {
    'participating-2025-03-03': [row('University of Central Florida Board of Trustees', 'T | 2025-01-15')],
    'participating-2025-03-04': [
      row('University of Central Florida Board of Trustees', 'T | 2025-01-15'),
      row('University of Central Florida Police Department', 'T | 2025-03-02'),
    ],
    'participating-2025-03-05': [row('University of Central Florida Police Department', 'T | 2025-03-02')],
  };
  assert.deepEqual(signedOf(resolved(campus)), [
    'fl-university-of-central-florida-board-of-trustees#task-force#2025-01-15 renewed from 2025-01-15..2025-03-03 ended 2025-03-05..2025-03-05',
    'fl-university-of-central-florida-board-of-trustees#task-force#2025-03-02 active from 2025-03-04..2025-03-04',
  ]);
});

test('a name that only says more of its form is the same; one that names another town is not', () => {
  assert.deepEqual(
    merged(
      'VIRGINIA | Hopewell County Sheriff | J | 2025-02-28',
      'VIRGINIA | Hopewell Sheriff | J | 2025-02-28',
    ),
    ['fuller-name: Hopewell County Sheriff = Hopewell Sheriff'],
  );
  assert.deepEqual(
    merged(
      row('Melbourne Police Department'),
      row('West Melbourne Police Department', 'T | 2025-02-28 | Other'),
    ),
    [],
  );
});

test('a number that one name leaves out is no matter, unless several bear numbers', () => {
  const pending = (name: string) => `PENNSYLVANIA | ${name} | T`;
  const signed = (name: string) => `PENNSYLVANIA | ${name} | T | 2025-03-04`;
  const tables = (more: TestRow[]) => ({
    'pending-2025-03-03': [pending('Monroeville Constable Office, PA')],
    'pending-2025-03-05': [pending('Lebanon County Sheriff')],
    'participating-2025-03-03': [FILLER, ...more],
    'participating-2025-03-05': [FILLER, ...more, signed('Office of Constable Monroeville 6th Ward')],
  });
  assert.deepEqual(mergesOf(resolved(tables([]))), [
    'numbered-office: Monroeville Constable Office, PA = Office of Constable Monroeville 6th Ward',
  ]);
  assert.deepEqual(mergesOf(resolved(tables([signed('Monroeville Constable 2nd Ward')]))), []);
});

test('the same place under another word of form, and a county with one sheriff', () => {
  const tables = {
    'pending-2025-04-28': ['PENNSYLVANIA | Damascus County Constable | T'],
    'pending-2025-04-30': [FILLER],
    'participating-2025-04-28': [FILLER],
    'participating-2025-04-30': [FILLER, 'PENNSYLVANIA | Damascus Township Constable | T | 2025-04-29'],
  };
  assert.deepEqual(mergesOf(resolved(tables)), [
    'same-place: Damascus County Constable = Damascus Township Constable',
  ]);
  const moore = {
    'participating-2025-09-02': [
      FILLER,
      "TENNESSEE | Moore County Sheriff's Office | W | 2025-08-28 | | Moore County",
    ],
    'participating-2025-09-05': [FILLER],
    'participating-2025-11-06': [
      FILLER,
      "TENNESSEE | Metropolitan Moore County Sheriff's Office | W | 2025-11-05 | | Moore County",
    ],
  };
  assert.deepEqual(mergesOf(resolved(moore)), [
    "one-sheriff: Moore County Sheriff's Office = Metropolitan Moore County Sheriff's Office",
  ]);
});

/** A registry with an entry for each of these names, placed in these counties. */
function registryOf(state: string, entries: Record<string, string>) {
  const agencies = Object.entries(entries).map(([name, county], index) => ({
    ...makeAgency(name, state, county),
    ori: [`${state}00${index}0000`],
  }));
  return buildRegistry(agencies, true);
}
const asked = (tables: Record<string, TestRow[]>, registry = buildRegistry([])) => {
  const lineage = resolved(tables, [], registry);
  return [...mergesOf(lineage), ...lineage.candidates.map(({ reason, text }) => `${reason}? ${text}`)];
};
const REGISTERED = 'names alike, and the registry has an entry for each: perhaps one agency?';

test('two agencies of the registry are never one by the likeness of their names, but a question', () => {
  const cases: [state: string, place: string, a: string, b: string][] = [
    ['ILLINOIS', 'Cook County', 'Forest Park Police Department', 'Park Forest Police Department'],
    ['PENNSYLVANIA', 'Butler County', 'Butler Police Department', 'Butler Township Police Department'],
    ['PENNSYLVANIA', 'Allegheny County', 'Springdale Borough Police', 'Springdale Township Police'],
    ['FLORIDA', 'Lake County', 'Monteverde Police Department', 'Montverde Police Department'],
  ];
  for (const [state, county, a, b] of cases) {
    const usps = { ILLINOIS: 'IL', PENNSYLVANIA: 'PA', FLORIDA: 'FL' }[state]!;
    const of = (name: string, rest: string) => `${state} | ${name} | T | ${rest} | ${county}`;
    const tables = {
      'pending-2025-03-03': [of(a, ' | ')],
      'pending-2025-03-05': [FILLER],
      'participating-2025-03-03': [FILLER],
      'participating-2025-03-05': [FILLER, of(b, '2025-03-04 | MOA')],
    };
    assert.equal(mergesOf(resolved(tables)).length, 1, `${a}: one without a registry`);
    const both = registryOf(usps, { [a]: county, [b]: county });
    assert.deepEqual(asked(tables, both), [`${REGISTERED} ${[a, b].sort().join(' / ')}`]);
    // An entry of that name in another county is another body, and no reason to doubt.
    const far = { ILLINOIS: 'Lake County', PENNSYLVANIA: 'Erie County', FLORIDA: 'Duval County' }[state]!;
    assert.equal(mergesOf(resolved(tables, [], registryOf(usps, { [a]: far, [b]: county }))).length, 1, a);
  }
});

test('names alike with nothing else to show, or a memorandum each, or two models on one list, are a question', () => {
  const [a, b] = ['Forest Park Police Department', 'Park Forest Police Department'];
  const later = {
    'participating-2025-03-03': [FILLER, row(a)],
    'participating-2025-03-04': [FILLER, row(b, 'W | 2025-03-01')],
  };
  assert.deepEqual(asked(later), [`names alike and never on one list: perhaps one agency? ${a} / ${b}`]);
  const [borough, township] = ['Springdale Borough Police', 'Springdale Township Police'];
  assert.deepEqual(
    asked(replaced(row(borough, 'T | 2025-02-28 | one'), row(township, 'T | 2025-02-28 | two'))),
    [`names alike, and each links a memorandum of its own: perhaps one agency? ${borough} / ${township}`],
  );
  const together = {
    'participating-2025-03-03': [
      row('Unity Township Constable'),
      row('Constable Unity Township', 'W | 2025-02-28'),
    ],
  };
  assert.deepEqual(asked(together), [
    'names alike, under two models on one list: perhaps one agency? Constable Unity Township / Unity Township Constable',
  ]);
});

test('a name that only fills a gap of the other is the same, though one list has both under two models', () => {
  const jail = row('Hopewell County Sheriff', 'J | 2025-02-28 | one');
  const other = row('Hopewell County Sheriff', 'T | 2025-02-27 | two');
  const tables = {
    'participating-2025-03-03': [jail, other],
    'participating-2025-03-04': [row('Hopewell Sheriff', 'J | 2025-02-28'), other],
    'participating-2025-03-05': [jail, other],
  };
  assert.deepEqual(mergesOf(resolved(tables)), ['fuller-name: Hopewell County Sheriff = Hopewell Sheriff']);
});

test('a campus is told by each of its words and their order, an office by the order of its numbers', () => {
  for (const other of [
    'University of Florida Police Department',
    'Florida City University Police Department',
  ])
    assert.deepEqual(
      asked(replaced(row('Florida State University Police Department'), row(other))).filter(
        (line) => !/^re(name|label)/.test(line),
      ),
      [],
      other,
    );
  const office = (name: string) => `TEXAS | Ellis County Constable ${name} | T | 2025-02-28`;
  assert.deepEqual(
    mergesOf(resolved(replaced(office('Precinct 1 Place 2'), office('Precinct 2 Place 1')))).filter(
      (merge) => !/^relabel/.test(merge),
    ),
    [],
  );
});
