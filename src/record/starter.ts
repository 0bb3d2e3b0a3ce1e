import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { csvParse } from 'd3-dsv';
import { boundsOf, contentId, type Effects, UserError } from '../base/index.ts';
import { POSITIONS, type Position, PROGRAMMES, type Programme } from '../claim/index.ts';
import { AGENCY_KINDS, type Agency, type AgencyKind, type Citation } from '../resolve/index.ts';
import { insertRegistry } from './append.ts';
import { insertClaims, type LoggedClaim } from './append-claims.ts';
import { readCitation } from './citation-csv.ts';
import { insertCitation } from './cited.ts';
import { appendLaw, appendSources } from './laws.ts';
import { recordTime } from './meta.ts';
import { inTransaction, type OpenRecord } from './open.ts';

type Row = Record<string, string>;
type StarterClaim = LoggedClaim & { givenAgency: string; summary: string | null; source: string };

/** The starter record, checked: agencies, sources, and claims with the source that each cites. */
export interface Starter {
  agencies: Agency[];
  sources: Row[];
  claims: StarterClaim[];
  instruments: Row[];
  provisions: Row[];
  /** What the lists print, cited. */
  citation: Citation;
}

/** The facts in the CSV files of a starter folder. Throws a UserError naming file, row and value of whatever does not fit. */
export function readStarter(dir: string): Starter {
  const agencies = readAgencies(dir);
  const sources = table(dir, 'sources');
  const names = new Map(agencies.map((agency) => [agency.id, agency]));
  const known = new Set(sources.map((row) => text(row, 'source_id')));
  const claims = table(dir, 'claims').map((row, i) => toClaim(row, `claims.csv row ${i + 2}`, names, known));
  const signed = table(dir, 'agreements');
  const renewals = new Set(signed.map((row) => [row.agency_id, row.model, row.signed].join()));
  const agreed = signed.flatMap((row, i) =>
    toAgreement(row, `agreements.csv row ${i + 2}`, names, known, renewals),
  );
  return {
    agencies,
    sources,
    claims: [...claims, ...agreed],
    instruments: table(dir, 'instruments'),
    provisions: table(dir, 'provisions'),
    citation: readCitation(dir),
  };
}

/** The agencies of a starter folder. */
export function readAgencies(dir: string): Agency[] {
  return table(dir, 'agencies').map(toAgency);
}

/** Adds the starter record to a record; what it holds already is passed over. One transaction. */
export function appendStarter(record: OpenRecord, starter: Starter, effects: Effects): Promise<void> {
  return inTransaction(record.db, async (db) => {
    const time = await recordTime(db, effects);
    await insertRegistry(db, starter.agencies, 'starter', time);
    await appendSources(db, starter.sources, time);
    await insertClaims(db, starter.claims, { capture: null, sha: null }, time);
    if (starter.citation.lists.length > 0) await insertCitation(db, starter.citation, time);
    await appendLaw(db, starter, time);
  });
}

function table(dir: string, name: string): Row[] {
  const path = join(dir, `${name}.csv`);
  try {
    return [...csvParse(readFileSync(path, 'utf8'))] as Row[];
  } catch {
    throw new UserError(`starter file ${JSON.stringify(path)} cannot be read; install Countersign again`);
  }
}

function text(row: Row, column: string): string {
  const value = row[column];
  if (!value)
    throw new UserError(`starter row ${JSON.stringify(Object.values(row)[0])} has no ${column}; fill it in`);
  return value;
}

function oneOf<T extends string>(values: readonly T[], row: Row, column: string, where: string): T {
  const value = row[column] as T;
  if (values.includes(value)) return value;
  throw new UserError(
    `${column} ${JSON.stringify(value)} in ${where} is unknown; use one of ${values.join(', ')}`,
  );
}

function toAgency(row: Row, index: number): Agency {
  const split = (column: string) => (row[column] ?? '').split('|').filter(Boolean);
  return {
    id: text(row, 'agency_id'),
    name: text(row, 'name'),
    kind: oneOf<AgencyKind>(AGENCY_KINDS, row, 'kind', `agencies.csv row ${index + 2}`),
    state: text(row, 'state'),
    counties: split('county_fips'),
    place: row.place || null,
    ori: split('ori'),
    aliases: split('aliases'),
  };
}

function toClaim(row: Row, where: string, agencies: Map<string, Agency>, sources: Set<string>): StarterClaim {
  const cited = citation(row, where, agencies, sources);
  const date = edtf(row, 'statement_date', where);
  return {
    id: contentId('cited', cited.source, text(row, 'claim_id')),
    kind: 'statement',
    ...cited,
    programme: oneOf<Programme>(PROGRAMMES, row, 'programme', where),
    position: oneOf<Position>(POSITIONS, row, 'position', where),
    speaker: row.said_by || null,
    role: row.said_by_role || null,
    // The column holds the agency where its own officer speaks; a person there is whom the speaker stands for.
    onBehalfOf:
      row.said_on_behalf_of && row.said_on_behalf_of !== cited.agency.name ? row.said_on_behalf_of : null,
    speaksForAgency: row.said_on_behalf_of === cited.agency.name,
    via: row.via || null,
    date,
    effective: edtf(row, 'effective_date', where),
    evidence: [{ type: 'cited', source: cited.source, quote: row.quoted_fragment || null }],
    rules: ['starter', row.confidence || 'single-source'],
    confidence: null,
    summary: row.summary || null,
  };
}

function toAgreement(
  row: Row,
  where: string,
  agencies: Map<string, Agency>,
  sources: Set<string>,
  renewals: Set<string>,
): StarterClaim[] {
  const cited = citation(row, where, agencies, sources);
  const programme = oneOf<Programme>(PROGRAMMES, row, 'model', where);
  const claim = (position: Position, column: 'signed' | 'ended'): StarterClaim => ({
    id: contentId('cited', cited.source, cited.givenAgency, programme, position, text(row, column)),
    kind: 'agreement',
    ...cited,
    programme,
    position,
    speaker: null,
    role: null,
    onBehalfOf: null,
    speaksForAgency: false,
    via: null,
    date: edtf(row, column, where),
    effective: null,
    evidence: [{ type: 'cited', source: cited.source, quote: null }],
    rules: ['starter', 'agreement'],
    confidence: null,
    summary: row.notes || null,
  });
  const isRenewal = renewals.has([row.agency_id, row.model, row.ended].join());
  return row.ended && !isRenewal
    ? [claim('takes-part', 'signed'), claim('ends', 'ended')]
    : [claim('takes-part', 'signed')];
}

function citation(row: Row, where: string, agencies: Map<string, Agency>, sources: Set<string>) {
  const id = text(row, 'agency_id');
  const agency = agencies.get(id);
  if (!agency)
    throw new UserError(`agency ${JSON.stringify(id)} in ${where} is not in agencies.csv; add it there`);
  const source = text(row, 'source_id');
  if (!sources.has(source))
    throw new UserError(`source ${JSON.stringify(source)} in ${where} is not in sources.csv; add it there`);
  return {
    givenAgency: id,
    source,
    agency: { written: agency.name, name: agency.name, state: agency.state, place: agency.place },
  };
}

function edtf(row: Row, column: string, where: string): string | null {
  const value = row[column];
  if (!value) return null;
  if (boundsOf(value)) return value;
  throw new UserError(
    `${column} ${JSON.stringify(value)} in ${where} is no EDTF date; write it as 2017-02-21, 2017-02 or 2017`,
  );
}
