import { addDays, type Day, push, sha256 } from '../base/index.ts';
import { dateInName, nearestDay } from './filenames.ts';
import type { ListFile, Publication } from './model.ts';

/** A list as it stood at one moment: a publication, or one of its repeats. */
export interface Edition {
  publication: number;
  day: Day;
  order: number;
}

/** Publications in the order of their days, and the editions of the two streams: signed agreements (pages included) and pending ones. */
export interface Timeline {
  publications: Publication[];
  /** The file whose rows stand for each publication. */
  files: ListFile[];
  signed: Edition[];
  pending: Edition[];
  /** By capture, what dates a file beside its names. */
  facts: Map<string, FileFacts>;
  /** The moments that each file's names give it, by capture. */
  dates: ReadonlyMap<string, readonly { day: Day; order: number }[]>;
}

/** What a file's rows have to say about its date: worked out once, since reading 250,000 rows takes longer than the rest. */
export interface FileFacts {
  /** The same for files with the same rows, in whatever order. */
  content: string;
  /** The newest day of signing on it, or ''. */
  newest: Day;
  /** No signing after this day counted: another first retrieval can move it. */
  until: Day;
}

interface Sighting {
  file: ListFile;
  name: string;
  day: Day;
  order: number;
  rule: string;
  /** Dated longer after its last saving than any list is published. */
  stale: boolean;
}

/** Every distinct content of a list as one publication with its day; the same rows again are repeats. `signed` is the day of
 * signing of each line; the rows of files with `known` facts are not looked at. The order of files does not matter. */
export function timelineOf(
  files: readonly ListFile[],
  signed: readonly (Day | null)[],
  known: ReadonlyMap<string, FileFacts> = new Map(),
): Timeline {
  const contents = new Map<string, Sighting[]>();
  const facts = new Map<string, FileFacts>();
  const dates = new Map<string, Sighting[]>();
  for (const file of files) {
    const own = known.get(file.capture) ?? factsOf(file, signed);
    facts.set(file.capture, own);
    const sightings = sightingsOf(file, own.newest);
    dates.set(file.capture, sightings);
    for (const sighting of sightings) push(contents, own.content, sighting);
  }
  const sorted = [...contents.values()].map((sightings) => sightings.sort(compareSightings));
  sorted.sort((a, b) => compareSightings(a[0]!, b[0]!));
  const publications = sorted.map(publicationOf);
  const kept = sorted.map((sightings) => sightings[0]!.file);
  const streams: Record<'signed' | 'pending', Dated[]> = { signed: [], pending: [] };
  sorted.forEach((sightings, publication) => {
    const stream = sightings[0]!.file.kind === 'pending' ? streams.pending : streams.signed;
    const moments = new Map<string, Dated>();
    for (const { day, order, stale } of sightings)
      moments.set(`${day} ${order}`, { publication, day, order, stale });
    stream.push(...moments.values());
  });
  return {
    publications,
    files: kept,
    signed: withoutStale(streams.signed),
    pending: withoutStale(streams.pending),
    facts,
    dates,
  };
}

function factsOf(file: ListFile, signed: readonly (Day | null)[]): FileFacts {
  const until = lastSigning(file);
  const newest = newestSigning(file, signed, until);
  if (file.cited) return { content: `${file.kind}:${file.cited.rows}`, newest, until };
  const rows = Int32Array.from(file.lines).sort();
  const content = sha256(Buffer.from(rows.buffer));
  return { content: `${file.kind}:${content}`, newest, until };
}

type Dated = Edition & { stale: boolean };

/** The editions in order. An old file that stands under a new date after newer lists shows nothing about that date. */
function withoutStale(editions: Dated[]): Edition[] {
  const kept: Edition[] = [];
  for (const { stale, ...edition } of editions.sort(compareEditions)) {
    if (!stale || kept.at(-1)?.publication === edition.publication) kept.push(edition);
  }
  return kept;
}

function publicationOf(sightings: Sighting[]): Publication {
  const [first, ...again] = sightings as [Sighting, ...Sighting[]];
  const repeats = new Map<string, Publication['repeats'][number]>();
  for (const { file, name, day } of again) {
    if (file.capture === first.file.capture && name === first.name) continue;
    repeats.set(`${file.capture} ${name}`, { capture: file.capture, name, day });
  }
  return {
    capture: first.file.capture,
    kind: first.file.kind,
    day: first.day,
    order: first.order,
    rule: first.rule,
    repeats: [...repeats.values()],
  };
}

function sightingsOf(file: ListFile, newest: Day): Sighting[] {
  if (file.cited) {
    return file.cited.dates.map((date) => ({ file, ...date, rule: 'cited', stale: false }));
  }
  const names = file.names.length > 0 ? file.names : [''];
  const sightings = names.map((name) => ({ file, name, ...dateOf(file, name, newest) }));
  // A capture's stamp says when it was seen again, once a name or the workbook itself has dated it.
  const seen = new Set<string>();
  return sightings.filter(({ day, order }) => {
    const key = `${day} ${order}`;
    return !seen.has(key) && seen.add(key);
  });
}

// A workbook is published within days of its last saving; the longest that was seen is four.
const SHELF_DAYS = 10;

/** The day of a list by its file's name, unless that is a slip (no list is seen before its day); else by the workbook's last saving; else by its capture. */
function dateOf(file: ListFile, name: string, newest: Day): Omit<Sighting, 'file' | 'name'> {
  const saved = savedOf(file);
  const dated = dateBy(file, name, newest, saved);
  const stale = !file.given && saved !== null && dated.day > addDays(saved.day, SHELF_DAYS);
  return { ...dated, stale };
}

interface Saved {
  day: Day;
  hour: number;
}

// The tables of the older page were saved by whoever gathered them, long after.
function savedOf(file: ListFile): Saved | null {
  return file.kind === 'page' || !file.modified ? null : easternTime(file.modified);
}

function dateBy(
  file: ListFile,
  name: string,
  newest: Day,
  saved: Saved | null,
): Pick<Sighting, 'day' | 'order' | 'rule'> {
  const named = dateInName(name);
  const order = orderOf(named?.slot ?? null, named?.suffix ?? 0, saved);
  if (file.given) return { day: file.given, order, rule: 'given' };
  const earliest = saved && saved.day > newest ? earliestDay(saved, named?.slot ?? null) : newest;
  const seen = file.retrieved.slice(0, 10);
  const ahead = named?.day != null && named.day > addDays(seen, 1);
  const day = ahead ? null : (named?.day ?? null);
  if (named && !named.captured) {
    if (day !== null && day >= newest && (saved === null || day >= saved.day))
      return { day, order, rule: 'file-name' };
    // Without a time of saving a day that lies ahead could be a slip for any day before.
    const until = earliest && (saved || !ahead) ? addDays(earliest, saved ? SHELF_DAYS : 60) : null;
    const meant = until && nearestDay(named.digits, earliest, until);
    if (meant) return { day: meant, order, rule: 'file-name-slip' };
    if (day !== null && day >= newest) return { day, order, rule: 'file-name' };
  }
  if (saved) return { day: saved.day, order, rule: 'workbook-time' };
  return { day: day ?? seen, order, rule: 'capture-day' };
}

// A morning's list that was saved in the evening is the next morning's.
function earliestDay(saved: Saved, slot: number | null): Day {
  return slot === 0 && saved.hour >= 15 ? addDays(saved.day, 1) : saved.day;
}

function orderOf(slot: number | null, suffix: number, saved: Saved | null): number {
  if (slot !== null) return slot + suffix;
  if (!saved) return 10 + suffix;
  return (saved.hour < 11 ? 0 : saved.hour < 14 ? 10 : 20) + suffix;
}

/** The newest day of signing that can be: nothing is signed after the list with it was saved or seen. */
/** The last day of signing that a file can hold: that after its saving, else after its first retrieval. */
export function lastSigning(file: ListFile): Day {
  return addDays(savedOf(file)?.day ?? file.retrieved.slice(0, 10), 1);
}

function newestSigning(file: ListFile, signed: readonly (Day | null)[], until: Day): Day {
  let newest = '';
  for (const index of file.lines) {
    const day = signed[index] ?? '';
    if (day > newest && day <= until) newest = day;
  }
  return newest;
}

const EASTERN = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'America/New_York',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  hourCycle: 'h23',
});

function easternTime(moment: string): Saved | null {
  const time = new Date(moment);
  if (Number.isNaN(time.getTime())) return null;
  const parts = Object.fromEntries(EASTERN.formatToParts(time).map(({ type, value }) => [type, value]));
  return { day: `${parts.year}-${parts.month}-${parts.day}`, hour: Number(parts.hour) };
}

function compareSightings(a: Sighting, b: Sighting): number {
  return (
    order(a.day, b.day) ||
    a.order - b.order ||
    order(a.file.modified ?? '', b.file.modified ?? '') ||
    order(a.file.kind, b.file.kind) ||
    order(a.file.capture, b.file.capture) ||
    order(a.name, b.name)
  );
}

function compareEditions(a: Edition, b: Edition): number {
  return order(a.day, b.day) || a.order - b.order || a.publication - b.publication;
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
