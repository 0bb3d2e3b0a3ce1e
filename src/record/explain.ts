import type { Selectable } from 'kysely';
import { addDays, type Day } from '../base/index.ts';
import type { Programme } from '../claim/index.ts';
import {
  type Agency,
  type Agreement,
  type AgreementStatus,
  type Between,
  countyName,
  type Merge,
  OPEN_HANDOVER,
  type RegistryNote,
  type Repair,
  type RowRef,
  SUCCESSION_DAYS,
  tidy,
} from '../resolve/index.ts';
import { agencyById } from './agencies.ts';
import { agreementFacts } from './agency-view.ts';
import { claimAtRow, listDays } from './claims.ts';
import { type Decision, readDecisions } from './decisions.ts';
import type { RecordedClaim } from './model.ts';
import type { Db } from './open.ts';
import type { Tables } from './schema.ts';

/** A row of a list that something rests on. */
export interface ExplainedRow {
  /** SHA-256 of the list. */
  capture: string;
  /** Name of its file. */
  list: string;
  day: Day | null;
  /** Row number in its sheet; null where the list is cited and not captured. */
  row: number | null;
  /** The cells as printed; of a cited row what the record cites of it. */
  cells: { header: string; text: string }[];
}

/** A spelling with the first and last list that print it. */
export interface Spelling {
  text: string;
  first: Day;
  last: Day;
  lists: number;
}

/** Two rows that a rule took for one agency, or for one signing. */
export interface ExplainedMerge {
  rule: string;
  a: ExplainedRow & { text: string };
  b: ExplainedRow & { text: string };
  /** The days of signing, where the rule is about them. */
  dates: { from: Day | null; to: Day | null; agreement: string } | null;
}

/** A cell that a rule repaired. */
export interface ExplainedRepair {
  rule: string;
  column: string;
  raw: string;
  value: string;
  row: ExplainedRow;
}

/** Why an agreement has its status: when lists showed it, and between which two it came and went. */
export interface ExplainedAgreement {
  id: string;
  programme: Programme;
  position: Agreement['position'];
  signed: Day | null;
  status: AgreementStatus;
  from: Between;
  to: Between | null;
  lastListed: Day;
  runs: { from: Day; to: Day; lists: number }[];
  /** The files that lists link as its memorandum, each with the day of the first list that does, oldest first. */
  memoranda: { url: string; day: Day }[];
  /** The agreement that took its place and the day of the first list with it, or null. */
  next: { id: string; programme: Programme; signed: Day | null; listed: Day | null } | null;
  /** True once the lists go on so long after its end that nothing can take its place any more. */
  waited: boolean;
  /** True where the next list shows its memorandum under another name, and nobody has said yet what that is. */
  handover: boolean;
}

/** Why rows of lists are one agency, and why it stands as it does. */
export interface Explanation {
  agency: {
    id: string;
    name: string;
    /** Its only county, unless its name says it; namesakes of one state differ in it. */
    county: string | null;
    state: string;
  };
  spellings: Spelling[];
  merges: ExplainedMerge[];
  repairs: ExplainedRepair[];
  agreements: ExplainedAgreement[];
  /** How it was found in the official registry, or why not, with its codes; null for one that no list names, or without a registry. */
  registry: (RegistryNote & { codes: readonly string[] }) | null;
  /** Decisions on the agency's identity, oldest first. */
  decisions: Pick<Decision, 'seq' | 'kind' | 'actor' | 'reason' | 'recorded' | 'subject'>[];
}

/** The lists of a record by hash: what every explanation looks up. */
export interface NamedLists {
  days: ReadonlyMap<string, Day>;
  files: ReadonlyMap<string, string>;
  cited: readonly Selectable<Tables['cited_list']>[];
  newest: Day | null;
}

/** The lists of a record by hash. A server that explains many agencies asks once. */
export async function namedLists(db: Db): Promise<NamedLists> {
  const cited = await db.selectFrom('cited_list').selectAll().execute();
  const days = await listDays(db);
  const newest = [...days.values(), ...cited.map(({ day }) => day)].sort().at(-1) ?? null;
  return { days, files: await fileNames(db, cited), cited, newest };
}

/** Why an agency's rows are one and why it has its status; null for an id that the record does not know. */
export async function explain(db: Db, id: string, lists: NamedLists): Promise<Explanation | null> {
  const agency = await agencyById(db, id);
  if (!agency) return null;
  const basis = db.selectFrom('basis').selectAll().where('agency', '=', id);
  const redirects = await db.selectFrom('redirect').select('id').where('target', '=', id).execute();
  return explanationOf(agency, lists, {
    basis: await basis.orderBy('rule').orderBy('id').execute(),
    agreements: await agreementFacts(db, id),
    decisions: await readDecisions(db, '9999'),
    redirects: redirects.map((redirect) => redirect.id),
    printed: await printedNames(db, id),
    cited: await db
      .selectFrom('cited_row')
      .select(['name', 'stream', 'runs'])
      .where('agency', '=', id)
      .execute(),
    claimAt: (ref) => claimAtRow(db, ref, lists.days),
  });
}

/** What an explanation is made of: what the record holds of one agency, and all decisions. */
export interface Grounds {
  basis: readonly Pick<Tables['basis'], 'kind' | 'facts'>[];
  agreements: readonly Agreement[];
  decisions: readonly Decision[];
  /** Former ids of the agency. */
  redirects: readonly string[];
  printed: readonly { text: string; sha: string }[];
  cited: readonly Pick<Tables['cited_row'], 'name' | 'stream' | 'runs'>[];
  claimAt(ref: RowRef): RecordedClaim | null | Promise<RecordedClaim | null>;
}

/** An explanation out of its grounds. */
export async function explanationOf(
  agency: Pick<Agency, 'id' | 'name' | 'state' | 'aliases' | 'counties' | 'ori' | 'registry'>,
  lists: NamedLists,
  grounds: Grounds,
): Promise<Explanation> {
  const shown = async (ref: RowRef): Promise<ExplainedRow> => {
    const claim = await grounds.claimAt(ref);
    const row = ref.row < 0 ? null : ref.row;
    const list = lists.files.get(ref.capture) ?? `sha256:${ref.capture.slice(0, 16)}…`;
    return { capture: ref.capture, list, day: claim?.date ?? null, row, cells: cellsOf(claim) };
  };
  const merges: ExplainedMerge[] = [];
  const repairs: ExplainedRepair[] = [];
  for (const { kind, facts } of grounds.basis) {
    if (kind === 'merge') {
      const { rule, a, b, dates = null } = JSON.parse(facts) as Merge;
      const sides = { a: { ...(await shown(a)), text: a.text }, b: { ...(await shown(b)), text: b.text } };
      merges.push({ rule, ...sides, dates });
    } else {
      const { rule, column, raw, value, row } = JSON.parse(facts) as Repair;
      repairs.push({ rule, column, raw, value, row: await shown(row) });
    }
  }
  const { id, name, state } = agency;
  return {
    agency: { id, name, county: countyBeside(agency), state },
    spellings: spellingsOf(grounds, lists),
    merges: merges.sort(byDay),
    repairs,
    agreements: explainAgreements(grounds.agreements, lists.newest),
    registry: agency.registry ? { ...agency.registry, codes: agency.ori } : null,
    decisions: decisionsOn(agency, grounds),
  };
}

function countyBeside({ name, counties }: Pick<Agency, 'name' | 'counties'>): string | null {
  const county = counties.length === 1 ? countyName(counties[0]!) : null;
  return county === null || name.startsWith(county) ? null : county;
}

function byDay(a: ExplainedMerge, b: ExplainedMerge): number {
  const key = ({ b: { day }, rule, a: { text } }: ExplainedMerge) => `${day} ${rule} ${text}`;
  return key(a) < key(b) ? -1 : 1;
}

function cellsOf(claim: RecordedClaim | null): ExplainedRow['cells'] {
  const [evidence] = claim?.evidence ?? [];
  if (!claim || !evidence) return [];
  if (evidence.type === 'row')
    return evidence.cells.map(({ header, text }) => ({ header, text })).filter(({ text }) => text.trim());
  const { agency, programme, effective } = claim;
  return [
    { header: 'STATE', text: agency.state ?? '' },
    { header: 'LAW ENFORCEMENT AGENCY', text: agency.written },
    { header: 'COUNTY', text: agency.place ?? '' },
    { header: 'SUPPORT TYPE', text: programme },
    { header: 'SIGNED', text: effective ?? '' },
  ].filter(({ text }) => text);
}

/** Names of the lists' files by hash: under which they were first seen, or are cited. */
async function fileNames(db: Db, cited: NamedLists['cited']): Promise<Map<string, string>> {
  const seen = await db
    .selectFrom('list as l')
    .innerJoin('capture as c', 'c.id', 'l.capture')
    .innerJoin('sighting as s', 's.capture', 'l.capture')
    .select(['c.sha', (e) => e.fn.min('s.origin').as('origin')])
    .groupBy('c.sha')
    .execute();
  return new Map([
    ...cited.map(({ sha, file }) => [sha, file] as const),
    ...seen.map(({ sha, origin }) => [sha, origin.split(/[/\\]/).pop() ?? origin] as const),
  ]);
}

function printedNames(db: Db, id: string): Promise<Grounds['printed'][number][]> {
  return db
    .selectFrom('line_agency as a')
    .innerJoin('line as n', 'n.id', 'a.line')
    .innerJoin('listing as g', 'g.line', 'a.line')
    .innerJoin('capture as c', 'c.id', 'g.capture')
    .select(['n.agency as text', 'c.sha'])
    .where('a.agency', '=', id)
    .execute();
}

/** Every spelling under which lists print the agency, first printed first. */
function spellingsOf({ printed, cited: rows }: Grounds, { days, cited }: NamedLists): Spelling[] {
  const on = new Map<string, Set<string>>();
  const note = (text: string, day: Day | undefined, list: string) => {
    if (day) on.set(text, (on.get(text) ?? new Set()).add(`${day} ${list}`));
  };
  for (const { text, sha } of printed) note(tidy(text), days.get(sha), sha);
  for (const { name, stream, runs } of rows) {
    for (const [first, last] of JSON.parse(runs) as [number, number][])
      for (const list of cited)
        if (list.stream === stream && first <= list.number && list.number <= last)
          note(name, list.day, list.sha);
  }
  return [...on]
    .map(([text, all]) => {
      const sorted = [...all].sort();
      return {
        text,
        first: sorted[0]!.slice(0, 10),
        last: sorted.at(-1)!.slice(0, 10),
        lists: sorted.length,
      };
    })
    .sort((a, b) => (a.first + a.text < b.first + b.text ? -1 : 1));
}

function explainAgreements(all: readonly Agreement[], newest: Day | null): ExplainedAgreement[] {
  return [...all]
    .sort((a, b) => (`${a.from.max} ${a.id}` < `${b.from.max} ${b.id}` ? -1 : 1))
    .map(({ runs, next, ...agreement }) => {
      const { programme, position, signed, status, from, lastListed, overBy } = agreement;
      const to = agreement.to && { ...agreement.to, ...(overBy !== undefined && { max: overBy }) };
      const heir = all.find((other) => other.id === next);
      return {
        id: agreement.id,
        programme,
        position,
        signed,
        status,
        from,
        to,
        lastListed,
        runs: runs.map((run) => ({ from: run.from, to: run.to, lists: run.lists })),
        memoranda: agreement.moa,
        next: heir
          ? { id: heir.id, programme: heir.programme, signed: heir.signed, listed: heir.from.max }
          : null,
        handover: agreement.rules.includes(OPEN_HANDOVER) && overBy === undefined,
        waited: !to?.max || newest === null || newest >= addDays(to.max, SUCCESSION_DAYS),
      };
    });
}

function decisionsOn(
  { id, name, aliases }: { id: string; name: string; aliases: readonly string[] },
  { decisions, redirects }: Grounds,
): Explanation['decisions'] {
  const own = new Set([id, name, ...aliases, ...redirects]);
  return decisions
    .filter(
      ({ value: { identity } }) => identity !== undefined && (own.has(identity.a) || own.has(identity.b)),
    )
    .map(({ seq, kind, actor, reason, recorded, subject }) => ({
      seq,
      kind,
      actor,
      reason,
      recorded,
      subject,
    }));
}
