import { type Bounds, boundsOf } from '../base/index.ts';
import { type Evidence, type Programme, type TextEvidence, textEvidence } from '../claim/index.ts';
import type { WordRow } from './log.ts';
import type { OpenRecord } from './open.ts';
import { lastGiven } from './sightings.ts';
import { sameFamily } from './spoken.ts';
import { textOf } from './texts.ts';

/** Where the quoted words of a cited claim stand in a capture of the source that it cites. Derived; decision 021. */
export interface Anchor {
  /** Id of the cited claim, which keeps it. */
  claim: string;
  /** SHA-256 of the capture. */
  sha: string;
  /** EDTF, as the capture gives it. */
  published: string | null;
  evidence: TextEvidence;
}

interface Page {
  sha: string;
  title: string | null;
  publisher: string | null;
  published: string | null;
  origin: string;
}

type Source = Pick<Page, 'title' | 'publisher' | 'published'> & { url: string | null };

// A title of fewer words is that of too many pages: "287(g) program".
const TITLE_WORDS = 4;

/**
 * The cited claims whose source has been captured since and has their words, as known on `until`. A capture is the source
 * when it was seen at its address, or bears its title and a day of publication that fits; of several, the one seen first.
 * Words that stand there twice, or not just so, anchor nothing: the claim stays cited.
 */
export async function findAnchors(
  record: OpenRecord,
  until: string,
  words: readonly WordRow[],
): Promise<Anchor[]> {
  const cited = words.flatMap((word) => {
    const quote = word.capture === null && word.source !== null ? quoteOf(word) : null;
    return quote === null ? [] : [{ word, quote }];
  });
  if (cited.length === 0) return [];
  const sources = await citedSources(
    record,
    cited.map(({ word }) => word.source ?? ''),
  );
  const pages = await pagesOf(record, until, [...sources.values()]);
  const anchors = new Map<string, Anchor>();
  for (const { word, quote } of cited) {
    const source = sources.get(word.source ?? '');
    for (const page of source ? pages.filter((one) => isSource(one, source)) : []) {
      const evidence = await standsAt(record, page.sha, quote);
      if (!evidence) continue;
      anchors.set(word.id, { claim: word.id, sha: page.sha, published: page.published, evidence });
      break;
    }
  }
  return [...anchors.values()].sort((a, b) => (a.claim < b.claim ? -1 : 1));
}

/** True for a claim that a machine read out of the very words on which a cited claim of the same matter is anchored: no second one. */
export function isSecond(
  word: Pick<WordRow, 'capture' | 'programme' | 'position' | 'evidence'> & {
    agency: string | null;
    review: string;
  },
  anchored: ReadonlyMap<string, readonly { anchor: Anchor; word: AnchoredWord }[]>,
): boolean {
  if (word.review !== 'proposed' || word.capture === null) return false;
  const quotes = (JSON.parse(word.evidence) as Evidence[]).filter((one) => one.type === 'text');
  return (anchored.get(word.capture) ?? []).some(
    ({ anchor, word: own }) =>
      own.agency === word.agency &&
      own.position === word.position &&
      sameFamily(own.programme as Programme, word.programme as Programme) &&
      quotes.some(({ start, end }) => start < anchor.evidence.end && anchor.evidence.start < end),
  );
}

interface AnchoredWord {
  id: string;
  agency: string | null;
  programme: WordRow['programme'];
  position: string;
}

/** The anchored claims by the capture in which they stand. */
export function byCapture<W extends AnchoredWord>(
  anchors: readonly Anchor[],
  words: readonly W[],
): Map<string, { anchor: Anchor; word: W }[]> {
  const byId = new Map(words.map((word) => [word.id, word]));
  const found = new Map<string, { anchor: Anchor; word: W }[]>();
  for (const anchor of anchors) {
    const word = byId.get(anchor.claim);
    if (word) found.set(anchor.sha, [...(found.get(anchor.sha) ?? []), { anchor, word }]);
  }
  return found;
}

function quoteOf({ evidence }: WordRow): string | null {
  const [one] = JSON.parse(evidence) as Evidence[];
  return one?.type === 'cited' ? one.quote : null;
}

async function citedSources({ db }: OpenRecord, ids: readonly string[]): Promise<Map<string, Source>> {
  const rows = await db
    .selectFrom('source')
    .select(['id', 'title', 'publisher', 'published', 'url'])
    .where('id', 'in', [...new Set(ids)])
    .execute();
  return new Map(rows.map(({ id, ...source }) => [id, source]));
}

/** The captures that may be one of the sources, those seen first first. */
async function pagesOf({ db }: OpenRecord, until: string, sources: readonly Source[]): Promise<Page[]> {
  const titles = sources.flatMap(({ title }) => (title === null ? [] : [title]));
  const urls = sources.flatMap(({ url }) => (url === null ? [] : spellingsOf(url)));
  return db
    .selectFrom('capture as c')
    .innerJoin('sighting as s', 's.capture', 'c.id')
    .select(['c.sha', 'c.title', 's.origin'])
    .select((e) => [
      e.fn.coalesce(lastGiven('publisher', 'c.id'), 'c.publisher').as('publisher'),
      e.fn.coalesce(lastGiven('published', 'c.id'), 'c.published').as('published'),
    ])
    .where('c.form', '=', 'text')
    .where('c.recorded', '<=', until)
    .where('s.recorded', '<=', until)
    .where((e) => e.or([e('c.title', 'in', titles), e('s.origin', 'in', urls)]))
    .orderBy('s.retrieved')
    .orderBy('c.sha')
    .orderBy('s.origin')
    .execute();
}

/** An address with and without its last slash, by http and https. */
function spellingsOf(url: string): string[] {
  const bare = url.replace(/^https?:\/\//i, '').replace(/\/$/, '');
  return ['http://', 'https://'].flatMap((scheme) => [`${scheme}${bare}`, `${scheme}${bare}/`]);
}

function isSource({ title, publisher, published, origin }: Page, source: Source): boolean {
  if (source.url !== null && spellingsOf(source.url).includes(origin)) return true;
  const another = publisher !== null && source.publisher !== null && publisher !== source.publisher;
  return (
    !another &&
    title !== null &&
    title === source.title &&
    title.split(/\s+/).length >= TITLE_WORDS &&
    published !== null &&
    source.published !== null &&
    overlap(boundsOf(published), boundsOf(source.published))
  );
}

function overlap(a: Bounds | null, b: Bounds | null): boolean {
  return !!a?.min && !!a.max && !!b?.min && !!b.max && a.min <= b.max && b.min <= a.max;
}

// Bytes never change what they say, and deriving follows every decision.
const looked = new Map<string, TextEvidence | null>();

/** The one place in a capture's text where the words stand just so, or null. */
async function standsAt(record: OpenRecord, sha: string, quote: string): Promise<TextEvidence | null> {
  const key = `${sha} ${quote}`;
  const known = looked.get(key);
  if (known !== undefined) return known;
  const reading = await textOf(record, sha);
  if (!reading) return null;
  const { text, pages } = reading;
  const start = text.indexOf(quote);
  const once = start >= 0 && text.indexOf(quote, start + 1) < 0;
  const page = pages?.findIndex((one) => start >= one.start && start < one.end) ?? -1;
  const evidence = once
    ? { ...textEvidence(text, { start, end: start + quote.length }), ...(page >= 0 && { page }) }
    : null;
  looked.set(key, evidence);
  return evidence;
}
