import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { quietEffects } from '../../src/base/index.ts';
import { openRecord, type RecordReader, readRecord, rebuild } from '../../src/record/index.ts';
import { createApp } from '../../src/site/index.ts';
import { learn, listCapture, type Said, textCapture } from '../record/world.ts';
import { ASSETS } from './record.ts';

/** Markup of a hostile source: it has to be seen as text, wherever it stands. */
export const HOSTILE = '<img src=x onerror=alert(1)>"\'</script>';

const COOK = "Cook County Sheriff's Office";
const STATES = ['IL', 'GA', 'MN', null] as const;

/** A record in which `claims` proposals and one question of identity wait; every fourth proposal has no agency. */
export async function reviewRecord(claims: number) {
  const dir = mkdtempSync(join(tmpdir(), 'countersign-review-'));
  const said: Said[] = [];
  const lines = ['Sheriffs on the partnership', ''];
  for (let n = 1; n <= claims; n++) {
    const words = `The sheriff said that on day ${n} he will end the partnership ${HOSTILE}.`;
    lines.push(`Asked in the ${n}th county. ${words} Nobody else spoke.`, '');
    said.push({ words, name: COOK, state: STATES[n % 4]! });
  }
  said[0]!.name = `Mill Creek ${HOSTILE} Police Department`;
  const record = await openRecord(join(dir, 'record'), { create: true });
  const row = (agency: string, signed: string, state = 'FLORIDA', county = 'Broward County') => ({
    state,
    agency,
    county,
    signed,
  });
  const cooks = ['ILLINOIS', 'GEORGIA', 'MINNESOTA'].map((state) =>
    row(COOK, '2025-03-01', state, 'Cook County'),
  );
  const stays = [row('Davie Police Department', '2025-03-01'), ...cooks];
  await learn(
    record,
    '2026-01-01',
    // Two spellings, never on one list: a question for a person.
    listCapture('2025-04-03', [...stays, row('Wolforth Police Department', '2025-04-01')]),
    listCapture('2025-04-10', stays),
    listCapture('2025-04-20', [...stays, row('Wolfforth Police Department', '2025-04-14')]),
    textCapture(record, lines.join('\n'), said),
  );
  await rebuild(record);
  const reader = await readRecord(record);
  const close = async () => {
    await reader.close();
    rmSync(dir, { recursive: true, force: true });
  };
  return { dir, reader, close };
}

/** The site of a record, for one reviewer at this machine. */
export function reviewApp(reader: RecordReader, actor = 'ada') {
  return createApp(reader, { assets: ASSETS, review: { door: { actor }, effects: quietEffects() } });
}
