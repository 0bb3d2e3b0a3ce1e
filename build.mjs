// Bundles the command line into dist/ and the browser islands into dist/web/. Packages stay outside the bundle.
import { cpSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { build } from 'esbuild';

const common = { bundle: true, format: 'esm', logLevel: 'warning', sourcemap: 'linked', charset: 'utf8' };
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
  packages: 'external',
  // Commands load only what they use, so that `--help` starts at once.
  splitting: true,
  jsx: 'automatic',
  jsxImportSource: 'hono/jsx',
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
