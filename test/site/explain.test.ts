import assert from 'node:assert/strict';
import { test } from 'node:test';
import { insertRegistry } from '../../src/record/append.ts';
import { decide, readRecord, rebuild } from '../../src/record/index.ts';
import { recordTime } from '../../src/record/meta.ts';
import { makeAgency, RULES } from '../../src/resolve/index.ts';
import { explainInWords } from '../../src/site/explain.ts';
import { explainEn } from '../../src/site/explain-en.ts';
import { explainEs } from '../../src/site/explain-es.ts';
import { type LANGS, wordsOf } from '../../src/site/index.ts';
import { at, learn, listCapture, withRecord } from '../record/world.ts';

const ROW = { state: 'TEXAS', county: 'Lampasas', signed: '2025-03-01' };
const OLD = { ...ROW, agency: "Lampasas County Sherif's Office" };
const NEW = { ...ROW, agency: "Lampasas County Sheriff's Office" };
const OTHER = { state: 'OHOI', agency: "Butler County Sheriff's Office", signed: '3/12025' };

async function inWords(id: string, lang: (typeof LANGS)[number]): Promise<string[]> {
  return withRecord(async (record) => {
    const lists = [
      listCapture('2025-03-03', [OLD, OTHER]),
      listCapture('2025-03-05', [NEW]),
      listCapture('2025-03-07', [NEW, OTHER]),
      listCapture('2025-03-10', [{ ...NEW, signed: '2025-03-09', support: 'Task Force Model' }]),
      listCapture('2025-03-11', [{ ...NEW, signed: '2025-03-09', support: 'Task Force Model' }]),
    ];
    await learn(record, '2026-01-01', ...lists);
    await rebuild(record, at('2026-01-01'));
    const explanation = await (await readRecord(record)).explain(id);
    assert.ok(explanation);
    const { parts } = explainInWords(explanation, wordsOf(lang));
    return parts.flatMap(({ id: part, reasons }) =>
      reasons.map(({ text, rows }) => [part, text, ...rows].join(' / ')),
    );
  });
}

test('spellings, merges and a switch are told with the rows that they rest on', async () => {
  const said = await inWords('us-tx-lampasas-county-sheriff', 'en');
  assert.deepEqual(
    said.filter((line) => !line.startsWith('merges')),
    [
      'spellings / “Lampasas County Sherif’s Office”: 1 list, of 3 March 2025',
      'spellings / “Lampasas County Sheriff’s Office”: 4 lists, from 5 March 2025 to 11 March 2025',
      'status / 287(g), jail, signed 1 March 2025: listed from 3 March 2025 to 7 March 2025. The list of 7 March 2025 shows it, the list of 10 March 2025 does not: another model took its place (287(g), task force, signed 9 March 2025). The agency switched; it did not leave.',
      'status / 287(g), task force, signed 9 March 2025: listed from 10 March 2025 to 11 March 2025. The newest list, of 11 March 2025, shows it.',
    ],
  );
  const merge = said.find((line) => line.startsWith('merges')) ?? '';
  assert.match(merge, /“Lampasas County Sherif’s Office” and “Lampasas County Sheriff’s Office” are one\./);
  assert.match(merge, /row 2 \(TEXAS \| Lampasas County Sherif's Office \|/);
});

test('a gap, an end and repairs are told in Spanish', async () => {
  const said = await inWords('us-oh-butler-county-sheriff', 'es');
  const all = said.join('\n');
  assert.match(all, /Día de la firma: «3\/12025» se lee como «2025-03-01»/);
  assert.match(all, /Estado: «OHOI» se lee como «Ohio»/);
  assert.match(
    all,
    /Falta después de la lista del 3 de marzo de 2025 y vuelve en la del 7 de marzo de 2025: es un hueco, no un final\./,
  );
  assert.match(
    all,
    /La lista del 7 de marzo de 2025 lo muestra, la del 10 de marzo de 2025 no, y hasta ahora nada ha ocupado su lugar\. Terminó entre el 8 y el 10 de marzo de 2025/,
  );
});

const row = (text: string) => ({
  text,
  capture: 'f'.repeat(64),
  list: 'a.xlsx',
  day: null,
  row: 2,
  cells: [],
});
const LISTED = {
  id: 'x#287g-jail#2025-03-09',
  programme: '287g-jail' as const,
  position: 'takes-part' as const,
  signed: '2025-03-09',
  status: 'no-longer-listed' as const,
  from: { min: null, max: '2025-03-05' },
  to: { min: '2025-03-08', max: '2025-03-10' },
  lastListed: '2025-03-07',
  runs: [{ from: '2025-03-05', to: '2025-03-07', lists: 2 }],
  next: null,
  waited: true,
  handover: false,
  memoranda: [],
};
const BARE = {
  agency: { id: 'x', name: 'X', county: null, state: 'TX' },
  spellings: [],
  merges: [],
  repairs: [],
  agreements: [],
  registry: null,
  decisions: [],
};
const told = (explanation: Parameters<typeof explainInWords>[0]) =>
  explainInWords(explanation, wordsOf('en')).parts.flatMap(({ reasons }) => reasons.map(({ text }) => text));

test('a listing under another agency’s name is not said to make the two one', () => {
  const moved = (rule: string, a: string, b: string) =>
    told({ ...BARE, merges: [{ rule, a: row(a), b: row(b), dates: null }] })[0];
  assert.match(
    moved('relabel', 'Wrong', 'Right') ?? '',
    /^What one list prints under “Wrong” is the agreement of “Right”\./,
  );
  assert.match(
    moved('stand-in', 'Right', 'Wrong') ?? '',
    /^What one list prints under “Wrong” is the agreement of “Right”\./,
  );
  assert.match(moved('typing-slip', 'One', 'Onne') ?? '', /^“One” and “Onne” are one\./);
});

test('a county that was not followed is told once, with the one decided, the rule and every row', () => {
  const repair = {
    rule: 'county-of-registry',
    column: 'county',
    raw: 'Galveston County',
    value: 'Taylor County',
  };
  const repairs = [
    { ...repair, row: row('Tye') },
    { ...repair, row: { ...row('Tye'), list: 'b.xlsx' } },
  ];
  for (const [lang, says] of [
    [
      'en',
      /^County: “Galveston County” is read as “Taylor County”\. The official registry .* A reviewer is asked\.$/,
    ],
    ['es', /^Condado: «Galveston County» se lee como «Taylor County»\. El registro oficial .* Se pregunta/],
  ] as const) {
    const { parts } = explainInWords({ ...BARE, repairs }, wordsOf(lang));
    const [reason, ...more] = parts.find(({ id }) => id === 'repairs')!.reasons;
    assert.match(reason!.text, says);
    assert.deepEqual(
      reason!.rows.map((text) => text.slice(0, 6)),
      ['a.xlsx', 'b.xlsx'],
    );
    assert.deepEqual(more, []);
  }
});

test('what nobody can know yet is not said, and a date that was corrected is', () => {
  const [over] = told({ ...BARE, agreements: [LISTED] }).slice(1);
  assert.match(over ?? '', /As the lists print it, it was listed before it was signed\./);
  assert.match(over ?? '', /nothing took its place within 60 days\. It ended between 8 and 10 March 2025/);
  const dates = { from: '2025-03-01', to: '2025-03-09', agreement: LISTED.id };
  const merges = [{ rule: 're-dated-unlinked', a: row('X'), b: row('X'), dates }];
  const [, soon] = told({ ...BARE, merges, agreements: [{ ...LISTED, waited: false }] });
  assert.match(soon ?? '', /Earlier lists give another day of signing\./);
  assert.match(soon ?? '', /so far nothing has taken its place\./);
  const [, open] = told({ ...BARE, agreements: [{ ...LISTED, handover: true }] });
  assert.match(open ?? '', /under another agency’s name, .*nobody knows whether it ended\.$/);
  const waiting = {
    ...LISTED,
    position: 'will-join' as const,
    signed: null,
    to: { min: '2025-03-07', max: '2025-03-07' },
  };
  const [, dropped] = told({ ...BARE, agreements: [waiting] });
  const sameDay = { ...waiting, position: 'takes-part' as const, signed: '2025-03-04' };
  const [, left] = told({ ...BARE, agreements: [sameDay] });
  assert.match(left ?? '', /The list of 7 March 2025 shows it, a later one of that day does not,/);
  assert.match(dropped ?? '', /The pending list of 7 March 2025 shows it, a later one of that day does not/);
});

test('the official registry’s code is told, or why there is none, in both languages', () => {
  const note = { rule: 'sheriff-of-county' as const, fits: ['us-ny-nassau-county-sheriff'] };
  const parts = (why: null | 'police-or-sheriff', lang: 'en' | 'es') => {
    const registry = { ...note, why, codes: why ? [] : ['NY0290000', 'NY0290001'] };
    const { parts: all } = explainInWords({ ...BARE, registry }, wordsOf(lang));
    return all.find(({ id }) => id === 'registry')?.reasons;
  };
  assert.deepEqual(parts(null, 'en'), [
    { text: 'It has 2 codes: NY0290000, NY0290001. A county has one sheriff.', rows: [] },
  ]);
  assert.deepEqual(parts('police-or-sheriff', 'es'), [
    {
      text: 'No tiene código: el registro nombra solo el condado, que tiene una policía y un alguacil.',
      rows: ['us-ny-nassau-county-sheriff'],
    },
  ]);
  assert.equal(
    explainInWords(BARE, wordsOf('en')).parts.some(({ id }) => id === 'registry'),
    false,
  );
});

test('every rule has its words in both languages', () => {
  const names = RULES.map(({ name }) => name).sort();
  for (const { rules } of [explainEn, explainEs]) assert.deepEqual(Object.keys(rules).sort(), names);
});

test('since when a memorandum is linked, and when the link became another, is said once a day', () => {
  const link = (url: string, day: string) => ({ url, day });
  const memoranda = [link('a', '2025-03-05'), link('b', '2025-03-05'), link('c', '2025-03-07')];
  const [, text] = told({ ...BARE, agreements: [{ ...LISTED, memoranda }] });
  assert.match(
    text ?? '',
    / The first list that links its memorandum is that of 5 March 2025\. The list of 7 March 2025 links another file for it\. The list/,
  );
  assert.doesNotMatch(told({ ...BARE, agreements: [LISTED] }).join(' '), /memorandum/);
});

test('a code that an agency has on a reviewer’s word is told with that reason, and no longer as unknown', async () => {
  await withRecord(async (record) => {
    const entry = { ...makeAgency('Lampasas Sheriff Office of Texas', 'TX'), ori: ['TX1410000'] };
    await insertRegistry(record.db, [entry], 'fbi', await recordTime(record.db, at('2026-01-01')));
    await learn(record, '2026-01-01', listCapture('2025-03-03', [NEW]));
    await rebuild(record, at('2026-01-01'));
    const id = 'us-tx-lampasas-county-sheriff';
    const told = async () => {
      const explanation = await (await readRecord(record)).explain(id);
      const parts = explainInWords(explanation!, wordsOf('en')).parts;
      return parts.find((part) => part.id === 'registry')?.reasons.map(({ text }) => text) ?? [];
    };
    assert.doesNotMatch((await told()).join(), /TX1410000/);
    await decide(
      record,
      [{ kind: 'same', target: id, other: entry.id, actor: 'ada', reason: 'one office' }],
      at('2026-01-02'),
    );
    const [said, ...others] = await told();
    assert.match(said ?? '', /TX1410000.*A reviewer called the agency and the entry the same\./);
    assert.deepEqual(others, []);
  });
});
