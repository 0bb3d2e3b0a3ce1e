import { boundsOf, type Day, UserError } from '../base/index.ts';
import { PROGRAMMES, type Programme } from '../claim/index.ts';
import { AGENCY_KINDS, type AgencyKind } from '../resolve/index.ts';
import { type Jurisdiction, readJurisdiction } from './jurisdiction.ts';

/** What an instrument can be; a guideline binds nobody. */
export const INSTRUMENT_KINDS = [
  'statute',
  'executive-order',
  'proclamation',
  'regulation',
  'notice',
  'memo',
  'guideline',
  'court-order',
  'programme',
  'agreement-template',
  'department-policy',
] as const;
export type InstrumentKind = (typeof INSTRUMENT_KINDS)[number];

/** What a provision is about. */
export const TOPICS = [
  'removal-priorities',
  'staffing',
  'expedited-removal',
  '287g',
  'detainers',
  'funding-conditions',
  'detention',
  'information-sharing',
  'other',
] as const;
export type Topic = (typeof TOPICS)[number];

/**
 * What a provision does: the first five ask something of agencies (`protects`: nobody may forbid it to them); `offers` and `withdraws` are the federal government's own
 * word on whether there is such a programme to take part in; the last two act on other provisions.
 */
export const EFFECTS = [
  'requires',
  'permits',
  'limits',
  'forbids',
  'protects',
  'offers',
  'withdraws',
  'blocks',
  'restores',
] as const;
export type Effect = (typeof EFFECTS)[number];

/** A policy text. Dates are EDTF as the sources allow; null where they do not say. */
export interface Instrument {
  id: string;
  title: string;
  kind: InstrumentKind;
  issuer: string;
  /** As written, such as `FL (Miami-Dade County)`. */
  jurisdictionWritten: string;
  jurisdiction: Jurisdiction;
  issued: string | null;
  effective: string | null;
  ended: string | null;
  supersededBy: string | null;
  citation: string | null;
  url: string | null;
  summary: string;
  source: string;
}

/** One rule of an instrument. */
export interface Provision {
  id: string;
  instrument: string;
  topic: Topic;
  summary: string;
  figures: string | null;
  source: string;
  /** Null where it asks nothing of agencies and acts on nothing. */
  effect: Effect | null;
  /** On what it asks it; `287g` means every model. */
  programmes: Programme[];
  /** Kinds of agency that it binds, or null for all. */
  kinds: AgencyKind[] | null;
  /** Ids of the provisions that it blocks or restores. */
  actsOn: string[];
  /** EDTF: its own first and last day where they differ from the instrument's, else null. */
  from: string | null;
  to: string | null;
  /** EDTF: by when a duty was to be met, or an agreement already held had to end, where that is not the first day; else null. */
  deadline: string | null;
}

/** All instruments and provisions that the record holds, by id, in the order of their ids. */
export interface LawBook {
  instruments: Map<string, Instrument>;
  provisions: Map<string, Provision>;
  /** For sources of instruments: the day by which each had been published. */
  published: Map<string, Day>;
}

/** A row of `instruments.csv` or `provisions.csv`: column to text. */
export type LawRow = Record<string, string | undefined>;

/**
 * The book that rows amount to. Throws a UserError that names file, id, value and remedy for a row that does not fit: an unknown
 * kind, topic, effect, programme, place or date, a name that leads nowhere, or provisions that act on one another in a circle.
 */
export function readLawBook(
  rows: { instruments: readonly LawRow[]; provisions: readonly LawRow[] },
  published: ReadonlyMap<string, Day>,
): LawBook {
  const instruments = new Map(rows.instruments.map(toInstrument).map((one) => [one.id, one]));
  const provisions = new Map(rows.provisions.map(toProvision).map((one) => [one.id, one]));
  for (const { id, supersededBy } of instruments.values())
    demand(
      !supersededBy || instruments.has(supersededBy),
      `superseded_by`,
      supersededBy,
      id,
      'an instrument',
    );
  for (const { id, instrument, actsOn } of provisions.values()) {
    demand(instruments.has(instrument), 'instrument_id', instrument, id, 'an instrument');
    for (const target of actsOn) demand(provisions.has(target), 'acts_on', target, id, 'a provision');
  }
  const safe = new Set<string>();
  for (const { id } of provisions.values()) demandNoCircle(provisions, id, [id], safe);
  return { instruments, provisions, published: new Map(published) };
}

function demand(holds: boolean, column: string, value: string | null, id: string, what: string): void {
  if (!holds)
    throw new UserError(
      `${column} ${JSON.stringify(value)} of ${JSON.stringify(id)} is not ${what} of these files; add it or correct it`,
    );
}

/** Goes through each provision once: those in `safe` lead back to nothing. */
function demandNoCircle(
  provisions: ReadonlyMap<string, Provision>,
  id: string,
  path: string[],
  safe: Set<string>,
): void {
  if (safe.has(id)) return;
  for (const target of provisions.get(id)?.actsOn ?? []) {
    if (path.includes(target))
      throw new UserError(
        `acts_on ${JSON.stringify(target)} of ${JSON.stringify(id)} leads back to itself; take one of them out`,
      );
    demandNoCircle(provisions, target, [...path, target], safe);
  }
  safe.add(id);
}

function toInstrument(row: LawRow): Instrument {
  const id = text(row, 'instrument_id', row.title);
  const written = text(row, 'jurisdiction', id);
  const jurisdiction = readJurisdiction(written);
  if (!jurisdiction)
    throw new UserError(
      `jurisdiction ${JSON.stringify(written)} of ${JSON.stringify(id)} is no place; write US, TX or FL (Miami-Dade County)`,
    );
  return {
    id,
    title: text(row, 'title', id),
    kind: oneOf(INSTRUMENT_KINDS, row, 'kind', id),
    issuer: text(row, 'issuer', id),
    jurisdictionWritten: written,
    jurisdiction,
    issued: edtf(row, 'issued', id),
    effective: edtf(row, 'effective', id),
    ended: edtf(row, 'ended', id),
    supersededBy: row.superseded_by || null,
    citation: row.citation || null,
    url: row.url || null,
    summary: text(row, 'summary', id),
    source: text(row, 'source_id', id),
  };
}

function toProvision(row: LawRow): Provision {
  const id = text(row, 'provision_id', row.instrument_id);
  const effect = row.effect ? oneOf(EFFECTS, row, 'effect', id) : null;
  const programmes = many(PROGRAMMES, row, 'programmes', id);
  const kinds = many(AGENCY_KINDS, row, 'agency_kinds', id);
  const actsOn = (row.acts_on ?? '').split('|').filter(Boolean);
  const acts = effect === 'blocks' || effect === 'restores';
  if (effect !== null && acts !== actsOn.length > 0)
    throw new UserError(
      `effect ${JSON.stringify(effect)} of ${JSON.stringify(id)} does not go with acts_on ${JSON.stringify(row.acts_on ?? '')}; blocks and restores name provisions there, the others none`,
    );
  if (effect !== null && !acts && programmes.length === 0)
    throw new UserError(`provision ${JSON.stringify(id)} has an effect and no programmes; fill them in`);
  return {
    id,
    instrument: text(row, 'instrument_id', id),
    topic: oneOf(TOPICS, row, 'topic', id),
    summary: text(row, 'summary', id),
    figures: row.figures || null,
    source: text(row, 'source_id', id),
    effect,
    programmes,
    kinds: kinds.length > 0 ? kinds : null,
    actsOn,
    from: edtf(row, 'from', id),
    to: edtf(row, 'to', id),
    deadline: deadlineOf(row, effect, id),
  };
}

function deadlineOf(row: LawRow, effect: Effect | null, id: string): string | null {
  const deadline = edtf(row, 'deadline', id);
  if (deadline === null || effect === 'requires' || effect === 'forbids') return deadline;
  throw new UserError(
    `deadline ${JSON.stringify(deadline)} of ${JSON.stringify(id)} goes with requires or forbids, not with ${JSON.stringify(effect ?? '')}; take it out or correct the effect`,
  );
}

function text(row: LawRow, column: string, id: string | undefined): string {
  const value = row[column];
  if (!value) throw new UserError(`policy row ${JSON.stringify(id ?? '')} has no ${column}; fill it in`);
  return value;
}

function oneOf<T extends string>(values: readonly T[], row: LawRow, column: string, id: string): T {
  const value = row[column] as T;
  if (values.includes(value)) return value;
  throw new UserError(
    `${column} ${JSON.stringify(value ?? '')} of ${JSON.stringify(id)} is unknown; use one of ${values.join(', ')}`,
  );
}

function many<T extends string>(values: readonly T[], row: LawRow, column: string, id: string): T[] {
  const written = (row[column] ?? '').split('|').filter(Boolean);
  return written.map((value) => oneOf(values, { [column]: value }, column, id));
}

function edtf(row: LawRow, column: string, id: string): string | null {
  const value = row[column];
  if (!value) return null;
  if (boundsOf(value)) return value;
  throw new UserError(
    `${column} ${JSON.stringify(value)} of ${JSON.stringify(id)} is no EDTF date; write it as 2017-02-21, 2017-02 or 2017`,
  );
}
