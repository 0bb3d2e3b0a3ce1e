import { type Day, isDay } from '../base/index.ts';
import type { Programme } from '../claim/index.ts';
import {
  type ListInfo,
  PUBLICATION_CHANGES,
  type PublicationChange,
  type PublicationInfo,
  type PublicationReport,
  type ShownRow,
} from '../record/index.ts';
import { Layout, Strong } from './layout.tsx';
import { type Page, safeUrl } from './page.ts';
import { count, fill, inPrint } from './phrase.ts';
import { stateIn } from './states-es.ts';
import { dayInWords } from './when.ts';
import type { Words } from './words-en.ts';

function kindOf({ kind }: { kind: string }, { publication }: Words): string {
  return kind === 'pending' ? publication.pending : publication.participating;
}

/** The name of a list: its kind and its day. */
export function listTitle({ kind, day }: { kind: string; day: Day }, words: Words): string {
  return fill(words.publication.title, { kind: kindOf({ kind }, words), day: dayInWords(day, words) });
}

/** The page of one list: what it shows otherwise than the list before it, each change with the two rows that show it. */
export function PublicationPage({ page, report }: { page: Page; report: PublicationReport }) {
  const { words } = page;
  const { publication: own, changes } = report;
  const title = listTitle(own, words);
  return (
    <Layout page={page} title={title}>
      <h1>{title}</h1>
      <p class="answer">
        <Strong phrase={leadOf(report, words)} />
      </p>
      <Facts page={page} report={report} />
      {PUBLICATION_CHANGES.map((kind) => {
        const found = changes.filter((change) => change.kind === kind);
        return (
          found.length > 0 && (
            <section>
              <h2 id={kind}>
                {words.publication.kinds[kind]} <span class="soft">{found.length}</span>
              </h2>
              <ul class="plain">
                {found.map((change) => (
                  <li>
                    <Line page={page} change={change} pending={own.kind === 'pending'} />
                  </li>
                ))}
              </ul>
            </section>
          )
        );
      })}
      <p>
        <a href={page.to('sources')}>{words.source.all}</a>
      </p>
    </Layout>
  );
}

function leadOf({ before, changes }: PublicationReport, { publication, locale }: Words): string {
  if (before === null) return publication.first;
  return changes.length === 0 ? publication.nothing : count(publication.changed, changes.length, locale);
}

function Facts({ page, report }: { page: Page; report: PublicationReport }) {
  const { words } = page;
  const { publication: own, rows, before, next } = report;
  const link = (one: PublicationInfo | null, name: string) =>
    one && (
      <>
        <dt>{name}</dt>
        <dd>
          <a href={page.to(`publication/${one.capture}`)}>{dayInWords(one.day, words)}</a>
        </dd>
      </>
    );
  const days = [...new Set(own.repeats.map(({ day }) => day))].filter((day) => day !== own.day);
  return (
    <dl class="facts-list">
      {link(before, words.publication.before)}
      {link(next, words.publication.after)}
      <dt>{words.publication.rows}</dt>
      <dd>{rows === null ? words.publication.cited : new Intl.NumberFormat(words.locale).format(rows)}</dd>
      {days.length > 0 && (
        <>
          <dt>{words.publication.again}</dt>
          <dd>{days.map((day) => dayInWords(day, words, 'short')).join(', ')}</dd>
        </>
      )}
      <dt>{words.capture.hash}</dt>
      <dd>
        {page.delivery === 'served' && !own.cited ? (
          <a href={page.to(`capture/${own.capture}`)}>
            <code class="long">{own.capture}</code>
          </a>
        ) : (
          <code class="long">{own.capture}</code>
        )}
      </dd>
    </dl>
  );
}

function Line({ page, change, pending }: { page: Page; change: PublicationChange; pending: boolean }) {
  const { words } = page;
  const { agency, name, state, programme, from, to, before, after } = change;
  const look = pending ? 'will-join' : change.kind === 'gone' ? 'ends' : 'takes-part';
  return (
    <>
      {agency === null ? inPrint(name) : <a href={page.agency(agency)}>{inPrint(name)}</a>}
      {state !== null && `, ${stateIn(state, words)}`}{' '}
      <span class={`chip ${look}`}>{words.programmes[programme]}</span>{' '}
      {from !== null && to !== null ? (
        <span class="soft">
          {fill(words.publication.turn, { from: inWords(from, words), to: inWords(to, words) })}
        </span>
      ) : (
        <span class="soft">{loneInWords(change, words)}</span>
      )}{' '}
      <Evidence page={page} shown={before} />
      <Evidence page={page} shown={after} />
    </>
  );
}

/** Of who came or went the day of signing; where a listing paused, its lists are linked beside and say the days. */
function loneInWords({ kind, from, to }: PublicationChange, words: Words): string {
  const value = from ?? to;
  if (value === null || kind === 'returned' || kind === 'missing') return '';
  const when = inWords(value, words);
  return isDay(value) ? fill(words.claim.signed, { when }) : when;
}

/** What a change turned from or to, as people read it: a day, a model, or what was printed; of an address the file. */
function inWords(value: string, words: Words): string {
  if (isDay(value)) return dayInWords(value, words, 'short');
  if (value in words.programmes) return words.programmes[value as Programme];
  return safeUrl(value) === null ? value : (new URL(value).pathname.split('/').at(-1) ?? value);
}

/** A row that shows one side: where it stands, with what it prints as its title; a link where the bytes are at hand. */
function Evidence({ page, shown }: { page: Page; shown: ShownRow | null }) {
  if (shown === null) return null;
  const { words } = page;
  const { capture, row, day, cells } = shown;
  const title = cells?.filter(Boolean).join(' · ');
  const list = fill(words.publication.on, { day: dayInWords(day, words, 'short') });
  if (row < 0)
    return (
      <a class="small evidence" href={page.to(`publication/${capture}`)} title={title}>
        {list}
      </a>
    );
  const place = `${list}, ${fill(words.publication.row, { row: String(row) })}`;
  const served = page.delivery === 'served';
  const href = served
    ? page.to(`capture/${capture}`, { row: String(row) })
    : page.to(`publication/${capture}`);
  return (
    <a class="small evidence" href={href} title={title}>
      {place}
    </a>
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
