import { type Day, UserError } from '../base/index.ts';
import type { AgencyView, Interval, RecordedClaim, RecordReader, StatusRow } from '../record/index.ts';
import { plain } from '../resolve/index.ts';
import { type Call, pastDayOption, textOption, today, withReader } from './call.ts';
import { oneLine } from './output.ts';

/** Prints positions, timeline and evidence of one agency. */
export async function run({ record, args, options }: Call): Promise<void> {
  const on = pastDayOption(options, 'on') ?? today();
  const known = pastDayOption(options, 'known');
  const [view, newest] = await withReader(record, async (reader) => {
    const id = await agencyIdOf(reader, args[0] as string, known);
    return [await reader.agency(id, { on, ...(known && { known }) }), await reader.newestList(on, known)];
  });
  if (!view)
    throw new UserError(`agency ${JSON.stringify(args[0])} was not known on ${known}; ask for a later day`);
  const asJson = textOption(options, 'format') === 'json';
  process.stdout.write(asJson ? `${JSON.stringify(view, null, 2)}\n` : viewText(view, on, newest));
}

/**
 * The id of an agency given by id, by name or as a list prints it, as known on a day: what is one agency now may have been two then. Throws a
 * UserError that lists the candidates when more than one fits.
 */
export async function agencyIdOf(reader: RecordReader, text: string, known?: Day): Promise<string> {
  const then = known === undefined ? [] : await idsNamed(reader, text, known);
  // Who came later than the day is found as it is named now, and can be told of as not known then.
  const named = then.length > 0 ? then : await idsNamed(reader, text);
  if (named.length === 1 && named[0]) return named[0];
  const ids = named.length > 1 ? named : (await reader.find(text, 5)).map(({ id }) => id);
  throw new UserError(
    ids.length > 0
      ? `agency ${JSON.stringify(text)} is not one id or name of the record; did you mean ${ids.join(', ')}?`
      : `agency ${JSON.stringify(text)} is not in the record; look for it with "countersign find"`,
  );
}

async function idsNamed(reader: RecordReader, text: string, known?: Day): Promise<string[]> {
  const target = await reader.redirectOf(text, known);
  if (target) return [target];
  const all = await reader.agencies(known);
  if (all.some(({ id }) => id === text)) return [text];
  const words = plain(text);
  if (words === '') return [];
  const named = all.filter(({ name }) => plain(name) === words);
  if (named.length > 0) return named.map(({ id }) => id);
  // Whoever asks often has a row before them, and a list may print the agency under a name that it no longer bears.
  const printed = await reader.agencyTable(known);
  return printed.filter(({ spellings }) => spellings.some((one) => plain(one) === words)).map(({ id }) => id);
}

function viewText(view: AgencyView, on: Day, newest: Day | null): string {
  const counties = view.counties.map((county) => county.name).join(', ');
  const lines = [
    `${view.name}, ${view.state}`,
    `${view.kind}${counties ? ` · ${counties}` : ''}${view.ori.length ? ` · ORI ${view.ori.join(', ')}` : ''}`,
  ];
  lines.push('', `On ${on}${newest ? `, by lists up to ${newest}` : ''}:`);
  if (view.status.length === 0) lines.push('  no position known');
  const width = Math.max(
    ...view.status.map(({ programme, position }) => `${programme} ${position}`.length),
    0,
  );
  for (const text of new Set(view.status.map((row) => statusText(row, view.intervals, width, on))))
    lines.push(text);
  if (view.intervals.length > 0) lines.push('', 'Timeline:');
  for (const { programme, position, from, to, signed } of view.intervals) {
    const start = from.min === from.max ? from.max : `${from.min ?? '..'}/${from.max ?? '..'}`;
    const end = to === null ? '..' : to.min === to.max ? to.max : `${to.min ?? '..'}/${to.max ?? '..'}`;
    lines.push(`  ${start} – ${end}  ${programme} ${position}${signed ? `, signed ${signed}` : ''}`);
  }
  if (view.claims.length > 0) lines.push('', 'Evidence:');
  for (const claim of view.claims) lines.push(...claimText(claim));
  return `${lines.map(oneLine).join('\n')}\n`;
}

/** A position with its programme and since when; of what was only said, long ago, that nothing is known since. */
function statusText(row: StatusRow, intervals: Interval[], width: number, on: Day): string {
  const own = intervals.find(
    (one) => one.programme === row.programme && one.position === row.position && one.certainTo !== null,
  );
  const silent = own?.certainTo && own.certainTo <= on;
  const since = row.from.includes('/')
    ? `since between ${row.from.replace('../', 'ever and ').replace('/', ' and ')}`
    : `since ${row.from}`;
  const doubt = silent
    ? ` (uncertain: last ${own.agreement ? 'listed' : 'said'} ${own.lastSeen}, nothing since)`
    : ' (uncertain)';
  const what = `${row.programme} ${row.position}`.padEnd(width);
  return `  ${what}  ${since}${row.to === '..' ? '' : ` until ${row.to}`}${row.certain ? '' : doubt}`;
}

function claimText(claim: RecordedClaim): string[] {
  const said = [
    claim.speaker,
    claim.role,
    claim.onBehalfOf && `for ${claim.onBehalfOf}`,
    claim.via && `via ${claim.via}`,
  ]
    .filter(Boolean)
    .join(', ');
  const source = [claim.source.publisher, claim.source.title, claim.source.published]
    .filter(Boolean)
    .join(', ');
  const lines = [
    `  ${claim.date ?? claim.effective ?? 'undated'}  ${claim.programme} ${claim.position}${said ? ` (${said})` : ''}`,
  ];
  if (claim.summary) lines.push(`    ${claim.summary}`);
  for (const evidence of claim.evidence) {
    if (evidence.type === 'text') lines.push(`    “${evidence.exact}”`);
    else if (evidence.type === 'row')
      lines.push(
        `    ${evidence.sheet} row ${evidence.row}: ${evidence.cells.map((cell) => cell.text.trim()).join(' | ')}`,
      );
    else if (evidence.quote) lines.push(`    “${evidence.quote}”`);
  }
  const bytes = claim.source.capture ? `sha256:${claim.source.capture.slice(0, 16)}…` : 'cited, not captured';
  // What a program read and nobody reviewed counts for nothing yet.
  const waits = claim.review === 'proposed' ? ' · waits for review' : '';
  lines.push(`    ${source || claim.source.id} · ${bytes}${waits}`);
  return lines;
}
