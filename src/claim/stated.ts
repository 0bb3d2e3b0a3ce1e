import type { Programme } from './claim.ts';
import { cue } from './lexicon-cues.ts';

const EXPLICIT =
  /(?:287|\b1357) ?\(? ?g\b|task force model|warrant service officer|jail enforcement (?:model|agreement|program)/;
const CONTRACT = /\b(?:contracts?|beds?|hous(?:e|es|ing)|detainees|per diem|igsa|contratos?)\b/;
// A contract for beds, with or without the immigration service named beside it.
const BEDS =
  /\b(?:beds?|detention|detainee|housing|igsa)s? (?:space )?(?:contracts?|agreements?|deals?)\b|\b(?:contracts?|agreements?|deals?|arrangements?)\b[^.;]{0,60}\b(?:beds?|detainees|house (?:them|people|immigra\w+)|\$\d+ (?:a|per) (?:night|day|head|person))\b|\bcontracts?\b[^.;]{0,40}\b(?:hold|house|keep|lodge)\b[^.;]{0,30}\b(?:people|inmates|immigrants|men|women)\b|\b(?:detainees|beds)\b[^.;]{0,60}\b(?:contracts?|agreements?|deals?|arrangements?)\b|\bcontrato (?:de|para) (?:camas|detencion|alojar)/;
const LODGING =
  /\b(?:beds?|hous(?:e|es|ing)|detainees|per diem|igsa|jails?|inmates|(?<!\bon )hold|keep|\$\d|federal prisoners|detenidos|carcel|camas)\b/;
// What jailers are trained or allowed to do themselves is no lodging.
const POWERS =
  /\b(?:lets?|allows?|trains?|deputi[sz]\w*|authori[sz]es?|empowers?)\b[^.;]{0,70}\b(?:question|interview|screen|identify|serve|arrest|check)\b/;
// "Ended its partnership with the shelter after immigrants complained": with somebody else, and the matter only near.
const WITH_ELSE = cue(
  '^{NOUN} (?:with|con) (?:(?!{ICE}|{IMM}|\\b(?:that|which|to|for|para|que)\\b)[^.;,]){3,50} (?:after|when|because|while|amid|cuando|porque|mientras) ',
  '',
);
const GENERIC_STATED = cue(
  "(?:{NOUN}{ANY}{0,60}?{ICE}|{ICE}(?:'s)? (?:[a-z-]+ ){0,3}?{NOUN}|(?:immigration|deportation|screening)[a-z -]{0,20} {NOUN}|{ICE}[^.;]{0,90}\\b{NOUN} with (?:it|them|(?:the|that) (?:agency|feds|government|service))\\b|{NOUN}(?:(?! and (?:will|would|does|did|has|had|is|was)\\b)[^.;]){0,120}?(?:immigra|deport))",
  '',
);

/** The agreement-like programme that a sentence speaks of by its own words, or null. */
export function agreementIn(text: string): Programme | null {
  if (EXPLICIT.test(text)) return '287g';
  if (BEDS.test(text)) return 'detention-contract';
  let rest = text;
  let stated = GENERIC_STATED.exec(rest);
  while (stated && WITH_ELSE.test(rest.slice(stated.index))) {
    rest = rest.slice(stated.index + 1);
    stated = GENERIC_STATED.exec(rest);
  }
  if (!stated) return null;
  return CONTRACT.test(text) && LODGING.test(text) && !POWERS.test(text) ? 'detention-contract' : '287g';
}
