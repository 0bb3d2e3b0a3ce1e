import type { Context, Hono } from 'hono';
import type { RecordReader } from '../record/index.ts';
import { atom, feedOf, jsonFeed } from './feeds.ts';
import type { Page } from './page.ts';
import { LANGS, type Lang } from './words.ts';

/** Serves the feeds of everybody, of states and of agencies in every language, as Atom and as JSON Feed. */
export function serveFeeds(
  app: Hono,
  reader: RecordReader,
  pageAt: (lang: Lang, here: string) => Promise<Page>,
  base: string | null,
): void {
  for (const lang of LANGS) {
    const prefix = lang === 'en' ? '' : `/${lang}`;
    const answer = async (c: Context, scope: string) => {
      const json = scope.endsWith('.json');
      const bare = scope.replace(/\.(xml|json)$/, '');
      const page = await pageAt(lang, `feed/${bare}`);
      const origin = page.delivery === 'served' ? `${new URL(c.req.url).origin}/` : null;
      const feed = bare === scope ? null : await feedOf(page, reader, bare, base ?? origin);
      if (feed === null) return c.notFound();
      const type = json ? 'application/feed+json' : 'application/atom+xml';
      const body = json ? `${JSON.stringify(jsonFeed(feed, lang))}\n` : atom(feed, lang);
      return c.body(body, 200, { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-cache' });
    };
    app.get(`${prefix}/feed/:file`, (c) => answer(c, c.req.param('file')));
    app.get(`${prefix}/feed/:kind/:file`, (c) => answer(c, `${c.req.param('kind')}/${c.req.param('file')}`));
  }
}
