import { basename } from 'node:path';
import type { Day } from '../base/index.ts';
import { readDecisions } from './decisions.ts';
import { readEvents } from './events.ts';
import type { Interval } from './model.ts';
import type { Db } from './open.ts';
import { readingsInOrder } from './readings.ts';

/** One change of the record itself, apart from changes in the world: what we did, and why. */
export interface RecordChange {
  /** RFC 3339. */
  recorded: string;
  kind:
    | 'captured'
    | 'fetch-failed'
    | 'read-again'
    | 'stated'
    | 'decided'
    | 'rules'
    | 'law'
    | 'merged'
    | 'restated';
  what: string;
  why: string;
  who: string | null;
  agency: string | null;
}

/** Between which days of record time, both included. */
export interface RecordChangeQuery {
  from: Day;
  to: Day;
}

/** What was done to the record on these days, newest first: what it took in, read again, decided, and by which newer rules it was derived. */
export async function recordChanges(db: Db, { from, to }: RecordChangeQuery): Promise<RecordChange[]> {
  const changes = [
    ...(await taken(db)),
    ...(await failed(db)),
    ...(await readAgain(db)),
    ...(await stated(db)),
    ...(await decided(db)),
    ...(await events(db)),
  ];
  const within = changes.filter(
    ({ recorded }) => recorded.slice(0, 10) >= from && recorded.slice(0, 10) <= to,
  );
  return within.sort((a, b) =>
    a.recorded < b.recorded ? 1 : a.recorded > b.recorded ? -1 : a.what < b.what ? -1 : 1,
  );
}

/** Captures, those of one kind and minute as one change: a folder of 499 lists is one act. */
async function taken(db: Db): Promise<RecordChange[]> {
  const rows = await db
    .selectFrom('capture')
    .select(['form'])
    .select((e) => [
      e.fn.countAll<number>().as('n'),
      e.fn.min('recorded').as('recorded'),
      e.fn.min('sha').as('sha'),
    ])
    .groupBy(['form', (e) => e.fn<string>('substr', ['recorded', e.val(1), e.val(16)])])
    .execute();
  return rows.map(({ form, n, recorded, sha }) => {
    const what = n === 1 ? `a ${form}, sha256:${sha}` : `${n} captures that are ${form}s`;
    return { recorded, kind: 'captured', what, why: 'added', who: null, agency: null };
  });
}

async function failed(db: Db): Promise<RecordChange[]> {
  const rows = await db
    .selectFrom('sighting')
    .select(['origin', 'error', 'status', 'recorded'])
    .where('capture', 'is', null)
    .execute();
  return rows.map(({ origin, error, status, recorded }) => ({
    recorded,
    kind: 'fetch-failed',
    what: origin,
    why: error ?? `status ${status}`,
    who: null,
    agency: null,
  }));
}

async function readAgain(db: Db): Promise<RecordChange[]> {
  const rows = await readingsInOrder(db);
  return rows.flatMap(({ sha, reader, version, claims, recorded }, i) => {
    const before = rows[i - 1];
    if (before?.sha !== sha) return [];
    const [old, now] = [before.claims, claims].map((text) => new Set(JSON.parse(text) as string[])) as [
      Set<string>,
      Set<string>,
    ];
    const fresh = [...now].filter((content) => !old.has(content)).length;
    const gone = [...old].filter((content) => !now.has(content)).length;
    return [
      {
        recorded,
        kind: 'read-again',
        what: `sha256:${sha}: ${fresh} claims new or different, ${gone} no longer found`,
        why: `${reader} ${version}`,
        who: null,
        agency: null,
      },
    ];
  });
}

/** Claims of cited sources, those of one moment as one change. */
async function stated(db: Db): Promise<RecordChange[]> {
  const rows = await db
    .selectFrom('claim')
    .select('recorded')
    .select((e) => e.fn.countAll<number>().as('n'))
    .where('capture', 'is', null)
    .groupBy('recorded')
    .execute();
  return rows.map(({ recorded, n }) => ({
    recorded,
    kind: 'stated',
    what: `${n} claims of cited sources`,
    why: 'starter facts',
    who: null,
    agency: null,
  }));
}

async function decided(db: Db): Promise<RecordChange[]> {
  const agencies = new Map(
    (await db.selectFrom('claim_state').select(['claim', 'agency']).execute()).map(({ claim, agency }) => [
      `claim:${claim}`,
      agency,
    ]),
  );
  const decisions = await readDecisions(db, '9999');
  return decisions.map(({ seq, kind, subject, value, actor, reason, recorded }) => {
    const told = kind === 'correct' || kind === 'propose';
    const values = told && value.patch ? ` ${JSON.stringify(value.patch)}` : '';
    return {
      recorded,
      kind: 'decided',
      what: `decision ${seq}: ${kind} ${subject}${values}`,
      why: reason,
      who: actor,
      agency: agencies.get(subject) ?? null,
    };
  });
}

async function events(db: Db): Promise<RecordChange[]> {
  return (await readEvents(db)).map(({ kind, facts, recorded }) => {
    if (kind === 'merge') {
      const { from, captures, claims, decisions } = facts;
      return {
        recorded,
        kind: 'merged',
        what: `${captures} captures, ${claims} claims and ${decisions} decisions`,
        // The name of the other folder; where it lies on somebody's disk concerns nobody.
        why: `merged from ${basename(String(from))}`,
        who: null,
        agency: null,
      };
    }
    if (kind === 'law') {
      const { sources, instruments, provisions } = facts;
      const what = `${instruments} instruments, ${provisions} provisions and ${sources} sources`;
      return { recorded, kind: 'law', what, why: 'policies added or corrected', who: null, agency: null };
    }
    if (kind === 'archive') {
      const { name, sha256, records, responses, concerned, captures } = facts;
      return {
        recorded,
        kind: 'captured',
        what: `${captures} captures of the archive ${name}, sha256:${sha256}`,
        why: `${concerned} of its ${responses} documents (${records} records) may concern the matter`,
        who: null,
        agency: null,
      };
    }
    if (kind === 'visit') {
      const { source, since, named, fresh, lists, faults } = facts;
      const what = `source ${source}: ${named} documents since ${since}, ${fresh} new, ${lists} new lists`;
      const why = faults === 0 ? 'live source visited' : `live source visited, with ${faults} faults`;
      return { recorded, kind: 'captured', what, why, who: null, agency: null };
    }
    const { before, now, intervals } = facts;
    return {
      recorded,
      kind: 'rules',
      what: `${intervals} intervals read otherwise`,
      why: `rules ${now} in place of ${before}`,
      who: null,
      agency: null,
    };
  });
}

/**
 * What the record says otherwise about days on which it had already spoken: intervals as known on an earlier day against
 * those of a later one. What merely went on, or ended after the earlier day, is a change in the world and left out.
 */
export function restatements(
  before: readonly Interval[],
  after: readonly Interval[],
  known: Day,
): Omit<RecordChange, 'recorded' | 'why' | 'who'>[] {
  const old = new Map(before.map((interval) => [key(interval), interval]));
  const now = new Map(after.map((interval) => [key(interval), interval]));
  const restated: Omit<RecordChange, 'recorded' | 'why' | 'who'>[] = [];
  const tell = (interval: Interval, what: string) =>
    restated.push({
      kind: 'restated',
      agency: interval.agency,
      what: `${interval.agency} ${interval.programme} ${what}`,
    });
  for (const [id, interval] of old) {
    const later = now.get(id);
    if (!later) tell(interval, `${span(interval)} is no longer said`);
    else if (endText(later) !== endText(interval) && (later.to?.max ?? '9999') <= known)
      tell(interval, `${span(interval)} is now ${span(later)}`);
  }
  for (const [id, interval] of now)
    if (!old.has(id) && (interval.from.max ?? '') <= known)
      tell(interval, `${span(interval)} was not said before`);
  return restated;
}

function key({ agency, programme, position, from }: Interval): string {
  return `${agency} ${programme} ${position} ${from.min} ${from.max}`;
}

function span(interval: Interval): string {
  const { position, from } = interval;
  return `${position} from ${from.min === from.max ? from.max : `${from.min ?? '..'}/${from.max}`} to ${endText(interval)}`;
}

function endText({ to }: Interval): string {
  if (to === null) return '..';
  return to.min === to.max ? (to.max ?? '..') : `${to.min ?? '..'}/${to.max ?? '..'}`;
}
