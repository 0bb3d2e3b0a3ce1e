import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { quietEffects } from '../src/base/index.ts';
import { add } from '../src/commands/add.ts';
import { openRecord } from '../src/record/index.ts';
import { participating } from './workbook.ts';

const STORY =
  'AUSTIN, Texas — Travis County Sheriff Sally Hernandez announced Tuesday she would end a partnership between her office and federal immigration officials.\n';
const SMITH = ['TEXAS', 'Smith County Sheriff', 'Task Force Model', '2025-02-18'] as const;
const WOOD = ['TEXAS', 'Wood County Sheriff', 'Task Force Model', '2025-02-20'] as const;

/** Makes `DIR/record`: it learned of Smith County on 1 June 2026, and of its end, of Wood County and of a statement on the 20th. */
export async function makeLateRecord(dir: string): Promise<void> {
  const record = await openRecord(join(dir, 'record'), { create: true });
  const list = async (day: string, rows: Parameters<typeof participating>[0]) => {
    const file = join(dir, `participatingAgencies${day}.xlsx`);
    writeFileSync(file, await participating(rows));
    return file;
  };
  const at = (moment: string) => quietEffects({ now: () => Date.parse(moment) });
  await add(record, [await list('02212025', [[...SMITH]])], {}, at('2026-06-01T12:00:00Z'));
  const story = join(dir, 'story.txt');
  writeFileSync(story, STORY);
  const lists = [await list('03032025', [[...SMITH], [...WOOD]]), await list('03102025', [[...WOOD]])];
  await add(record, lists, {}, at('2026-06-20T12:00:00Z'));
  await add(record, [story], { published: '2019-05-08' }, at('2026-06-20T12:00:00Z'));
  await record.db.destroy();
}
