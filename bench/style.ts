// Measures this code as others' was measured and prints the figures beside theirs: lines of files and functions, documented
// exports, circles of imports, depth of folders, dependencies, tests. No gate. Run: npm run measure
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, normalize } from 'node:path';
import { parseSync } from 'oxc-parser';

interface Node {
  type: string;
  start: number;
  end: number;
  [key: string]: unknown;
}
interface Import {
  from: string;
  typeOnly: boolean;
}
interface File {
  path: string;
  lines: number;
  functions: { name: string; lines: number }[];
  exports: { name: string; documented: boolean }[];
  imports: Import[];
}

const FUNCTIONS = new Set(['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression']);

function filesUnder(dir: string): string[] {
  return readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join(dir, name).replaceAll('\\', '/'))
    .sort();
}

function read(path: string): File {
  const text = readFileSync(path, 'utf8');
  const { program, comments, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path} does not parse: ${errors[0]!.message}`);
  const documented = (start: number) =>
    comments.some(
      ({ type, value, end }) =>
        type === 'Block' && value.startsWith('*') && end <= start && /^\s*$/.test(text.slice(end, start)),
    );
  const file: File = {
    path,
    lines: text.split('\n').length - 1,
    functions: [],
    exports: [],
    imports: [],
  };
  for (const statement of program.body as unknown as Node[]) {
    const source = statement.source as { value: string } | null | undefined;
    if (source)
      file.imports.push({
        from: source.value,
        typeOnly: (statement.importKind ?? statement.exportKind) === 'type',
      });
    const declared = statement.declaration as Node | null | undefined;
    if (statement.type === 'ExportNamedDeclaration' && declared)
      for (const name of namesOf(declared))
        file.exports.push({ name, documented: documented(statement.start) });
  }
  visit(program as unknown as Node, '', (node, name) => {
    if (FUNCTIONS.has(node.type))
      file.functions.push({ name, lines: text.slice(node.start, node.end).split('\n').length });
  });
  return file;
}

function namesOf(declared: Node): string[] {
  const nameOf = (node: unknown) => (node as { name?: string } | null)?.name ?? '?';
  if (declared.type !== 'VariableDeclaration') return [nameOf(declared.id)];
  return (declared.declarations as Node[]).map(({ id }) => nameOf(id));
}

// A function goes by its own name, else by the variable or property that it is the value of.
function visit(node: Node, name: string, see: (node: Node, name: string) => void): void {
  const own = (node.id ?? node.key) as { name?: string } | null | undefined;
  const at = own?.name ?? name;
  see(node, at);
  for (const value of Object.values(node))
    for (const child of Array.isArray(value) ? value : [value])
      if (child && typeof child === 'object' && typeof (child as Node).type === 'string')
        visit(child as Node, at, see);
}

/** How many files lie on a circle of imports that run at run time: those of components of more than one file. */
function inCircles(files: File[]): number {
  const targets = new Map(
    files.map(({ path, imports }) => [
      path,
      imports
        .filter(({ from, typeOnly }) => from.startsWith('.') && !typeOnly)
        .map(({ from }) => normalize(join(dirname(path), from))),
    ]),
  );
  const reaches = (from: string): Set<string> => {
    const seen = new Set<string>();
    const open = [...(targets.get(from) ?? [])];
    for (let path = open.pop(); path !== undefined; path = open.pop())
      if (!seen.has(path)) {
        seen.add(path);
        open.push(...(targets.get(path) ?? []));
      }
    return seen;
  };
  return files.filter(({ path }) => reaches(path).has(path)).length;
}

function spread(values: number[]): string {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  return `${at(0.5)} / ${at(0.9)} / ${sorted.at(-1)}`;
}

const percent = (part: number, whole: number) => `${Math.round((100 * part) / whole)}%`;
const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);

const sources = filesUnder('src').map(read);
const tests = filesUnder('test').map(read);
const testNames = new Set(tests.map(({ path }) => basename(path).replace(/\.test\.tsx?$/, '')));
const modules = sources.filter(({ path }) => !/\/index\.tsx?$/.test(path));
const tested = modules.filter(({ path }) => testNames.has(basename(path).replace(/\.tsx?$/, '')));
const functions = sources.flatMap(({ functions }) => functions);
const exported = sources.flatMap(({ exports }) => exports);
const depths = sources.map(({ path }) => path.split('/').length - 2);
const goldens = existsSync('test/output')
  ? readdirSync('test/output', { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
      .length
  : 0;
const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as { dependencies: object };
const reasons = readFileSync('docs/dependencies.md', 'utf8');
const reasonless = Object.keys(dependencies).filter((name) => !reasons.includes(`\`${name}\``));

// The others' figures were read from their own files in late 2026.
const rows: string[][] = [
  ['', 'Framework', 'Plot', 'Hypothesis', 'Kysely', 'd3-geo', 'zavod', 'aim', 'Countersign'],
  [
    'file lines, median / p90 / max',
    ...['86/346/844', '143/458/764', '92/339/1310', '53/310/2971', '38/131/179', '88/281/844'],
    '80 / 250 / 500',
    spread(sources.map(({ lines }) => lines)),
  ],
  [
    'function lines, median / p90 / max',
    ...['7/29/367', '6/31/340', '9/44/313', '6/17/223', '4/19/171', '10/47/191'],
    '7 / 25 / 70',
    spread(functions.map(({ lines }) => lines)),
  ],
  [
    'exports documented',
    ...['16%', '92%', '61%', '29%', '4%', '53%', '90%'],
    percent(exported.filter(({ documented }) => documented).length, exported.length),
  ],
  ['files in import cycles', '8', '0', '0', '36', '0', '–', '0', String(inCircles(sources))],
  [
    'folder depth, median / max',
    ...['1/3', '1/1', '2/3', '1/2', '1/1', '1–2', '1 / 2'],
    spread(depths).replace(/ \/ \d+ /, ' '),
  ],
  [
    'runtime dependencies',
    ...['44', '3', 'bundled', '0', '1', '–', 'each with a reason'],
    `${Object.keys(dependencies).length}${reasonless.length > 0 ? `, without a reason: ${reasonless.join(', ')}` : ', each with a reason'}`,
  ],
  [
    'test : code',
    ...['0.53 + 512 goldens', '1.39 + 831', '1.78', '1.36', '0.99', '0.64', '1.0–1.6 + goldens'],
    `${(sum(tests.map(({ lines }) => lines)) / sum(sources.map(({ lines }) => lines))).toFixed(2)} + ${goldens}`,
  ],
  [
    'modules with a same-named test',
    ...['70%', '46%', '92%', '3%', '50%', '51%', '90%'],
    percent(tested.length, modules.length),
  ],
];
const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
const line = (row: string[]) => `| ${row.map((cell, column) => cell.padEnd(widths[column]!)).join(' | ')} |`;
console.log(line(rows[0]!));
console.log(`|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`);
for (const row of rows.slice(1)) console.log(line(row));

const longFiles = sources.filter(({ lines }) => lines > 350);
const longFunctions = sources.flatMap(({ path, functions }) =>
  functions.filter(({ lines }) => lines > 60).map((one) => ({ ...one, path })),
);
console.log(`\nfiles over 350 lines: ${longFiles.length}`);
for (const { path, lines } of longFiles) console.log(`  ${path} ${lines}`);
console.log(`functions over 60 lines: ${longFunctions.length}`);
for (const { path, name, lines } of longFunctions) console.log(`  ${path} ${name} ${lines}`);
// What is left long is flat: splitting it would only move lines out of the order in which they have to be read.
console.log(`left long on purpose: readRecord has one line a question; a page's function is its template from top to bottom;
rules of language (claim, model) stand in the order in which they are asked, and a rule's place is part of it`);
const bare = sources.flatMap(({ path, exports }) =>
  exports.filter(({ documented }) => !documented).map(({ name }) => `${path} ${name}`),
);
const flat = modules.filter((file) => !tested.includes(file) && file.functions.length === 0).length;
console.log(`modules without a test of their name: ${modules.length - tested.length}; ${flat} of them have no function (words, lexica, types);
pages and commands are proved by address and by call: test/site, test/commands, test/browser`);
if (process.argv.includes('--bare')) {
  const untested = modules.filter((file) => !tested.includes(file)).map(({ path }) => path);
  console.log(`exports without a doc comment: ${bare.length}\n  ${bare.join('\n  ')}`);
  console.log(`modules without a test of their name: ${untested.length}\n  ${untested.join('\n  ')}`);
}
