import { isDay } from '../base/index.ts';

/** What a page says about itself, gathered while it is scanned. */
export interface PageFacts {
  meta: Map<string, string>;
  jsonLd: string[];
  titleTag: string;
  heading: string;
  time: string | null;
  byline: string;
  lang: string | null;
}

/** Title, publisher, date and language from a page's own statements: JSON-LD first, then OpenGraph and meta, then `<time>` and byline. */
export function metadataOf(facts: PageFacts): {
  title: string | null;
  publisher: string | null;
  published: string | null;
  lang: string | null;
} {
  const item = articleOf(facts.jsonLd);
  const meta = (...names: string[]): string | null => {
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
    published:
      dayIn(text(item?.datePublished)) ??
      dayIn(
        meta(
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
        ),
      ) ??
      dayIn(facts.time) ??
      dayIn(facts.byline),
    lang: facts.lang ?? meta('og:locale', 'content-language')?.replace('_', '-') ?? null,
  };
}

type Item = Record<string, unknown>;
const ARTICLE = /Article|Posting|Report|WebPage|Statement|PressRelease/;

function articleOf(blocks: string[]): Item | null {
  for (const block of blocks) {
    let data: unknown;
    try {
      data = JSON.parse(block);
    } catch {
      continue;
    }
    const items = itemsIn(data, 0);
    const found =
      items.find((item) => ARTICLE.test(String(item['@type'])) && item.datePublished) ??
      items.find((item) => ARTICLE.test(String(item['@type'])));
    if (found) return found;
  }
  return null;
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

const MONTHS = [
  'jan|ene',
  'feb',
  'mar',
  'apr|abr',
  'may',
  'jun',
  'jul',
  'aug|ago',
  'sep',
  'oct',
  'nov',
  'dec|dic',
].map((names) => new RegExp(`^(?:${names})`, 'i'));

/** The day in a machine or printed date, or null: the local day as written, never shifted by its time zone. */
export function dayIn(value: string | null): string | null {
  if (!value) return null;
  const iso = /(\d{4})-(\d{2})-(\d{2})/.exec(value) ?? /\b(\d{4})(\d{2})(\d{2})\b/.exec(value);
  if (iso) return valid(iso[1]!, Number(iso[2]), Number(iso[3]));
  const named = /\b(\p{L}{3,10})\.? (\d{1,2}),? (\d{4})/u.exec(value);
  if (named) return valid(named[3]!, monthOf(named[1]!), Number(named[2]));
  const dayFirst = /\b(\d{1,2}) (?:de )?(\p{L}{3,10})\.?,?(?: de)? (\d{4})/u.exec(value);
  if (dayFirst) return valid(dayFirst[3]!, monthOf(dayFirst[2]!), Number(dayFirst[1]));
  return null;
}

function monthOf(name: string): number {
  return MONTHS.findIndex((month) => month.test(name)) + 1;
}

function valid(year: string, month: number, day: number): string | null {
  const text = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return isDay(text) ? text : null;
}
