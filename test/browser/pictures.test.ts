import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, type TestContext, test } from 'node:test';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { quietEffects } from '../../src/base/index.ts';
import { makeRecord } from '../../src/commands/init.ts';
import { openRecord, type RecordReader, readRecord } from '../../src/record/index.ts';
import { createApp } from '../../src/site/index.ts';
import { ASSETS } from '../site/record.ts';
import { NO_BROWSER, onPage, type Running, serveApp, startBrowser } from './browser.ts';
import { differsFrom } from './pictures.ts';

// A record of one moment, so that its pages are the same on every day.
const effects = quietEffects({ now: () => Date.parse('2026-11-24T05:00:00Z') });
// Letters have other edges on other machines; a thing that moved or went shows in more.
const SHARE = 0.03;

let browser: Browser | null = null;
let dir = '';
let reader: RecordReader;
let served: Running;

before(async () => {
  browser = await startBrowser();
  if (!browser) return;
  dir = mkdtempSync(join(tmpdir(), 'countersign-pictures-'));
  await makeRecord(join(dir, 'record'), false, effects);
  reader = await readRecord(await openRecord(join(dir, 'record')));
  served = await serveApp(createApp(reader, { assets: ASSETS }));
});
after(async () => {
  if (!browser) return;
  await browser.close();
  await served.stop();
  await reader.close();
  rmSync(dir, { recursive: true, force: true });
});

const DESK = { viewport: { width: 1120, height: 760 } };
const PHONE = { viewport: { width: 390, height: 760 } };
const STILL = { reducedMotion: 'reduce' } as const;

interface Stop {
  name: string;
  path: string;
  size: BrowserContextOptions;
  /** What the visitor does on the page before the picture is taken. */
  act?: (page: Page) => Promise<unknown>;
}

const toSight = (what: string) => (page: Page) =>
  page
    .locator(what)
    .first()
    .evaluate((element) => element.scrollIntoView({ block: 'start' }));

// The five jobs of the tour, each as it looks where its visitor stands.
const TOUR: Stop[] = [
  { name: 'atlas', path: '', size: DESK },
  { name: 'search', path: 'search?q=haris+county+sherif', size: PHONE },
  { name: 'answer', path: 'agency/us-tx-harris-county-sheriff', size: PHONE },
  {
    name: 'evidence',
    path: 'agency/us-tx-harris-county-sheriff?on=2017-03-10',
    size: DESK,
    act: toSight('h2:has-text("What shows it")'),
  },
  { name: 'changes', path: 'changes?state=TX&from=2026-04-18&to=2026-05-18', size: DESK },
  { name: 'panel', path: 'data', size: DESK },
  { name: 'day', path: 'agency/us-fl-alachua-county-sheriff?on=2025-06-03', size: DESK },
  {
    name: 'correct',
    path: 'agency/us-fl-alachua-county-sheriff',
    size: DESK,
    act: async (page) => {
      await page.click('summary:has-text("Correct this")');
      await toSight('h2:has-text("Use this")')(page);
    },
  },
];

/** A picture of the page as it is in the window, once its letters are there and its map is drawn. */
async function picture(page: Page, { path, act }: Pick<Stop, 'path' | 'act'>): Promise<Buffer> {
  await page.goto(`${served.url}/${path}`);
  await page.evaluate(() => document.fonts.ready);
  // A page without a map waits for nothing more: half a second of silence at each of seventy pages is half a minute.
  if ((await page.locator('.map, [data-counties]').count()) > 0) await page.waitForLoadState('networkidle');
  await act?.(page);
  return page.screenshot({ animations: 'disabled', caret: 'hide' });
}

for (const stop of TOUR)
  test(`tour: ${stop.name}`, async (t: TestContext) => {
    if (!browser) return t.skip(NO_BROWSER);
    await onPage(browser, { ...stop.size, ...STILL }, async (page) => {
      const bytes = await picture(page, stop);
      assert.equal(differsFrom(`docs/tour/${stop.name}.png`, bytes, SHARE), null);
    });
  });

test('the tour shows every picture, and no other', () => {
  const shown = [...readFileSync('docs/tour.md', 'utf8').matchAll(/\]\(tour\/([a-z]+)\.png\)/g)];
  assert.deepEqual(
    shown.map(([, name]) => name),
    TOUR.map(({ name }) => name),
  );
});

// Each kind of page, small: what moved, went or overlaps shows, and all of them weigh little.
const KINDS = {
  home: '',
  agency: 'agency/us-fl-alachua-county-sheriff',
  ended: 'agency/us-tx-harris-county-sheriff?on=2017-03-10',
  state: 'state/AL',
  register: 'agencies/AL',
  county: 'county/48201',
  programme: 'programme/287g-jail',
  search: 'search?q=harris',
  changes: 'changes?from=2026-05-11&to=2026-05-18',
  contradictions: 'contradictions',
  policies: 'policies',
  policy: 'policy/tx-sb4-2017',
  topic: 'topic/removal-priorities',
  law: 'law/TX?on=2017-09-01',
  claims: 'claims',
  compare: 'compare?s=TX&t=FL',
  charts: 'charts',
  sources: 'sources',
  codebook: 'codebook',
  method: 'method',
  data: 'data',
};
const WINDOWS = { phone: [390, 844], tablet: [820, 1100], desk: [1440, 900] } as const;

for (const [window, [width, height]] of Object.entries(WINDOWS))
  test(`every kind of page looks as it did: ${window}`, async (t: TestContext) => {
    if (!browser) return t.skip(NO_BROWSER);
    const unlike: string[] = [];
    const size = { viewport: { width, height }, deviceScaleFactor: 0.25 };
    await onPage(browser, { ...size, ...STILL }, async (page) => {
      for (const [name, path] of Object.entries(KINDS)) {
        const line = differsFrom(
          `test/output/look/${name}-${window}.png`,
          await picture(page, { path }),
          SHARE,
        );
        if (line) unlike.push(line);
      }
    });
    assert.deepEqual(unlike, []);
  });
