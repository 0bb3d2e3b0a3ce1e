import { type Kysely, type Migration, sql } from 'kysely';

const LOG = [
  `create table capture (id integer primary key, sha text not null unique, size integer not null, form text not null,
     reader text not null, version text not null, title text, publisher text, published text, lang text, recorded text not null)`,
  `create table sighting (id integer primary key, capture integer references capture(id), origin text not null,
     retrieved text not null, status integer, headers text, error text, recorded text not null)`,
  `create index sighting_capture on sighting(capture)`,
  `create table list (capture integer primary key references capture(id), kind text not null, sheet text not null,
     columns text not null, modified text)`,
  `create table reading (id integer primary key, capture integer not null references capture(id), reader text not null,
     version text not null, claims text not null, recorded text not null)`,
  `create index reading_capture on reading(capture)`,
  `create table line (id integer primary key, state text not null, agency text not null, type text not null, county text not null,
     support text not null, signed text not null, moa text not null, addendum text not null, moa_link text not null,
     addendum_link text not null)`,
  `create table listing (capture integer not null, "row" integer not null, line integer not null, primary key (capture, "row"))`,
  `create table source (id text primary key, title text not null, publisher text, published text, url text, kind text,
     note text, recorded text not null)`,
  `create table claim (seq integer primary key, id text not null, content text not null unique, capture integer references capture(id),
     source text references source(id), kind text not null, written text not null, name text not null, state text, place text,
     given_agency text, programme text not null, position text not null, speaker text, role text, on_behalf_of text,
     speaks_for_agency integer not null, via text, date text, effective text, evidence text not null, rules text not null,
     confidence real, summary text, recorded text not null)`,
  `create index claim_capture on claim(capture)`,
  `create index claim_id on claim(id)`,
  `create table registry (seq integer primary key, id text not null, origin text not null, agency text not null,
     recorded text not null, unique (id, origin))`,
  `create table decision (seq integer primary key, hash text not null unique, prev text not null, kind text not null,
     subject text not null, value text not null, answers text, actor text not null, reason text not null,
     recorded text not null)`,
  `create index decision_subject on decision(subject)`,
  `create table event (seq integer primary key, id text not null unique, kind text not null, facts text not null,
     recorded text not null)`,
  `create table instrument (id text primary key, facts text not null, recorded text not null)`,
  `create table provision (id text primary key, instrument text not null references instrument(id), facts text not null,
     recorded text not null)`,
  `create table meta (key text primary key, value text not null)`,
];

// Tables that are rebuilt from the log. The same shapes serve as temporary tables for "as known on".
const DERIVED = [
  'create table agency (id text primary key, name text not null, kind text not null, state text not null, county text, facts text not null)',
  'create table redirect (id text primary key, target text not null)',
  'create table agreement (idx integer primary key, id text not null, agency text not null, facts text not null)',
  `create table line_agency (line integer primary key, agency text, agreement integer, name text not null, state text,
     programme text not null, signed text)`,
  `create table publication (idx integer primary key, capture integer not null, kind text not null, day text not null,
     ord integer not null, rule text not null, repeats text not null)`,
  `create table interval (id integer primary key, agency text not null, programme text not null, position text not null,
     from_min text, from_max text not null, from_any text not null, to_min text not null, to_max text not null, last_seen text not null,
     seen_min text, said integer not null default 0, about text not null default '',
     agreement integer, signed text, claims text not null, node integer not null)`,
  `create table claim_state (claim text primary key, seq integer not null, agency text, review text not null, decision text,
     patch text, open text, candidates text not null)`,
  `create table candidate (id text primary key, reason text not null, text text not null, state text, agencies text not null,
     rows text not null)`,
  `create table contradiction (id text primary key, kind text not null, agency text not null, programme text not null,
     opened text, closed text, detail text not null, a text not null, b text not null)`,
  'create index claim_state_agency on claim_state(agency)',
  'create index claim_state_seq on claim_state(seq)',
  'create index contradiction_agency on contradiction(agency)',
  'create index interval_agency on interval(agency)',
  // The two ways in which the tree of days is asked (`day-tree.ts`).
  'create index interval_node_to on interval(node, to_max)',
  'create index interval_node_from on interval(node, from_any)',
  'create index line_agency_agency on line_agency(agency)',
];

// Derived tables that came later.
const DERIVED_CITED = [
  `create table cited_list (idx integer primary key, sha text not null, stream text not null, number integer not null,
     kind text not null, day text not null, file text not null)`,
  `create table cited_row (idx integer primary key, name text not null, state text not null, place text, stream text not null,
     programme text not null, signed text, runs text not null, agency text, agreement integer, recorded text not null)`,
  'create index cited_list_sha on cited_list(sha)',
  'create index cited_row_agency on cited_row(agency)',
];

const DERIVED_BASIS = [
  'create table basis (id text primary key, agency text not null, kind text not null, rule text not null, facts text not null)',
  'create index basis_agency on basis(agency)',
];

const DERIVED_ANCHORS = [
  'create table anchor (claim text primary key, sha text not null, published text, evidence text not null)',
];

const DERIVED_CERTAIN = ['alter table interval add column certain_to text'];

/** Every statement that makes the derived tables as they are now. */
export const DERIVED_NOW = [
  ...DERIVED,
  ...DERIVED_CITED,
  ...DERIVED_BASIS,
  ...DERIVED_CERTAIN,
  ...DERIVED_ANCHORS,
];

// Rows that gave way, with the days of record time on which they stood (`past.ts`).
const PAST = ['agency', 'line_agency', 'publication', 'cited_list', 'cited_row', 'interval'].flatMap(
  (table) => [
    `alter table ${table} add column known_from text not null default ''`,
    `create table ${table}_past as select *, '' as known_to from ${table} where false`,
  ],
);
const PAST_INDEXES = [
  'create index agency_past_id on agency_past(id)',
  'create index line_agency_past_line on line_agency_past(line)',
  'create index line_agency_past_agency on line_agency_past(agency)',
  'create index cited_list_past_idx on cited_list_past(idx)',
  'create index cited_row_past_agency on cited_row_past(agency)',
  'create index interval_past_id on interval_past(id)',
  'create index interval_past_agency on interval_past(agency)',
  'create index interval_past_node_to on interval_past(node, to_max, known_from, known_to)',
  'create index interval_past_node_from on interval_past(node, from_any, known_from, known_to)',
  // With the day from which a row is known, so that the index alone answers.
  'drop index interval_node_to',
  'drop index interval_node_from',
  'create index interval_node_to on interval(node, to_max, known_from)',
  'create index interval_node_from on interval(node, from_any, known_from)',
];

/** The record's migrations by name, in order. A released one never changes. */
export const MIGRATIONS: Record<string, Migration> = {
  '001-first': {
    async up(db: Kysely<unknown>) {
      for (const statement of [...LOG, ...DERIVED]) await sql.raw(statement).execute(db);
    },
  }, // A policy's row can be corrected: its versions stay, known by their content.
  '002-versions-of-law': {
    async up(db: Kysely<unknown>) {
      for (const table of ['provision', 'instrument']) {
        await sql
          .raw(
            `create table versions (id text not null, facts text not null, recorded text not null, primary key (id, facts))`,
          )
          .execute(db);
        await sql.raw(`insert into versions select id, facts, recorded from ${table}`).execute(db);
        await sql.raw(`drop table ${table}`).execute(db);
        await sql.raw(`alter table versions rename to ${table}`).execute(db);
      }
    },
  },
  // How a start is known, and how exactly: a record made before has the table without these columns.
  '002-said': {
    async up(db: Kysely<unknown>) {
      const { rows } = await sql<{ name: string }>`pragma table_info(interval)`.execute(db);
      const added = {
        seen_min: 'text',
        said: 'integer not null default 0',
        about: "text not null default ''",
      };
      for (const [name, type] of Object.entries(added))
        if (!rows.some((row) => row.name === name))
          await sql.raw(`alter table interval add column ${name} ${type}`).execute(db);
    },
  },
  '003-kept': {
    async up(db: Kysely<unknown>) {
      await sql.raw('create table kept (rules text primary key, lists text not null)').execute(db);
    },
  },
  '004-cited-lists': {
    async up(db: Kysely<unknown>) {
      const log =
        'create table citation (id text primary key, lists integer not null, facts text not null, recorded text not null)';
      for (const statement of [log, ...DERIVED_CITED]) await sql.raw(statement).execute(db);
    },
  },
  '005-basis': {
    async up(db: Kysely<unknown>) {
      for (const statement of DERIVED_BASIS) await sql.raw(statement).execute(db);
    },
  },
  // From when on what was only said is no longer certain.
  '006-certain': {
    async up(db: Kysely<unknown>) {
      for (const statement of DERIVED_CERTAIN) await sql.raw(statement).execute(db);
    },
  },
  // What somebody gives with bytes that are known already must not be lost.
  '007-given': {
    async up(db: Kysely<unknown>) {
      for (const name of ['published', 'publisher'])
        await sql.raw(`alter table sighting add column ${name} text`).execute(db);
    },
  },
  // A newer registry says more of an agency: its versions stay, known by their content.
  '008-versions-of-registry': {
    async up(db: Kysely<unknown>) {
      for (const statement of [
        `create table versions (seq integer primary key, id text not null, origin text not null, agency text not null,
          recorded text not null, unique (id, origin, agency))`,
        'insert into versions select seq, id, origin, agency, recorded from registry',
        'drop table registry',
        'alter table versions rename to registry',
      ])
        await sql.raw(statement).execute(db);
    },
  },
  // The words of a registry's names, which take longer to work out than all the rest of one new list.
  '009-kept-names': {
    async up(db: Kysely<unknown>) {
      await sql.raw('create table kept_names (registry text primary key, names text not null)').execute(db);
    },
  },
  '010-past': {
    async up(db: Kysely<unknown>) {
      for (const statement of [...PAST, ...PAST_INDEXES]) await sql.raw(statement).execute(db);
    },
  },
  // Cited words found in a capture of their source.
  '011-anchors': {
    async up(db: Kysely<unknown>) {
      for (const statement of DERIVED_ANCHORS) await sql.raw(statement).execute(db);
    },
  },
  // A state or a town is no county: the place stood there where an agency has none.
  '012-county-or-none': {
    async up(db: Kysely<unknown>) {
      for (const table of ['agency', 'agency_past'])
        await sql
          .raw(`update ${table} set county = null where json_array_length(facts, '$.counties') = 0`)
          .execute(db);
    },
  },
};
