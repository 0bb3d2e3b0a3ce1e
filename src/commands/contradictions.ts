import { UserError } from '../base/index.ts';
import { CONTRADICTION_KINDS, type ContradictionRow, type RecordedClaim } from '../record/index.ts';
import { type Call, pastDayOption, stateOption, textOption, withReader } from './call.ts';
import { printRows } from './output.ts';
import { agencyIdOf } from './show.ts';

const COLUMNS = ['state', 'name', 'kind', 'programme', 'opened', 'closed', 'age', 'detail'];

/** Prints evidence that cannot both hold, both sides of each. */
export async function run({ record, options }: Call): Promise<void> {
  const kind = textOption(options, 'kind');
  if (kind && !(CONTRADICTION_KINDS as readonly string[]).includes(kind)) {
    throw new UserError(
      `kind ${JSON.stringify(kind)} is unknown; use one of ${CONTRADICTION_KINDS.join(', ')}`,
    );
  }
  const state = stateOption(options);
  const agency = textOption(options, 'agency');
  const on = pastDayOption(options, 'on');
  const known = pastDayOption(options, 'known');
  const query = {
    ...(kind && { kind }),
    ...(state && { state }),
    ...(on && { on }),
    ...(known && { known }),
    open: options.open === true,
  };
  const rows = await withReader(record, async (reader) =>
    reader.contradictions({
      ...query,
      ...(agency !== undefined && { agency: await agencyIdOf(reader, agency, known) }),
    }),
  );
  printRows(rows.map(flat), textOption(options, 'format'), COLUMNS, 'no evidence contradicts other evidence');
}

function flat({ evidence, ...row }: ContradictionRow) {
  return { ...row, evidence_a: shown(evidence.a), evidence_b: shown(evidence.b) };
}

function shown(claim: RecordedClaim | null) {
  return (
    claim && {
      id: claim.id,
      position: claim.position,
      date: claim.date,
      source: claim.source.id,
      evidence: claim.evidence,
    }
  );
}
