import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { metadataOf, type PageFacts } from '../../src/read/metadata.ts';

const facts = (more: Partial<PageFacts> = {}, meta: Record<string, string> = {}): PageFacts => ({
  meta: new Map(Object.entries(meta)),
  jsonLd: [],
  titleTag: '',
  heading: '',
  stamp: null,
  printed: [],
  lang: null,
  ...more,
});
const ld = (...items: unknown[]) => items.map((item) => JSON.stringify(item));
const article = (more: object = {}) => ({ '@type': 'NewsArticle', ...more });

test('a page that says nothing has nothing', () => {
  assert.deepEqual(metadataOf(facts()), { title: null, publisher: null, published: null, lang: null });
  assert.equal(metadataOf(facts({ lang: '' }, { 'og:locale': 'es_US' })).lang, 'es-US');
  assert.equal(metadataOf(facts({ lang: '' })).lang, null);
});

test('a title is that of JSON-LD, then of OpenGraph, then the heading, then that of the window', () => {
  const all = { heading: 'Heading', titleTag: 'Window', jsonLd: ld(article({ headline: ' Head\n line ' })) };
  const meta = { 'og:title': 'Graph' };
  assert.equal(metadataOf(facts(all, meta)).title, 'Head line');
  assert.equal(metadataOf(facts({ ...all, jsonLd: [] }, meta)).title, 'Graph');
  assert.equal(metadataOf(facts({ ...all, jsonLd: [] })).title, 'Heading');
  assert.equal(metadataOf(facts({ titleTag: 'Window' })).title, 'Window');
});

test('a publisher is named in any of the forms that JSON-LD allows', () => {
  for (const publisher of ['Daily', { name: 'Daily' }, [{ name: 'Daily' }, { name: 'Other' }]])
    assert.equal(
      metadataOf(facts({ jsonLd: ld({ '@graph': [article({ publisher })] }) })).publisher,
      'Daily',
    );
  assert.equal(
    metadataOf(facts({ jsonLd: ld(article({ publisher: { name: ' ' } })) }, { 'og:site_name': 'Site' }))
      .publisher,
    'Site',
  );
});

test('the day is that of the page’s own item; items that disagree about it say nothing', () => {
  const item = (headline: string, datePublished: string) => article({ headline, datePublished });
  const published = (heading: string, ...items: object[]) =>
    metadataOf(facts({ heading, jsonLd: ld(...items) })).published;
  const [own, other] = [item('Jail ends it', '2017-02-21'), item('Another', '2020-01-01')];
  assert.equal(published('Jail ends it', other, own), '2017-02-21');
  assert.equal(published('JAIL: ends it!', other, own), '2017-02-21');
  assert.equal(published('A third', own, other), null);
  assert.equal(published('A third', own), '2017-02-21');
  assert.equal(
    published('A third', { '@type': ['Thing', 'Report'], datePublished: '2017-02-21' }),
    '2017-02-21',
  );
  assert.equal(published('A third', { '@type': 'Person', datePublished: '2017-02-21' }), null);
});

test('without such an item the day is that of meta, of a stamp, of print, in this order', () => {
  const meta = { 'article:published_time': '2017-02-21T10:00:00-06:00', date: '2016-01-01' };
  const shown = { stamp: '2017-02-23', printed: ['2017-02-24'] };
  assert.equal(metadataOf(facts(shown, meta)).published, '2017-02-21');
  assert.equal(metadataOf(facts(shown)).published, '2017-02-23');
  assert.equal(metadataOf(facts({ ...shown, stamp: 'soon' })).published, '2017-02-24');
});

test('whatever stands in JSON-LD, the page is read', () => {
  const odd = { '@type': { toString: 1, valueOf: 2 }, datePublished: '2017-02-21' };
  assert.equal(metadataOf(facts({ jsonLd: ['{', ...ld(odd)] })).published, null);
  const names = ['@type', '@graph', 'headline', 'datePublished', 'publisher', 'name', 'toString'];
  const item = fc.dictionary(
    fc.constantFrom(...names),
    fc.oneof(fc.jsonValue(), fc.constantFrom('Report', '2017-02-21')),
  );
  fc.assert(
    fc.property(fc.array(item), (items) => {
      const { title, publisher } = metadataOf(facts({ jsonLd: ld(...items) }));
      for (const value of [title, publisher]) assert.ok(value === null || value.trim() !== '');
    }),
  );
});
