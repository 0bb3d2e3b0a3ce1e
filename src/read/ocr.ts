import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Worker as Thread } from 'node:worker_threads';
import { messageOf, UserError } from '../base/index.ts';
import type { PageWord } from './pdf-words.ts';
import { workerFile } from './worker-file.ts';

/** What was read off a picture: words with boxes in pixels, and the mean certainty of its words, 0 to 1. */
export interface OcrPage {
  words: PageWord[];
  confidence: number;
}

interface Box {
  text: string;
  confidence: number;
  bbox: { x0: number; y0: number; x1: number; y1: number };
}
interface Recognised {
  confidence: number;
  blocks:
    | { paragraphs: { lines: (Box & { words: Box[]; rowAttributes: { rowHeight: number } })[] }[] }[]
    | null;
}
interface Engine {
  thread: Thread;
  recognise(picture: Buffer): Promise<Recognised>;
}

/** Below this the engine is guessing: handwriting, stamps, dirt. */
const SURE = 60;
// Edges of the paper, dirt and the rules of a form come out as these.
const SPECK = /^[|_~=\\'‘’`¦.:;,*]{1,3}$|^_+$/;
const RULE = /^_+(?=\w)|_+$/g;
const MAX_SECONDS = 90;
let engine: Promise<Engine> | null = null;

/** The words on a picture (PNG, JPEG or PGM bytes), by the English model that came with the packages; nothing is fetched. */
export async function recognise(picture: Buffer): Promise<OcrPage> {
  engine ??= start();
  const own = await engine;
  own.thread.ref();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'late'>((done) => {
    timer = setTimeout(() => done('late'), MAX_SECONDS * 1000);
  });
  const result = await Promise.race([own.recognise(picture).catch(messageOf), late]);
  clearTimeout(timer);
  own.thread.unref();
  if (typeof result !== 'string') return pageOf(result);
  engine = null;
  await own.thread.terminate();
  throw new UserError(
    result === 'late'
      ? `picture takes longer than ${MAX_SECONDS} seconds to read; give a smaller one`
      : `picture cannot be read (${result}); save it as PNG`,
  );
}

/** Loaded on first use only: the engine and its model take half a second and 150 MB. */
async function start(): Promise<Engine> {
  const { createWorker, OEM } = await import('tesseract.js');
  const model = createRequire(import.meta.url).resolve('@tesseract.js-data/eng/package.json');
  const worker = await createWorker('eng', OEM.LSTM_ONLY, {
    langPath: join(dirname(model), '4.0.0_best_int'),
    // Handed on to `new Worker`, which takes an address as well as a path.
    workerPath: workerFile('ocr-worker') as unknown as string,
    cacheMethod: 'none',
    errorHandler: () => {},
  });
  const thread = (worker as unknown as { worker: Thread }).worker;
  // A crash is told by the job that is under way, which then times out.
  thread.on('error', () => {});
  thread.unref();
  return {
    thread,
    recognise: async (picture) =>
      (await worker.recognize(picture, {}, { text: false, blocks: true })).data as unknown as Recognised,
  };
}

function pageOf(result: Recognised): OcrPage {
  const words: PageWord[] = [];
  for (const block of result.blocks ?? [])
    for (const paragraph of block.paragraphs)
      for (const line of paragraph.lines)
        for (const word of line.words) {
          const { x0, x1 } = word.bbox;
          if (SPECK.test(word.text)) continue;
          // The line's height: a word of small letters is lower than its neighbours.
          const { y0, y1 } = heightened(word.bbox, line.bbox);
          const doubtful = word.confidence < SURE;
          words.push({
            text: word.text.replace(RULE, ''),
            x0,
            y0,
            x1,
            y1,
            reach: x1,
            size: y1 - y0,
            doubtful,
          });
        }
  return { words, confidence: Math.round(result.confidence) / 100 };
}

function heightened(word: Box['bbox'], line: Box['bbox']): { y0: number; y1: number } {
  // On a slanting page the line's box is taller than its letters.
  const most = 1.6 * (word.y1 - word.y0);
  return line.y1 - line.y0 <= most ? line : word;
}
