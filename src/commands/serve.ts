import { serve } from '@hono/node-server';
import { messageOf, UserError } from '../base/index.ts';
import { openRecord, readRecord } from '../record/index.ts';
import { createApp } from '../site/index.ts';
import { type Call, numberOption, textOption } from './call.ts';
import { shipped } from './paths.ts';

/** Serves pages and API until the process is told to stop. */
export async function run({ record, options }: Call): Promise<void> {
  const port = numberOption(options, 'port', 0, 65_535);
  const hostname = textOption(options, 'host') ?? '127.0.0.1';
  const reader = await readRecord(await openRecord(record));
  const app = createApp(reader, { assets: shipped('dist/web'), outlook: options.outlook !== false });
  await new Promise<void>((done, fail) => {
    const server = serve({ fetch: app.fetch, port, hostname }, (address) => {
      const host = address.family === 'IPv6' ? `[${address.address}]` : address.address;
      process.stdout.write(
        `Countersign serves ${record} on http://${host}:${address.port} (stop with Ctrl-C)\n`,
      );
    });
    server.on('error', (error) =>
      fail(
        new UserError(
          `port ${port} of ${hostname} cannot be used (${messageOf(error)}); give another with --port`,
        ),
      ),
    );
    const stop = () => server.close(() => done());
    process.once('SIGINT', stop);
    process.once('SIGTERM', stop);
  });
  await reader.close();
}
