import { realEffects } from '../base/index.ts';
import { holdsRecord } from '../record/index.ts';
import type { Call } from './call.ts';
import { makeRecord } from './init.ts';
import { run as serve } from './serve.ts';

/** Makes the record with the starter facts if there is none, and serves the atlas. */
export async function run(call: Call): Promise<void> {
  if (!holdsRecord(call.record)) process.stdout.write(await makeRecord(call.record, false, realEffects()));
  await serve({ ...call, options: { host: '127.0.0.1', review: true, ...call.options } });
}
