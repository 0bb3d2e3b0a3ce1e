import type { Context, Hono } from 'hono';
import { type Day, isDay } from '../base/index.ts';
import type { RecordReader } from '../record/index.ts';
import { askedAsKnown, snapshotsKept } from './as-known.ts';
import { dayAsked, daysCompared } from './ask.ts';
import type { Assets } from './assets.ts';
import { CHARTS, chartCsv, chartData } from './chart-data.ts';
import { chartSvg } from './charts.tsx';
import { compareCsv, compareData } from './compare.tsx';
import { mapPng, SMALL, type Theme } from './map-png.ts';
import { makePage, type Page } from './page.ts';
import { answersCsv, answersTo } from './policy-answers.ts';
import { type DataFile, type Snapshot, snapshotOf } from './snapshot.ts';
import { socialCard } from './social-card.ts';
import { statusCsv } from './status-csv.ts';
import { TABLES, tableCsv, tableOf, tableParquet } from './tables.ts';
import { LANGS, type Lang, wordsOf } from './words.ts';

// A name changes with its content, so a browser may keep the file for ever.
function sendFile(c: Context, { type, bytes }: DataFile): Response {
  return c.body(new Uint8Array(bytes), 200, {
    'content-type': type,
    'cache-control': 'public, max-age=31536000, immutable',
  });
}

// A picture costs a quarter of a second, and a card on a much read page asks for the same one all day.
const PICTURES = 40;
const drawn = new WeakMap<Snapshot, Map<string, Uint8Array>>();

/** The map as a PNG, kept for as long as the record says the same; of many different ones the latest. */
function picture(snapshot: Snapshot, ...[on, theme, show = {}]: Picked): Uint8Array {
  const known = drawn.get(snapshot) ?? new Map<string, Uint8Array>();
  drawn.set(snapshot, known);
  const key = JSON.stringify([on, theme, show]);
  const png = known.get(key) ?? mapPng(snapshot, on, theme, show);
  if (!known.has(key) && known.size >= PICTURES) known.delete(known.keys().next().value!);
  known.set(key, png);
  return png;
}

type Picked = Parameters<typeof mapPng> extends [Snapshot, ...infer Rest] ? Rest : never;

const cards = new WeakMap<Snapshot, Map<Lang, Promise<Uint8Array>>>();

/** The card of a language, made once for as long as the record says the same. */
function cardOf(page: Page): Promise<Uint8Array> {
  const known = cards.get(page.snapshot) ?? new Map<Lang, Promise<Uint8Array>>();
  cards.set(page.snapshot, known);
  const card = known.get(page.lang) ?? socialCard(page);
  known.set(page.lang, card);
  return card;
}

function sendPng(c: Context, png: Uint8Array): Response {
  return c.body(new Uint8Array(png), 200, { 'content-type': 'image/png', 'cache-control': 'no-cache' });
}

/** Serves what is no page: assets, data files, maps as pictures, charts and tables. */
export function serveFiles(app: Hono, reader: RecordReader, assets: Assets): void {
  serveAssets(app, reader, assets);
  servePictures(app, reader, assets);
  serveTables(app, reader);
  serveAnswers(app, reader);
}

/** The record as the query of a request asks for it. */
function then(c: Context, reader: RecordReader) {
  return askedAsKnown(reader, c.req.query('known'));
}

function serveAssets(app: Hono, reader: RecordReader, assets: Assets): void {
  app.get('/assets/:name', (c) => {
    const file = [...assets.values()].find((asset) => asset.name === c.req.param('name'));
    return file ? sendFile(c, file) : c.notFound();
  });
  app.get('/data/:name', async (c) => {
    const files = (await snapshotsKept(reader)).flatMap((snapshot) => Object.values(snapshot.files));
    const file = files.find((one) => one.name === c.req.param('name'));
    return file ? sendFile(c, file) : c.notFound();
  });
}

function servePictures(app: Hono, reader: RecordReader, assets: Assets): void {
  for (const theme of ['light', 'dark'] as const) {
    app.get(theme === 'light' ? '/map.png' : '/map-dark.png', async (c) => {
      const { snapshot } = await then(c, reader);
      const show = { programme: c.req.query('programme') ?? null, look: c.req.query('position') ?? null };
      return sendPng(c, picture(snapshot, dayAsked(snapshot, c.req.query('on')), theme, show));
    });
  }
  for (const lang of LANGS)
    app.get(lang === 'en' ? '/card.png' : `/${lang}/card.png`, async (c) => {
      const page = makePage(lang, '', 'served', await snapshotOf(reader), assets, {});
      return sendPng(c, await cardOf(page));
    });
  app.get('/map/:file', async (c) => {
    const [stem = '', ending] = c.req.param('file').split('.');
    const day = stem.slice(0, 10);
    const theme: Theme = stem.endsWith('-dark') ? 'dark' : 'light';
    if (ending !== 'png' || !isDay(day) || (stem !== day && stem !== `${day}-dark`)) return c.notFound();
    return sendPng(c, picture((await then(c, reader)).snapshot, day as Day, theme, { scale: SMALL }));
  });
}

function serveTables(app: Hono, reader: RecordReader): void {
  app.get('/download/:file', async (c) => {
    const [stem, ending] = c.req.param('file').split('.');
    const name = TABLES.find((one) => one === stem);
    if (!name || (ending !== 'csv' && ending !== 'parquet')) return c.notFound();
    const table = await tableOf((await then(c, reader)).reader, name);
    const type = ending === 'csv' ? 'text/csv; charset=utf-8' : 'application/vnd.apache.parquet';
    const body = ending === 'csv' ? tableCsv(table) : new Uint8Array(tableParquet(table));
    return c.body(body, 200, { 'content-type': type, 'cache-control': 'no-cache' });
  });
  app.get('/chart/:file', async (c) => {
    const [stem = '', ending = ''] = c.req.param('file').split('.');
    const lang = LANGS.find((one) => stem.startsWith(`${one}-`)) ?? 'en';
    const name = CHARTS.find((one) => one === stem || `${lang}-${one}` === stem);
    if (!name || !['csv', 'svg'].includes(ending)) return c.notFound();
    const { reader: asked, snapshot, known } = await then(c, reader);
    const data = await chartData(asked, dayAsked(snapshot, undefined));
    const [type, body] =
      ending === 'csv'
        ? ['text/csv', chartCsv(name, data)]
        : ['image/svg+xml', chartSvg(name, data, wordsOf(lang), known)];
    return c.body(body, 200, { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-cache' });
  });
}

function serveAnswers(app: Hono, reader: RecordReader): void {
  app.get('/answers/:file', async (c) => {
    const [id = '', ending] = c.req.param('file').split(/\.(?=[a-z]+$)/);
    const instrument = (await reader.law()).instruments.get(id);
    const snapshot = await snapshotOf(reader);
    const answers = instrument && ending === 'csv' ? await answersTo(snapshot, reader, instrument) : null;
    if (!answers) return c.notFound();
    return c.body(answersCsv(answers, snapshot), 200, {
      'content-type': 'text/csv; charset=utf-8',
      'cache-control': 'no-cache',
    });
  });
  app.get('/compare.csv', async (c) => {
    const { snapshot } = await then(c, reader);
    const { a, b } = daysCompared(snapshot, (name) => c.req.query(name));
    return c.body(compareCsv(compareData({ snapshot }, a, b, null)), 200, {
      'content-type': 'text/csv; charset=utf-8',
      'cache-control': 'no-cache',
    });
  });
  app.get('/status.csv', async (c) => {
    const now = await snapshotOf(reader);
    const asked = c.req.query('known');
    const on = dayAsked(now, c.req.query('on'));
    const rows = await reader.status(asked ? { on, known: dayAsked(now, asked) } : { on });
    return c.body(statusCsv(rows), 200, {
      'content-type': 'text/csv; charset=utf-8',
      'cache-control': 'no-cache',
    });
  });
}
