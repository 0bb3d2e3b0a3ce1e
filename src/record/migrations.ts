import { type Kysely, type Migration, sql } from 'kysely';

const LOG = [
  `create table capture (id integer primary key, sha text not null unique, size integer not null, form text not null,
     reader text not null, version text not null, title text, publisher text, published text, lang text, recorded text not null)`,
  `create table sighting (id integer primary key, capture integer references capture(id), origin text not null,
     retrieved text not null, status integer, headers text, error text, recorded text not null)`,
  `create index sighting_capture on sighting(capture)`,
  `create table list (capture integer primary key references capture(id), kind text not null, sheet text not null,
     columns text not null, modified text)`,
  `create table line (id integer primary key, state text not null, agency text not null, type text not null, county text not null,
     support text not null, signed text not null, moa text not null, addendum text not null, moa_link text not null,
     addendum_link text not null)`,
  `create table listing (capture integer not null, "row" integer not null, line integer not null, primary key (capture, "row"))`,
  `create table source (id text primary key, title text not null, publisher text, published text, url text, kind text,
     note text, recorded text not null)`,
  `create table claim (seq integer primary key, id text not null unique, capture integer references capture(id),
     source text references source(id), kind text not null, written text not null, name text not null, state text, place text,
     given_agency text, programme text not null, position text not null, speaker text, role text, on_behalf_of text,
     speaks_for_agency integer not null, via text, date text, effective text, evidence text not null, rules text not null,
     confidence real, summary text, recorded text not null)`,
  `create index claim_capture on claim(capture)`,
  `create table registry (seq integer primary key, id text not null, origin text not null, agency text not null,
     recorded text not null, unique (id, origin))`,
  `create table decision (seq integer primary key, kind text not null, subject text not null, value text not null,
     actor text not null, reason text not null, recorded text not null)`,
  `create table instrument (id text primary key, facts text not null, recorded text not null)`,
  `create table provision (id text primary key, instrument text not null references instrument(id), facts text not null,
     recorded text not null)`,
  `create table meta (key text primary key, value text not null)`,
];

/** Tables that are rebuilt from the log. The same shapes serve as temporary tables for "as known on". */
export const DERIVED = [
  'create table agency (id text primary key, name text not null, kind text not null, state text not null, facts text not null)',
  'create table redirect (id text primary key, target text not null)',
  'create table agreement (idx integer primary key, id text not null, agency text not null, facts text not null)',
  `create table line_agency (line integer primary key, agency text, agreement integer, name text not null, state text,
     programme text not null, signed text)`,
  `create table publication (idx integer primary key, capture integer not null, kind text not null, day text not null,
     ord integer not null, rule text not null, repeats text not null)`,
  `create table interval (id integer primary key, agency text not null, programme text not null, position text not null,
     from_min text, from_max text not null, to_min text not null, to_max text not null, last_seen text not null,
     agreement integer, signed text, claims text not null)`,
  'create table claim_agency (claim text primary key, agency text not null)',
  'create index claim_agency_agency on claim_agency(agency)',
  'create index interval_agency on interval(agency)',
  'create index line_agency_agency on line_agency(agency)',
];

/** The names of the derived tables. */
export const DERIVED_TABLES = [
  'agency',
  'redirect',
  'agreement',
  'line_agency',
  'publication',
  'interval',
  'claim_agency',
];

/** The record's migrations by name, in order. A released one never changes. */
export const MIGRATIONS: Record<string, Migration> = {
  '001-first': {
    async up(db: Kysely<unknown>) {
      for (const statement of [...LOG, ...DERIVED]) await sql.raw(statement).execute(db);
    },
  },
};
