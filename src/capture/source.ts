import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../base/index.ts';

/** A live source, as one file of `sources/` describes it. */
export interface Source {
  /** The file's name without `.json`. */
  id: string;
  name: string;
  publisher: string;
  /** Pages that name the documents; `{since}` stands for the day from which documents are due. */
  addresses: string[];
  /** The form of those pages. */
  reader: string;
  /** At most one visit within so many hours, unless the source is named. */
  hours: number;
  licence: string;
  /** Fewer documents than `least` on a first page is a fault of the page; of more than `most`, those longest unseen are taken and the next visit takes more. */
  least: number;
  most: number;
  /** The environment variable that holds the key for the interface, and where a key is given out. */
  key?: { variable: string; header: string; from: string };
  /** Only documents whose title contains one of these words, in any case. */
  words?: string[];
}

const TEXTS = ['name', 'publisher', 'reader', 'licence'] as const;
const NUMBERS = ['hours', 'least', 'most'] as const;

/** The sources of a folder, by id. Throws a UserError that names file, value and remedy for one that does not fit. */
export function readSources(dir: string, readers: readonly string[]): Source[] {
  if (!existsSync(dir))
    throw new UserError(`folder ${JSON.stringify(dir)} of sources is not there; give one with --sources`);
  if (!statSync(dir).isDirectory())
    throw new UserError(
      `folder ${JSON.stringify(dir)} of sources is a file; give the folder that holds one file per source`,
    );
  const files = readdirSync(dir).filter((file) => file.endsWith('.json'));
  return files.sort().map((file) => readSource(join(dir, file), file.slice(0, -5), readers));
}

function readSource(path: string, id: string, readers: readonly string[]): Source {
  const wrong = (what: string, value: unknown, remedy: string) =>
    new UserError(`${what} ${JSON.stringify(value ?? null)} of source ${JSON.stringify(path)} ${remedy}`);
  const source = parsed(path) as Partial<Source> | null;
  if (!source) throw wrong('text', path, 'is no JSON object; write it like the others');
  for (const field of TEXTS)
    if (typeof source[field] !== 'string' || !source[field])
      throw wrong(field, source[field], 'is no text; fill it in');
  for (const field of NUMBERS)
    if (!Number.isSafeInteger(source[field]) || (source[field] as number) < 0)
      throw wrong(field, source[field], 'is no whole number; write one from 0');
  if (source.least! > source.most!)
    throw wrong('least', source.least, 'is more than most; correct one of them');
  if (!readers.includes(source.reader ?? ''))
    throw wrong('reader', source.reader, `is unknown; use one of ${readers.join(', ')}`);
  const { addresses = [] } = source;
  const bad =
    Array.isArray(addresses) && addresses.length > 0 ? addresses.find((one) => !isAddress(one)) : '';
  if (bad !== undefined) throw wrong('address', bad, 'is no http or https URL; correct it');
  const { words, key } = source;
  if (words !== undefined && !(Array.isArray(words) && words.length > 0 && words.every(isText)))
    throw wrong('words', words, 'is no list of words; write them as ["detain", "border"]');
  if (key !== undefined && !isKey(key))
    throw wrong('key', key, 'is no key; write it as {"variable": …, "header": …, "from": …}');
  return { ...source, id } as Source;
}

function isText(value: unknown): boolean {
  return typeof value === 'string' && value !== '';
}

function isKey(key: unknown): boolean {
  const { variable, header, from } = { ...(key as Partial<NonNullable<Source['key']>> | null) };
  return [variable, header, from].every(isText);
}

function isAddress(address: unknown): boolean {
  return typeof address === 'string' && /^https?:\/\//.test(address) && URL.canParse(address);
}

function parsed(path: string): unknown {
  try {
    const value: unknown = JSON.parse(readFileSync(path, 'utf8'));
    return typeof value === 'object' && !Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}
