import assert from 'node:assert/strict';
import { createWriteStream, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { ZipFile } from 'yazl';
import { quietEffects } from '../../src/base/index.ts';
import { add } from '../../src/commands/add.ts';
import { readRecord } from '../../src/record/index.ts';
import { pages, pdfOf } from '../read/pdf-file.ts';
import { httpResponse, page, warcRecord } from '../read/warc-file.ts';
import { withRecord } from '../record/world.ts';
import { participating } from '../workbook.ts';

const SAID =
  '<p>Harris County Sheriff Ed Gonzalez announced Tuesday he would end a partnership between his office and federal immigration officials under the 287(g) program.</p>';
const MB = 1 << 20;

/** A zip file of named parts. */
async function zip(path: string, parts: [string, Buffer][]): Promise<void> {
  const file = new ZipFile();
  for (const [name, bytes] of parts) file.addBuffer(bytes, name);
  file.end();
  const out = createWriteStream(path);
  file.outputStream.pipe(out);
  await finished(out);
}

/** Hostile files by name, each with what is told of it: one line, or nothing where all of it could be read. */
async function hostile(dir: string): Promise<Map<string, RegExp | null>> {
  const told = new Map<string, RegExp | null>();
  const file = (name: string, bytes: Buffer | string, line: RegExp | null) => {
    writeFileSync(join(dir, name), bytes);
    told.set(name, line);
  };
  const whole = await participating([['TEXAS', 'Smith County Sheriff', 'Task Force Model', '2025-02-18']]);
  const pdf = pages([[[72, 700, 12, 'The sheriff spoke of ICE.']]]);
  file('cut.xlsx', whole.subarray(0, 2000), /zip archive is damaged/);
  file('cut.pdf', pdf.subarray(0, 120), /pdf is damaged|has no pages/);
  file('cut.png', Buffer.from('\u0089PNG\r\n\u001a\n', 'latin1'), /picture is no PNG or JPEG or is cut off/);
  file(
    'loop.pdf',
    pdfOf(['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [2 0 R] /Count 1 >>']),
    null,
  );
  file(
    'one-tag.html',
    `<p>before</p><p ${'a="b" '.repeat((100 * MB) / 6)}>`,
    /page has \d+ bytes; the first 16777216 were read/,
  );
  file('deep.html', `<p>before</p>${'<div>'.repeat(100_000)}x`, /page nests its elements 1000 deep/);
  file(
    'charset.html',
    Buffer.from('<meta charset="utf-8"><p>A\u00f1o nuevo en la c\u00e1rcel.</p>', 'latin1'),
    /names charset "utf-8", which its bytes are not in; it was read as Windows-1252/,
  );
  file('cut.html', '<p>The sheriff said <a href="http', /page seems cut off/);
  file('cut-body.html', '<html><body><p>The sheriff said that dep', /page seems cut off/);
  const sound = gzipSync(page('good-gz', SAID));
  const damaged = Buffer.from(sound);
  damaged[60]! ^= 0xff;
  file('damaged.warc.gz', Buffer.concat([sound, damaged, sound]), /archive has a damaged stretch/);
  file('entities.xml', entityBomb(), null);
  file(
    'deep.json',
    `{"version":"https://jsonfeed.org/version/1","items":[{"id":"x","a":${'['.repeat(200_000)}${']'.repeat(200_000)}}]}`,
    /feed is no RSS, Atom or JSON feed/,
  );
  file('lengths.warc', behind(NO_LENGTH), /archive: a record has no valid length; reading goes on behind it/);
  file('long.warc', behind(TOO_LONG), /a record of 900000000 bytes is left out/);
  file(
    'bomb.warc.gz',
    gzipSync(warcRecord('response', 'https://example.org/bomb', Buffer.alloc(100 * MB))),
    /a record of \d+ bytes is left out/,
  );
  file('packed.warc', packed(), /page "https:\/\/example.org\/packed" cannot be unpacked/);
  await zip(join(dir, 'bomb.xlsx'), [
    ['xl/workbook.xml', Buffer.from('<workbook><sheets><sheet name="a" r:id="r"/></sheets></workbook>')],
    [
      'xl/_rels/workbook.xml.rels',
      Buffer.from('<Relationships><Relationship Id="r" Target="worksheets/s.xml"/></Relationships>'),
    ],
    ['xl/worksheets/s.xml', Buffer.alloc(100 * MB)],
  ]);
  told.set('bomb.xlsx', /zip part "xl\/worksheets\/s.xml" inflates beyond/);
  await zip(join(dir, 'bomb.wacz'), [
    [
      'archive/a.warc.gz',
      gzipSync(behind(warcRecord('response', 'https://example.org/bomb', Buffer.alloc(100 * MB)))),
    ],
    ['archive/b.warc.gz', gzipSync(page('good-wacz', SAID))],
  ]);
  told.set('bomb.wacz', /a record of \d+ bytes is left out/);
  return told;
}

function entityBomb(): string {
  const levels = [...Array(9).keys()].map((n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`).join('');
  return `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY l0 "lol">${levels}]><rss><channel><item><title>&l9; ICE sheriff</title></item></channel></rss>`;
}

/** A broken record and a whole one behind it. */
function behind(broken: Buffer): Buffer {
  return Buffer.concat([broken, page('good', SAID)]);
}
const NO_LENGTH = Buffer.from('WARC/1.0\r\nContent-Length: many\r\n\r\nx\r\n\r\n');
const TOO_LONG = warcRecord('response', 'https://example.org/bad', httpResponse('<p>x</p>'), 'bad', 9e8);

/** A page that unpacks to more than anybody reads. */
function packed(): Buffer {
  const bomb = gzipSync(Buffer.alloc(100 * MB));
  return warcRecord('response', 'https://example.org/packed', httpResponse(bomb, ['Content-Encoding: gzip']));
}

test('hostile files end in one clear line each, and the rest goes on', async () => {
  await withRecord(async (record, dir) => {
    const folder = join(dir, 'all');
    mkdirSync(folder);
    const told = await hostile(folder);
    writeFileSync(
      join(folder, 'zz-good.html'),
      `<html><body><h1>Sheriff ends program</h1>${SAID}</body></html>`,
    );
    const before = process.cpuUsage();
    for (const [name, line] of [...told, ['zz-good.html', null] as const]) {
      const warnings: string[] = [];
      const effects = quietEffects({ warn: (message) => warnings.push(message) });
      const { refused } = await add(record, [join(folder, name)], {}, effects);
      const lines = [...warnings, ...refused];
      assert.ok(lines.length <= 1, `${name}: ${lines.join('\n')}`);
      if (line === null) assert.deepEqual(lines, [], name);
      else assert.match(lines[0] ?? '', line, name);
      for (const one of lines) assert.ok(!one.includes('\n') && one.length < 400, one);
    }
    const { user } = process.cpuUsage(before);
    assert.ok(user < 60e6, `took ${user / 1e6} s of CPU`);
    const reader = await readRecord(record);
    const claims = await reader.claims({});
    const origins = new Set(
      (await Promise.all(claims.map(({ source }) => reader.sightings(source.capture ?? ''))))
        .flat()
        .map(({ origin }) => origin.split('/').pop()),
    );
    // What lies behind the damage was read: in a WARC, in a WACZ, and beside all of it.
    assert.deepEqual([...origins].sort(), ['good', 'good-gz', 'good-wacz', 'zz-good.html']);
  });
});
