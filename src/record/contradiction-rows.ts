import { sql } from 'kysely';
import { type Day, daysBetween } from '../base/index.ts';
import type { LawBook } from '../law/index.ts';
import { claimAtRow, claimById, listDays } from './claims.ts';
import { type Contradiction, earliest, type Side } from './contradiction.ts';
import { type Differs, detailOf } from './differs.ts';
import { readBook } from './laws.ts';
import type { RecordedClaim } from './model.ts';
import type { Db } from './open.ts';

/** A contradiction with its agency's name and both pieces of evidence in full, where they are claims or rows. */
export interface ContradictionRow extends Contradiction {
  name: string;
  state: string;
  /** What differs, in the record's own words. */
  detail: string;
  /** The other agency that it is about, or null. */
  other: { name: string; state: string } | null;
  /** For how many days it had stood on the day asked for, or had stood in all where it closed before; null without a first day. */
  age: number | null;
  evidence: { a: RecordedClaim | null; b: RecordedClaim | null };
  /** For a side that is a provision: what it says, and of which policy it is. */
  laws: { a: CitedLaw | null; b: CitedLaw | null };
}

/** What narrows the contradictions; `on` asks for those that stood on a day. */
export interface ContradictionQuery {
  agency?: string;
  state?: string;
  kind?: string;
  on?: Day;
  /** Only those that nothing has closed. */
  open?: boolean;
}

/** A provision as one cites it. */
export interface CitedLaw {
  provision: string;
  summary: string;
  /** Id of its instrument. */
  instrument: string;
  title: string;
  url: string | null;
}

/** The contradictions that fit, as known until a moment (RFC 3339), by state, agency, kind and opening day. */
export async function contradictionRows(
  db: Db,
  { agency, state, kind, on, open }: ContradictionQuery,
  until: string,
): Promise<ContradictionRow[]> {
  let query = db
    .selectFrom('contradiction as c')
    .leftJoin('agency as a', 'a.id', 'c.agency')
    .selectAll('c')
    .select((e) => [
      e.fn.coalesce('a.name', sql<string>`''`).as('name'),
      e.fn.coalesce('a.state', sql<string>`''`).as('state'),
    ]);
  if (agency) query = query.where('c.agency', '=', agency);
  if (state) query = query.where('a.state', '=', state);
  if (kind) query = query.where('c.kind', '=', kind);
  if (open) query = query.where('c.closed', 'is', null);
  if (on)
    query = query
      .where((e) => e.or([e('c.opened', 'is', null), e('c.opened', '<=', on)]))
      .where((e) => e.or([e('c.closed', 'is', null), e('c.closed', '>', on)]));
  const rows = await query
    .orderBy('a.state')
    .orderBy('a.name')
    .orderBy('c.kind')
    .orderBy('c.opened')
    .orderBy('c.id')
    .execute();
  const found: ContradictionRow[] = [];
  let book: LawBook | null = null;
  for (const { a, b, kind, programme, detail, ...row } of rows) {
    const differs = JSON.parse(detail) as Differs;
    const sides = { a: JSON.parse(a) as Side, b: JSON.parse(b) as Side };
    const evidence = { a: await evidenceOf(db, sides.a), b: await evidenceOf(db, sides.b) };
    if ([sides.a, sides.b].some(({ type }) => type === 'provision')) book ??= await readBook(db, until);
    found.push({
      ...row,
      differs,
      detail: detailOf(differs),
      other: differs.agency === undefined ? null : await agencyOf(db, differs.agency),
      age: ageOf(row, on),
      kind: kind as Contradiction['kind'],
      programme: programme as Contradiction['programme'],
      ...sides,
      evidence,
      laws: { a: lawOf(book, sides.a), b: lawOf(book, sides.b) },
    });
  }
  return found;
}

function lawOf(book: LawBook | null, side: Side): CitedLaw | null {
  if (side.type !== 'provision') return null;
  const provision = book?.provisions.get(side.provision);
  const instrument = book?.instruments.get(provision?.instrument ?? '');
  if (!provision || !instrument) return null;
  const { id, title, url } = instrument;
  return { provision: provision.id, summary: provision.summary, instrument: id, title, url };
}

async function agencyOf(db: Db, id: string): Promise<ContradictionRow['other']> {
  const row = await db.selectFrom('agency').select(['name', 'state']).where('id', '=', id).executeTakeFirst();
  return row ?? null;
}

function ageOf({ opened, closed }: Pick<Contradiction, 'opened' | 'closed'>, on: Day | undefined) {
  const until = earliest(closed, on);
  return opened === null || until === null ? null : daysBetween(opened, until);
}

async function evidenceOf(db: Db, side: Side): Promise<RecordedClaim | null> {
  if (side.type === 'claim') return claimById(db, side.claim);
  if (side.type !== 'row' && side.type !== 'link') return null;
  return claimAtRow(db, side, new Map([[side.capture, side.day], ...(await listDays(db))]));
}
