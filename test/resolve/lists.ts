import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sha256 } from '../../src/base/index.ts';
import { type Line, type ListKind, listOf } from '../../src/claim/index.ts';
import { readWorkbook } from '../../src/read/index.ts';
import {
  type Agreement,
  buildRegistry,
  type IdentityDecision,
  type Lineage,
  type ListFile,
  type Registry,
  resolveLists,
} from '../../src/resolve/index.ts';

export const LISTS = '../shared/data/ice-287g';

/** A row of a test list: `STATE | agency | model | day of signing | memorandum | county`, the last three as needed. */
export type TestRow = string;

const MODELS: Record<string, string> = {
  T: 'Task Force Model',
  W: 'Warrant Service Officer',
  J: 'Jail Enforcement Model',
};

/** Files and their distinct lines, as the record hands them to the resolver. Names that begin with `pending` are pending lists. */
export function lists(tables: Record<string, TestRow[]>): { files: ListFile[]; lines: Line[] } {
  const lines: Line[] = [];
  const known = new Map<string, number>();
  const files = Object.entries(tables).map(([name, rows]): ListFile => {
    const indexes = rows.map((row) => {
      const line = lineOf(row);
      const key = JSON.stringify(line);
      if (!known.has(key)) known.set(key, lines.push(line) - 1);
      return known.get(key)!;
    });
    const kind: ListKind = /^pending/i.test(name)
      ? 'pending'
      : name.startsWith('page')
        ? 'page'
        : 'participating';
    return {
      capture: sha256(name),
      kind,
      names: [`${name}.xlsx`],
      modified: null,
      retrieved: '2026-11-24T00:00:00Z',
      lines: indexes,
      rows: rows.map((_row, index) => index + 2),
    };
  });
  return { files, lines };
}

/** The line of a test row. */
export function lineOf(row: TestRow): Line {
  const [state = '', agency = '', model = '', signed = '', moa = '', county = ''] = row
    .split('|')
    .map((cell) => cell.trim());
  return {
    state,
    agency,
    type: '',
    county,
    support: MODELS[model] ?? model,
    signed,
    moa: moa ? 'link' : '',
    addendum: '',
    moaLink: moa ? `https://www.ice.gov/doclib/287gMOA/${moa}.pdf` : '',
    addendumLink: '',
  };
}

/** What test lists amount to, without a registry unless one is given. */
export function resolved(
  tables: Record<string, TestRow[]>,
  decisions: IdentityDecision[] = [],
  registry: Registry = buildRegistry([]),
): Lineage {
  const { files, lines } = lists(tables);
  return resolveLists(files, lines, registry, decisions);
}

/** The signed agreements in short: `agency#model#signed status from/to`. */
export function signedOf(lineage: Lineage): string[] {
  return lineage.agreements.filter(({ position }) => position === 'takes-part').map(inShort);
}

/** An agreement in short, the days of `to` only where it is over. */
export function inShort({ id, status, from, to }: Agreement): string {
  const end = to === null ? '' : ` ended ${to.min}..${to.max}`;
  return `${id.replace('us-', '').replaceAll('287g-', '')} ${status} from ${from.min}..${from.max}${end}`;
}

/** The merges of a lineage without those of one spelling, in short. */
export function mergesOf(lineage: Lineage): string[] {
  return lineage.merges
    .filter(({ rule }) => rule !== 'exact-name')
    .map(({ rule, a, b }) => `${rule}: ${a.text} = ${b.text}`);
}

let folder: Promise<{ files: ListFile[]; lines: Line[] }> | null = null;

/** All workbooks of the shared folder, read once. */
export function wholeFolder(): Promise<{ files: ListFile[]; lines: Line[] }> {
  folder ??= readFolder();
  return folder;
}

async function readFolder(): Promise<{ files: ListFile[]; lines: Line[] }> {
  const files: ListFile[] = [];
  const lines: Line[] = [];
  const known = new Map<string, number>();
  for (const name of readdirSync(LISTS).filter((file) => file.endsWith('.xlsx'))) {
    const bytes = readFileSync(join(LISTS, name));
    const reading = await readWorkbook(bytes);
    const list = listOf(reading);
    const indexes = list.rows.map(({ line }) => {
      const key = JSON.stringify(line);
      if (!known.has(key)) known.set(key, lines.push(line) - 1);
      return known.get(key)!;
    });
    files.push({
      capture: sha256(bytes),
      kind: list.kind,
      names: [name],
      modified: reading.modified,
      retrieved: '2026-11-24T00:00:00Z',
      lines: indexes,
      rows: list.rows.map(({ row }) => row),
    });
  }
  return { files, lines };
}

/** True when a text equals its golden file; else the text is written beside it (never under CI) and a line tells where. */
export function isGolden(name: string, text: string): string | null {
  const file = join('test/output/resolve', name);
  const wanted = existsSync(file) ? readFileSync(file, 'utf8') : '';
  if (wanted === text) return null;
  if (process.env.CI) return `${file} differs`;
  writeFileSync(`${file}.changed`, text);
  return `${file} differs; the result stands beside it as ${name}.changed`;
}
