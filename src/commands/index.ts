/** The command line's table of commands. Each loads its own modules only when it runs, so that help is instant. */

import type { Call } from './call.ts';
import { FORMATS } from './formats.ts';

export interface OptionSpec {
  flags: string;
  description: string;
  choices?: readonly string[];
  value?: string;
}

export interface CommandSpec {
  name: string;
  summary: string;
  /** Arguments in commander's notation with their descriptions. */
  args?: [string, string][];
  options?: OptionSpec[];
  /** A call that works, without the program's name. */
  example: string;
  hidden?: boolean;
  load(): Promise<{ run(call: Call): Promise<number | undefined | void> }>;
}

const format: OptionSpec = {
  flags: '--format <format>',
  description: 'how to print',
  choices: FORMATS,
  value: 'table',
};
const on: OptionSpec = {
  flags: '--on <date>',
  description: 'valid date, such as 2025-06-03 (default: today)',
};
const known: OptionSpec = {
  flags: '--known <date>',
  description: 'as the record knew it at the end of that day (default: now)',
};
// An agency is one for all days; the other day is offered to say so.
const knownOnly: OptionSpec[] = [
  known,
  { flags: '--on <date>', description: 'refused: no valid date changes which agencies there are' },
];
const state: OptionSpec = { flags: '--state <state>', description: 'two letters or the name of a state' };
const programme: OptionSpec = {
  flags: '--programme <programme>',
  description: 'such as 287g-jail; 287g means every model',
};
const position: OptionSpec = {
  flags: '--position <position>',
  description: 'such as takes-part, declines, ends',
};

const model: OptionSpec[] = [
  {
    flags: '--model <name>',
    description:
      'also ask this language model; what it quotes verbatim is put up for review, the rest is left out',
  },
  {
    flags: '--model-url <address>',
    description:
      'its OpenAI-compatible endpoint (default: Ollama on this machine); key in COUNTERSIGN_MODEL_KEY',
  },
];

export const COMMANDS: CommandSpec[] = [
  {
    name: 'init',
    summary: 'make a new record with the starter facts',
    options: [{ flags: '--empty', description: 'without the starter facts' }],
    example: 'init',
    load: () => import('./init.ts'),
  },
  {
    name: 'add',
    summary: 'capture, read and claim: files, folders, addresses, feeds and web archives',
    args: [['<what...>', 'files, folders or http(s) addresses']],
    options: [
      { flags: '--published <date>', description: 'publication date (EDTF), where the source does not say' },
      { flags: '--publisher <name>', description: 'publisher, where the source does not say' },
      { flags: '--whole', description: 'take a list that is much shorter than the ones before it' },
      { flags: '--follow', description: 'fetch the pages of feed entries that may concern the matter' },
      ...model,
    ],
    example: 'add participatingAgencies05182026am.xlsx',
    load: () => import('./run-add.ts'),
  },
  {
    name: 'sync',
    summary: 'fetch what the live sources have new: lists are added, policy texts wait for review',
    args: [['[source...]', 'which, such as ice-287g (default: all whose time has come)']],
    options: [
      { flags: '--list', description: 'only say which there are and when each was visited' },
      { flags: '--since <date>', description: 'ask for documents from this day on' },
      { flags: '--sources <folder>', description: 'folder of source files (default: those of Countersign)' },
      format,
    ],
    example: 'sync --list',
    load: () => import('./sync.ts'),
  },
  {
    name: 'find',
    summary: 'agencies by name, place, county or ORI, with typing slips',
    args: [['<text...>', 'what to look for']],
    options: [{ flags: '--limit <n>', description: 'at most this many', value: '20' }, ...knownOnly, format],
    example: 'find "haris county sherif"',
    load: () => import('./find.ts'),
  },
  {
    name: 'show',
    summary: 'positions, timeline and evidence of one agency',
    args: [['<agency>', 'an agency id, or a name that only one agency has']],
    options: [on, known, { ...format, choices: ['table', 'json'] }],
    example: 'show us-tx-harris-county-sheriff --on 2017-03-10',
    load: () => import('./show.ts'),
  },
  {
    name: 'explain',
    summary: 'why rows of lists are one agency and why it stands as it does, in words',
    args: [['<agency>', 'an agency id, or a name that only one agency has']],
    options: [
      { flags: '--lang <lang>', description: 'language', choices: ['en', 'es'], value: 'en' },
      known,
      { ...format, choices: ['table', 'json'] },
    ],
    example: 'explain us-tn-polk-county-constable-district-4',
    load: () => import('./explain.ts'),
  },
  {
    name: 'agencies',
    summary: 'every agency with its spellings, kind, state, county and ORI',
    options: [
      state,
      { flags: '--unmatched', description: 'those on lists that have no code in the registry, and why' },
      ...knownOnly,
      format,
    ],
    example: 'agencies --state TX --format csv',
    load: () => import('./agencies.ts'),
  },
  {
    name: 'agreements',
    summary: 'every agreement with model, dates, status and the rules that decided',
    options: [
      state,
      { flags: '--agency <id>', description: 'of one agency' },
      { ...on, description: 'those that were listed on that day, or maybe (certain: false)' },
      known,
      format,
    ],
    example: 'agreements --state FL --format json',
    load: () => import('./agreements.ts'),
  },
  {
    name: 'claims',
    summary: 'claims by agency, capture, programme, position or speaker',
    options: [
      { flags: '--id <id>', description: 'one claim, a row of a list too' },
      { flags: '--agency <id>', description: 'of one agency' },
      { flags: '--capture <sha256>', description: 'found in one capture' },
      programme,
      position,
      { flags: '--speaker <name>', description: 'whose name contains this' },
      { ...on, description: 'dated on or before that day, or maybe; none without a date' },
      known,
      format,
    ],
    example: 'claims --agency us-il-cook-county-sheriff',
    load: () => import('./claims.ts'),
  },
  {
    name: 'extract',
    summary: 'only read and claim, write nothing: one line of JSON a document',
    args: [['<what...>', 'files or folders']],
    options: [
      {
        flags: '--manifest <file>',
        description: 'JSON lines with id, published, publisher and lang of each document',
      },
      { flags: '--published <date>', description: 'publication date (EDTF), where neither says' },
      { flags: '--publisher <name>', description: 'publisher, where neither says' },
      ...model,
      {
        flags: '--quotations',
        description: 'who says what instead of claims: content, cue and source with offsets',
      },
    ],
    example: 'extract article.txt --published 2017-02-22',
    load: () => import('./extract.ts'),
  },
  {
    name: 'status',
    summary: 'who holds which position on a day',
    options: [on, known, state, programme, position, format],
    example: 'status --on 2026-05-18 --programme 287g --state TX',
    load: () => import('./status.ts'),
  },
  {
    name: 'changes',
    summary: 'what changed between two days',
    options: [
      { flags: '--from <date>', description: 'first day (default: a week before --to)' },
      { flags: '--to <date>', description: 'last day (default: today)' },
      {
        flags: '--publication <list>',
        description: 'what one list shows otherwise than the one before it: its day, or its hash',
      },
      {
        flags: '--of-record',
        description: 'changes of the record itself instead: what was added, read again and decided, and why',
      },
      known,
      state,
      format,
    ],
    example: 'changes --from 2026-05-11 --to 2026-05-18 --state TX',
    load: () => import('./changes.ts'),
  },
  {
    name: 'registers',
    summary: 'how many agencies and agreements there were, day by day or month by month',
    options: [
      { flags: '--by <step>', description: 'day or month (its last day)', choices: ['day', 'month'] },
      { flags: '--from <date>', description: 'first day (default: 2016-01-01)' },
      { flags: '--to <date>', description: 'last day (default: the newest evidence)' },
      { flags: '--state [state]', description: 'each state; or one, such as TX' },
      { flags: '--model', description: 'each model' },
      known,
      format,
    ],
    example: 'registers --by month --state --model --format csv',
    load: () => import('./registers.ts'),
  },
  {
    name: 'contradictions',
    summary: 'evidence that cannot both hold',
    options: [
      { flags: '--kind <kind>', description: 'such as said-no-still-listed' },
      { flags: '--agency <id>', description: 'of one agency' },
      state,
      { ...on, description: 'those that stood on a day (default: all)' },
      known,
      { flags: '--open', description: 'only those that nothing has closed' },
      format,
    ],
    example: 'contradictions --open --state GA',
    load: () => import('./contradictions.ts'),
  },
  {
    name: 'instruments',
    summary: 'policies and their provisions in force on a day, and what they ask; or add policies',
    options: [
      on,
      known,
      state,
      { flags: '--topic <topic>', description: 'such as detainers or removal-priorities' },
      { flags: '--all', description: 'those that have not begun or have ended too' },
      {
        flags: '--programme <programme>',
        description:
          'ask what the law of --state says about it: required, permitted, limited, forbidden, not-offered or unsettled',
      },
      { flags: '--kind <kind>', description: 'with --programme: of which kind of agency, such as sheriff' },
      {
        flags: '--county <county>',
        description: 'with --programme: of which county of --state, by name or FIPS code',
      },
      { flags: '--from <date>', description: 'with --to: what changed between two days' },
      { flags: '--to <date>', description: 'last day (default: today)' },
      { flags: '--proposed', description: 'policy texts of live sources that wait for a person' },
      { flags: '--accept <id>', description: 'make a proposed text an instrument of the record' },
      { flags: '--reject <id>', description: 'decide that a proposed text is none' },
      {
        flags: '--set <column=value...>',
        description: 'with --accept: what you write otherwise, such as effective=2026-07-01',
      },
      { flags: '--reason <text>', description: 'why' },
      { flags: '--actor <name>', description: 'who decides (default: your user name)' },
      {
        flags: '--load <folder>',
        description: 'add or correct policies from its instruments.csv, provisions.csv and sources.csv',
      },
      format,
    ],
    example: 'instruments --on 2017-09-01 --state TX',
    load: () => import('./instruments.ts'),
  },
  {
    name: 'review',
    summary:
      'what waits for a person; accept, correct, reject, same, distinct, alias, undo; the log of decisions',
    args: [
      [
        '[action]',
        'list, log, accept, correct, reject, propose, same, distinct, alias or undo (default: list)',
      ],
      ['[what...]', "ids of claims; two agencies; a name and an agency; a decision's number"],
    ],
    options: [
      {
        flags: '--set <field=value...>',
        description: 'corrected values, such as position=ends agency=us-il-cook-county-sheriff',
      },
      { flags: '--reason <text>', description: 'why' },
      { flags: '--actor <name>', description: 'who decides (default: your user name)' },
      {
        flags: '--answers <n>',
        description: 'number of the decision on the same thing that this one answers',
      },
      { flags: '--document <sha256>', description: 'captured document that shows it' },
      {
        flags: '--leave',
        description: 'accept: keep the claim as it stands; else a correction that waits on it is accepted',
      },
      { flags: '--agency <id>', description: 'list: of one agency' },
      state,
      { flags: '--batch <rule>', description: 'list: of one rule' },
      { flags: '--all', description: 'list: decided ones too' },
      { flags: '--limit <n>', description: 'list: at most this many', value: '100' },
      format,
    ],
    example: 'review --state IL',
    load: () => import('./review.ts'),
  },
  {
    name: 'dossier',
    summary:
      'what held for an agency on a day, with every byte that it rests on, in one zip that others can check',
    args: [['<agency>', 'an agency id, or a name that only one agency has']],
    options: [on, known, { flags: '--out <file>', description: 'zip to write' }],
    example: 'dossier us-tx-harris-county-sheriff --on 2017-02-15 --out harris.zip',
    load: () => import('./dossier.ts'),
  },
  {
    name: 'reread',
    summary: 'read every document of the record again with this version; decisions follow their claims',
    example: 'reread',
    load: () => import('./reread.ts'),
  },
  {
    name: 'merge',
    summary: 'the union of records: bytes, claims and decisions of each, once',
    args: [['<dir...>', 'folders of other records']],
    example: 'merge ../theirs/record',
    load: () => import('./merge.ts'),
  },
  {
    name: 'verify',
    summary:
      're-anchor all evidence, check every hash and the chain of decisions; or check a published folder',
    args: [['[folder]', 'a published folder, checked against its manifest and the record']],
    options: [
      {
        flags: '--rebuild',
        description: 'derive everything, or make the folder, from scratch too and compare',
      },
      { flags: '--root <hash>', description: 'root that the record must have, as a release names it' },
    ],
    example: 'verify --rebuild',
    load: () => import('./verify.ts'),
  },
  {
    name: 'serve',
    summary: 'pages and API on http://127.0.0.1:2870',
    options: [
      { flags: '--port <n>', description: 'port', value: '2870' },
      { flags: '--host <address>', description: 'address to listen on', value: '127.0.0.1' },
      {
        flags: '--review [name]',
        description:
          'offer the reviewer’s page, in this name (default: your user name); with COUNTERSIGN_REVIEWERS reviewers sign in',
      },
      { flags: '--no-outlook', description: 'without the estimate of who may join' },
    ],
    example: 'serve --port 8080',
    load: () => import('./serve.ts'),
  },
  {
    name: 'publish',
    summary: 'the static site, for any folder of any host',
    args: [['<dir>', 'folder to write into']],
    options: [
      { flags: '--no-outlook', description: 'without the estimate of who may join' },
      {
        flags: '--base <url>',
        description: 'address of the site, for whole links in feeds, cards and previews',
      },
    ],
    example: 'publish site --base https://example.org/atlas/',
    load: () => import('./publish.ts'),
  },
  {
    name: 'cite',
    summary: "write a folder of ICE's lists as facts of the starter record: cited, without the bytes",
    args: [['<folder>', 'folder of workbooks']],
    options: [{ flags: '--out <dir>', description: 'folder to write into (default: the starter record)' }],
    example: 'cite ../shared/data/ice-287g --out starter',
    load: () => import('./cite.ts'),
  },
  {
    name: 'start',
    summary: 'make the record with the starter facts if there is none, and serve it',
    options: [{ flags: '--port <n>', description: 'port', value: '2870' }],
    example: 'start',
    load: () => import('./start.ts'),
  },
];
