import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testSite } from './record.ts';

const HARRIS = '/agency/us-tx-harris-county-sheriff';
const site = testSite();

async function get(path: string, status = 200): Promise<string> {
  const response = await site.app.request(path);
  assert.equal(response.status, status, path);
  return response.text();
}

/** A page without its tags, white space in one. */
function textOf(html: string): string {
  return html
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/ ([.,;:])/g, '$1');
}

test('the first page answers in a sentence for the newest day, and for any other', async () => {
  assert.match(textOf(await get('/')), /On 17 February 2026, \d+ local (and|or) state agenc/);
  const then = textOf(await get('/?on=2017-01-15'));
  assert.match(then, /On 15 January 2017, 3\d local and state agencies took part in 287\(g\)/);
});

test('the table of states says what the sentence says', async () => {
  const data = JSON.parse(await get('/index.json?on=2017-01-15')) as {
    counts: { partners: number };
    states: { counts: Record<string, number> }[];
  };
  const partners = data.states.reduce((sum, state) => sum + state.counts['takes-part']!, 0);
  assert.ok(data.counts.partners > 30 && partners >= data.counts.partners);
});

test('an agency page answers first, shows evidence in place, and says what is only cited', async () => {
  const html = await get(`${HARRIS}?on=2017-03-10`);
  const text = textOf(html);
  assert.match(
    text,
    /Ended a 287\(g\) jail agreement between 21 February and 5 March 2017\. It holds people for ICE on request, as said on 21 February 2017\./,
  );
  assert.match(html, /<mark>HOUSTON, Texas \(Feb\. 22, 2017\)/);
  assert.match(text, /cited, not captured/);
  assert.match(text, /True on 10 March 2017/);
  assert.match(html, /<rect[^>]+fill="url\(#wide-takes-part\)"/, 'the uncertain end is hatched');
});

test('nothing on a page is finer than its source: months stay months, words have the day of the saying', async () => {
  const text = textOf(await get(`${HARRIS}?on=2017-03-10`));
  assert.match(text, /Last seen 21 Feb 2017 /);
  assert.doesNotMatch(text, /31 Mar(ch)? 2017/);
  assert.match(text, /, as said on 21 February 2017\./);
  assert.match(text, /said 21 Feb 2017/);
  assert.doesNotMatch(text, /since 21 February 2017/);
  const changes = textOf(await get('/changes?from=2016-11-01&to=2016-12-31'));
  assert.match(changes, /Nov 2016/);
  assert.doesNotMatch(changes, /30 Nov 2016/);
});

test('a row of a list is shown as a row, marked, under the header of the list', async () => {
  const html = await get('/agency/us-fl-coral-springs-police');
  assert.match(html, /<mark>Coral Springs Police Department<\/mark>/);
  assert.match(html, /<th scope="col">LAW ENFORCEMENT AGENCY<\/th>/);
  assert.match(html, /class="near"/);
  assert.match(textOf(html), /between 3 and 9 February 2026/);
});

test('what a source says is text, never markup', async () => {
  const { claims } = JSON.parse(await get(`${HARRIS}.json`)) as {
    claims: { source: { capture: string | null } }[];
  };
  const sha = claims.find((claim) => claim.source.capture)!.source.capture!;
  const html = await get(`/capture/${sha}`);
  assert.match(
    html,
    /&lt;script&gt;alert\(&quot;jail&quot;\)&lt;\/script&gt; trained ten deputies &amp; cost money/,
  );
  assert.match(html, /<a class="marked" id="t\d+" href="\.\.\/claim\/[0-9a-f]+">/);
  assert.doesNotMatch(await get('/search?q=%3Cscript%3Ealert(1)%3C/script%3E'), /<script>alert/);
});

test('every page stands in Spanish too, and no English frame is left in it', async () => {
  const text = textOf(await get(`/es${HARRIS}`));
  assert.match(text, /Terminó un acuerdo 287\(g\) de cárcel/);
  for (const word of ['Timeline', 'What shows it', 'At a glance', 'Program '])
    assert.ok(!text.includes(word), word);
  assert.match(await get('/es/'), /<html lang="es">/);
  assert.equal((await site.app.request('/es')).headers.get('location'), '/es/');
});

test('the same address with .json is the same as data', async () => {
  const view = JSON.parse(await get(`${HARRIS}.json?on=2017-03-10`)) as {
    on: string;
    status: { position: string }[];
  };
  assert.equal(view.on, '2017-03-10');
  assert.ok(view.status.some((row) => row.position === 'ends'));
  for (const path of ['/changes', '/data', '/method', '/state/TX', '/search'])
    JSON.parse(await get(`${path}.json`));
  const claim = JSON.parse(await get(`${HARRIS}.json`)) as { claims: { id: string }[] };
  assert.equal(
    (JSON.parse(await get(`/claim/${claim.claims[0]!.id}.json`)) as { id: string }).id,
    claim.claims[0]!.id,
  );
  assert.match(await get(`/claim/${claim.claims[0]!.id}`), /class="claim /);
});

test('search forgives slips', async () => {
  assert.match(await get('/search?q=haris+county+sherif'), /href="\.\/agency\/us-tx-harris-county-sheriff"/);
  // A hit names the programme of its position.
  assert.match(
    textOf(await get('/search?q=haris+county+sherif')),
    /Takes part: Detainers|Ended: 287\(g\), jail/,
  );
  assert.match(textOf(await get('/search?q=qqqqqq')), /No agency found for “qqqqqq”/);
});

test('changes between two days are the same whichever day is named first', async () => {
  const days = ['2016-01-01', '2026-05-18'];
  const [right, wrong] = await Promise.all(
    [days, [...days].reverse()].map(([from, to]) => get(`/changes.json?from=${from}&to=${to}`)),
  );
  assert.equal(wrong, right);
  assert.ok((JSON.parse(right!) as { changes: unknown[] }).changes.length > 0);
});

test('changes narrow to days and a state', async () => {
  const text = textOf(await get('/changes?from=2026-02-01&to=2026-02-10&state=FL'));
  assert.match(text, /Coral Springs Police Department, Florida, is no longer listed/);
  assert.match(textOf(await get('/changes?from=1990-01-01&to=1990-01-02')), /Nothing changed in these days/);
});

test('a wrong date, an unknown id and an unknown page get one plain line and the right code', async () => {
  assert.match(
    textOf(await get('/?on=2017-02-30', 400)),
    /&quot;2017-02-30&quot; is no calendar day; write it as 2017-02-21/,
  );
  assert.match(await get('/index.json?on=soon', 400), /"error"/);
  assert.match(
    textOf(await get('/?on=2999-01-01', 400)),
    /lies too far ahead: nothing that is known reaches there/,
  );
  // What is known now shall not pass for what was known then.
  assert.match(
    await get('/method.json?known=2016-01-01', 400),
    /does not take known=.*2016-01-01.*agencies, states, claims/,
  );
  await get('/feed/all.xml?known=2016-01-01', 400);
  await get('/agency/us-tx-nobody', 404);
  await get('/state/ZZ', 404);
  await get('/nothing/here', 404);
  await get('/claim/anything', 404);
  assert.equal((await site.app.request('/state/tx')).headers.get('location'), './TX');
  // The day that was asked for goes along.
  assert.equal(
    (await site.app.request('/es/state/tx?on=2025-02-21')).headers.get('location'),
    './TX?on=2025-02-21',
  );
});

test('a day before the first list says that its count is not whole; a day since then does not', async () => {
  const from = (await site.made.reader.lists())
    .filter(({ kind }) => kind !== 'pending')
    .map(({ day }) => day)
    .sort()[0]!;
  const hidden = /id="thin"[^>]* hidden/;
  assert.match(await get('/'), hidden);
  assert.match(await get(`/?on=${from}`), hidden);
  const early = await get('/?on=2012-06-01');
  assert.match(early, /id="thin"/);
  assert.doesNotMatch(early, hidden);
  const state = /of days before it has single sources only/;
  assert.match(textOf(await get('/state/TX?on=2012-06-01')), state);
  assert.doesNotMatch(textOf(await get('/state/TX')), state);
});

test('what is not found leads on to the search, and says so where only an earlier day lacks it', async () => {
  const now = await get('/agency/us-xx-nobody', 404);
  assert.match(now, /<input[^>]+type="search"/);
  assert.match(textOf(now), /Nothing stands at this address\. Try the search\./);
  const then = textOf(await get(`${HARRIS}?known=2001-01-01`, 404));
  assert.match(then, /As known on 1 January 2001, nothing stood at this address\./);
});

test('a state bears its Spanish name on Spanish pages of law', async () => {
  assert.match(textOf(await get('/es/law/NJ')), /Lo que rige en Nueva Jersey/);
  assert.match(textOf(await get('/es/policies')), /Nueva Jersey/);
  assert.match(textOf(await get('/es/policy/nj-ag-directive-2018-6')), /Nueva Jersey ·/);
});

test('nothing inline runs, nothing foreign loads, links go to http only', async () => {
  const response = await site.app.request(HARRIS);
  assert.match(response.headers.get('content-security-policy')!, /default-src 'none'; script-src 'self'/);
  assert.equal(response.headers.get('x-content-type-options'), 'nosniff');
  for (const path of ['/', HARRIS, '/data', '/es/changes']) {
    const html = await get(path);
    assert.doesNotMatch(html, / style="| on\w+="/);
    for (const [tag] of html.matchAll(/<script[^>]*>/g)) assert.match(tag, /src="|type="application\/json"/);
    for (const [, url] of html.matchAll(/(?:src|srcset)="([^"]+)"/g))
      assert.doesNotMatch(url!, /^(https?:)?\/\//);
    for (const [tag, url] of html.matchAll(/<a [^>]*href="([a-z]+:[^"]+)"[^>]*>/g)) {
      assert.match(url!, /^https?:/);
      assert.match(tag, /rel="noopener noreferrer external"/);
    }
  }
});

test('assets and data carry their content in their name and may be kept for ever', async () => {
  const html = await get('/');
  const [, css] = html.match(/href="\.\/(assets\/look\.[0-9a-f]{8}\.css)"/)!;
  const response = await site.app.request(`/${css}`);
  assert.match(response.headers.get('cache-control')!, /immutable/);
  const [, bin] = html.match(/data-intervals="\.\/(data\/intervals\.[0-9a-f]{8}\.bin)"/)!;
  assert.equal((await site.app.request(`/${bin}`)).status, 200);
  await get('/assets/look.00000000.css', 404);
});

test('the picture for readers without script is a PNG of the day', async () => {
  const png = async (query: string) =>
    Buffer.from(await (await site.app.request(`/map.png${query}`)).arrayBuffer());
  const [now, then] = [await png(''), await png('?on=2010-01-01')];
  assert.equal(now.subarray(1, 4).toString('latin1'), 'PNG');
  assert.notDeepEqual(now, then);
  assert.match(await get('/?on=2017-01-15'), /<noscript><picture>.*src="\.\/map\.png\?on=2017-01-15"/);
});

test('the CSV has the columns of status, a source for every row', async () => {
  const [header, ...rows] = (await get('/status.csv?on=2017-01-15')).trim().split('\n');
  assert.equal(header, 'agency,name,state,county,programme,position,from,to,certain,claims');
  assert.ok(rows.length > 30);
  for (const row of rows) assert.match(row, /,[0-9a-f|]{32,}$/);
});

test('every interval and every agreement of the open data names a source that the record has', async () => {
  for (const name of ['intervals', 'agreements']) {
    const [header, ...rows] = (await get(`/download/${name}.csv`)).trim().split('\n');
    assert.match(header!, /,source$/);
    assert.ok(rows.length > 1);
    for (const row of rows) {
      const sources = row.split(',').at(-1)!.split('|');
      for (const id of sources) assert.ok(await site.made.reader.source(id), `${name}: ${row}`);
    }
  }
});

test('a comparison is there as CSV, for the days that are asked', async () => {
  const rows = (await get('/compare.csv?a=2026-02-02&b=2026-02-09')).trim().split('\n');
  assert.equal(rows[0], 'agency,name,state,first_date,second_date,position_first,position_second');
  assert.ok(
    rows.some((row) => /^us-fl-coral-springs-police,.*,2026-02-02,2026-02-09,takes-part,ends$/.test(row)),
    rows.join('\n'),
  );
  assert.match(
    await get('/compare?a=2026-02-02&b=2026-02-09'),
    /compare\.csv\?a=2026-02-02&amp;b=2026-02-09/,
  );
  await get('/compare.csv?a=soon', 400);
});
