import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  ADVERTISEMENT,
  CREDIT,
  FURNITURE_LINE,
  FURNITURE_TAIL,
  IMAGE_NAME,
  isByline,
  isInviting,
  namedKind,
} from '../../src/read/furniture.ts';

const kind = (names: string, tag = 'div') => namedKind(tag, { class: names });

test('names of an element make it furniture, comments or a caption', () => {
  for (const names of [
    'site-nav',
    'sidebar',
    'x related-stories',
    'newsletter',
    'ad',
    'col-side',
    'entry-tags tags',
    'pull-quote',
    'byline',
  ])
    assert.equal(kind(names), 'furniture', names);
  for (const names of ['comments', 'comment-list', 'disqus_thread', 'respond'])
    assert.equal(kind(names), 'comments', names);
  for (const names of ['wp-caption-text', 'photo-credit', 'media_caption caption'])
    assert.equal(kind(names), 'caption', names);
  assert.equal(namedKind('div', { role: 'navigation' }), 'furniture');
  assert.equal(namedKind('div', { id: 'sidebar' }), 'furniture');
});

test('a word that only holds such a name, and a box of the whole page, are none of them', () => {
  for (const names of [
    '',
    'header-text',
    'canadas',
    'download',
    'shareholder',
    'commentary',
    'page with-sidebar',
    'entry-content share',
    'unrelatedx',
  ])
    assert.equal(kind(names), null, names);
  for (const tag of ['body', 'html', 'main', 'article']) assert.equal(kind('sidebar', tag), null, tag);
});

test('an element invites by its tag, its property or its names', () => {
  assert.ok(isInviting('article', {}));
  assert.ok(isInviting('div', { itemprop: 'articleBody' }));
  for (const names of ['story-body', 'entry-content', 'article__body', 'main-content'])
    assert.ok(isInviting('div', { class: names }), names);
  for (const names of ['', 'articles', 'history', 'contents'])
    assert.equal(isInviting('div', { class: names }), false, names);
  assert.ok(isByline('x entry-meta') && !isByline('metadata'));
});

test('lines of furniture are such as a whole; a sentence that begins alike is none', () => {
  for (const line of [
    'Share',
    'Facebook | Twitter',
    'By Jane Roe',
    'Por Juana Pérez',
    'Updated: 4 PM',
    'Feb. 21, 2017',
    'Lea también: otra nota',
  ])
    assert.match(line, FURNITURE_LINE);
  for (const line of [
    'Share prices fell today',
    'By law. The sheriff must',
    'Feb. 21, 2017 was the day',
    'Printers are busy',
  ])
    assert.doesNotMatch(line, FURNITURE_LINE);
  for (const line of ['Related Stories', 'More from Texas', '12 comments', 'Lo más leído'])
    assert.match(line, FURNITURE_TAIL);
  for (const line of ['Related to this the sheriff said', 'Comments by the sheriff'])
    assert.doesNotMatch(line, FURNITURE_TAIL);
  assert.match('ADVERTISEMENT', ADVERTISEMENT);
  assert.doesNotMatch('Advertisement for deputies', ADVERTISEMENT);
});

test('file names and credits of pictures are known from words about pictures', () => {
  for (const name of ['GettyImages-634417434', 'IMG_8FC25A', 'sheriff.jpg']) assert.match(name, IMAGE_NAME);
  for (const text of ['Image of the jail', 'photo', 'The sheriff.']) assert.doesNotMatch(text, IMAGE_NAME);
  for (const text of [
    'Photo by Jane Roe',
    'The jail. (Jane Roe/Getty Images)',
    'Courtesy: county',
    'File photo: the jail',
  ])
    assert.match(text, CREDIT);
  for (const text of ['He showed a photograph of it.', 'The file was kept.', 'paid (by the county)'])
    assert.doesNotMatch(text, CREDIT);
});
