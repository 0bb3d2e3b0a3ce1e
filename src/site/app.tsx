import { type Context, Hono } from 'hono';
import { compress } from 'hono/compress';
import { messageOf } from '../base/index.ts';
import { TOPICS } from '../law/index.ts';
import type { RecordReader } from '../record/index.ts';
import { type Answer, Unaskable } from './ask.ts';
import { loadAssets } from './assets.ts';
import { serveEmbeds } from './embed.tsx';
import { serveFeeds } from './feed-routes.ts';
import { serveFiles } from './file-routes.ts';
import { CONTENT_POLICY } from './layout.tsx';
import { type Delivery, makePage, type Page } from './page.ts';
import { PAGES } from './pages.tsx';
import { fill } from './phrase.ts';
import { Trouble } from './plain-pages.tsx';
import { type ReviewOptions, serveReview } from './review-routes.tsx';
import { recentSnapshot, snapshotOf } from './snapshot.ts';
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

/** The site over a record: every page in every language, each also as `.json`, and what the pages load. */
export function createApp(reader: RecordReader, options: SiteOptions): Hono {
  const { delivery = 'served', outlook = true, warn = () => {} } = options;
  const assets = loadAssets(options.assets);
  const app = new Hono();
  if (delivery === 'served') app.use(compress());
  app.use(async (c, next) => {
    await next();
    // Only what is made for frames may stand in one.
    const framed = c.req.path.startsWith('/embed/');
    c.header('content-security-policy', `${CONTENT_POLICY}; frame-ancestors ${framed ? '*' : "'none'"}`);
    c.header('x-content-type-options', 'nosniff');
    c.header('referrer-policy', 'no-referrer');
  });
  const pageAt = async (lang: Lang, here: string) =>
    makePage(lang, here, delivery, await snapshotOf(reader), assets, {
      base: options.base ?? null,
      reviewed: options.review !== undefined,
    });

  for (const lang of LANGS) {
    const prefix = lang === 'en' ? '' : `/${lang}`;
    if (prefix) app.get(prefix, (c) => c.redirect(`${prefix}/`));
    for (const { path, load } of PAGES) {
      const handler = async (c: Context, json: boolean) => {
        const id = (c.req.param('id') ?? '').replace(/\.json$/, '');
        const page = await pageAt(lang, path.replace(':id', id).slice(1));
        let tellsPast = false;
        const query = (name: string) => {
          tellsPast ||= name === 'known';
          return c.req.query(name);
        };
        const answer = await load({ page, reader, id, query, outlook });
        // What is known now shall not pass for what was known then.
        const known = c.req.query('known');
        if (known && !tellsPast && answer !== null) throw new Unaskable('onlyNow', known);
        return respond(c, answer, json);
      };
      app.get(prefix + path, (c) => handler(c, c.req.path.endsWith('.json')));
      if (!path.includes(':'))
        app.get(`${prefix}${path === '/' ? '/index' : path}.json`, (c) => handler(c, true));
    }
  }
  if (options.review) {
    const deskAt = async (lang: Lang, here: string) =>
      makePage(lang, here, delivery, await recentSnapshot(reader), assets, {
        base: options.base ?? null,
        reviewed: true,
      });
    serveReview(app, reader, deskAt, options.review);
  }
  serveFeeds(app, reader, pageAt, options.base ?? null);
  serveEmbeds(app, reader, pageAt);
  serveFiles(app, reader, assets);
  app.notFound(async (c) => {
    const page = await pageAt(langOf(c.req.path), c.req.path.replace(/^\/(es\/)?/, ''));
    const { notFound, notFoundText } = page.words.errors;
    if (c.req.path.endsWith('.json')) return c.json({ error: notFoundText }, 404);
    return c.html(trouble(page, notFound, notFoundText), 404);
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
  return app;
}

function trouble(page: Page, title: string, text: string): string {
  return `${DOCTYPE}${<Trouble page={page} title={title} text={text} />}`;
}

function langOf(path: string): Lang {
  return LANGS.find((lang) => path === `/${lang}` || path.startsWith(`/${lang}/`)) ?? 'en';
}

function respond(c: Context, answer: Answer, json: boolean): Response | Promise<Response> {
  if (answer === null) return c.notFound();
  if ('redirect' in answer) {
    // The days and the language that were asked for go along.
    const { search } = new URL(c.req.url);
    return c.redirect(`${answer.redirect}${json ? '.json' : ''}${search}`, 301);
  }
  c.header('cache-control', 'no-cache');
  if (json) return c.json(answer.data as object);
  return c.html(`${DOCTYPE}${answer.view()}`);
}

const DOCTYPE = '<!doctype html>';
