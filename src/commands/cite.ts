import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { csvParse } from 'd3-dsv';
import { sha256, UserError } from '../base/index.ts';
import { filesOf, readFile } from '../capture/index.ts';
import { type Line, listOf } from '../claim/index.ts';
import { readWorkbook } from '../read/index.ts';
import { citationTables, readAgencies } from '../record/index.ts';
import { buildRegistry, citationOf, type ListFile } from '../resolve/index.ts';
import { type Call, textOption } from './call.ts';
import { shipped } from './paths.ts';

/** Writes what a folder of official lists prints as facts of the starter record: cited, without the bytes. */
export async function run({ args, options }: Call): Promise<void> {
  const out = textOption(options, 'out') ?? shipped('starter');
  const tables = await citeFolder(args[0] as string);
  mkdirSync(out, { recursive: true });
  let bytes = 0;
  for (const [name, text] of Object.entries(tables)) {
    writeFileSync(join(out, name), text);
    bytes += Buffer.byteLength(text);
  }
  const names = Object.keys(tables).join(', ');
  process.stdout.write(`wrote ${names} into ${out}: ${Math.ceil(bytes / 1000).toLocaleString('en-US')} KB\n`);
}

/** The starter's tables of cited lists, by file name. The same workbooks always give the same bytes. */
export async function citeFolder(folder: string): Promise<Record<string, string>> {
  const paths = filesOf(folder).files.filter((path) => path.endsWith('.xlsx'));
  if (paths.length === 0)
    throw new UserError(
      `folder ${JSON.stringify(folder)} holds no workbook; give the folder of ICE's lists (.xlsx)`,
    );
  const published = publishedNames(folder);
  const files: ListFile[] = [];
  const lines: Line[] = [];
  const known = new Map<string, number>();
  const captures = new Set<string>();
  for (const path of paths.sort()) {
    const bytes = readFile(path);
    const capture = sha256(bytes);
    if (captures.has(capture)) continue;
    captures.add(capture);
    const reading = await readWorkbook(bytes);
    const list = listOf(reading);
    const indexes = list.rows.map(({ line }) => {
      const key = JSON.stringify(line);
      const index = known.get(key) ?? lines.push(line) - 1;
      known.set(key, index);
      return index;
    });
    files.push({
      capture,
      kind: list.kind,
      names: [basename(path)],
      modified: reading.modified,
      // A list without any date of its own would be dated by its capture; what is cited must not hang on today.
      // A day before the last that has four digits: the day after it is asked for.
      retrieved: '9999-12-30T00:00:00.000Z',
      lines: indexes,
      rows: list.rows.map(({ row }) => row),
    });
  }
  const citation = citationOf(files, lines);
  for (const list of citation.lists) list.file = published.get(list.file) ?? list.file;
  return citationTables(citation, buildRegistry(readAgencies(shipped('starter'))));
}

/** The names under which the publisher gave the files, where a manifest beside them tells. */
function publishedNames(folder: string): Map<string, string> {
  const manifest = join(folder, 'manifest.csv');
  if (!existsSync(manifest)) return new Map();
  return new Map(
    csvParse(readFileSync(manifest, 'utf8')).flatMap((row) =>
      row.file && row.original_filename ? [[row.file, row.original_filename] as const] : [],
    ),
  );
}
