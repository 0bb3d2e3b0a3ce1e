import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { quietEffects } from '../../src/base/index.ts';
import { add } from '../../src/commands/add.ts';
import { type OpenRecord, readRecord, verify } from '../../src/record/index.ts';
import { pages } from '../read/pdf-file.ts';
import { httpResponse, warcRecord } from '../read/warc-file.ts';
import { withRecord } from '../record/world.ts';
import { HEADER, workbook } from '../workbook.ts';

const SAID = `<p>Harris County Sheriff Ed Gonzalez announced Tuesday he would end a partnership between his office
  and federal immigration officials under the 287(g) program.</p>`;
const STORY = `<html><head><title>Story</title><meta property="og:site_name" content="The Example Times">
  <meta property="article:published_time" content="2017-02-22"></head><body><h1>Sheriff ends program</h1>${SAID}</body></html>`;

async function facts(record: OpenRecord) {
  const reader = await readRecord(record);
  const claims = await reader.claims({});
  const sightings = (await Promise.all(claims.map(({ source }) => reader.sightings(source.capture!)))).flat();
  return { reader, claims, sightings };
}

test('a WARC: each page that claims something is a capture at its own address, time, status and headers', async () => {
  await withRecord(async (record, dir) => {
    const path = join(dir, 'crawl.warc.gz');
    const page = (name: string, body: string, status = '200 OK') =>
      gzipSync(
        warcRecord('response', `https://example.org/${name}`, httpResponse(body, ['X-Own: 1'], status), name),
      );
    writeFileSync(
      path,
      Buffer.concat([
        page('story', STORY),
        page('gone', STORY.replace('Sheriff ends', 'Sheriff ended'), '404 Not Found'),
        page('recipe', '<p>Beat the eggs.</p>'),
        page('topic', '<p>Immigration and the sheriff are in the news.</p>'),
      ]),
    );
    const added = await add(record, [path], {}, quietEffects());
    assert.deepEqual([added.archives, added.texts, added.refused], [1, 1, []]);
    const { reader, claims, sightings } = await facts(record);
    assert.ok(claims.length > 0);
    const [seen] = sightings;
    assert.deepEqual(
      [seen?.origin, seen?.retrieved, seen?.status],
      ['https://example.org/story', '2025-03-04T05:06:07.000Z', 200],
    );
    const headers = JSON.parse(seen?.headers ?? '{}') as Record<string, string>;
    assert.deepEqual(
      [headers['x-own'], headers['x-archive'], headers['x-archive-record']],
      ['1', 'crawl.warc.gz', 'urn:test:story'],
    );
    const today = new Date().toISOString().slice(0, 10);
    const changes = await reader.recordChanges({ from: today, to: today });
    assert.ok(
      changes.some(({ what }) =>
        /^1 captures of the archive crawl\.warc\.gz, sha256:[0-9a-f]{64}$/.test(what),
      ),
    );
    const again = await add(record, [path], {}, quietEffects());
    assert.deepEqual([again.texts, again.known], [0, 1]);
    assert.deepEqual((await verify(record, quietEffects())).faults, []);
  });
});

test('a feed: an entry that claims something is a capture at its own link and day; --follow fetches the pages', async () => {
  const server = createServer((request, response) => {
    if (request.url === '/feed') {
      const own = `http://${request.headers.host}`;
      response.end(`<?xml version="1.0"?><rss><channel><title>County news</title>
        <item><title>Sheriff ends program</title><link>${own}/story</link><pubDate>Wed, 22 Feb 2017 08:00:00 GMT</pubDate>
        <description><![CDATA[${SAID}]]></description></item>
        <item><title>ICE and a jail elsewhere</title><link>http://localhost:${new URL(own).port}/inside</link></item>
        <item><title>Eggs</title><link>${own}/eggs</link></item></channel></rss>`);
    } else response.end(STORY);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const own = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  try {
    await withRecord(async (record) => {
      const added = await add(record, [`${own}/feed`], {}, quietEffects());
      assert.deepEqual([added.feeds, added.texts, added.links.length], [1, 1, 2]);
      const { claims, sightings } = await facts(record);
      assert.equal(claims[0]?.date, '2017-02-21');
      assert.equal(claims[0]?.source.publisher, 'County news');
      assert.equal(sightings[0]?.origin, `${own}/story`);
      assert.deepEqual((await verify(record, quietEffects())).faults, []);
    });
    await withRecord(async (record) => {
      const added = await add(record, [`${own}/feed`], { follow: true }, quietEffects());
      assert.deepEqual([added.feeds, added.texts, added.links], [1, 2, []]);
      // The feed named a private host that nobody typed.
      assert.equal(added.refused.length, 1);
      assert.match(added.refused[0] ?? '', /localhost.*(?:private|leads to)/);
    });
  } finally {
    server.close();
  }
});

const MEMORANDUM = [
  'MEMORANDUM OF AGREEMENT',
  '287(g) Jail Enforcement Model',
  'This Memorandum of Agreement (MOA) constitutes an agreement between U.S. Immigration and',
  'Customs Enforcement (ICE), a component of the Department of Homeland Security (DHS), and',
  'Harris County Sheriff’s Office, hereinafter the law enforcement agency (LEA), pursuant to which',
  'ICE delegates the authority to perform certain functions as specified herein, 287(g).',
  'ICE and the LEA points of contact (POCs) for purposes of this MOA are:',
  'For DHS: Denver Field Office Director',
  'By signing this MOA, each party agrees to be bound thereto to the fullest extent allowed by law.',
].map((text, i): [number, number, number, string] => [72, 720 - 30 * i, 11, text.replace('’', "'")]);
const SIGNED: [number, number, number, string][] = [
  ['For the LEA:', 'For ICE:'],
  ['Date: 02/28/2025', 'Date: March 5, 2025'],
  ['Name: Pat Example', 'Name: Sam Sample'],
  ['Title: Sheriff', 'Title: Acting Director'],
].flatMap(([left = '', right = ''], i): [number, number, number, string][] => [
  [72, 400 - 30 * i, 11, left],
  [330, 400 - 30 * i, 11, right],
]);

test('a memorandum joins the agreement whose row links it, counts by rule, and another day of signing is a contradiction', async () => {
  await withRecord(async (record, dir) => {
    const link = { text: 'link', link: 'https://www.ice.gov/doclib/287gMOA/HarrisCo_JEM_MOA_03052025.pdf' };
    const row = (day: string) => [
      'TEXAS',
      "Harris County Sheriff's Office",
      'County',
      'Harris',
      'Jail Enforcement Model',
      new Date(`${day}T00:00:00Z`),
      link,
    ];
    const list = join(dir, 'participatingAgencies03102025.xlsx');
    writeFileSync(list, await workbook([HEADER, row('2025-03-06')]));
    const memorandum = join(dir, 'HarrisCo_JEM_MOA_03052025.pdf');
    writeFileSync(memorandum, pages([[...MEMORANDUM, ...SIGNED]]));
    await add(record, [list, memorandum], {}, quietEffects());
    const { reader, claims } = await facts(record);
    const [claim] = claims;
    assert.deepEqual(
      [claim?.kind, claim?.date, claim?.review, claim?.agencyId],
      ['agreement', '2025-03-05', 'rule', 'us-tx-harris-county-sheriff'],
    );
    // The document's own words do not name the state: the linking row decides it.
    assert.equal(claim?.agency.state, null);
    const [contradiction] = await reader.contradictions({ kind: 'list-against-document' });
    assert.match(contradiction?.detail ?? '', /the document says signed 2025-03-05, the list 2025-03-06/);
    const status = await reader.status({ on: '2025-03-10' });
    assert.deepEqual(
      status.map(({ position, claims: shown }) => [position, shown.includes(claim?.id ?? '')]),
      [['takes-part', true]],
    );
    const said = await reader.memorandum(claim?.source.capture ?? '');
    assert.deepEqual(
      [said?.agencySignatory.name, said?.federalSignatory.signed, said?.fieldOffice],
      ['Pat Example', '2025-03-05', 'Denver'],
    );
  });
});

test('a memorandum of an agency that no list shows stays a proposal', async () => {
  await withRecord(async (record, dir) => {
    const memorandum = join(dir, 'HarrisCo_JEM_MOA_03052025.pdf');
    writeFileSync(memorandum, pages([[...MEMORANDUM, ...SIGNED]]));
    await add(record, [memorandum], {}, quietEffects());
    const { reader, claims } = await facts(record);
    assert.equal(claims[0]?.review, 'proposed');
    assert.deepEqual(await reader.status({ on: '2025-03-10' }), []);
  });
});
