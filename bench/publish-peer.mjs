// The least that publishing must do: writes the files of one folder into another, each whole or not at all.
import { mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const [from, to] = process.argv.slice(2);
for (const name of readdirSync(from, { recursive: true, encoding: 'utf8' })) {
  if (!statSync(join(from, name)).isFile()) continue;
  const path = join(to, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(`${path}.half`, readFileSync(join(from, name)));
  renameSync(`${path}.half`, path);
}
