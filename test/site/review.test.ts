import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Hono } from 'hono';
import { quietEffects, UserError } from '../../src/base/index.ts';
import { reviewOf } from '../../src/commands/serve.ts';
import type { RecordReader, ReviewItem } from '../../src/record/index.ts';
import { createApp } from '../../src/site/index.ts';
import { ASSETS } from './record.ts';
import { HOSTILE, reviewApp, reviewRecord } from './review-record.ts';

let made: Awaited<ReturnType<typeof reviewRecord>>;
let reader: RecordReader;
let app: Hono;
before(async () => {
  made = await reviewRecord(12);
  ({ reader } = made);
  app = reviewApp(reader);
});
after(() => made.close());

const HOST = { host: '127.0.0.1:2870' };
const OWN = { ...HOST, 'sec-fetch-site': 'same-origin', origin: 'null' };

function get(path: string, headers: Record<string, string> = HOST, from = app) {
  return from.request(`http://127.0.0.1:2870${path}`, { headers });
}

function post(
  path: string,
  values: Record<string, string>,
  headers: Record<string, string> = OWN,
  from = app,
) {
  const body = new URLSearchParams(values);
  return from.request(`http://127.0.0.1:2870${path}`, { method: 'POST', headers, body });
}

const waiting = async (agency: string | null = 'us-il-cook-county-sheriff') =>
  (await reader.review({ type: 'claim' })).filter(({ claim }) => claim?.agencyId === agency);
const faultOf = async (response: Response) =>
  /role="alert">(.*?)<\/p>/.exec(await response.text())?.[1] ?? '';
const idOf = ({ subject }: ReviewItem) => subject.slice(subject.indexOf(':') + 1);
const fieldsOf = (item: ReviewItem) => ({ subject: item.subject, target: idOf(item) });

test('only a page of this site at this machine can decide anything', async () => {
  const [item] = await waiting();
  const values = { act: 'accept', ...fieldsOf(item!) };
  const strange: Record<string, string>[] = [
    { ...HOST },
    { ...HOST, origin: 'https://evil.example' },
    { ...HOST, 'sec-fetch-site': 'cross-site', origin: 'null' },
    { ...HOST, 'sec-fetch-site': 'same-site', origin: 'http://127.0.0.1:9999' },
    { ...OWN, origin: 'https://evil.example' },
    // DNS rebinding: their name leads here, and their page thinks itself at home.
    { host: 'evil.example:2870', 'sec-fetch-site': 'same-origin', origin: 'http://evil.example:2870' },
    // A server in front brings others.
    { ...OWN, 'x-forwarded-for': '203.0.113.9' },
  ];
  for (const headers of strange) {
    for (const path of ['/review', '/es/review', '/review/batch', '/correct/us-il-cook-county-sheriff']) {
      assert.equal((await post(path, values, headers)).status, 403, `${path} ${JSON.stringify(headers)}`);
    }
  }
  assert.deepEqual(await reader.decisions(), []);
  assert.equal((await post('/review', { ...values, reason: 'x'.repeat(70_000) })).status, 413);
});

test('a site that is not served for review has none of it', async () => {
  const plain = createApp(reader, { assets: ASSETS });
  assert.equal((await get('/review', HOST, plain)).status, 404);
  assert.equal((await post('/review', { act: 'accept' }, OWN, plain)).status, 404);
  const agency = await (await get('/agency/us-fl-davie-police', HOST, plain)).text();
  assert.doesNotMatch(agency, /href="[^"]*(review|correct)/);
  assert.match(agency, /<pre class="letter">Agency: Davie Police Department/);
});

test('a decision is kept with actor and reason, and the next question comes; undo brings it back', async () => {
  const [first] = await waiting();
  const done = await post('/review', {
    act: 'reject',
    ...fieldsOf(first!),
    reason: `Said twice ${HOSTILE}`,
  });
  assert.equal(done.status, 303);
  const [decision] = await reader.decisions();
  assert.deepEqual(
    [decision!.kind, decision!.actor, decision!.subject, decision!.answers],
    ['reject', 'ada', first!.subject, null],
  );
  const next = new URL(done.headers.get('location')!, 'http://127.0.0.1:2870/review');
  assert.notEqual(next.searchParams.get('at'), first!.subject);
  const page = await (await get(next.pathname + next.search)).text();
  assert.match(page, /Rejected\./);
  assert.match(page, /1 decision today, 1 by ada/);
  const own = await (await get(`/review?at=${encodeURIComponent(first!.subject)}`)).text();
  assert.match(own, /<q>Said twice &lt;img src=x/);
  const undone = await post('/review', { act: 'undo', seqs: `${decision!.seq}-${decision!.seq}` });
  assert.equal(undone.status, 303);
  assert.ok((await waiting()).some(({ subject }) => subject === first!.subject));
});

test('nothing of a source, a name or a reason is ever markup', async () => {
  for (const item of await reader.review({ all: true })) {
    for (const prefix of ['', '/es']) {
      const html = await (await get(`${prefix}/review?at=${encodeURIComponent(item.subject)}`)).text();
      assert.doesNotMatch(html, /<img|onerror=alert\(1\)>/, item.subject);
    }
  }
  assert.doesNotMatch(await (await get(`/review?at=${encodeURIComponent(HOSTILE)}`)).text(), /<img/);
  assert.doesNotMatch(await (await get(`/review?batch=${encodeURIComponent(HOSTILE)}`)).text(), /<img/);
  assert.doesNotMatch(await (await get('/review/agencies?q=mill+creek')).text(), /<img/);
});

test('the second reviewer sees the first decision and decides again; nothing is overwritten', async () => {
  const [item] = await waiting();
  const values = fieldsOf(item!);
  const other = reviewApp(reader, 'ben');
  const answers = item!.decisions.at(-1)?.seq;
  const seen = answers === undefined ? {} : { answers: String(answers) };
  const both = await Promise.all([
    post('/review', { act: 'accept', ...values, ...seen }),
    post(
      '/review',
      { act: 'correct', position: 'declines', reason: 'I say so', ...values, ...seen },
      OWN,
      other,
    ),
  ]);
  assert.deepEqual(both.map(({ status }) => status).sort(), [303, 409]);
  const late = both.find(({ status }) => status === 409)!;
  const html = await late.text();
  assert.match(html, /decided this meanwhile/);
  const last = (await reader.decisions({ subject: item!.subject })).at(-1)!;
  assert.match(html, new RegExp(`name="answers" value="${last.seq}"`));
  const again = { act: 'reject', reason: 'No position on taking part', answers: String(last.seq) };
  assert.equal((await post('/review', { ...values, ...again }, OWN, other)).status, 303);
  const kinds = (await reader.decisions({ subject: item!.subject })).map(({ actor }) => actor);
  assert.ok(kinds.includes('ada') || kinds.includes('ben'));
});

test('a correction keeps what the machine read beside what the person says', async () => {
  const [item] = await waiting(null);
  const look = await post('/review', {
    act: 'correct',
    look: '1',
    find: 'cook sheriff',
    ...fieldsOf(item!),
  });
  const html = await look.text();
  for (const [id, state] of [
    ['us-ga-cook-county-sheriff', 'Georgia'],
    ['us-il-cook-county-sheriff', 'Illinois'],
    ['us-mn-cook-county-sheriff', 'Minnesota'],
  ])
    assert.ok(new RegExp(`value="${id}"/?>.{0,120}Cook County · ${state} · sheriff`).test(html), state);
  const typed = {
    act: 'correct',
    ...fieldsOf(item!),
    agency: 'us-mn-cook-county-sheriff',
    reason: 'by its line',
  };
  assert.equal((await post('/review', { ...typed, date: '21 Feb' })).status, 400);
  const corrected = await post('/review', { ...typed, position: 'declines' });
  assert.equal(corrected.status, 303, await faultOf(corrected));
  const claim = await reader.claim(idOf(item!));
  assert.equal(claim!.agencyId, 'us-mn-cook-county-sheriff');
  assert.deepEqual([claim!.position, claim!.machine?.position], ['declines', 'ends']);
  const page = await (await get(`/review?at=${encodeURIComponent(item!.subject)}`)).text();
  assert.match(page, /<th scope="row">Position<\/th><td>Ended<\/td><td>Declines<\/td>/);
  const [next] = await waiting(null);
  const blank = await post('/review', { act: 'correct', ...fieldsOf(next!), reason: 'x' });
  assert.match(await blank.text(), /Nothing was changed yet/);
});

test('two agencies are told apart; who comes too late sees it; undoing asks again', async () => {
  const [item] = (await reader.review({ type: 'identity' })).filter(
    ({ candidates }) => candidates.length === 2,
  );
  const [a, b] = item!.candidates as [string, string];
  const pair = `agencies:${[a, b].sort().join(' ')}`;
  const values = { ...fieldsOf(item!), target: a, other: b, pair };
  const done = await post('/review', { act: 'distinct', ...values, reason: 'Different places' });
  assert.equal(done.status, 303);
  const late = await post('/review', { act: 'same', ...values, reason: 'One spelling is a slip' });
  assert.equal(late.status, 409);
  assert.match(await late.text(), /not the same|Kept apart/i);
  const leave = await post('/review', { act: 'accept', ...values, target: idOf(item!) });
  assert.equal(leave.status, 409);
  const { seq } = (await reader.decisions({ subject: pair })).at(-1)!;
  const undone = await post('/review', { act: 'undo', seqs: `${seq}-${seq}` });
  const back = new URL(undone.headers.get('location')!, 'http://x/review').searchParams.get('at');
  assert.equal(back, item!.subject);
});

test('a fault is told in the language of the page', async () => {
  const [item] = await waiting();
  const faults: [Record<string, string>, RegExp][] = [
    [{ act: 'reject', ...fieldsOf(item!), reason: ' ' }, /^No se guardó: falta el motivo/],
    [{ act: 'accept', subject: item!.subject, target: 'f'.repeat(32) }, /^No se guardó: esto ya no está/],
    [{ act: 'dance', ...fieldsOf(item!) }, /^No se guardó: esa no es una decisión/],
    [
      { act: 'correct', ...fieldsOf(item!), reason: 'x', date: 'nunca' },
      /^"nunca"|^&quot;nunca&quot; no es una fecha/,
    ],
    [{ act: 'correct', ...fieldsOf(item!), reason: 'x', position: 'maybe' }, /^No se guardó/],
  ];
  for (const [values, said] of faults) {
    const response = await post('/es/review', values);
    assert.equal(response.status, 400);
    assert.match(await faultOf(response), said);
  }
});

test('a batch is accepted as it was shown, after every sample was looked at, and undone as one', async () => {
  const html = await (await get('/review/batch?batch=test')).text();
  const [, seal] = html.match(/name="seal" value="(\w+)"/)!;
  const looked = [...html.matchAll(/name="looked" value="(\w+)"/g)].map(([, id]) => id!);
  assert.equal(looked.length, 5);
  const send = (ids: string[], mark = seal!) => {
    const body = new URLSearchParams([
      ['batch', 'test'],
      ['seal', mark],
      ...ids.map((id) => ['looked', id] as [string, string]),
    ]);
    return app.request('http://127.0.0.1:2870/review/batch', { method: 'POST', headers: OWN, body });
  };
  const before = (await reader.decisions()).length;
  assert.equal((await send(looked.slice(1))).status, 400);
  assert.equal((await send(looked, '0'.repeat(64))).status, 409);
  assert.equal((await reader.decisions()).length, before);
  const done = await send(looked);
  assert.equal(done.status, 303);
  const made = (await reader.decisions()).length - before;
  assert.ok(made > 5);
  const range = new URL(done.headers.get('location')!, 'http://x/review/batch').searchParams.get('done')!;
  await post('/review', { act: 'undo', seqs: range });
  const undone = (await reader.decisions()).slice(-made);
  assert.ok(undone.every(({ kind }) => kind === 'undo'));
});

test('a correction from outside waits in the queue with its source; taking it over is one key', async () => {
  const id = 'us-mn-cook-county-sheriff';
  const form = await (await get(`/correct/${id}`)).text();
  const [, claim] = form.match(/name="claim" value="(\w+)"/)!;
  const values = { claim: claim!, position: 'limits', note: HOSTILE };
  const url = 'https://example.org/letter.pdf';
  assert.equal((await post(`/correct/${id}`, { ...values, url: 'javascript:alert(1)' })).status, 400);
  assert.equal((await post(`/correct/${id}`, { ...values, url, position: '' })).status, 400);
  assert.equal((await post('/correct/us-il-cook-county-sheriff', { ...values, url })).status, 400);
  assert.equal((await post(`/correct/${id}`, { ...values, url })).status, 303);
  const [item] = await reader.review({});
  assert.deepEqual([item!.type, item!.subject], ['correction', `claim:${claim}`]);
  assert.ok(item!.decisions.at(-1)!.reason.endsWith(`source: ${url}`));
  assert.equal(item!.decisions.at(-1)!.value.document, undefined, 'the record has no bytes of it');
  const page = await (await get('/review')).text();
  assert.match(page, /proposed from outside/);
  assert.doesNotMatch(page, /<img/);
  const [, answers] = page.match(/name="answers" value="(\d+)"/)!;
  const taken = await post('/review', { act: 'correct', take: '1', ...fieldsOf(item!), answers: answers! });
  assert.equal(taken.status, 303);
  assert.equal((await reader.claim(claim!))!.position, 'limits');
  assert.equal((await get('/correct/us-zz-nobody')).status, 404);
});

test('a correction whose address the record has captured carries the document itself, linked beside it', async () => {
  const [story] = await reader.claims({ agency: 'us-il-cook-county-sheriff' });
  const { url, capture } = story!.source;
  const id = 'us-il-cook-county-sheriff';
  const values = { claim: story!.id, position: 'limits', note: 'the letter says so', url: url! };
  assert.equal((await post(`/correct/${id}`, values)).status, 303);
  const [item] = await reader.review({ subject: `claim:${story!.id}` });
  assert.equal(item!.decisions.at(-1)!.value.document, capture);
  const page = await (await get(`/review?at=claim%3A${story!.id}`)).text();
  assert.ok(page.includes(`capture/${capture}">the document</a>`));
});

test('elsewhere than at this machine reviewers sign in', async () => {
  const door = { reviewers: new Map([['ana', 'a secret of some length']]) };
  const signed = createApp(reader, { assets: ASSETS, review: { door, effects: quietEffects() } });
  const https = { host: 'atlas.example', 'sec-fetch-site': 'same-origin', 'x-forwarded-proto': 'https' };
  const closed = await get('/review', https, signed);
  assert.deepEqual([closed.status, closed.headers.get('location')], [303, './review/in']);
  const enter = (secret: string, headers: Record<string, string> = https) =>
    post('/review/in', { name: 'ana', secret }, headers, signed);
  assert.equal(
    (await enter('a secret of some length', { ...https, 'x-forwarded-proto': 'http' })).status,
    403,
  );
  assert.equal((await enter('wrong')).status, 403);
  const entered = await enter('a secret of some length');
  assert.equal(entered.status, 303);
  const cookie = entered.headers.get('set-cookie')!;
  assert.match(cookie, /HttpOnly/);
  assert.match(cookie, /Secure/);
  assert.match(cookie, /SameSite=Strict/);
  assert.doesNotMatch(cookie, /a secret/);
  const [mine = ''] = cookie.split(';');
  assert.equal((await get('/review', { ...https, cookie: mine }, signed)).status, 200);
  const forged = mine.replace(/=[^.]+/, `=${Buffer.from('ben').toString('base64url')}`);
  assert.equal((await get('/review', { ...https, cookie: forged }, signed)).status, 303);
  const later = mine.replace(/\.[^.]+\./, `.${Buffer.from('9999999999999').toString('base64url')}.`);
  assert.equal((await get('/review', { ...https, cookie: later }, signed)).status, 303);
  // Behind a server at this machine: the last address is the one that it saw.
  const from = (address: string) => ({ ...https, 'x-forwarded-for': `10.0.0.${seen++}, ${address}` });
  let seen = 0;
  for (let n = 0; n < 10; n++) await enter('wrong', from('203.0.113.9'));
  assert.equal((await enter('a secret of some length', from('203.0.113.9'))).status, 429);
  assert.equal(
    (await enter('a secret of some length', from('198.51.100.7'))).status,
    303,
    'nobody else is shut out',
  );
  for (let n = 0; n < 10; n++) await enter('wrong', from(`2001:db8:1:2::${n}`));
  assert.equal((await enter('a secret of some length', from('2001:db8:1:2::ff'))).status, 429, 'one network');
  assert.equal((await enter('a secret of some length', from('2001:db8:1:3::ff'))).status, 303);
});

test('serving for review on an open host asks for reviewers, each with a real secret', () => {
  assert.equal(reviewOf({}, '0.0.0.0', undefined), undefined);
  assert.deepEqual(reviewOf({ review: 'ada' }, '::1', undefined)?.door, { actor: 'ada' });
  assert.throws(() => reviewOf({ review: true }, '0.0.0.0', undefined), UserError);
  assert.throws(
    () => reviewOf({ review: true }, '0.0.0.0', 'ana:short'),
    /reviewer "ana" has no secret of 16/,
  );
});
