/** What a command of the command line is told as, and the options that several share. */

import type { Call } from './call.ts';
import { FORMATS } from './formats.ts';

/** One option, in commander's notation. */
export interface OptionSpec {
  flags: string;
  description: string;
  choices?: readonly string[];
  value?: string;
}

/** One command: how it is called, an example that works, and where its code is. */
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

/** An agency as commands take it. */
export const agency: [string, string] = [
  '<agency>',
  'an agency id, or a name that only one agency has or had on a list',
];
export const ofAgency: OptionSpec = {
  flags: '--agency <agency>',
  description: 'of one agency, by id or name',
};
export const format: OptionSpec = {
  flags: '--format <format>',
  description: 'how to print',
  choices: FORMATS,
  value: 'table',
};
export const on: OptionSpec = {
  flags: '--on <date>',
  description: 'valid date, such as 2025-06-03 (default: today)',
};
export const known: OptionSpec = {
  flags: '--known <date>',
  description: 'as the record knew it at the end of that day (default: now)',
};
// An agency is one for all days; the other day is offered to say so.
export const knownOnly: OptionSpec[] = [
  known,
  { flags: '--on <date>', description: 'refused: no valid date changes which agencies there are' },
];
export const state: OptionSpec = {
  flags: '--state <state>',
  description: 'two letters or the name of a state',
};
export const programme: OptionSpec = {
  flags: '--programme <programme>',
  description: 'such as 287g-jail; 287g means every model',
};
export const position: OptionSpec = {
  flags: '--position <position>',
  description: 'such as takes-part, declines, ends',
};

export const model: OptionSpec[] = [
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
