import { userInfo } from 'node:os';
import { serve } from '@hono/node-server';
import { messageOf, realEffects, UserError } from '../base/index.ts';
import { openRecord, readRecord } from '../record/index.ts';
import { createApp, isLoopback, type ReviewOptions } from '../site/index.ts';
import { type Call, numberOption, type Options, textOption } from './call.ts';
import { shipped } from './paths.ts';

/** Serves pages and API until the process is told to stop. */
export async function run({ record, options }: Call): Promise<void> {
  const port = numberOption(options, 'port', 0, 65_535);
  const hostname = textOption(options, 'host') ?? '127.0.0.1';
  const review = reviewOf(options, hostname, process.env.COUNTERSIGN_REVIEWERS);
  const reader = await readRecord(await openRecord(record));
  const app = createApp(reader, {
    assets: shipped('dist/web'),
    outlook: options.outlook !== false,
    ...(review && { review }),
  });
  await new Promise<void>((done, fail) => {
    const server = serve({ fetch: app.fetch, port, hostname }, (address) => {
      const host = address.family === 'IPv6' ? `[${address.address}]` : address.address;
      process.stdout.write(
        `Countersign serves ${record} on http://${host}:${address.port} (stop with Ctrl-C)\n`,
      );
      // Whoever reads that line needs a moment to open the page: what the first page takes long for is made meanwhile.
      void app.request('/');
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

const SHORTEST = 16;

/** Who may review: nobody unless asked for; on this machine one person, anywhere else those who know a secret. */
export function reviewOf(
  options: Options,
  hostname: string,
  reviewers: string | undefined,
): ReviewOptions | undefined {
  if (!options.review) return undefined;
  const effects = realEffects();
  if (reviewers) return { door: { reviewers: secretsOf(reviewers) }, effects };
  if (!isLoopback(hostname.includes(':') ? `[${hostname}]` : hostname))
    throw new UserError(
      `host ${JSON.stringify(hostname)} is open to others; name who may review in COUNTERSIGN_REVIEWERS, as "ana:SECRET ben:SECRET"`,
    );
  return { door: { actor: textOption(options, 'review') ?? userInfo().username }, effects };
}

/** Names and secrets; a fault is told by the name alone. */
function secretsOf(text: string): Map<string, string> {
  return new Map(
    text
      .trim()
      .split(/\s+/)
      .map((pair) => {
        const at = pair.indexOf(':');
        const [name, secret] = [pair.slice(0, at), pair.slice(at + 1)];
        if (at < 1 || secret.length < SHORTEST)
          throw new UserError(
            `reviewer ${JSON.stringify(at < 1 ? '…' : name)} has no secret of ${SHORTEST} characters or more; write COUNTERSIGN_REVIEWERS as "ana:SECRET ben:SECRET"`,
          );
        return [name, secret] as const;
      }),
  );
}
