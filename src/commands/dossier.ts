import { writeFileSync } from 'node:fs';
import { dayOf, messageOf, UserError } from '../base/index.ts';
import { dossierOf } from '../publish/index.ts';
import { type Call, pastDayOption, textOption, withReader } from './call.ts';
import { agencyIdOf } from './show.ts';

/** Writes the dossier of an agency on a day: statement, sources, hashes and chain in one zip. */
export async function run({ record, args, options }: Call): Promise<void> {
  const on = pastDayOption(options, 'on');
  const out = textOption(options, 'out');
  if (!on)
    throw new UserError(
      'date of --on is missing; give the day that the dossier is about, such as 2017-02-15',
    );
  if (!out) throw new UserError('file of --out is missing; give one to write, such as dossier.zip');
  const made = await withReader(record, async (reader) => {
    const { recorded } = await reader.counts();
    const known = pastDayOption(options, 'known') ?? recorded?.slice(0, 10) ?? dayOf(new Date());
    const id = await agencyIdOf(reader, args[0] as string, known);
    const dossier = await dossierOf(reader, id, { on, known });
    if (!dossier)
      throw new UserError(`agency ${JSON.stringify(id)} was not known on ${known}; ask for a later day`);
    return { ...dossier, id, known };
  });
  try {
    writeFileSync(out, made.bytes);
  } catch (error) {
    throw new UserError(
      `file ${JSON.stringify(out)} cannot be written (${messageOf(error)}); give another with --out`,
    );
  }
  const { id, known, exhibits, captures, missing } = made;
  if (known >= dayOf(new Date()))
    process.stderr.write(
      `warning: ${known} is not over; what the record learns later that day is not in this dossier, make it again then\n`,
    );
  for (const sha of missing) process.stderr.write(`warning: the record lacks the bytes of sha256:${sha}\n`);
  process.stdout.write(
    `wrote ${out}: ${id} on ${on} as known on ${known}, ${exhibits} pieces of evidence, ${captures} captures\n`,
  );
}
