import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';
import type { Block } from './blocks.ts';
import { filled } from './dates.ts';
import type { StatementWords } from './words-en.ts';

const MARGIN = 64;
const SIZES: Record<Block['kind'], number> = {
  title: 19,
  heading: 12.5,
  text: 10.5,
  item: 10.5,
  small: 8.5,
  quote: 10,
  exhibit: 10.5,
};
const BEFORE: Record<Block['kind'], number> = {
  title: 0,
  heading: 14,
  text: 4,
  item: 4,
  small: 2,
  quote: 4,
  exhibit: 10,
};
const FONTS = {
  plain: 'source-sans-3-latin-400-normal.woff',
  'plain-more': 'source-sans-3-latin-ext-400-normal.woff',
  bold: 'source-sans-3-latin-600-normal.woff',
  'bold-more': 'source-sans-3-latin-ext-600-normal.woff',
};
// What neither font has (the page in HTML shows it).
const MISSING = '?';

/** The statement as a PDF: the same bytes for the same blocks and time, fonts embedded, nothing compressed by machine-dependent means. */
export function statementPdf(
  blocks: readonly Block[],
  recorded: string,
  words: StatementWords,
): Promise<Buffer> {
  const date = new Date(recorded);
  const title = blocks.find(({ kind }) => kind === 'title')?.text ?? 'Statement';
  const doc = new PDFDocument({
    size: 'LETTER',
    margins: { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN },
    compress: false,
    lang: words.lang,
    tagged: true,
    displayTitle: true,
    bufferPages: true,
    info: {
      Title: title,
      Producer: 'Countersign',
      Creator: 'Countersign',
      CreationDate: date,
      ModDate: date,
    },
  });
  for (const [name, file] of Object.entries(FONTS)) doc.registerFont(name, fontPath(file));
  for (const block of blocks) draw(doc, block);
  numberPages(doc, words);
  const parts: Buffer[] = [];
  return new Promise((done, fail) => {
    doc.on('data', (part: Buffer) => parts.push(part));
    doc.on('end', () => done(Buffer.concat(parts)));
    doc.on('error', fail);
    doc.end();
  });
}

function fontPath(file: string): string {
  return createRequire(import.meta.url).resolve(`@fontsource/source-sans-3/files/${file}`);
}

type Doc = InstanceType<typeof PDFDocument>;

function draw(doc: Doc, block: Block): void {
  const { kind } = block;
  const size = SIZES[kind];
  if (doc.y > MARGIN) doc.y += BEFORE[kind];
  // A heading does not stand alone at the foot of a page.
  if ((kind === 'heading' || kind === 'exhibit') && doc.y > doc.page.height - MARGIN - 60) doc.addPage();
  const indent = kind === 'item' || kind === 'quote' ? 14 : 0;
  const bold = kind === 'title' || kind === 'heading' || kind === 'exhibit';
  const text =
    kind === 'item' ? `• ${block.text}` : kind === 'exhibit' ? `${block.number} · ${block.text}` : block.text;
  const top = doc.y;
  const page = doc.bufferedPageRange().count;
  doc.fillColor(kind === 'small' ? '#555555' : '#1b1b1b').fontSize(size);
  const tag = kind === 'title' ? 'H1' : kind === 'heading' ? 'H2' : kind === 'exhibit' ? 'H3' : 'P';
  doc.addStructure(
    doc.struct(tag, {}, () =>
      runs(doc, text, bold ? 'bold' : 'plain', MARGIN + indent, doc.page.width - 2 * MARGIN - indent),
    ),
  );
  if (kind === 'quote' && doc.bufferedPageRange().count === page) bar(doc, top, doc.y);
}

function bar(doc: Doc, top: number, bottom: number): void {
  doc.save().lineWidth(1.5).strokeColor('#888888');
  doc.markContent('Artifact');
  doc
    .moveTo(MARGIN + 4, top)
    .lineTo(MARGIN + 4, bottom)
    .stroke();
  doc.endMarkedContent();
  doc.restore();
}

/** Writes a text with the font that has each character, one run after another. */
function runs(doc: Doc, text: string, font: 'plain' | 'bold', x: number, width: number): void {
  const parts: { font: string; text: string }[] = [];
  for (const character of text.normalize('NFC')) {
    const own = [font, `${font}-more`].find((name) => has(doc, name, character));
    const last = parts.at(-1);
    const shown = own === undefined ? MISSING : character;
    if (last && (own === undefined || last.font === own || character === ' ')) last.text += shown;
    else parts.push({ font: own ?? font, text: shown });
  }
  for (const [index, part] of parts.entries()) {
    const options = { width, continued: index < parts.length - 1, lineGap: 1.5 };
    doc.font(part.font);
    if (index === 0) doc.text(part.text, x, doc.y, options);
    else doc.text(part.text, options);
  }
}

interface Shaped {
  font: { hasGlyphForCodePoint(code: number): boolean };
}

function has(doc: Doc, name: string, character: string): boolean {
  doc.font(name);
  return (doc as unknown as { _font: Shaped })._font.font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0);
}

function numberPages(doc: Doc, words: StatementWords): void {
  const { count } = doc.bufferedPageRange();
  for (let page = 0; page < count; page++) {
    doc.switchToPage(page);
    // Below the margin text would begin a new page.
    doc.page.margins.bottom = 0;
    doc.markContent('Artifact');
    doc.font('plain').fontSize(8.5).fillColor('#555555');
    doc.text(
      filled(words.pageOf, { page: String(page + 1), count: String(count) }),
      MARGIN,
      doc.page.height - 40,
      {
        width: doc.page.width - 2 * MARGIN,
        align: 'right',
        lineBreak: false,
      },
    );
    doc.endMarkedContent();
  }
}
