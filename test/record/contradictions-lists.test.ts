import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listContradictions } from '../../src/record/contradictions-lists.ts';
import { detailOf } from '../../src/record/differs.ts';
import type { Agency, Lineage } from '../../src/resolve/index.ts';

const NONE = { agreements: [], byLine: [], publications: [], memoranda: [] } as unknown as Lineage;
const agency = (id: string, ...ori: string[]): Agency => ({
  id,
  name: id,
  kind: 'sheriff',
  state: 'TX',
  counties: [],
  place: null,
  ori,
  aliases: [],
});

const HARRIS = agency('a', 'TX0000001');

test('two agencies of a registry that share several ORI codes contradict once, every code named', () => {
  const all = [
    agency('b', 'TX0000002', 'TX0000001'),
    agency('a', 'TX0000001', 'TX0000002', 'TX0000003'),
    agency('c', 'TX0000003'),
  ];
  const found = listContradictions(NONE, all);
  assert.deepEqual(
    found.map((one) => [one.agency, detailOf(one.differs)]),
    [
      ['b', 'ORI TX0000001, TX0000002 are those of a too'],
      ['c', 'ORI TX0000003 is that of a too'],
    ],
  );
  assert.equal(new Set(found.map(({ id }) => id)).size, found.length);
});

test('an agreement that stands as pending for more than a year is one, from the day after the year on', () => {
  const pending = (last: string, to: string | null) =>
    ({
      id: 'p',
      agency: 'a',
      programme: '287g-jail',
      position: 'will-join',
      signed: null,
      from: { min: '2025-03-01', max: '2025-03-03' },
      to: to && { min: last, max: to },
      lastListed: last,
      runs: [
        {
          first: { capture: 'x', row: 2 },
          last: { capture: 'y', row: 3 },
          from: '2025-03-03',
          to: last,
          lists: 9,
        },
      ],
    }) as unknown as Lineage['agreements'][number];
  const of = (last: string, to: string | null) =>
    listContradictions({ ...NONE, agreements: [pending(last, to)] }, [HARRIS]).map((one) => [
      one.kind,
      one.opened,
      one.closed,
    ]);
  assert.deepEqual(of('2026-03-03', null), [], 'a year is not beyond a year');
  assert.deepEqual(of('2026-03-05', null), [['pending-beyond-a-year', '2026-03-04', null]]);
  assert.deepEqual(of('2026-03-05', '2026-03-09'), [['pending-beyond-a-year', '2026-03-04', '2026-03-09']]);
});

/** A memorandum as rows of an agency link it: file, agency, first list with it and first without it. */
type Link = [document: string, of: Agency, from: string, gone: string | null, programme?: string];

const police = (id: string, name: string, state = 'FL'): Agency => ({
  ...agency(id),
  name,
  kind: 'police',
  state,
});
const sheriff = (id: string, name: string, state = 'TX'): Agency => ({ ...agency(id), name, state });

function linked(...links: Link[]): string[] {
  const agreements = links.map(([, of, from, , programme = '287g-task-force'], i) => ({
    id: `${of.id}#${i}`,
    agency: of.id,
    programme,
    position: 'takes-part',
    signed: '2025-04-14',
    from: { min: from, max: from },
    to: null,
    runs: [],
  }));
  const memoranda = links.map(([document, , day, gone], i) => ({
    document,
    agreement: i,
    first: { capture: 'x', row: i + 2, day },
    gone,
  }));
  const lineage = { ...NONE, agreements, memoranda } as unknown as Lineage;
  const agencies = [...new Set(links.map(([, of]) => of))];
  return listContradictions(lineage, agencies).map(({ kind, agency: id, opened, closed, differs }) =>
    [kind, id, opened, closed ?? 'open', detailOf(differs)].join(' | '),
  );
}

const MELBOURNE = police('melbourne', 'Melbourne Police Department');
const BEACH = police('beach', 'Melbourne Beach Police Department');
const OF_MELBOURNE = 'melbournepolicedeptfl_tfm_moa_04142025';

test('a memorandum that serves two agencies is that of the one that its name names, whoever linked it first', () => {
  const wanted = [
    `memorandum-of-another | beach | 2025-06-27 | 2025-07-01 | the linked ${OF_MELBOURNE} is linked for melbourne`,
  ];
  const wrong: Link = [OF_MELBOURNE, BEACH, '2025-06-27', '2025-07-01'];
  assert.deepEqual(linked(wrong, [OF_MELBOURNE, MELBOURNE, '2025-07-01', null]), wanted, 'wrong one first');
  assert.deepEqual(linked([OF_MELBOURNE, MELBOURNE, '2025-06-27', null], wrong), wanted, 'together');
  // Its own agency has another memorandum by now; the wrong row still has this one.
  const still: Link = [OF_MELBOURNE, BEACH, '2025-06-27', null];
  assert.match(
    linked([OF_MELBOURNE, MELBOURNE, '2025-05-01', '2025-08-01'], still).join(),
    /2025-06-27 \| open/,
  );
});

test('where its name names neither, a memorandum is that of the agency that was first, while both link it', () => {
  const one = police('one', 'Environmental Protection');
  const two = police('two', 'Fish and Wildlife');
  assert.deepEqual(
    linked(['fldep_tfm_moa', one, '2025-05-01', '2025-09-01'], ['fldep_tfm_moa', two, '2025-06-01', null]),
    ['memorandum-of-another | two | 2025-06-01 | 2025-09-01 | the linked fldep_tfm_moa is linked for one'],
  );
});

test('a memorandum that names a listed agency elsewhere is that agency’s, and one whose model is another is told', () => {
  const winkler = sheriff('winkler', "Winkler County Sheriff's Office");
  const mercer = sheriff('mercer', "Mercer County Sheriff's Office", 'ND');
  const file = 'winklercosheriffsofficetx_jem_moa_03.21.2025';
  assert.deepEqual(
    linked(
      ['other', winkler, '2025-03-01', null, '287g-jail'],
      [file, mercer, '2025-06-27', '2025-08-12', '287g-jail'],
    ),
    [`memorandum-of-another | mercer | 2025-06-27 | 2025-08-12 | the linked ${file} names winkler`],
  );
  assert.deepEqual(linked([file, winkler, '2025-06-27', null, '287g-warrant']), [
    `list-against-document | winkler | 2025-06-27 | open | the row says 287g-warrant, the linked ${file} names 287g-jail`,
  ]);
});

test('no contradiction: one agency under two spellings, a slip in the file’s name that fits nobody else, another day in it', () => {
  // 38 link targets of ICE's lists serve several spellings; all but those of seven files serve one agency.
  assert.deepEqual(
    linked([OF_MELBOURNE, MELBOURNE, '2025-06-27', null], [OF_MELBOURNE, MELBOURNE, '2025-07-01', null]),
    [],
  );
  const crow = sheriff('crow', "Crow Wing County Sheriff's Office", 'MN');
  assert.deepEqual(
    linked(['crowwingcosheriffsofficema_wso_moa_03262025', crow, '2025-04-01', null, '287g-warrant']),
    [],
  );
  // One file in eight has another day in its name than its row: of posting, of a batch. Only the document itself says when it was signed.
  assert.deepEqual(linked(['melbournepolicedeptfl_tfm_moa_07302025', MELBOURNE, '2025-08-04', null]), []);
});
