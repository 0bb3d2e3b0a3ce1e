// Bundles the command line into dist/ and the browser islands into dist/web/.
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { build } from 'esbuild';

const common = { bundle: true, format: 'esm', logLevel: 'warning', sourcemap: 'linked', charset: 'utf8' };
// Packages stay outside the bundle, but for these: each is many small modules, and finding them costs every command more
// CPU than all its work (measured: `changes` 0.40 s, with them inside 0.20 s).
const INSIDE = [
  ...['kysely', 'hono', '@edtf-ts/core', 'd3-dsv', 'htmlparser2'],
  ...['domelementtype', 'domhandler', 'domutils', 'dom-serializer', 'entities'],
];
const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
const outside = Object.keys(dependencies).filter((name) => !INSIDE.includes(name));

rmSync('dist', { recursive: true, force: true });
mkdirSync('dist/web', { recursive: true });

await build({
  ...common,
  entryPoints: [
    { in: 'src/cli.ts', out: 'cli' },
    // Threads of their own, found beside the bundle by name.
    { in: 'src/read/pdf-worker.ts', out: 'pdf-worker' },
    { in: 'src/read/ocr-worker.ts', out: 'ocr-worker' },
  ],
  outdir: 'dist',
  platform: 'node',
  target: 'node20.19',
  external: outside.flatMap((name) => [name, `${name}/*`]),
  // Commands load only what they use, so that `--help` starts at once.
  splitting: true,
  jsx: 'automatic',
  jsxImportSource: 'hono/jsx',
  // Half the bytes to compile; names stay, so that a stack says where.
  minifyWhitespace: true,
});

const web = readdirSync('web');
await build({
  ...common,
  entryPoints: web.filter((name) => name.endsWith('.ts')).map((name) => `web/${name}`),
  outdir: 'dist/web',
  target: 'es2022',
  minify: true,
  sourcemap: false,
});
for (const name of web.filter((file) => /\.(css|svg)$/.test(file))) cpSync(`web/${name}`, `dist/web/${name}`);
