import { type Odds, type Outlook, outlookOfRecord } from '../outlook/index.ts';
import type { RecordReader } from '../record/index.ts';
import { STATES, stateName } from '../resolve/index.ts';
import type { Answer, Ask } from './ask.ts';
import { joined } from './law-parts.tsx';
import { Layout } from './layout.tsx';
import type { Page } from './page.ts';
import { fill, inPrint } from './phrase.ts';
import type { Snapshot } from './snapshot.ts';
import { dayInWords } from './when.ts';

/** How many agencies one page shows. */
const SHOWN = 100;

const made = new WeakMap<Snapshot, Promise<Outlook>>();

/** The outlook of a snapshot's newest day; learning takes a second or two, so it is made once and only when asked for. */
export function outlookOf(snapshot: Snapshot, reader: RecordReader): Promise<Outlook> {
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
  const { day, base, months } = all;
  const rows = odds.map(({ agency, chance, reasons }) => ({
    agency: agency.id,
    name: agency.name,
    state: agency.state,
    chance: Number(chance.toFixed(4)),
    reasons,
  }));
  const data = { kind: 'estimate', turn: 'join', day, base, months, state, odds: rows };
  return { data, view: () => <OutlookPage page={page} outlook={all} odds={odds} state={state} /> };
}

function OutlookPage({
  page,
  outlook,
  odds,
  state,
}: {
  page: Page;
  outlook: Outlook;
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
            : fill(own.leadState, { date, state: stateName(state) })}
      </p>
      {outlook.months > 0 && (
        <>
          <p>{fill(own.base, { base: percent.format(outlook.base) })}</p>
          <p class="small">
            {own.tried} {odds.length === SHOWN && fill(own.more, { n: String(SHOWN) })}
          </p>
          <OddsTable page={page} odds={odds} />
          <h2>{own.states}</h2>
          <p>
            {joined(
              STATES.filter(({ usps }) => outlook.odds.some(({ agency }) => agency.state === usps)).map(
                ({ usps }) => <a href={page.to(`outlook/${usps}`)}>{stateName(usps)}</a>,
              ),
            )}
          </p>
        </>
      )}
    </Layout>
  );
}

function OddsTable({ page, odds }: { page: Page; odds: Odds[] }) {
  const { outlook } = page.words;
  return (
    <table class="stack">
      <thead>
        <tr>
          <th scope="col">{outlook.agency}</th>
          <th scope="col">{outlook.odds}</th>
          <th scope="col">{outlook.reasons}</th>
        </tr>
      </thead>
      <tbody>
        {odds.map(({ agency, chance, reasons }) => (
          <tr>
            <td>
              <a href={page.agency(agency.id)}>{inPrint(agency.name)}</a>, {stateName(agency.state)}
            </td>
            <td>{oddsInWords(chance, page)}</td>
            <td class="small">
              {joined(
                reasons.map(({ feature, raises }) =>
                  fill(raises ? outlook.raises : outlook.lowers, { what: outlook.features[feature] }),
                ),
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A chance as odds that promise no more than it knows: tenths above one in ten, else one in so many. */
export function oddsInWords(chance: number, { words }: Pick<Page, 'words'>): string {
  const { about, less } = words.outlook;
  if (chance < 0.001) return less;
  const number = new Intl.NumberFormat(words.locale);
  if (chance >= 0.15) return fill(about, { n: String(Math.min(9, Math.round(chance * 10))), of: '10' });
  const [of = 1000] = [10, 15, 20, 30, 50, 75, 100, 200, 500, 1000].filter((one) => one >= 0.95 / chance);
  return fill(about, { n: '1', of: number.format(of) });
}
