import { userInfo } from 'node:os';
import { realEffects, UserError } from '../base/index.ts';
import { decideProposal, type ProposedInstrument } from '../record/index.ts';
import { type Options, textOption, withReader, withRecord } from './call.ts';
import { printRows } from './output.ts';

const COLUMNS = ['id', 'state', 'kind', 'jurisdiction', 'issued', 'title', 'citation'];

/** Prints the policy texts that live sources named: those that wait for a person, or all. */
export async function listProposals(record: string, options: Options): Promise<void> {
  const all = await withReader(record, (reader) => reader.proposals());
  const shown = options.all === true ? all : all.filter(({ state }) => state === 'waits');
  const format = textOption(options, 'format') ?? 'table';
  const none =
    'no policy text waits; "countersign sync" asks the live sources, --all shows those looked at too';
  printRows(shown.map(rowOf), format, COLUMNS, none);
}

function rowOf({
  id,
  state,
  row,
  topics,
  capture,
  publisher,
  evidence,
  instrument,
  decision,
}: ProposedInstrument) {
  const { instrument_id: _i, ended: _e, superseded_by: _s, ...facts } = row;
  const decided = decision && {
    seq: decision.seq,
    kind: decision.kind,
    actor: decision.actor,
    reason: decision.reason,
  };
  return { id, state, ...facts, topics, capture, publisher, evidence, instrument, decision: decided };
}

/** Accepts or rejects a proposed instrument by `--accept ID` or `--reject ID`. */
export async function decide(record: string, kind: 'accept' | 'reject', options: Options): Promise<void> {
  const request = {
    kind,
    id: textOption(options, kind) ?? '',
    set: setOf(options),
    actor: textOption(options, 'actor') ?? userInfo().username,
    reason: textOption(options, 'reason') ?? '',
  };
  const made = await withRecord(record, (open) => decideProposal(open, request, realEffects()));
  const { seq, actor, value } = made;
  const became = kind === 'accept' ? `; it is the instrument ${value.instrument?.instrument_id}` : '';
  process.stdout.write(`decision ${seq}: ${kind} ${request.id} by ${actor}${became}\n`);
}

function setOf(options: Options): Record<string, string> {
  const pairs = (options.set as unknown as string[] | undefined) ?? [];
  return Object.fromEntries(
    pairs.map((pair) => {
      const at = pair.indexOf('=');
      if (at < 1)
        throw new UserError(
          `value ${JSON.stringify(pair)} of --set has no "="; write it as issued=2026-02-17`,
        );
      return [pair.slice(0, at), pair.slice(at + 1)];
    }),
  );
}
