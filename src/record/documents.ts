import type { Claim } from '../claim/index.ts';
import { readWordLog } from './log.ts';
import type { Db } from './open.ts';
import { claimOfWord } from './reviewed.ts';

/** A captured prose document with what it takes to read it again as it was read the first time. */
export interface Document {
  sha: string;
  reader: string;
  published: string | null;
  publisher: string | null;
  /** Where and when it was first seen. */
  origin: string;
  retrieved: string;
  headers: Record<string, string> | null;
  /** Claims in force that a language model proposed: rules do not find them again. */
  proposed: Claim[];
}

/** The prose documents of the record, in the order in which it learned them. */
export async function documentsOf(db: Db): Promise<Document[]> {
  const { words } = await readWordLog(db, '9999');
  const proposed = new Map<string, Claim[]>();
  for (const word of words) {
    if (!word.inForce || word.capture === null || !word.rules.includes('"model:')) continue;
    proposed.set(word.capture, [...(proposed.get(word.capture) ?? []), claimOfWord(word)]);
  }
  const rows = await db
    .selectFrom('capture as c')
    .innerJoin('sighting as s', 's.capture', 'c.id')
    .select([
      'c.id',
      'c.sha',
      'c.reader',
      'c.published',
      'c.publisher',
      's.origin',
      's.retrieved',
      's.headers',
    ])
    .where('c.form', '=', 'text')
    .orderBy('c.id')
    .orderBy('s.id')
    .execute();
  const first = rows.filter(({ id }, i) => id !== rows[i - 1]?.id);
  return first.map(({ id: _, headers, ...row }) => ({
    ...row,
    headers: headers === null ? null : (JSON.parse(headers) as Record<string, string>),
    proposed: proposed.get(row.sha) ?? [],
  }));
}
