import assert from 'node:assert/strict';
import { test } from 'node:test';
import { moaFile, unwrapLink } from '../../src/resolve/links.ts';

const PDF = 'https://www.ice.gov/doclib/287gMOA/BakerCoFL_TFM_MOA_02262025.pdf';

test('an address stays as it is', () => {
  assert.deepEqual(unwrapLink(PDF), { url: PDF, rule: null });
});

test('wrappers of mail gateways, archives and browsers come off, one in another too', () => {
  const safe = `https://gcc02.safelinks.protection.outlook.com/?url=${encodeURIComponent(PDF)}&data=05%7C02&reserved=0`;
  assert.deepEqual(unwrapLink(safe), { url: PDF, rule: 'safelink' });
  assert.deepEqual(unwrapLink(`https://web.archive.org/web/20210113002027/${PDF}`), {
    url: PDF,
    rule: 'archive-prefix',
  });
  assert.deepEqual(unwrapLink(`https://web.archive.org/web/20210113002027/${safe}`), {
    url: PDF,
    rule: 'archive-prefix',
  });
  assert.deepEqual(unwrapLink(`chrome-extension://efaidnbmnnnibpcajpcglclefindmkaj/${PDF}`), {
    url: PDF,
    rule: 'browser-prefix',
  });
  assert.deepEqual(unwrapLink('https:/www.ice.gov/a.pdf'), {
    url: 'https://www.ice.gov/a.pdf',
    rule: 'slashes',
  });
});

test('words are no link', () => {
  for (const text of ['link pending', 'link', '', '\u00a0', 'Cons']) assert.equal(unwrapLink(text), null);
});

test('the file tells one document at two addresses', () => {
  assert.equal(moaFile(PDF), 'bakercofl_tfm_moa_02262025');
  assert.equal(
    moaFile('https://www.ice.gov/x/UNIVERSITYOFWEST%20FLORIDA.pdf?x=1'),
    'universityofwest florida',
  );
});
