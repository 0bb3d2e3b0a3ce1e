import { boundsOf, type Day } from '../base/index.ts';
import { PROGRAMMES, type Programme } from '../claim/index.ts';
import {
  type AskedAnswer,
  type Held,
  type Instrument,
  type LawBook,
  type LawQuestion,
  whatIsAsked,
} from '../law/index.ts';
import type { AgencyView } from '../record/index.ts';
import { type CountyAct, CountyActs } from './county-acts.tsx';
import type { DayShown } from './last-change.ts';
import {
  AskedChip,
  acting,
  deadlineInWords,
  joined,
  LawNote,
  OnAnotherDay,
  StandingChip,
} from './law-parts.tsx';
import { Layout } from './layout.tsx';
import type { Page } from './page.ts';
import { fill } from './phrase.ts';
import { stateIn } from './states-es.ts';
import { dayInWords, edtfInWords } from './when.ts';

/** What the law of a place asks about one programme. */
export interface AskedOf extends AskedAnswer {
  programme: Programme;
  /** True where a state's or county's provision is among those that bind, not only federal ones. */
  local: boolean;
}

/** What the law of a place asks, programme by programme, where any provision or advice speaks of it. */
export function askedOf(book: LawBook, question: Omit<LawQuestion, 'programme'>): AskedOf[] {
  return PROGRAMMES.flatMap((programme) => {
    const answer = whatIsAsked(book, { ...question, programme });
    if (answer.provisions.length + answer.advice.length === 0) return [];
    const local = answer.provisions.some(({ instrument }) => instrument.jurisdiction.state !== null);
    return [{ programme, local, ...answer }];
  });
}

/** The 287(g) agreements that an agency takes part in on a day, with the first day that it can have begun. */
export function heldOn({ intervals }: Pick<AgencyView, 'intervals'>, on: Day): Held[] {
  return intervals.flatMap(({ programme, position, from, to }) => {
    const stands =
      (position === 'takes-part' || position === 'expands') &&
      (from.max ?? from.min ?? '') <= on &&
      (to === null || (to.max ?? to.min ?? '9999') > on);
    return stands && programme.startsWith('287g') ? [{ programme, since: from.min }] : [];
  });
}

/** The programmes on which the law asks the same of the same provisions, taken together: three models of 287(g) are one line. */
function together(found: AskedOf[]): (AskedOf & { programmes: Programme[] })[] {
  const lines = new Map<string, AskedOf & { programmes: Programme[] }>();
  for (const one of found) {
    const key = [one.asked, one.rule, ...one.provisions.map(({ provision }) => provision.id)].join(' ');
    const line = lines.get(key);
    if (line && one.programme.startsWith('287g') && line.programme.startsWith('287g'))
      line.programmes.push(one.programme);
    else lines.set(line ? `${key} ${one.programme}` : key, { ...one, programmes: [one.programme] });
  }
  return [...lines.values()];
}

/** What the law asks, as a table: programme, answer, and the provisions with the rule that decided. */
export function AskedTable({
  page,
  book,
  found,
  state,
}: {
  page: Page;
  book: LawBook;
  found: AskedOf[];
  state: string;
}) {
  const { law, programmes } = page.words;
  return (
    <table class="stack law">
      <thead>
        <tr>
          <th scope="col">{law.applies.programme}</th>
          <th scope="col">{law.applies.asks}</th>
          <th scope="col">{law.applies.why}</th>
        </tr>
      </thead>
      <tbody>
        {together(found).map((one) => (
          <tr>
            <td>
              {one.programmes.length >= 4
                ? '287(g)'
                : one.programmes.map((each) => programmes[each]).join('; ')}
            </td>
            <td>
              <AskedChip page={page} asked={one.asked} local={one.local || one.provisions.length === 0} />
            </td>
            <td>
              <ProvisionLinks page={page} book={book} found={one.provisions} />
              {one.advice.length > 0 && (
                <p class="small">
                  {law.applies.advice}: <ProvisionLinks page={page} book={book} found={one.advice} />
                </p>
              )}
              <p class="small soft">
                {one.provisions.length !== 1 || one.asked === 'unsettled' || one.rule === 'any-model'
                  ? `${law.rules[one.rule as keyof typeof law.rules]} `
                  : ''}
                {!one.local &&
                  one.provisions.length > 0 &&
                  fill(law.onlyFederal, { state: stateIn(state, page.words) })}
              </p>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function ProvisionLinks({
  page,
  book,
  found,
}: {
  page: Page;
  book: LawBook;
  found: AskedAnswer['provisions'];
}) {
  const { law, kinds } = page.words;
  return (
    <ul class="plain">
      {found.map(({ provision, instrument, standing }) => (
        <li>
          {joined([
            <a href={`${page.to(`policy/${instrument.id}`)}#${provision.id}`} lang="en">
              {instrument.title}
            </a>,
            provision.kinds &&
              fill(law.applies.forKinds, { kinds: provision.kinds.map((one) => kinds[one]).join(', ') }),
            (standing.state !== 'in-force' || !standing.certain) && (
              <StandingChip page={page} standing={standing} />
            ),
            ...standing.by.map((id) => acting(page, book, id)),
            deadlineInWords(page, provision),
          ])}
        </li>
      ))}
    </ul>
  );
}

/** The newest act of a state that a book holds, by the day of its issue; of those of a whole state or one of its counties. */
export function newestActOf(book: LawBook, state: string): Instrument | null {
  const own = [...book.instruments.values()].filter(({ jurisdiction }) => jurisdiction.state === state);
  const dayOf = ({ issued, effective }: Instrument) => boundsOf(issued ?? effective ?? '')?.max ?? '';
  return own.sort((a, b) => (dayOf(a) < dayOf(b) ? 1 : -1))[0] ?? null;
}

/** How far the record's law of a state reaches: its newest act, or none. */
function Reach({ page, state, newest }: { page: Page; state: string; newest: Instrument | null }) {
  const { law } = page.words;
  const name = stateIn(state, page.words);
  if (newest === null)
    return (
      <p class="small">
        {fill(law.noneOf, { state: name })} {law.incomplete}
      </p>
    );
  const date = edtfInWords(newest.issued ?? newest.effective ?? '', page.words);
  const [before = '', after = ''] = fill(law.newest, { state: name, date }).split('{what}');
  return (
    <p class="small">
      {before}
      <a href={page.to(`policy/${newest.id}`)} lang="en">
        {newest.title}
      </a>
      {after} {law.incomplete}
    </p>
  );
}

/** What the page of a state's law shows. */
export interface PlaceLawData {
  state: string;
  book: LawBook;
  on: Day;
  asked: AskedOf[];
  newest: Instrument | null;
  /** What single counties have of their own. */
  countyActs: CountyAct[];
}

/** What applies in a state on a day. */
export function PlaceLaw({ page, data, day }: { page: Page; data: PlaceLawData; day: DayShown }) {
  const { words } = page;
  const { law } = words;
  const state = stateIn(data.state, words);
  const title = fill(law.applies.title, { state });
  const date = dayInWords(data.on, words);
  return (
    <Layout page={page} title={title} description={fill(law.applies.lead, { date, state })}>
      <h1>{title}</h1>
      <p class="answer">{fill(law.applies.lead, { date, state })}</p>
      <p class="asof">
        <LawNote page={page} day={day} />
      </p>
      <p class="small">
        <a href={page.to(`state/${data.state}`)}>{state}</a> · <a href={page.to('policies')}>{law.title}</a>
      </p>
      <OnAnotherDay page={page} day={day} />
      <AskedTable page={page} book={data.book} found={data.asked} state={data.state} />
      <CountyActs page={page} acts={data.countyActs} named />
      <Reach page={page} state={data.state} newest={data.newest} />
    </Layout>
  );
}

/** The law that applied to an agency on a day: a section of its page, or nothing where the record holds none. */
export function AgencyLaw({
  page,
  view,
  book,
  on,
  asked,
  newest,
}: {
  page: Page;
  view: AgencyView;
  book: LawBook;
  on: Day;
  asked: AskedOf[];
  newest: Instrument | null;
}) {
  const { law } = page.words;
  if (asked.length === 0) return null;
  return (
    <section>
      <h2>{law.agencyTitle}</h2>
      <p class="small">
        {fill(law.agencyLead, { date: dayInWords(on, page.words) })} {law.notAdvice}{' '}
        <a href={page.to(`law/${view.state}`)}>
          {fill(law.applies.link, { state: stateIn(view.state, page.words) })}
        </a>
      </p>
      <AskedTable page={page} book={book} found={asked} state={view.state} />
      <Reach page={page} state={view.state} newest={newest} />
    </section>
  );
}
