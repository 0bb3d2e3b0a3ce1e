import type { Day } from '../base/index.ts';
import { stampDay } from './days.ts';

/** What a page says about itself, gathered while it is scanned. */
export interface PageFacts {
  meta: Map<string, string>;
  jsonLd: string[];
  titleTag: string;
  heading: string;
  /** The time stamp that the page shows with its article. */
  stamp: string | null;
  /** Days that it prints there. */
  printed: Day[];
  lang: string | null;
}

/** Title, publisher, date and language from a page's own statements: JSON-LD first, then OpenGraph and meta, then what is printed with the article. */
export function metadataOf(facts: PageFacts): {
  title: string | null;
  publisher: string | null;
  published: string | null;
  lang: string | null;
} {
  const item = articleOf(itemsOf(facts));
  const meta: Meta = (...names) => {
    for (const name of names) if (facts.meta.get(name)) return facts.meta.get(name)!;
    return null;
  };
  const site =
    nameOf(item?.publisher) ?? meta('og:site_name', 'application-name', 'dc.publisher', 'publisher');
  const title =
    text(item?.headline) ?? meta('og:title', 'twitter:title') ?? (facts.heading || facts.titleTag);
  return {
    title: title === '' ? null : title,
    publisher: site,
    published: publishedOf(facts, meta),
    lang: facts.lang || meta('og:locale', 'content-language')?.replace('_', '-') || null,
  };
}

type Item = Record<string, unknown>;
type Meta = (...names: string[]) => string | null;
const ARTICLE = /Article|Posting|Report|WebPage|Statement|PressRelease/;

/** All items of a page's JSON-LD; what is no JSON is passed over. */
function itemsOf({ jsonLd }: PageFacts): Item[] {
  return jsonLd.flatMap((block) => {
    try {
      return itemsIn(JSON.parse(block), 0);
    } catch {
      return [];
    }
  });
}

function isArticle({ '@type': type }: Item): boolean {
  return (Array.isArray(type) ? type : [type]).some((one) => typeof one === 'string' && ARTICLE.test(one));
}

function articleOf(items: Item[]): Item | null {
  const articles = items.filter(isArticle);
  return articles.find((item) => item.datePublished) ?? articles[0] ?? null;
}

/** The day that the page gives as its own publication; null where nothing does, or its items disagree about which is meant. */
function publishedOf(facts: PageFacts, meta: Meta): Day | null {
  const { printed } = facts;
  return (
    ownDay(facts) ??
    stampDay(meta(...PUBLISHED_META), printed) ??
    stampDay(facts.stamp, printed) ??
    printed[0] ??
    null
  );
}

const PUBLISHED_META = [
  'article:published_time',
  'og:article:published_time',
  'datepublished',
  'date',
  'dc.date',
  'dc.date.issued',
  'dcterms.created',
  'pubdate',
  'publish-date',
  'parsely-pub-date',
  'sailthru.date',
];

// A page can carry the items of other articles: those of its own headline go first.
function ownDay(facts: PageFacts): Day | null {
  const articles = itemsOf(facts).filter((item) => isArticle(item) && item.datePublished);
  const headings = [facts.heading, facts.meta.get('og:title'), facts.titleTag].map(letters).filter(Boolean);
  const own = articles.filter(({ headline, name }) => {
    const said = letters(text(headline) ?? text(name));
    return said !== '' && headings.some((heading) => heading.startsWith(said) || said.startsWith(heading));
  });
  const days = new Set(
    (own.length > 0 ? own : articles).map((item) => stampDay(text(item.datePublished), facts.printed)),
  );
  days.delete(null);
  return own.length > 0 || days.size === 1 ? ([...days][0] ?? null) : null;
}

function letters(words: string | null | undefined): string {
  return (words ?? '').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

function itemsIn(data: unknown, depth: number): Item[] {
  if (depth > 4 || typeof data !== 'object' || data === null) return [];
  if (Array.isArray(data)) return data.slice(0, 50).flatMap((entry) => itemsIn(entry, depth + 1));
  const item = data as Item;
  return [item, ...itemsIn(item['@graph'], depth + 1)];
}

function text(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value.replace(/\s+/g, ' ').trim() : null;
}

function nameOf(value: unknown): string | null {
  if (Array.isArray(value)) return nameOf(value[0]);
  return typeof value === 'object' && value !== null ? text((value as Item).name) : text(value);
}
