import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { UserError } from '../base/index.ts';

/** The path of something that the package ships, such as `starter` or `dist/web`, from the bundle or from the sources. */
export function shipped(name: string): string {
  let dir = dirname(fileURLToPath(import.meta.url));
  for (let up = 0; up < 4; up++, dir = dirname(dir)) {
    if (existsSync(join(dir, 'package.json'))) return join(dir, name);
  }
  throw new UserError(`part ${JSON.stringify(name)} of Countersign is missing; install it again`);
}
