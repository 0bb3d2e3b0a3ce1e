import type { Activity } from './activity.ts';
import type { Position } from './claim.ts';
import { clauseBefore } from './clauses.ts';
import type { Step } from './lexicon-agreements.ts';
import { cue } from './lexicon-cues.ts';
import { scopeOf, subjectIn } from './scope.ts';
import type { Sentence } from './sentences.ts';

const NEG = cue('{NEG}');
const STOP = cue('{STOP}');
const COND = cue('{COND}', '');
const FUTURE = cue('{FUTURE}', '');
const HEDGE = cue('{HEDGE}', '');
const LOCAL = cue('\\b{LOCAL}\\b', '');
// A larger number of beds or people than before, under a contract.
const MORE =
  /\b(?:more|additional|extra|another \d+|up from|from \d+ to \d+|increase\w*|bigger|larger|expan\w+|double)\b/;
const DEAL = /\b(?:contract|agreement|deal|amend\w*|approv\w+|terms?|voted|guarantee\w*)\b/;
// "What happens when police work with ICE": the clause only names a case.
const IN_A_CASE =
  /^[\s"(—–;:,-]*(?:and |or |but |so |because |y |pero )?(?:when|whenever|if|whether|what happens when|how|why|cuando|si|como) (?:the |a |an |its |their |local )?(?:[a-z'-]+ ){0,3}$/;
// Appeals, demands and opinions of what ought to be.
const APPEAL =
  /\b(?:urg(?:e|ed|es|ing)|call(?:ed|s|ing)? (?:on|for)|demand(?:ed|s|ing)?|ask(?:ed|s|ing)? (?:that |the (?:county|city|council|sheriff|board|commission)\S* (?:to|that))|want(?:ed|s)? (?:the |him|her|them|sheriffs?|police|cities)|press(?:ed|ing)|petition(?:ed)? to|should|ought|please|quier\w+ que (?:el|la|los|las)|exig\w+|(?:pid\w+|pedir|pedian?|reclam\w+|demandar?\w*|protest\w+) (?:para )?que|rumou?rs?|fear(?:s|ed)? (?:that|of)|(?<!\b(?:complaint|lawsuit|suit|filing) )accus\w+)\b(?:(?!, (?:and|but|so|y|pero) )[^.;"]){0,80}$/;
// Police and federal agents work together on crime everywhere: that is no help with immigration.
const CRIME =
  /^[^.;]{0,60}\b(?:criminal (?:cases?|investigations?|matters?|warrants?)|drugs?|guns?|gangs?|fentanyl|narcotics|trafficking|terroris\w+|fugitives?|homicides?|child exploitation|organized crime)\b/;
// An officer in danger is helped whoever he is.
const IN_NEED =
  /^[^.;]{0,30}\b(?:in (?:danger|distress|trouble|an emergency|emergencies)|under attack|(?:call|calls|called) for (?:help|backup|emergency)|who need (?:urgent|emergency) help)\b/;
// "Quit the program, in which deputies questioned inmates": what was done under it ended with it.
const UNDER_WHICH = cue('{N}[^.;,]{0,30},? (?:in|under|through) which [^.;,]{0,60}$', '');
const IMM = cue('{IMM}', '');
const UNDENIED = /(?:\b(?:not|never)|n't) (?:deny|denied|dispute[d]?|contest(?:ed)?|hide)\b/;
const DOUBLE =
  /(?:\bnot|n't)\b[^.;]{0,20}\bsay\b[^.;]{0,20}(?:\bnot|n't)\b|(?:\bnot|n't)\b (?:true|the case|so|correct) that\b[^.;]{0,40}(?:\bnot|n't)\b/;
const FROM_A_DAY =
  /\b(?:as of|starting|beginning|effective|from|come|after)\b (?:[a-z]+\.? \d|monday|tuesday|wednesday|thursday|friday|saturday|sunday|today|now on|the end of|january|february|march|april|june|july|august|september|october|november|december)|\bany ?more\b|\bany longer\b/;
// Before a bare verb: what somebody may, could or is meant to do is no practice.
const UNREAL =
  /\b(?:could|would|might|may|to|can|who|without|which|that|pued[ea]\w*|podria\w*|de|para)\s(?:[a-z]+ly )?$/;
// "Applied to help enforce", "firmó la solicitud para que sus oficiales puedan ejecutar": asked for, and not done yet.
const ASKED_TO =
  /\b(?:appl(?:y|ies|ied|ying|ication)|(?:sought|seek(?:s|ing)?|asked for|request\w*) (?:permission|approval|authority|powers)|solicit(?:o|ud|a|an|aron|ado)|pidi(?:o|eron))\b (?:[a-z]+ ){0,3}?(?:to|that would|for|para que|para)\s(?:[a-z]+ ){0,4}$/;
// "A pitch for closer cooperation": wished for, and no practice.
const PITCH =
  /\b(?:pitch|plea|proposal|push|case|calls?|argument|bill|demands?|hopes?|need|request) for (?:a |more |[a-z]+er )?(?:[a-z]+ )?$/;
// "An inquiry about leasing cells", "the idea of helping ICE": spoken of, and not done.
const MOOTED =
  /\b(?:inquir(?:y|ies)|questions?|talks?|ideas?|proposals?|rumou?rs?|discussions?|possibility|prospect|notion|thoughts?|pitch)\b (?:about|of|on|for|to|that) (?:[a-z']+ ){0,2}$/;
const INTENDS =
  /\b(?:plan(?:s|ned|ning)?|intend(?:s|ed)?|wants?|hop(?:es|ing)|means|set|agreed|about|prepar(?:es|ing)|offer(?:s|ed)|pledg(?:es|ed)|promis(?:es|ed)|vow(?:s|ed)) to\s(?:[a-z]+ ){0,2}$/;
// "If they have a detainer, we honor it": what is asked for is no doubt and no condition, unless the clause sets one.
const WHEN_ASKED = cue(
  "\\b(?:if|when|whenever|once|every time|any time|cuando|si) (?:the |a |an |el |la )?(?:{ICE}|they|there(?:'s| is)|we|detainers?|hold|nos)(?:(?! (?:warrant|judge|court)|[.;,])[^.;,]){0,60}?\\b(?:detainers?|holds?|requests?|ask(?:s|ed)?|wants?|call(?:s|ed)?|need(?:s|ed)?|files?|one|piden?|retencion)\\b(?=[^.;,]{0,30},)(?![^.;,]*\\b(?:warrant|judge|court|crime|felon|convict|serious|violent))",
  'g',
);
const NEG_WITHIN = cue('{NEG}', '');
// "He once refused them all": told of a time that is over.
const ONCE =
  /\b(?:he|she|they|it|who|that|sheriff|office|department|county|jail|[a-z]+) once (?:[a-z]+ly )?$/;
// What was so in years gone by.
const PAST =
  /\buntil (?:now|then|recently)\b[^.;]{0,60}\bhad\b|\bhad (?:previously|until then|always|once|formerly) |\bfrom (?:19|20)\d\d (?:until|to|through)\b|\bused to\b|\bback (?:in|when)\b|\bin (?:those|earlier) (?:days|years)\b|\bde (?:19|20)\d\d a (?:19|20)\d\d\b/;
// "The office has run checks on everybody booked since 2021 and notifies ICE": the second verb of one subject, however far off.
const SECOND_VERB = /\b(?:and|but|y) (?:also |then |now )?$/;
const IN_TRAINING =
  /\b(?:are|is|now|currently) (?:now |currently )?(?:being|in|undergoing|receiving|taking|completing) (?:[a-z0-9-]+ ){0,3}?(?:train|course|class)|\b(?:reciben?|toman?|cursan?|asisten?|hacen)\b/;
// "The office's work with ICE will stop."
const ENDS_BEHIND =
  /^(?:'s)? (?:[a-z]+ ){0,3}?(?:will|would|is going to|are going to|is|are|was|were|has|have|had) (?:soon |be |been |now |being |officially |come to an )*(?:stop(?:ped)?|end(?:ed)?|cease[d]?|over|halt(?:ed)?|suspended|discontinued|terminated|cancell?ed|an end)\b/;
const UNWILLING =
  /\bno (?:plans?|intentions?|interest|desire|need)\b|(?:\bnot|n't) (?:going|planning|willing|intend|want|interested)\b|\bwo?n't\b|\bwill not\b|\brefus|\bdeclin/;
// In what is told of somebody's words "had" may stand for "has".
const TOLD = /\b(?:said|says|told|wrote|according|confirmed|testified|reported)\b/;
// What a rule had told people before it was struck.
const HAD_RULED =
  /\bhad (?:told|barred|required|directed|instructed|forbidden|ordered|prohibited|banned|allowed|let) (?:[a-z']+ ){0,3}?(?:officers|deputies|police|staff|members|troopers|jailers|them) (?:not |never |from )?(?:to )?(?:[a-z]+ ){0,2}?$/;
const REAL_TO =
  /\b(?:has to|have to|had to|(?:is|are|was|were) (?:now )?to|continue to|continues to|agreed to|told to|required to|trained to|must|(?:orders?|policy|directive|memo)[a-z ]{0,30} to|instruct\w+ [a-z ]{0,25} to|direct\w+ [a-z ]{0,25} to)\s$/;

/** True when what stands before an offset makes it an appeal, a demand or a rumor. */
export function isAppeal(text: string, start: number): boolean {
  return APPEAL.test(text.slice(Math.max(0, start - 110), start));
}

/** Whether a stop or a no rules over what begins at an offset; null for neither. */
export function negates(text: string, start: number): 'stop' | 'no' | null {
  const pre = clauseBefore(text, start).replace(
    /\b(?:they|who|officers|deputies|we|he|she|traffic) stops?\b/g,
    (words) => '_'.repeat(words.length),
  );
  const wide = text.slice(Math.max(0, start - 110), start);
  if (scopeOf(STOP, pre, wide)) return 'stop';
  return scopeOf(NEG, pre, wide) ? 'no' : null;
}

// "Held on the basis of a detainer": what is not enough is no condition.
const BASIS =
  /\b(?:on the (?:sole )?(?:basis|strength|authority) of|(?<=\b(?:detain|hold|arrest|stop|keep|held|detained) (?:[a-z]+ ){0,3})on|based (?:solely |only |purely )?(?:up)?on|(?:solely|only|merely|simply|just|purely) (?:on|because of|for)|because of|por) (?:(?:an?|any|the|una?|such|ice|civil|immigration|federal|administrative|i-\d+|form) )*(?:detainers?|(?:administrative|civil|immigration|ice) warrants?|holds?|i-\d+)(?:,? (?:or|and|nor) (?:(?:an?|any|ice|civil|immigration|administrative) )*(?:detainers?|(?:administrative|civil|immigration|ice) warrants?|holds?))?/g;

/** The position that an activity amounts to by the words around it, or null where it is nobody's position. */
export function activityPosition(
  activity: Activity,
  sentence: Sentence,
  start: number,
  words: string,
): Position | null {
  const text = sentence.fold;
  const pre = clauseBefore(text, start).replace(WHEN_ASKED, (words) => '_'.repeat(words.length));
  const wide = text.slice(Math.max(0, start - 110), start);
  if (APPEAL.test(wide)) return null;
  if (ONCE.test(pre)) return null;
  const behind = text.slice(start + words.length, start + words.length + 140);
  if (UNDENIED.test(pre) || UNDENIED.test(wide)) return null;
  // "Counties whose deputies enforce it" are others; "rescinded a policy that barred calls" may be read either way.
  if (/(?<!,)(?<!, and) \bwhose (?:[a-z]+ ){1,3}$/.test(pre)) return null;
  if (
    /\b(?:rescind|revok|repeal|overturn|scrap|lift|revers)\w*\b[^.;]{0,60}\b(?:not|never|no|bar|bars|barred|barring|ban|bans|banned|banning|forbids?|forbade|forbidding|prohibit\w*|limit\w*|restrict\w*|prevent\w*)\b/.test(
      wide,
    )
  )
    return null;
  if (HAD_RULED.test(wide)) return null;
  const under = UNDER_WHICH.exec(text.slice(0, start));
  if (under && negates(text, under.index)) return null;
  // The Vienna convention has jails ask foreigners and tell their consulates: that is no dealing with the immigration service.
  if (
    /^(?:status|notification)/.test(activity.programme) &&
    /\bconsul(?:ar|ates?|ados?|ares)?\b/.test(behind + words)
  )
    return null;
  const past = PAST.test(text);
  const bare = (part: string): string => part.replace(BASIS, '_');
  const conditional = COND.test(bare(pre.slice(-70))) || COND.test(bare(words + behind));
  if (activity.says === 'limits') return /^(?:detainer|no)/.test(pre) ? null : 'limits';
  if (activity.says === 'stop') return scopeOf(NEG, pre, wide) ? null : 'ends';
  if (activity.says === 'no') {
    if (scopeOf(NEG, pre, wide))
      return activity.id.startsWith('detainer') || activity.id.startsWith('deny') ? 'takes-part' : null;
    if (conditional) return 'limits';
    if (past) return 'ends';
    return /\bno longer\b/.test(words) || (FROM_A_DAY.test(text) && /\bwill\b/.test(text))
      ? 'ends'
      : 'declines';
  }
  if (past) return null;
  return saidOfDoing(activity, { text, start, words, pre, wide, behind, conditional });
}

/** What stands around the words of an activity. */
interface Around {
  /** The sentence, folded, and where in it the words start. */
  text: string;
  start: number;
  words: string;
  /** The clause before the words, and 110 letters before them whatever the clause. */
  pre: string;
  wide: string;
  behind: string;
  /** Only under a condition, such as a judge's warrant. */
  conditional: boolean;
}

/** The position where an activity is denied, stopped or done only in some cases; else what doing it amounts to. */
function saidOfDoing(activity: Activity, around: Around): Position | null {
  const { text, start, words, pre, wide, behind, conditional } = around;
  if (DOUBLE.test(text.slice(0, start + 10))) return 'takes-part';
  if (ENDS_BEHIND.test(behind) && !scopeOf(NEG, pre, wide)) return 'ends';
  const negated = scopeOf(NEG, pre, wide) || NEG_WITHIN.test(words);
  if (negated && activity.programme === 'enforcement' && subjectIn(pre) === 'ice' && !LOCAL.test(pre))
    return null;
  const stopped =
    (scopeOf(STOP, pre, wide) ||
      /\bno longer\b|\bno (?:more(?! than)|new|further|additional)\b|\bya no\b/.test(words)) &&
    !/(?:\b(?:not|never)|n't) (?:[a-z]+ )?(?:stop|end|ceas|quit|halt)/.test(pre);
  if (stopped) return conditional && activity.programme !== 'detention-contract' ? 'limits' : 'ends';
  if (negated) {
    // Who has not been trained may yet be; who has no plans to be trained declines.
    if (activity.id === 'trained' || activity.id === 'course-done')
      return UNWILLING.test(pre.slice(-70)) ? 'declines' : null;
    if (conditional && !/\bor\b[^.]{0,10}$/.test(pre)) return 'limits';
    return FROM_A_DAY.test(text) && /\bwill\b|\bwon't\b|\bgoing to\b|\bany/.test(text) ? 'ends' : 'declines';
  }
  if (!activity.iceDoes && (subjectIn(pre) ?? subjectIn(text.slice(0, start))) === 'ice') return null;
  if (
    conditional &&
    !activity.programme.startsWith('287g') &&
    (activity.iceDoes || LOCAL.test(pre) || LOCAL.test(wide))
  )
    return 'limits';
  return ofDoing(activity, around);
}

/** The position that doing it amounts to, which may be meant, asked, imagined or of others; then it is nobody's, or yet to come. */
function ofDoing(activity: Activity, { text, start, words, pre, wide, behind }: Around): Position | null {
  // "Eight deputies were trained": whom the words themselves name.
  const named =
    activity.id === 'trained' && LOCAL.test(words) && /\b(?:was|were|been|fue|fueron|sido)\b/.test(words);
  if (
    !activity.iceDoes &&
    !named &&
    !LOCAL.test(pre) &&
    !LOCAL.test(wide) &&
    !(SECOND_VERB.test(text.slice(0, start)) && LOCAL.test(text.slice(0, start)))
  )
    return null;
  if (INTENDS.test(pre)) return 'will-join';
  if (
    activity.programme === 'detention-contract' &&
    MORE.test(words + behind.slice(0, 40)) &&
    DEAL.test(text)
  )
    return 'expands';
  if (activity.programme.startsWith('287g') && ASKED_TO.test(pre)) return 'will-join';
  if (activity.programme === 'enforcement' && ASKED_TO.test(pre)) return null;
  if (MOOTED.test(pre)) return null;
  // Beds for the marshals are no beds for the immigration service.
  if (
    activity.programme === 'detention-contract' &&
    /\bmarshals?\b/.test(text) &&
    !/\bice\b|immigra|inmigra/.test(text)
  )
    return null;
  if (UNREAL.test(pre) && !REAL_TO.test(pre)) return null;
  if (PITCH.test(pre)) return null;
  if (IN_A_CASE.test(pre)) return null;
  if (activity.programme === 'enforcement' && CRIME.test(behind) && !IMM.test(behind)) return null;
  if (activity.programme === 'enforcement' && IN_NEED.test(behind)) return null;
  if (HEDGE.test(pre) || /\bwho (?:have|has|had|spent|used)\b[^,]{0,45}$/.test(pre)) return null;
  if (/\bhad (?:long |also |once |previously |already )?$/.test(pre) && !TOLD.test(text)) return null;
  if (activity.programme === '287g' && IN_TRAINING.test(pre.slice(-40) + words)) return 'will-join';
  if (activity.programme === '287g' || activity.programme === '287g-warrant')
    return FUTURE.test(pre) || FUTURE.test(words) ? 'will-join' : 'takes-part';
  return 'takes-part';
}

// "Joining 287(g) is still on the table."
const OPEN =
  /\b(?:still |remains? |is |are )(?:still )?(?:on the table|an option|an open question|a possibility|possible|up in the air|under (?:review|discussion|study|consideration)|undecided|being (?:discussed|considered|weighed|studied))\b/;
// "No longer takes part": what ran has ended.
const LONGER = /\bno longer\b|\bn(?:ot|'t)\b[^.;,]{0,60}\b(?:any ?more|any longer)\b|\bya no\b/;
// What a law or somebody else makes or would make sheriffs do is nobody's own step.
const ASKED_OF =
  /\b(?:requir\w+|forc(?:e|es|ed|ing)|oblig(?:e|es|ed|ing)|compel\w*|mandat\w+|urg(?:e|es|ed|ing)|press(?:ed|ing)?|push(?:ed|ing)?|encourag\w+|invit(?:e|es|ed|ing)|ask(?:s|ed|ing)?|wants?|obliga\w*|exig\w+) (?:[a-z']+ ){0,6}?to\s?$/;

// "Refused to block the agreement" turns nothing down: a court's refusal says nothing of the office, anyone else's leaves all as it is.
const KEEPS =
  /\b(?:refus\w+|declin\w+|reject\w*|vot\w+ (?:down|against)|turn\w* down|rechaz\w+)\b[^.;]{0,50}\b(?:to |a (?:motion|bid|request|proposal|call|push|lawsuit|suit|petition) (?:to|against) )(?:[a-z]+ly )?(?:block|stop|halt|end|void|strike|bar|cancel|terminate|suspend|pause|quit|leave|overturn|undo|dismiss|intervene|throw out|freeze|invalidate|break)\b/;
// "Voted down a motion to end": the ending was refused.
const REFUSED =
  /\b(?:refus\w+|declin\w+|reject\w*|vot\w+ (?:down|against)|turn\w* down|defeat\w*|rechaz\w+)\b[^.;]{0,50}\bto (?:[a-z]+ly )?$/;
const COURT = /\b(?:judges?|courts?|magistrates?|panel|justices?|jueza?|tribunal|corte)\b/;
// "Asked for a copy of the agreement", "requested records about it": papers on it are asked for by anybody.
const PAPERS =
  /\b(?:cop(?:y|ies)|records?|documents?|details|information|text|transcripts?|e-?mails|data|an? (?:end|halt|stop|injunction|vote|hearing|audit|review|report)|copias?|detalles|informacion)\b(?: [a-z]+){0,2}? (?:of|about|on|to|regarding|concerning|showing|relat\w+ to|against|del?|sobre)\b/;

/** The position that a step about an agreement amounts to by the words around it, or null. */
export function stepPosition(
  step: Step,
  sentence: Sentence,
  start: number,
  words: string,
  untrained: boolean,
): Position | null {
  const text = sentence.fold;
  const pre = clauseBefore(text, start);
  const wide = text.slice(Math.max(0, start - 110), start);
  if (APPEAL.test(wide)) return null;
  const negated =
    scopeOf(NEG, pre, wide) ||
    (step.says !== 'lapse' &&
      step.says !== 'reject' &&
      step.says !== 'end' &&
      /\b(?:no|not|never|without|nunca|ningun)\b|n't\b/.test(
        words.replace(/\bno (?:later|fewer|less)\b/, ''),
      ));
  const hedged = HEDGE.test(pre.slice(-60)) || /\b(?:whether|if)\b/.test(wide.slice(-60));
  switch (step.says) {
    case 'lapse':
      if (/\bwould have\b|\bwas to\b|\bdue to\b/.test(words + pre.slice(-20))) return null;
      return hedged ? 'undecided' : 'ends';
    case 'end':
      // A pause of what never began ends nothing.
      if (untrained && /\bon (?:hold|pause|ice)\b|\bpaus|\bsuspend/.test(words)) return 'undecided';
      if (negated || REFUSED.test(wide)) return COURT.test(pre) ? null : 'unchanged';
      return hedged || /\b(?:may|can|could)\b[^.]{0,12}$/.test(pre) ? null : 'ends';
    case 'reject':
      if (KEEPS.test(words)) return COURT.test(pre) ? null : 'unchanged';
      return negated ? null : 'declines';
    case 'apply':
      if (PAPERS.test(words) || /^(?:pid\w+|solicit\w+) (?:al|a la|a los|a las)\b/.test(words)) return null;
      return negated ? 'declines' : hedged ? 'undecided' : 'will-join';
    case 'join':
      if (LONGER.test(pre.slice(-40) + words)) return 'ends';
      if (/\bhabria\w*\b|\bwould(?: not|n't)? have\b/.test(pre + words)) return null;
      if (OPEN.test(behindOf(text, start, words))) return 'undecided';
      if (ASKED_OF.test(pre.slice(-60))) return null;
      if (negated) return 'declines';
      if (hedged) return 'undecided';
      return FUTURE.test(pre.slice(-45)) ||
        /\b(?:beginning|starting) (?:in|on|next)\b/.test(behindOf(text, start, words)) ||
        /\b(?:(?:firmar|sumar|unir|entrar|ingresar|participar|inscribir|adherir)an?|will)\b/.test(words) ||
        untrained
        ? 'will-join'
        : 'takes-part';
    case 'have':
      // "No enforcement under the agreement": what is denied is done under it, not the having.
      if (step.id === 'have' && /, (?:and|but|which|who)\b/.test(words)) return null;
      if (/^under\b/.test(words) && /\b(?:no|any|without|ningun\w*|sin) (?:[a-z]+ ){1,3}$/.test(pre))
        return null;
      if (LONGER.test(pre.slice(-40) + words)) return 'ends';
      if (!negated && /\b(?:will|would|plans? to|intends? to)\s(?:[a-z]+ ){0,2}$/.test(pre))
        return 'will-join';
      return negated || /\b(?:no|ningun)\b/.test(words) ? 'declines' : hedged ? null : 'takes-part';
    case 'renew':
      return negated ? 'ends' : hedged ? 'undecided' : 'takes-part';
    case 'expand':
      return negated ? 'declines' : hedged ? 'undecided' : 'expands';
  }
}

function behindOf(text: string, start: number, words: string): string {
  return text.slice(start + words.length, start + words.length + 60);
}
