import type { Block, TextReading } from '../read/index.ts';
import type { ListInfo, RecordedClaim, RowsAround, SourceInfo } from '../record/index.ts';
import { Layout, Outside } from './layout.tsx';
import { claimLink, type Page, safeUrl } from './page.ts';
import { count, fill } from './phrase.ts';
import { listTitle } from './publication.tsx';
import { edtfInWords } from './when.ts';

/** What a capture's page shows. */
export interface CaptureData {
  sha: string;
  source: SourceInfo;
  reading: TextReading | null;
  /** The claims found in it. */
  claims: RecordedClaim[];
  rows: RowsAround | null;
  row: number | null;
  /** The list that it is, where it is one. */
  list: ListInfo | null;
}

/** A capture's page: what it is, and what a reader made of it, with the words of every claim marked. */
export function Capture({ page, data }: { page: Page; data: CaptureData }) {
  const { words } = page;
  const { source, sha } = data;
  const url = safeUrl(source.url);
  const title = source.title ?? (data.list ? listTitle(data.list, words) : words.capture.title);
  return (
    <Layout page={page} title={title}>
      <h1>{title}</h1>
      <p class="where">{words.capture.lead}</p>
      <dl class="facts-list">
        {source.publisher && <Fact name={words.capture.publisher} value={source.publisher} />}
        {source.published && (
          <Fact name={words.capture.published} value={edtfInWords(source.published, words)} />
        )}
        {url && (
          <>
            <dt>{words.capture.url}</dt>
            <dd>
              <Outside url={url} />
            </dd>
          </>
        )}
        <dt>{words.capture.hash}</dt>
        <dd>
          <code class="long">{sha}</code>
        </dd>
      </dl>
      {data.list && (
        <p>
          <a href={page.to(`publication/${data.list.capture}`)}>{words.publication.changes}</a>
        </p>
      )}
      {data.reading && <Text page={page} reading={data.reading} claims={data.claims} />}
      {data.rows && <Rows page={page} rows={data.rows} own={data.row} />}
    </Layout>
  );
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </>
  );
}

interface Piece {
  start: number;
  end: number;
  claims: RecordedClaim[];
}

function Text({ page, reading, claims }: { page: Page; reading: TextReading; claims: RecordedClaim[] }) {
  const { words } = page;
  const marked = claims.flatMap((claim) =>
    claim.evidence.flatMap((e) => (e.type === 'text' ? [{ start: e.start, end: e.end, claim }] : [])),
  );
  return (
    <section>
      <h2>{words.capture.text}</h2>
      <p class="small soft">{words.capture.textNote}</p>
      {scanNotes(page, reading).map((note) => (
        <p class="small soft">{note}</p>
      ))}
      <div class="document" lang={reading.lang ?? undefined}>
        {reading.blocks.map((block) => (
          <BlockView page={page} reading={reading} block={block} pieces={piecesOf(block, marked)} />
        ))}
      </div>
    </section>
  );
}

/** What is to be said of a document's scanned pages: that a machine read them, how surely, and which nobody read. */
function scanNotes({ words }: Page, { pages = [] }: TextReading): string[] {
  const sure = pages.flatMap(({ ocr }) => (ocr ? [ocr.confidence] : []));
  const unread = pages.filter((page) => page.unread).length;
  const percent = new Intl.NumberFormat(words.locale, { style: 'percent' });
  const mean = sure.reduce((sum, one) => sum + one, 0) / sure.length;
  return [
    ...(sure.length > 0 ? [fill(words.capture.ocr, { sure: percent.format(mean) })] : []),
    ...(unread > 0 ? [count(words.capture.unread, unread, words.locale)] : []),
  ];
}

/** A block cut where claims' words begin and end; overlapping ones share a piece. */
function piecesOf(block: Block, marked: { start: number; end: number; claim: RecordedClaim }[]): Piece[] {
  const within = marked.filter((m) => m.start < block.end && m.end > block.start);
  const cuts = new Set([block.start, block.end]);
  for (const { start, end } of within) {
    cuts.add(Math.max(start, block.start));
    cuts.add(Math.min(end, block.end));
  }
  const ordered = [...cuts].sort((a, b) => a - b);
  return ordered.slice(1).map((end, i) => {
    const start = ordered[i]!;
    return { start, end, claims: within.filter((m) => m.start <= start && m.end >= end).map((m) => m.claim) };
  });
}

function BlockView(props: { page: Page; reading: TextReading; block: Block; pieces: Piece[] }) {
  const { page, reading, block, pieces } = props;
  const body = pieces.map(({ start, end, claims }) => {
    const text = reading.text.slice(start, end);
    const [first] = claims;
    if (!first) return text;
    return (
      <a class="marked" id={`t${start}`} href={claimLink(page, first)}>
        <mark>{text}</mark>
      </a>
    );
  });
  if (block.kind === 'heading') return <p class="heading">{body}</p>;
  const aside = block.kind === 'furniture' || block.kind === 'caption';
  return <p class={aside ? 'soft' : undefined}>{body}</p>;
}

function Rows({ page, rows, own }: { page: Page; rows: RowsAround; own: number | null }) {
  const { words } = page;
  return (
    <section>
      <h2>{words.capture.rows}</h2>
      <section class="scroll" aria-label={words.capture.rows} tabindex={0}>
        <table class="rows">
          <thead>
            <tr>
              <th scope="col">#</th>
              {rows.header.map((name) => (
                <th scope="col">{name}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.rows.map(({ row, cells }) => (
              <tr id={`r${row}`} class={row === own ? 'own' : undefined}>
                <td class="soft">{row}</td>
                {cells.map((cell) => (
                  <td>{row === own && cell ? <mark>{cell}</mark> : cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}
