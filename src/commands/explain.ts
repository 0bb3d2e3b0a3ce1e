import { UserError } from '../base/index.ts';
import { explainInWords, LANGS, wordsOf } from '../site/index.ts';
import { type Call, pastDayOption, textOption, withReader } from './call.ts';
import { oneLine } from './output.ts';
import { agencyIdOf } from './show.ts';

/** Says in words why rows of lists are one agency, and why it stands as it does. */
export async function run({ record, args, options }: Call): Promise<void> {
  const known = pastDayOption(options, 'known');
  const lang = LANGS.find((one) => one === (textOption(options, 'lang') ?? 'en')) ?? 'en';
  const explanation = await withReader(record, async (reader) =>
    reader.explain(await agencyIdOf(reader, args[0] as string, known), known),
  );
  if (!explanation)
    throw new UserError(`agency ${JSON.stringify(args[0])} was not known on ${known}; ask for a later day`);
  const { parts, title } = explainInWords(explanation, wordsOf(lang));
  if (textOption(options, 'format') === 'json') {
    process.stdout.write(`${JSON.stringify({ ...explanation, words: parts }, null, 2)}\n`);
    return;
  }
  const { name, county, state } = explanation.agency;
  const lines = [`${[name, county, state].filter((part) => part !== null).join(', ')}: ${title}`];
  for (const part of parts) {
    lines.push('', part.title);
    for (const { text, rows } of part.reasons) lines.push(`  ${text}`, ...rows.map((row) => `    ${row}`));
  }
  process.stdout.write(`${lines.map(oneLine).join('\n')}\n`);
}
