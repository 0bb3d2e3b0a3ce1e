import type { LawBook } from '../law/index.ts';
import type { RecordReader, SourceInfo } from '../record/index.ts';
import { STATES } from '../resolve/index.ts';
import { type Answer, type Ask, dayAsked, daysCompared } from './ask.ts';
import { chartData } from './chart-data.ts';
import { Charts } from './charts.tsx';
import { type ShownClaim, showClaim } from './claim-card.tsx';
import { Claims, claimsData, FACETS, type Facets } from './claims.tsx';
import { Codebook, codebookData } from './codebook.tsx';
import { Compare, compareData } from './compare.tsx';
import { County, countyData, countyIndexes } from './county.tsx';
import { dayShown } from './last-change.ts';
import { ProgrammePage, programmeData } from './programme.tsx';
import { PublicationPage } from './publication.tsx';
import { RecordLog, recordLogData } from './record-log.tsx';
import { Register, registerData, registeredIndexes } from './register.tsx';
import type { Snapshot } from './snapshot.ts';
import { SourcePage, Sources } from './sources.tsx';

const books = new WeakMap<Snapshot, Promise<LawBook>>();

/** The law of a snapshot, read once: an export asks for it with every county. */
export function lawOf({ page: { snapshot }, reader }: Ask): Promise<LawBook> {
  const book = books.get(snapshot) ?? reader.law();
  books.set(snapshot, book);
  return book;
}

/** A county's page. */
export async function county(ask: Ask): Promise<Answer> {
  const { page, id } = ask;
  const told = countyIndexes(page.snapshot, id);
  const day = dayShown(ask, (agency) => told.has(agency));
  const data = countyData(page, id, day.on, await lawOf(ask));
  return data && { data, basis: day, view: () => <County page={page} data={data} day={day} /> };
}

/** Every agency of a state, county by county. */
export async function register(ask: Ask): Promise<Answer> {
  const { page, id } = ask;
  if (!STATES.some(({ usps }) => usps === id)) return null;
  const told = registeredIndexes(page.snapshot, id);
  const day = dayShown(ask, (agency) => told.has(agency));
  const data = registerData(page, id, day.on);
  return { data, view: () => <Register page={page} data={data} day={day} /> };
}

/** The charts. */
export async function charts({ page, reader }: Ask): Promise<Answer> {
  const on = dayAsked(page.snapshot, undefined);
  const data = await chartData(reader, on);
  return { data, view: () => <Charts page={page} data={data} on={on} /> };
}

/** A programme's page. */
export async function programme(ask: Ask): Promise<Answer> {
  const { page, id } = ask;
  const day = dayShown(ask, () => true, id);
  const data = programmeData(page, id, day.on);
  return data && { data, view: () => <ProgrammePage page={page} data={data} day={day} /> };
}

/** The page of one list. */
export async function publication({ page, reader, id }: Ask): Promise<Answer> {
  const report = await reader.publication(id);
  return report && { data: report, basis: null, view: () => <PublicationPage page={page} report={report} /> };
}

/** What was done to the record. */
export async function recordLog({ page, reader }: Ask): Promise<Answer> {
  const changes = await recordLogData(reader, page.snapshot.counts.recorded);
  return { data: { changes }, view: () => <RecordLog page={page} changes={changes} /> };
}

/** Every source. */
export async function sources({ page, reader }: Ask): Promise<Answer> {
  const lists = await reader.lists();
  const byId = new Map<string, { source: SourceInfo; claims: number }>();
  for (const { source } of await reader.claims({})) {
    const known = byId.get(source.id);
    if (known) known.claims++;
    else byId.set(source.id, { source, claims: 1 });
  }
  const order = ({ source }: { source: SourceInfo }) => `${source.published ?? ''} ${source.id}`;
  const found = [...byId.values()].sort((a, b) => (order(a) < order(b) ? 1 : -1));
  return {
    data: { sources: found, lists },
    view: () => <Sources page={page} sources={found} lists={lists} />,
  };
}

/** The page of a cited source; one whose bytes are held has its capture's page. */
export async function source({ page, reader, id }: Ask): Promise<Answer> {
  const found = await reader.source(id);
  if (found === null) return null;
  if (found.capture !== null) return { redirect: `../capture/${found.capture}` };
  const own = (await reader.claims({})).filter((claim) => claim.source.id === id);
  const claims = await withEvidence(reader, own);
  return {
    data: { source: found, claims: own },
    view: () => <SourcePage page={page} data={{ source: found, claims }} />,
  };
}

/** The claims that fit, page by page; a static site has the pages without filters. */
export async function claims({ page, reader, id, query }: Ask): Promise<Answer> {
  const asked = (name: string) => (query(name) ?? '').slice(0, 200).trim();
  const facets = Object.fromEntries(FACETS.map((name) => [name, asked(name)])) as Facets;
  const data = claimsData(page, await reader.claims({}), facets, Number(id || asked('page')) || 1);
  const shown = await withEvidence(reader, data.claims);
  return { data, view: () => <Claims page={page} data={data} shown={shown} /> };
}

async function withEvidence(reader: RecordReader, list: ShownClaim['claim'][]): Promise<ShownClaim[]> {
  return Promise.all(list.map((claim) => showClaim(reader, claim)));
}

/** Two dates against each other: as asked, else the newest day and the one a year before. */
export async function compare({ page, query }: Ask): Promise<Answer> {
  const { a, b } = daysCompared(page.snapshot, query);
  const [s, t] = [query('s'), query('t')].map((code) => STATES.find(({ usps }) => usps === code)?.usps);
  const data = compareData(page, a, b, s && t ? [s, t] : null);
  return { data, view: () => <Compare page={page} data={data} /> };
}

/** What the columns and words of the data mean. */
export async function codebook({ page }: Ask): Promise<Answer> {
  const data = codebookData(page);
  return { data, view: () => <Codebook page={page} data={data} /> };
}
