import type { Programme } from './claim.ts';

/** What a sentence is about, by words that need no verb beside them. Only a no, a stop or a condition in the same clause makes a position of it. */
export interface Matter {
  programme: Programme;
  source: string;
}

/** The matters, the most particular first. */
export const MATTERS: readonly Matter[] = [
  {
    programme: 'detainers',
    source:
      '\\b(?:detainers?|(?:ice|immigration|such|those|these|courtesy|48-hour|federal) holds?|hold requests?|48 (?:extra |more |additional )?hours|two (?:extra|more|additional) days|(?:past|beyond|after) (?:their|his|her|the|a) (?:release|sentence|time)|(?:hold|keep|detain)\\w* (?:people|anyone|anybody|someone|inmates|a person|them|prisoners) (?:for|on behalf of) (?:the )?{ICE})',
  },
  {
    programme: 'detention-contract',
    source:
      '\\b(?:bed space|beds?|per diem|(?:federal|immigration|ice) (?:inmates|prisoners|detainees)|detention contract|igsa)\\b',
  },
  {
    programme: 'notification',
    source:
      '\\b(?:release dates?|release times?|(?:notice|word|heads-up|warning|a call|tip) (?:to|for) (?:the )?{ICE}|notif\\w+)\\b',
  },
  {
    programme: 'status-inquiry',
    source:
      '\\b(?:(?:immigration|legal|citizenship) status|(?:place|country) of birth|where (?:they|he|she|people|you) (?:was|were|are|is) (?:born|from)|papers|estatus migratorio|papeles)\\b',
  },
  {
    programme: 'jail-access',
    source:
      '\\b(?:{ICE}|interviews?)\\b{ANY}{0,40}?\\b(?:in|into|inside|at) (?:the|our|its|his|her|my|county) (?:[a-z]+ )?(?:jails?|lockup|cells|facilit\\w+|booking)\\b',
  },
  {
    programme: 'information-sharing',
    source:
      '\\b(?:databases?|records?|license plate\\w*|camera\\w*|data|jail roster|booking lists?|information)\\b{ANY}{0,60}?{ICE}',
  },
  {
    programme: 'joint-operations',
    source:
      '\\b(?:raids?|sweeps?|round-?ups?|(?:immigration|ice|federal) (?:operations?|arrests?|activity)|redadas?|operativos?)\\b',
  },
  {
    programme: 'enforcement',
    source:
      '\\b(?:immigration (?:laws?|enforcement|matters?|duties|duty|work|business|issues|cases|agents?|officers?|policing)|deportations?|deporting|civil immigration|{ICE}|leyes migratorias|deportaciones|inmigracion)',
  },
];

/** Verbs of doing something for the immigration service, of any tense: with one of them and a matter, a local subject takes part. */
export const DOING =
  '\\b(?:honou?rs?|honored|complies|complied|accepts?|accepted|cooperates?|cooperated|cooperating|helps?|helped|assists?|assisted|notif(?:y|ies|ied)|alerts?|alerted|hands? over|handed|turns? over|turned|shares?|shared|provid(?:e|es|ed)|gives?|gave|allows?|allowed|lets?|screens?|screened|questions?|questioned|asks?|asked|checks?|checked|holds?|held|houses?|housed|works? with|worked with|transfers?|transferred|continue[sd]? to|enforces?|enforced|conducts?|conducted|participat(?:es|ed)|took part|takes? part|joined|arrest(?:s|ed)|detain(?:s|ed))\\b';
