import type { CitedEvidence, Evidence, RowEvidence, TextEvidence } from '../claim/index.ts';
import type { TextReading } from '../read/index.ts';
import type { RecordedClaim, RecordReader, RowsAround } from '../record/index.ts';
import type { Page } from './page.ts';
import { fill } from './phrase.ts';

/** A stretch of a paragraph: the words that show something are marked. */
export interface Part {
  text: string;
  marked: boolean;
}

/** A piece of evidence with what surrounds it in its source. `at` names the paragraph; quotations of one stand together. */
export type Shown =
  | { type: 'text'; evidence: TextEvidence; parts: Part[]; at: string }
  | { type: 'row'; evidence: RowEvidence; around: RowsAround | null }
  | { type: 'cited'; evidence: CitedEvidence };

// A paragraph longer than this is cut around the quotation.
const CONTEXT = 360;
const NEIGHBOURS = 1;

/** The evidence of a claim with its surroundings, looked up in the record. */
export async function showEvidence(
  reader: RecordReader,
  claim: { evidence: readonly Evidence[]; source: Pick<RecordedClaim['source'], 'capture'> },
  neighbours = NEIGHBOURS,
): Promise<Shown[]> {
  const { capture } = claim.source;
  const shown: Shown[] = [];
  const reading = capture === null ? null : await reader.text(capture);
  const paragraphs = new Map<number, TextEvidence[]>();
  for (const evidence of claim.evidence) {
    if (evidence.type === 'cited') shown.push({ type: 'cited', evidence });
    else if (evidence.type === 'row') {
      const around = capture === null ? null : await reader.rows(capture, evidence.row, neighbours);
      shown.push({ type: 'row', evidence, around });
    } else {
      const start = paragraphOf(evidence, reading)?.start;
      const known = start === undefined ? undefined : paragraphs.get(start);
      if (known) known.push(evidence);
      else if (start === undefined || reading === null) shown.push(outOfPlace(evidence));
      else {
        const own = [evidence];
        paragraphs.set(start, own);
        // Filled below, when every quotation of the paragraph is known.
        shown.push({ type: 'text', evidence, parts: [], at: `${capture} ${start}` });
      }
    }
  }
  return shown.map((one) => {
    const own =
      one.type === 'text' && reading && paragraphs.get(paragraphOf(one.evidence, reading)?.start ?? -1);
    return own && one.parts.length === 0 ? { ...one, parts: inParagraph(own, reading) } : one;
  });
}

/** The block of the text in which a quotation stands; null when the text is gone or does not hold it any more. */
function paragraphOf({ start, end, exact }: TextEvidence, reading: TextReading | null) {
  if (reading === null || reading.text.slice(start, end) !== exact) return null;
  return reading.blocks.find((b) => b.start <= start && start < b.end) ?? { start, end };
}

/** A quotation in its own prefix and suffix, where its paragraph is not at hand. */
export function outOfPlace(evidence: TextEvidence): Shown {
  const plain = (text: string) => ({ text, marked: false });
  const marked = { text: evidence.exact, marked: true };
  const parts = [plain(`… ${evidence.prefix}`), marked, plain(`${evidence.suffix} …`)];
  return { type: 'text', evidence, parts, at: `${evidence.start} ${evidence.exact}` };
}

/** A paragraph with every quotation of it marked; a long one is cut around them. */
function inParagraph(quotations: TextEvidence[], reading: TextReading): Part[] {
  const sorted = [...quotations].sort((a, b) => a.start - b.start);
  const first = sorted[0]!;
  const last = Math.max(...sorted.map(({ end }) => end));
  const block = paragraphOf(first, reading) ?? first;
  const from = Math.max(block.start, first.start - CONTEXT);
  const to = Math.min(Math.max(block.end, last), last + CONTEXT);
  const parts: Part[] = [];
  let at = from;
  for (const { start, end } of sorted) {
    if (start > at) parts.push({ text: reading.text.slice(at, start), marked: false });
    if (end > at) parts.push({ text: reading.text.slice(Math.max(at, start), end), marked: true });
    at = Math.max(at, end);
  }
  if (to > at) parts.push({ text: reading.text.slice(at, to), marked: false });
  const [opening, closing] = [parts[0]!, parts.at(-1)!];
  if (from > block.start && !opening.marked) opening.text = `… ${opening.text.replace(/^\S*\s/, '')}`;
  if (to < block.end && !closing.marked) closing.text = `${closing.text.replace(/\s\S*$/, '')} …`;
  return parts;
}

/** Claims one after the other: a paragraph that stood in full before shows only its marked words again. */
export function withoutRepeats<One extends { shown: Shown[] }>(claims: One[]): One[] {
  const seen = new Set<string>();
  return claims.map((one) => {
    const shown = one.shown.map((piece) => {
      if (piece.type !== 'text') return piece;
      if (seen.has(piece.at)) return { ...piece, parts: markedOnly(piece.parts) };
      seen.add(piece.at);
      return piece;
    });
    return { ...one, shown };
  });
}

function markedOnly(parts: Part[]): Part[] {
  const gap = { text: ' … ', marked: false };
  return parts.filter(({ marked }) => marked).flatMap((part, i) => (i === 0 ? [part] : [gap, part]));
}

/** Evidence as the reader sees it: words marked in their sentence, a row in its list, or a citation. */
export function EvidenceView({ page, shown }: { page: Page; shown: Shown }) {
  switch (shown.type) {
    case 'text':
      return (
        <blockquote>
          {shown.parts.map(({ text, marked }) => (marked ? <mark>{text}</mark> : text))}
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
    <figure class="scroll" aria-label={words.claim.rowTable} tabindex={0}>
      <table class="rows">
        <caption class="small soft">
          {evidence.sheet === ''
            ? fill(words.publication.row, { row: String(evidence.row) })
            : fill(words.claim.row, { row: String(evidence.row), sheet: evidence.sheet })}
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
    </figure>
  );
}

/** True where a claim's first evidence is cited and not captured. */
export function isCited(evidence: Evidence[]): boolean {
  return evidence[0]?.type === 'cited';
}
