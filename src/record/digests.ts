import { sql } from 'kysely';
import { canonicalJson } from '../base/index.ts';
import type { Db } from './open.ts';
import { hashOf } from './root.ts';

// What is derived, without the numbers that hang on the order of adding: the same log gives the same rows in every record.
const AGREEMENT = sql`(select g.id from agreement g where g.idx = agreement)`;
const VIEWS = {
  agency: sql`select * from agency`,
  redirect: sql`select * from redirect`,
  agreement: sql`select id, agency, json_remove(facts, '$.lines') as facts from agreement`,
  line_agency: sql`select n.*, null as id, l.agency as agency_id, ${AGREEMENT} as agreement_id, l.name, l.state as state_id, l.programme,
    l.signed as signed_day from line_agency l join line n on n.id = l.line`,
  publication: sql`select coalesce(c.sha, l.sha) as sha, p.kind, p.day, p.ord, p.rule, p.repeats from publication p
    left join capture c on c.id = p.capture left join cited_list l on l.idx = -1 - p.capture`,
  cited_list: sql`select * from cited_list`,
  cited_row: sql`select idx, name, state, place, stream, programme, signed, runs, agency, ${AGREEMENT} as agreement_id
    from cited_row`,
  basis: sql`select * from basis`,
  interval: sql`select agency, programme, position, from_min, from_max, from_any, to_min, to_max, last_seen, seen_min, said, about, signed, claims, node, certain_to,
    ${AGREEMENT} as agreement_id from interval`,
  claim_state: sql`select s.claim, c.content, s.agency, s.review, s.decision, s.patch, s.open, s.candidates
    from claim_state s join claim c on c.seq = s.seq`,
  anchor: sql`select * from anchor`,
  candidate: sql`select * from candidate`,
  contradiction: sql`select * from contradiction`,
};

// What of them is kept of earlier days; rows of lists that were not there yet have no agency. Numbers of agreements hang on the order of adding: the rows that are one say the same.
const ONE = sql`with one as materialized (select agreement, group_concat(row) as rows from
    (select agreement, line as row from line_agency union all select agreement, -1 - idx from cited_row order by 1, 2) group by agreement)`;
const PAST_VIEWS: Partial<typeof VIEWS> = {
  agency: VIEWS.agency,
  line_agency: sql`${ONE} select n.line, n.agency, n.name, n.state, n.programme, n.signed, one.rows from line_agency n
    left join one on one.agreement = n.agreement where n.agency is not null`,
  publication: VIEWS.publication,
  cited_list: VIEWS.cited_list,
  cited_row: sql`${ONE} select r.idx, r.name, r.state, r.place, r.stream, r.programme, r.signed, r.runs, r.agency, r.recorded,
    one.rows from cited_row r left join one on one.agreement = r.agreement`,
  interval: sql`${ONE} select i.agency, i.programme, i.position, i.from_min, i.from_max, i.from_any, i.to_min, i.to_max, i.said, i.about,
    i.signed, i.claims, i.node, i.certain_to, one.rows from interval i left join one on one.agreement = i.agreement`,
};

/** The same of what is kept of an earlier day, or of a derivation as of then. */
export function pastDigests(db: Db): Promise<Map<string, string>> {
  return digestsOf(db, PAST_VIEWS);
}

/** For each derived table the hash of what it says; the same log gives the same hashes. */
export function derivedDigests(db: Db): Promise<Map<string, string>> {
  return digestsOf(db, VIEWS);
}

async function digestsOf(db: Db, views: Partial<typeof VIEWS>): Promise<Map<string, string>> {
  const digests = new Map<string, string>();
  for (const [table, view] of Object.entries(views)) {
    const { rows } = await view.execute(db);
    // Since when a row stands is not what it says.
    const said = rows.map((row) => ({ ...(row as Record<string, unknown>), known_from: undefined }));
    digests.set(table, hashOf(said.map(canonicalJson)));
  }
  return digests;
}
