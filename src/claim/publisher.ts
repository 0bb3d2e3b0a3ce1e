import { agencyMentions } from './agencies.ts';
import { type Agency, derivedAgency } from './agency-names.ts';
import { plain } from './fold.ts';
import { cityState, stateOf, type Where } from './places.ts';

const GOVERNS =
  /^(?:the|of|and|county|parish|government|commission|board|(?:county )?commissioners|supervisors|council|court|clerk|administration|executive|manager|website|(?:, ?[A-Z][\p{L}.]*(?: [A-Z]\p{L}+)?)|[\s,.'’s-])*$/iu;

const BOARD =
  /,? (?:(?:city|town|village|borough|common|township) council|select ?board|board of (?:selectmen|aldermen|trustees|commissioners|supervisors)|council|commission|board|police (?:department|bureau|commission|board))$/i;

/** The agency whose own document this is, by its publisher: the agency itself, or the police of a town and the sheriff of a county that publishes; null for an outlet. */
export function publisherAgency(name: string | null, where: Where): Agency | null {
  if (!name) return null;
  const publisher = plain(name);
  const named = agencyMentions(publisher, where).find((mention) => !mention.weak);
  if (
    named &&
    /sheriff|police|jail|corrections|patrol|public safety|university|college|department|office|alguacil|polic[ií]a|oficina|departamento/i.test(
      publisher,
    )
  )
    return named.agency;
  const town =
    /^(?:the )?(?:city|town|village|borough|township) of (.+)$/i.exec(publisher)?.[1] ??
    /^(.+?) (?:city|town) (?:council|hall|clerk)$/i.exec(publisher)?.[1];
  // "City of North Port, Florida", "Town of Hudson Select Board": neither state nor board is part of the name.
  if (town) {
    const [name = town, state] = town.replace(BOARD, '').split(', ');
    return derivedAgency(
      'police',
      name,
      cityState(name, state ? stateOf(state, where.gazetteer) : null, where),
      where,
    );
  }
  const county = agencyMentions(publisher, where).find(
    (mention) => mention.weak && mention.agency.sort === 'sheriff',
  );
  // "County of Dane", "Washington County, Oregon, Board of Commissioners"; any other word beside makes it an outlet.
  return county && GOVERNS.test(publisher.slice(0, county.start) + publisher.slice(county.end))
    ? county.agency
    : null;
}

/** The agency under whose letterhead an unpublished document stands: one of its first lines is that name and little else. */
export function letterheadAgency(lines: readonly string[], where: Where): Agency | null {
  for (const line of lines.slice(0, 5)) {
    const words = plain(line).trim();
    if (words.length > 80) continue;
    const named = agencyMentions(words, where).find((mention) => !mention.weak);
    if (
      named &&
      named.end - named.start > words.length * 0.6 &&
      !/\b(?:[a-z]+s|[a-z]+ed|will|to)\b/.test(words.slice(named.end))
    )
      return named.agency;
  }
  return null;
}

/** True when the publisher is the agency itself, whose documents are its own word; a town's or a county's page is not. */
export function speaksAsAgency(publisher: string | null): boolean {
  return (
    publisher !== null &&
    /sheriff|police|jail|corrections|patrol|public safety|detention|policía|alguacil/i.test(publisher)
  );
}
