import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Effects } from '../base/index.ts';
import type { RecordReader } from '../record/index.ts';
import { serveCorrections } from './correct-routes.tsx';
import type { Page } from './page.ts';
import { Trouble } from './plain-pages.tsx';
import { BatchDesk } from './review-batch-desk.tsx';
import { Desk } from './review-desk.tsx';
import { actorOf, type Door, fits, isOwn, isPrivate, letIn } from './review-door.ts';
import { FoundAgencies } from './review-edit.tsx';
import { SignIn } from './review-sign-in.tsx';
import { addressOf, noTries, type Tries } from './sign-in-tries.ts';
import { LANGS, type Lang } from './words.ts';

/** What a site for review needs beside a record. */
export interface ReviewOptions {
  door: Door;
  effects: Effects;
}

/** A page of the reviewer's desk, in whose name it is used, and its request. */
export interface Sitting {
  c: Context;
  page: Page;
  reader: RecordReader;
  actor: string;
  signed: boolean;
  effects: Effects;
}

type Work = (sitting: Sitting) => Promise<Response>;

// A decision is a few hundred bytes; a batch names no more than its seal.
const LARGEST = 64 * 1024;

/** The reviewer's desk: its pages, and the only addresses of the site that write. Nothing of it stands in published files. */
export function serveReview(
  app: Hono,
  reader: RecordReader,
  pageAt: (lang: Lang, here: string) => Promise<Page>,
  { door, effects }: ReviewOptions,
): void {
  const tries = noTries(() => effects.now());
  for (const lang of LANGS) {
    const prefix = lang === 'en' ? '' : `/${lang}`;
    const desk = new Hono();
    const trouble = async (c: Context, here: string, text: string, code: 403 | 413) => {
      const page = await pageAt(lang, here);
      return c.html(
        `<!doctype html>${<Trouble page={page} title={page.words.review.title} text={text} />}`,
        code,
      );
    };
    const at = (path: string, work: Work) => async (c: Context) => {
      const page = await pageAt(lang, path.replace(':id', c.req.param('id') ?? ''));
      const { review } = page.words;
      c.header('cache-control', 'no-store');
      c.header('x-robots-tag', 'noindex');
      if (c.req.method === 'POST' && !isOwn(c)) return trouble(c, page.here, review.foreign, 403);
      const actor = actorOf(c, door);
      if (actor !== null) return work({ c, page, reader, actor, signed: 'reviewers' in door, effects });
      if (!('reviewers' in door)) return trouble(c, page.here, review.foreign, 403);
      return c.redirect(page.to('review/in'), 303);
    };
    desk.post(
      '*',
      bodyLimit({
        maxSize: LARGEST,
        onError: async (c) => trouble(c, 'review', (await pageAt(lang, 'review')).words.review.tooLarge, 413),
      }),
    );
    desk.get('/review', at('review', Desk.show));
    desk.post('/review', at('review', Desk.decide));
    desk.get('/review/batch', at('review/batch', BatchDesk.show));
    desk.post('/review/batch', at('review/batch', BatchDesk.accept));
    desk.get('/review/agencies', at('review/agencies', findAgencies));
    serveCorrections(desk, at);
    if ('reviewers' in door) serveDoor(desk, (here) => pageAt(lang, here), door, tries);
    app.route(prefix || '/', desk);
  }
}

/** What the chooser found, as a piece of a page. */
async function findAgencies({ c, page, reader }: Sitting): Promise<Response> {
  const found = await reader.find((c.req.query('q') ?? '').slice(0, 200), 8);
  return c.html(<FoundAgencies page={page} found={found} chosen={null} />);
}

/** Signing in and out. */
function serveDoor(
  desk: Hono,
  pageAt: (here: string) => Promise<Page>,
  door: { reviewers: ReadonlyMap<string, string> },
  tries: Tries,
): void {
  const ask = async (c: Context, fault: string | null, code: 200 | 403 | 429 = 200) =>
    c.html(`<!doctype html>${<SignIn page={await pageAt('review/in')} fault={fault} />}`, code);
  desk.get('/review/in', (c) => ask(c, null));
  desk.post('/review/in', async (c) => {
    const page = await pageAt('review/in');
    const { review } = page.words;
    if (!isOwn(c)) return ask(c, review.foreign, 403);
    if (!isPrivate(c)) return ask(c, review.insecure, 403);
    const address = addressOf(c);
    if (tries.spent(address)) return ask(c, review.tooMany, 429);
    const { name, secret } = await c.req.parseBody();
    if (!fits(door, String(name ?? ''), String(secret ?? ''))) {
      tries.fail(address);
      return ask(c, review.wrong, 403);
    }
    letIn(c, door, String(name));
    return c.redirect(page.to('review'), 303);
  });
  desk.post('/review/out', async (c) => {
    if (isOwn(c)) letIn(c, door, null);
    return c.redirect((await pageAt('review/out')).to('review/in'), 303);
  });
}
