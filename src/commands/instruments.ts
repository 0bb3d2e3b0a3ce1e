import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { csvParse } from 'd3-dsv';
import { addDays, type Day, realEffects, UserError } from '../base/index.ts';
import type { Programme } from '../claim/index.ts';
import {
  instrumentStanding,
  type LawBook,
  type LawRow,
  lawChanges,
  type Standing,
  standingOn,
  standingSpans,
  stayedBy,
  TOPICS,
  whatIsAsked,
} from '../law/index.ts';
import { addLaw } from '../record/index.ts';
import { AGENCY_KINDS, type AgencyKind, countiesNamed, countyOf } from '../resolve/index.ts';
import {
  type Call,
  DAYS_AHEAD,
  dayOption,
  type Options,
  pastDayOption,
  stateOption,
  textOption,
  today,
  withReader,
  withRecord,
  wordOption,
} from './call.ts';
import { printRows } from './output.ts';
import { decide, listProposals } from './proposals.ts';

const ASKED = ['state', 'programme', 'on', 'asked', 'rule', 'provisions', 'by'];
const COLUMNS = ['jurisdiction', 'instrument', 'topic', 'state', 'effect', 'programmes', 'summary'];

/** Prints the provisions in force on a day, or what they ask about a programme in a state; with `--load` adds policies from CSV files. */
export async function run({ record, options }: Call): Promise<void> {
  const folder = textOption(options, 'load');
  if (folder !== undefined) return load(record, folder);
  if (options.proposed === true) return listProposals(record, options);
  const [accept, reject] = [textOption(options, 'accept'), textOption(options, 'reject')];
  if (accept !== undefined && reject !== undefined)
    throw new UserError('--accept and --reject are two decisions; make them one after the other');
  if (options.set !== undefined && accept === undefined)
    throw new UserError('--set changes what is accepted; name it with --accept, such as --accept eo-14287');
  for (const kind of ['accept', 'reject'] as const)
    if (textOption(options, kind) !== undefined) return decide(record, kind, options);
  const on = nearDay(options, 'on') ?? today();
  const known = pastDayOption(options, 'known');
  const book = await withReader(record, (reader) => reader.law(known));
  const programme = wordOption(options, 'programme') as Programme | undefined;
  for (const option of ['kind', 'county'])
    if (!programme && textOption(options, option) !== undefined)
      throw new UserError(
        `--${option} asks what the law says about a programme; name it too, such as --programme detainers`,
      );
  const format = textOption(options, 'format') ?? 'table';
  const from = dayOption(options, 'from');
  if (from !== undefined || options.to !== undefined) {
    const rows = changed(book, from, nearDay(options, 'to') ?? today(), options);
    printRows(rows, format, CHANGED, 'no provision of the record changed between these days');
  } else if (programme) {
    const rows = [asked(book, on, programme, options)];
    printRows(rows, format, ASKED, '');
  } else {
    printRows(
      standing(book, on, options),
      format,
      COLUMNS,
      `no instrument of the record stood on ${on}; see all with --all`,
    );
  }
}

/** A day that an option names, no later than a page of the site answers: of the time after nothing rests on anything. */
function nearDay(options: Options, name: string): Day | undefined {
  const day = dayOption(options, name);
  const last = addDays(today(), DAYS_AHEAD);
  if (day === undefined || day <= last) return day;
  throw new UserError(
    `date ${JSON.stringify(day)} of --${name} lies too far ahead: nothing that is known reaches there; give one up to ${last}`,
  );
}

function asked(book: LawBook, on: Day, programme: Programme, options: Options) {
  const state = stateOption(options);
  if (!state)
    throw new UserError('--programme asks what a state’s law says; name the state too, such as --state TX');
  const kind = kindOption(options);
  const county = countyOption(options, state);
  const answer = whatIsAsked(book, {
    on,
    programme,
    state,
    ...(kind && { kind }),
    ...(county && { counties: [county] }),
  });
  const by = answer.provisions.flatMap(({ standing }) => standing.by);
  return {
    state,
    county: county ?? null,
    programme,
    kind: kind ?? null,
    on,
    asked: answer.asked,
    rule: answer.rule,
    provisions: answer.provisions.map(({ provision }) => provision.id),
    // What blocks one of them or lets it stand again, and the instruments in which that is said.
    by,
    orders: [...new Set(by.flatMap((id) => book.provisions.get(id)?.instrument ?? []))],
    // Of these, those that some other model of 287(g) meets as well.
    any_model: answer.anyModel,
    deadlines: answer.provisions.flatMap(({ provision: { id, deadline } }) =>
      deadline === null ? [] : [{ provision: id, deadline }],
    ),
    advice: answer.advice.map(({ provision }) => provision.id),
  };
}

/** The FIPS code of the county asked about, by code or name. */
function countyOption(options: Options, state: string): string | undefined {
  const name = textOption(options, 'county');
  if (name === undefined) return undefined;
  const own = countyOf(name);
  if (own?.state === state) return own.fips;
  const [found, ...others] = countiesNamed(name, state).filter(({ historic }) => !historic);
  if (found && others.length === 0) return found.fips;
  throw new UserError(
    `county ${JSON.stringify(name)} is none of ${state}; write its name or FIPS code, such as 12086`,
  );
}

function kindOption(options: Options): AgencyKind | undefined {
  const kind = textOption(options, 'kind');
  if (kind === undefined || (AGENCY_KINDS as readonly string[]).includes(kind))
    return kind as AgencyKind | undefined;
  throw new UserError(`kind ${JSON.stringify(kind)} is unknown; use one of ${AGENCY_KINDS.join(', ')}`);
}

const CHANGED = ['jurisdiction', 'provision', 'instrument', 'topic', 'before', 'after', 'days', 'summary'];

/** The provisions that stood otherwise on the two days. */
function changed(book: LawBook, from: Day | undefined, to: Day, options: Options) {
  if (from === undefined)
    throw new UserError(`--to ${JSON.stringify(to)} has no --from; give the first day too`);
  if (from > to) throw new UserError(`--from ${JSON.stringify(from)} is after ${to}; exchange the two`);
  const state = stateOption(options);
  const topic = topicOption(options);
  return lawChanges(book, from, to).flatMap(({ provision, before, after, days }) => {
    const instrument = book.instruments.get(provision.instrument);
    const where = instrument?.jurisdiction.state ?? null;
    if ((state && where !== null && where !== state) || (topic && provision.topic !== topic)) return [];
    return [
      {
        provision: provision.id,
        instrument: provision.instrument,
        jurisdiction: instrument?.jurisdictionWritten ?? null,
        topic: provision.topic,
        before: inWords(before),
        after: inWords(after),
        days,
        by: after.by,
        effect: provision.effect,
        programmes: provision.programmes,
        summary: provision.summary,
        source: provision.source,
      },
    ];
  });
}

function inWords({ state, doubt }: Standing): string {
  if (doubt === null) return state;
  return doubt === 'day' ? `${state}, uncertain` : `${state}, uncertain whether`;
}

function topicOption(options: Options): string | undefined {
  const topic = textOption(options, 'topic');
  if (topic === undefined || (TOPICS as readonly string[]).includes(topic)) return topic;
  throw new UserError(`topic ${JSON.stringify(topic)} is unknown; use one of ${TOPICS.join(', ')}`);
}

function standing(book: LawBook, on: Day, options: Options) {
  const state = stateOption(options);
  const topic = topicOption(options);
  const rows = [...book.provisions.values()].flatMap((provision) => {
    const instrument = book.instruments.get(provision.instrument);
    const now = standingOn(book, provision, on);
    const stands = now.state === 'in-force' || now.state === 'blocked' || options.all === true;
    const where = instrument?.jurisdiction.state ?? null;
    if (!instrument || !stands || (state && where !== null && where !== state)) return [];
    if (topic && provision.topic !== topic) return [];
    return [
      {
        provision: provision.id,
        instrument: instrument.id,
        title: instrument.title,
        jurisdiction: instrument.jurisdictionWritten,
        topic: provision.topic,
        state: inWords(now),
        by: now.by,
        // By what all that it blocks stands again, where it is a block that was stayed.
        stayed_by: stayedBy(book, provision, on),
        effect: provision.effect,
        programmes: provision.programmes,
        kinds: provision.kinds,
        figures: provision.figures,
        summary: provision.summary,
        citation: instrument.citation,
        source: provision.source,
        spans: standingSpans(book, provision).filter((span) => span.state !== 'not-yet'),
      },
    ];
  });
  return [...rows, ...(topic ? [] : bareInstruments(book, on, state, options.all === true))];
}

/** Instruments of which the record holds no provision, as accepted ones are at first. */
function bareInstruments(book: LawBook, on: Day, state: string | undefined, all: boolean) {
  const told = new Set([...book.provisions.values()].map(({ instrument }) => instrument));
  return [...book.instruments.values()].flatMap((instrument) => {
    const now = instrumentStanding(book, instrument, on);
    const where = instrument.jurisdiction.state;
    const stands = now.state === 'in-force' || all;
    if (told.has(instrument.id) || !stands || (state && where !== null && where !== state)) return [];
    return [
      {
        provision: null,
        instrument: instrument.id,
        title: instrument.title,
        jurisdiction: instrument.jurisdictionWritten,
        topic: null,
        state: inWords(now),
        by: [],
        stayed_by: [],
        effect: null,
        programmes: [],
        kinds: null,
        figures: null,
        summary: instrument.summary,
        citation: instrument.citation,
        source: instrument.source,
        spans: [],
      },
    ];
  });
}

async function load(record: string, folder: string): Promise<void> {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw new UserError(`folder ${JSON.stringify(folder)} is not there; ${GIVE}`);
  const [sources, instruments, provisions] = [
    table(folder, 'sources'),
    table(folder, 'instruments'),
    table(folder, 'provisions'),
  ];
  if (!sources && !instruments && !provisions)
    throw new UserError(`folder ${JSON.stringify(folder)} holds none of these files; ${GIVE}`);
  const rows = { sources: sources ?? [], instruments: instruments ?? [], provisions: provisions ?? [] };
  const added = await withRecord(record, (open) => addLaw(open, rows, realEffects()));
  process.stdout.write(
    `${added.instruments} instruments, ${added.provisions} provisions and ${added.sources} sources are new or changed\n`,
  );
}

const GIVE = 'give one with instruments.csv, provisions.csv and sources.csv';

// A correction of one provision needs no other file.
function table(folder: string, name: string): LawRow[] | null {
  const path = join(folder, `${name}.csv`);
  if (!existsSync(path)) return null;
  // Some editors write a byte order mark, which would be part of the first column's name.
  return [...csvParse(readFileSync(path, 'utf8').replace(/^\ufeff/, ''))] as LawRow[];
}
