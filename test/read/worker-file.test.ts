import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Worker } from 'node:worker_threads';
import { workerFile } from '../../src/read/worker-file.ts';

test('the code of a thread runs from a checkout, and imports what it names', async () => {
  const worker = new Worker(workerFile('pdf-worker'));
  const answer = await new Promise((done, fail) => {
    worker.on('message', done).on('error', fail);
    worker.postMessage({ ask: 'open', bytes: Buffer.from('no PDF'), maxPages: 1, maxChars: 1 });
  });
  await worker.terminate();
  assert.deepEqual(answer, { answer: 'refused', reason: 'damaged' });
});
