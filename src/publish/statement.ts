import { addDays, boundsOf, type Day } from '../base/index.ts';
import { PROGRAMMES } from '../claim/index.ts';
import {
  type AgencyView,
  type Approx,
  type ContradictionRow,
  type Decision,
  endedWhen,
  type Interval,
  type ListInfo,
  type RecordedClaim,
  type RecordedSighting,
  type RecordReader,
  type RecordRoot,
  type Side,
  type StatusRow,
} from '../record/index.ts';

const YEAR = 365;

/** A piece of evidence of a dossier, numbered in the order in which the statement needs it. */
export interface Exhibit {
  number: number;
  /** The claim, or null for a list that is there because it lacks the agency. */
  claim: RecordedClaim | null;
  /** For a list without the agency: its day. */
  absent: Day | null;
  /** SHA-256 of the captured bytes, or null for a source that is cited and not captured. */
  capture: string | null;
  seen: RecordedSighting[];
}

/** A position that held on the day, or may have, with the numbers of its evidence. */
export interface Holding {
  interval: Interval;
  certain: boolean;
  /** For an end: when it was over, where the record knows more than when the end was told of. */
  over: Approx | null;
  /** True where the statement tells no more than that somebody said it then. */
  onlySaid: boolean;
  /** True where an agreement gave way to another of the same programme: the part went on. */
  followed: boolean;
  exhibits: number[];
}

/** Everything that a dossier states, before it is put into words. The same record, agency and days always give the same. */
export interface Statement {
  agency: AgencyView;
  on: Day;
  known: Day;
  holds: Holding[];
  /** What was held on other days, oldest first. */
  others: Holding[];
  contradictions: { row: ContradictionRow; exhibits: number[] }[];
  /** Claims read in prose that nobody has reviewed: they count for nothing. */
  proposed: number[];
  rejected: number[];
  unknownProgrammes: Interval['programme'][];
  exhibits: Exhibit[];
  decisions: Decision[];
  root: RecordRoot;
  /** When the record learned the newest claim that it rests on, RFC 3339; null when it rests on none. */
  recorded: string | null;
}

/** What the record says about an agency on a day, as known on a day, with the evidence of each part. Null for an unknown agency. */
export async function statementOf(
  reader: RecordReader,
  id: string,
  on: Day,
  known: Day,
): Promise<Statement | null> {
  const agency = await reader.agency(id, { on, known });
  if (!agency) return null;
  const lists = await reader.lists(known);
  const open = agency.intervals.filter((interval) => isOn(interval, on));
  // An end that may not have come yet is told with what it ends.
  const intervals = open.filter((one) => (one.from.max ?? '9999') <= on || !isTold(one, open, agency));
  const numbered = numbering(reader, known);
  const rows = rowsByDay(reader, agency, on, known);
  const held = { agency, on, lists, rows, numbered };
  const holds: Holding[] = [];
  for (const interval of intervals) holds.push(await holdingOf(interval, held));
  const contradictions: Statement['contradictions'] = [];
  for (const row of await reader.contradictions({ agency: id, on, known })) {
    const shown = [row.evidence.a, row.evidence.b].filter((claim) => claim !== null);
    const without = [row.a, row.b].flatMap((side) => listOfSide(side, lists));
    const exhibits = await numbered.all(shown);
    for (const list of without) exhibits.push(await numbered.absent(list));
    contradictions.push({ row, exhibits });
  }
  const read = agency.claims.filter((claim) => claim.review === 'proposed' || claim.review === 'rejected');
  const proposed = await numbered.all(read.filter((claim) => claim.review === 'proposed'));
  const rejected = await numbered.all(read.filter((claim) => claim.review === 'rejected'));
  const others: Holding[] = [];
  for (const interval of agency.intervals)
    if (!intervals.includes(interval) && !isTold(interval, intervals, agency))
      others.push(await holdingOf(interval, held));
  const exhibits = numbered.exhibits();
  const stated = new Set(intervals.map(({ programme }) => programme));
  const recorded =
    exhibits
      .flatMap(({ claim }) => claim?.recordedFrom ?? [])
      .sort()
      .at(-1) ?? null;
  return {
    agency,
    on,
    known,
    holds,
    others,
    contradictions,
    proposed,
    rejected,
    unknownProgrammes: PROGRAMMES.filter((programme) => programme !== '287g' && !stated.has(programme)),
    exhibits,
    decisions: await reader.decisions({ known }),
    root: await reader.root(known),
    recorded,
  };
}

/** The list that a side of a contradiction is: one that lacks the agency. */
function listOfSide(side: Side, lists: readonly ListInfo[]): ListInfo[] {
  return side.type === 'list' ? lists.filter(({ capture }) => capture === side.capture).slice(0, 1) : [];
}

function overOf({ position, programme, from }: Interval, { intervals }: AgencyView): Approx | null {
  return position === 'ends' ? endedWhen(programme, from, intervals) : null;
}

/** True on every day on which a position holds or may hold. */
function isOn({ from, to }: Interval, on: Day): boolean {
  const begins = from.min ?? from.max ?? '9999';
  return begins <= on && (to === null || on < (to.max ?? '9999'));
}

/** An end of which the statement of the day tells already, with what ended. */
function isTold(interval: Interval, intervals: readonly Interval[], agency: AgencyView): boolean {
  const over = overOf(interval, agency);
  return (
    over !== null && intervals.some(({ to }) => to !== null && to.min === over.min && to.max === over.max)
  );
}

/** True where one agreement begins on the very days on which the other of its programme ends. */
function follows(one: Interval, { programme, position, signed, to }: Interval): boolean {
  return (
    signed !== null &&
    to !== null &&
    one.signed !== null &&
    one.programme === programme &&
    one.position === position &&
    one.from.min === to.min &&
    one.from.max === to.max
  );
}

/** What is asked for every position of an agency. */
interface Held {
  agency: AgencyView;
  on: Day;
  lists: ListInfo[];
  rows: (day: Day) => Promise<StatusRow[]>;
  numbered: Numbering;
}

/** The agency's status on any day, each day asked once. */
function rowsByDay(reader: RecordReader, { id, status }: AgencyView, on: Day, known: Day): Held['rows'] {
  const days = new Map([[on, Promise.resolve(status)]]);
  return (day) => {
    const rows = days.get(day) ?? reader.status({ on: day, known, agency: id });
    days.set(day, rows);
    return rows;
  };
}

async function holdingOf(interval: Interval, held: Held): Promise<Holding> {
  const { agency, on, lists, numbered } = held;
  const { from, to, certainTo, said, position } = interval;
  const until = to === null ? certainTo : (to.min ?? to.max);
  const over = overOf(interval, agency);
  const onlySaid = said && (position !== 'ends' || over === null || on < (over.max ?? '9999'));
  const shown = await shownBy(interval, held);
  const ends = to === null || position === 'ends' ? [] : await endedBy(interval, held);
  const claims = [...(onlySaid ? shown.filter((claim) => isWordOf(claim, interval)) : shown), ...ends];
  const exhibits = await numbered.all([...new Map(claims.map((claim) => [claim.id, claim])).values()]);
  return {
    interval,
    certain: (from.max ?? '9999') <= on && on < (until ?? '9999'),
    over,
    onlySaid,
    followed: agency.intervals.some((one) => one !== interval && follows(one, interval)),
    exhibits: [...exhibits, ...(await absences(interval, lists, numbered))],
  };
}

/** The claims of a position: those of the statement's day, or of the day on which it began, and the rows with which it begins and ends. */
async function shownBy(interval: Interval, { agency, on, rows, numbered }: Held): Promise<RecordedClaim[]> {
  const { programme, position } = interval;
  const day = isOn(interval, on) ? on : dayWithin(interval);
  const ids = (day === null ? [] : await rows(day)).flatMap((row) =>
    row.programme === programme && row.position === position ? row.claims : [],
  );
  const shown: RecordedClaim[] = [];
  for (const id of new Set(ids)) {
    const found = agency.claims.find((one) => one.id === id) ?? (await numbered.claim(id));
    if (found) shown.push(found);
  }
  const bounds = agency.claims.filter(
    (claim) => claim.kind === 'listing' && claim.programme === programme && isBound(interval, claim.date),
  );
  return [...shown, ...bounds];
}

/** A day on which a position held, or may have; null where none is known. */
function dayWithin({ from, to }: Interval): Day | null {
  const { min, max } = from;
  return max !== null && max < (to?.max ?? '9999') ? max : min;
}

/** The claims that end a position: those that say so, and those of the position that took its place. */
async function endedBy(interval: Interval, held: Held): Promise<RecordedClaim[]> {
  const { agency } = held;
  const { position, programme, to } = interval;
  const over = agency.claims.filter((claim) => endsIt(claim, interval));
  const next = agency.intervals.find(
    (one) =>
      one.position !== 'ends' &&
      (one.position !== position || one.programme !== programme) &&
      sameFamily(one.programme, programme) &&
      to !== null &&
      one.from.max === to.max,
  );
  return [...over, ...(next ? await shownBy(next, held) : [])];
}

/** True for 287(g) of whatever model, or for the same programme. */
function sameFamily(a: string, b: string): boolean {
  return a === b || (a.startsWith('287g') && b.startsWith('287g'));
}

/** True for the word with which a position begins, and for the newest one where the statement names its day. */
function isWordOf(
  { date, effective, source }: RecordedClaim,
  { from, lastSeen, position }: Interval,
): boolean {
  const days = [effective, date, source.published].map((edtf) => boundsOf(edtf ?? '')?.max ?? null);
  const day = days.find((one) => one !== null) ?? null;
  return day === from.max || (position !== 'ends' && (day === lastSeen || days[1] === lastSeen));
}

/** True for a claim that counts and says that the interval's programme ended about when the interval did. */
function endsIt(
  { position, programme, review, date, effective }: RecordedClaim,
  interval: Interval,
): boolean {
  const counts = review !== 'proposed' && review !== 'rejected';
  const said = boundsOf(effective ?? date ?? '')?.max ?? null;
  const begun = interval.from.max ?? '';
  return (
    counts &&
    position === 'ends' &&
    programme === interval.programme &&
    said !== null &&
    said >= begun &&
    said <= laterThan(interval)
  );
}

/** The last day on which an end of the interval can be told of as news. */
function laterThan({ to }: Interval): Day {
  return to?.max ? addDays(to.max, YEAR) : '9999';
}

/** True for the rows with which an interval begins, and after which it ended. */
function isBound({ from, to, lastSeen, agreement }: Interval, day: Day | null): boolean {
  return agreement !== null && day !== null && (day === from.max || day === lastSeen || day === to?.max);
}

/** The lists that do not name the agency and so bound the interval: the one before it, and the one that dropped it. */
async function absences(
  { agreement, from, to, position }: Interval,
  lists: ListInfo[],
  numbered: Numbering,
): Promise<number[]> {
  if (agreement === null) return [];
  const kinds = position === 'will-join' ? ['pending'] : ['participating', 'page'];
  const ofKind = lists.filter(({ kind }) => kinds.includes(kind));
  const begins = from.max !== null && ofKind.some(({ day }) => day === from.max);
  const before = begins ? ofKind.filter(({ day }) => day < (from.max ?? '')).at(-1) : undefined;
  const dropped = position === 'ends' ? from.max : (to?.max ?? null);
  const after = dropped === null ? undefined : ofKind.find(({ day }) => day === dropped);
  const numbers: number[] = [];
  for (const list of [position === 'ends' ? undefined : before, after])
    if (list) numbers.push(await numbered.absent(list));
  return numbers;
}

interface Numbering {
  all(claims: RecordedClaim[]): Promise<number[]>;
  absent(list: ListInfo): Promise<number>;
  claim(id: string): Promise<RecordedClaim | null>;
  exhibits(): Exhibit[];
}

/** Gives each piece of evidence its number once, in the order of need. */
function numbering(reader: RecordReader, known: Day): Numbering {
  const exhibits = new Map<string, Exhibit>();
  const number = async (key: string, made: Pick<Exhibit, 'claim' | 'absent' | 'capture'>) => {
    const before = exhibits.get(key);
    if (before) return before.number;
    const exhibit = {
      number: exhibits.size + 1,
      ...made,
      seen: made.capture ? await reader.sightings(made.capture, known) : [],
    };
    exhibits.set(key, exhibit);
    return exhibit.number;
  };
  return {
    all: async (claims) => {
      const numbers: number[] = [];
      for (const claim of claims)
        numbers.push(await number(claim.id, { claim, absent: null, capture: claim.source.capture }));
      return numbers;
    },
    absent: ({ capture, day, cited }) =>
      number(`list ${capture}`, { claim: null, absent: day, capture: cited ? null : capture }),
    claim: (id) => reader.claim(id, known),
    exhibits: () => [...exhibits.values()],
  };
}
