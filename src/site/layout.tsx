import type { Child } from 'hono/jsx';
import type { Day } from '../base/index.ts';
import type { Position } from '../claim/index.ts';
import { CARD_SIZE } from './map-raster.ts';
import { otherLanguages, type Page } from './page.ts';
import { fill, strongParts } from './phrase.ts';
import { lookOf } from './standing.ts';
import { dayInWords, stampInWords } from './when.ts';
import { wordsOf } from './words.ts';

/** What a page gives to its frame. */
export interface Frame {
  page: Page;
  title: string;
  description?: string;
  /** Scope of the feed that follows what the page shows, such as `state/TX`. */
  feed?: string;
  /** Plain names of the scripts that the page runs. */
  scripts?: string[];
  /** Plain names of style sheets of its own, beside that of the site. */
  styles?: string[];
  /** True where the page itself says as known on which day it speaks. */
  saysKnown?: boolean;
  children?: Child;
}

// Scripts, styles and pictures come from the site itself; nothing inline runs, nothing embeds, forms stay here.
export const CONTENT_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'";

/** A whole page: head, navigation, content, footer. */
export function Layout({
  page,
  title,
  description,
  feed = 'all',
  scripts = [],
  styles = [],
  saysKnown = false,
  children,
}: Frame) {
  const { words } = page;
  const full = title === words.home.title ? `${words.site}: ${title}` : `${title} · ${words.site}`;
  return (
    <html lang={words.lang}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta http-equiv="Content-Security-Policy" content={CONTENT_POLICY} />
        <meta name="referrer" content="no-referrer" />
        <title>{full}</title>
        <meta name="description" content={description ?? words.home.description} />
        <Preview page={page} title={full} description={description ?? words.home.description} />
        <link rel="icon" href={page.asset('icon.svg')} type="image/svg+xml" />
        {['look.css', ...styles].map((style) => (
          <link rel="stylesheet" href={page.asset(style)} />
        ))}
        <link rel="alternate" type="application/json" href={page.json(page.here)} />
        <link rel="alternate" type="application/atom+xml" href={page.feed(feed)} />
        {otherLanguages(page).map((lang) => (
          <link rel="alternate" hreflang={lang} href={page.inLanguage(lang)} />
        ))}
        {scripts.map((script) => (
          <script type="module" src={page.asset(script)}></script>
        ))}
      </head>
      <body>
        <a class="skip" href="#content">
          {words.skip}
        </a>
        <Header page={page} />
        <main class="wrap" id="content">
          {page.known && !saysKnown && <AsKnown page={page} known={page.known} />}
          {children}
        </main>
        <Footer page={page} />
      </body>
    </html>
  );
}

function AsKnown({ page, known }: { page: Page; known: Day }) {
  const { words } = page;
  return (
    <p class="asof">
      {fill(words.recordKnew, { date: dayInWords(known, words) })}{' '}
      <a href={page.now(page.here)}>{words.agency.seeNow}</a>
    </p>
  );
}

/** Keeps a form's answers as known on the day that its page tells of. */
export function KnownField({ page }: { page: Page }) {
  return page.known && <input type="hidden" name="known" value={page.known} />;
}

/** What other sites show of a link to the page. They take pictures by whole addresses alone. */
function Preview({ page, title, description }: { page: Page; title: string; description: string }) {
  // The same for every page: networks keep pictures, and one of an agency would show as live what has ended (decision 022).
  const card = `${page.base}${page.lang === 'en' ? '' : `${page.lang}/`}card.png`;
  return (
    <>
      <meta property="og:title" content={title} />
      <meta property="og:description" content={description} />
      {page.base !== null && (
        <>
          <meta property="og:image" content={card} />
          <meta property="og:image:width" content={String(CARD_SIZE.width)} />
          <meta property="og:image:height" content={String(CARD_SIZE.height)} />
          <meta property="og:image:alt" content={page.words.home.mapTitle} />
          <meta name="twitter:card" content="summary_large_image" />
        </>
      )}
    </>
  );
}

function Header({ page }: { page: Page }) {
  const { words } = page;
  const entries: [string, string][] = [
    ['', words.nav.atlas],
    ['changes', words.nav.changes],
    ['contradictions', words.nav.contradictions],
    ['claims', words.nav.claims],
    ['policies', words.nav.law],
    ['data', words.nav.data],
    ['method', words.nav.method],
  ];
  if (page.reviewed) entries.push(['review', words.review.nav]);
  return (
    <header class="site">
      <div class="wrap">
        <a class="name" href={page.to('')}>
          {words.site}
        </a>
        <nav aria-label={words.nav.label}>
          {entries.map(([path, name]) => (
            <a href={page.to(path)} aria-current={path === page.here ? 'page' : undefined}>
              {name}
            </a>
          ))}
        </nav>
        {otherLanguages(page).map((lang) => (
          <a class="lang" lang={lang} hreflang={lang} href={page.inLanguage(lang)}>
            {wordsOf(lang).lang === 'en' ? 'English' : 'Español'}
          </a>
        ))}
      </div>
    </header>
  );
}

function Footer({ page }: { page: Page }) {
  const { words, snapshot } = page;
  const parts = [
    // On the first page alone: elsewhere it would make a page new whenever anything else is.
    page.here === '' &&
      snapshot.counts.recorded &&
      fill(words.footer.record, { date: stampInWords(snapshot.counts.recorded, words) }),
    words.footer.every,
    words.footer.licence,
  ];
  return (
    <footer class="site">
      <div class="wrap">{parts.filter(Boolean).join(' · ')}</div>
    </footer>
  );
}

/** A phrase whose `**…**` parts are strong. */
export function Strong({ phrase }: { phrase: string }) {
  return <>{strongParts(phrase).map((part) => (part.strong ? <strong>{part.text}</strong> : part.text))}</>;
}

/** A link to another site, which learns nothing of this one. Without words of its own it is the address. */
export function Outside({ url, text }: { url: string; text?: string }) {
  return (
    <a class={text === undefined ? 'long' : undefined} href={url} rel="noopener noreferrer external">
      {text ?? url}
    </a>
  );
}

/** A position as a coloured shape and a word. */
export function Chip({
  page,
  position,
  certain = true,
}: {
  page: Page;
  position: Position;
  certain?: boolean;
}) {
  return (
    <span class={`chip ${lookOf(position)}${certain ? '' : ' uncertain'}`}>
      {page.words.positions[position]}
    </span>
  );
}

/** The search form; without script it asks the server. */
export function SearchForm({ page, value = '' }: { page: Page; value?: string }) {
  const { words } = page;
  return (
    <search>
      <form class="search" action={page.now('search')} method="get">
        <KnownField page={page} />
        <label for="q">{words.search.label}</label>
        <div>
          <input
            id="q"
            name="q"
            type="search"
            value={value}
            placeholder={words.search.placeholder}
            autocomplete="off"
            data-names={page.data(page.snapshot.files.names)}
            data-others={page.data(page.snapshot.files.otherNames)}
            data-agency={page.to('agency/ID')}
            data-listed={page.delivery === 'files' ? `${page.to('agencies/STATE')}#ID` : undefined}
          />
          <button type="submit">{words.search.button}</button>
        </div>
      </form>
    </search>
  );
}
