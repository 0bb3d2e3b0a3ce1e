/**
 * The address of the code of a thread, for `new Worker`: beside this module in the built program. In a checkout it is
 * TypeScript, and a thread does not inherit the loader that runs it.
 */
export function workerFile(name: string): URL {
  if (!import.meta.url.endsWith('.ts')) return new URL(`./${name}.js`, import.meta.url);
  const source = JSON.stringify(new URL(`./${name}.ts`, import.meta.url).href);
  const loader = JSON.stringify(import.meta.resolve('tsx/esm/api'));
  const code = `import { register } from ${loader}; register(); await import(${source});`;
  return new URL(`data:text/javascript,${encodeURIComponent(code)}`);
}
