import {
  type Agency,
  type AgencyMention,
  type AgencySort,
  agencyOf,
  type Found,
  knownCounty,
  leadOf,
  police,
  RUN,
  sheriffOf,
  W,
} from './agency-names.ts';
import { matchesOf } from './matches.ts';
import { stateBehind, type Where } from './places.ts';

const COUNTY_LIST = new RegExp(`((?:${RUN}, ){0,30}${RUN},? and ${RUN}) (?:[Cc]ounties|[Pp]arishes)`, 'gu');
const PAIR = new RegExp(
  `(?<![\\p{L}] |[\\p{L}])(${W}(?: ${W})? (?:and|y) ${W}(?: ${W})?)(?= (?:are|were|have|had|remain|signed|joined|se |ya |tienen|firmaron|also|both))`,
  'gu',
);
const CITY_LIST = new RegExp(
  `(?:[Pp]olice (?:departments )?(?:in|of)|departments (?:in|of)) ((?:${RUN}, ){0,30}${RUN},? and ${RUN})(?! (?:[Cc]ounties|[Pp]arishes))`,
  'gu',
);
const SERIES = new RegExp(`${W}(?: ${W})?(?:, ${W}(?: ${W})?){1,30},? and ${W}(?: ${W})?`, 'gu');
/** Adds the agencies of lists: "Ada and Canyon counties", "police in Boise, Nampa and Meridian". */
export function listed(text: string, where: Where, mentions: AgencyMention[], taken: Uint8Array): void {
  const each = (pattern: RegExp, make: (name: string) => Found | null, weak: boolean): void => {
    for (const match of matchesOf(text, pattern)) {
      const end = match.index + match[0].length;
      const beside = stateBehind(text.slice(end, end + 40), where.gazetteer);
      let at = match.index + match[0].indexOf(match[1]!);
      for (const part of match[1]!.split(/(, and |, | and | y )/)) {
        const lead = leadOf(part, where);
        const found =
          /^(?:, and |, | and | y )$/.test(part) || lead < 0
            ? null
            : make(part.slice(lead).replace(/'s$/, ''));
        if (found) {
          mentions.push({
            start: at + lead,
            end: at + part.length,
            weak,
            agency: agencyOf(found, part.slice(lead), beside, where),
          });
        }
        at += part.length;
      }
      taken.fill(1, match.index, match.index + match[0].length);
    }
  };
  // Runs of capitals are dear to look for: only where the word beside them stands somewhere.
  if (/[Cc]ounties|[Pp]arishes/.test(text)) each(COUNTY_LIST, (name) => sheriffOf(name, 'County', ''), true);
  if (/[Cc]ount|[Cc]ondado/.test(text))
    each(PAIR, (name) => (knownCounty(name, where) ? sheriffOf(name, 'County', '') : null), true);
  if (/[Pp]olice (?:departments )?(?:in|of)|departments (?:in|of)/.test(text)) each(CITY_LIST, police, false);
  bareCounties(text, where, mentions, taken);
}

/** A series of bare county names ("Harvey, Butler, Shawnee and Finney"), and those names again behind it. */
function bareCounties(text: string, where: Where, mentions: AgencyMention[], taken: Uint8Array): void {
  const series = new Set<string>();
  for (const match of matchesOf(text, SERIES)) {
    const names = match[0].split(/, and |, | and /);
    if (names.every((name) => knownCounty(name, where))) for (const name of names) series.add(name);
  }
  if (series.size === 0) return;
  const pattern = new RegExp(`(?<![\\p{L}])(?:${[...series].join('|')})(?![\\p{L}]| [A-Z]| [Cc]ount)`, 'gu');
  for (const match of matchesOf(text, pattern)) {
    if (taken[match.index]) continue;
    taken.fill(1, match.index, match.index + match[0].length);
    mentions.push({
      start: match.index,
      end: match.index + match[0].length,
      weak: true,
      agency: agencyOf(
        sheriffOf(match[0], where.state === 'LA' ? 'Parish' : 'County', ''),
        match[0],
        null,
        where,
      ),
    });
  }
}

const INITIAL_WORDS = /[A-Z]/g;
const SHORT_TAIL: Record<AgencySort, string[]> = {
  sheriff: ['SO', 'SD'],
  police: ['PD'],
  state: ['SP', 'HP'],
  jail: ['DC'],
  campus: ['', 'PD'],
};

/** Adds "DCSO", "HPD", "UNF": the initials of an agency that the document names in full. */
export function shortNames(text: string, mentions: AgencyMention[], taken: Uint8Array): void {
  const known = new Map<string, Agency>();
  for (const { agency } of mentions) {
    const initials =
      (agency.place ?? '')
        .replace(/\bof\b/g, '')
        .match(INITIAL_WORDS)
        ?.join('') ?? '';
    const whole = agency.name.match(INITIAL_WORDS)?.join('') ?? '';
    if ((agency.sort === 'state' || agency.sort === 'jail') && whole.length > 2) known.set(whole, agency);
    for (const tail of SHORT_TAIL[agency.sort])
      if ((initials + tail).length > 2) known.set(initials + tail, agency);
  }
  if (known.size === 0) return;
  for (const match of matchesOf(
    text,
    new RegExp(`(?<![\\p{L}])(?:${[...known.keys()].join('|')})(?![\\p{L}])`, 'gu'),
  )) {
    if (taken[match.index]) continue;
    const agency = known.get(match[0])!;
    mentions.push({
      start: match.index,
      end: match.index + match[0].length,
      agency,
      weak: agency.sort === 'campus',
    });
  }
}
