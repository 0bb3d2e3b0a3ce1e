import type { CitedEvidence, Evidence, RowEvidence, TextEvidence } from '../claim/index.ts';
import type { TextReading } from '../read/index.ts';
import type { RecordedClaim, RecordReader, RowsAround } from '../record/index.ts';
import type { Page } from './page.ts';
import { fill } from './phrase.ts';

/** A piece of evidence with what surrounds it in its source. */
export type Shown =
  | { type: 'text'; evidence: TextEvidence; before: string; exact: string; after: string }
  | { type: 'row'; evidence: RowEvidence; around: RowsAround | null }
  | { type: 'cited'; evidence: CitedEvidence };

// A paragraph longer than this is cut around the quotation.
const CONTEXT = 360;
const NEIGHBOURS = 1;

/** The evidence of a claim with its surroundings, looked up in the record. */
export async function showEvidence(
  reader: RecordReader,
  claim: RecordedClaim,
  neighbours = NEIGHBOURS,
): Promise<Shown[]> {
  const { capture } = claim.source;
  return Promise.all(
    claim.evidence.map(async (evidence): Promise<Shown> => {
      if (evidence.type === 'cited') return { type: 'cited', evidence };
      if (evidence.type === 'row') {
        const around = capture === null ? null : await reader.rows(capture, evidence.row, neighbours);
        return { type: 'row', evidence, around };
      }
      return inParagraph(evidence, capture === null ? null : await reader.text(capture));
    }),
  );
}

/** The quotation in its paragraph; in its own prefix and suffix when the text is gone or does not hold it any more. */
function inParagraph(evidence: TextEvidence, reading: TextReading | null): Shown {
  const { start, end, exact } = evidence;
  if (reading === null || reading.text.slice(start, end) !== exact) {
    return { type: 'text', evidence, before: `… ${evidence.prefix}`, exact, after: `${evidence.suffix} …` };
  }
  const block = reading.blocks.find((b) => b.start <= start && start < b.end) ?? { start, end };
  const from = Math.max(block.start, start - CONTEXT);
  const to = Math.min(Math.max(block.end, end), end + CONTEXT);
  const before = reading.text.slice(from, start);
  const after = reading.text.slice(end, to);
  return {
    type: 'text',
    evidence,
    before: from > block.start ? `… ${before.replace(/^\S*\s/, '')}` : before,
    exact,
    after: to < block.end ? `${after.replace(/\s\S*$/, '')} …` : after,
  };
}

/** Evidence as the reader sees it: words marked in their sentence, a row in its list, or a citation. */
export function EvidenceView({ page, shown }: { page: Page; shown: Shown }) {
  switch (shown.type) {
    case 'text':
      return (
        <blockquote>
          {shown.before}
          <mark>{shown.exact}</mark>
          {shown.after}
          <Where page={page} evidence={shown.evidence} />
        </blockquote>
      );
    case 'row':
      return <RowView page={page} evidence={shown.evidence} around={shown.around} />;
    case 'cited':
      return shown.evidence.quote === null ? null : (
        <blockquote>
          “<mark>{shown.evidence.quote}</mark>”
        </blockquote>
      );
  }
}

/** On which page of a document the words stand, and how surely a machine read them there. */
function Where({ page, evidence }: { page: Page; evidence: TextEvidence }) {
  const { claim, locale } = page.words;
  if (evidence.page === undefined) return null;
  const percent = new Intl.NumberFormat(locale, { style: 'percent' });
  return (
    <span class="small soft where-read">
      {fill(claim.page, { page: String(evidence.page + 1) })}
      {evidence.ocr !== undefined && ` · ${fill(claim.ocr, { sure: percent.format(evidence.ocr) })}`}
    </span>
  );
}

function RowView({
  page,
  evidence,
  around,
}: {
  page: Page;
  evidence: RowEvidence;
  around: RowsAround | null;
}) {
  const { words } = page;
  const own = evidence.cells.map((cell) => cell.header);
  const header = around?.header ?? own;
  const used = header
    .map((name, i) => ({ name, i }))
    .filter(({ name, i }) => name !== '' || around?.rows.some((r) => r.cells[i]));
  const rows = around?.rows ?? [
    { row: evidence.row, cells: evidence.cells.map((cell) => cell.text), links: [] },
  ];
  return (
    <section class="scroll" aria-label={words.claim.rowTable} tabindex={0}>
      <table class="rows">
        <caption class="small soft">
          {fill(words.claim.row, { row: String(evidence.row), sheet: evidence.sheet })}
        </caption>
        <thead>
          <tr>
            {used.map(({ name }) => (
              <th scope="col">{name}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ row, cells }) => (
            <tr class={row === evidence.row ? 'own' : 'near'}>
              {used.map(({ i }) => (
                <td>{row === evidence.row && cells[i] ? <mark>{cells[i]}</mark> : (cells[i] ?? '')}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** True where a claim's first evidence is cited and not captured. */
export function isCited(evidence: Evidence[]): boolean {
  return evidence[0]?.type === 'cited';
}
