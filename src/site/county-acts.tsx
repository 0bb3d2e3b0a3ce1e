import type { Day } from '../base/index.ts';
import { instrumentStanding, type LawBook, type Standing } from '../law/index.ts';
import { countyOf } from '../resolve/index.ts';
import { joined, StandingChip } from './law-parts.tsx';
import type { Page } from './page.ts';

/** An instrument that binds the agencies of one county alone, with how it stands on a day. */
export interface CountyAct {
  instrument: string;
  title: string;
  county: string;
  standing: Standing;
}

/** The instruments of single counties of a state that stand on a day, in force or blocked; of one county, by any of its codes, where `counties` are given. */
export function countyActs(
  book: LawBook,
  state: string,
  on: Day,
  counties: readonly string[] | null = null,
): CountyAct[] {
  return [...book.instruments.values()].flatMap((instrument) => {
    const { id, title, jurisdiction } = instrument;
    const { county } = jurisdiction;
    if (county === null || jurisdiction.state !== state) return [];
    if (counties !== null && !counties.includes(county)) return [];
    const standing = instrumentStanding(book, instrument, on);
    const stands = standing.state === 'in-force' || standing.state === 'blocked';
    return stands ? [{ instrument: id, title, county, standing }] : [];
  });
}

/** Acts of single counties as a section; nothing where there are none. A county's own page does not name it again. */
export function CountyActs({
  page,
  acts,
  named = false,
}: {
  page: Page;
  acts: readonly CountyAct[];
  named?: boolean;
}) {
  const { law } = page.words;
  if (acts.length === 0) return null;
  return (
    <section>
      <h2>{named ? law.countyActs : law.ownActs}</h2>
      <ul class="plain">
        {acts.map(({ instrument, title, county, standing }) => (
          <li>
            {joined([
              named && <a href={page.county(county)}>{countyOf(county)?.full ?? county}</a>,
              <a href={page.to(`policy/${instrument}`)} lang="en">
                {title}
              </a>,
              <StandingChip page={page} standing={standing} />,
            ])}
          </li>
        ))}
      </ul>
    </section>
  );
}
