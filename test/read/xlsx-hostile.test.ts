import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readWorkbook } from '../../src/read/index.ts';
import { sheetsOf, zipOf } from '../zip.ts';

const row = (number: number | string, ...cells: string[]) =>
  `<row r="${number}">${cells.map((text, i) => `<c r="${'ABCDEF'[i]}${number}" t="inlineStr"><is><t>${text}</t></is></c>`).join('')}</row>`;
const rows = (...all: string[]) => `<sheetData>${all.join('')}</sheetData>`;

async function refused(bytes: Buffer, line: RegExp, what = String(line)): Promise<void> {
  const before = process.cpuUsage();
  await assert.rejects(
    readWorkbook(bytes),
    (error: Error) => error.name === 'UserError' && line.test(error.message) && !error.message.includes('\n'),
    what,
  );
  const { user, system } = process.cpuUsage(before);
  assert.ok(user + system < 6e6, `${what} took ${(user + system) / 1e6} s of CPU`);
}

test('a flipped byte is refused: in a packed part, in a stored one', async () => {
  const sheet = rows(row(1, 'STATE'), row(2, 'Texas'));
  assert.equal((await readWorkbook(await sheetsOf([sheet]))).sheets[0]?.rows.length, 2);
  const stored = await sheetsOf([sheet], {}, true);
  stored[stored.indexOf('Texas')]! ^= 1;
  await refused(stored, /^zip part "xl\/worksheets\/s0\.xml" differs from its checksum; get the file again$/);
  const packed = await sheetsOf([rows(...[...Array(3000).keys()].map((n) => row(n + 1, `Agency ${n * n}`)))]);
  const at = packed.indexOf('xl/worksheets/s0.xml') + 2000;
  packed[at]! ^= 16;
  await refused(packed, /^zip part "xl\/worksheets\/s0\.xml" (?:differs from its checksum|is damaged)/);
});

test('what would lose a row or a cell without a word is refused', async () => {
  const cases: [string, RegExp][] = [
    [rows(row(1, 'STATE'), row(2, 'Texas'), row(2, 'Ohio')), /^sheet has row 2 twice; repair the workbook$/],
    [
      rows('<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>'),
      /^sheet has a cell of row 1 twice; repair the workbook$/,
    ],
    [rows('<row r="1.5"><c r="A1"><v>1</v></c></row>'), /^sheet row "1\.5" is out of range/],
    [rows('<row r="99999999"><c r="A1"><v>1</v></c></row>'), /^sheet row "99999999" is out of range/],
    [rows('<row r="1"><c r="ZZZZ1"><v>1</v></c></row>'), /^cell address "ZZZZ1" is out of range/],
    [rows('<row r="1"><c r="A1" t="s"><v>7</v></c></row>'), /^workbook lacks shared text "7"; get it again$/],
  ];
  for (const [sheet, line] of cases) await refused(await sheetsOf([sheet]), line);
  await refused(
    await zipOf({
      'xl/workbook.xml': '<workbook><sheets><sheet name="S" r:id="r"/></sheets></workbook>',
      'xl/_rels/workbook.xml.rels':
        '<Relationships><Relationship Id="r" Target="worksheets/s.xml"/></Relationships>',
      'xl/worksheets/s.xml': `<worksheet><sheetData>${row(1, 'STATE')}${row(2, 'Texas')}`,
    }),
    /^sheet is cut off before its end; get the workbook again$/,
  );
});

test('a phonetic guide is no text of its cell, and a relation may have any prefix', async () => {
  const cell = '<c r="A2" t="inlineStr"><is><t>Texas</t><rPh sb="0" eb="1"><t>tekisasu</t></rPh></is></c>';
  const bytes = await zipOf({
    'xl/workbook.xml': '<workbook><sheets><sheet name="S" sheetId="9" rel:id="r"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="r" Target="worksheets/s.xml"/></Relationships>',
    'xl/worksheets/s.xml': `<worksheet>${rows(row(1, 'STATE'), `<row r="2">${cell}</row>`)}</worksheet>`,
  });
  assert.deepEqual(
    (await readWorkbook(bytes)).sheets[0]?.rows.map(({ cells }) => cells),
    [['STATE'], ['Texas']],
  );
});

test('bombs end quickly in one line: columns, links, texts, parts and comments without end', async () => {
  const wide = rows('<row><c r="XFD1"><v>1</v></c></row>'.repeat(400_000));
  await refused(await sheetsOf([wide]), /^workbook has more than 2000000 cells/, 'columns');
  const many = rows(...[...Array(20_000).keys()].map((n) => row(n + 1, 'x')));
  const links = `<hyperlinks>${'<hyperlink ref="A1:XFD1048576" r:id="l"/>'.repeat(300_000)}</hyperlinks>`;
  const rels = {
    'xl/worksheets/_rels/s0.xml.rels':
      '<Relationships><Relationship Id="l" Target="https://x.test/"/></Relationships>',
  };
  await refused(await sheetsOf([many + links], rels), /^workbook has more than 2000000 cells/, 'links');
  const shared = (text: string) => ({ 'xl/sharedStrings.xml': `<sst><si><t>${text}</t></si></sst>` });
  await refused(
    await sheetsOf([rows('<row r="1"><c r="A1" t="s"><v>0</v></c></row>')], shared('x'.repeat(50 << 20))),
    /^workbook has a cell with more than 32767 letters; repair it$/,
    'one text',
  );
  const long = [...Array(3000).keys()].map(
    (n) => `<row r="${n + 1}"><c r="A${n + 1}" t="s"><v>0</v></c></row>`,
  );
  await refused(
    await sheetsOf([rows(...long)], shared('x'.repeat(32_000))),
    /^workbook has more than 2000000 cells or 33554432 letters/,
    'texts',
  );
  const big = `${' '.repeat(60 << 20)}${rows(row(1, 'a'))}`;
  await refused(
    await sheetsOf([big, big, big, big, big]),
    /^zip archive inflates beyond 268435456 bytes; it is not read$/,
    'parts',
  );
});

test('markup that a pattern would read again and again is read once', async () => {
  const before = process.cpuUsage();
  const styles = `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="${'['.repeat(8 << 20)}"/></numFmts></styleSheet>`;
  const core = '<dcterms:modified '.repeat(1 << 20);
  const bytes = await sheetsOf([rows(row(1, 'a'))], {
    'xl/styles.xml': styles,
    'docProps/core.xml': core,
    'xl/comments.xml': '<!--'.repeat(1 << 20),
  });
  assert.equal((await readWorkbook(bytes)).sheets[0]?.rows.length, 1);
  const deep = rows(row(1, '&amp;lol;'), `${'<ext>'.repeat(1 << 20)}`);
  assert.deepEqual((await readWorkbook(await sheetsOf([deep]))).sheets[0]?.rows[0]?.cells, ['&lol;']);
  const book = `<workbook>${'<workbookPr '.repeat(1 << 20)}`;
  await assert.rejects(readWorkbook(await zipOf({ 'xl/workbook.xml': book })), { name: 'UserError' });
  const { user, system } = process.cpuUsage(before);
  assert.ok(user + system < 8e6, `took ${(user + system) / 1e6} s of CPU`);
});
