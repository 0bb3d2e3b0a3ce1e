import { addDays, type Day, dayOf, requireDay, UserError } from '../base/index.ts';
import { POSITIONS, PROGRAMMES } from '../claim/index.ts';
import { type OpenRecord, openRecord, type RecordReader, readRecord } from '../record/index.ts';
import { stateOf } from '../resolve/index.ts';

/** One call of a command: the record's folder, the arguments and the options as commander read them. */
export interface Call {
  record: string;
  args: unknown[];
  options: Options;
}

export type Options = { [name: string]: string | boolean | undefined };

/** An option's text, or undefined when it was not given. */
export function textOption(options: Options, name: string): string | undefined {
  const value = options[name];
  return typeof value === 'string' ? value : undefined;
}

/** An option's day, or undefined when it was not given. Throws a UserError when it is no day. */
export function dayOption(options: Options, name: string): Day | undefined {
  const value = textOption(options, name);
  return value === undefined ? undefined : requireDay(`--${name}`, value);
}

/** The day of an option that asks what held: one that lies ahead is a UserError, as nothing is known of it. */
export function pastDayOption(options: Options, name: string): Day | undefined {
  const day = dayOption(options, name);
  if (day === undefined || day <= addDays(today(), 1)) return day;
  throw new UserError(
    `date ${JSON.stringify(day)} of --${name} lies ahead, and nothing is known of it yet; give one up to ${today()}`,
  );
}

/** Throws a UserError where `--on` is given to a question about agencies: they are the same on every valid date. */
export function refuseOn(options: Options): void {
  const day = textOption(options, 'on');
  if (day === undefined) return;
  throw new UserError(
    `date ${JSON.stringify(day)} of --on changes nothing here: an agency is the same on every day; ask what it did then with "countersign status --on ${day}", or which agencies were known with --known`,
  );
}

/** Laws are passed for a day to come; a day beyond that is a slip of the hand. */
export const DAYS_AHEAD = 366;

/** Today in UTC. */
export function today(): Day {
  return dayOf(new Date());
}

/** The two-letter state that `--state` means. Throws a UserError for what is no state. */
export function stateOption(options: Options): string | undefined {
  const value = textOption(options, 'state');
  if (value === undefined) return undefined;
  const state = stateOf(value);
  if (state) return state;
  throw new UserError(`state ${JSON.stringify(value)} is unknown; use two letters, such as TX`);
}

/** The value of `--programme` or `--position`, checked against the vocabulary. */
export function wordOption(options: Options, name: 'programme' | 'position'): string | undefined {
  const value = textOption(options, name);
  const words: readonly string[] = name === 'programme' ? PROGRAMMES : POSITIONS;
  if (value === undefined || words.includes(value)) return value;
  throw new UserError(`${name} ${JSON.stringify(value)} is unknown; use one of ${words.join(', ')}`);
}

/** A whole number from an option. Throws a UserError for anything else, or outside `min` to `max`. */
export function numberOption(options: Options, name: string, min: number, max: number): number {
  const value = textOption(options, name) ?? '';
  const number = Number(value);
  if (/^\d+$/.test(value) && number >= min && number <= max) return number;
  throw new UserError(
    `number ${JSON.stringify(value)} of --${name} is out of range; give one from ${min} to ${max}`,
  );
}

/** Runs `work` with a reader of the record, closed behind it. */
export async function withReader<T>(dir: string, work: (reader: RecordReader) => Promise<T>): Promise<T> {
  const reader = await readRecord(await openRecord(dir));
  try {
    return await work(reader);
  } finally {
    await reader.close();
  }
}

/** Runs `work` with an open record, closed behind it. */
export async function withRecord<T>(dir: string, work: (record: OpenRecord) => Promise<T>): Promise<T> {
  const record = await openRecord(dir);
  try {
    return await work(record);
  } finally {
    await record.db.destroy();
  }
}
