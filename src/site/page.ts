import type { Day } from '../base/index.ts';
import type { SourceInfo } from '../record/index.ts';
import { countyOf } from '../resolve/index.ts';
import type { Assets } from './assets.ts';
import type { Snapshot } from './snapshot.ts';
import { LANGS, type Lang, wordsOf } from './words.ts';
import type { Words } from './words-en.ts';

/** How the site is put out: by a server, or as files of a static host. */
export type Delivery = 'served' | 'files';

/** Where a page stands and what it needs to speak and to link. All links are relative, so a site works under any folder. */
export interface Page {
  lang: Lang;
  words: Words;
  delivery: Delivery;
  /** Whether the site takes decisions and corrections: served for review. */
  reviewed: boolean;
  /** The page's address without language and ending: '' for home, `agency/us-tx-harris-county-sheriff`. */
  here: string;
  snapshot: Snapshot;
  assets: Assets;
  /** The day of record time as of which the page and its snapshot tell, at its end; null for what is known now. */
  known: Day | null;
  /** The address of the site, ending in `/`, or null where it is not known. */
  base: string | null;
  /** A link to another page of the same language; as known on the same day, where that page tells of it. */
  to(path: string, query?: Record<string, string | undefined>): string;
  /** The same as known now, where the links of a page lead on as known on the day it is asked for. */
  now(path: string): string;
  /** A link to an agency. In files, one of which nothing is known stands in the register of its state. */
  agency(id: string): string;
  /** A link to a county; in files, one of whose agencies nothing is known is a part of its state's register. */
  county(fips: string): string;
  /** A link to a page as JSON, which is the same in every language. */
  json(path: string): string;
  /** A link to this page in another language. */
  inLanguage(lang: Lang): string;
  /** A link to an asset by its plain name, or to a data file. */
  asset(name: string): string;
  data(file: { name: string }): string;
  /** A link to the feed of a scope (`all`, `state/TX`, `agency/ID`) in the language of the page; in files, of an agency in English. */
  feed(scope: string): string;
  /** A link to anything at the root of the site. */
  root(path: string): string;
  /** The same to what tells of the record, as known on the day of the page. */
  file(path: string): string;
}

/** What a page may have beside its place: see `Page`. `tellsPast` is true of the paths that answer `known`. */
export interface PageOptions {
  base?: string | null;
  reviewed?: boolean;
  known?: Day | null;
  tellsPast?(path: string): boolean;
}

/** A page at an address. */
export function makePage(
  lang: Lang,
  here: string,
  delivery: Delivery,
  snapshot: Snapshot,
  assets: Assets,
  { base = null, reviewed = false, known = null, tellsPast = () => false }: PageOptions = {},
): Page {
  const up = '../'.repeat(here.split('/').length - 1 + (lang === 'en' ? 0 : 1)) || './';
  const address = (language: Lang, path: string) => (language === 'en' ? path : `${language}/${path}`);
  const link = (language: Lang, path: string) => {
    const full = address(language, path);
    if (delivery === 'served') return up + full;
    return full === '' || full.endsWith('/') ? `${up}${full}index.html` : `${up}${full}.html`;
  };
  const asKnown = (path: string) => (known !== null && tellsPast(path) ? { known } : {});
  const to: Page['to'] = (path, query = {}) => link(lang, path) + queryString({ ...query, ...asKnown(path) });
  return {
    lang,
    words: wordsOf(lang),
    delivery,
    reviewed,
    here,
    snapshot,
    assets,
    known,
    base,
    to,
    now: (path) => link(lang, path),
    agency: (id) => {
      const known = snapshot.agencies[snapshot.indexOf.get(id) ?? -1];
      return delivery === 'served' || !known || snapshot.evident.agencies.has(id)
        ? to(`agency/${id}`)
        : `${link(lang, `agencies/${known.state}`)}#${id}`;
    },
    county: (fips) => {
      const state = countyOf(fips)?.state;
      return delivery === 'served' || !state || snapshot.evident.counties.has(fips)
        ? to(`county/${fips}`)
        : `${link(lang, `agencies/${state}`)}#c-${fips}`;
    },
    json: (path) => `${up}${path || 'index'}.json${queryString(asKnown(path))}`,
    inLanguage: (language) => link(language, here) + queryString(asKnown(here)),
    asset: (name) => `${up}assets/${assets.get(name)?.name ?? name}`,
    data: (file) => `${up}data/${file.name}`,
    feed: (scope) => `${up}${address(feedLanguage(lang, delivery, scope), `feed/${scope}`)}.xml`,
    root: (path) => up + path,
    file: (path) => up + path + queryString(known === null ? {} : { known }),
  };
}

/** In files an agency's feed is there in English alone: in two languages it would be the eighth part of all files. */
function feedLanguage(lang: Lang, delivery: Delivery, scope: string): Lang {
  return delivery === 'files' && scope.startsWith('agency/') ? 'en' : lang;
}

/** The languages other than that of a page. */
export function otherLanguages(page: Page): Lang[] {
  return LANGS.filter((lang) => lang !== page.lang);
}

/** A link to a claim: its own page where there is a server, its card on the agency's page in files. */
export function claimLink(page: Page, claim: { id: string; agencyId: string | null }): string {
  // An agency that only a proposal names has no page.
  if (page.delivery === 'served' || claim.agencyId === null || !page.snapshot.indexOf.has(claim.agencyId))
    return page.to(`claim/${claim.id}`);
  return `${page.agency(claim.agencyId)}#c-${claim.id}`;
}

/** The address of a source's page: `source/<id>`, and a capture's own page for one whose bytes are held. */
export function sourcePath(source: Pick<SourceInfo, 'id' | 'capture'>): string {
  return source.capture === null ? `source/${source.id}` : `capture/${source.capture}`;
}

function queryString(query: Record<string, string | undefined>): string {
  const pairs = Object.entries(query).filter(
    (pair): pair is [string, string] => pair[1] !== undefined && pair[1] !== '',
  );
  return pairs.length === 0 ? '' : `?${new URLSearchParams(pairs)}`;
}

/** The address if a browser may follow it (http or https), else null. */
export function safeUrl(url: string | null): string | null {
  if (url === null || !URL.canParse(url)) return null;
  return /^https?:$/.test(new URL(url).protocol) ? url : null;
}
