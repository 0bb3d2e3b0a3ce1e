import type { Day } from '../base/index.ts';
import { addDays, contentId } from '../base/index.ts';
import type { Change, RecordReader } from '../record/index.ts';
import { STATES } from '../resolve/index.ts';
import { type Entry, entriesByDay } from './change-list.tsx';
import type { Page } from './page.ts';
import { fill, inPrint } from './phrase.ts';
import { stateIn } from './states-es.ts';

/** A feed of changes: of everybody, of a state or of one agency. */
export interface Feed {
  title: string;
  /** The page that it follows, and its own address; absolute where the site's own is known. */
  page: string;
  self: string;
  /** RFC 3339. */
  updated: string;
  items: FeedItem[];
}

/** One thing that happened on one day. */
export interface FeedItem {
  id: string;
  title: string;
  url: string;
  day: Day;
}

// Readers of feeds keep what they have seen; these reach back over any pause that one is likely to make.
const DAYS = 400;
const ITEMS = 200;
const EMPTY = '2016-01-01';

/** The feed of a scope (`all`, `state/TX`, `agency/ID`) up to a day, or null where there is none such. */
export async function feedOf(
  page: Page,
  reader: RecordReader,
  scope: string,
  base: string | null,
): Promise<Feed | null> {
  const { snapshot, words } = page;
  const on = snapshot.counts.newest ?? '1970-01-01';
  const [kind, id = ''] = scope.split('/');
  const name = nameOf(page, kind ?? '', id);
  if (name === null) return null;
  const query =
    kind === 'agency'
      ? { from: '1900-01-01', to: on, agency: id }
      : kind === 'state'
        ? { from: addDays(on, -DAYS), to: on, state: id }
        : { from: addDays(on, -DAYS), to: on };
  const changes = await reader.changes(query);
  const prefix = page.lang === 'en' ? '' : `${page.lang}/`;
  const absolute = (path: string, relative: string) => (base === null ? relative : `${base}${path}`);
  const ending = page.delivery === 'served' ? '' : '.html';
  const link = (path: string) => absolute(`${prefix}${path}${ending}`, page.to(path));
  const items = entriesByDay(changes)
    .flatMap(({ day, entries }) => entries.map((entry) => ({ day, entry })))
    .slice(0, ITEMS)
    .map(
      ({ day, entry }): FeedItem => ({
        id: idOf(entry),
        title: inOneLine(page, entry),
        url: link(`agency/${entry.first.agency}`),
        day,
      }),
    );
  return {
    title: fill(words.feeds.title, { name }),
    page: kind === 'all' ? link('changes') : link(scope),
    self: absolute(`${prefix}feed/${scope}.xml`, page.root(`${prefix}feed/${scope}.xml`)),
    // A feed without an entry was never updated; the record's newest day would make it new with every list.
    updated: `${items[0]?.day ?? EMPTY}T00:00:00Z`,
    items,
  };
}

function nameOf({ snapshot, words }: Page, kind: string, id: string): string | null {
  if (kind === 'all' && id === '') return words.feeds.everybody;
  if (kind === 'state') return STATES.some(({ usps }) => usps === id) ? stateIn(id, words) : null;
  const index = kind === 'agency' ? snapshot.indexOf.get(id) : undefined;
  return index === undefined ? null : inPrint(snapshot.agencies[index]!.name);
}

/** What happened, in one line of plain words. */
export function inOneLine({ words }: Page, { first, programmes }: Entry): string {
  const said = first.kind === 'said';
  const what = programmes
    .map(({ position, programme }) =>
      said ? `${words.positions[position]} (${words.programmes[programme]})` : words.programmes[programme],
    )
    .join('; ');
  const who = `${inPrint(first.name)}, ${stateIn(first.state, words)}`;
  return `${fill(words.changes.kinds[first.kind], { agency: who })}: ${what}`;
}

/** A name for a change that stays the same for ever: a UUID of version 8 made of its content. */
function idOf({ first, programmes }: Entry): string {
  const key = programmes.map(({ programme, position }: Change) => `${programme} ${position}`).join();
  const hex = contentId(first.day, first.agency, first.kind, key);
  const variant = '89ab'[Number.parseInt(hex[16]!, 16) & 3];
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** A feed as Atom (RFC 4287). */
export function atom(feed: Feed, lang: string): string {
  const entries = feed.items.map(
    ({ id, title, url, day }) =>
      `<entry><id>${id}</id><title>${xml(title)}</title><link href="${xml(url)}"/><updated>${day}T00:00:00Z</updated></entry>`,
  );
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${lang}">`,
    `<id>urn:countersign:${xml(feed.title)}</id><title>${xml(feed.title)}</title>`,
    '<author><name>Countersign</name></author>',
    `<link href="${xml(feed.page)}"/><link rel="self" href="${xml(feed.self)}"/>`,
    `<updated>${feed.updated}</updated>`,
    ...entries,
    '</feed>\n',
  ].join('\n');
}

/** A feed as JSON Feed 1.1. */
export function jsonFeed(feed: Feed, language: string): object {
  return {
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    home_page_url: feed.page,
    feed_url: feed.self.replace(/\.xml$/, '.json'),
    language,
    items: feed.items.map(({ id, title, url, day }) => ({
      id,
      url,
      title,
      content_text: title,
      date_published: `${day}T00:00:00Z`,
    })),
  };
}

function xml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
