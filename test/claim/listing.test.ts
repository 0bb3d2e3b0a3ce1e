import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listingClaim, listOf } from '../../src/claim/index.ts';
import { readWorkbook } from '../../src/read/index.ts';
import { HEADER, participating, workbook } from '../workbook.ts';

test('takes every row as printed, with its sheet row, and leaves blank ones out', async () => {
  const bytes = await workbook([
    ['STATE', 'LAW ENFORCEMENT AGENCY', 'TYPE ', 'county', 'SUPPORT  TYPE'],
    [' TEXAS', 'Smith County Sheriff’s Office ', 'County', '#N/A', 'Task Force Model'],
    ['', '', '', '', ''],
    ['UTAHJ', 'Utah County', 'County', '', 'WSO'],
  ]);
  const list = listOf(await readWorkbook(bytes));
  assert.equal(list.kind, 'pending');
  assert.deepEqual(
    list.rows.map(({ row, line }) => [row, line.state, line.agency, line.county, line.support]),
    [
      [2, ' TEXAS', 'Smith County Sheriff’s Office ', '#N/A', 'Task Force Model'],
      [4, 'UTAHJ', 'Utah County', '', 'WSO'],
    ],
  );
});

test('tells the kind by the columns', async () => {
  const kind = async (header: string[]) => listOf(await readWorkbook(await workbook([header, header]))).kind;
  assert.equal(await kind(HEADER), 'participating');
  assert.equal(await kind(['STATE', 'LAW ENFORCEMENT AGENCY', 'SUPPORT TYPE', 'SIGNED', 'MOA']), 'page');
  assert.equal(
    await kind(['STATE', 'LAW ENFORCEMENT AGENCY', 'TYPE', 'COUNTY', 'SUPPORT TYPE', 'MOA']),
    'pending',
  );
});

test('says which columns a workbook lacks', async () => {
  const bytes = await workbook([
    ['Name', 'Amount'],
    ['a', '1'],
  ]);
  const reading = await readWorkbook(bytes);
  assert.throws(
    () => listOf(reading),
    /^UserError: workbook row 1 has "Name, Amount"; a list needs the columns STATE, LAW ENFORCEMENT AGENCY, SUPPORT TYPE$/,
  );
});

test('refuses a list with a header that it does not know, whatever kind it would pass for', async () => {
  const renamed = HEADER.map((name) => (name === 'SIGNED' ? 'DATE SIGNED' : name));
  const of = async (header: string[]) => {
    const reading = await readWorkbook(await workbook([header, header]));
    return () => listOf(reading);
  };
  assert.throws(
    await of(renamed),
    /^UserError: workbook row 1 has columns that no list has had \(DATE SIGNED\)/,
  );
  assert.throws(await of([...HEADER, 'TERMINATED']), /no list has had \(TERMINATED\)/);
  assert.throws(await of([...HEADER, 'Signed']), /no list has had \(Signed\)/);
  // Without its date of signing a participating list is no pending one: that has no addendum.
  assert.throws(await of(HEADER.filter((name) => name !== 'SIGNED')), /columns of no kind of list \(STATE, /);
  assert.throws(await of(['STATE', 'LAW ENFORCEMENT AGENCY', 'SUPPORT TYPE']), /columns of no kind of list/);
  // Unnamed columns stand behind many.
  assert.equal((await of([...HEADER, '', ' ']))().kind, 'participating');
});

test('a row’s claim has its cells as evidence and an id that only its place and assertion decide', async () => {
  const list = listOf(
    await readWorkbook(
      await participating([['TEXAS', 'SMITH COUNTY SHERIFF', 'Task Force Model', '2025-02-18']]),
    ),
  );
  const { row, line } = list.rows[0] ?? assert.fail();
  const meaning = {
    name: 'Smith County Sheriff',
    state: 'TX',
    county: null,
    programme: '287g-task-force',
    kind: list.kind,
    signed: '2025-02-18',
  } as const;
  const claim = listingClaim('f00d', list, row, line, meaning);
  assert.deepEqual(
    [claim.kind, claim.position, claim.programme, claim.agency.written],
    ['listing', 'takes-part', '287g-task-force', 'SMITH COUNTY SHERIFF'],
  );
  const [evidence] = claim.evidence;
  assert.ok(evidence?.type === 'row');
  assert.deepEqual([evidence.sheet, evidence.row], ['Sheet1', 2]);
  assert.deepEqual(evidence.cells[6], {
    column: 'G',
    header: 'MOA',
    text: 'link',
    link: 'https://www.ice.gov/doclib/287gMOA/SMITH%20COUNTY%20SHERIFF.pdf',
  });
  assert.equal(listingClaim('f00d', list, row, line, { ...meaning, name: 'Other name' }).id, claim.id);
  assert.notEqual(listingClaim('beef', list, row, line, meaning).id, claim.id);
  assert.notEqual(listingClaim('f00d', list, row + 1, line, meaning).id, claim.id);
});
