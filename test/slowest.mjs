import { relative } from 'node:path';

const SHOWN = 15;

/** A reporter for Node's runner: the files whose tests took longest, in seconds, so that it is seen where a run's time goes. */
// biome-ignore lint/style/noDefaultExport: Node's runner takes a reporter by its default export.
export default async function* slowest(events) {
  const seconds = new Map();
  for await (const { type, data } of events)
    if ((type === 'test:pass' || type === 'test:fail') && data.nesting === 0 && data.file)
      seconds.set(data.file, (seconds.get(data.file) ?? 0) + data.details.duration_ms / 1000);
  const rows = [...seconds].sort(([, a], [, b]) => b - a).slice(0, SHOWN);
  yield '\nslowest files, seconds:\n';
  for (const [file, time] of rows) yield `${time.toFixed(1).padStart(7)} ${relative('.', file)}\n`;
}
