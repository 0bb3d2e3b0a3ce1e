import { type Context, Hono } from 'hono';
import { compress } from 'hono/compress';
import { type Day, isDay, messageOf } from '../base/index.ts';
import { TOPICS } from '../law/index.ts';
import type { RecordReader } from '../record/index.ts';
import { askedAsKnown } from './as-known.ts';
import { type Answer, Unaskable } from './ask.ts';
import { loadAssets } from './assets.ts';
import { serveEmbeds } from './embed.tsx';
import { serveFeeds } from './feed-routes.ts';
import { serveFiles } from './file-routes.ts';
import { CONTENT_POLICY } from './layout.tsx';
import { type Delivery, makePage, type Page, type PageOptions } from './page.ts';
import { PAGES, tellsPast } from './pages.tsx';
import { fill } from './phrase.ts';
import { Trouble } from './plain-pages.tsx';
import { type ReviewOptions, serveReview } from './review-routes.tsx';
import { recentSnapshot, type Snapshot, snapshotOf } from './snapshot.ts';
import { dayInWords } from './when.ts';
import { LANGS, type Lang } from './words.ts';

/** What the site needs beside a record. */
export interface SiteOptions {
  /** The folder of built scripts and styles. */
  assets: string;
  /** `files` makes every link one that works without a server; default `served`. */
  delivery?: Delivery;
  /** The address under which the site will stand, ending in `/`; feeds then have absolute links. */
  base?: string;
  /** Whether the outlook is shown; default true. */
  outlook?: boolean;
  /** Who may review and correct here; nobody where it is left out. */
  review?: ReviewOptions;
  /** One line about a fault that a reader met. */
  warn?(message: string): void;
}

// Files that tell what is known now alone; pages say so one by one.
const NOW_ALONE = /^\/(?:[a-z]{2}\/)?(?:feed|answers)\//;

/** The site over a record: every page in every language, each also as `.json`, and what the pages load. */
export function createApp(reader: RecordReader, options: SiteOptions): Hono {
  const { delivery = 'served', outlook = true, warn = () => {} } = options;
  const assets = loadAssets(options.assets);
  const app = new Hono();
  if (delivery === 'served') app.use(compress());
  guard(app);
  const pageOf = (lang: Lang, here: string, snapshot: Snapshot, more: PageOptions = {}) =>
    makePage(lang, here, delivery, snapshot, assets, {
      base: options.base ?? null,
      reviewed: options.review !== undefined,
      ...more,
    });
  const pageAt = async (lang: Lang, here: string) => pageOf(lang, here, await snapshotOf(reader));

  for (const lang of LANGS) {
    const prefix = lang === 'en' ? '' : `/${lang}`;
    if (prefix) app.get(prefix, (c) => c.redirect(`${prefix}/`));
    for (const { path, load, past } of PAGES) {
      const handler = async (c: Context, json: boolean) => {
        const id = (c.req.param('id') ?? '').replace(/\.json$/, '');
        const here = path.replace(':id', id).slice(1);
        const query = (name: string) => c.req.query(name);
        const asked = query('known');
        if (past === 'record') {
          const then = await askedAsKnown(reader, asked);
          const { known } = then;
          const page = pageOf(lang, here, then.snapshot, { known, tellsPast });
          return respond(c, await load({ page, reader: then.reader, id, query, outlook }), json, known);
        }
        const answer = await load({ page: await pageAt(lang, here), reader, id, query, outlook });
        // What is known now shall not pass for what was known then.
        if (asked && past === undefined && answer !== null) throw new Unaskable('onlyNow', asked);
        return respond(c, answer, json);
      };
      app.get(prefix + path, (c) => handler(c, c.req.path.endsWith('.json')));
      if (!path.includes(':'))
        app.get(`${prefix}${path === '/' ? '/index' : path}.json`, (c) => handler(c, true));
    }
  }
  if (options.review) {
    const deskAt = async (lang: Lang, here: string) => pageOf(lang, here, await recentSnapshot(reader));
    serveReview(app, reader, deskAt, options.review);
  }
  serveFeeds(app, reader, pageAt, options.base ?? null);
  serveEmbeds(app, async (here, asked) => {
    const then = await askedAsKnown(reader, asked);
    return { page: pageOf('en', here, then.snapshot, { known: then.known, tellsPast }), reader: then.reader };
  });
  serveFiles(app, reader, assets);
  serveTroubles(app, pageAt, warn);
  return app;
}

/** What holds for every answer: what a browser may do with it, and that what is of now alone is not asked as known earlier. */
function guard(app: Hono): void {
  app.use(async (c, next) => {
    await next();
    // Only what is made for frames may stand in one.
    const framed = c.req.path.startsWith('/embed/');
    c.header('content-security-policy', `${CONTENT_POLICY}; frame-ancestors ${framed ? '*' : "'none'"}`);
    c.header('x-content-type-options', 'nosniff');
    c.header('referrer-policy', 'no-referrer');
  });
  app.use(async (c, next) => {
    const known = c.req.query('known');
    if (known && NOW_ALONE.test(c.req.path)) throw new Unaskable('onlyNow', known);
    await next();
  });
}

/** What is not there, cannot be asked, or broke: said in the language of its address, with `warn` for what is ours to mend. */
function serveTroubles(
  app: Hono,
  pageAt: (lang: Lang, here: string) => Promise<Page>,
  warn: (text: string) => void,
): void {
  app.notFound(async (c) => {
    const page = await pageAt(langOf(c.req.path), c.req.path.replace(/^\/(es\/)?/, ''));
    const { notFound, notFoundText, notFoundThen } = page.words.errors;
    const known = c.req.query('known');
    // What is known only since is not missing: it was not there then.
    const text =
      known && isDay(known) ? fill(notFoundThen, { day: dayInWords(known, page.words) }) : notFoundText;
    if (c.req.path.endsWith('.json')) return c.json({ error: text }, 404);
    return c.html(`${DOCTYPE}${<Trouble page={page} title={notFound} text={text} search />}`, 404);
  });
  app.onError(async (error, c) => {
    const page = await pageAt(langOf(c.req.path), c.req.path.replace(/^\/(es\/)?/, ''));
    const { errors } = page.words;
    if (error instanceof Unaskable) {
      const value = JSON.stringify(error.value);
      const text = fill(errors[error.reason], { value, topics: TOPICS.join(', ') });
      if (c.req.path.endsWith('.json')) return c.json({ error: text }, 400);
      return c.html(trouble(page, errors.badRequest, text), 400);
    }
    warn(`${c.req.path}: ${messageOf(error)}`);
    return c.html(trouble(page, errors.broken, errors.brokenText), 500);
  });
}

function trouble(page: Page, title: string, text: string): string {
  return `${DOCTYPE}${<Trouble page={page} title={title} text={text} />}`;
}

function langOf(path: string): Lang {
  return LANGS.find((lang) => path === `/${lang}` || path.startsWith(`/${lang}/`)) ?? 'en';
}

function respond(
  c: Context,
  answer: Answer,
  json: boolean,
  known: Day | null = null,
): Response | Promise<Response> {
  if (answer === null) return c.notFound();
  if ('redirect' in answer) {
    // The days and the language that were asked for go along.
    const { search } = new URL(c.req.url);
    return c.redirect(`${answer.redirect}${json ? '.json' : ''}${search}`, 301);
  }
  c.header('cache-control', 'no-cache');
  if (json) return c.json(known ? { known, ...(answer.data as object) } : (answer.data as object));
  return c.html(`${DOCTYPE}${answer.view()}`);
}

const DOCTYPE = '<!doctype html>';
