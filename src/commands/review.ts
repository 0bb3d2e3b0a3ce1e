import { userInfo } from 'node:os';
import { realEffects, UserError } from '../base/index.ts';
import {
  DECISION_KINDS,
  type Decision,
  type DecisionKind,
  type DecisionRequest,
  type Patch,
  type RecordReader,
  type ReviewItem,
  waitingCorrection,
} from '../record/index.ts';
import { type Call, numberOption, type Options, stateOption, textOption, withReader } from './call.ts';
import { formatRows } from './output.ts';
import { agencyIdOf } from './show.ts';

const COLUMNS = [
  'id',
  'type',
  'review',
  'agency',
  'state',
  'programme',
  'position',
  'confidence',
  'answers',
  'reason',
];
const LOG_COLUMNS = ['seq', 'recorded', 'actor', 'kind', 'subject', 'reason'];

/** Lists what waits for review or was decided, or writes a decision down. */
export async function run({ record, args, options }: Call): Promise<void> {
  const action = (args[0] as string | undefined) ?? 'list';
  const targets = (args[1] as string[] | undefined) ?? [];
  const text = await withReader(record, (reader) => {
    if (action === 'list') return listText(reader, options);
    if (action === 'log') return logText(reader, options);
    if (!DECISION_KINDS.includes(action as DecisionKind)) {
      throw new UserError(
        `action ${JSON.stringify(action)} is unknown; use list, log, ${DECISION_KINDS.join(', ')}`,
      );
    }
    return decided(reader, action as DecisionKind, targets, options);
  });
  process.stdout.write(text);
}

async function listText(reader: RecordReader, options: Options): Promise<string> {
  const state = stateOption(options);
  const agency = textOption(options, 'agency');
  const batch = textOption(options, 'batch');
  const items = await reader.review({
    ...(state && { state }),
    ...(agency !== undefined && { agency: await agencyIdOf(reader, agency) }),
    ...(batch && { batch }),
    all: options.all === true,
    limit: numberOption(options, 'limit', 1, 1_000_000),
  });
  return formatRows(
    items.map(itemRow),
    textOption(options, 'format') ?? 'table',
    COLUMNS,
    'nothing waits for review',
  );
}

function itemRow({
  subject,
  type,
  state,
  reason,
  batch,
  text,
  claim,
  instrument,
  lost,
  candidates,
  rows,
  decisions,
}: ReviewItem) {
  return {
    id: subject.slice(subject.indexOf(':') + 1),
    type,
    review: state,
    agency: claim?.agencyId ?? text,
    state: claim?.agency.state ?? instrument?.row.jurisdiction ?? null,
    programme: claim?.programme ?? null,
    position: claim?.position ?? null,
    speaker: claim?.speaker ?? null,
    date: claim?.date ?? null,
    confidence: claim?.confidence ?? null,
    answers: decisions.at(-1)?.seq ?? null,
    reason,
    batch,
    evidence: claim?.evidence ?? instrument?.evidence ?? rows,
    candidates,
    lost,
    machine: claim?.machine ?? null,
    decisions: decisions.map(decisionRow),
  };
}

function decisionRow({ seq, recorded, actor, kind, subject, reason, value, answers, hash, prev }: Decision) {
  return {
    seq,
    recorded,
    actor,
    kind,
    subject,
    reason,
    patch: value.patch ?? null,
    value,
    answers,
    hash,
    prev,
  };
}

async function logText(reader: RecordReader, options: Options): Promise<string> {
  const rows = (await reader.decisions()).map(decisionRow);
  return formatRows(rows, textOption(options, 'format') ?? 'table', LOG_COLUMNS, 'nothing was decided yet');
}

async function decided(
  reader: RecordReader,
  kind: DecisionKind,
  targets: string[],
  options: Options,
): Promise<string> {
  const asked = requestsOf(kind, targets, options);
  const requests = kind === 'accept' || kind === 'reject' ? await answering(reader, asked, options) : asked;
  const made = await reader.decide(requests, realEffects());
  return made
    .map((one) => `decision ${one.seq}: ${one.kind} ${one.subject} by ${one.actor}${effectOf(one)}\n`)
    .join('');
}

/**
 * The same requests, where a correction from outside waits on a claim as the reviewer's page takes them: who accepts it
 * decides on its values, unless with `--leave`. Throws a UserError for a rejection, which would be of the claim itself.
 */
async function answering(
  reader: RecordReader,
  requests: DecisionRequest[],
  options: Options,
): Promise<DecisionRequest[]> {
  const corrected = await reader.review({ type: 'correction' });
  return requests.map((request) => {
    const { target, kind, reason } = request;
    const correction = waitingCorrection(corrected.find(({ subject }) => subject === `claim:${target}`));
    if (!correction || (kind === 'accept' && options.leave === true)) return request;
    const { seq, value } = correction;
    if (kind === 'reject')
      throw new UserError(
        `reject of ${JSON.stringify(target)} would take out the claim, not the correction ${seq} that waits on it; take the correction with "review accept ${target} --answers ${seq}", or keep the claim as it stands with --leave beside that`,
      );
    return { ...request, kind: 'correct', patch: value.patch ?? {}, reason: reason || correction.reason };
  });
}

/** What a decision comes to, where its kind alone does not say it. */
function effectOf({ kind, subject, value }: Decision): string {
  if (kind === 'correct' && value.patch) return ` (${fieldsOf(value.patch)})`;
  if (kind === 'reject' && subject.startsWith('claim:')) return ' (the claim counts no more)';
  return subject.startsWith('candidate:') ? ' (left as it is; it is asked no more)' : '';
}

function fieldsOf(patch: Patch): string {
  return Object.entries(patch)
    .map(([field, value]) => `${field}=${value}`)
    .join(' ');
}

function requestsOf(kind: DecisionKind, targets: string[], options: Options): DecisionRequest[] {
  const [first, second] = targets;
  if (first === undefined)
    throw new UserError(`${kind} names nothing; give what to decide on, as "countersign review" lists it`);
  const answers = textOption(options, 'answers');
  const base = {
    kind,
    actor: textOption(options, 'actor') ?? userInfo().username,
    reason: textOption(options, 'reason') ?? '',
    answers: answers === undefined ? null : numberOption(options, 'answers', 1, Number.MAX_SAFE_INTEGER),
  };
  if (kind === 'same' || kind === 'distinct' || kind === 'alias') {
    if (second === undefined || targets.length > 2)
      throw new UserError(
        `${kind} needs two; give ${kind === 'alias' ? 'a name and an agency id' : 'two agency ids'}`,
      );
    return [{ ...base, target: first, other: second, state: stateOption(options) ?? null }];
  }
  const patch = patchOf(options);
  const document = textOption(options, 'document')?.replace(/^sha256:/, '');
  return targets.map((target) => ({
    ...base,
    target,
    ...(patch && { patch }),
    ...(document && { document }),
  }));
}

/** The values of `--set field=value …`; `null` takes a value away. */
function patchOf(options: Options): Patch | undefined {
  const pairs = options.set as unknown as string[] | undefined;
  if (!pairs) return undefined;
  const values = pairs.map((pair) => {
    const at = pair.indexOf('=');
    if (at < 1)
      throw new UserError(`value ${JSON.stringify(pair)} of --set has no "="; write it as position=ends`);
    const text = pair.slice(at + 1);
    return [
      pair.slice(0, at),
      text === 'null' ? null : text === 'true' ? true : text === 'false' ? false : text,
    ];
  });
  return Object.fromEntries(values) as Patch;
}
