import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { test } from 'node:test';
import { quietEffects } from '../../src/base/index.ts';
import { add } from '../../src/commands/add.ts';
import { LOCAL_MODEL, modelOf } from '../../src/commands/model.ts';
import { readRecord, verify } from '../../src/record/index.ts';
import { countersign, inFolder } from '../cli.ts';
import { withRecord } from '../record/world.ts';

const STORY = `Council hears from the chief

HARLOW, Texas — Immigration came up at Monday’s council meeting. Would her officers ever ride with ICE? Police Chief Ann Bell of the Harlow Police Department answered with a thumb turned down and “what do you think?”

The Harlow Police Department has 40 officers.
`;
const TRUE_ROW = {
  agency: 'Harlow Police Department',
  state: 'TX',
  programme: 'enforcement',
  position: 'declines',
  speaker: 'Ann Bell',
  role: 'Police Chief',
  date: '2019-05-06',
  quote:
    'Police Chief Ann Bell of the Harlow Police Department answered with a thumb turned down and "what do you think?"',
};

/** A model's endpoint on this machine that answers what it is told to, and keeps what it was asked. */
async function endpoint<T>(
  answers: (string | number)[],
  work: (url: string, asked: { path: string; key: string | undefined; body: string }[]) => Promise<T>,
): Promise<T> {
  const asked: { path: string; key: string | undefined; body: string }[] = [];
  const server = createServer(async (request, response) => {
    asked.push({ path: request.url ?? '', key: request.headers.authorization, body: await bodyOf(request) });
    const answer = answers[Math.min(asked.length, answers.length) - 1]!;
    if (typeof answer === 'number') {
      response.writeHead(answer, { 'content-type': 'application/json' }).end('{"error":{"message":"no"}}');
      return;
    }
    const choices = [{ index: 0, finish_reason: 'stop', message: { role: 'assistant', content: answer } }];
    response
      .writeHead(200, { 'content-type': 'application/json' })
      .end(JSON.stringify({ id: 'x', object: 'chat.completion', choices }));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  try {
    return await work(`http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`, asked);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}

async function added(answers: (string | number)[], environment: NodeJS.ProcessEnv = {}) {
  return endpoint(answers, (url, asked) =>
    withRecord(async (record, dir) => {
      const path = join(dir, 'story.txt');
      writeFileSync(path, STORY);
      const warnings: string[] = [];
      const effects = quietEffects({ warn: (line) => warnings.push(line) });
      const model = await modelOf({ model: 'tiny', modelUrl: url }, environment);
      const done = await add(record, [path], { published: '2019-05-07', model }, effects);
      const reader = await readRecord(record);
      const claims = (await reader.claims({})).filter(({ rules }) => rules.includes('model:tiny'));
      const { faults } = await verify(record, effects);
      return { done, claims, warnings, asked, faults, status: await reader.status({ on: '2019-06-01' }) };
    }),
  );
}

test('what a model quotes verbatim is put up for review and decides nothing', async () => {
  const { claims, asked, faults, status, done } = await added([JSON.stringify({ claims: [TRUE_ROW] })], {
    COUNTERSIGN_MODEL_KEY: 'secret',
  });
  assert.deepEqual(done.refused, []);
  assert.equal(claims.length, 1);
  const [claim] = claims;
  assert.deepEqual(
    [claim?.agency.name, claim?.position, claim?.speaker, claim?.review, claim?.confidence],
    ['Harlow Police Department', 'declines', 'Ann Bell', 'proposed', null],
  );
  // The curly marks of the text, not the straight ones of the answer; and no day that the text does not give.
  const [evidence] = claim?.evidence ?? [];
  assert.ok(evidence?.type === 'text' && evidence.exact.includes('“what do you think?”'));
  assert.equal(claim?.date, null);
  assert.deepEqual(faults, []);
  assert.deepEqual(status, []);
  assert.equal(asked.length, 1);
  assert.equal(asked[0]?.path, '/v1/chat/completions');
  assert.equal(asked[0]?.key, 'Bearer secret');
  const body = JSON.parse(asked[0]?.body ?? '{}') as { model: string; messages: { content: string }[] };
  assert.equal(body.model, 'tiny');
  assert.ok(body.messages[1]?.content.includes('Chief Ann Bell of the Harlow'));
});

test('what is not in the text, or not of the vocabulary, is left out in one line', async () => {
  const rows = [
    { ...TRUE_ROW, quote: 'The chief said that she would never help ICE.' },
    { ...TRUE_ROW, agency: 'Dallas Police Department' },
    { ...TRUE_ROW, programme: 'sanctuary' },
    { ...TRUE_ROW, position: 'bad' },
    { ...TRUE_ROW, quote: 'ICE' },
    'nonsense',
  ];
  const { claims, warnings } = await added([JSON.stringify({ claims: rows })]);
  assert.deepEqual(claims, []);
  assert.equal(warnings.length, 1);
  assert.match(warnings[0]!, /is not in the passage.*is not in the passage.*"sanctuary" is unknown; 2 more/);
});

test('an answer that is none, or an endpoint that fails, is a warning; the rules go on', async () => {
  for (const answers of [['I cannot help with that.'], [500], ['{"claims":"none"}'], ['null']]) {
    const { claims, warnings, done } = await added(answers);
    assert.deepEqual([claims.length, warnings.length, done.texts], [0, 1, 1], String(answers[0]));
  }
});

test('the command line asks the endpoint that it names, for add and for extract', async () => {
  await endpoint([JSON.stringify({ claims: [TRUE_ROW] })], (url, asked) =>
    inFolder(async (dir) => {
      const path = join(dir, 'story.txt');
      writeFileSync(path, STORY);
      const named = ['--model', 'tiny', '--model-url', url];
      const read = await countersign('extract', path, ...named);
      assert.deepEqual([read.code, read.err], [0, '']);
      const { claims } = JSON.parse(read.out) as { claims: { rules: string[] }[] };
      assert.equal(claims.filter(({ rules }) => rules.includes('model:tiny')).length, 1);
      const record = join(dir, 'record');
      await countersign('--record', record, 'init', '--empty');
      assert.equal((await countersign('--record', record, 'add', path, ...named)).code, 0);
      assert.equal(asked.length, 2);
    }),
  );
});

test('off by default; an address that is none is refused', async () => {
  assert.equal(await modelOf({}), undefined);
  await assert.rejects(modelOf({ model: 'tiny', modelUrl: 'ftp://x' }), /is no http address; write it as/);
  await assert.rejects(modelOf({ modelUrl: LOCAL_MODEL }), /name one with --model/);
});
