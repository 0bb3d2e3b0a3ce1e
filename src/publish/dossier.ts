import { canonicalJson, type Day, sha256 } from '../base/index.ts';
import { sniffForm } from '../capture/index.ts';
import type { Decision, DecisionInfo, RecordReader } from '../record/index.ts';
import { blocksOf } from './blocks.ts';
import { type Exhibit, type Statement, statementOf } from './statement.ts';
import { statementHtml } from './statement-html.ts';
import { statementPdf } from './statement-pdf.ts';
import { en } from './words-en.ts';
import { es } from './words-es.ts';
import { zipOf } from './zip.ts';

/** A dossier: the bytes of its zip, and how much it rests on. */
export interface Dossier {
  bytes: Buffer;
  exhibits: number;
  captures: number;
  /** Captures whose bytes the record lacks. */
  missing: string[];
}

interface File {
  name: string;
  bytes: Buffer;
}

/**
 * The dossier of an agency on a day as known on a day: statement in HTML and PDF, every captured byte that it rests on,
 * the claims, the chain of decisions, and the hashes of all files. The same record gives the same bytes. Null for an
 * agency that was not known then.
 */
export async function dossierOf(
  reader: RecordReader,
  agency: string,
  { on, known }: { on: Day; known: Day },
): Promise<Dossier | null> {
  const statement = await statementOf(reader, agency, on, known);
  if (!statement) return null;
  const { files: captures, missing } = captureFiles(reader, statement.exhibits);
  const names = new Map(captures.map(({ sha, name }) => [sha, name]));
  const files: File[] = [
    ...(await statementFiles(statement, names)),
    text('claims.json', `${JSON.stringify(claimsOf(statement, names), null, 2)}\n`),
    text('decisions.txt', statement.decisions.map((decision) => `${sealed(decision)}\n`).join('')),
    text(
      'README.txt',
      readme(
        statement,
        captures.map(({ name }) => name),
        missing,
      ),
    ),
    ...captures,
  ];
  const sums = text('SHA256SUMS', files.map(({ name, bytes }) => `${sha256(bytes)}  ${name}\n`).join(''));
  const folder = `${agency}-${on}`;
  const bytes = await zipOf(
    [...files, sums].map(({ name, bytes: content }) => ({ name: `${folder}/${name}`, bytes: content })),
  );
  return { bytes, exhibits: statement.exhibits.length, captures: captures.length, missing };
}

/** The statement in each language, as a page and for print. */
async function statementFiles(statement: Statement, names: ReadonlyMap<string, string>): Promise<File[]> {
  const files: File[] = [];
  for (const words of [en, es]) {
    const blocks = blocksOf(statement, names, words);
    const name = words.lang === 'en' ? 'statement' : `statement.${words.lang}`;
    files.push(text(`${name}.html`, statementHtml(blocks, words.lang)));
    const recorded = statement.recorded ?? `${statement.known}T00:00:00.000Z`;
    files.push({ name: `${name}.pdf`, bytes: await statementPdf(blocks, recorded, words) });
  }
  return files;
}

function text(name: string, content: string): File {
  return { name, bytes: Buffer.from(content, 'utf8') };
}

const ENDINGS: Record<string, string> = { zip: 'xlsx', html: 'html', text: 'txt', pdf: 'pdf' };

function captureFiles(
  reader: RecordReader,
  exhibits: readonly Exhibit[],
): { files: (File & { sha: string })[]; missing: string[] } {
  const missing: string[] = [];
  const shas = [...new Set(exhibits.flatMap(({ capture }) => capture ?? []))].sort();
  const files = shas.flatMap((sha) => {
    const bytes = reader.bytes(sha);
    if (!bytes) {
      missing.push(sha);
      return [];
    }
    return [{ sha, name: `captures/${sha}.${ENDINGS[sniffForm(bytes)] ?? 'bin'}`, bytes }];
  });
  return { files, missing };
}

function claimsOf({ exhibits }: Statement, files: ReadonlyMap<string, string>) {
  return exhibits.map(({ number, claim, absent, capture, seen }) => ({
    number,
    file: capture ? (files.get(capture) ?? null) : null,
    absent,
    claim: claim && { ...claim, decision: claim.decision && decisionOf(claim.decision) },
    seen,
  }));
}

/** A decision without its number, which is another in every record that holds it. */
function decisionOf({ seq: _, ...decision }: DecisionInfo): Omit<DecisionInfo, 'seq'> {
  return decision;
}

/** The text whose SHA-256 is the decision's hash. */
function sealed({ prev, kind, subject, value, answers, actor, reason, recorded }: Decision): string {
  return canonicalJson({ prev, kind, subject, value, answers, actor, reason, recorded });
}

function readme(
  { agency, on, known, root, decisions }: Statement,
  captures: readonly string[],
  missing: readonly string[],
): string {
  const workbook = captures.find((name) => name.endsWith('.xlsx'));
  const lines = [
    `Dossier of ${agency.name}, ${agency.state} (${agency.id}) for ${on}, as the record knew it at the end of ${known}.`,
    '',
    'statement.html, statement.pdf   the statement in plain words; both say the same',
    'statement.es.html, …es.pdf      the same in Spanish',
    'captures/                       the sources, byte for byte as received, each named by its SHA-256',
    'claims.json                     each piece of evidence: who says what, where it stands, when it was received',
    'decisions.txt                   every decision of reviewers, one a line, each line sealed by the next',
    'SHA256SUMS                      the hash of every file here',
    '',
    'To check, with nothing of ours:',
    '',
    '1. No file was changed. In this folder:',
    '     sha256sum -c SHA256SUMS          (on macOS: shasum -a 256 -c SHA256SUMS)',
    '2. A source is what its name says. The hash of a file in captures/ is its name:',
    captures.length > 0
      ? '     sha256sum captures/*'
      : '     (none here: no source of this statement is captured)',
    '3. The words stand in the source. Open it and look: rows of a list by sheet and row number',
    `   ${workbook ? `(such as ${workbook}, with any spreadsheet program),` : '(with any spreadsheet program),'} words of a text by searching for them.`,
    '4. No decision was changed or taken out. The hash of each line of decisions.txt, without its line end, is named in',
    '   "prev" of a later line; the last is the head of the chain. The statement names a decision by how its hash begins:',
    `     while IFS= read -r line; do printf '%s' "$line" | sha256sum; done < decisions.txt`,
    `   ${decisions.length} decisions; head: ${root.heads.join(', ') || 'none yet'}`,
    '5. It comes from the record that was published. The root of the record is',
    `     ${root.root}`,
    '   Each release names its root; who has the record compares with "countersign verify".',
    ...(missing.length > 0 ? ['', `The record lacks the bytes of ${missing.join(', ')}.`] : []),
  ];
  return `${lines.join('\n')}\n`;
}
