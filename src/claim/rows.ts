import type { AgencyMention } from './agency-names.ts';
import { derivedAgency } from './agency-names.ts';
import type { Position, Programme } from './claim.ts';
import type { Frame } from './frames.ts';
import { placeKey } from './gazetteer.ts';
import type { Where } from './places.ts';
import type { Document, Sentence } from './sentences.ts';
import { spansWithin } from './spans.ts';

/** What a list says of each of its rows that says nothing else: read from the sentence, heading or table head before it. */
export interface Lead {
  programme: Programme;
  position: Position;
}

const MODELS: [Programme, RegExp][] = [
  [
    '287g-task-force',
    /\btask force\b|\btfm?\b|\bpatrol model\b|\b(?:grupo|fuerza|equipo) de (?:trabajo|tarea)s?\b/,
  ],
  [
    '287g-warrant',
    /\bwarrant(?: service)?\b|\bwso\b|\b(?:servicio|entrega) de ordenes\b|\bordenes (?:judiciales|de arresto)\b/,
  ],
  ['287g-jail', /\bjail(?: enforcement)?(?: model)?\b|\bjem\b|\bcarcel(?:es|aria)?\b/],
];
const PROGRAMMES: [Programme, RegExp][] = [
  [
    '287g',
    /\b287|\bagreements?\b|\bpartner\w*|\bparticipat\w+|\bmemorand|\bprogram\b|\bdeputiz|\bconvenios?\b|\bacuerdos?\b/,
  ],
  ['detainers', /\bdetainers?\b|\bholds?\b/],
  ['detention-contract', /\bbeds?\b|\bdetainees\b|\bcontracts?\b/],
  ['notification', /\bnotif\w+/],
];
const POSITIONS: [Position, RegExp][] = [
  [
    'ends',
    /\b(?:ended|terminated|expired|withdrew|withdrawn|no longer|cancel?led|left|dropped|lapsed|rescinded)\b/,
  ],
  ['undecided', /\b(?:undecided|considering|reviewing|under review|no decision|weighing)\b/],
  [
    'will-join',
    /\b(?:pending|pendientes?|solicit\w+|applied|application|awaiting|waiting|approved|in training|requested|will (?:sign|join)|planned|not yet)\b/,
  ],
  [
    'declines',
    /\b(?:declin\w+|refus\w+|does not|do not|will not|no agreement|not participating|none|opted out|non-?cooperative|will not honor)\b/,
  ],
  ['limits', /\bonly (?:with|if)\b|\bwith a (?:judicial )?warrant\b|\bjudicial warrant\b/],
  [
    'takes-part',
    /\b(?:signed|firm\w+|vigentes?|activ[oa]s?|formaliz\w+|active|participat\w+|in effect|yes|joined|takes? part|have (?:signed|agreements?)|with (?:287|agreements?)|honors?|partner\w*|current|in force)\b/,
  ],
];

/** What a lead-in ("Agencies with a 287(g) agreement:", a table's head) says of the rows behind it, or null; `topic` is the agreement spoken of before. */
export function leadOfRows(text: string, topic: Programme | null): Lead | null {
  const said = POSITIONS.find(([, pattern]) => pattern.test(text))?.[0];
  // "Pending applications:" under a text on 287(g) is about 287(g).
  const meant = topic && said && /:\s*$/.test(text) ? topic : undefined;
  const programme = PROGRAMMES.find(([, pattern]) => pattern.test(text))?.[0] ?? meant;
  if (!programme || !(meant || /287|\bice\b|immigra|detainer/.test(text))) return null;
  const position = said ?? 'takes-part';
  return { programme, position };
}

/** The frame of one row under a lead: its own words on model and standing win over the lead's. */
export function frameOfRow(row: Sentence, lead: Lead): Frame {
  const text = row.fold;
  const model = lead.programme === '287g' ? MODELS.find(([, pattern]) => pattern.test(text))?.[0] : undefined;
  const position = POSITIONS.find(([, pattern]) => pattern.test(text))?.[0] ?? lead.position;
  return {
    programme: model ?? lead.programme,
    position,
    start: 0,
    end: text.length,
    rule: 'row',
    kind: 'step',
  };
}

/** The agencies of a row: those it names, else the county or town in its first cell. */
export function agenciesOfRow(
  row: Sentence,
  agencies: AgencyMention[],
  where: Where,
  police: boolean,
): AgencyMention['agency'][] {
  const named = spansWithin(agencies, row.start, row.end);
  const strong = named.filter((mention) => !mention.weak);
  if (named.length > 0)
    return [...new Set((strong.length > 0 ? strong : named).map((mention) => mention.agency))];
  const first = /^(?:[-•*–—]\s*|\d+[.)]\s*)?((?:[A-Z][\p{L}'.-]+ ?){1,3}?)(?=\s*(?:[,:;|(—-]|\s{2}|$))/u
    .exec(row.plain)?.[1]
    ?.trim();
  if (!first) return [];
  const county = (where.gazetteer.counties.get(placeKey(first)) ?? []).some(
    (entry) => entry.state === where.state,
  );
  if (county && !police) return [derivedAgency('sheriff', first, where.state, where)];
  return police && where.state ? [derivedAgency('police', first, where.state, where)] : [];
}

/** True for a sentence that stands in a list or a table, or is a short line of one. */
export function isRow(sentence: Sentence, document: Document): boolean {
  if (sentence.kind === 'heading') return false;
  if (sentence.kind === 'table-row') return true;
  const alone =
    document.paragraphs[sentence.paragraph] === sentence.index &&
    document.sentences[sentence.index + 1]?.paragraph !== sentence.paragraph;
  return (
    alone &&
    (sentence.kind === 'list-item' || (sentence.plain.length < 90 && !/[.!?]["')]?$/.test(sentence.plain)))
  );
}
