import type { PageText } from './pdf-blocks.ts';
import type { Block, ReadPage, TextReading } from './reading.ts';

/** A page's text and, where it was read off a picture, how surely. */
export interface PageOfText extends PageText {
  confidence: number | null;
  /** A picture that was not read. */
  unread?: boolean;
}

const EDGE_BLOCKS = 3;

/** The pages' texts as one, a form feed between them, with running heads, feet and page numbers marked as furniture. */
export function assemble(pages: PageOfText[]): Pick<TextReading, 'text' | 'blocks' | 'pages'> {
  markEdges(pages);
  const parts: string[] = [];
  const blocks: Block[] = [];
  const ranges: ReadPage[] = [];
  let at = 0;
  for (const page of pages) {
    for (const block of page.blocks) blocks.push({ ...block, start: at + block.start, end: at + block.end });
    const range: ReadPage = { start: at, end: at + page.text.length };
    if (page.confidence !== null) {
      const doubtful = page.doubtful.map(({ start, end }) => ({ start: at + start, end: at + end }));
      range.ocr = { confidence: page.confidence, doubtful };
    }
    if (page.unread) range.unread = true;
    ranges.push(range);
    parts.push(page.text);
    at += page.text.length + 1;
  }
  return { text: parts.join('\f'), blocks, pages: ranges };
}

/** Marks what stands at the edge of at least three pages and of a third of all, and lone page numbers. */
function markEdges(pages: PageOfText[]): void {
  const seen = new Map<string, number>();
  for (const page of pages)
    for (const key of new Set(
      edges(page)
        .flat()
        .map((block) => keyOf(page, block)),
    ))
      seen.set(key, (seen.get(key) ?? 0) + 1);
  const often = Math.max(3, pages.length / 3);
  for (const page of pages)
    for (const edge of edges(page))
      for (const block of edge) {
        const key = keyOf(page, block);
        // Behind the first line that is the page's own, its text has begun.
        if (!/^(?:page )?#(?: of #)?$/.test(key) && (seen.get(key) ?? 0) < often) break;
        block.kind = 'furniture';
      }
}

/** The short outermost blocks of a page, from its top inwards and from its foot inwards. */
function edges({ text, blocks }: PageOfText): Block[][] {
  const long = (block: Block) =>
    block.end - block.start > 120 || text.slice(block.start, block.end).includes('\n');
  const upTo = (side: Block[]) => {
    const end = side.findIndex(long);
    return side.slice(0, end < 0 ? EDGE_BLOCKS : Math.min(end, EDGE_BLOCKS));
  };
  return [upTo(blocks), upTo([...blocks].reverse())];
}

/** The same for "Page 3 of 9" and "Page 4 of 9". */
function keyOf({ text }: PageOfText, block: Block): string {
  return text
    .slice(block.start, block.end)
    .toLowerCase()
    .replace(/\d+/g, '#')
    .replace(/[-–—\s]+/g, ' ')
    .trim();
}
