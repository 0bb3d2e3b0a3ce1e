import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { parentPort } from 'node:worker_threads';
import { gunzipSync } from 'node:zlib';

// The package's own thread would take the build that suits the processor, and builds differ in the last digits:
// the same picture must give the same words on every machine. It could also fetch; this one has only files.
const require = createRequire(import.meta.url);
const tesseract = require('tesseract.js/src/worker-script/index.js') as {
  setAdapter(adapter: object): void;
  dispatchHandlers(packet: unknown, send: (message: unknown) => void): void;
};

type Core = (options: object) => Promise<unknown>;
const core = require('tesseract.js-core/tesseract-core-simd-lstm.js') as Core;
// It grumbles on standard error about every speck that is no letter.
const quiet = { print: () => {}, printErr: () => {} };

tesseract.setAdapter({
  getCore: async (): Promise<Core> => (options) => core({ ...options, ...quiet }),
  gunzip: gunzipSync,
  readCache: (path: string) => readFile(path),
});
parentPort?.on('message', (packet: unknown) => {
  tesseract.dispatchHandlers(packet, (message) => parentPort!.postMessage(message));
});
