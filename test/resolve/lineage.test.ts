import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { type TestContext, test } from 'node:test';
import fc from 'fast-check';
import type { Line } from '../../src/claim/index.ts';
import { fbiToAgencies, readFbiAgencies } from '../../src/resolve/fbi.ts';
import {
  buildRegistry,
  type Lineage,
  type ListFile,
  resolveLists,
  uniteRegistries,
} from '../../src/resolve/index.ts';
import { namesBy, vanishedOf } from './gaps.ts';
import { isGolden, LISTS, lists, resolved, signedOf, wholeFolder } from './lists.ts';

const SMALL = {
  'participating-2025-03-03-am': [
    'TEXAS | Lampass County Sheriff | W | 2025-03-01',
    'OHIO | Butler County Sheriff | J | 2025-03-02 | ButlerOH',
  ],
  'participating-2025-03-04-am': [
    'TEXAS | Lampasas County Sheriff | W | 2025-03-01',
    'OHIO | Butler County Sheriff | J | 2025-03-02 | ButlerOH',
  ],
  'participating-2025-03-04-pm': ['TEXAS | Lampasas County Sheriff | W | 2025-03-01'],
  'participating-2025-03-05-am': [
    'TEXAS | Lampasas County Sheriff | W | 2025-03-01',
    'OHIO | Butler County Sheriff | J | 2025-03-02 | ButlerOH',
  ],
  'pending-2025-03-03-am': ['IOWA | Polk County Sheriff | T', 'UTAHJ | Weber County Sheriff | T'],
  'pending-2025-03-05-am': ['IOWA | Polk County Sheriff | T'],
  'participating-2025-03-06-am': [
    'TEXAS | Lampasas County Sheriff | W | 2025-03-01',
    'UTAH | Weber County Sheriff | T | 2025-03-04',
  ],
};

/** A lineage without what depends on the numbering of lines. */
function comparable(lineage: Lineage, lines: readonly Line[]): unknown {
  const text = (line: number) => JSON.stringify(lines[line]);
  return {
    ...lineage,
    agreements: lineage.agreements.map((agreement) => ({
      ...agreement,
      lines: agreement.lines.map(text).sort(),
    })),
    byLine: lineage.byLine
      .map(({ agency, agreement }, line) => `${text(line)} ${agency} ${lineage.agreements[agreement]?.id}`)
      .sort(),
  };
}

function resolve(files: ListFile[], lines: Line[]): Lineage {
  return resolveLists(files, lines, buildRegistry([]), []);
}

test('names, gaps, pending and dates come out of lists that print them in many ways', () => {
  assert.deepEqual(signedOf(resolved(SMALL)), [
    'oh-butler-county-sheriff#jail#2025-03-02 no-longer-listed from 2025-03-02..2025-03-03 ended 2025-03-06..2025-03-06',
    'tx-lampass-county-sheriff#warrant#2025-03-01 active from 2025-03-01..2025-03-03',
    'ut-weber-county-sheriff#task-force#2025-03-04 active from 2025-03-06..2025-03-06',
  ]);
});

// Rows as the lists have them: slips of names, states and dates, a rename, a switch, another day of signing, an application.
const POOL = [
  ...new Set(Object.values(SMALL).flat()),
  'OHIO | Butler Conty Sheriff | J | 2025-03-02 | ButlerOH',
  'OHIO | Butler County Sheriffs Office | T | 2025-03-04',
  'IOWA | Polk County Sheriff | T | 2025-03-05 | PolkIA',
  'IOWA | Polk County Sheriff | T | 2025-03-07 | PolkIA',
  'MCHIGAN | Weber County Sheriff | T | 2025-03-04',
  'TEXAS | Constable Unity Township | W | 7/72025',
  'TEXAS | Unity Township Constable | W | 2025-03-07 | UnityTX | Lampasas County',
];
const NAMES = [
  ...Object.keys(SMALL),
  'participating-2025-03-07',
  'participating-2025-03-07-pm',
  'pending-2025-03-08',
];
const someLists = fc
  .subarray(NAMES, { minLength: 2 })
  .chain((names) => fc.tuple(fc.constant(names), fc.tuple(...names.map(() => fc.subarray(POOL)))))
  .map(([names, tables]) => lists(Object.fromEntries(names.map((name, i) => [name, tables[i]!]))));
const RUNS = { numRuns: 60, seed: 287 };

test('any lists, in any order, their lines numbered in any order, some of them twice, come to the same', () => {
  const moved = someLists.chain(({ files, lines }) =>
    fc.record({
      files: fc.constant(files),
      lines: fc.constant(lines),
      order: fc.shuffledSubarray([...files, ...files], { minLength: files.length * 2 }),
      numbers: fc.shuffledSubarray([...lines.keys()], { minLength: lines.length }),
    }),
  );
  const property = fc.property(moved, ({ files, lines, order, numbers }) => {
    const own = numbers.map((line) => lines[line]!);
    const numbered = order.map((file) => ({
      ...file,
      lines: file.lines.map((line) => numbers.indexOf(line)),
    }));
    assert.deepEqual(comparable(resolve(numbered, own), own), comparable(resolve(files, lines), lines));
  });
  fc.assert(property, RUNS);
});

test('with the last list taken away everything is as before it came, whatever lines are left of it', () => {
  const property = fc.property(someLists, ({ files, lines }) => {
    const earlier = files.slice(0, -1);
    const known = lines.slice(0, Math.max(-1, ...earlier.flatMap((file) => file.lines)) + 1);
    const { byLine: _all, ...after } = resolve(earlier, lines);
    const { byLine: _known, ...before } = resolve(earlier, known);
    assert.deepEqual(after, before);
  });
  fc.assert(property, RUNS);
});

test('an unreadable state stays open and is put up for review', () => {
  const lineage = resolved({
    'participating-2025-03-03-am': ['NOWHERE | Oz Police Department | T | 2025-03-01'],
  });
  assert.deepEqual(lineage.byLine, [{ agency: null, agreement: -1 }]);
  assert.equal(lineage.candidates[0]?.reason, 'no state is near what the cell says');
});

async function folderOrSkip(
  t: TestContext,
): Promise<{ files: ListFile[]; lines: Line[]; lineage: Lineage } | null> {
  if (!existsSync(LISTS)) {
    t.skip(`${LISTS} is not here`);
    return null;
  }
  const { files, lines } = await wholeFolder();
  return { files, lines, lineage: resolve(files, lines) };
}

const REGISTRY = '../shared/data/registry/fbi-lee-latest.csv';

/** Ten agencies that another program reports as ended, by the names that the lists printed for them. */
const LIVE: Record<string, RegExp> = {
  'us-fl-walton-county-sheriff': /^FLORIDA (?:Walton|Waria)/,
  'us-fl-department-of-financial-services': /^FLORIDA .*Department of Financial Services/,
  'us-fl-university-of-central-florida-board-of-trustees': /^FLORIDA .*University of Central Florida/,
  'us-fl-department-of-environmental-protection-division-of-law-enforcement':
    /^FLORIDA .*Environmental Protection/,
  'us-fl-department-of-agriculture': /^FLORIDA .*(?:Agriculture|Agg?ricultural)/,
  'us-mn-crow-wing-county-sheriff': /^MINNESOTA Crow/,
  'us-mn-freeborn-county-sheriff': /^MINNESOTA Free/,
  'us-ok-haskell-county-sheriff': /^OKLAHOMA Haskell/,
  'us-pa-cambria-county-prison': /^PENN\w+ Cambria/,
  'us-tn-polk-county-constable-district-4': /^TENNESSEE .*(?:Constable District 4|Constable 4th)/,
};

test('the 499 workbooks: what was measured of them holds', async (t) => {
  const all = await folderOrSkip(t);
  if (!all) return;
  const { files, lines, lineage } = all;
  assert.equal(files.length, 499);
  const signed = lineage.agreements.filter(({ position }) => position === 'takes-part');
  const on = (day: string) =>
    signed.filter(({ from, to }) => from.max! <= day && (to === null || to.max! > day));

  await t.test('every line has an agency and an agreement', () => {
    assert.equal(
      lineage.byLine.filter(({ agency, agreement }) => agency === null || agreement < 0).length,
      0,
    );
    assert.equal(new Set(lineage.agreements.map(({ id }) => id)).size, lineage.agreements.length);
    assert.equal(new Set(lineage.agencies.map(({ id }) => id)).size, lineage.agencies.length);
  });

  await t.test('the rows of a day are its agreements', () => {
    assert.equal(on('2026-05-18').length, 1843);
    assert.equal(on('2025-02-21').length, 151);
    // Two sheriffs are printed as office and as department on the last list, so that 1,551 names are 1,549 agencies.
    assert.equal(new Set(on('2026-05-18').map(({ agency }) => agency)).size, 1549);
  });

  await t.test('nobody on the last list is reported as ended', () => {
    const last = files.find(({ names }) => names[0]!.startsWith('participating-2026-05-18'))!;
    for (const line of last.lines) {
      assert.equal(
        lineage.agreements[lineage.byLine[line]!.agreement]!.status,
        'active',
        lines[line]!.agency,
      );
    }
  });

  await t.test('a misspelt state makes nobody leave, nor does the change from page to workbook', () => {
    const left = (from: string, to: string) =>
      signed.filter((a) => a.to !== null && a.to.max! >= from && a.to.max! <= to);
    assert.deepEqual(
      left('2026-02-27', '2026-03-02').filter(({ agency }) => agency.startsWith('us-pa-')),
      [],
    );
    assert.deepEqual(left('2025-02-20', '2025-02-21'), []);
  });

  await t.test(
    '77 printed names vanish and return: 66 were printed otherwise, and a gap ends nothing',
    () => {
      const vanished = vanishedOf(lineage, files, lines);
      const names = namesBy(vanished);
      assert.equal(names['printed otherwise'].length, 66);
      assert.deepEqual(names.gap, [
        'East Donegal Township Constables Office, PENNSYLVANIA',
        "Garrett County Sheriff's Office, MARYLAND",
        'Southside Place Police Department, TEXAS',
        'Wyoming State Highway Patrol, WYOMING',
      ]);
      assert.deepEqual(names['signed anew'], [
        "Bradley County Sheriff's Office, TENNESSEE",
        "Butler County Sheriff's Office, PENNSYLVANIA",
        'Fort Walton Beach Police Department, FLORIDA',
        "Rooks County Sheriff's Office, KANSAS",
        "Sanpete County Sheriff's Office, UTAH",
        'Stowe Township Police Department, PENNSYLVANIA',
        "Walworth County Sheriff's Office, WISCONSIN",
      ]);
      const byId = new Map(lineage.agreements.map((agreement) => [agreement.id, agreement]));
      const isOver = (id: string, day: string) => {
        const { to } = byId.get(id)!;
        return to !== null && to.min! <= day;
      };
      for (const { name, how, before, after, agreements } of vanished) {
        // Where the same agreement returns it never ended; where another came in its place the first one had to end.
        for (const id of agreements.before)
          assert.equal(isOver(id, after), !agreements.after.includes(id) && how === 'signed anew', name + id);
        if (how === 'gap') {
          const [one] = agreements.before.filter((id) => agreements.after.includes(id));
          const { runs } = byId.get(one!)!;
          assert.ok(
            runs.some(({ to }, index) => to === before || runs[index + 1]?.from === after),
            name,
          );
        }
      }
    },
  );

  await t.test('agencies that were reported as ended by mistake are live, under every name they had', () => {
    const live = new Set(on('2026-05-18').map(({ agency }) => agency));
    for (const [id, printed] of Object.entries(LIVE)) {
      assert.ok(live.has(id), id);
      const own = lines.flatMap((line, index) =>
        printed.test(`${line.state} ${line.agency}`)
          ? [{ name: line.agency, agency: lineage.byLine[index]!.agency }]
          : [],
      );
      assert.ok(own.length > 0, id);
      for (const { name, agency } of own) assert.equal(agency, id, name);
    }
  });

  await t.test('no two agreements of one agency and model overlap but the two that the lists show so', () => {
    const overlapping = signed.filter((a) =>
      signed.some(
        (b) =>
          b !== a &&
          b.agency === a.agency &&
          b.programme === a.programme &&
          a.from.max! < b.from.max! &&
          b.from.max! <= a.lastListed,
      ),
    );
    assert.deepEqual(overlapping.map(({ id }) => id).sort(), [
      'us-fl-department-of-financial-services#287g-task-force#2025-03-25',
      'us-fl-university-of-central-florida-board-of-trustees#287g-task-force#2025-04-15',
    ]);
  });

  await t.test('the lists of repairs, merges and candidates are the golden ones', () => {
    const names = new Map(files.map(({ capture, names: [name] }) => [capture, name]));
    const at = ({ capture, row }: { capture: string; row: number }) => `${names.get(capture)}!${row}`;
    const merges = lineage.merges.map(
      ({ rule, agency, a, b }) => `${rule} | ${agency} | ${a.text} | ${b.text} | ${at(a)} | ${at(b)}`,
    );
    const repairs = lineage.repairs
      .filter(({ column }) => column !== 'moa')
      .map(
        ({ rule, column, raw, value, row }) =>
          `${rule} | ${column} | ${JSON.stringify(raw)} | ${value} | ${at(row)}`,
      );
    const candidates = lineage.candidates.map(
      ({ reason, state, text, rows }) => `${reason} | ${state} | ${text} | ${rows.map(at).join(' | ')}`,
    );
    const ended = signed
      .filter(({ status }) => status !== 'active')
      .map(({ id, status, to, next }) => `${id} | ${status} | ${to?.min}..${to?.max} | ${next ?? ''}`);
    const dated = lineage.publications
      .filter(({ rule, repeats }) => rule !== 'file-name' || repeats.length > 0)
      .map(
        ({ capture, day, order, rule, repeats }) =>
          `${names.get(capture)} | ${day} ${order} | ${rule} | ${repeats.map(({ name }) => name).join(' ')}`,
      );
    const differing = Object.entries({ merges, repairs, candidates, ended, publications: dated })
      .map(([name, rows]) => isGolden(`${name}.txt`, `${rows.sort().join('\n')}\n`))
      .filter((difference) => difference !== null);
    assert.deepEqual(differing, []);
  });
});

test('the 499 workbooks: ids last as lists are added, and the order of adding says nothing', async (t) => {
  const all = await folderOrSkip(t);
  if (!all) return;
  const { files, lines, lineage } = all;
  const lasting = new Set([
    ...lineage.agencies.map(({ id }) => id),
    ...lineage.redirects.map(({ from }) => from),
  ]);
  const inTime = [...files].sort((a, b) => (a.names[0]!.slice(-18) < b.names[0]!.slice(-18) ? -1 : 1));
  for (const count of [60, 180, 300]) {
    const earlier = resolve(inTime.slice(0, count), lines);
    assert.deepEqual(
      earlier.agencies.map(({ id }) => id).filter((id) => !lasting.has(id)),
      [],
    );
  }
  const backwards = resolve([...files].reverse(), lines);
  assert.deepEqual(backwards, lineage);
});

test('the 499 workbooks: when the FBI’s registry is added, every id stays or leads to the same agency', async (t) => {
  const all = await folderOrSkip(t);
  if (!all) return;
  const { files, lines, lineage } = all;
  const entries = fbiToAgencies(readFbiAgencies(readFileSync(REGISTRY, 'utf8')));
  const registry = buildRegistry(uniteRegistries([], entries).agencies, true);
  const known = resolveLists(files, lines, registry, []);
  const redirects = new Map(known.redirects.map(({ from, to }) => [from, to]));
  const own = new Set(known.agencies.map(({ id }) => id));
  const changed = lines.flatMap((line, index) => {
    const [before, after] = [lineage, known].map(({ byLine }) => byLine[index]!.agency!);
    const isSame = before === after || (!own.has(before!) && redirects.get(before!) === after);
    return isSame ? [] : [`${line.state} ${line.agency}: ${before} is now ${after}`];
  });
  assert.deepEqual(changed, []);
  const given = new Set(lineage.agencies.map(({ id }) => id).filter((id) => !own.has(id)));
  assert.equal(given.size, 13, 'ids that are the registry’s now');
});
