import assert from 'node:assert/strict';
import { test } from 'node:test';
import { demandConsistent, demandSound } from '../../src/law/index.ts';
import { inventedBook } from './book.ts';

const sound = (instrument: Record<string, string>, provision: Record<string, string> = {}) =>
  demandSound({
    instruments: [{ instrument_id: 'i', ...instrument }],
    provisions: [{ instrument_id: 'i', provision_id: 'a', ...provision }],
  });

test('ids are plain words, once each', () => {
  for (const id of ['../../x', 'zz/9', 'eo-15013; rm -rf', 'A', '-a', 'a-', ''.padEnd(3, '.')])
    assert.throws(() => sound({ instrument_id: id }), /is no id; use small letters/, id);
  for (const id of ['tx-sb4-2017', 'fr-2025-07789', 'us-8.1373']) sound({ instrument_id: id });
  assert.throws(
    () =>
      demandSound({
        instruments: [],
        provisions: [
          { provision_id: 'a', effect: 'permits' },
          { provision_id: 'a', effect: 'forbids' },
        ],
      }),
    /provision_id "a" stands in two rows; keep one of them/,
  );
});

test('a column that is none would lose what stands below it', () => {
  assert.throws(
    () => sound({ efective: '2024-07-01' }),
    /column "efective" of instruments.csv is unknown; the columns are .*effective/,
  );
  assert.throws(() => sound({}, { until: '2024' }), /column "until" of provisions.csv is unknown/);
});

test('dates that are approximate, addresses that are none and text in another encoding are refused', () => {
  for (const date of ['2017~', '2017?', '2017%'])
    assert.throws(() => sound({ issued: date }), /is approximate; write between which days it lies/);
  for (const url of ['http://', 'javascript:alert(1)', 'example.org'])
    assert.throws(() => sound({ url }), /is no address; write it with https/);
  assert.throws(() => sound({ title: 'Detenci\ufffdn' }), /is not written in UTF-8/);
});

const consistent = (instruments: Record<string, string>[], provisions: Record<string, string>[] = []) => {
  const ids = [
    ...instruments.map((row) => row.instrument_id!),
    ...provisions.map((row) => row.provision_id!),
  ];
  demandConsistent(inventedBook(instruments, provisions), new Set(ids));
};

test('nothing ends before it begins, and no text supersedes itself', () => {
  assert.throws(
    () => consistent([{ instrument_id: 'i', issued: '2017-06', ended: '2016' }]),
    /ended "2016" of "i" lies before its beginning, 2017-06/,
  );
  consistent([{ instrument_id: 'i', issued: '2017-06', ended: '2017-06' }]);
  assert.throws(
    () =>
      consistent(
        [{ instrument_id: 'i', issued: '2017' }],
        [{ provision_id: 'a', instrument_id: 'i', from: '2018-02-01', to: '2018-01-01' }],
      ),
    /to "2018-01-01" of "a" lies before/,
  );
  assert.throws(
    () =>
      consistent([
        { instrument_id: 'a', superseded_by: 'b' },
        { instrument_id: 'b', superseded_by: 'a' },
      ]),
    /superseded_by "b" of "a" leads back to itself/,
  );
});

test('an order acts on no law of another place', () => {
  const order = (jurisdiction: string) =>
    consistent(
      [
        { instrument_id: 'i', jurisdiction: 'TX' },
        { instrument_id: 'order', jurisdiction },
      ],
      [
        { provision_id: 'a', instrument_id: 'i' },
        { provision_id: 'block', instrument_id: 'order', effect: 'blocks', acts_on: 'a' },
      ],
    );
  assert.throws(() => order('NV'), /acts_on "a" of "block" is the law of another place/);
  order('US');
  order('TX (Harris County)');
});

test('what a record holds already stays as it is', () => {
  const book = inventedBook([{ instrument_id: 'i', superseded_by: 'i' }], []);
  demandConsistent(book, new Set());
  assert.equal(book.instruments.size, 1);
});
