import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { after, before, type TestContext, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { openRecord, readRecord } from '../../src/record/index.ts';
import { reviewApp, reviewRecord } from '../site/review-record.ts';
import { NO_BROWSER, onPage, type Running, serveApp, startBrowser } from './browser.ts';

const DESK = { viewport: { width: 1280, height: 900 } };
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const MANY = 50;
// Every kind of turn comes several times; more of them prove nothing more.
const TURNS = 40;

let browser: Browser | null = null;
let made: Awaited<ReturnType<typeof reviewRecord>>;
let ada: Running;
let ben: Running;
before(async () => {
  browser = await startBrowser();
  if (!browser) return;
  made = await reviewRecord(MANY);
  ada = await serveApp(reviewApp(made.reader, 'ada'));
  ben = await serveApp(reviewApp(made.reader, 'ben'));
});
after(async () => {
  if (!browser) return;
  await browser.close();
  await Promise.all([ada.stop(), ben.stop()]);
  await made.close();
});

/** A test with a browser; skipped, and said so, where there is none. */
function walk(name: string, work: (browser: Browser, t: TestContext) => Promise<void>): void {
  test(name, async (t) => (browser ? work(browser, t) : t.skip(NO_BROWSER)));
}

/** Presses a key and waits for the page to which it leads. */
async function press(page: Page, key: string): Promise<void> {
  await Promise.all([page.waitForEvent('load'), page.keyboard.press(key)]);
}

const nowhere = async (page: Page) => (await page.textContent('.agency-line, .proposal')) ?? '';

walk('axe finds nothing, in both languages, light and dark; nothing overflows on a phone', async (one) => {
  const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  const [claim, identity] = [
    (await made.reader.review({ type: 'claim' })).at(-1)!,
    (await made.reader.review({ type: 'identity' })).find(({ candidates }) => candidates.length === 2)!,
  ];
  const at = ({ subject }: { subject: string }) => `review?at=${encodeURIComponent(subject)}`;
  const pages = [at(claim), at(identity), 'review/batch?batch=test', 'correct/us-fl-davie-police'];
  for (const colorScheme of ['light', 'dark'] as const) {
    await onPage(one, { ...PHONE, colorScheme, bypassCSP: true }, async (page) => {
      for (const path of [...pages, ...pages.map((path) => `es/${path}`)]) {
        await page.goto(`${ada.url}/${path}`);
        await page.$$eval('.actions details', (panels) => {
          for (const panel of panels) panel.setAttribute('open', '');
        });
        const [wide, window] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
        assert.ok(wide! <= window!, `${path}: ${wide} > ${window}`);
        await page.evaluate(axe);
        const found = await page.evaluate(async () => {
          const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
          // @ts-expect-error axe put itself there.
          const { violations, passes } = await globalThis.axe.run({ runOnly: tags });
          if (passes.length < 10) return ['axe did not run'];
          return violations.map(
            (v: { id: string; nodes: { html: string }[] }) => `${v.id}: ${v.nodes[0]?.html.slice(0, 150)}`,
          );
        });
        assert.deepEqual(found, [], `${colorScheme} /${path}`);
      }
    });
  }
});

walk('without script: find an agency, correct, reject, undo by plain forms', async (one) => {
  await onPage(one, { ...DESK, javaScriptEnabled: false }, async (page) => {
    await page.goto(`${ada.url}/review`);
    await page.click('summary:has-text("Correct")');
    await page.fill('#find', 'cook county sheriff georgia');
    await page.click('button[name=look]');
    await page.check('input[value="us-ga-cook-county-sheriff"]');
    await page.fill('form[data-act=correct] input[name=reason]', 'the county is named above');
    await page.click('form[data-act=correct] button:has-text("Save")');
    assert.equal(await page.textContent('.did span'), 'Corrected.');
    await page.click('summary:has-text("Reject")');
    await page.click('button:has-text("Said twice")');
    assert.equal(await page.textContent('.did span'), 'Rejected.');
    await page.click('button:has-text("Undo")');
    assert.equal(await page.textContent('.did span'), 'Taken back.');
  });
  const kinds = (await made.reader.decisions()).map(({ kind }) => kind);
  assert.deepEqual(kinds, ['correct', 'reject', 'undo']);
});

walk('two reviewers at once: the second sees what the first decided and decides again', async (one) => {
  const [item] = (await made.reader.review({ type: 'claim' })).filter(({ claim }) => claim?.agencyId);
  const path = `review?at=${encodeURIComponent(item!.subject)}`;
  const [first, second] = [await one.newContext(DESK), await one.newContext(DESK)];
  const [left, right] = [await first.newPage(), await second.newPage()];
  await left.goto(`${ada.url}/${path}`);
  await right.goto(`${ben.url}/${path}`);
  await press(left, 'a');
  await right.keyboard.press('r');
  await press(right, '2');
  assert.match(await right.textContent('.notice').then(String), /ada decided this meanwhile: accepted/);
  assert.equal((await made.reader.decisions({ subject: item!.subject })).length, 1);
  await press(right, '2');
  const both = await made.reader.decisions({ subject: item!.subject });
  assert.deepEqual(
    both.map(({ actor, kind, reason }) => `${actor} ${kind} ${reason}`),
    ['ada accept ', 'ben reject Not about this agency'],
  );
  await Promise.all([first.close(), second.close()]);
});

walk('single keys can be switched off, and then do nothing', async (one) => {
  await onPage(one, DESK, async (page) => {
    await page.goto(`${ada.url}/review`);
    await page.click('#keys');
    const here = page.url();
    for (const key of ['j', 'a', 'u']) await page.keyboard.press(key);
    await page.waitForTimeout(200);
    assert.equal(page.url(), here);
    assert.equal(await page.isVisible('.steps kbd'), false);
  });
});

walk('forty decisions by keyboard alone', async (one, t) => {
  const before = (await made.reader.decisions()).length;
  await onPage(one, DESK, async (page) => {
    await page.goto(`${ada.url}/review`);
    const [start, cpu] = [Date.now(), process.cpuUsage()];
    for (let n = 0; n < TURNS; n++) {
      const had = (await made.reader.decisions()).length;
      const missing = /No rule decides/.test(await nowhere(page));
      if (missing) {
        await page.keyboard.press('e');
        await page.keyboard.type('Cook sheriff Minnesota');
        await page.waitForSelector('#found input[value="us-mn-cook-county-sheriff"]');
        await page.waitForFunction(
          () =>
            document.querySelector<HTMLInputElement>('#found input')?.value === 'us-mn-cook-county-sheriff',
        );
        await page.keyboard.press('ArrowDown');
        await page.keyboard.press('Enter');
        await page.keyboard.type('by its line');
        await press(page, 'Enter');
      } else if (await page.$('[data-key=d]')) {
        await page.keyboard.press('d');
        await press(page, '1');
      } else if (n % 10 === 9) {
        await page.keyboard.press('r');
        await press(page, '3');
      } else await press(page, 'a');
      assert.equal((await made.reader.decisions()).length, had + 1, `turn ${n}`);
    }
    const used = process.cpuUsage(cpu);
    const minutes = (Date.now() - start) / 60_000;
    t.diagnostic(
      `${TURNS} decisions: ${(TURNS / minutes).toFixed(0)} a minute; ${((used.user + used.system) / 1e3 / TURNS).toFixed(0)} ms of CPU each for server and test`,
    );
    assert.match(await page.textContent('.progress').then(String), /decisions today/);
  });
  assert.ok((await made.reader.decisions()).length >= before + TURNS);
});

/** The program itself, serving a record for review, and its address. */
async function program(record: string): Promise<{ child: ChildProcess; url: string }> {
  const child = spawn(
    process.execPath,
    ['dist/cli.js', '--record', record, 'serve', '--port', '0', '--review', 'ada'],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const said = await new Promise<string>((done) => child.stdout!.once('data', (data) => done(String(data))));
  return { child, url: /http:\S+/.exec(said)![0] };
}

test('the server killed right after it acknowledged: nothing that it acknowledged is lost', async () => {
  const { dir, reader, close } = await reviewRecord(12);
  const record = join(dir, 'record');
  const items = (await reader.review({ type: 'claim' })).filter(({ claim }) => claim?.agencyId);
  const acknowledged: string[] = [];
  for (const { subject } of items.slice(0, 3)) {
    const { child, url } = await program(record);
    const gone = new Promise((done) => child.once('exit', done));
    const body = new URLSearchParams({ act: 'accept', subject, target: subject.slice(6) });
    const headers = { origin: url };
    const answer = await fetch(`${url}/review`, { method: 'POST', body, headers, redirect: 'manual' });
    child.kill('SIGKILL');
    assert.equal(answer.status, 303);
    acknowledged.push(subject);
    await gone;
  }
  const again = await readRecord(await openRecord(record));
  const kept = (await again.decisions()).map(({ subject }) => subject);
  const states = await Promise.all(acknowledged.map((subject) => again.claim(subject.slice(6))));
  await again.close();
  assert.deepEqual(kept, acknowledged);
  assert.deepEqual(
    states.map((claim) => claim?.review),
    ['accepted', 'accepted', 'accepted'],
  );
  await close();
});
