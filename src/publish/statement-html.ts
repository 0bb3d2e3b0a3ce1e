import type { Block } from './blocks.ts';

const STYLE = `body{font:16px/1.5 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem;color:#1b1b1b}
h1{font-size:1.6rem;line-height:1.2;margin:0 0 .5rem}h2{font-size:1.15rem;margin:2rem 0 .5rem;border-top:1px solid #ccc;padding-top:1rem}
blockquote{margin:.5rem 0;padding:.5rem .75rem;border-left:3px solid #888;background:#f6f6f4}
small{display:block;color:#555;overflow-wrap:anywhere}h3{font-size:1rem;margin:1.25rem 0 .25rem}li{margin:.25rem 0}
@media print{body{margin:0}h3{break-after:avoid}}`;

/** The statement as one HTML page that needs nothing beside it. */
export function statementHtml(blocks: readonly Block[], lang: string): string {
  const title = blocks.find(({ kind }) => kind === 'title')?.text ?? 'Statement';
  const lines: string[] = [];
  let inList = false;
  for (const block of blocks) {
    if ((block.kind === 'item') !== inList) lines.push(inList ? '</ul>' : '<ul>');
    inList = block.kind === 'item';
    lines.push(blockHtml(block));
  }
  if (inList) lines.push('</ul>');
  return `<!doctype html>
<html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${escaped(title)}</title><style>${STYLE}</style></head><body>
${lines.join('\n')}
</body></html>
`;
}

function blockHtml(block: Block): string {
  const text = escaped(block.text);
  switch (block.kind) {
    case 'title':
      return `<h1>${text}</h1>`;
    case 'heading':
      return `<h2>${text}</h2>`;
    case 'text':
      return `<p>${text}</p>`;
    case 'item':
      return `<li>${text}</li>`;
    case 'small':
      return `<small>${text}</small>`;
    case 'quote':
      return `<blockquote>${text}</blockquote>`;
    case 'exhibit': {
      const label =
        block.file === null ? `${block.number}` : `<a href="${escaped(block.file)}">${block.number}</a>`;
      return `<h3 id="evidence-${block.number}">${label} · ${text}</h3>`;
    }
  }
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
}
