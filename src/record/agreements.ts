import type { Day } from '../base/index.ts';
import { type Agreement, type Between, tidy } from '../resolve/index.ts';
import type { Db } from './open.ts';

const LAST = '9999-12-31';

/** One row of `agreements`: the stable keys of the command line and of the JSON API. */
export interface AgreementRow {
  id: string;
  agency: string;
  name: string;
  /** Every spelling under which lists print it. */
  spellings: string[];
  state: string;
  model: string;
  signed: string | null;
  /** EDTF. */
  listedFrom: string;
  listedTo: string;
  status: string;
  rules: string[];
  /** The files that lists link as its memorandum, each with the day of the first list that does, oldest first. */
  memoranda: { url: string; day: Day }[];
  /** Where a day was asked for: false on days between two lists that disagree. */
  certain?: boolean;
}

/** The agreements of one agency, or of all, ordered by state, name, model and date; with a day those that were listed then. */
export async function agreementRows(db: Db, agency: string | null, on?: Day): Promise<AgreementRow[]> {
  let query = db
    .selectFrom('agreement as g')
    .innerJoin('agency as a', 'a.id', 'g.agency')
    .select(['g.facts', 'g.idx', 'a.name', 'a.state']);
  if (agency !== null) query = query.where('g.agency', '=', agency);
  const rows = await query.orderBy('a.state').orderBy('a.name').orderBy('g.id').execute();
  const spellings = await spellingsByAgreement(db, agency);
  return rows.flatMap(({ facts, idx, name, state }) => {
    const agreement = JSON.parse(facts) as Agreement;
    const held = on === undefined ? {} : listedOn(agreement, on);
    if (held === null) return [];
    return {
      id: agreement.id,
      agency: agreement.agency,
      name,
      spellings: spellings.get(idx) ?? [],
      state,
      model: agreement.programme,
      signed: agreement.signed,
      listedFrom: between(agreement.from),
      listedTo: agreement.to === null ? '..' : between(agreement.to),
      status: agreement.status,
      rules: agreement.rules,
      memoranda: agreement.moa,
      ...held,
    };
  });
}

/** Whether a day lies surely, or only maybe, between an agreement's first list and its end; null outside. The same edges as a status has. */
function listedOn({ from, to }: Agreement, on: Day): { certain: boolean } | null {
  if ((from.min ?? from.max ?? on) > on || (to?.max ?? LAST) <= on) return null;
  return { certain: (from.max ?? LAST) <= on && (to === null || on < (to.min ?? '')) };
}

function between({ min, max }: Between): string {
  if (min === null) return `../${max ?? '..'}`;
  return min === max ? min : `${min}/${max ?? '..'}`;
}

async function spellingsByAgreement(db: Db, agency: string | null): Promise<Map<number, string[]>> {
  let query = db
    .selectFrom('line_agency as l')
    .innerJoin('line as n', 'n.id', 'l.line')
    .select(['l.agreement', 'n.agency as spelling'])
    .distinct()
    .where('l.agreement', 'is not', null);
  if (agency !== null) query = query.where('l.agency', '=', agency);
  const spellings = new Map<number, string[]>();
  const note = (agreement: number | null, name: string) => {
    const known = spellings.get(agreement ?? -1) ?? [];
    if (!known.includes(name)) known.push(name);
    spellings.set(agreement ?? -1, known);
  };
  for (const { agreement, spelling } of await query.orderBy('n.agency').execute())
    note(agreement, tidy(spelling));
  let cited = db
    .selectFrom('cited_row')
    .select(['agreement', 'name'])
    .distinct()
    .where('agreement', 'is not', null);
  if (agency !== null) cited = cited.where('agency', '=', agency);
  for (const { agreement, name } of await cited.orderBy('name').execute()) note(agreement, name);
  return spellings;
}
