import {
  bandOf,
  type Odds,
  type OutlookOfRecord,
  outlookOfRecord,
  type Reason,
  type Tried,
} from '../outlook/index.ts';
import type { RecordReader } from '../record/index.ts';
import { STATES } from '../resolve/index.ts';
import type { Answer, Ask } from './ask.ts';
import { joined } from './law-parts.tsx';
import { Layout } from './layout.tsx';
import type { Page } from './page.ts';
import { fill, inPrint } from './phrase.ts';
import type { Snapshot } from './snapshot.ts';
import { stateIn } from './states-es.ts';
import { dayInWords, edtfInWords } from './when.ts';

/** How many agencies one page shows. */
const SHOWN = 100;

const made = new WeakMap<Snapshot, Promise<OutlookOfRecord>>();

/** The outlook of a snapshot's newest day; learning and foretelling past months takes some seconds, so it is made once and only when asked for. */
export function outlookOf(snapshot: Snapshot, reader: RecordReader): Promise<OutlookOfRecord> {
  const known = made.get(snapshot) ?? outlookOfRecord(reader, snapshot.counts.newest ?? '');
  made.set(snapshot, known);
  return known;
}

/** The page of the outlook, for the country or one state. */
export async function outlook({ page, reader, id, outlook: shown }: Ask): Promise<Answer> {
  if (!shown) return null;
  const state = id === '' ? null : (STATES.find(({ usps }) => usps === id)?.usps ?? null);
  if (id !== '' && state === null) return null;
  const all = await outlookOf(page.snapshot, reader);
  const odds = all.odds.filter(({ agency }) => state === null || agency.state === state).slice(0, SHOWN);
  const { day, base, months, tried, triedMonths } = all;
  const rows = odds.map(({ agency, chance, reasons }) => ({
    agency: agency.id,
    name: agency.name,
    state: agency.state,
    chance: Number(chance.toFixed(4)),
    reasons,
  }));
  const data = { kind: 'estimate', turn: 'join', day, base, months, state, odds: rows, tried, triedMonths };
  return { data, view: () => <OutlookPage page={page} outlook={all} odds={odds} state={state} /> };
}

function OutlookPage({
  page,
  outlook,
  odds,
  state,
}: {
  page: Page;
  outlook: OutlookOfRecord;
  odds: Odds[];
  state: string | null;
}) {
  const { words } = page;
  const { outlook: own } = words;
  const date = outlook.day && dayInWords(outlook.day, words);
  const percent = new Intl.NumberFormat(words.locale, { style: 'percent', maximumFractionDigits: 1 });
  return (
    <Layout page={page} title={own.title}>
      <h1>{own.title}</h1>
      <p class="answer">
        {outlook.months === 0
          ? own.none
          : state === null
            ? fill(own.lead, { date })
            : fill(own.leadState, { date, state: stateIn(state, words) })}
      </p>
      {outlook.months > 0 && (
        <>
          <p>{fill(own.base, { base: percent.format(outlook.base) })}</p>
          <p class="small">
            {outlook.triedMonths === null
              ? own.untried
              : fill(own.tried, {
                  first: edtfInWords(outlook.triedMonths.first.slice(0, 7), words),
                  last: edtfInWords(outlook.triedMonths.last.slice(0, 7), words),
                })}{' '}
            <a href={`${page.to('method')}#outlook`}>{own.how}</a>.{' '}
            {odds.length === SHOWN && fill(own.more, { n: String(SHOWN) })}
          </p>
          <OddsTable page={page} odds={odds} tried={outlook.tried} />
          <h2>{own.states}</h2>
          <p>
            {joined(
              STATES.filter(({ usps }) => outlook.odds.some(({ agency }) => agency.state === usps)).map(
                ({ usps }) => <a href={page.to(`outlook/${usps}`)}>{stateIn(usps, words)}</a>,
              ),
            )}
          </p>
        </>
      )}
    </Layout>
  );
}

function OddsTable({ page, odds, tried }: { page: Page; odds: Odds[]; tried: Tried[] }) {
  const { outlook } = page.words;
  return (
    <table class="stack">
      <thead>
        <tr>
          <th scope="col">{outlook.agency}</th>
          <th scope="col">{outlook.odds}</th>
          <th scope="col">{outlook.came}</th>
          <th scope="col">{outlook.reasons}</th>
        </tr>
      </thead>
      <tbody>
        {odds.map(({ agency, chance, reasons }) => (
          <tr>
            <td>
              <a href={page.agency(agency.id)}>{inPrint(agency.name)}</a>, {stateIn(agency.state, page.words)}
            </td>
            <td>{oddsInWords(chance, page)}</td>
            <td class="small" data-label={outlook.came}>
              {cameInWords(chance, tried, page)}
            </td>
            <td class="small" data-label={outlook.reasons}>
              {joined(reasons.map((reason) => reasonInWords(reason, page)))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What moves odds, said as what was looked at. */
export function reasonInWords({ feature, raises }: Reason, { words }: Pick<Page, 'words'>): string {
  const { outlook } = words;
  return fill(raises ? outlook.raises : outlook.lowers, { what: outlook.features[feature] });
}

/** A chance as the odds of its band. */
export function oddsInWords(chance: number, { words }: Pick<Page, 'words'>): string {
  const { about, less } = words.outlook;
  const { n, of } = bandOf(chance);
  if (n === 0) return less;
  return fill(about, { n: String(n), of: new Intl.NumberFormat(words.locale).format(of) });
}

/** What came in past months of the odds that are shown for a chance. */
export function cameInWords(chance: number, tried: readonly Tried[], { words }: Pick<Page, 'words'>): string {
  const { cameNone, cameOf } = words.outlook;
  const band = bandOf(chance);
  const found = tried.find(({ n, of }) => n === band.n && of === band.of);
  if (!found) return cameNone;
  const { cases, came } = found;
  const number = new Intl.NumberFormat(words.locale);
  const percent = new Intl.NumberFormat(words.locale, { style: 'percent', maximumFractionDigits: 1 });
  return fill(cameOf, {
    came: number.format(came),
    cases: number.format(cases),
    percent: percent.format(came / cases),
  });
}
