import { type Day, UserError } from '../base/index.ts';
import { goldClaim } from '../claim/index.ts';
import type { ClaimQuery, RecordedClaim, RecordReader } from '../record/index.ts';
import { type Call, type Options, pastDayOption, textOption, withReader, wordOption } from './call.ts';
import { printRows } from './output.ts';
import { agencyIdOf } from './show.ts';

const COLUMNS = ['id', 'agency', 'state', 'programme', 'position', 'speaker', 'date', 'review', 'evidence'];

const NONE =
  'no claim fits; rows of lists come with --capture of their list, or with "countersign show AGENCY"';

/** Prints claims that fit, each with its evidence. */
export async function run({ record, options }: Call): Promise<void> {
  const id = textOption(options, 'id');
  const known = pastDayOption(options, 'known');
  const claims = await withReader(record, async (reader) => {
    if (id === undefined)
      return reader.claims({ ...(await claimQuery(reader, options, known)), ...(known && { known }) });
    const claim = await reader.claim(id, known);
    if (!claim)
      throw new UserError(
        `claim ${JSON.stringify(id)} is not in the record${known ? ` as known on ${known}` : ''}; "countersign claims" lists those that are`,
      );
    return [claim];
  });
  const format = textOption(options, 'format') ?? 'table';
  const rows = format === 'table' ? claims.map(shortRow) : claims.map(goldRow);
  printRows(rows, format, COLUMNS, NONE);
}

async function claimQuery(
  reader: RecordReader,
  options: Options,
  known: Day | undefined,
): Promise<ClaimQuery> {
  const query: ClaimQuery = {};
  const agency = textOption(options, 'agency');
  if (agency !== undefined) query.agency = await agencyIdOf(reader, agency, known);
  const on = pastDayOption(options, 'on');
  if (on !== undefined) query.on = on;
  const speaker = textOption(options, 'speaker');
  if (speaker !== undefined) query.speaker = speaker;
  const capture = textOption(options, 'capture')?.replace(/^sha256:/, '');
  if (capture !== undefined) {
    if ((await reader.source(`sha256:${capture}`)) === null)
      throw new UserError(
        `capture ${JSON.stringify(capture)} is not in the record; give the whole SHA-256 of one`,
      );
    query.capture = capture;
  }
  for (const name of ['programme', 'position'] as const) {
    const value = wordOption(options, name);
    if (value !== undefined) query[name] = value;
  }
  return query;
}

function shortRow(claim: RecordedClaim) {
  return { ...claim, agency: claim.agency.name, state: claim.agency.state, evidence: quoted(claim)[0] ?? '' };
}

/** The shape of gold claims plus id, kind, capture, review and confidence. */
function goldRow(claim: RecordedClaim) {
  return {
    ...goldClaim(claim),
    id: claim.id,
    kind: claim.kind,
    agencyId: claim.agencyId,
    evidence: quoted(claim),
    selectors: claim.evidence,
    capture: claim.source.capture,
    source: claim.source.id,
    review: claim.review,
    confidence: claim.confidence,
  };
}

function quoted(claim: RecordedClaim): string[] {
  return claim.evidence.map((evidence) => {
    switch (evidence.type) {
      case 'text':
        return evidence.exact;
      case 'row':
        return `${evidence.sheet} row ${evidence.row}: ${evidence.cells.map((cell) => `${cell.column} ${JSON.stringify(cell.text)}`).join(', ')}`;
      case 'cited':
        return evidence.quote ?? `cited: ${claim.source.title ?? evidence.source}`;
    }
  });
}
