import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, before, test } from 'node:test';
import { quietEffects } from '../../src/base/index.ts';
import { add } from '../../src/commands/add.ts';
import { dossierOf } from '../../src/publish/index.ts';
import {
  appendStarter,
  openRecord,
  type RecordReader,
  readRecord,
  readStarter,
  rebuild,
} from '../../src/record/index.ts';
import { countersign, inFolder } from '../cli.ts';
import { differsFromGolden } from '../golden.ts';

const HARRIS = 'us-tx-harris-county-sheriff';
const DAYS = ['2017-02-15', '2017-02-22', '2017-03-10'];
const ARTICLE = `Harris County sheriff ends jail partnership

HOUSTON, Texas (Feb. 22, 2017) - Harris County Sheriff Ed Gonzalez said Tuesday that his office will end its 287(g) partnership with Immigration and Customs Enforcement.
`;
const at = (time: string) => quietEffects({ now: () => Date.parse(time) });
const STARTED = '2026-03-01T12:00:00Z';
const NEXT_DAY = '2026-03-02T12:00:00Z';
let dir = '';
let reader: RecordReader;
const early = new Map<string, Buffer>();

async function bytesOf(on: string, known: string): Promise<Buffer> {
  const made = await dossierOf(reader, HARRIS, { on, known });
  assert.ok(made);
  return made.bytes;
}

/** Unpacks a dossier; answers the folder. */
function unpacked(bytes: Buffer, name: string): string {
  const into = join(dir, name);
  mkdirSync(into);
  writeFileSync(join(into, 'd.zip'), bytes);
  execFileSync('unzip', ['-q', 'd.zip'], { cwd: into });
  return into;
}

/** The words of a statement's page, a line for each part; the root, which every change of the program's readers changes, is left out. */
function wordsOf(html: string): string {
  const body = html.slice(html.indexOf('<body>'));
  const lines = body.replace(/<\/(?:p|li|h\d|blockquote|small)>/g, '\n').replace(/<[^>]+>/g, '');
  const plain = lines.replace(
    /&(lt|gt|quot|amp);/g,
    (_, name: string) => ({ lt: '<', gt: '>', quot: '"' })[name] ?? '&',
  );
  return plain
    .replace(/\b[0-9a-f]{64}\b/g, '(hash)')
    .replace(/\n\s*\n+/g, '\n')
    .trim()
    .concat('\n');
}

before(async () => {
  dir = mkdtempSync(join(tmpdir(), 'countersign-dossier-'));
  const record = await openRecord(join(dir, 'record'), { create: true });
  await appendStarter(record, readStarter('starter'), at(STARTED));
  await rebuild(record);
  reader = await readRecord(record);
  for (const day of DAYS) early.set(day, await bytesOf(day, '2026-03-01'));
  writeFileSync(join(dir, 'article.txt'), ARTICLE);
  await add(record, [join(dir, 'article.txt')], { published: '2017-02-22' }, at(NEXT_DAY));
  await reader.close();
  reader = await readRecord(await openRecord(join(dir, 'record')));
});
after(async () => {
  await reader.close();
  rmSync(dir, { recursive: true, force: true });
});

for (const day of DAYS) {
  test(`Harris County on ${day}: the statement reads as it should, in both languages`, () => {
    const into = join(unpacked(early.get(day) as Buffer, `golden-${day}`), `${HARRIS}-${day}`);
    for (const name of ['statement', 'statement.es']) {
      const text = wordsOf(readFileSync(join(into, `${name}.html`), 'utf8'));
      assert.equal(differsFromGolden(`publish/harris-${day}${name.slice(9)}.txt`, text), null);
    }
  });
}

test('every sentence on what was held, on the day or another, names evidence that the statement lists', () => {
  for (const day of DAYS) {
    const text = readFileSync(`test/output/publish/harris-${day}.txt`, 'utf8');
    const [, held = '', others = ''] =
      /What held on .*\n([\s\S]*?)What contradicts it[\s\S]*?(?:Before and after that day\n([\s\S]*?))?\nEvidence\n/.exec(
        text,
      ) ?? [];
    const sentences = `${held.trim()}\n${others}`.trim().split('\n');
    assert.ok(sentences.length > 1, day);
    for (const sentence of sentences) {
      const [, numbers] = /Evidence: ([\d, ]+)\.$/.exec(sentence) ?? [];
      assert.ok(numbers, `${day}: ${sentence}`);
      for (const number of numbers.split(', '))
        assert.match(text, new RegExp(`^${number} · `, 'm'), `${day}: ${number}`);
    }
  }
});

test('a law that the record contradicts is named, with its address and what it says, in both languages', async () => {
  const made = await dossierOf(reader, 'us-fl-pasco-county-sheriff', {
    on: '2024-01-01',
    known: '2026-03-01',
  });
  assert.ok(made);
  const into = join(unpacked(made.bytes, 'pasco'), 'us-fl-pasco-county-sheriff-2024-01-01');
  for (const [name, of] of [
    ['statement', 'The provision is of'],
    ['statement.es', 'La disposición es de'],
  ])
    assert.match(
      wordsOf(readFileSync(join(into, `${name}.html`), 'utf8')),
      new RegExp(
        `${of} Senate Bill 1808 .*https://flsenate.gov/Session/Bill/2022/1808/.*: Each law-enforcement agency operating a county detention facility`,
      ),
    );
});

async function statementOn(agency: string, on: string): Promise<string> {
  const made = await dossierOf(reader, agency, { on, known: '2026-03-01' });
  const into = unpacked(made!.bytes, `${agency}-${on}`);
  return wordsOf(readFileSync(join(into, `${agency}-${on}`, 'statement.html'), 'utf8'));
}

test('a word grown old is told as a word of its day, and nothing is said to have ended', async () => {
  const text = await statementOn('us-il-cook-county-sheriff', '2025-08-05');
  assert.match(
    text,
    /^On 21 February 2017 it was said that .* whether that still held on 5 August 2025 is not known\./m,
  );
  assert.doesNotMatch(text, /:( Evidence: [\d, ]+\.)?$|On which day it ended/m);
});

test('an agreement that another took the place of is not said to have ended', async () => {
  const text = await statementOn('us-fl-pasco-county-sheriff', '2019-01-01');
  assert.match(
    text,
    /under an agreement signed on 22 August 2017\. Another agreement took the place of that one /,
  );
});

test('what was learned later leaves the dossier of an earlier knowing unchanged, byte for byte', async () => {
  for (const day of DAYS) assert.ok((await bytesOf(day, '2026-03-01')).equals(early.get(day) as Buffer), day);
  const later = await bytesOf('2017-02-22', '2026-03-02');
  assert.ok(!later.equals(early.get('2017-02-22') as Buffer), 'the article is in the later one');
});

test('it verifies with sha256sum alone, down to the captured bytes, and a changed byte is found', async () => {
  const into = join(unpacked(await bytesOf('2017-02-22', '2026-03-02'), 'sums'), `${HARRIS}-2017-02-22`);
  const check = () =>
    execFileSync('sha256sum', ['-c', '--quiet', 'SHA256SUMS'], { cwd: into, stdio: 'pipe' });
  check();
  const sums = readFileSync(join(into, 'SHA256SUMS'), 'utf8');
  const [, sha] = /captures\/([0-9a-f]{64})\.txt/.exec(sums) ?? [];
  const [line = ''] = execFileSync('sha256sum', [`captures/${sha}.txt`], {
    cwd: into,
    encoding: 'utf8',
  }).split(' ');
  assert.equal(line, sha, 'a source bears its own hash as its name');
  assert.equal(readFileSync(join(into, `captures/${sha}.txt`), 'utf8'), ARTICLE);
  for (const name of [
    'statement.html',
    'statement.pdf',
    'statement.es.html',
    'statement.es.pdf',
    'claims.json',
    'decisions.txt',
    'README.txt',
  ])
    assert.ok(sums.includes(`  ${name}\n`), name);
  writeFileSync(join(into, `captures/${sha}.txt`), ARTICLE.replace('will end', 'will not end'));
  assert.throws(check);
});

test('the chain of decisions can be followed with sha256sum alone', async () => {
  const item = (await reader.review({})).find(({ claim }) => claim !== null);
  assert.ok(item?.claim);
  const answer = { actor: 'Ann', reason: 'another agency', answers: null };
  await reader.decide([{ kind: 'reject', target: item.claim.id, ...answer }], at('2026-03-03T12:00:00Z'));
  const into = join(unpacked(await bytesOf('2017-03-10', '2026-03-03'), 'chain'), `${HARRIS}-2017-03-10`);
  const [first = ''] = readFileSync(join(into, 'decisions.txt'), 'utf8').split('\n');
  const hash = execFileSync('sha256sum', { input: first, encoding: 'utf8' }).slice(0, 64);
  assert.ok(readFileSync(join(into, 'README.txt'), 'utf8').includes(`head: ${hash}`));
  assert.match(
    readFileSync(join(into, 'statement.html'), 'utf8'),
    /Reviewers rejected what stands in evidence/,
  );
  // Numbers of decisions are those of one record; what is printed is the same in every record that holds it.
  assert.ok(readFileSync(join(into, 'statement.html'), 'utf8').includes(`(decision ${hash.slice(0, 12)}…)`));
  const claims = readFileSync(join(into, 'claims.json'), 'utf8');
  assert.ok(claims.includes(`"hash": "${hash}"`) && !claims.includes('"seq"'));
});

test('two runs give the same bytes, whatever the clock, the time zone, the folder and the language of the machine', () => {
  const root = resolve('.');
  const run = (env: Record<string, string>, cwd: string, out: string) => {
    mkdirSync(cwd, { recursive: true });
    cpSync(join(dir, 'record'), join(cwd, 'record'), { recursive: true });
    const args = ['--import', join(root, 'node_modules/tsx/dist/esm/index.mjs'), join(root, 'src/cli.ts')];
    const call = ['--record', 'record', 'dossier', HARRIS, '--on', '2017-02-22', '--out', out];
    execFileSync(process.execPath, [...args, ...call], {
      cwd,
      env: { ...process.env, ...env },
      stdio: 'pipe',
    });
    return readFileSync(join(cwd, out));
  };
  const first = run({ TZ: 'Pacific/Kiritimati', LANG: 'de_DE.UTF-8' }, join(dir, 'one'), 'a.zip');
  const second = run({ TZ: 'America/Adak', LANG: 'C' }, join(dir, 'two', 'deep'), 'b.zip');
  assert.ok(first.equals(second));
  assert.ok(first.length > 10_000);
});

test('a dossier of a day that is not over says that it may want to be made again', async () => {
  await inFolder(async (made) => {
    const record = join(made, 'record');
    assert.equal((await countersign('--record', record, 'init')).code, 0);
    const ask = [
      'dossier',
      'us-tx-harris-county-sheriff',
      '--on',
      '2017-02-15',
      '--out',
      join(made, 'a.zip'),
    ];
    const today = await countersign('--record', record, ...ask);
    assert.equal(today.code, 0);
    assert.match(today.err, /^warning: \d{4}-\d\d-\d\d is not over; .* make it again then\n$/);
  });
});
