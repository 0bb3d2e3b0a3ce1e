// Runs a benchmark in TypeScript as the program itself is built: the loader of the tests wraps every function, which costs a
// hot loop half its speed. Run: node bench/run.mjs prose [arguments]
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { build } from 'esbuild';

const [name, ...args] = process.argv.slice(2);
// Beside the packages, so that they are found.
const outfile = `bench/.${name}.${process.pid}.mjs`;
try {
  await build({
    entryPoints: [`bench/${name}.ts`],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'error',
  });
  process.exitCode = spawnSync(process.execPath, [outfile, ...args], { stdio: 'inherit' }).status ?? 1;
} finally {
  rmSync(outfile, { force: true });
}
