// Bundles the command line into dist/ and the browser islands into dist/web/. Packages stay outside the bundle.
import { cpSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { build } from 'esbuild';

const common = { bundle: true, format: 'esm', logLevel: 'warning', sourcemap: 'linked', charset: 'utf8' };
rmSync('dist', { recursive: true, force: true });
mkdirSync('dist/web', { recursive: true });

await build({
  ...common,
  entryPoints: ['src/cli.ts'],
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
for (const name of web.filter((file) => !/\.tsx?$/.test(file)))
  cpSync(`web/${name}`, `dist/web/${name}`, { recursive: true });
