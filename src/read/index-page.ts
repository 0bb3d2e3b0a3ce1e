import { Parser } from 'htmlparser2';
import { canonicalJson, UserError } from '../base/index.ts';
import type { NoticeForm } from './notice.ts';

/** The forms of page that name new documents. */
export type IndexForm = NoticeForm | 'ice-lists';

/** One document that an index names: by an address on the index's own host, or whole within it. */
export interface IndexItem {
  title: string;
  address: string | null;
  bytes: Buffer | null;
}

/** What an index names, and the address of its next page, or null on the last. */
export interface IndexPage {
  items: IndexItem[];
  next: string | null;
}

type Json = Record<string, unknown>;

/** The documents that a page of an index names. No address leads to another host. Throws a UserError for bytes of another form. */
export function readIndexPage(form: IndexForm, bytes: Uint8Array, address: string): IndexPage {
  const text = Buffer.from(bytes).toString('utf8');
  if (form === 'ice-lists') return listLinks(text, address);
  const json = parsed(text);
  const page = json && PAGES[form](json, address);
  if (!page)
    throw new UserError(
      `answer of ${new URL(address).host} is no index of ${form}; look at its address, or try again later`,
    );
  return page;
}

/** ICE's page links its lists as workbooks; their names say which, though never to be relied on further. */
function listLinks(html: string, address: string): IndexPage {
  const found = new Map<string, string>();
  const parser = new Parser({
    onopentag(name, { href }) {
      if (name !== 'a' || !href || !URL.canParse(href, address)) return;
      const url = new URL(href, address);
      url.hash = '';
      const file = decoded(url.pathname.split('/').at(-1) ?? '');
      const isList = /\.xlsx$/i.test(file) && /agenc|entit|participat|pending/i.test(file);
      if (isList && url.host === new URL(address).host) found.set(url.href, file);
    },
  });
  parser.end(html);
  const items = [...found].map(([href, title]) => ({ title, address: href, bytes: null }));
  return { items, next: null };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

const PAGES: Record<NoticeForm, (json: Json, address: string) => IndexPage | null> = {
  // {"count": …, "next_page_url": …, "results": [{"document_number": …, "title": …}]}; without a hit there are no results.
  'federal-register': (json, address) => {
    if (typeof json.count !== 'number') return null;
    const items = all(json.results).flatMap(({ document_number, title }) => {
      const number = plainId(document_number);
      if (!number) return [];
      const url = new URL(address);
      url.pathname = url.pathname.replace(/documents\.json$/, `documents/${number}.json`);
      url.search = '';
      return [{ title: String(title ?? number), address: url.href, bytes: null }];
    });
    return { items, next: nextBy(address, json.next_page_url, 'page') };
  },
  // {"count": …, "nextPage": …, "packages": [{"packageId": …, "title": …}]}
  govinfo: (json, address) => {
    if (!Array.isArray(json.packages)) return null;
    const items = all(json.packages).flatMap(({ packageId, title }) => {
      const id = plainId(packageId);
      const summary = new URL(`/packages/${id}/summary`, address).href;
      return id ? [{ title: String(title ?? id), address: summary, bytes: null }] : [];
    });
    return { items, next: nextBy(address, json.nextPage, 'offsetMark') };
  },
  // {"results": [whole bills], "pagination": {"page": …, "max_page": …}}
  'open-states': (json, address) => {
    if (!Array.isArray(json.results)) return null;
    const items = all(json.results).map((bill) => ({
      title: `${String(bill.identifier ?? '')} ${String(bill.title ?? '')}`,
      address: null,
      bytes: Buffer.from(canonicalJson(bill)),
    }));
    const { page, max_page } = isObject(json.pagination) ? json.pagination : {};
    const more = typeof page === 'number' && typeof max_page === 'number' && page < max_page;
    return { items, next: more ? withParameter(address, 'page', String(page + 1)) : null };
  },
};

/** Of the next page's address only the one parameter is taken: what it says of the host is not to be relied on. */
function nextBy(address: string, next: unknown, parameter: string): string | null {
  if (typeof next !== 'string' || !URL.canParse(next)) return null;
  const value = new URL(next).searchParams.get(parameter);
  const following = value === null ? null : withParameter(address, parameter, value);
  return following === address ? null : following;
}

function withParameter(address: string, name: string, value: string): string {
  const url = new URL(address);
  url.searchParams.set(name, value);
  return url.href;
}

function plainId(value: unknown): string | null {
  return typeof value === 'string' && /^[\w-]{1,80}$/.test(value) ? value : null;
}

function parsed(text: string): Json | null {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

function all(value: unknown): Json[] {
  return Array.isArray(value) ? value.slice(0, 10_000).filter(isObject) : [];
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
