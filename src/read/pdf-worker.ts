import { parentPort } from 'node:worker_threads';
import {
  engineBytes,
  type GreyPicture,
  type OpenPdf,
  openPdf,
  type PdfPage,
  PdfRefused,
} from './pdf-engine.ts';

/** What the main thread asks of the PDF thread. One document is open at a time. */
export type PdfRequest =
  | { ask: 'open'; bytes: Uint8Array; maxPages: number; maxChars: number }
  | { ask: 'render'; page: number; dpi: number }
  | { ask: 'close' };

/** A PDF's pages with their words, and what it says of itself. */
export interface PdfContent {
  pageCount: number;
  meta: OpenPdf['meta'];
  pages: PdfPage[];
}

/** The thread's answers; `refused` carries the engine's reason, `failed` means that the thread must be replaced. */
export type PdfAnswer =
  | { answer: 'content'; content: PdfContent }
  | { answer: 'picture'; picture: GreyPicture }
  | { answer: 'closed'; engineBytes: number }
  | { answer: 'refused'; reason: PdfRefused['reason'] }
  | { answer: 'failed'; message: string };

let open: OpenPdf | null = null;

async function answer(request: PdfRequest): Promise<PdfAnswer> {
  switch (request.ask) {
    case 'open':
      open?.close();
      open = null;
      open = await openPdf(request.bytes);
      return { answer: 'content', content: contentOf(open, request.maxPages, request.maxChars) };
    case 'render':
      return { answer: 'picture', picture: open!.render(request.page, request.dpi) };
    case 'close':
      open?.close();
      open = null;
      return { answer: 'closed', engineBytes: await engineBytes() };
  }
}

function contentOf(pdf: OpenPdf, maxPages: number, maxChars: number): PdfContent {
  const pages: PdfPage[] = [];
  let chars = 0;
  for (let i = 0; i < Math.min(pdf.pageCount, maxPages) && chars < maxChars; i++) {
    const page = pageOf(pdf, i);
    chars += page.words.reduce((sum, word) => sum + word.text.length, 0);
    pages.push(page);
  }
  return { pageCount: pdf.pageCount, meta: pdf.meta, pages };
}

/** A page, or an empty one where it is broken: the others still tell something. */
function pageOf(pdf: OpenPdf, index: number): PdfPage {
  try {
    return pdf.page(index);
  } catch (error) {
    if (!(error instanceof PdfRefused)) throw error;
    return { width: 0, height: 0, words: [], pictured: false };
  }
}

parentPort?.on('message', (request: PdfRequest) => {
  answer(request)
    .catch((error: unknown): PdfAnswer => {
      if (error instanceof PdfRefused) return { answer: 'refused', reason: error.reason };
      return { answer: 'failed', message: error instanceof Error ? error.message : String(error) };
    })
    .then((reply) => {
      const moved = reply.answer === 'picture' ? [reply.picture.pixels.buffer as ArrayBuffer] : [];
      parentPort!.postMessage(reply, moved);
    });
});
