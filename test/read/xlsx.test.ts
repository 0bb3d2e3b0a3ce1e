import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { deflateRawSync } from 'node:zlib';
import { readXlsx } from 'hucre';
import { readWorkbook } from '../../src/read/index.ts';
import { workbook } from '../workbook.ts';

test('reads texts, dates, links and hidden rows with their addresses', async () => {
  const bytes = await workbook(
    [
      ['STATE', 'AGENCY', '', 'SIGNED', 'MOA'],
      [
        'Texas',
        'Smith & Sons’ County <SO>',
        '',
        new Date('2025-02-18T00:00:00Z'),
        { text: 'link', link: 'https://x.test/?a=1&b=2' },
      ],
      [],
      ['Ohio', ' padded ', '', '7/72025', ''],
    ],
    { hidden: [1] },
  );
  const { sheets, form, reader } = await readWorkbook(bytes);
  assert.deepEqual([form, reader, sheets.length, sheets[0]?.name], ['table', 'xlsx', 1, 'Sheet1']);
  const rows = sheets[0]?.rows ?? [];
  assert.deepEqual(
    rows.map((row) => row.row),
    [1, 2, 4],
  );
  assert.deepEqual(rows[1]?.cells, ['Texas', 'Smith & Sons’ County <SO>', '', '2025-02-18', 'link']);
  assert.deepEqual(rows[1]?.links, { 4: 'https://x.test/?a=1&b=2' });
  assert.deepEqual(rows[2]?.cells, ['Ohio', ' padded ', '', '7/72025']);
});

test('refuses what is no workbook in one line with a remedy', async () => {
  const whole = await workbook([['STATE'], ['Texas']]);
  for (const [bytes, message] of [
    [Buffer.from('PK\u0003\u0004 no zip'), /^zip archive is damaged .*get the file again$/],
    [whole.subarray(0, whole.length / 2), /^zip archive is damaged .*get the file again$/],
    [zipOf('hello.txt', Buffer.from('hello')), /^zip archive is no workbook .*give an \.xlsx file$/],
  ] as const) {
    await assert.rejects(
      readWorkbook(bytes),
      (error: Error) => error.name === 'UserError' && message.test(error.message),
    );
  }
});

test('stops a part that inflates beyond the limit', async () => {
  const bomb = zipOf('xl/workbook.xml', Buffer.alloc(70 * 1024 * 1024, 32));
  await assert.rejects(readWorkbook(bomb), /zip part "xl\/workbook\.xml" inflates beyond 67108864 bytes/);
});

const LISTS = '../shared/data/ice-287g';

test('reads ICE’s lists as a second reader does', {
  skip: existsSync(LISTS) ? false : `${LISTS} is not here`,
}, async () => {
  const files = readdirSync(LISTS).filter((name) => name.endsWith('.xlsx'));
  assert.equal(files.length, 499);
  // Every sixteenth file: all shapes of header are among them, and the second reader is slow.
  for (const name of files.filter((_, i) => i % 16 === 0)) {
    const bytes = readFileSync(`${LISTS}/${name}`);
    const [ours, theirs] = [await readWorkbook(bytes), await readXlsx(bytes)];
    for (const sheet of ours.sheets) {
      const other = theirs.sheets.find(({ name: otherName }) => otherName === sheet.name);
      const expected = (other?.rows ?? [])
        .map((cells, i) => ({ row: i + 1, cells: trimmed(cells.map(textOf)) }))
        .filter(({ cells }) => cells.length > 0);
      assert.deepEqual(
        sheet.rows.map(({ row, cells }) => ({ row, cells: trimmed(cells) })),
        expected,
        name,
      );
      for (const { row, links } of sheet.rows) {
        for (const [column, target] of Object.entries(links)) {
          const link = other?.cells?.get(`${row - 1},${column}`)?.hyperlink;
          assert.equal(target.split('#')[0], link?.target, `${name} row ${row}`);
        }
      }
    }
  }
});

function textOf(value: unknown): string {
  return value instanceof Date
    ? value.toISOString().slice(0, 10)
    : value === null || value === undefined
      ? ''
      : String(value);
}

function trimmed(cells: string[]): string[] {
  const last = cells.findLastIndex((cell) => cell !== '');
  return [...cells.slice(0, last + 1)].map((cell) => cell ?? '');
}

/** A zip with one deflated part, written by hand: no library writes a bomb. Checksums stay zero; the reader goes by sizes. */
function zipOf(name: string, data: Buffer): Buffer {
  const packed = deflateRawSync(data);
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x04034b50, 0);
  head.writeUInt16LE(20, 4);
  head.writeUInt16LE(8, 8);
  head.writeUInt32LE(packed.length, 18);
  head.writeUInt32LE(data.length, 22);
  head.writeUInt16LE(name.length, 26);
  const central = Buffer.alloc(46);
  central.writeUInt32LE(0x02014b50, 0);
  central.writeUInt16LE(20, 4);
  central.writeUInt16LE(20, 6);
  central.writeUInt16LE(8, 10);
  central.writeUInt32LE(packed.length, 20);
  central.writeUInt32LE(data.length, 24);
  central.writeUInt16LE(name.length, 28);
  const offset = head.length + name.length + packed.length;
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length + name.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([head, Buffer.from(name), packed, central, Buffer.from(name), end]);
}
