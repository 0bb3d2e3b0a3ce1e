import type { TextReading } from './reading.ts';

/** The text of a document's body: its paragraphs, subheads, lists and rows, without its headline, captions and furniture. */
export function articleText({ text, blocks, title }: TextReading): string {
  const body = blocks.filter(({ kind }) => kind !== 'furniture' && kind !== 'caption');
  // What stands above the first paragraph is the headline and its like.
  const first = body.findIndex(({ kind }) => kind !== 'heading');
  return body
    .slice(Math.max(first, 0))
    .map(({ start, end }) => text.slice(start, end))
    .filter((line) => line !== title)
    .join('\n');
}
