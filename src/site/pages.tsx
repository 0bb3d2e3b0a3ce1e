import { addDays, type Day, isDay, sha256 } from '../base/index.ts';
import { PROGRAMMES } from '../claim/index.ts';
import { type Change, CONTRADICTION_KINDS, type RecordReader } from '../record/index.ts';
import { STATES } from '../resolve/index.ts';
import { absencesOf } from './absence.tsx';
import { Agency, type AgencyData } from './agency.tsx';
import { type Answer, type Ask, dayAsked } from './ask.ts';
import { Capture } from './capture.tsx';
import { Changes } from './changes.tsx';
import { showClaim } from './claim-card.tsx';
import { Contradictions, showContradictions } from './contradictions.tsx';
import { Data } from './data-page.tsx';
import { Home } from './home.tsx';
import { homeData } from './home-data.ts';
import { agencyDay, dayShown, evidenceDay, inState, lawDay } from './last-change.ts';
import { lawTurns } from './law-changes.tsx';
import { placeLaw, policies, policy, priorities, topic } from './law-pages.tsx';
import { askedOf, heldOn, newestActOf } from './law-place.tsx';
import { nearbyOf } from './nearby.tsx';
import { outlook } from './outlook.tsx';
import * as more from './pages-more.tsx';
import { ClaimPage, Method } from './plain-pages.tsx';
import { MOST_FOUND, Search } from './search.tsx';
import type { Snapshot } from './snapshot.ts';
import { LOOKS } from './standing.ts';
import { State, stateData } from './state.tsx';

interface Kind {
  path: string;
  load(ask: Ask): Promise<Answer>;
  /**
   * How it answers `known`: `record` is asked of the reader and the snapshot of that day, as any day is; `law` asks the
   * law as known then itself. Left out: it tells of what is known now alone.
   */
  past?: 'record' | 'law';
}

/** Every kind of page: its address and how to answer for it. */
export const PAGES: Kind[] = [
  { path: '/', load: home, past: 'record' },
  { path: '/agency/:id', load: agency, past: 'record' },
  { path: '/agencies/:id', load: more.register, past: 'record' },
  { path: '/search', load: search, past: 'record' },
  { path: '/changes', load: changes, past: 'record' },
  { path: '/changes/:id', load: changesOfDay, past: 'record' },
  { path: '/state/:id', load: state, past: 'record' },
  { path: '/policies', load: policies, past: 'law' },
  { path: '/regimes', load: priorities, past: 'law' },
  { path: '/policy/:id', load: policy, past: 'law' },
  { path: '/topic/:id', load: topic, past: 'law' },
  { path: '/law/:id', load: placeLaw, past: 'law' },
  { path: '/outlook', load: outlook },
  { path: '/outlook/:id', load: outlook },
  { path: '/capture/:id', load: capture, past: 'record' },
  { path: '/claim/:id', load: claim, past: 'record' },
  { path: '/contradictions', load: contradictions, past: 'record' },
  { path: '/county/:id', load: more.county, past: 'record' },
  { path: '/charts', load: more.charts, past: 'record' },
  { path: '/programme/:id', load: more.programme, past: 'record' },
  { path: '/publication/:id', load: more.publication, past: 'record' },
  { path: '/sources', load: more.sources, past: 'record' },
  { path: '/source/:id', load: more.source, past: 'record' },
  { path: '/claims', load: more.claims, past: 'record' },
  { path: '/claims/:id', load: more.claims, past: 'record' },
  { path: '/compare', load: more.compare, past: 'record' },
  { path: '/codebook', load: more.codebook },
  {
    path: '/method',
    load: async ({ page }) => ({ data: page.words.method, view: () => <Method page={page} /> }),
  },
  { path: '/data', load: dataPage },
  { path: '/record', load: more.recordLog },
];

const TELL_PAST = new Set(
  PAGES.filter(({ past }) => past !== undefined).map(({ path }) => path.split('/')[1]!),
);

/** Whether the page at a path, without language and ending, answers `known`. */
export function tellsPast(path: string): boolean {
  return TELL_PAST.has(path.split('/')[0]!);
}

async function home({ page, reader, query }: Ask): Promise<Answer> {
  const on = dayAsked(page.snapshot, query('on'));
  const show = {
    programme: ['287g', ...PROGRAMMES].find((one) => one === query('programme')) ?? null,
    look: LOOKS.find((one) => one === query('position')) ?? null,
  };
  const data = homeData(page, on, await latestChanges(reader, on), show);
  return { data, view: () => <Home page={page} data={data} /> };
}

// Enough for the first page: the last days on which something changed, each cut by the list itself.
async function latestChanges(reader: RecordReader, on: Day): Promise<Change[]> {
  for (const days of [60, 800, 12_000]) {
    const found = await reader.changes({ from: addDays(on, -days), to: on });
    const recent = new Set([...new Set(found.map((change) => change.day))].slice(0, 4));
    if (recent.size >= 3 || days === 12_000) return found.filter((change) => recent.has(change.day));
  }
  return [];
}

async function agency({ page, reader, id, query }: Ask): Promise<Answer> {
  const asked = query('on');
  const now = dayAsked(page.snapshot, asked);
  const { known } = page;
  const view = await reader.agency(id, { on: now });
  if (view === null) {
    const target = await reader.redirectOf(id);
    return target === null ? null : { redirect: `./${target}` };
  }
  const claims = await Promise.all(view.claims.map((one) => showClaim(reader, one)));
  const { snapshot } = page;
  const own = snapshot.contradictions.filter((row) => row.agency === id);
  const agreements = snapshot.agreements.get(id) ?? [];
  const counties = view.counties.map(({ fips }) => fips);
  const book = await reader.law();
  const newest = !asked && known === null;
  // The newest page speaks of the days of its own evidence: a list that says nothing of an agency leaves its page alone.
  const on = newest ? agencyDay(view, now) : now;
  const lawOn = newest ? (lawDay(book, now, { state: view.state }) ?? now) : now;
  const held = heldOn(view, lawOn);
  const law = askedOf(book, { on: lawOn, state: view.state, counties, kind: view.kind, held });
  const json = { on, known, ...view, agreements, contradictions: own, law };
  const data: AgencyData = {
    view,
    on,
    known,
    newest,
    evidence: newest ? evidenceDay(view, now) : null,
    lawOn,
    near: nearbyOf(snapshot, view, now),
    agreements,
    claims,
    absences: absencesOf(view.intervals, await reader.lists()),
    contradictions: await showContradictions(reader, own),
    explanation: await reader.explain(id),
    book,
    law,
    newestAct: newestActOf(book, view.state),
    version: sha256(new TextEncoder().encode(JSON.stringify(json))),
  };
  return { data: json, basis: data, view: () => <Agency page={page} data={data} /> };
}

async function contradictions({ page, reader, query }: Ask): Promise<Answer> {
  const asked = query('state')?.toUpperCase();
  const state = STATES.find(({ usps }) => usps === asked)?.usps ?? null;
  const kind = CONTRADICTION_KINDS.find((one) => one === query('kind')) ?? null;
  const open = query('open') === '1';
  const found = page.snapshot.contradictions.filter(
    (row) =>
      (state === null || row.state === state) &&
      (kind === null || row.kind === kind) &&
      (!open || row.closed === null),
  );
  const data = { state, kind, open, found };
  const shown = await showContradictions(reader, found);
  return { data, view: () => <Contradictions page={page} data={data} shown={shown} /> };
}

async function search({ page, reader, query }: Ask): Promise<Answer> {
  const q = (query('q') ?? '').slice(0, 200);
  const found = q.trim() === '' ? [] : await reader.find(q, MOST_FOUND);
  const data = { q, found };
  return { data, view: () => <Search page={page} data={data} /> };
}

async function changes(ask: Ask): Promise<Answer> {
  const { page, reader, query } = ask;
  const end = dayAsked(page.snapshot, query('to'));
  const start = query('from') ? dayAsked(page.snapshot, query('from')) : addDays(end, -90);
  // Two days in the wrong order still name the days between them.
  const [from, to] = start <= end ? [start, end] : [end, start];
  const asked = query('state')?.toUpperCase();
  const state = STATES.find(({ usps }) => usps === asked)?.usps ?? null;
  const found = await reader.changes(state === null ? { from, to } : { from, to, state });
  const law = lawTurns(await more.lawOf(ask), from, to, state);
  const begins = await listsBegin(reader, from, to);
  const data = { from, to, state, changes: found, law, begins };
  return { data, view: () => <Changes page={page} data={data} /> };
}

/** The days between two on which the record's lists of a kind begin: all that the first one shows looks new. */
async function listsBegin(reader: RecordReader, from: Day, to: Day): Promise<Day[]> {
  const first = new Map<string, Day>();
  for (const { kind, day } of await reader.lists())
    if (day < (first.get(kind) ?? '9999')) first.set(kind, day);
  return [...new Set(first.values())].filter((day) => from <= day && day <= to).sort();
}

/** What changed on one day. */
async function changesOfDay(ask: Ask): Promise<Answer> {
  const { page, reader, id } = ask;
  if (!isDay(id)) return null;
  const found = await reader.changes({ from: id, to: id });
  const law = lawTurns(await more.lawOf(ask), id, id);
  const begins = await listsBegin(reader, id, id);
  const data = { from: id, to: id, state: null, changes: found, law, begins };
  return { data, basis: null, view: () => <Changes page={page} data={data} /> };
}

async function state(ask: Ask): Promise<Answer> {
  const { page, id } = ask;
  const code = id.toUpperCase();
  if (!STATES.some(({ usps }) => usps === code)) return null;
  if (code !== id) return { redirect: `./${code}` };
  const day = dayShown(ask, inState(page.snapshot, code));
  const data = stateData(page, code, day.on);
  return { data, view: () => <State page={page} data={data} day={day} /> };
}

async function capture({ page, reader, id, query }: Ask): Promise<Answer> {
  const source = await reader.source(`sha256:${id}`);
  if (source === null || source.capture === null) return null;
  const reading = await reader.text(id);
  const claims = reading === null ? [] : await reader.claims({ capture: id });
  const asked = Number(query('row') ?? '');
  const row = Number.isInteger(asked) && asked > 0 ? asked : null;
  const rows = reading === null ? await reader.rows(id, row ?? 1, 25) : null;
  const list = rows && (await reader.lists()).find((one) => one.capture === id);
  const data = { sha: id, source, reading, claims, rows, row, list: list ?? null };
  return { data, view: () => <Capture page={page} data={data} /> };
}

// Every row of the log goes into a root: seconds, for a page that anyone may ask for.
const roots = new WeakMap<Snapshot, ReturnType<RecordReader['root']>>();

async function dataPage({ page, reader }: Ask): Promise<Answer> {
  const asked = roots.get(page.snapshot) ?? reader.root();
  roots.set(page.snapshot, asked);
  const root = await asked;
  return {
    data: { ...page.snapshot.counts, root },
    view: () => <Data page={page} root={root.root} />,
  };
}

async function claim({ page, reader, id }: Ask): Promise<Answer> {
  const found = await reader.claim(id);
  if (found === null) return null;
  const one = { ...(await showClaim(reader, found)), lost: (await reader.lostAnchors()).get(id) ?? [] };
  const index = found.agencyId === null ? undefined : page.snapshot.indexOf.get(found.agencyId);
  const name = index === undefined ? null : page.snapshot.agencies[index]!.name;
  return { data: found, view: () => <ClaimPage page={page} {...one} agency={name} /> };
}
