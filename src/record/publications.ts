import { sql } from 'kysely';
import { type Day, UserError } from '../base/index.ts';
import type { ListKind, Programme } from '../claim/index.ts';
import { type Agreement, MODEL_NAMES, type Publication } from '../resolve/index.ts';
import type { Db } from './open.ts';
import { type PrintedRow, type PublicationChange, publicationChanges } from './publication-changes.ts';

/** A publication: one distinct content of a list, and when it was published. */
export interface PublicationInfo extends Publication {
  /** True when the starter record cites it and its bytes are not here. */
  cited: boolean;
}

/** What a publication shows otherwise than the one before it of the same stream (signed lists and pages, or pending ones). */
export interface PublicationReport {
  publication: PublicationInfo;
  /** Rows of its sheet, or null where it is only cited. */
  rows: number | null;
  /** The publication compared with; null for the first of its stream, of which nothing is told. */
  before: PublicationInfo | null;
  /** The next publication of the stream, or null. */
  next: PublicationInfo | null;
  changes: PublicationChange[];
}

/** The day of the newest list of agreements on or before a day; null before the first. */
export async function newestList(db: Db, on: Day): Promise<Day | null> {
  const { day } = await db
    .selectFrom('publication')
    .select((e) => e.fn.max<Day | null>('day').as('day'))
    .where('kind', '!=', 'pending')
    .where('day', '<=', on)
    .executeTakeFirstOrThrow();
  return day;
}

/** Every publication, oldest first. */
export async function publicationsOf(db: Db): Promise<PublicationInfo[]> {
  const rows = await db
    .selectFrom('publication as p')
    .leftJoin('capture as c', 'c.id', 'p.capture')
    .leftJoin('cited_list as l', (join) => join.on('l.idx', '=', sql<number>`-1 - p.capture`))
    .select((e) => [e.fn.coalesce('c.sha', 'l.sha').$notNull().as('sha'), 'c.id'])
    .select(['p.kind', 'p.day', 'p.ord', 'p.rule', 'p.repeats'])
    .orderBy('p.day')
    .orderBy('p.ord')
    .orderBy('p.idx')
    .execute();
  return rows.map(({ sha, id, kind, day, ord, rule, repeats }) => ({
    capture: sha,
    kind: kind as ListKind,
    day,
    order: ord,
    rule,
    repeats: JSON.parse(repeats) as PublicationInfo['repeats'],
    cited: id === null,
  }));
}

/** The report of a publication by the hash of its bytes (or of bytes with the same rows), or null. `publications` are all of them, where they were read already. */
export async function publicationReport(
  db: Db,
  capture: string,
  publications?: readonly PublicationInfo[],
): Promise<PublicationReport | null> {
  const all = publications ?? (await publicationsOf(db));
  const publication =
    all.find((one) => one.capture === capture) ??
    all.find(({ repeats }) => repeats.some((again) => again.capture === capture));
  if (!publication) return null;
  const pending = publication.kind === 'pending';
  const stream = all.filter((one) => (one.kind === 'pending') === pending);
  const at = stream.indexOf(publication);
  const [before = null, next = null] = [stream[at - 1], stream[at + 1]];
  const rows = publication.cited ? null : await countRows(db, publication.capture);
  if (before === null) return { publication, rows, before, next, changes: [] };
  const [old, now] = [await printed(db, before, publication), await printed(db, publication, before)];
  const agencies = [...new Set([...old, ...now].flatMap(({ id }) => id ?? []))];
  const changes = publicationChanges({
    before: { list: before, rows: old },
    after: { list: publication, rows: now },
    agreements: await agreementsOf(db, agencies),
    pending,
  });
  return { publication, rows, before, next, changes };
}

/** The publication that a hash, the beginning of one, or a day means: of several of a day the last participating one. Throws a UserError when none does. */
export async function publicationNamed(db: Db, name: string): Promise<PublicationInfo> {
  const all = await publicationsOf(db);
  const text = name.replace(/^sha256:/, '').toLowerCase();
  const ofDay = all.filter(({ day }) => day === text);
  const found = isHash(text) ? all.filter(({ capture }) => capture.startsWith(text)) : [];
  const [one] = found;
  const again = all.filter(({ repeats }) =>
    repeats.some(
      ({ capture, day }) => day === text || (found.length === 0 && isHash(text) && capture.startsWith(text)),
    ),
  );
  const meant =
    found.length === 1
      ? one
      : (ofDay.filter(({ kind }) => kind !== 'pending').at(-1) ?? ofDay.at(-1) ?? again.at(-1));
  if (meant) return meant;
  const why = found.length > 1 ? 'means several lists' : 'is no list of the record';
  throw new UserError(
    `publication ${JSON.stringify(name)} ${why}; give a day on which one came out, or its hash`,
  );
}

function isHash(text: string): boolean {
  return /^[0-9a-f]{6,64}$/.test(text);
}

async function countRows(db: Db, sha: string): Promise<number> {
  const row = await db
    .selectFrom('listing as g')
    .innerJoin('capture as c', 'c.id', 'g.capture')
    .select(db.fn.countAll<number>().as('n'))
    .where('c.sha', '=', sha)
    .executeTakeFirstOrThrow();
  return row.n;
}

async function agreementsOf(db: Db, agencies: readonly string[]): Promise<Agreement[]> {
  const rows = await db
    .selectFrom('agreement')
    .select('facts')
    .where('agency', 'in', sql<string>`(select value from json_each(${JSON.stringify(agencies)}))`)
    .orderBy('id')
    .execute();
  return rows.map(({ facts }) => JSON.parse(facts) as Agreement);
}

/** The rows of a list; where both lists are captured, only those whose content the other lacks. */
async function printed(db: Db, list: PublicationInfo, other: PublicationInfo): Promise<PrintedRow[]> {
  if (list.cited) return citedRows(db, list);
  let query = db
    .selectFrom('listing as g')
    .innerJoin('capture as c', 'c.id', 'g.capture')
    .innerJoin('line as n', 'n.id', 'g.line')
    .leftJoin('line_agency as a', 'a.line', 'g.line')
    .leftJoin('agency as k', 'k.id', 'a.agency')
    .leftJoin('agreement as t', 't.idx', 'a.agreement')
    .select(['g.row', 'n.agency', 'n.state', 'n.support', 'n.signed', 'n.moa_link as link', 'n.moa'])
    .select(['a.agency as id', 'k.name', 'k.state as of', 'a.programme', 't.id as agreement'])
    .where('c.sha', '=', list.capture);
  if (!other.cited)
    query = query.where((e) =>
      e(
        'g.line',
        'not in',
        e
          .selectFrom('listing as o')
          .innerJoin('capture as d', 'd.id', 'o.capture')
          .select('o.line')
          .where('d.sha', '=', other.capture),
      ),
    );
  const rows = await query.orderBy('g.row').execute();
  return rows.map(({ link, moa, name, programme, ...row }) => ({
    ...row,
    capture: list.capture,
    link: link || moa,
    name: name ?? '',
    programme: (programme ?? '287g') as Programme,
  }));
}

async function citedRows(db: Db, list: PublicationInfo): Promise<PrintedRow[]> {
  const rows = await db
    .selectFrom('cited_row as r')
    .innerJoin('cited_list as l', 'l.stream', 'r.stream')
    .leftJoin('agency as k', 'k.id', 'r.agency')
    .leftJoin('agreement as t', 't.idx', 'r.agreement')
    .select(['r.idx', 'r.name as printed', 'r.state', 'r.programme', 'r.signed', 'r.runs', 'r.agency'])
    .select(['l.number', 'k.name', 'k.state as of', 't.id as agreement'])
    .where('l.sha', '=', list.capture)
    .orderBy('r.idx')
    .execute();
  return rows
    .filter(({ runs, number }) =>
      (JSON.parse(runs) as [number, number][]).some(([first, last]) => first <= number && number <= last),
    )
    .map(({ idx, printed: agency, state, programme, signed, agency: id, name, of, agreement }) => ({
      capture: list.capture,
      row: -1 - idx,
      agency,
      state,
      support: MODEL_NAMES[programme as keyof typeof MODEL_NAMES] ?? '',
      signed: signed ?? '',
      link: null,
      id,
      name: name ?? '',
      of,
      programme: programme as Programme,
      agreement,
    }));
}
