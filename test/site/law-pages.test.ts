import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { csvParse } from 'd3-dsv';
import { quietEffects } from '../../src/base/index.ts';
import { addLaw, openRecord, readRecord } from '../../src/record/index.ts';
import { STATES } from '../../src/resolve/index.ts';
import { createApp } from '../../src/site/index.ts';
import { ASSETS, testSite } from './record.ts';

const site = testSite();

async function text(path: string, status = 200): Promise<string> {
  const response = await site.app.request(path);
  assert.equal(response.status, status, path);
  return (await response.text())
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/ ([.,;:])/g, '$1');
}

test('what applies in a state follows injunction and stay', async () => {
  const on = async (day: string) => /Detainers (\S+)/.exec(await text(`/law/TX?on=${day}`))?.[1];
  assert.equal(await on('2017-08-31'), undefined);
  assert.equal(await on('2017-09-01'), 'Unsettled');
  assert.equal(await on('2017-09-25'), 'Required');
  assert.equal((await site.app.request('/law/tx')).headers.get('location'), './TX');
  await text('/law/XX', 404);
});

test('an instrument says what it asks, what blocked it and since when it stands, and answers no question of law', async () => {
  const page = await text('/policy/tx-sb4-2017?on=2017-09-10');
  assert.match(
    page,
    /blocked · blocked from 1 Sept 2017 to 25 Sept 2017 · in force from 25 Sept 2017 · blocked by Preliminary injunction/,
  );
  assert.match(page, /They are no legal advice/);
  await text('/policy/nothing', 404);
  const es = await text('/es/policy/tx-sb4-2017?on=2017-09-10');
  assert.match(
    es,
    /suspendida · suspendida desde 1 sept 2017 hasta 25 sept 2017 · en vigor desde 25 sept 2017 · suspendida por Preliminary injunction/,
  );
});

test('a block is told as a block, and never as an end', async () => {
  const page = await text('/policy/eo-13768?on=2018-01-01');
  assert.match(
    page,
    /blocked · in force from 25 Jan 2017 to 1 Apr 2017 · blocked, the day is uncertain from 1 Apr 2017 to 30 Apr 2017 · blocked from 30 Apr 2017 to 20 Jan 2021/,
  );
});

test('a block that was stayed says so, and by what', async () => {
  const page = (day: string) => text(`/policy/order-el-cenizo-2017-08-30?on=${day}`);
  assert.match(
    await page('2017-10-15'),
    /in force · in force from 30 Aug 2017 to 13 Mar 2018 · stayed on this day, for what it blocks stands again: On 25 September 2017 the Fifth Circuit let/,
  );
  assert.doesNotMatch(await page('2017-09-10'), /stayed on this day/);
  assert.match(
    await text('/es/policy/order-el-cenizo-2017-08-30?on=2017-10-15'),
    /sin efecto ese día, pues lo que suspende vale de nuevo: On 25 September/,
  );
});

test('where it is uncertain whether a text still stands, pages say that and do not count it among those in force', async () => {
  assert.match(await text('/policy/dhs-memo-2021-09-30?on=2026-05-18'), /uncertain whether in force/);
  assert.match(await text('/policy/dhs-memo-2017-02-20-border?on=2026-05-18'), /uncertain whether in force/);
  const page = await text('/policies?on=2026-05-18');
  const counted = Number(/On 18 May 2026, (\d+) instruments/.exec(page)?.[1]);
  assert.match(page, /Of 3 more it is uncertain whether they still were/);
  assert.equal(page.split(/ in force(?! to| from)/).length > counted, true);
});

test('who blocks, by when a duty was to be met and what is not offered stand beside the answer', async () => {
  assert.match(
    await text('/law/TX?on=2017-09-01'),
    /Detainers Unsettled .*Senate Bill 4 .*blocked by Preliminary injunction in City of El Cenizo v\. Texas/,
  );
  assert.match(
    await text('/agency/us-tx-harris-county-sheriff?on=2017-09-01'),
    /blocked by Preliminary injunction in City of El Cenizo v\. Texas/,
  );
  assert.match(
    await text('/law/MD?on=2026-03-01'),
    /Forbidden .*agreements held before had to end by a day that is uncertain: between 17 Feb 2026 and Jul/,
  );
  assert.match(await text('/law/TX?on=2026-02-01'), /Required .*to be met by 1 Dec 2026/);
  assert.match(
    await text('/law/TX?on=2017-06-01'),
    /Not offered by federal law .*End of the 287\(g\) task force model .*Not offered by federal law .*Warrant Service Officer program/,
  );
});

test('the answers to a policy are those of its weeks and its state', async () => {
  const page = await text('/policy/dhs-memo-2017-02-20-interior');
  assert.match(page, /in the four weeks before and after 20 February 2017\. It came at the same time/);
  assert.match(page, /Harris County Sheriff’s Office/);
  assert.doesNotMatch(await text('/policy/il-trust-act'), /Harris County Sheriff’s Office/);
});

test('an agency page shows the law of its kind and place on the day', async () => {
  const law = async (on: string) =>
    (await text(`/agency/us-tx-harris-county-sheriff?on=${on}`)).split('The law that applied')[1] ?? '';
  assert.match(await law('2026-01-01'), /287\(g\)(?:, model not said)? Required .*Senate Bill 8 \(2025\)/);
  assert.match(
    await law('2017-03-10'),
    /287\(g\)(?:, model not said)? Permitted by federal law .*As far as this record knows: it holds no provision of Texas/,
  );
});

test('the law of an agency follows the day that the page is asked for, with links to the provisions', async () => {
  const cases: [agency: string, on: string, says: RegExp, not?: RegExp][] = [
    [
      'us-tx-travis-county-sheriff',
      '2017-08-31',
      /287\(g\)(?:, model not said)? Permitted by federal law/,
      /Detainers (?!are)/,
    ],
    ['us-tx-travis-county-sheriff', '2017-09-01', /Detainers Unsettled .*stands blocked by an order/],
    ['us-tx-travis-county-sheriff', '2017-09-25', /Detainers Required Senate Bill 4 \(2017\)/],
    [
      'us-tx-travis-county-sheriff',
      '2026-01-01',
      /287\(g\)(?:, model not said)? Required .*Senate Bill 8 \(2025\)/,
    ],
    [
      'us-ca-los-angeles-county-sheriff',
      '2017-12-31',
      /287\(g\)(?:, model not said)? Permitted by federal law/,
      /California Values Act .*Forbidden/,
    ],
    [
      'us-ca-los-angeles-county-sheriff',
      '2018-01-01',
      /287\(g\)(?:, model not said)? Forbidden .*California Values Act/,
    ],
    [
      'us-il-cook-county-sheriff',
      '2017-08-27',
      /287\(g\)(?:, model not said)? Permitted by federal law/,
      /Detainers/,
    ],
    ['us-il-cook-county-sheriff', '2017-08-28', /Detainers Forbidden Illinois TRUST Act/],
    [
      'us-fl-miami-dade-corrections',
      '2017-01-25',
      /287\(g\)(?:, model not said)? Permitted by federal law/,
      /Detainers/,
    ],
    ['us-fl-miami-dade-corrections', '2017-01-26', /Detainers Required Directive to hono/],
    ['us-fl-clay-county-sheriff', '2019-11-01', /Detainers Required Senate Bill 168/],
    ['us-fl-clay-county-sheriff', '2022-06-17', /287\(g\)(?:, model not said)? Required .*Senate Bill 1808/],
    ['us-fl-clay-county-sheriff', '2025-03-01', /287\(g\)(?:, model not said)? Required .*Senate Bill 2-C/],
    ['us-fl-clay-county-sheriff', '2022-06-16', /287\(g\)(?:, model not said)? Permitted by federal law/],
    [
      'us-il-cook-county-sheriff',
      '2021-08-02',
      /287\(g\)(?:, model not said)? Forbidden .*Illinois Way Forward Act/,
    ],
  ];
  for (const [agency, on, says, not] of cases) {
    const page = await text(`/agency/${agency}?on=${on}`);
    const law = (page.split('The law that applied')[1] ?? '').split('The newest act')[0] ?? '';
    assert.match(law, says, `${agency} on ${on}`);
    if (not) assert.doesNotMatch(law, not, `${agency} on ${on}`);
  }
  const html = await (await site.app.request('/agency/us-il-cook-county-sheriff?on=2017-08-28')).text();
  assert.match(html, /href="[^"]*policy\/il-trust-act#il-detainers"/);
});

test('no state’s page sounds as if federal law alone were all, and each says how far the record reaches', async () => {
  for (const { usps, name } of STATES) {
    const page = await text(`/law/${usps}?on=2026-05-01`);
    assert.match(
      page,
      new RegExp(`The (newest act of|record holds no act of) ?${name}|The record holds no act of ${name}`),
      usps,
    );
    assert.match(page, /The record holds some laws, not all/);
    const times = (words: string) => page.split(words).length - 1;
    assert.equal(times('by federal law'), times('As far as this record knows'), usps);
    assert.ok(times('by federal law') > 0, usps);
  }
});

test('the answers to a policy are data too: one row for each, and for each agency of which nothing new is known', async () => {
  const csv = await (await site.app.request('/answers/dhs-memo-2017-02-20-interior.csv')).text();
  const rows = csvParse(csv);
  assert.ok(
    rows.some(
      ({ agency, answer, side }) =>
        agency === 'us-tx-harris-county-sheriff' && answer === 'ends' && side === 'after',
    ),
  );
  const silent = rows.filter(({ answer }) => answer === 'nothing new known').map(({ agency }) => agency);
  assert.ok(silent.length > 10);
  const spoke = new Set(
    rows.filter(({ answer }) => answer !== 'nothing new known').map(({ agency }) => agency),
  );
  assert.ok(silent.every((agency) => !spoke.has(agency)));
  assert.equal((await site.app.request('/answers/nothing.csv')).status, 404);
  // A directive of one county is answered by its agencies alone.
  const county = csvParse(await (await site.app.request('/answers/miami-dade-directive-2017.csv')).text());
  assert.ok(county.length > 0 && county.every(({ agency }) => agency?.startsWith('us-fl-miami-dade')));
});

test('the regimes are one page, and every page is JSON too', async () => {
  assert.match(await text('/policies'), /from 10 Jun 2022 to 23 Jun 2023 .*blocked/);
  assert.match(await text('/topic/removal-priorities'), /Federal removal priorities, one after the other/);
  await text('/topic/nothing', 404);
  for (const path of ['/policies.json', '/topic/removal-priorities.json']) {
    const { regimes } = (await (await site.app.request(path)).json()) as {
      regimes: { from: string; provisions: { provision: string; state: string }[] }[];
    };
    const blocked = regimes.find(({ from }) => from === '2022-06-10');
    assert.deepEqual(
      blocked?.provisions.map(({ provision, state }) => [provision, state]),
      [['m202109-priorities', 'blocked']],
    );
  }
  const json = (await (await site.app.request('/law/TX.json?on=2026-01-01')).json()) as {
    asked: { programme: string; asked: string }[];
  };
  assert.deepEqual(
    json.asked.filter(({ programme }) => programme === 'detainers').map(({ asked }) => asked),
    ['required'],
  );
});

test('a directive of one county stands on the law of its state and on its county, on its days', async () => {
  assert.match(
    await text('/law/FL?on=2017-02-01'),
    /Acts of single counties Miami-Dade County · Directive to honor DHS detainers · in force/,
  );
  assert.match(
    await text('/county/12086?on=2017-02-01'),
    /Acts of this county Directive to honor DHS detainers · in force/,
  );
  const acts = async (path: string, of: string) =>
    ((await (await site.app.request(path)).json()) as Record<string, { instrument: string }[]>)[of]?.map(
      ({ instrument }) => instrument,
    );
  assert.deepEqual(await acts('/law/FL.json?on=2017-02-01', 'countyActs'), ['miami-dade-directive-2017']);
  assert.deepEqual(await acts('/law/FL.json?on=2017-01-25', 'countyActs'), []);
  assert.deepEqual(await acts('/county/12086.json?on=2017-02-01', 'acts'), ['miami-dade-directive-2017']);
  assert.deepEqual(await acts('/county/12011.json?on=2017-02-01', 'acts'), []);
});

test('the page of policies leads to the page of a topic, and refuses what it cannot show', async () => {
  const asked = await site.app.request('/policies?topic=detainers');
  assert.deepEqual(
    [asked.status, new URL(asked.headers.get('location') ?? '', 'http://x/policies').pathname],
    [301, '/topic/detainers'],
  );
  await text('/topic/detainers?topic=detainers');
  assert.match(
    await text('/policies?topic=nothing', 400),
    /&quot;nothing&quot; is no topic; use one of [a-z-]+, /,
  );
  const between = await site.app.request('/policies.json?from=2025-01-19&to=2025-01-21');
  assert.equal(between.status, 301);
  assert.equal(between.headers.get('location'), './changes.json?from=2025-01-19&to=2025-01-21');
});

test('what changed between two days names the provisions that turned, of a state its own and federal ones', async () => {
  const page = await text('/changes?from=2025-01-19&to=2025-01-21');
  assert.match(page, /No agency changed in these days\. What changed in law/);
  assert.match(
    page,
    /Protecting the American People Against Invasion Makes it policy .* 20 Jan 2025 · United States · not yet in force → in force/,
  );
  assert.match(
    await text('/es/changes?from=2025-01-19&to=2025-01-21'),
    /Qué cambió en las leyes .* 20 ene 2025 · Estados Unidos · .*aún no en vigor → en vigor/,
  );
  const turns = async (path: string) =>
    (
      (await (await site.app.request(path)).json()) as { law: { provision: string; days: string[] }[] }
    ).law.map(({ provision, days }) => `${days.join()} ${provision}`);
  const turned = ['2017-09-01 tx-ask', '2017-09-01 tx-detainers', '2017-09-01 tx-penalties'];
  assert.deepEqual(await turns('/changes/2017-09-01.json'), turned);
  // Both days are included.
  assert.deepEqual(await turns('/changes.json?from=2017-09-01&to=2017-09-02&state=TX'), turned);
  assert.deepEqual(await turns('/changes.json?from=2017-08-31&to=2017-09-01&state=TX'), turned);
  assert.deepEqual(await turns('/changes/2017-09-02.json'), []);
  assert.ok(
    !(await turns('/changes.json?from=2017-08-01&to=2017-08-31&state=TX')).some((one) => one.includes('il-')),
  );
  assert.ok((await turns('/changes.json?from=2017-08-01&to=2017-08-31')).includes('2017-08-28 il-detainers'));
});

test('a page of law answers as known on a day, says so, and leads on as known then', async () => {
  // All of it was recorded on 1 March 2026.
  const then = await text('/law/TX?on=2017-09-25&known=2026-03-01');
  assert.match(then, /As known on 1 March 2026\. See the newest/);
  assert.match(then, /Detainers Required/);
  assert.match(await text('/es/law/TX?known=2026-03-01'), /Según lo sabido el 1 de marzo de 2026/);
  assert.match(await text('/law/TX?on=2017-09-25&known=2026-02-28'), /The record holds no act of Texas/);
  await text('/policy/tx-sb4-2017?known=2026-02-28', 404);
  assert.match(
    await text('/policies?on=2026-01-01&known=2026-02-28'),
    /No instrument of this record was in force/,
  );
  assert.doesNotMatch(await text('/law/TX'), /As known on \d/);
  const policy = await text('/policy/dhs-memo-2017-02-20-interior?known=2026-03-01');
  assert.match(policy, /What agencies answered stands on the page of what is known now/);
  assert.doesNotMatch(policy, /Nothing new is known/);
  const html = await (await site.app.request('/policies?known=2026-03-01')).text();
  assert.match(html, /href="\.\/policy\/tx-sb4-2017\?known=2026-03-01"/);
  assert.match(html, /<form[^>]+action="\.\/policies">.*name="known" value="2026-03-01"/s);
  assert.match(html, /<a href="\.\/policies">See the newest/);
  const json = await (await site.app.request('/topic/detainers.json?known=2026-02-28')).json();
  assert.deepEqual(json, {
    topic: 'detainers',
    on: '2026-02-17',
    known: '2026-02-28',
    provisions: [],
    regimes: [],
  });
  await text('/law/TX?known=2026-02-30', 400);
  assert.equal(
    (await site.app.request('/law/tx?known=2026-03-01')).headers.get('location'),
    './TX?known=2026-03-01',
  );
});

test('the removal priorities have a page of their own that says who came first', async () => {
  const page = await text('/regimes');
  assert.match(
    page,
    /from 30 Sept 2021 to 10 Jun 2022 Guidelines for the Enforcement of Civil Immigration Law in force Priorities are threats to national security/,
  );
  assert.match(await text('/es/regimes'), /30 sept 2021/);
  const { regimes } = (await (await site.app.request('/regimes.json')).json()) as {
    regimes: { provisions: { summary: string }[] }[];
  };
  assert.ok(
    regimes.length > 8 && regimes.every(({ provisions }) => provisions.every(({ summary }) => summary)),
  );
});

test('a day and a month are a pair in both languages, a topic does not lead to itself, and no data is no page', async () => {
  assert.match(await text('/law/MD?on=2026-03-01'), /between 17 Feb 2026 and Jul/);
  assert.match(await text('/es/law/MD?on=2026-03-01'), /entre el 17 feb 2026 y jul 2026/);
  const list =
    (await (await site.app.request('/topic/detainers')).text()).split('class="provisions"')[1] ?? '';
  assert.doesNotMatch(list, /topic\/detainers/);
  assert.match(await (await site.app.request('/policy/tx-sb4-2017')).text(), /topic\/detainers/);
  const missing = await site.app.request('/topic/zz.json');
  assert.deepEqual(
    [missing.status, typeof ((await missing.json()) as { error: string }).error],
    [404, 'string'],
  );
});

test('the outlook says plainly where it has nothing to go by, and can be switched off', async () => {
  assert.match(await text('/outlook'), /There is no outlook: it takes the lists of half a year/);
  const off = createApp(site.made.reader, { assets: ASSETS, outlook: false });
  assert.equal((await off.request('/outlook')).status, 404);
  assert.doesNotMatch(await (await off.request('/policies')).text(), /href="outlook"/);
});

test('law against law stands with both provisions and what they say, under no agency', async () => {
  const record = await openRecord(join(site.made.dir, 'record'));
  const common = { source_id: 'ban-source', summary: 'Nobody joins.' };
  await addLaw(
    record,
    {
      sources: [{ source_id: 'ban-source', title: 'Acts' }],
      instruments: [
        {
          ...common,
          instrument_id: 'ban',
          title: 'Ban act',
          kind: 'statute',
          issuer: 'Legislature',
          jurisdiction: 'TX',
          issued: '2026-02-01',
        },
      ],
      provisions: [
        {
          ...common,
          instrument_id: 'ban',
          provision_id: 'ban-1',
          topic: '287g',
          effect: 'forbids',
          programmes: '287g',
        },
      ],
    },
    quietEffects({ now: () => Date.parse('2026-03-02T12:00:00Z') }),
  );
  const reader = await readRecord(record);
  const own = createApp(reader, { assets: ASSETS, warn: (message) => site.warned.push(message) });
  const page = await (await own.request('/contradictions?kind=law-against-law')).text();
  assert.match(page, /<h2 id="law">The law itself<\/h2>/);
  for (const [policy, says] of [
    ['policy/ban#ban-1', 'Nobody joins.'],
    ['policy/tx-sb8-2025#sb8-287g', 'Every sheriff running or contracting for a jail must'],
  ] as const)
    assert.match(page, new RegExp(`<p lang="en">${says}[^<]*<a href="./${policy}"`));
  assert.ok(!page.includes('href="./agency/"'), 'no link to an agency without a name');
  await reader.close();
});
