import type { Areas, Findable } from './find.ts';
import type { Agency } from './model.ts';
import { canonicalWords } from './names.ts';
import { countyName } from './places.ts';
import { plain } from './plain.ts';
import { stateName } from './states.ts';

/** What a search needs of an agency: everything but the words of its own name, place and areas is worked out here. */
export function findableOf(agency: Agency): Findable {
  const { id, name, state, place, counties, aliases, ori, kind } = agency;
  const canonical = canonicalWords(name, state).split(' ');
  const also = new Set([
    ...canonical,
    ...aliases.flatMap((alias) => [...plain(alias).split(' '), ...canonicalWords(alias, state).split(' ')]),
    ...ori.map(plain),
  ]);
  for (const word of ['', ...plain(name).split(' ')]) also.delete(word);
  return {
    ...{ id, name, state, place, counties },
    also: [...also],
    length: canonical.length,
    sheriff: kind === 'sheriff',
  };
}

/** The names of the counties and states of these agencies. */
export function areasOf(agencies: readonly Findable[]): Areas {
  const areas = new Map<string, string>();
  for (const { state, counties } of agencies) {
    if (!areas.has(state)) areas.set(state, stateName(state));
    for (const fips of counties) if (!areas.has(fips)) areas.set(fips, countyName(fips));
  }
  return areas;
}
