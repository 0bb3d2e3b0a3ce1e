import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { serve } from '@hono/node-server';
import type { Hono } from 'hono';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

const PLACES = [
  process.env.CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

// The browser shall start quickly, be alone, and ask nothing of the network by itself.
const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A started browser, or null where none is installed. In CI a missing browser is an error, so that no test is skipped unseen. */
export async function startBrowser(): Promise<Browser | null> {
  const executablePath = PLACES.find((path) => path && existsSync(path));
  if (executablePath) return chromium.launch({ executablePath, args: FLAGS });
  if (process.env.CI) throw new Error('no browser found, and in CI the browser tests must run');
  return null;
}

/** What a skipped test says. */
export const NO_BROWSER = 'no browser found: browser tests skipped';

/** Runs `work` on a page of its own; an error of the page's script fails it. */
export async function onPage(
  browser: Browser,
  options: BrowserContextOptions,
  work: (page: Page) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  try {
    await work(page);
    if (errors.length > 0) throw new Error(`the page reported: ${errors.join('; ')}`);
  } finally {
    await context.close();
  }
}

/** A server on a free port of this machine, and how to stop it. */
export interface Running {
  url: string;
  stop(): Promise<void>;
}

/** Serves an app. */
export function serveApp(app: Hono): Promise<Running> {
  return new Promise((done) => {
    const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, () =>
      done(running(server as Server)),
    );
  });
}

const TYPES: Record<string, string> = {
  '.html': 'text/html',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.json': 'application/json',
  '.txt': 'text/plain',
};

/** Serves the files of a folder and knows nothing else: no query, no other endings, no default but index.html. */
export function serveFolder(dir: string): Promise<Running> {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://x').pathname);
    const asked = join(dir, normalize(path));
    const file = existsSync(asked) && statSync(asked).isDirectory() ? join(asked, 'index.html') : asked;
    if (!existsSync(file)) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' });
    response.end(readFileSync(file));
  });
  return new Promise((done) => {
    server.listen(0, '127.0.0.1', () => done(running(server)));
  });
}

function running(server: Server): Running {
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    stop: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}
