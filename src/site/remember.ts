import type { RecordReader } from '../record/index.ts';

// An agency's three files (two languages and JSON) are written one after another and ask the same; a page has at most
// some dozens of claims, so these many answers reach back far enough.
const ANSWERS = 60;

/** A reader that remembers its latest answers. Only for a record that nobody writes to meanwhile, as while exporting. */
export function rememberingReader(reader: RecordReader): RecordReader {
  const counts = reader.counts();
  return {
    ...reader,
    counts: () => counts,
    agency: remember(reader.agency),
    rows: remember(reader.rows),
    text: remember(reader.text),
    claims: remember(reader.claims),
    law: remember(reader.law),
    publication: remember(reader.publication),
    lists: remember(reader.lists),
    root: remember(reader.root),
    source: remember(reader.source),
  };
}

function remember<Args extends unknown[], Result>(ask: (...args: Args) => Promise<Result>): typeof ask {
  const known = new Map<string, Promise<Result>>();
  return (...args) => {
    const key = JSON.stringify(args);
    const answer = known.get(key) ?? ask(...args);
    if (!known.has(key) && known.size >= ANSWERS) known.delete(known.keys().next().value!);
    known.set(key, answer);
    return answer;
  };
}
