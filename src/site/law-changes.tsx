import { addDays, type Day } from '../base/index.ts';
import { type LawBook, lawChanges, type Standing } from '../law/index.ts';
import { joined, jurisdictionInWords, StandingChip } from './law-parts.tsx';
import type { Page } from './page.ts';
import { dayInWords } from './when.ts';

/** A provision that turned in some days, with all that a page says of it. */
export interface LawTurn {
  provision: string;
  instrument: string;
  title: string;
  jurisdiction: { state: string | null; county: string | null };
  summary: string;
  /** How it stood on the day before the first, and on the last. */
  before: Standing;
  after: Standing;
  days: Day[];
}

/** The provisions that turned on the days from `from` to `to`, both included, oldest first; of a state, its own and federal ones. */
export function lawTurns(book: LawBook, from: Day, to: Day, state: string | null = null): LawTurn[] {
  const turns = lawChanges(book, addDays(from, -1), to).flatMap(({ provision, before, after, days }) => {
    const instrument = book.instruments.get(provision.instrument);
    if (!instrument) return [];
    const { title, jurisdiction } = instrument;
    if (state !== null && jurisdiction.state !== null && jurisdiction.state !== state) return [];
    const { id, summary } = provision;
    return [{ provision: id, instrument: instrument.id, title, jurisdiction, summary, before, after, days }];
  });
  return turns.sort((a, b) => ((a.days[0] ?? '') < (b.days[0] ?? '') ? -1 : 1));
}

/** The turns as a section: on which days, from how to how each stood; nothing where there are none. */
export function LawTurns({ page, turns }: { page: Page; turns: readonly LawTurn[] }) {
  const { words } = page;
  if (turns.length === 0) return null;
  return (
    <section>
      <h2 id="law">{words.law.turnsTitle}</h2>
      <p class="small">
        {words.law.turnsNote} {words.law.notAdvice}
      </p>
      <ul class="provisions">
        {turns.map((turn) => (
          <li class="provision">
            <a class="of" href={`${page.to(`policy/${turn.instrument}`)}#${turn.provision}`} lang="en">
              {turn.title}
            </a>
            <p lang="en">{turn.summary}</p>
            <p class="small soft">
              {joined([
                turn.days.map((day) => dayInWords(day, words, 'short')).join(', '),
                jurisdictionInWords(turn.jurisdiction, page),
                <>
                  <StandingChip page={page} standing={turn.before} /> →{' '}
                  <StandingChip page={page} standing={turn.after} />
                </>,
              ])}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
