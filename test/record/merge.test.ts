import assert from 'node:assert/strict';
import { cpSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { add } from '../../src/commands/add.ts';
import { insertRegistry } from '../../src/record/append.ts';
import { derivedDigests } from '../../src/record/digests.ts';
import {
  appendReading,
  appendStarter,
  type DecisionRequest,
  decide,
  mergeRecords,
  type OpenRecord,
  openRecord,
  type ReadCapture,
  readRecord,
  readStarter,
  rebuild,
  verify,
} from '../../src/record/index.ts';
import { setMeta } from '../../src/record/meta.ts';
import { rootOf } from '../../src/record/root.ts';
import { makeAgency } from '../../src/resolve/index.ts';
import { at, claimsOn, inFolder, learn, listCapture, textCapture } from './world.ts';

const ROWS = ['Harris', 'Lubbock', 'Smith', 'Walker'].map((county) => ({
  state: 'TEXAS',
  agency: `${county} County Sheriff's Office`,
  signed: '2025-02-01',
  county: `${county} County`,
}));
const STORIES = ['end', 'go on', 'think'].map((word) => `The sheriff said he will ${word}. Nobody else did.`);
// Shrinking a failure of many records takes minutes; the first one says enough.
const RUNS = { numRuns: 5, endOnFailure: true };
const MERGED = at('2026-06-01');

/** One thing that a record learns: a list, a text, a newer reading of that text, a decision on its claim or on two agencies. */
interface Piece {
  what: 'list' | 'text' | 'reading' | 'accept' | 'reject' | 'correct' | 'propose' | 'same' | 'distinct';
  /** Which list or which text. */
  which: number;
  /** Day of January on which the record learns it. */
  day: number;
}

const piece = fc.record({
  what: fc.constantFrom<Piece['what'][]>(
    ...([
      'list',
      'text',
      'text',
      'reading',
      'accept',
      'reject',
      'correct',
      'propose',
      'same',
      'distinct',
    ] as const),
  ),
  which: fc.nat(STORIES.length - 1),
  day: fc.integer({ min: 1, max: 28 }),
});
const pieces = fc
  .array(piece, { minLength: 1, maxLength: 8 })
  .map((all) => all.toSorted((a, b) => a.day - b.day));
const evidence = pieces.map((all) => all.filter(({ what }) => what === 'list' || what === 'text'));

const list = (which: number) =>
  listCapture(`2025-0${which + 3}-03`, ROWS.slice(0, which + 2), '2025-12-01T00:00:00Z');

function text(record: OpenRecord, which: number): ReadCapture {
  const words = STORIES[which]?.split(' Nobody')[0] ?? '';
  return textCapture(record, STORIES[which] ?? '', [{ words }], `https://example.org/${which}`);
}

/** Makes a record learn a piece; what cannot be (a decision on a text that it does not have) is passed over. */
async function learnPiece(record: OpenRecord, { what, which, day }: Piece): Promise<void> {
  const time = `2026-01-${String(day).padStart(2, '0')}`;
  if (what === 'list') return learn(record, time, list(which));
  const capture = text(record, which);
  if (what === 'text') return learn(record, time, capture);
  if (what === 'reading') {
    const claims = claimsOn(STORIES[which] ?? '', [{ words: 'Nobody else did.', position: 'undecided' }]);
    await appendReading(record, capture.sha, { reader: 'text', version: '2', claims }, at(time));
    return;
  }
  await rebuild(record);
  const request = requestOf(what, capture.claims?.[0]?.id ?? '', which);
  const reader = await readRecord(record);
  const known = request.other
    ? (await reader.agencies()).filter(({ id }) => id === request.target || id === request.other).length === 2
    : (await reader.claims({})).some(({ id }) => id === request.target);
  if (!known) return;
  const pair = [request.target, request.other].sort().join(' ');
  const subject = request.other ? `agencies:${pair}` : `claim:${request.target}`;
  const answers = (await reader.decisions({ subject })).at(-1)?.seq ?? null;
  // Two people: who decides on even days and who on odd ones.
  const actor = day % 2 === 0 ? 'ada' : 'bob';
  await decide(record, [{ ...request, answers, actor, reason: 'read it' }], at(time));
}

type Request = Pick<DecisionRequest, 'kind' | 'target' | 'other' | 'patch'>;

function requestOf(
  kind: Exclude<Piece['what'], 'list' | 'text' | 'reading'>,
  claim: string,
  which: number,
): Request {
  const sheriff = (county: string) => `us-tx-${county}-county-sheriff`;
  switch (kind) {
    case 'same':
    case 'distinct':
      return { kind, target: sheriff('harris'), other: sheriff(which === 0 ? 'lubbock' : 'smith') };
    case 'correct':
    case 'propose':
      return { kind, target: claim, patch: which === 0 ? { position: 'limits' } : { date: '2017-02' } };
    default:
      return { kind, target: claim };
  }
}

async function made(dir: string, all: readonly Piece[]): Promise<string> {
  const record = await openRecord(dir, { create: true });
  for (const one of all) await learnPiece(record, one);
  await rebuild(record);
  await record.db.destroy();
  return dir;
}

/** What a record amounts to: its root, and the hash of everything derived. */
async function stateOf(record: OpenRecord): Promise<Record<string, unknown>> {
  const { root, parts, heads } = await rootOf(record.db);
  return { root, parts, heads, ...Object.fromEntries(await derivedDigests(record.db)) };
}

/** The state after merging others, one after another, into a copy of the first; it verifies. */
async function merged(dir: string, first: string, ...others: string[]): Promise<Record<string, unknown>> {
  cpSync(first, dir, { recursive: true });
  const record = await openRecord(dir);
  for (const other of others) await mergeRecords(record, [other], MERGED);
  const { faults } = await verify(record, MERGED, { rebuild: true });
  // The bytes of these lists were never stored.
  const found = faults.filter((fault) => !fault.includes('bytes are missing'));
  const state = await stateOf(record);
  await record.db.destroy();
  assert.deepEqual(found, []);
  return state;
}

test('merging is commutative, associative and idempotent, decisions on claims and agencies, corrections and newer readings included', async () => {
  await fc.assert(
    fc.asyncProperty(pieces, pieces, pieces, (one, two, three) =>
      inFolder(async (dir) => {
        const at = (name: string) => join(dir, name);
        const [a, b, c] = [await made(at('a'), one), await made(at('b'), two), await made(at('c'), three)];
        const ab = await merged(at('ab'), a, b);
        assert.deepEqual(await merged(at('ba'), b, a), ab, 'a and b');
        assert.deepEqual(await merged(at('abb'), a, b, b), ab, 'b twice');
        const bc = at('bc');
        await merged(bc, b, c);
        const abc = await merged(at('ab-c'), at('ab'), c);
        assert.deepEqual(await merged(at('a-bc'), a, bc), abc, 'a and (b and c)');
        assert.deepEqual(await merged(at('cba'), c, b, a), abc, 'c, b and a');
      }),
    ),
    RUNS,
  );
});

test('merging two records is adding everything to one', async () => {
  await fc.assert(
    fc.asyncProperty(evidence, evidence, (one, two) =>
      inFolder(async (dir) => {
        const at = (name: string) => join(dir, name);
        const [a, b] = [await made(at('a'), one), await made(at('b'), two)];
        const all = [...one, ...two].toSorted((x, y) => x.day - y.day);
        const record = await openRecord(await made(at('all'), all));
        const wanted = await stateOf(record);
        await record.db.destroy();
        assert.deepEqual(await merged(at('ab'), a, b), wanted);
      }),
    ),
    RUNS,
  );
});

test('of two readings that records made at one moment the same is in force in either order, and read anew against that one', async () => {
  await inFolder(async (dir) => {
    const positions = ['limits', 'ends'] as const;
    const read = (position: (typeof positions)[number]) => ({
      reader: 'text',
      version: position,
      claims: claimsOn(STORIES[0] ?? '', [{ words: STORIES[0]?.split(' Nobody')[0] ?? '', position }]),
    });
    let sha = '';
    for (const position of positions) {
      const record = await openRecord(join(dir, position), { create: true });
      const capture = text(record, 0);
      sha = capture.sha;
      await learn(record, '2026-01-01', { ...capture, claims: [] });
      await appendReading(record, sha, read(position), at('2026-01-02'));
      await record.db.destroy();
    }
    const held: unknown[] = [];
    for (const [one, other] of [positions, positions.toReversed()] as [string, string][]) {
      const copy = join(dir, `${one}-${other}`);
      cpSync(join(dir, one), copy, { recursive: true });
      const record = await openRecord(copy);
      await mergeRecords(record, [join(dir, other)], MERGED);
      const [claim] = await (await readRecord(record)).claims({});
      held.push(claim?.position);
      // What is in force is not read again; the other one is.
      for (const position of positions) {
        const inForce = position === claim?.position;
        if (inForce) assert.equal(await appendReading(record, sha, read(position), MERGED), false);
      }
      for (const position of positions) {
        if (position === claim?.position) continue;
        assert.equal(await appendReading(record, sha, read(position), MERGED), true);
      }
      await record.db.destroy();
    }
    assert.equal(held[0], held[1]);
  });
});

test('decisions that two people made apart are both kept, shown as a disagreement, and the next one seals both', async () => {
  await inFolder(async (dir) => {
    const base = join(dir, 'a');
    await made(base, [{ what: 'text', which: 0, day: 1 }]);
    cpSync(base, join(dir, 'b'), { recursive: true });
    await made(base, [{ what: 'accept', which: 0, day: 2 }]);
    await made(join(dir, 'b'), [{ what: 'reject', which: 0, day: 3 }]);
    const record = await openRecord(base);
    await mergeRecords(record, [join(dir, 'b')], MERGED);
    const reader = await readRecord(record);
    const [item] = await reader.review({});
    assert.deepEqual(
      [item?.type, item?.decisions.map(({ kind }) => kind)],
      ['disagreement', ['accept', 'reject']],
    );
    assert.equal((await rootOf(record.db)).heads.length, 2);
    const answers = item?.decisions.at(-1)?.seq ?? null;
    const target = item?.claim?.id ?? '';
    await decide(record, [{ kind: 'accept', target, answers, actor: 'bob', reason: 'both seen' }], MERGED);
    assert.equal((await rootOf(record.db)).heads.length, 1);
    assert.deepEqual(await reader.review({}), []);
    assert.deepEqual((await verify(record, MERGED, { rebuild: true })).faults, []);
    await record.db.destroy();
  });
});

test('a merge that makes versions of the registry older, without a new one, changes which is the newest', async () => {
  const agency = (county: string) => ({
    ...makeAgency('Amelia Police Department', 'OH'),
    counties: [county],
  });
  const learned = async (path: string, versions: [day: string, county: string][]) => {
    const record = await openRecord(path, { create: true });
    for (const [day, county] of versions) {
      const time = `${day}T12:00:00.000Z`;
      await insertRegistry(record.db, [agency(county)], 'fbi', time);
      await setMeta(record.db, 'recorded', time);
    }
    await rebuild(record);
    await record.db.destroy();
  };
  await inFolder(async (dir) => {
    const [one, other] = [join(dir, 'one'), join(dir, 'other')];
    await learned(one, [
      ['2026-01-03', '39025'],
      ['2026-01-04', '39017'],
    ]);
    await learned(other, [
      ['2026-01-01', '39017'],
      ['2026-01-02', '39025'],
    ]);
    const wanted = await merged(join(dir, 'other-one'), other, one);
    assert.deepEqual(await merged(join(dir, 'one-other'), one, other), wanted);
  });
});

const SHARED = '../shared/data';
const needed = { skip: existsSync(SHARED) ? false : `${SHARED} is not here` };

test(
  'two offices that start from one record, take in real lists and a story and decide apart, come to one record',
  needed,
  async () => {
    await inFolder(async (dir) => {
      const path = (name: string) => join(dir, name);
      const start = await openRecord(path('start'), { create: true });
      await appendStarter(start, readStarter('starter'), at('2026-01-01'));
      await rebuild(start);
      await start.db.destroy();
      const [first, both, last] = ['page-2021-01-13', 'page-2021-01-16', 'page-2021-04-09'].map(
        (name) => `${SHARED}/ice-287g/${name}.xlsx`,
      ) as [string, string, string];
      const story = `${SHARED}/seed/article.txt`;
      const office = async (name: string, files: string[], day: string): Promise<OpenRecord> => {
        cpSync(path('start'), path(name), { recursive: true });
        const record = await openRecord(path(name));
        await add(record, files, { published: '2017-02-22' }, at(day));
        return record;
      };
      const a = await office('a', [first, both, story], '2026-01-02');
      const b = await office('b', [both, last, story], '2026-01-02');
      const all = await office('all', [first, both, last, story], '2026-01-02');
      const wanted = await stateOf(all);
      await all.db.destroy();

      const copies = ['a', 'b'] as const;
      for (const name of copies) cpSync(path(name), path(`${name}-before`), { recursive: true });
      assert.deepEqual(await merged(path('before'), path('a-before'), path('b-before')), wanted);

      // Each decides on the same claim, one corrects it; each on one of its own too.
      const proposed = async (record: OpenRecord) =>
        (await (await readRecord(record)).claims({ agency: 'us-tx-harris-county-sheriff' })).find(
          ({ review }) => review === 'proposed',
        )?.id ?? '';
      const target = await proposed(a);
      assert.equal(await proposed(b), target);
      const cited = (await (await readRecord(a)).claims({ programme: 'detainers' })).map(({ id }) => id);
      const reason = 'read it';
      const patch = { date: '2017-02' } as const;
      await decide(a, [{ kind: 'accept', target, actor: 'ada', reason }], at('2026-01-03'));
      await decide(a, [{ kind: 'reject', target: cited[0]!, actor: 'ada', reason }], at('2026-01-04'));
      await decide(b, [{ kind: 'correct', target, patch, actor: 'bob', reason }], at('2026-01-03'));
      await decide(b, [{ kind: 'accept', target: cited[1]!, actor: 'bob', reason }], at('2026-01-05'));
      for (const record of [a, b]) await record.db.destroy();
      const ab = await merged(path('ab'), path('a'), path('b'));
      assert.deepEqual(await merged(path('ba'), path('b'), path('a')), ab);
      assert.deepEqual(await merged(path('abba'), path('ab'), path('b'), path('a')), ab);
      const record = await openRecord(path('ba'));
      const reader = await readRecord(record);
      const item = (await reader.review({})).find(({ claim }) => claim?.id === target);
      assert.deepEqual(
        [item?.type, item?.decisions.map(({ actor }) => actor).sort()],
        ['disagreement', ['ada', 'bob']],
      );
      assert.equal((await reader.decisions()).length, 4);
      await record.db.destroy();
    });
  },
);
