import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sha256 } from '../base/index.ts';
import type { PageAnswer } from './ask.ts';
import type { Assets } from './assets.ts';
import { dayNumber } from './intervals-binary.ts';
import type { Snapshot } from './snapshot.ts';
import { standingsOn } from './standing.ts';

/** Hashes of what pages and maps are made of: while one is the same, its files need not be made again. */
export interface ContentKeys {
  /** Of a page by its answer in English; null for one that does not say what it is made of. */
  page(answer: PageAnswer): string | null;
  /** Of the pictures of a day. */
  map(day: string): string;
}

/** The keys of an export with these options. */
export function contentKeys(
  snapshot: Snapshot,
  assets: Assets,
  { base = null, outlook = true }: { base?: string | null; outlook?: boolean },
): ContentKeys {
  const names = [...assets.values()].map(({ name }) => name);
  const made = JSON.stringify([codeHash(), names, base, outlook]);
  return {
    page: ({ data, basis }) => {
      if (basis === undefined) return null;
      const text = JSON.stringify([data, basis]);
      return hashOf(made, text, linksIn(text, snapshot));
    },
    map: (day) => hashOf(made, mapBasis(snapshot, day)),
  };
}

function hashOf(...parts: string[]): string {
  return sha256(new TextEncoder().encode(JSON.stringify(parts))).slice(0, 32);
}

/** Where the links to the agencies and counties of a page lead, and what the agencies are called: it changes when one gets a page of its own. */
function linksIn(text: string, { agencies, indexOf, evident }: Snapshot): string {
  const ids = new Set(text.match(/\bus-[a-z]{2}-[a-z0-9-]+/g));
  const fips = new Set(text.match(/(?<=")\d{5}(?=")/g));
  const known = [...ids].flatMap((id) => {
    const index = indexOf.get(id);
    return index === undefined ? [] : [[id, agencies[index]!.name, evident.agencies.has(id)]];
  });
  return JSON.stringify([known, [...fips].filter((code) => evident.counties.has(code))]);
}

/** All that the picture of a day shows: who stands how, and where. */
function mapBasis({ table, mapScale }: Snapshot, day: string): string {
  const { standing } = standingsOn(table, dayNumber(day));
  const shown = [...standing].flatMap((code, i) =>
    code === 0 ? [] : [[code, table.role[i], table.state[i], table.spots[table.spot[i]!]]],
  );
  return JSON.stringify([mapScale, shown]);
}

let code: string | null = null;

/** A hash of the program itself, and of the Node that writes its dates: another program may write other pages. */
function codeHash(): string {
  if (code !== null) return code;
  // In the bundle every module stands in one folder; in the sources each in its own below `src`.
  const here = dirname(fileURLToPath(import.meta.url));
  const root = basename(here) === 'site' ? dirname(here) : here;
  const hash = createHash('sha256').update(process.version);
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' });
  for (const file of files.filter((name) => /\.(js|tsx?)$/.test(name)).sort())
    hash.update(file).update(readFileSync(join(root, file)));
  code = hash.digest('hex');
  return code;
}
