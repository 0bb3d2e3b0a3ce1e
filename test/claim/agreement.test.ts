import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { agreementClaims } from '../../src/claim/index.ts';
import { type ReadPage, readPdf, type TextReading } from '../../src/read/index.ts';
import { MOA, moaTruth } from './moa-truth.ts';

const HEAD = `MEMORANDUM OF AGREEMENT

287(g) Jail Enforcement Model

This Memorandum of Agreement (MOA) constitutes an agreement between U.S. Immigration and
Customs Enforcement (ICE), a component of the Department of Homeland Security (DHS), and
Example County Sheriff’s Office, hereinafter the law enforcement agency (LEA), pursuant to which
ICE delegates the authority to perform certain functions as specified herein.

ICE and the LEA points of contact (POCs) for purposes of this MOA are:

For the LEA: Chief Jane Doe, Example County Sheriff’s Office, 555-0100

For DHS: Denver Field Office Director

By signing this MOA, each party agrees to be bound thereto to the fullest extent allowed by law.

For the LEA:\tFor ICE:

`;
const BLOCK =
  'Date: 02/28/2025\tDate: March 5, 2025\n\nName: Pat Example\tName: Sam Sample\n\nTitle: Sheriff\tTitle: Acting Director';
const CONTEXT = { capture: 'c', retrieved: '2025-06-01', state: 'CO' };

function reading(text: string, ocr?: ReadPage['ocr']): TextReading {
  const page = { start: 0, end: text.length, ...(ocr ? { ocr } : {}) };
  return {
    form: 'text',
    reader: 'pdf',
    version: '1',
    text,
    blocks: [],
    title: null,
    publisher: null,
    published: null,
    lang: 'en',
    pages: [page],
  };
}

test('a signed memorandum: agency, model, both signatories, the later day, offices without persons', () => {
  const { claims, facts } = agreementClaims(reading(HEAD + BLOCK), CONTEXT);
  const [claim] = claims;
  assert.equal(claims.length, 1);
  assert.deepEqual(
    [claim!.kind, claim!.agency.name, claim!.agency.state, claim!.programme, claim!.position, claim!.date],
    ['agreement', "Example County Sheriff's Office", 'CO', '287g-jail', 'takes-part', '2025-03-05'],
  );
  assert.deepEqual([claim!.speaker, claim!.role, claim!.speaksForAgency], ['Pat Example', 'Sheriff', true]);
  assert.deepEqual(
    [facts!.agencySignatory.signed, facts!.federalSignatory.signed],
    ['2025-02-28', '2025-03-05'],
  );
  assert.deepEqual([facts!.fieldOffice, facts!.contactOffice], ['Denver', 'Example County Sheriff’s Office']);
  assert.ok(!JSON.stringify(facts).includes('Doe') && !JSON.stringify(facts).includes('555'));
});

test('evidence is the exact words with the zero-based page', () => {
  const own = reading(HEAD + BLOCK);
  for (const piece of agreementClaims(own, CONTEXT).claims[0]!.evidence) {
    assert.equal(piece.type, 'text');
    if (piece.type !== 'text') continue;
    assert.equal(own.text.slice(piece.start, piece.end), piece.exact);
    assert.equal(piece.page, 0);
  }
});

test('blanks on both sides are no agreement yet, and one day alone is not the later of two', () => {
  const blank = HEAD + BLOCK.replace('02/28/2025', '').replace('March 5, 2025', '');
  const unsigned = agreementClaims(reading(blank), CONTEXT);
  assert.deepEqual([unsigned.claims[0]!.position, unsigned.claims[0]!.date], ['will-join', null]);
  const half = agreementClaims(reading(HEAD + BLOCK.replace('March 5, 2025', '')), CONTEXT);
  assert.deepEqual([half.claims[0]!.position, half.facts!.signed], ['will-join', null]);
});

test('a day that OCR merely guessed, or that lies behind the retrieval, is no date', () => {
  const text = HEAD + BLOCK;
  const at = text.indexOf('March 5');
  const guessed = agreementClaims(
    reading(text, { confidence: 0.9, doubtful: [{ start: at, end: at + 5 }] }),
    CONTEXT,
  );
  assert.deepEqual([guessed.claims[0]!.position, guessed.claims[0]!.date], ['takes-part', null]);
  const late = agreementClaims(reading(HEAD + BLOCK.replace('02/28/2025', '02/28/2028')), CONTEXT);
  assert.equal(late.claims[0]!.date, '2025-03-05');
  assert.equal(late.facts!.agencySignatory.signed, null);
});

test('sides are told by their words, and a signing program’s date goes to the signer', () => {
  const block = `Date: ROBIN ROE\tDate: 04/30/2020

Digitally signed by ROBIN ROE Date: 2020.06.09 14:38:27 -04'00'

R.B. Roe\tPat Example
Assistant Director, Enforcement\tSheriff
U.S. Immigration and Customs Enforcement\tExample County Sheriff's Office`;
  const { facts } = agreementClaims(reading(HEAD.replace('For the LEA:\tFor ICE:\n\n', '') + block), CONTEXT);
  assert.deepEqual(
    [facts!.agencySignatory.signed, facts!.federalSignatory.signed, facts!.signed],
    ['2020-04-30', '2020-06-09', '2020-06-09'],
  );
  assert.deepEqual([facts!.agencySignatory.name, facts!.federalSignatory.name], ['Pat Example', 'R.B. Roe']);
});

test('an article about a memorandum is none', () => {
  const text = 'The sheriff signed a memorandum of agreement under 287(g) on March 5, 2025, the office said.';
  assert.deepEqual(agreementClaims(reading(text), CONTEXT), { claims: [], facts: null });
});

test('memoranda with text: agency, state and model all right, no wrong day, nearly every day', async (t) => {
  const truth = moaTruth().filter((row) => !row.scanned);
  if (truth.length === 0) return t.skip('../shared is not here');
  let dated = 0;
  for (const row of truth) {
    const own = await readPdf(readFileSync(`${MOA}/${row.file}`));
    const { claims, facts } = agreementClaims(own, {
      capture: row.file,
      retrieved: '2025-05-19',
      state: row.state,
    });
    const [claim] = claims;
    assert.ok(claim && facts, row.file);
    assert.deepEqual(
      [claim.agency.state, claim.programme, claim.position],
      [row.state, row.programme, 'takes-part'],
      row.file,
    );
    assert.equal(sameAgency(claim.agency.name), sameAgency(row.agency));
    const { agencySignatory, federalSignatory } = facts;
    if (agencySignatory.signed) assert.equal(agencySignatory.signed, row.agencySigned, row.file);
    if (federalSignatory.signed) assert.equal(federalSignatory.signed, row.federalSigned, row.file);
    if (agencySignatory.name) assert.equal(agencySignatory.name, row.signatory, row.file);
    if (claim.date) {
      assert.equal(claim.date, row.federalSigned, row.file);
      dated++;
    }
  }
  assert.ok(dated >= 14, `${dated} of ${truth.length} dated`);
});

function sameAgency(name: string): string {
  return name.replace(/\bthe /g, '').toLowerCase();
}
