import type { Change, ListInfo } from '../record/index.ts';
import { ChangeList } from './change-list.tsx';
import { Layout } from './layout.tsx';
import type { Page } from './page.ts';
import { count, fill } from './phrase.ts';
import { dayInWords } from './when.ts';
import type { Words } from './words-en.ts';

/** What the page of one list shows: what it is, its neighbours in time, and what changed with it. */
export interface PublicationData {
  list: ListInfo;
  before: ListInfo | null;
  after: ListInfo | null;
  changes: Change[];
}

/** The lists in the order of their days; `null` for a capture that is none. */
export function publicationData(
  lists: ListInfo[],
  capture: string,
  changes: Change[],
): PublicationData | null {
  const list = lists.find((one) => one.capture === capture);
  if (!list) return null;
  const own = lists.filter(({ kind }) => kind === list.kind);
  const at = own.indexOf(list);
  return { list, before: own[at - 1] ?? null, after: own[at + 1] ?? null, changes };
}

function kindOf({ kind }: ListInfo, { publication }: Words): string {
  return kind === 'pending' ? publication.pending : publication.participating;
}

/** The page of one list. */
export function PublicationPage({ page, data }: { page: Page; data: PublicationData }) {
  const { words } = page;
  const { publication } = words;
  const { list, before, after, changes } = data;
  const title = fill(publication.title, { kind: kindOf(list, words), day: dayInWords(list.day, words) });
  const link = (one: ListInfo | null, name: string) =>
    one && (
      <>
        <dt>{name}</dt>
        <dd>
          <a href={page.to(`publication/${one.capture}`)}>{dayInWords(one.day, words)}</a>
        </dd>
      </>
    );
  return (
    <Layout page={page} title={title}>
      <h1>{title}</h1>
      <p class="answer">
        {changes.length === 0
          ? publication.nothing
          : count(publication.changed, new Set(changes.map(({ agency }) => agency)).size, words.locale)}
      </p>
      <dl class="facts-list">
        {link(before, publication.before)}
        {link(after, publication.after)}
        <dt>{words.capture.hash}</dt>
        <dd>
          {page.delivery === 'served' ? (
            <a href={page.to(`capture/${list.capture}`)}>
              <code class="long">{list.capture}</code>
            </a>
          ) : (
            <code class="long">{list.capture}</code>
          )}
        </dd>
      </dl>
      {changes.length > 0 && (
        <section>
          <h2>{words.home.changesTitle}</h2>
          <ChangeList page={page} changes={changes} perDay={5000} />
        </section>
      )}
      <p>
        <a href={page.to('sources')}>{words.source.all}</a>
      </p>
    </Layout>
  );
}

/** Every list in a table, newest first. */
export function ListTable({ page, lists }: { page: Page; lists: ListInfo[] }) {
  const { words } = page;
  return (
    <ul class="columns">
      {[...lists].reverse().map((list) => (
        <li>
          <a href={page.to(`publication/${list.capture}`)}>{dayInWords(list.day, words, 'short')}</a>{' '}
          {list.kind === 'pending' && <span class="soft">{words.publication.pendingShort}</span>}
        </li>
      ))}
    </ul>
  );
}
