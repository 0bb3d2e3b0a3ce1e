import type { RecordReader } from '../record/index.ts';
import { dayAsked } from './ask.ts';

// What pages ask again and again, one after another: a page's languages and its JSON ask the same.
const ANSWERS = 60;

/**
 * A reader that has read the record whole, as of its newest day, and remembers its latest answers. Only for a record
 * that nobody writes to meanwhile, as while exporting.
 */
export async function exportReader(reader: RecordReader): Promise<RecordReader> {
  const counts = reader.counts();
  const newest = dayAsked({ counts: await counts }, undefined);
  const whole = await reader.whole(newest);
  return {
    ...reader,
    counts: () => counts,
    agency: remember(async (id, at) =>
      at.on === newest && at.known === undefined ? whole.agency(id) : reader.agency(id, at),
    ),
    explain: remember(async (id, known) =>
      known === undefined ? whole.explain(id) : reader.explain(id, known),
    ),
    rows: async (capture, around, count) => whole.rows(capture, around, count),
    changes: async (query) =>
      query.agency !== undefined && query.to === newest && query.from === '1900-01-01'
        ? whole.changes(query.agency)
        : reader.changes(query),
    text: remember(reader.text),
    memorandum: remember(reader.memorandum),
    claims: remember(reader.claims),
    law: remember(reader.law),
    publication: remember(async (capture, known) =>
      known === undefined ? whole.publication(capture) : reader.publication(capture, known),
    ),
    lists: remember(reader.lists),
    intervals: remember(reader.intervals),
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
