import { differsText } from '../publish/index.ts';
import type { RecordReader } from '../record/index.ts';
import { type CitedLaw, CONTRADICTION_KINDS, type ContradictionRow, type Side } from '../record/index.ts';
import { STATES } from '../resolve/index.ts';
import { ClaimCard, type ShownClaim, showClaim } from './claim-card.tsx';
import { KnownField, Layout, Strong } from './layout.tsx';
import type { Page } from './page.ts';
import { count, fill, inPrint } from './phrase.ts';
import { stateIn } from './states-es.ts';
import { dayInWords } from './when.ts';

/** A contradiction with the evidence of its two sides looked up; null where a side is no claim. */
export interface ShownContradiction {
  row: ContradictionRow;
  a: ShownClaim | null;
  b: ShownClaim | null;
}

/** What the page of contradictions shows. */
export interface ContradictionsData {
  state: string | null;
  kind: string | null;
  open: boolean;
  found: ContradictionRow[];
}

/** Looks up both sides of some contradictions. */
export function showContradictions(
  reader: RecordReader,
  rows: ContradictionRow[],
): Promise<ShownContradiction[]> {
  const show = async (claim: ContradictionRow['evidence']['a']) => claim && showClaim(reader, claim, 0);
  return Promise.all(
    rows.map(async (row) => ({ row, a: await show(row.evidence.a), b: await show(row.evidence.b) })),
  );
}

/** The page of contradictions: each with its two sides and what shows them. */
export function Contradictions({
  page,
  data,
  shown,
}: {
  page: Page;
  data: ContradictionsData;
  shown: ShownContradiction[];
}) {
  const { words } = page;
  const { contra, locale } = words;
  const open = data.found.filter((row) => row.closed === null).length;
  const states = [...new Set(data.found.map((row) => row.state))];
  return (
    <Layout page={page} title={contra.pageTitle}>
      <h1>{contra.pageTitle}</h1>
      <p class="answer">
        {data.found.length === 0 ? (
          contra.none
        ) : (
          <Strong
            phrase={count(contra.lead, data.found.length, locale, { open: count(contra.open, open, locale) })}
          />
        )}
      </p>
      <p class="asof">{contra.note}</p>
      {page.delivery === 'served' && <Filters page={page} data={data} />}
      {states.map((state) => (
        <section>
          <h2 id={state || 'law'}>{state === '' ? contra.ofLaw : stateIn(state, words)}</h2>
          {shown
            .filter(({ row }) => row.state === state)
            .map((one) => (
              <ContradictionCard page={page} shown={one} named />
            ))}
        </section>
      ))}
    </Layout>
  );
}

/** A contradiction in the flow: what does not agree, since when, and its two sides. `named` says whose it is. */
export function ContradictionCard({
  page,
  shown,
  named = false,
}: {
  page: Page;
  shown: ShownContradiction;
  named?: boolean;
}) {
  const { words } = page;
  const { contra } = words;
  const { row, a, b } = shown;
  return (
    <article class="claim contra" id={`d-${row.id}`}>
      <h3>{contra.kinds[row.kind]}</h3>
      <p class="who">
        {named && row.agency !== '' && (
          <>
            <a href={page.agency(row.agency)}>{inPrint(row.name)}</a> ·{' '}
          </>
        )}
        {words.programmes[row.programme]} · {periodOf(page, row)}
      </p>
      <p class="summary">{contra.explain[row.kind]}</p>
      <p class="small soft">{differsText({ differs: row.differs, other: printed(row.other) }, page.lang)}</p>
      <div class="sides">
        <SideView page={page} row={row} side={row.a} shown={a} law={row.laws.a} />
        <SideView page={page} row={row} side={row.b} shown={b} law={row.laws.b} />
      </div>
    </article>
  );
}

function printed(other: ContradictionRow['other']): ContradictionRow['other'] {
  return other && { ...other, name: inPrint(other.name) };
}

function periodOf({ words }: Page, { opened, closed }: ContradictionRow): string {
  const { contra } = words;
  if (opened === null) return contra.undated;
  const day = dayInWords(opened, words);
  if (closed === null) return fill(contra.since, { day });
  return fill(contra.until, { day, end: dayInWords(closed, words) });
}

function SideView({
  page,
  row,
  side,
  shown,
  law,
}: {
  page: Page;
  row: ContradictionRow;
  side: Side;
  shown: ShownClaim | null;
  law: CitedLaw | null;
}) {
  const { words } = page;
  // A claim's card bears its id on the agency's page; here it must not stand a second time.
  if (shown) return <ClaimCard page={page} {...shown} anchor={`${row.id}-`} />;
  const { contra } = words;
  switch (side.type) {
    case 'list':
      return (
        <p>
          <a href={page.to(`publication/${side.capture}`)}>
            {fill(contra.lacks, { day: dayInWords(side.day, words) })}
          </a>
        </p>
      );
    case 'registry':
      return (
        <p>
          <a href={page.agency(side.agency)}>
            {fill(contra.registry, { agency: nameOf(page, side.agency) })}
          </a>
        </p>
      );
    case 'provision':
      return law === null ? (
        <p>{fill(contra.provision, { provision: side.provision })}</p>
      ) : (
        <p lang="en">
          {law.summary} <a href={`${page.to(`policy/${law.instrument}`)}#${law.provision}`}>{law.title}</a>
        </p>
      );
    case 'link':
      return <p class="long">{side.document}</p>;
    default:
      return null;
  }
}

function nameOf({ snapshot }: Page, id: string): string {
  const index = snapshot.indexOf.get(id);
  return index === undefined ? id : inPrint(snapshot.agencies[index]!.name);
}

function Filters({ page, data }: { page: Page; data: ContradictionsData }) {
  const { words } = page;
  return (
    <form class="filters" method="get" action={page.now('contradictions')}>
      <KnownField page={page} />
      <label>
        {words.contra.filter}{' '}
        <select name="kind">
          <option value="">{words.changes.all}</option>
          {CONTRADICTION_KINDS.map((kind) => (
            <option value={kind} selected={kind === data.kind}>
              {words.contra.kinds[kind]}
            </option>
          ))}
        </select>
      </label>
      <label>
        {words.changes.state}{' '}
        <select name="state">
          <option value="">{words.changes.all}</option>
          {STATES.map(({ usps }) => (
            <option value={usps} selected={usps === data.state}>
              {stateIn(usps, words)}
            </option>
          ))}
        </select>
      </label>
      <label>
        <input type="checkbox" name="open" value="1" checked={data.open} /> {words.contra.onlyOpen}
      </label>
      <button type="submit">{words.changes.show}</button>
    </form>
  );
}
