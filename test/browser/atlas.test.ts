import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { after, before, type TestContext, test } from 'node:test';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { quietEffects } from '../../src/base/index.ts';
import { createApp, exportSite } from '../../src/site/index.ts';
import { ASSETS, type TestRecord, testRecord } from '../site/record.ts';
import { NO_BROWSER, onPage, type Running, serveApp, serveFolder, startBrowser } from './browser.ts';

const HARRIS = 'agency/us-tx-harris-county-sheriff';
let browser: Browser | null = null;
let made: TestRecord;
let served: Running;
let files: Running;
/** An agency of the record of which nothing is known. */
let silent: { id: string; name: string };

before(async () => {
  browser = await startBrowser();
  if (!browser) return;
  made = await testRecord();
  const evident = await made.reader.evidentAgencies();
  silent = (await made.reader.agencies()).find(({ id }) => !evident.has(id))!;
  served = await serveApp(createApp(made.reader, { assets: ASSETS }));
  await exportSite(made.reader, join(made.dir, 'host', 'deep', 'folder'), { assets: ASSETS }, quietEffects());
  files = await serveFolder(join(made.dir, 'host'));
});
after(async () => {
  if (!browser) return;
  await browser.close();
  await Promise.all([served.stop(), files.stop()]);
  await made.close();
});

/** A test on a page; skipped, and said so, where there is no browser. */
function walk(name: string, options: BrowserContextOptions, work: (page: Page) => Promise<void>): void {
  test(name, async (t: TestContext) => {
    if (!browser) return t.skip(NO_BROWSER);
    await onPage(browser, options, work);
  });
}

const DESK = { viewport: { width: 1280, height: 900 } };
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

// One page of every kind that has its own look; those that need an id of the record are found by walking.
const KINDS = [
  '',
  HARRIS,
  'agency/us-fl-coral-springs-police',
  'state/TX',
  'state/FL',
  'agencies/TX',
  'county/48201',
  'county/12011',
  'programme/287g-jail',
  'search?q=harris',
  'changes',
  'changes/2026-02-09',
  'contradictions',
  'policies',
  'regimes',
  'policy/tx-sb4-2017',
  'topic/removal-priorities',
  'law/TX',
  'claims',
  'compare?s=TX&t=FL',
  'charts',
  'sources',
  'codebook',
  'method',
  'data',
  'outlook',
  'outlook/TX',
  'record',
];

/** Kinds whose address holds an id of the record: each as the first link of its kind on another page. */
async function withIds(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const [from, kind] of [
    ['sources', 'source'],
    ['sources', 'publication'],
    ['claims', 'claim'],
    [HARRIS, 'capture'],
  ] as const) {
    await page.goto(`${served.url}/${from}`);
    const links = await page.$$eval('a[href]', (all) =>
      all.map((a) => new URL((a as HTMLAnchorElement).href)),
    );
    const link = links.find(({ pathname }) => pathname.startsWith(`/${kind}/`));
    if (link) found.push(`${kind}/${link.pathname.split('/')[2]}${link.search}`);
  }
  return found;
}

/** From the first page over a search with slips to the words that prove it. */
async function findHarris(page: Page, home: string): Promise<void> {
  await page.goto(home);
  await page.fill('#q', 'haris county sherif');
  await page.click('.search button');
  await page.click('.found a:has-text("Harris County Sheriff")');
  assert.match(await page.textContent('.answer').then(String), /Ended a 287\(g\) jail agreement between/);
  assert.match(
    await page.textContent('blockquote mark >> nth=0').then(String),
    /Harris County Sheriff Ed Gonzalez said/,
  );
  await page.click('text=See it in its place');
  await page.waitForSelector('.document mark');
  assert.match(await page.textContent('.document mark').then(String), /will end its 287\(g\) partnership/);
  await page.click('.document .marked');
  await page.waitForSelector('.claim blockquote mark');
}

walk('served: from the first page to the evidence', DESK, (page) => findHarris(page, `${served.url}/`));
walk('served, without script', { ...DESK, javaScriptEnabled: false }, (page) =>
  findHarris(page, `${served.url}/`),
);
walk('published in a folder of a plain host: from the first page to the evidence', DESK, (page) =>
  findHarris(page, `${files.url}/deep/folder/`),
);

// Towns, counties, states, ORIs and FIPS, aliases, abbreviations, slips, accents, nothing and nonsense.
const ASKED = [
  ...[
    'Houston',
    'Coral Springs',
    'Springfield',
    'harris',
    'Harris County',
    'Broward County',
    '48201',
    '12011',
  ],
  ...['TX1010000', 'TX101', 'HCSO', 'Texas', 'TX', 'Florida sheriff', 'police', 'county', 'pd', 'Houston PD'],
  ...['haris county sherif', 'coral sprngs polce', 'browrd', 'harris sheriff texas', 'sheriff’s office'],
  ...['Hárris Cóunty', 'Cañon', 'policía de Hóuston', 'so', 'harris & county', '   ', 'qqqqqq'],
];

walk('thirty searches find the same on served and on published pages', DESK, async (page) => {
  assert.equal(ASKED.length, 30);
  const shown = async (address: string, q: string) => {
    await page.goto(address);
    // A static page says what to write until its script has answered.
    await page.waitForSelector(q.trim() === '' ? '#results > p' : '#results > p:not(.soft)');
    const items = await page.locator('.found li').evaluateAll((all) =>
      all.map((item) => ({
        id: /(us-[^./#]+)(?:\.html)?$/.exec(item.querySelector('a')!.href)?.[1],
        text: item.textContent,
        chip: item.querySelector('.chip')?.className ?? null,
      })),
    );
    return { head: await page.textContent('#results > p'), items };
  };
  let found = 0;
  for (const path of ['search', 'es/search'])
    for (const q of ASKED) {
      const query = `?q=${encodeURIComponent(q)}`;
      const atServer = await shown(`${served.url}/${path}${query}`, q);
      assert.deepEqual(await shown(`${files.url}/deep/folder/${path}.html${query}`, q), atServer, q);
      assert.ok(
        atServer.items.every(({ id }) => id),
        q,
      );
      found += atServer.items.length;
    }
  assert.ok(found > 60, `${found} found`);
});

for (const width of [1024, 1280, 1920])
  walk(
    `the map is seen at first sight on a desk ${width} wide and 900 high`,
    { viewport: { width, height: 900 } },
    async (page) => {
      await page.goto(`${served.url}/`);
      const map = (await page.locator('.map .picture').boundingBox())!;
      assert.ok(map.y + map.height <= 900, `the map ends at ${map.y + map.height}`);
      assert.ok(map.width >= 550, `the map is ${map.width} wide`);
      const answer = (await page.locator('#answer').boundingBox())!;
      assert.ok(answer.y + answer.height <= 900);
    },
  );

walk('suggestions open an agency by keyboard alone', DESK, async (page) => {
  await page.goto(`${files.url}/deep/folder/index.html`);
  await page.focus('#q');
  await page.keyboard.type('haris county sherif');
  await page.waitForSelector('#suggest [role=option]');
  await page.keyboard.press('ArrowDown');
  assert.equal(await page.getAttribute('#q', 'aria-activedescendant'), 'suggest-0');
  await page.keyboard.press('Enter');
  await page.waitForURL(/agency\/us-tx-harris-county-sheriff\.html$/);
});

walk(
  'published: an agency of which nothing is known is found in the register of its state',
  DESK,
  async (page) => {
    await page.goto(`${files.url}/deep/folder/index.html`);
    const { id, name } = silent;
    await page.focus('#q');
    await page.keyboard.type(name);
    await page.waitForSelector('#suggest [role=option]');
    await page.click(`#suggest [role=option] >> nth=0`);
    await page.waitForURL(new RegExp(`/agencies/[A-Z]{2}\\.html#${id}$`));
    const item = page.locator(`[id="${id}"]`);
    assert.ok(await item.isVisible());
    assert.equal(await item.locator('.chip').count(), 0);
  },
);

for (const [kind, home] of [
  ['served', () => `${served.url}/`],
  ['published', () => `${files.url}/deep/folder/index.html`],
] as const) {
  walk(`${kind}: the slider moves the sentence, the table and the map, by keys too`, DESK, async (page) => {
    await page.goto(home());
    await page.waitForSelector('.map canvas');
    const sentence = () => page.textContent('#answer').then(String);
    const newest = await sentence();
    const picture = () =>
      page.$$eval('.map canvas', (all) => all.map((one) => (one as HTMLCanvasElement).toDataURL()).join());
    const before = await picture();
    await page.focus('#range');
    for (let i = 0; i < 9; i++) await page.keyboard.press('PageDown');
    // While the slider runs the words follow it a few times a second; at rest they say its day.
    await page.waitForFunction(() => {
      const [day, answer] = ['day', 'answer'].map((id) => document.getElementById(id)!.textContent);
      return answer!.includes(day!);
    });
    assert.match(await sentence(), /On \d+ February 2017, 3\d local and state agencies/);
    assert.notEqual(await sentence(), newest);
    assert.notEqual(await picture(), before);
    assert.match(await page.textContent('#states tfoot').then(String), /\d\d/);
    const day = await page.textContent('#day');
    await page.keyboard.press('ArrowRight');
    assert.notEqual(await page.textContent('#day'), day);
    await page.click('#next');
    assert.notEqual(await page.inputValue('#on'), '');
  });
}

walk('the numbers of a day are the same with script and without', DESK, async (page) => {
  await page.goto(`${served.url}/?on=2017-01-15`);
  await page.waitForSelector('.map canvas');
  const told = await page.textContent('#answer');
  const table = await page.textContent('#states');
  await page.route('**/*.js', (route) => route.fulfill({ body: '', contentType: 'text/javascript' }));
  await page.goto(`${served.url}/?on=2017-01-15`);
  assert.equal(await page.textContent('#answer'), told);
  assert.equal(await page.textContent('#states'), table);
});

walk('play runs forward and stops when asked', DESK, async (page) => {
  await page.goto(`${served.url}/`);
  await page.waitForSelector('.map canvas');
  await page.click('#play');
  await page.waitForFunction(
    () => Number((document.getElementById('range') as HTMLInputElement).value) > 15_000,
  );
  await page.click('#play');
  const stopped = await page.inputValue('#range');
  assert.ok(Number(stopped) < Number(await page.getAttribute('#range', 'max')));
  await page.waitForTimeout(150);
  assert.equal(await page.inputValue('#range'), stopped);
});

walk('the map names what lies under the pointer, and a click opens it', DESK, async (page) => {
  await page.goto(`${served.url}/?on=2017-01-15`);
  const canvas = await page.waitForSelector('.map .picture');
  const box = (await canvas.boundingBox())!;
  // Harris County, Texas, in map units of 975 by 610.
  const position = { x: (519 / 975) * box.width, y: (507 / 610) * box.height };
  await canvas.hover({ position });
  await page.waitForSelector('.tip:not([hidden])');
  assert.match(await page.textContent('.tip').then(String), /, TX/);
  await canvas.click({ position });
  await page.waitForURL(/\/(agency\/us-tx-|state\/TX)/);
});

walk('on a phone nothing overflows sideways, in either language', PHONE, async (page) => {
  for (const path of [...KINDS, ...KINDS.map((kind) => `es/${kind}`)]) {
    await page.goto(`${served.url}/${path}`);
    const [wide, window] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
    assert.ok(wide! <= window!, `${path}: ${wide} > ${window}`);
  }
});

walk('paper keeps the shapes of positions and is light', { ...DESK, colorScheme: 'dark' }, async (page) => {
  await page.goto(`${served.url}/${HARRIS}`);
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  const seen = await page.evaluate(() => ({
    chip: getComputedStyle(document.querySelector('.chip.ends')!, '::before').printColorAdjust,
    mark: getComputedStyle(document.querySelector('mark')!).printColorAdjust,
    nav: document.querySelector('header nav')!.checkVisibility(),
    paper: getComputedStyle(document.body).backgroundColor,
  }));
  assert.deepEqual(seen, { chip: 'exact', mark: 'exact', nav: false, paper: 'rgb(255, 255, 255)' });
});

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

// A dark page is the light one in other colours: of it only they are asked.
const ASKED_OF_AXE = {
  light: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  dark: ['color-contrast'],
};

for (const colorScheme of ['light', 'dark'] as const) {
  walk(`axe finds nothing, ${colorScheme}`, { ...DESK, colorScheme, bypassCSP: true }, async (page) => {
    const kinds = [...KINDS, ...(await withIds(page))];
    for (const path of [...kinds, ...kinds.map((kind) => `es/${kind}`)]) {
      await page.goto(`${served.url}/${path}`);
      if (path === '' || path === 'es/') await page.waitForSelector('.map canvas');
      await page.evaluate(axe);
      const found = await page.evaluate(async (runOnly) => {
        // @ts-expect-error axe put itself there.
        const { violations, passes } = await globalThis.axe.run({ runOnly });
        if (passes.length === 0) return ['axe did not run'];
        return violations.map(
          (v: { id: string; nodes: { html: string }[] }) => `${v.id}: ${v.nodes[0]?.html.slice(0, 150)}`,
        );
      }, ASKED_OF_AXE[colorScheme]);
      assert.deepEqual(found, [], `${colorScheme} /${path}`);
    }
  });
}

const CARDS = [['embed/map'], [`embed/${HARRIS}`], ['embed/map', 'es'], [`embed/${HARRIS}`, 'es']] as const;

walk('on a phone Tab goes through the page as it is read: down, and along a line', PHONE, async (page) => {
  for (const path of ['', HARRIS, 'state/TX', 'search?q=harris']) {
    await page.goto(`${served.url}/${path}`);
    const order: { name: string; top: number; bottom: number; left: number }[] = [];
    for (let i = 0; i < 14; i++) {
      await page.keyboard.press('Tab');
      const at = await page.evaluate(() => {
        const element = document.activeElement!;
        const { top, bottom, left } = element.getBoundingClientRect();
        return {
          name: element.textContent.trim() || element.id,
          top: top + scrollY,
          bottom: bottom + scrollY,
          left,
        };
      });
      order.push(at);
    }
    order.slice(1).forEach((at, i) => {
      const before = order[i]!;
      const below = at.top >= before.bottom - 4;
      const beside = at.left > before.left && at.bottom > before.top;
      assert.ok(i === 0 || below || beside, `/${path}: ${before.name} before ${at.name}`);
    });
  }
});

walk(
  'cards show one language, in a frame of another page too, and axe finds nothing',
  { ...DESK, bypassCSP: true },
  async (page) => {
    for (const [path, lang = 'en'] of CARDS) {
      await page.goto(`${files.url}/deep/folder/${path}.html${lang === 'en' ? '' : `#${lang}`}`);
      const shown = await page.$$eval('main', (all) =>
        all.filter((one) => one.checkVisibility()).map((one) => one.lang),
      );
      assert.deepEqual(shown, [lang]);
      await page.evaluate(axe);
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        // @ts-expect-error axe put itself there.
        const { violations } = await page.evaluate(() => globalThis.axe.run());
        assert.deepEqual(
          violations.map((v: { id: string }) => v.id),
          [],
          `${colorScheme} ${path}`,
        );
      }
    }
    await page.goto(`${files.url}/deep/folder/${HARRIS}.html`);
    const line = await page.textContent('[data-embed]').then(String);
    assert.ok(line.includes(`src="${files.url}/deep/folder/embed/${HARRIS}.html"`), line);
    writeFileSync(
      join(made.dir, 'host', 'other.html'),
      `<!doctype html><title>Other</title><link rel="icon" href="data:,">${line}`,
    );
    await page.goto(`${files.url}/other.html`);
    const frame = page.frameLocator('iframe');
    assert.match(
      await frame.locator('#en .answer').textContent().then(String),
      /Ended a 287\(g\) jail agreement/,
    );
  },
);

walk('the first page is light: few requests, little script', DESK, async (page) => {
  const sizes: number[] = [];
  page.on('response', async (response) => {
    sizes.push((await response.request().sizes()).responseBodySize);
  });
  await page.goto(`${served.url}/`, { waitUntil: 'networkidle' });
  assert.ok(sizes.length <= 8, `${sizes.length} requests`);
  const total = sizes.reduce((sum, size) => sum + size, 0);
  assert.ok(total < 150_000, `${total} bytes`);
});
