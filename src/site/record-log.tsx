import type { RecordChange, RecordReader } from '../record/index.ts';
import { Layout } from './layout.tsx';
import type { Page } from './page.ts';
import { fill } from './phrase.ts';
import { dayInWords } from './when.ts';

// A record in use has thousands of decisions: the page shows the newest, the JSON has all.
const SHOWN = 500;

/** Everything that was ever done to the record, newest first. */
export async function recordLogData(reader: RecordReader, recorded: string | null): Promise<RecordChange[]> {
  return recorded === null ? [] : reader.recordChanges({ from: '1900-01-01', to: recorded.slice(0, 10) });
}

/** The page of what was done to the record itself, apart from what changed in the world. */
export function RecordLog({ page, changes }: { page: Page; changes: RecordChange[] }) {
  const { words } = page;
  const { log } = words;
  return (
    <Layout page={page} title={log.title} description={log.lead}>
      <h1>{log.title}</h1>
      <p class="answer">{log.lead}</p>
      <p class="prose">
        <a href={page.to('changes')}>{log.world}</a> · <a href={page.json('record')}>JSON</a>
      </p>
      {changes.length === 0 && <p>{log.none}</p>}
      <ol class="plain">
        {changes.slice(0, SHOWN).map((change) => (
          <li>
            <time datetime={change.recorded}>{dayInWords(change.recorded.slice(0, 10), words)}</time> ·{' '}
            <b>{log.kinds[change.kind]}</b>
            {change.who && ` · ${fill(log.by, { who: change.who })}`}
            {change.agency && (
              <>
                {' '}
                · <a href={page.to(`agency/${change.agency}`)}>{change.agency}</a>
              </>
            )}
            <br />
            <span class="long" lang="en">
              {change.what}
            </span>
            {change.why && (
              <>
                {' '}
                <small lang="en">({change.why})</small>
              </>
            )}
          </li>
        ))}
      </ol>
      {changes.length > SHOWN && (
        <p class="small soft">{fill(log.more, { n: String(changes.length - SHOWN) })}</p>
      )}
    </Layout>
  );
}
