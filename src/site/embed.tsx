import type { Hono } from 'hono';
import type { Child } from 'hono/jsx';
import type { RecordReader } from '../record/index.ts';
import { answerSentences, heldPositions } from './answer.ts';
import { dayAsked } from './ask.ts';
import { Legend } from './atlas-map.tsx';
import { answer, homeData } from './home-data.ts';
import { evidenceDay } from './last-change.ts';
import { CONTENT_POLICY, Strong } from './layout.tsx';
import { MAP_SIZE } from './map-raster.ts';
import type { Page } from './page.ts';
import { fill, inPrint } from './phrase.ts';
import { stateIn } from './states-es.ts';
import { dayInWords } from './when.ts';
import { LANGS, type Lang, wordsOf } from './words.ts';
import type { Words } from './words-en.ts';

/** What a card shows in one language, and the page that it leads to. */
interface Card {
  lang: Lang;
  words: Words;
  href: string;
  content: Child;
}

/**
 * Serves what other sites show in a frame: the map, and a card of each agency. No script, no cookie, nothing for search
 * engines. A card holds every language, English unless its address ends in `#es`, so that files have one of each.
 */
export function serveEmbeds(
  app: Hono,
  askedFor: (here: string, known: string | undefined) => Promise<{ page: Page; reader: RecordReader }>,
): void {
  app.get('/embed/map', async (c) => {
    const { page } = await askedFor('embed/map', c.req.query('known'));
    const data = homeData(page, dayAsked(page.snapshot, undefined), [], { programme: null, look: null });
    const cards = eachLanguage(page, '', (words) => (
      <>
        <h1 class="quiet">{words.home.mapTitle}</h1>
        <p class="answer">
          <Strong phrase={answer({ ...page, words }, data)} />
        </p>
        <MapPicture page={page} alt={fill(words.home.mapAlt, { date: dayInWords(data.on, words) })} />
        <Legend words={words} />
      </>
    ));
    c.header('cache-control', 'no-cache');
    return c.html(documentOf(page, page.words.home.title, cards));
  });
  app.get('/embed/agency/:id', async (c) => {
    const id = c.req.param('id');
    const { page, reader } = await askedFor(`embed/agency/${id}`, c.req.query('known'));
    const card = await agencyCard(page, reader, id);
    c.header('cache-control', 'no-cache');
    return card === null ? c.notFound() : c.html(card);
  });
}

/** The card of an agency as a whole document, or null where there is no such agency. */
export async function agencyCard(page: Page, reader: RecordReader, id: string): Promise<string | null> {
  const now = dayAsked(page.snapshot, undefined);
  const view = await reader.agency(id, { on: now });
  if (view === null) return null;
  const held = heldPositions(view.status, view.intervals, now);
  const evidence = evidenceDay(view, now);
  const cards = eachLanguage(page, `agency/${id}`, (words) => (
    <>
      <h1>{inPrint(view.name)}</h1>
      <p class="where">{stateIn(view.state, words)}</p>
      <p class="answer">
        {held.length === 0 ? (
          `${words.agency.none} ${words.agency.noneNote}`
        ) : (
          <Strong phrase={answerSentences(held, words, 2).join(' ')} />
        )}
      </p>
      {evidence && <p class="asof">{fill(words.agency.asofNow, { on: dayInWords(evidence, words) })}</p>}
    </>
  ));
  return documentOf(page, view.name, cards);
}

function documentOf(page: Page, title: string, cards: Card[]): string {
  return `<!doctype html>${<Frame page={page} title={title} cards={cards} />}`;
}

function eachLanguage(page: Page, path: string, content: (words: Words) => Child): Card[] {
  const ending = page.delivery === 'served' ? '' : path === '' ? 'index.html' : '.html';
  return LANGS.map((lang) => ({
    lang,
    words: wordsOf(lang),
    href: page.file(`${lang === 'en' ? '' : `${lang}/`}${path}${ending}`),
    content: content(wordsOf(lang)),
  }));
}

function Frame({ page, title, cards }: { page: Page; title: string; cards: Card[] }) {
  return (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta http-equiv="Content-Security-Policy" content={CONTENT_POLICY} />
        <meta name="robots" content="noindex" />
        <meta name="referrer" content="no-referrer" />
        <title>{title}</title>
        <link rel="icon" href={page.asset('icon.svg')} type="image/svg+xml" />
        <link rel="stylesheet" href={page.asset('look.css')} />
      </head>
      <body class="embed">
        {/* English last: it hides where another language is the target of the address. */}
        {[...cards].reverse().map(({ lang, words, href, content }) => (
          <main id={lang} lang={lang}>
            {content}
            {page.known && (
              <p class="asof">{fill(words.recordKnew, { date: dayInWords(page.known, words) })}</p>
            )}
            <p class="small">
              <a href={href} target="_blank" rel="noopener">
                {words.embed.source}
              </a>
            </p>
          </main>
        ))}
      </body>
    </html>
  );
}

function MapPicture({ page, alt }: { page: Page; alt: string }) {
  return (
    <picture>
      <source media="(prefers-color-scheme: dark)" srcset={page.file('map-dark.png')} />
      <img src={page.file('map.png')} alt={alt} width={MAP_SIZE.width} height={MAP_SIZE.height} />
    </picture>
  );
}

/** The line of HTML with which another site shows a card; a script makes its address absolute where the site's own is not known. */
export function EmbedLine({
  page,
  card,
  title,
  height,
}: {
  page: Page;
  card: string;
  title: string;
  height: number;
}) {
  const { words } = page;
  const then = page.known === null ? '' : `?known=${page.known}`;
  const file = `embed/${card}${page.delivery === 'served' ? '' : '.html'}${then}`;
  const hash = page.lang === 'en' ? '' : `#${page.lang}`;
  const address = `${page.base ?? page.root('')}${file}${hash}`;
  const line = `<iframe src="${attribute(address)}" title="${attribute(title)}" width="100%" height="${height}" loading="lazy" style="border:0"></iframe>`;
  return (
    <details class="small">
      <summary>{words.embed.title}</summary>
      <p class="soft">
        {words.embed.note} <a href={`${page.root(file)}${hash}`}>{words.embed.see}</a>
      </p>
      <code class="long" data-embed={page.base === null ? address : undefined}>
        {line}
      </code>
    </details>
  );
}

// The line is pasted into other pages as it is: a name must not end its attribute there.
function attribute(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}
