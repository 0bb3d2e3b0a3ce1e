// A generated record of many agencies of which evidence speaks: what the benches of the slider and of publishing are run on.
import { sql } from 'kysely';
import { addDays } from '../src/base/index.ts';
import { insertMany } from '../src/record/bulk.ts';
import { setMeta } from '../src/record/meta.ts';
import { openRecord } from '../src/record/open.ts';
import { positionIntervals } from '../src/record/positions.ts';
import { noteDerived } from '../src/record/stale.ts';
import { agencyRows, intervalRows } from '../src/record/write-derived.ts';
import { allCounties } from '../src/resolve/index.ts';

const POSITIONS = ['takes-part', 'takes-part', 'takes-part', 'declines', 'limits', 'ends'];
const PROGRAMMES = ['287g-jail', '287g-task-force', '287g-warrant', 'detainers'];
const SOURCE = 'generated';
const FIRST = '1996-01-01';
const SPAN = 11_000;

// A generator of its own, so that every run draws the same.
let seed = 1;
const random = (below) => {
  seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
  return Math.floor((seed / 2 ** 32) * below);
};

const counties = allCounties().filter(({ historic }) => !historic);

/** One in six a sheriff's office, one in twenty of a whole state, the others towns' police, over all counties. */
function agencyOf(number) {
  const county = counties[random(counties.length)];
  const state = county.state.toLowerCase();
  const statewide = random(20) === 0;
  const sheriff = random(6) === 0;
  return {
    id: `us-${state}-${statewide ? 'bureau' : sheriff ? 'sheriff' : 'police'}-${number}`,
    name: `${county.name} ${statewide ? 'Bureau' : sheriff ? 'Sheriff' : 'Police'} ${number}`,
    kind: statewide ? 'state-police' : sheriff ? 'sheriff' : 'police',
    state: county.state,
    counties: statewide ? [] : [county.fips],
    place: null,
    ori: [`${county.state}${String(number).padStart(7, '0')}`],
    aliases: [],
  };
}

/**
 * A record in a new folder of so many agencies over all counties, each with so many words of its own on days drawn from thirty
 * years; answers the open record and its number of intervals.
 */
export async function generateRecord(folder, agencies, words) {
  const record = await openRecord(folder, { create: true });
  return { record, intervals: await generate(record.db, agencies, words) };
}

async function generate(db, agencyCount, wordCount) {
  await sql`pragma synchronous = off`.execute(db);
  const source = [SOURCE, 'What was generated', '2026-11-24T00:00:00.000Z'];
  await insertMany(db, 'source', ['id', 'title', 'recorded'], [source]);
  let intervals = 0;
  for (let start = 0; start < agencyCount; start += 500) {
    const agencies = Array.from({ length: Math.min(500, agencyCount - start) }, (_, i) =>
      agencyOf(start + i),
    );
    const words = agencies.flatMap(({ id }, i) =>
      Array.from({ length: wordCount }, (_, n) => ({
        id: `${start + i}-${n}`.padStart(32, '0'),
        kind: 'statement',
        agency: id,
        programme: PROGRAMMES[random(PROGRAMMES.length)],
        position: POSITIONS[random(POSITIONS.length)],
        date: addDays(FIRST, random(SPAN)),
        effective: null,
        published: null,
        source: null,
        capture: null,
      })),
    );
    const made = positionIntervals([], [], words);
    await sql`begin immediate`.execute(db);
    await agencyRows(db, agencies);
    await intervalRows(db, made, intervals);
    await insertClaims(db, words, start * wordCount);
    await sql`commit`.execute(db);
    intervals += made.length;
  }
  await setMeta(db, 'recorded', '2026-11-24T00:00:00.000Z');
  // What was generated stands; nothing is to be derived from a log without lists.
  await noteDerived(db);
  return intervals;
}

async function insertClaims(db, words, before) {
  const columns = [
    'id',
    'content',
    'source',
    'kind',
    'written',
    'name',
    'given_agency',
    'programme',
    'position',
  ];
  await insertMany(
    db,
    'claim',
    [...columns, 'speaks_for_agency', 'date', 'evidence', 'rules', 'recorded'],
    words.map((w) => [
      ...[w.id, w.id, SOURCE, w.kind, w.kind, '', w.agency, w.programme, w.position],
      ...[1, w.date, '[]', '["generated"]', '2026-11-24T00:00:00.000Z'],
    ]),
  );
  await insertMany(
    db,
    'claim_state',
    ['claim', 'seq', 'agency', 'review', 'candidates'],
    words.map((w, i) => [w.id, before + i + 1, w.agency, 'accepted', '[]']),
  );
}
