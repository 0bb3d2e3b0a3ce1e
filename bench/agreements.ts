// Reads every memorandum beside the repository, by OCR where it is a scan, and prints what its claim got right.
// Run with `npx tsx bench/agreements.ts`; the scans take three seconds of CPU a page.
import { readFileSync } from 'node:fs';
import { type AgreementFacts, agreementClaims, type Claim } from '../src/claim/index.ts';
import { readPdf } from '../src/read/index.ts';
import { MOA, type MoaTruth, moaTruth } from '../test/claim/moa-truth.ts';

/** `blank`: the document does not say it, and nothing was found. */
type Score = { right: number; wrong: number; unread: number; blank: number };
const FIELDS: Record<string, (claim: Claim, facts: AgreementFacts, row: MoaTruth) => [unknown, unknown]> = {
  agency: (claim, _facts, row) => [bare(claim.agency.name), bare(row.agency)],
  'state (own words)': (_claim, facts, row) => [facts.agency.state, row.state],
  model: (claim, _facts, row) => [claim.programme, row.programme],
  date: (claim, _facts, row) => [claim.date, row.federalSigned],
  'agency signed': (_claim, facts, row) => [facts.agencySignatory.signed, row.agencySigned],
  'federal signed': (_claim, facts, row) => [facts.federalSignatory.signed, row.federalSigned],
  'agency signatory': (_claim, facts, row) => [facts.agencySignatory.name, row.signatory],
};

const scores = new Map<string, Score>();
let [ocrPages, ocrCpu, textPages, textCpu] = [0, 0, 0, 0];
for (const row of moaTruth()) {
  const before = process.cpuUsage();
  const reading = await readPdf(readFileSync(`${MOA}/${row.file}`));
  const { user, system } = process.cpuUsage(before);
  const read = reading.pages!.filter((page) => page.ocr).length;
  if (read > 0) [ocrPages, ocrCpu] = [ocrPages + read, ocrCpu + (user + system) / 1e6];
  else [textPages, textCpu] = [textPages + reading.pages!.length, textCpu + (user + system) / 1e6];
  const { claims, facts } = agreementClaims(reading, { capture: '', retrieved: '2025-05-19', state: null });
  for (const [name, of] of Object.entries(FIELDS)) {
    const [found, truth] = claims[0] && facts ? of(claims[0], facts, row) : [null, ''];
    const score = scores.get(name) ?? { right: 0, wrong: 0, unread: 0, blank: 0 };
    if (found === null) score[truth === null ? 'blank' : 'unread']++;
    else score[found === truth ? 'right' : 'wrong']++;
    scores.set(name, score);
    if (found !== truth && found !== null)
      console.log(`${row.file.slice(0, 40)} ${name}: ${found}, in truth ${truth}`);
  }
}
console.table(Object.fromEntries(scores));
console.log(`text: ${textPages} pages, ${((1000 * textCpu) / textPages).toFixed(1)} ms of CPU each`);
console.log(`OCR: ${ocrPages} pages, ${(ocrCpu / ocrPages).toFixed(2)} s of CPU each`);

function bare(name: string): string {
  return name.toLowerCase().replace(/\bthe |[^a-z ]/g, '');
}
