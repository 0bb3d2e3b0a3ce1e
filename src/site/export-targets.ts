import { PROGRAMMES } from '../claim/index.ts';
import { TOPICS } from '../law/index.ts';
import type { RecordReader } from '../record/index.ts';
import { STATES } from '../resolve/index.ts';
import type { Assets } from './assets.ts';
import { CHARTS } from './chart-data.ts';
import { PER_PAGE } from './claims.tsx';
import { multiplesOf } from './compare.tsx';
import { sourcePath } from './page.ts';
import { answerDays } from './policy-answers.ts';
import { type Snapshot, snapshotOf } from './snapshot.ts';
import { TABLES } from './tables.ts';
import { LANGS } from './words.ts';

/** One file of a published site: the address that is asked and the file that its answer becomes. */
export interface Target {
  address: string;
  file: string;
  /** The day whose standings it pictures, where it is a small map. */
  pictures?: string;
}

/** Everything to write, in the order in which to write it: no page ever points to a file that is not there yet. */
export interface Targets {
  /** What pages load and link to. */
  parts: Target[];
  /** Addresses of pages, each to be written in every language and as JSON; home, which is '', last. */
  pages: string[];
}

const PREFIXES = LANGS.map((lang) => (lang === 'en' ? '' : `${lang}/`));

/** What a published site consists of. */
export async function targetsOf(reader: RecordReader, assets: Assets, outlook: boolean): Promise<Targets> {
  const snapshot = await snapshotOf(reader);
  const parts = [
    ...[...assets.values()].map(({ name }) => same(`assets/${name}`)),
    ...Object.values(snapshot.files).map(({ name }) => same(`data/${name}`)),
    ...PREFIXES.map((prefix) => same(`${prefix}card.png`)),
    ...['map.png', 'map-dark.png', 'status.csv', 'compare.csv'].map(same),
    ...TABLES.flatMap((name) => [same(`download/${name}.csv`), same(`download/${name}.parquet`)]),
    ...multiplesOf(snapshot.counts.newest ?? '2017-01-01').flatMap((day) =>
      [`map/${day}.png`, `map/${day}-dark.png`].map((file) => ({ ...same(file), pictures: day })),
    ),
    ...(await answerFiles(reader, snapshot)).map(same),
    ...CHARTS.flatMap((name) => [`${name}.csv`, `${name}.svg`, `es-${name}.svg`]).map((file) =>
      same(`chart/${file}`),
    ),
  ];
  const paths = [
    ...[
      'search',
      'changes',
      'contradictions',
      'policies',
      'regimes',
      'charts',
      'compare',
      'sources',
      'codebook',
    ],
    ...['method', 'data', 'record'],
    ...snapshot.table.states.map((state) => `state/${state}`),
    ...STATES.map(({ usps }) => `agencies/${usps}`),
    ...[...snapshot.evident.counties].sort().map((fips) => `county/${fips}`),
    ...(await lawPaths(reader)),
    ...(outlook ? ['outlook', ...STATES.map(({ usps }) => `outlook/${usps}`)] : []),
    ...(await changeDays(reader)).map((day) => `changes/${day}`),
    ...evidentOf(snapshot).map((id) => `agency/${id}`),
    ...PROGRAMMES.map((programme) => `programme/${programme}`),
    ...(await reader.lists()).map(({ capture }) => `publication/${capture}`),
    ...(await claimPaths(reader, snapshot)),
  ];
  const map = { address: '/embed/map', file: 'embed/map.html' };
  return { parts: [...parts, ...feedsOf(snapshot), map], pages: [...paths, ''] };
}

/** Agencies with a page of their own; all others stand in the register of their state (decision 013). */
function evidentOf({ agencies, evident }: Snapshot): string[] {
  return agencies.filter(({ id }) => evident.agencies.has(id)).map(({ id }) => id);
}

function same(path: string): Target {
  return { address: `/${path}`, file: path };
}

/** Feeds: of everybody and of states as Atom and JSON in every language, of agencies as Atom in one (decision 013). */
function feedsOf(snapshot: Snapshot): Target[] {
  const wide = ['all', ...snapshot.table.states.map((state) => `state/${state}`)].flatMap((scope) => [
    `${scope}.xml`,
    `${scope}.json`,
  ]);
  return [
    ...PREFIXES.flatMap((prefix) => wide.map((file) => same(`${prefix}feed/${file}`))),
    ...evidentOf(snapshot).map((id) => same(`feed/agency/${id}.xml`)),
  ];
}

/** Every day on which something changed. */
async function changeDays(reader: RecordReader): Promise<string[]> {
  const changes = await reader.changes({ from: '1900-01-01', to: '9999-12-31' });
  return [...new Set(changes.map(({ day }) => day))].sort();
}

async function answerFiles(reader: RecordReader, { counts }: Snapshot): Promise<string[]> {
  const { instruments } = await reader.law();
  const answered = [...instruments.values()].filter((one) => answerDays(one, counts.newest) !== null);
  return answered.map(({ id }) => `answers/${id}.csv`);
}

/** Policies, topics, and the law of every state. */
async function lawPaths(reader: RecordReader): Promise<string[]> {
  const { instruments } = await reader.law();
  // Captures in which no agency's claim stands, yet a policy.
  const held = [...instruments.values()].flatMap(({ source }) =>
    source.startsWith('sha256:') ? [source.slice(7)] : [],
  );
  const waiting = (await reader.proposals()).flatMap(({ state, capture }) =>
    state === 'waits' ? capture : [],
  );
  return [
    ...[...new Set([...held, ...waiting])].sort().map((sha) => `capture/${sha}`),
    ...[...instruments.keys()].map((id) => `policy/${id}`),
    ...TOPICS.map((topic) => `topic/${topic}`),
    ...STATES.map(({ usps }) => `law/${usps}`),
  ];
}

/** Pages of claims, captured texts and cited sources that claims stand in, and claims that no agency's page shows. */
async function claimPaths(reader: RecordReader, { indexOf }: Snapshot): Promise<string[]> {
  const claims = await reader.claims({});
  const sources = new Set(claims.map(({ source }) => sourcePath(source)));
  const unplaced = claims.filter(({ agencyId }) => agencyId === null || !indexOf.has(agencyId));
  const pages = Array.from({ length: Math.max(0, Math.ceil(claims.length / PER_PAGE) - 1) }, (_, i) => i + 2);
  return [
    'claims',
    ...pages.map((n) => `claims/${n}`),
    ...[...sources, ...unplaced.map(({ id }) => `claim/${id}`)].sort(),
  ];
}
