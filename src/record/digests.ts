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
  candidate: sql`select * from candidate`,
  contradiction: sql`select * from contradiction`,
};

/** For each derived table the hash of what it says; the same log gives the same hashes. */
export async function derivedDigests(db: Db): Promise<Map<string, string>> {
  const digests = new Map<string, string>();
  for (const [table, view] of Object.entries(VIEWS)) {
    const { rows } = await view.execute(db);
    digests.set(table, hashOf(rows.map(canonicalJson)));
  }
  return digests;
}
