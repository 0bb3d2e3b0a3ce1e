#!/usr/bin/env node
import { Command, CommanderError, Option, type OutputConfiguration } from 'commander';
import { optimiseLate } from './base/engine.ts';
import { messageOf, UserError } from './base/errors.ts';
import { COMMANDS } from './commands/index.ts';
import type { CommandSpec } from './commands/spec.ts';

optimiseLate();

// A reader that closes early (`| head`) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 2));

const program = new Command('countersign')
  .description(
    'The public record of which U.S. law-enforcement agencies take part in federal immigration enforcement.',
  )
  .version('0.1.0')
  .option('--record <dir>', 'folder of the record', process.env.COUNTERSIGN_RECORD ?? './record')
  .configureOutput(oneLine('countersign --help'))
  .exitOverride();

for (const spec of COMMANDS) program.addCommand(toCommand(spec));

function toCommand(spec: CommandSpec): Command {
  const command = new Command(spec.name)
    .description(spec.summary)
    .configureOutput(oneLine(`countersign ${spec.name} --help`))
    .exitOverride();
  if (spec.hidden) command.helpInformation = () => '';
  for (const [name, description] of spec.args ?? []) command.argument(name, description);
  for (const { flags, description, choices, value } of spec.options ?? []) {
    const option = new Option(flags, description);
    if (choices) option.choices([...choices]);
    if (value !== undefined) option.default(value);
    command.addOption(option);
  }
  command.addHelpText(
    'after',
    `\nBefore the command: --record <dir>, the folder of the record (default: ./record)\n\nExample:\n  countersign ${spec.example}`,
  );
  command.action(async (...given: unknown[]) => {
    const args = given.slice(0, spec.args?.length ?? 0);
    const { run } = await spec.load();
    const code = await run({
      record: program.opts<{ record: string }>().record,
      args,
      options: command.opts(),
    });
    process.exitCode = code ?? 0;
  });
  return command;
}

/** What commander refuses is told as every other mistake is: one line with the value and the remedy. */
function oneLine(help: string): OutputConfiguration {
  return {
    outputError: (text, write) => {
      const what = text
        .replace(/^error: /, '')
        .trim()
        .replace(/\.$/, '')
        .replaceAll('\n', ' ');
      write(`countersign: ${what}; see "${help}"\n`);
    },
  };
}

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = exitCodeOf(error);
}

/** 1 for the user's error (one line), 2 for ours (with its stack); what commander has printed already is not said again. */
function exitCodeOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 1;
  if (error instanceof UserError) {
    process.stderr.write(`countersign: ${messageOf(error)}\n`);
    return 1;
  }
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  return 2;
}
