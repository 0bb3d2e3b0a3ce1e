import { Worker } from 'node:worker_threads';
import { messageOf, UserError } from '../base/index.ts';
import type { GreyPicture } from './pdf-engine.ts';
import type { PdfAnswer, PdfContent, PdfRequest } from './pdf-worker.ts';
import { workerFile } from './worker-file.ts';

/** Bounds of the work on one PDF. */
export interface PdfLimits {
  maxPages: number;
  maxChars: number;
  /** For its text, and again for each picture of a page. */
  maxSeconds: number;
}

// The engine keeps what it once took; a thread that a large document has swollen is replaced.
const MAX_ENGINE_BYTES = 512 * 1024 * 1024;
const REASONS = {
  password: 'pdf is locked with a password; save it without one',
  security: 'pdf is locked by an unknown scheme; print it to a new file',
  damaged: 'pdf is damaged or no PDF; get the file again',
};
let worker: Worker | null = null;
let queue: Promise<unknown> = Promise.resolve();

/**
 * What `use` makes of a PDF's words and of pictures of its pages. Runs in a thread of its own, one document at a time,
 * that is ended when it takes too long, so that no file can hang or crash the program. Throws a UserError.
 */
export function withPdf<T>(
  bytes: Uint8Array,
  limits: PdfLimits,
  use: (content: PdfContent, render: (page: number, dpi: number) => Promise<GreyPicture>) => Promise<T>,
): Promise<T> {
  const job = queue.then(async () => {
    const opened = await ask({ ask: 'open', bytes, ...pick(limits) }, limits);
    if (opened.answer !== 'content') throw new Error(`unexpected answer ${opened.answer}`);
    try {
      return await use(opened.content, async (page, dpi) => {
        const drawn = await ask({ ask: 'render', page, dpi }, limits);
        if (drawn.answer !== 'picture') throw new Error(`unexpected answer ${drawn.answer}`);
        return drawn.picture;
      });
    } finally {
      await finish(limits);
    }
  });
  queue = job.catch(() => {});
  return job;
}

const pick = ({ maxPages, maxChars }: PdfLimits) => ({ maxPages, maxChars });

async function finish(limits: PdfLimits): Promise<void> {
  if (!worker) return;
  const closed = await ask({ ask: 'close' }, limits).catch(() => null);
  if (closed?.answer === 'closed' && closed.engineBytes > MAX_ENGINE_BYTES) await stop();
}

/** One request and its answer; a refusal, a crash or too long a time becomes a UserError. */
async function ask(request: PdfRequest, { maxSeconds }: PdfLimits): Promise<PdfAnswer> {
  worker ??= new Worker(workerFile('pdf-worker'));
  const reply = await replyOf(worker, request, maxSeconds);
  if (reply === 'late' || reply.answer === 'failed') await stop();
  if (reply === 'late')
    throw new UserError(`pdf takes longer than ${maxSeconds} seconds to read; print it to a new file`);
  if (reply.answer === 'failed')
    throw new UserError('pdf needs too much memory or is malformed; print it to a new file');
  if (reply.answer === 'refused') throw new UserError(REASONS[reply.reason]);
  return reply;
}

/** The thread's next answer. An idle thread does not keep the program alive. */
async function replyOf(own: Worker, request: PdfRequest, maxSeconds: number): Promise<PdfAnswer | 'late'> {
  let timer: NodeJS.Timeout | undefined;
  let onMessage = (_answer: PdfAnswer) => {};
  let onEnd = (_error: unknown) => {};
  own.ref();
  const reply = await new Promise<PdfAnswer | 'late'>((done) => {
    timer = setTimeout(() => done('late'), maxSeconds * 1000);
    onMessage = done;
    onEnd = (error) => done({ answer: 'failed', message: messageOf(error) });
    own.on('message', onMessage).on('error', onEnd).on('exit', onEnd);
    own.postMessage(request);
  });
  clearTimeout(timer);
  own.off('message', onMessage).off('error', onEnd).off('exit', onEnd);
  own.unref();
  return reply;
}

async function stop(): Promise<void> {
  const own = worker;
  worker = null;
  await own?.terminate();
}
