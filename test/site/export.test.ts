import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { after, before, test } from 'node:test';
import { quietEffects, UserError } from '../../src/base/index.ts';
import { add } from '../../src/commands/add.ts';
import { openRecord } from '../../src/record/index.ts';
import { exportSite, type Published } from '../../src/site/index.ts';
import { ASSETS, list, STAYS, type TestRecord, testRecord } from './record.ts';

let made: TestRecord;
let dir: string;
let first: Published;

before(async () => {
  made = await testRecord();
  dir = join(made.dir, 'some', 'where');
  first = await publish(dir);
});
after(() => made.close());

const publish = (to: string) => exportSite(made.reader, to, { assets: ASSETS }, quietEffects());

const filesUnder = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    statSync(join(folder, name)).isFile(),
  );

test('every link of every page leads to a file that is there, and every anchor to an element', () => {
  const pages = new Map(
    filesUnder(dir)
      .filter((name) => name.endsWith('.html'))
      .map((name) => [name, readFileSync(join(dir, name), 'utf8')]),
  );
  assert.ok(pages.size > 300);
  for (const [name, html] of pages) {
    for (const [, link] of html.matchAll(
      / (?:href|src|srcset|action|data-(?:counties|county-names|intervals|names|others))="([^"]*)"/g,
    )) {
      if (/^(https?|data):/.test(link!)) continue;
      assert.ok(!link!.startsWith('/') && !link!.includes('?'), `${name}: ${link}`);
      const [path = '', anchor] = link!.split('#');
      const target = path === '' ? name : normalize(join(dirname(name), path));
      assert.ok(existsSync(join(dir, target)), `${name} links to ${link}`);
      if (anchor) assert.ok(pages.get(target)?.includes(`id="${anchor}"`), `${name} links to ${link}`);
    }
  }
});

test('an agency or county of which nothing is known has no file; links lead to it in the register of its state', () => {
  assert.ok(!existsSync(join(dir, 'agency/us-tx-bellaire-police.html')));
  assert.ok(!existsSync(join(dir, 'county/48301.html')));
  const register = readFileSync(join(dir, 'agencies/TX.html'), 'utf8');
  assert.match(register, /<li id="us-tx-bellaire-police">Bellaire Police Department<span[^>]*> TX1010500</);
  assert.match(register, /id="c-48301"><h2>Loving County<\/h2>/);
  assert.match(register, /href="\.\.\/agency\/us-tx-harris-county-sheriff\.html"/);
  const county = readFileSync(join(dir, 'es/county/48201.html'), 'utf8');
  assert.match(county, /href="\.\.\/\.\.\/es\/agencies\/TX\.html#us-tx-bellaire-police"/);
});

test('the same record gives the same bytes, and what is unchanged is not written again', async () => {
  const again = await publish(dir);
  assert.deepEqual({ ...again, written: first.written }, first);
  assert.equal(again.written, 0);
  const elsewhere = join(made.dir, 'elsewhere');
  await publish(elsewhere);
  const names = filesUnder(dir).sort();
  assert.deepEqual(filesUnder(elsewhere).sort(), names);
  for (const name of names)
    assert.deepEqual(readFileSync(join(elsewhere, name)), readFileSync(join(dir, name)), name);
});

test('a lost file comes back, one that is no longer part goes, and no half-written one stays', async () => {
  const manifest = join(dir, 'countersign.json');
  const files = JSON.parse(readFileSync(manifest, 'utf8')) as { files: Record<string, string> };
  files.files['agency/us-tx-old.html'] = 'gone';
  writeFileSync(join(dir, 'agency/us-tx-old.html'), 'old');
  delete files.files['index.html'];
  writeFileSync(manifest, JSON.stringify(files));
  const { written, removed } = await publish(dir);
  assert.deepEqual({ written, removed }, { written: 1, removed: 1 });
  assert.ok(!existsSync(join(dir, 'agency/us-tx-old.html')));
  assert.deepEqual(
    filesUnder(dir).filter((name) => name.endsWith('.half')),
    [],
  );
});

test('a manifest that is broken or names what lies outside deletes nothing', async () => {
  const victim = join(made.dir, 'victim.txt');
  writeFileSync(victim, 'mine');
  for (const manifest of [
    '{"files":{"../victim.txt":"x"}}',
    `{"files":{${JSON.stringify(victim)}:"x"}}`,
    '{',
    '[]',
  ]) {
    const dir = join(made.dir, 'forged');
    mkdirSync(dir, { recursive: true });
    writeFileSync(join(dir, 'countersign.json'), manifest);
    await assert.rejects(
      publish(dir),
      (error) => error instanceof UserError && /is none that this program wrote/.test(error.message),
    );
  }
  assert.ok(existsSync(victim));
});

test("a folder of somebody else's files is refused and left alone", async () => {
  const foreign = join(made.dir, 'foreign');
  mkdirSync(foreign);
  writeFileSync(join(foreign, 'thesis.txt'), 'mine');
  await assert.rejects(
    publish(foreign),
    (error) => error instanceof UserError && /is no published site|are no published site/.test(error.message),
  );
  assert.deepEqual(readdirSync(foreign), ['thesis.txt']);
});

test('one list more: the folder becomes what a fresh one would be, and what the list does not touch is not made again', async () => {
  const own = await testRecord();
  try {
    const publishOwn = (to: string) =>
      exportSite(own.reader, join(own.dir, to), { assets: ASSETS }, quietEffects());
    const keys = () =>
      (JSON.parse(readFileSync(join(own.dir, 'site/countersign.json'), 'utf8')) as Manifest).keys;
    await publishOwn('site');
    const before = keys();
    const file = join(own.dir, 'participatingAgencies02232026am.xlsx');
    writeFileSync(
      file,
      await list('2026-02-23', [
        STAYS,
        ['TEXAS', 'Bellaire Police Department', 'Task Force Model', '2026-02-20'],
      ]),
    );
    const record = await openRecord(join(own.dir, 'record'));
    await add(record, [file], {}, quietEffects({ now: () => Date.parse('2026-03-02T12:00:00Z') }));
    const { written, files } = await publishOwn('site');
    await publishOwn('fresh');
    const names = filesUnder(join(own.dir, 'fresh')).sort();
    assert.deepEqual(filesUnder(join(own.dir, 'site')).sort(), names);
    for (const name of names)
      assert.deepEqual(
        readFileSync(join(own.dir, 'site', name)),
        readFileSync(join(own.dir, 'fresh', name)),
        name,
      );
    // Bellaire got a page of its own, so Harris, which names it as its neighbour, links to it; Miami-Dade knows nothing of it.
    const after = keys();
    assert.notEqual(
      after['agency/us-tx-lubbock-county-sheriff'],
      before['agency/us-tx-lubbock-county-sheriff'],
    );
    assert.notEqual(
      after['agency/us-tx-harris-county-sheriff'],
      before['agency/us-tx-harris-county-sheriff'],
    );
    const same = Object.keys(before).filter((of) => after[of] === before[of]);
    assert.ok(same.includes('agency/us-ny-suffolk-county-sheriff'), same.join(' '));
    assert.ok(
      same.length > 0.9 * Object.keys(before).length,
      `${same.length} of ${Object.keys(before).length}`,
    );
    assert.ok(written < files / 3, `${written} of ${files}`);
  } finally {
    await own.close();
  }
});

interface Manifest {
  keys: Record<string, string>;
}

test('no form of a published page needs a server: without script the days of the map are not offered, and the search has a list', () => {
  const own = /<form class="(search|slider)"/;
  for (const name of filesUnder(dir).filter((one) => one.endsWith('.html')))
    for (const [form] of readFileSync(join(dir, name), 'utf8').matchAll(/<form[^>]*>/g))
      assert.match(form, own, name);
  const slider =
    readFileSync(join(dir, 'index.html'), 'utf8').match(/<form class="slider".*?<\/form>/)?.[0] ?? '';
  for (const [field] of slider.matchAll(/<(?:button|input|label|output)[^>]*>/g))
    assert.match(field, / hidden=""/);
  const filters = readFileSync(join(dir, 'index.html'), 'utf8').match(/id="filters">.*?<\/div>/)?.[0] ?? '';
  assert.equal(filters.match(/<label hidden="">/g)?.length, filters.match(/<label/g)?.length);
  assert.match(readFileSync(join(dir, 'search.html'), 'utf8'), /<noscript><p>/);
});
