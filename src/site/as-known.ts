import { addDays, type Day } from '../base/index.ts';
import type { RecordCounts, RecordReader } from '../record/index.ts';
import { dayAsked } from './ask.ts';
import { type Snapshot, snapshotOf } from './snapshot.ts';

// Each stands beside a derivation that the record holds in memory; a server asked for many days keeps the last few.
const MOST = 2;
const kept = new WeakMap<RecordReader, Map<Day, RecordReader>>();

/**
 * The reader of a record as it was known at the end of a day of record time: every question that takes a record date is
 * asked with this one. The record's own reader where it learned nothing later.
 */
async function readerAsKnown(reader: RecordReader, known: Day): Promise<RecordReader> {
  const { recorded } = await reader.counts();
  if (recorded === null || recorded < addDays(known, 1)) return reader;
  const readers = kept.get(reader) ?? new Map<Day, RecordReader>();
  kept.set(reader, readers);
  const found = readers.get(known) ?? asKnown(reader, known);
  // Put back at the end: the day that was asked for longest ago goes first, and its snapshot with it.
  readers.delete(known);
  readers.set(known, found);
  if (readers.size > MOST) readers.delete(readers.keys().next().value!);
  return found;
}

/** A record as known on the day that a query asks for, and its snapshot; as it is where none is asked. Throws Unaskable. */
export async function askedAsKnown(
  reader: RecordReader,
  asked: string | undefined,
): Promise<{ reader: RecordReader; snapshot: Snapshot; known: Day | null }> {
  const now = await snapshotOf(reader);
  if (!asked) return { reader, snapshot: now, known: null };
  const known = dayAsked(now, asked);
  const then = await readerAsKnown(reader, known);
  return { reader: then, snapshot: await snapshotOf(then), known };
}

/** The snapshots of a record whose data files a page may still fetch: as it is, and as known on the days asked for last. */
export async function snapshotsKept(reader: RecordReader): Promise<Snapshot[]> {
  return Promise.all([reader, ...(kept.get(reader)?.values() ?? [])].map(snapshotOf));
}

function asKnown(reader: RecordReader, known: Day): RecordReader {
  // Every page asks; only what another program brings since can change it.
  let counted: { now: string; counts: Promise<RecordCounts> } | null = null;
  return {
    ...reader,
    status: (query) => reader.status({ known, ...query }),
    agency: (id, at) => reader.agency(id, { known, ...at }),
    explain: (id) => reader.explain(id, known),
    agencies: () => reader.agencies(known),
    evidentAgencies: () => reader.evidentAgencies(known),
    agreements: (agency, at) => reader.agreements(agency, { known, ...at }),
    find: (text, limit) => reader.find(text, limit, known),
    findable: () => reader.findable(known),
    redirectOf: (id) => reader.redirectOf(id, known),
    intervals: () => reader.intervals(known),
    intervalSources: () => reader.intervalSources(known),
    agreementLists: () => reader.agreementLists(known),
    linkLags: (from) => reader.linkLags(from, known),
    registers: (query) => reader.registers({ known, ...query }),
    changes: (query) => reader.changes({ known, ...query }),
    claims: (query) => reader.claims({ known, ...query }),
    claim: (id) => reader.claim(id, known),
    source: (id) => reader.source(id, known),
    counts: async () => {
      const now = JSON.stringify(await reader.counts());
      if (counted?.now !== now) counted = { now, counts: reader.counts(known) };
      return counted.counts;
    },
    // What a page lacked by then is not kept: nothing is told of it.
    lostAnchors: async () => new Map(),
    publications: () => reader.publications(known),
    publication: (capture) => reader.publication(capture, known),
    lists: () => reader.lists(known),
    newestList: (on) => reader.newestList(on, known),
    contradictions: (query) => reader.contradictions({ known, ...query }),
    law: () => reader.law(known),
    proposals: () => reader.proposals(known),
  };
}
