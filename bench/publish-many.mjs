// What publishing costs over a generated record of many agencies of which evidence speaks, and again with nothing new; beside
// merely writing the same files. Run: node setup.mjs && node --import tsx bench/publish-many.mjs [agencies, 20000]
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateRecord } from './generated.mjs';
import { measure } from './measure.mjs';

const AGENCIES = Number(process.argv[2] ?? 20_000);
const dir = mkdtempSync(join(tmpdir(), 'countersign-many-'));
const [folder, site] = [join(dir, 'record'), join(dir, 'site')];
try {
  const { record } = await generateRecord(folder, AGENCIES, 1);
  await record.db.destroy();
  const line = (name, { cpu, megabytes }) =>
    console.log(`${name.padEnd(50)} ${cpu.toFixed(2).padStart(7)} s ${megabytes.toFixed(0).padStart(5)} MB`);
  line('`publish` into an empty folder', measure(['dist/cli.js', '--record', folder, 'publish', site]));
  line(
    'writing the same files, nothing else (the limit)',
    measure(['bench/publish-peer.mjs', site, join(dir, 'copy')]),
  );
  line('again, nothing new', measure(['dist/cli.js', '--record', folder, 'publish', site]));
  const { files } = JSON.parse(readFileSync(join(site, 'countersign.json'), 'utf8'));
  console.log(`${Object.keys(files).length} files`);
} finally {
  rmSync(dir, { recursive: true, force: true });
}
