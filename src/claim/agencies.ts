import { listed, shortNames } from './agency-lists.ts';
import {
  type Agency,
  type AgencyMention,
  agencyOf,
  bareName,
  cap,
  type Found,
  leadOf,
  RUN,
  sheriffOf,
  wordLead,
} from './agency-names.ts';
import { RULES } from './agency-rules.ts';
import { placeKey } from './gazetteer.ts';
import { matchesOf } from './matches.ts';
import { stateBehind, stateOf, type Where } from './places.ts';

const COUNTY_ALONE = new RegExp(`(${RUN}) ([Cc]ounty|[Pp]arish)|[Cc]ondado (?:de )?(${RUN})`, 'gu');
const COMPILED = RULES.map((rule) => ({ ...rule, pattern: new RegExp(rule.source, 'gu') }));

// One of these stands in every name that a rule knows; the longest name is shorter than the reach around it.
const WORDS =
  /[Ss]heriff|[Aa]lguacil|[Cc][aá]rcel|[Pp]olic|[Jj]ail|[Dd]etention|[Cc]orrection|[Pp]rison|[Ll]ockup|[Jj]ustice|[Dd]eputies|[Oo]fficer|[Cc]hief|[Pp]atrol|[Tt]rooper|Department|Division|Bureau|Office|Agency|Commission|University|College|Rangers|Guard|Safety|Enforcement|Investigation|PD\b|(?:LAS|MCS|HCS)|CHP|[Oo]ficina/g;
const REACH = 200;

/** The text with everything blanked that is far from all such words: patterns that begin with any name cost most where none is. */
function nearWords(text: string): string {
  let out = '';
  for (const { index } of matchesOf(text, WORDS)) {
    const from = Math.max(out.length, text.lastIndexOf(' ', Math.max(0, index - REACH)) + 1);
    if (from > out.length) out += ' '.repeat(from - out.length);
    if (index + REACH > out.length) out = out + text.slice(out.length, index + REACH);
  }
  return out;
}

/** Every agency that the text names, in the order of the text. */
export function agencyMentions(text: string, where: Where): AgencyMention[] {
  const mentions: AgencyMention[] = [];
  const taken = new Uint8Array(text.length);
  listed(text, where, mentions, taken);
  const near = nearWords(text);
  for (const { pattern, make, bare, hint } of COMPILED) {
    if (hint && !hint.test(near)) continue;
    for (const match of matchesOf(near, pattern)) {
      const lead = bare
        ? 0
        : /^(?:[Tt]he )?University of |College|University/.test(match[1] ?? '')
          ? wordLead(match[1]!)
          : leadOf(match[1] ?? '', where);
      if (lead < 0) continue;
      const start = match.index + match[0].indexOf(match[1] ?? match[0]) + lead;
      const from = lead > 0 ? start : match.index;
      const end = match.index + match[0].length;
      if (taken[from] || taken[end - 1]) continue;
      match[1] = bareName((match[1] ?? '').slice(lead), where);
      const found = make(match, where);
      if (!found) continue;
      add(found, from, end);
    }
  }
  for (const match of matchesOf(text, COUNTY_ALONE)) {
    const run = match[1] ?? match[3] ?? '';
    const lead = leadOf(run, where);
    if (lead < 0 || taken[match.index + lead]) continue;
    // "The latest Maryland county to join" is any county of the state.
    if (match[2] === 'county' && stateOf(run.slice(lead), where.gazetteer)) continue;
    add(
      { ...sheriffOf(bareName(run.slice(lead), where), cap(match[2] ?? 'County'), ''), weak: true },
      match.index + lead,
      match.index + match[0].length,
    );
  }
  shortNames(text, mentions, taken);
  return unify(
    mentions.sort((a, b) => a.start - b.start),
    text,
  );

  function add(found: Found, start: number, end: number): void {
    taken.fill(1, start, end);
    const agency = agencyOf(
      found,
      text.slice(start, end),
      stateBehind(text.slice(end, end + 40), where.gazetteer),
      where,
    );
    mentions.push({ start, end, agency, weak: found.weak ?? false });
  }
}

/** One object for one agency, so that stages behind can compare by identity; a full name's "Department" wins over the assumed "Office". */
function unify(mentions: AgencyMention[], text: string): AgencyMention[] {
  const known = new Map<string, Agency>();
  for (const mention of mentions) {
    const key = `${mention.agency.sort}|${placeKey(mention.agency.name.replace(/(?:Office|Department)$/, ''))}|${mention.agency.state}`;
    const first = known.get(key);
    if (!first) known.set(key, mention.agency);
    else {
      if (
        /Department$/.test(mention.agency.name) &&
        /[Dd]epartment/.test(text.slice(mention.start, mention.end))
      )
        first.name = mention.agency.name;
      mention.agency = first;
    }
  }
  return jailsOfCorrections(mentions, text);
}

/** "The county jail" is the corrections department's where the document says that the county has one. */
function jailsOfCorrections(mentions: AgencyMention[], text: string): AgencyMention[] {
  const departments = mentions.filter(
    ({ agency }) =>
      agency.sort === 'jail' &&
      / Department of (?:Corrections|.*Detention(?: Facilities| Services)?)$/.test(agency.name),
  );
  for (const mention of departments.length > 0 ? mentions : []) {
    if (/[Ss]heriff|[Dd]eput/.test(text.slice(mention.start, mention.end)) || mention.weak) continue;
    const { sort, place, state } = mention.agency;
    const department = departments.find(
      ({ agency }) => agency.place === place && agency.state === state && agency !== mention.agency,
    );
    if (department && (sort === 'jail' || sort === 'sheriff')) mention.agency = department.agency;
  }
  return mentions;
}
