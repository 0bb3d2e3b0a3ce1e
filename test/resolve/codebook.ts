import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { csvParse } from 'd3-dsv';
import type { Line } from '../../src/claim/index.ts';
import {
  AGENCY_KINDS,
  AGREEMENT_STATUSES,
  type Agency,
  type Agreement,
  type AgreementStatus,
  buildRegistry,
  type Lineage,
  type ListFile,
  type Merge,
  ocdDivisionOf,
  type Publication,
  type Repair,
  type RowRef,
  RULES,
  resolveLists,
  stateName,
} from '../../src/resolve/index.ts';
import { registryPage } from './codebook-registry.ts';
import { namesBy, type Vanished, vanishedOf } from './gaps.ts';

/** The pages of `docs/codebook/` by file name, every example taken from the lists. The same lists always give the same text. */
export function codebook(
  all: readonly ListFile[],
  lines: readonly Line[],
  folder: string,
): Record<string, string> {
  const names = namesIn(folder);
  // ICE's own names of the files: dated by the same rules, slips included.
  const files = all.map((file) => ({ ...file, names: [names.get(file.capture) ?? file.names[0]!] }));
  const book = { lineage: resolveLists(files, lines, buildRegistry([]), []), files };
  const note =
    'Every example is from ICE’s lists and checked against them by `test/resolve/codebook.test.ts`.';
  const page = (text: string) => `${text.trim()}\n\n_${note}_\n`;
  const registry = join(folder, '../registry/fbi-lee-latest.csv');
  return {
    ...(existsSync(registry) ? { 'registry.md': page(registryPage(files, lines, registry)) } : {}),
    'README.md': page(README),
    'agency.md': page(agencyPage(book)),
    'agreement.md': page(agreementPage(book)),
    'publication.md': page(publicationPage(book)),
    'status.md': page(statusPage(book, vanishedOf(book.lineage, files, lines))),
    'rules.md': page(rulesPage(book)),
  };
}

interface Book {
  lineage: Lineage;
  files: readonly ListFile[];
}

const README = `
# Codebook

What the words of the data mean, and by which rules ICE's lists became agencies and agreements.

- [Agency](agency.md): one law-enforcement body across all spellings
- [Registry](registry.md): how an agency on a list finds its code, and every reason why one has none
- [Agreement](agreement.md): agency, model and day of signing
- [Publication](publication.md): one distinct state of a list, and how it is dated
- [Status](status.md): pending, signed, active, renewed, switched, no longer listed
- [Certain](certain.md): on which days a position is certain, and when words grow old
- [Rules](rules.md): every rule that dates, repairs or merges, with a real example
- [Law](law.md): the files in which an editor writes policies, their columns, effects and dates

\`countersign explain AGENCY\` says for one agency which rules decided, and on which rows.

In CSV a text that begins with \`=\`, \`+\`, \`-\`, \`@\`, a tab or a carriage return has an apostrophe before it, so that no
spreadsheet takes it for a formula; a text that begins with apostrophes before one of these has one more. To read it back, take
one apostrophe from a cell of apostrophes followed by one of these. Where a cell has several names, rules or codes, \`|\` stands
between them. JSON has every text and every list as it is.
`;

function namesIn(folder: string): Map<string, string> {
  const manifest = join(folder, 'manifest.csv');
  if (!existsSync(manifest)) return new Map();
  return new Map(
    csvParse(readFileSync(manifest, 'utf8')).map((row) => [row.sha256 ?? '', row.original_filename ?? '']),
  );
}

function listName({ files }: Book, capture: string): string {
  return files.find((file) => file.capture === capture)?.names[0] ?? capture;
}

function at(book: Book, { capture, row }: RowRef): string {
  return `\`${listName(book, capture)}\`, row ${row}`;
}

function agencyOf({ lineage }: Book, id: string): Agency {
  return lineage.agencies.find((agency) => agency.id === id)!;
}

// The agency with the most spellings says best what an agency is.
function agencyPage(book: Book): string {
  const { agencies, agreements } = book.lineage;
  const spelt = [...agencies].sort(
    (a, b) => b.aliases.length - a.aliases.length || (a.id < b.id ? -1 : 1),
  )[0]!;
  const kinds = AGENCY_KINDS.flatMap((kind) => {
    const own = agencies.filter((agency) => agency.kind === kind);
    return own.length === 0
      ? []
      : [`| \`${kind}\` | ${number(own.length)} | ${own[0]!.name}, ${own[0]!.state} |`];
  });
  const county = agencies.find(({ kind, counties }) => kind === 'sheriff' && counties.length === 1)!;
  return `
# Agency

One law-enforcement body, whatever the lists call it: a sheriff's office, a police department, a state body, a jail
authority, a constable. Never a person, never a union.

The lists print ${number(new Set(agencies.flatMap(({ id, name, aliases }) => [name, ...aliases].map((text) => id + text))).size)} proper spellings of ${number(agencies.length)} agencies. The one with the most is **${spelt.name}**
(${stateName(spelt.state)}), also printed as ${spelt.aliases.map((alias) => `“${alias}”`).join(', ')}.

| column | meaning |
| --- | --- |
| \`id\` | \`us-<state>-<name-words>\`, from the first name ever listed: \`${spelt.id}\`. Made once; a later name leads to it. |
| \`name\` | the spelling that stood on most lists |
| \`kind\` | see below |
| \`state\` | two letters |
| \`county\` | name of the main county |
| \`counties\` | five-digit FIPS codes of 2023: \`${county.counties[0]}\` for ${county.name}; empty for a statewide body |
| \`place\` | county, city or other place by name |
| \`ori\` | codes of the entry in the FBI's [registry](registry.md) that it is; none where none is for certain |
| \`ocd\` | the Open Civic Data division that it serves: \`${ocdDivisionOf(county)}\`; empty where name and kind do not say one |
| \`spellings\` | its name, its other names, and every form in which a list prints it; not another agency's name that a list printed by mistake |
| \`listed\` | true where a list of ICE names it |
| \`match\`, \`why\`, \`fits\` | the rule that found it in the registry, or why it has no code, and the entries that fit |

| kind | agencies on the lists | for example |
| --- | --- | --- |
${kinds.join('\n')}

A name that one list prints under two counties is two agencies, and a person is asked, unless the name says its county, the
body is the state's, or both rows link one memorandum. The agency that was listed first has the bare id; the other bears its
county in its id. Should a list that is added later, but is earlier, show that the other was first, the two change places;
an id with a county in it leads to the agency of that county ever after. A county cell that differs from the agency's county is told by its rule.

Two agencies are never made one by likeness alone: a [rule](rules.md) with a name decides, or a reviewer; what neither
decides waits in the review queue. So does a pair of names alike where the registry has an entry for each, where each links a memorandum
of its own, or where one list has both under two models. ${number(agreements.length)} agreements and applications belong to these agencies.
`;
}

function agreementPage(book: Book): string {
  const { agreements } = book.lineage;
  const one = agreements.find(
    ({ runs, moa, status }) => runs.length > 1 && moa.length > 0 && status === 'active',
  )!;
  const agency = agencyOf(book, one.agency);
  const runs = one.runs.map(
    ({ from, to, lists, first, last }) =>
      `| ${from} | ${to} | ${lists} | ${at(book, first)} | ${at(book, last)} |`,
  );
  return `
# Agreement

A signed instrument between an agency and ICE under one model of 287(g), or an application for one: agency + model + day
of signing. Two days of signing are two agreements, unless a [rule](rules.md) finds that only the date was corrected.

For example \`${one.id}\`: ${agency.name}, ${stateName(agency.state)}.

| column | meaning | in the example |
| --- | --- | --- |
| \`id\` | \`agency#model#signed\`; \`unsigned\` while it is pending, \`undated\` where no list gives a date | \`${one.id}\` |
| \`model\` | \`287g-jail\`, \`287g-task-force\`, \`287g-warrant\`; \`287g\` where no list names one | \`${one.programme}\` |
| \`signed\` | the day of signing after repair and correction | ${one.signed} |
| \`listedFrom\` | between the day after the last list without it and the first list with it | ${between(one.from)} |
| \`listedTo\` | between the day after the last list with it and the first list without; \`..\` on the newest list | ${one.to ? between(one.to) : '..'} |
| \`status\` | see [status](status.md) | ${one.status} |
| \`memoranda\` | the files that lists link as its memorandum, each with the day of the first list that does | ${one.moa.length} |
| \`rules\` | names of the rules that decided something about it | ${one.rules.join(', ') || '–'} |

It stood on the lists in ${one.runs.length} runs. What lies between two runs is a gap and no end:

| from | to | lists | first row | last row |
| --- | --- | --- | --- | --- |
${runs.join('\n')}

Its memorandum, \`${one.moa[0]!.url.split('/').pop()}\`, was first linked on the list of ${one.moa[0]!.day}.
`;
}

function publicationPage(book: Book): string {
  const { files, lineage } = book;
  const { publications } = lineage;
  const of = (kind: string) => number(publications.filter((one) => one.kind === kind).length);
  const repeated = publications.find(({ repeats }) => repeats.length > 0)!;
  return `
# Publication

One distinct state of an official list, with the day that its publisher gives it. Of ${number(files.length)} workbooks, ${number(publications.length)} have rows of
their own: ${of('participating')} lists of signed agreements, ${of('pending')} of pending ones, and ${of('page')} tables of the older web page. What a file holds
decides its kind, not its name.

| column | meaning |
| --- | --- |
| \`capture\` | SHA-256 of the file |
| \`kind\` | \`participating\`, \`pending\` or \`page\` |
| \`day\` | by the file's name, else the workbook's last saving, else its capture; a slip in the name is [repaired](rules.md) |
| \`ord\` | order within the day: am 0, mid 10, pm 20, then letters |
| \`rule\` | the rule that dated it |
| \`repeats\` | other days and files with the same rows: evidence of “still listed” |

The same rows again are no new publication: \`${listName(book, repeated.capture)}\` of ${repeated.day} came again as
${repeated.repeats.map(({ capture, day }) => `\`${listName(book, capture)}\` of ${day}`).join(', ')}.

An agency that one list shows and the next does not ended after the day of the first, at the latest on the day of the
second; where both are of one day, on that day.
`;
}

const STATUS_TEXT: Record<AgreementStatus, string> = {
  pending: 'An application that the newest pending list shows, and that no later list shows signed.',
  signed: 'An application that led to a signed agreement.',
  active: 'A signed agreement that the newest list shows.',
  renewed:
    'A signed agreement that the lists dropped, while another of the same model came on them: at most 60 days before its last list, or at most 60 after the first list without it. The newer one outlasts it.',
  switched:
    'An agreement that the lists dropped, while one of another model came on them within the same days.',
  'no-longer-listed':
    'An agreement that the lists dropped, and nothing took its place. The lists do not say who ended it, or why.',
};

function statusPage(book: Book, vanished: readonly Vanished[]): string {
  const { agreements, publications } = book.lineage;
  // The same rows again under a later day are a list of that day.
  const newest = publications
    .filter(({ kind }) => kind !== 'pending')
    .flatMap(({ day, repeats }) => [day, ...repeats.map((again) => again.day)])
    .sort()
    .at(-1)!;
  const sections = AGREEMENT_STATUSES.map((status) => {
    const own = agreements.filter((one) => one.status === status);
    const one = own.find(({ position }) => position === 'takes-part') ?? own[0];
    if (!one) return `## \`${status}\`: none now\n\n${STATUS_TEXT[status]}`;
    return `## \`${status}\`: ${number(own.length)}\n\n${STATUS_TEXT[status]}\n\nFor example ${told(book, one)}`;
  });
  return `
# Status

What became of an agreement, by its place on the lists up to ${newest}. Missing on one list and back on the next is a gap
and changes nothing.

${sections.join('\n\n')}

## Who vanishes and returns

${absences(vanished)}
`;
}

function code(id: string): string {
  return `\`${id.replace(/^[^#]*#/, '')}\``;
}

/** The day of the list that misspells a state throughout. */
const MISSPELT = '2026-02-27';

/** What a reader who compares printed names takes for departures, and what each of them is. */
function absences(vanished: readonly Vanished[]): string {
  const names = namesBy(vanished);
  const { gap, 'signed anew': anew, 'printed otherwise': otherwise } = names;
  const slips = vanished.filter(
    ({ name, state, before, after, lists }) =>
      lists === 1 && before < MISSPELT && MISSPELT < after && otherwise.includes(`${name}, ${state}`),
  );
  const lines = vanished
    .filter(({ how }) => how !== 'printed otherwise')
    .map(({ name, state, before, after, lists, how, agreements }) => {
      const what =
        how === 'gap'
          ? 'a gap'
          : `${agreements.before.map(code).join(', ')}, then ${agreements.after.map(code).join(', ')}`;
      return `| ${name}, ${state} | ${before} | ${after} | ${lists} | ${what} |`;
    });
  return `
Whoever compares states and names as printed, spaces and apostrophes aside, sees ${gap.length + anew.length + otherwise.length} agencies leave the lists of participants and
return. ${otherwise.length} of them never left: the lists between print them otherwise, ${new Set(slips.map(({ name }) => name)).size} of these on the one list that spells
Pennsylvania “PENNSLYVANIA”. ${gap.length} were missing and came back with the same agreement: a gap. ${anew.length} came back with another
day of signing or another model: the first agreement ended, and the second is one of its own.

| printed | last list | next list | lists between | what it is |
| --- | --- | --- | --- | --- |
${lines.sort().join('\n')}
`.trim();
}

function told(book: Book, one: Agreement): string {
  const { name, state } = agencyOf(book, one.agency);
  const listed = `${name}, ${state}, ${one.programme}${one.signed ? ` signed ${one.signed}` : ''}, listed from ${between(one.from)}`;
  const last = at(book, one.runs.at(-1)!.last);
  const end = one.to === null ? `still on the list of ${one.lastListed}` : `gone ${between(one.to)}`;
  const next = one.next === null ? '' : `; \`${one.next}\` took its place`;
  return `${listed}, ${end}${next} (last in ${last}).`;
}

const STAGES = {
  publication: 'Rules that date a list',
  repair: 'Rules that repair a cell',
  agency: 'Rules that make rows one agency',
  agreement: 'Rules that make listings one signing',
  decision: 'What a reviewer decides',
} as const;

function rulesPage(book: Book): string {
  const sections = Object.entries(STAGES).map(([stage, title]) => {
    const rules = RULES.filter((rule) => rule.stage === stage).map(
      ({ name, says }) => `### \`${name}\`\n\n${says}\n\n${exampleOf(book, name)}`,
    );
    return `## ${title}\n\n${rules.join('\n\n')}`;
  });
  return `
# Rules

Every rule has a name, and whatever it decided can be looked up by it: \`countersign agreements\` has the names for each
agreement, \`countersign explain AGENCY\` the rows. Rules are applied in a fixed order; a reviewer's decision wins over all of
them. What no rule decides goes to review.

${sections.join('\n\n')}
`;
}

/** A real case of a rule, and how many there are. */
function exampleOf(book: Book, rule: string): string {
  const { merges, repairs, publications } = book.lineage;
  const merged = merges.filter((one) => one.rule === rule).sort(byText);
  if (merged.length > 0) return `${cases(merged.length)} ${mergeText(book, merged[0]!)}`;
  const repaired = repairs.filter((one) => one.rule === rule).sort(byRaw);
  if (repaired.length > 0) return `${cases(repaired.length)} ${repairText(book, repaired[0]!)}`;
  const dated = publications.filter((one) => one.rule === rule);
  if (dated.length > 0) return `${cases(dated.length)} ${datedText(book, dated[0]!)}`;
  return NO_CASE[rule] ?? 'The 499 lists have no case of it.';
}

const NO_CASE: Record<string, string> = {
  cited: 'So are all lists of a new record, until their files are added.',
  alias: 'For example `countersign review alias "Name as printed" us-…`.',
  same: 'For example `countersign review same us-… us-…`.',
  distinct: 'For example `countersign review distinct us-… us-…`.',
};

function byText(a: Merge, b: Merge): number {
  const key = (one: Merge) => `${one.agency} ${one.a.text} ${one.b.text} ${one.a.row} ${one.b.row}`;
  return key(a) < key(b) ? -1 : 1;
}

function byRaw(a: Repair, b: Repair): number {
  const key = (one: Repair) => `${one.agency} ${one.raw} ${one.row.capture} ${one.row.row}`;
  return key(a) < key(b) ? -1 : 1;
}

function cases(n: number): string {
  return n === 1 ? 'One case:' : `${number(n)} cases, such as`;
}

function mergeText(book: Book, { a, b, agency }: Merge): string {
  const state = stateName(agencyOf(book, agency).state);
  return `“${a.text}” (${at(book, a)}) and “${b.text}” (${at(book, b)}), ${state}.`;
}

function repairText(book: Book, { column, raw, value, row, agency }: Repair): string {
  const who = agency === null ? '' : ` (${agencyOf(book, agency).name})`;
  // A wrapped link can hold whom the mail went to.
  const shown = column === 'moa' ? (/^\S{0,40}?\/\/[^/]*/.exec(raw)?.[0] ?? raw.slice(0, 24)) : raw;
  const read = column === 'moa' ? (value.split('/').pop() ?? value) : value;
  return `\`${column}\` “${shown}${column === 'moa' ? '/…' : ''}” read as “${read}”${who}: ${at(book, row)}.`;
}

function datedText(book: Book, { capture, day }: Publication): string {
  const file = book.files.find((one) => one.capture === capture)!;
  const saved = file.modified ? `, last saved ${file.modified.slice(0, 10)}` : '';
  return `\`${file.names[0]}\`${saved}: ${day}.`;
}

function between({ min, max }: { min: string | null; max: string | null }): string {
  if (min === null) return `by ${max}`;
  return min === max ? `${min}` : `between ${min} and ${max}`;
}

function number(n: number): string {
  return n.toLocaleString('en-US');
}
