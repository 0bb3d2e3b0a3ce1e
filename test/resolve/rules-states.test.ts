import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openBook } from '../../src/resolve/book.ts';
import { follows, stateSlips, weight } from '../../src/resolve/rules-states.ts';
import { lists, resolved, type TestRow } from './lists.ts';

function slips(tables: Record<string, TestRow[]>): string[] {
  const { files, lines } = lists(tables);
  return stateSlips(openBook(files, lines)).map(({ lines: [line], state, rule }) => {
    const row = [...lines].find((_line, index) => index === line)!;
    return `${rule}: ${row.agency}, ${row.state} is ${state}`;
  });
}
const FILLER = 'OHIO | Butler County Sheriff | J | 2025-01-02';

test('one listing taking the place of another of the same name, model and date is in the state where it stands longer', () => {
  const wrong = "MONTANA | Cass County Sheriff's Office | T | 2025-02-28";
  const right = "MINNESOTA | Cass County Sheriff's Office | T | 2025-02-28";
  assert.deepEqual(
    slips({
      'participating-2025-03-06': [FILLER, wrong],
      'participating-2025-03-07': [FILLER, right],
      'participating-2025-03-10': [FILLER, right],
    }),
    ["state-by-succession: Cass County Sheriff's Office, MONTANA is MN"],
  );
});

test('a listing that goes on under a state without its county stays where it was', () => {
  const right = "MINNESOTA | Freeborn County Sheriff's Office | T | 2025-03-26 | | Freeborn County";
  const tables = {
    'participating-2026-05-14': [right],
    'participating-2026-05-18': [right],
    'participating-2026-05-19': [right.replace('MINNESOTA', 'IOWA')],
  };
  assert.deepEqual(slips(tables), ["state-by-succession: Freeborn County Sheriff's Office, IOWA is MN"]);
  const { agreements, agencies } = resolved(tables);
  assert.deepEqual(
    [agencies.map(({ id }) => id), agreements.map(({ status }) => status)],
    [['us-mn-freeborn-county-sheriff'], ['active']],
  );
});

test('where both states could be right nothing ended, and a person is asked', () => {
  const right = 'ALABAMA | Elberta Police Department | T | 2025-11-14 | | Baldwin County';
  const { agreements, candidates } = resolved({
    'participating-2026-05-14': [right],
    'participating-2026-05-18': [right],
    'participating-2026-05-19': [right.replace('ALABAMA', 'GEORGIA')],
  });
  assert.deepEqual(
    candidates.map(({ reason, agencies }) => [reason, ...agencies]),
    [
      [
        'one name, model and date, under another state on the next list: perhaps a slip',
        'us-al-elberta-police',
        'us-ga-elberta-police',
      ],
    ],
  );
  const [old] = agreements;
  assert.ok(old?.rules.includes('open-handover'), old?.rules.join());
});

test('two states on one list are two agencies, and so are namesakes that do not follow each other', () => {
  const texas = 'TEXAS | Franklin County Sheriff | W | 2025-02-28';
  const maine = 'MAINE | Franklin County Sheriff | W | 2025-02-28';
  assert.deepEqual(
    slips({ 'participating-2025-03-06': [texas, maine], 'participating-2025-03-07': [maine] }),
    [],
  );
  assert.deepEqual(
    slips({
      'participating-2025-03-06': [FILLER, texas],
      'participating-2025-03-07': [FILLER],
      'participating-2025-03-08': [FILLER, maine],
      'participating-2025-03-09': [FILLER, maine],
    }),
    [],
  );
});

test('a county that both states have is not moved by succession alone, and a person is asked', () => {
  const alabama = "ALABAMA | Jackson County Sheriff's Office | T | 2025-02-28 | | Jackson County";
  const florida = alabama.replace('ALABAMA', 'FLORIDA');
  const tables = (more: Record<string, TestRow[]>, link = '') => ({
    ...more,
    'participating-2025-03-06': [FILLER, alabama.replace('| |', `| ${link} |`)],
    'participating-2025-03-07': [FILLER, florida.replace('| |', `| ${link} |`)],
    'participating-2025-03-10': [FILLER, florida.replace('| |', `| ${link} |`)],
  });
  assert.deepEqual(slips(tables({})), []);
  const { agencies, candidates } = resolved(tables({}));
  assert.deepEqual(agencies.map(({ state }) => state).sort(), ['AL', 'FL', 'OH']);
  assert.match(candidates[0]?.reason ?? '', /under another state on the next list/);
  const moved = ["state-by-succession: Jackson County Sheriff's Office, ALABAMA is FL"];
  assert.deepEqual(slips(tables({}, 'JacksonCountyFL')), moved);
  const waits = "FLORIDA | Jackson County Sheriff's Office | T | | | Jackson County";
  const pending = { 'pending-2025-03-04': [waits], 'pending-2025-03-06': [FILLER] };
  assert.deepEqual(slips(tables(pending)), moved);
  const both = { ...pending, 'pending-2025-03-04': [waits, waits.replace('FLORIDA', 'ALABAMA')] };
  assert.deepEqual(slips(tables(both)), []);
});

test('a pending row has no date: its county must be foreign to the state', () => {
  const foreign = {
    'pending-2025-08-08': ["TEXAS | Trousdale County Sheriff's Office | W"],
    'pending-2025-08-14': ["TENNESSEE | Trousdale County Sheriff's Office | W"],
    'pending-2025-08-15': ["TENNESSEE | Trousdale County Sheriff's Office | W"],
  };
  assert.deepEqual(slips(foreign), ["state-by-succession: Trousdale County Sheriff's Office, TEXAS is TN"]);
  const real = {
    'pending-2025-08-08': ['TEXAS | Polk County Sheriff | W'],
    'pending-2025-08-14': ['TENNESSEE | Polk County Sheriff | W'],
    'pending-2025-08-15': ['TENNESSEE | Polk County Sheriff | W'],
  };
  assert.deepEqual(slips(real), []);
});

test('a pending row whose agency signs in another state as it vanishes was of that state', () => {
  const tables = {
    'pending-2025-04-28': [
      'FLORIDA | Heritage Creek Police Department | T',
      'FLORIDA | Gretna Police Department | T',
    ],
    'pending-2025-04-30': [FILLER],
    'participating-2025-04-28': [FILLER],
    'participating-2025-04-30': [FILLER, 'KENTUCKY | Heritage Creek Police Department | T | 2025-04-29'],
    // Signed long after: another Gretna.
    'participating-2025-06-30': [FILLER, 'LOUISIANA | Gretna Police Department | T | 2025-06-29'],
  };
  assert.deepEqual(slips(tables), ['state-by-signing: Heritage Creek Police Department, FLORIDA is KY']);
});

test('runs that follow and how many lists they are', () => {
  const run = (first: number, last: number) => ({ first, last, firstRow: 2, lastRow: 2 });
  assert.equal(follows([run(0, 2)], [run(3, 9)]), true);
  assert.equal(follows([run(0, 2)], [run(4, 9)]), false);
  assert.equal(weight([run(0, 2), run(5, 5)]), 4);
});
