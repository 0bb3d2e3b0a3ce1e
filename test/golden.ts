import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Null when a text equals its golden file under `test/output`; else the text is written beside it (never under CI) and a line tells where. */
export function differsFromGolden(name: string, text: string): string | null {
  const file = join('test/output', name);
  const wanted = existsSync(file) ? readFileSync(file, 'utf8') : '';
  if (wanted === text) return null;
  if (process.env.CI) return `${file} differs`;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.changed`, text);
  return `${file} differs; the result stands beside it as ${name}.changed`;
}
