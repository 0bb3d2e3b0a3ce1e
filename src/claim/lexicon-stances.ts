import type { Position } from './claim.ts';

/** Words for not having been asked, not having decided, and nothing having changed. */
export interface Stance {
  id: string;
  position: Extract<Position, 'not-approached' | 'undecided' | 'unchanged'>;
  source: string;
  /** Other frames that the same words would make are none. */
  clears?: boolean;
}

const S = (id: string, position: Stance['position'], source: string, clears = true): Stance => ({
  id,
  position,
  source,
  clears,
});
const ASKED =
  '(?:approached|contacted|asked|invited|called (?:on|me|us|him|her)|notified|reached out to|heard (?:anything |a word )?from|requested|recruited|enlisted|tapped|solicited|acercad\\w+|contactad\\w+|invitad\\w+|solicitad\\w+)';

/** The stances in order; of each position only the first counts in a sentence. */
export const STANCES: readonly Stance[] = [
  S(
    'not-asked',
    'not-approached',
    `(?:\\bnot\\b|n't\\b|\\bnever\\b|\\bno one(?:'s)?\\b|\\bnobody(?:'s)?\\b|\\byet to\\b|\\bno (?:one|han|ha|hemos|nos)\\b|\\bnunca\\b)(?: [a-z']+){0,5}? ?(?:been |be |sido |was |were )?${ASKED}\\b(?! (?:whether|to comment|if|about\\b(?! (?:[a-z0-9'()]+ ){0,4}?(?:one|it|this|that|joining|taking|participat|helping|program|signing|287|agreement|partnership|task force|contract|raid|operation))|for comment))`,
  ),
  S(
    'ice-not-asked',
    'not-approached',
    `{ICE}(?! (?:detainers?|holds?|requests?|warrants?|agreements?|contracts?|program|detainees))(?:(?! and )[^.;]){0,40}?(?:(?<!\\b(?:is|are|be|will be|being) )\\bnot\\b|(?<!\\b(?:is|are))n't\\b|\\bnever\\b|\\bno (?:nos |se )?ha\\w*) (?:yet )?(?:been in (?:touch|contact)|tell|told|inform\\w*|notif\\w+|warn\\w*|alert\\w*|give (?:us|the|any)|contact\\w*|approach\\w*|ask(?:ed)?(?! about)|reach\\w* out|call\\w*|request\\w*|invit\\w*)\\b`,
  ),
  S(
    'nobody-from',
    'not-approached',
    "\\b(?:nobody|no one|none) (?:from|with|at|in) (?:the )?{ICE}{ANY}{0,30}?\\b(?:called|asked|contacted|approached|reached out|been in (?:touch|contact)|spoken|talked)\\b(?!(?: (?:with|to))?(?: (?:him|her|us|them|me|the [a-z]+))? (?:about|over|regarding) (?!(?:[a-z0-9'()]+ ){0,4}?(?:it|this|that|joining|taking|helping|program|signing|287|agreement|raid|operation|immigra\\w+|enforcement|work\\w*|cooperat\\w+|assist\\w*)))",
  ),
  S(
    'no-request',
    'not-approached',
    '\\b(?:no|any|zero|ningun\\w*) (?:such |formal |official )?(?:requests?|calls?|word|contact|communications?|invitations?|outreach|solicitud\\w*|llamada\\w*) (?:[a-z]+ ){0,5}?(?:from|by|de|del|of) (?:the |el |la )?{ICE}',
  ),
  S(
    'received-none',
    'not-approached',
    "(?:\\bnot\\b|n't\\b|\\bnever\\b|\\bno (?:ha|han|hemos|hubo)\\b) (?:yet |to date )?(?:received|gotten|got|get|had|seen|fielded|recibido)\\b (?:an?|any|one|a single|so much as an?|un|una|ningun\\w*) (?:such |formal |official |single |written |direct )?(?:requests?|calls?|word|inquir\\w+|communications?|invitations?|outreach|solicitud\\w*|peticion\\w*|llamada\\w*|invitacion\\w*)\\b",
  ),
  S(
    'no-talks',
    'not-approached',
    "\\b(?:(?:had|has|have|been) no|(?:not|n't|never) (?:had|have|held|been in)(?: any| a single)?) (?:[a-z]+ )?(?:conversations?|talks|discussions?|contact|communications?|dealings) (?:[a-z]+ )?(?:with|from) {ICE}",
  ),
  S(
    'sin-solicitud',
    'not-approached',
    '\\b(?:no|ni|tampoco|nunca|jamas)\\b (?:se )?(?:ha|han|hemos|he|hubo|recibio|recibimos) (?:recibido |tenido |habido )?(?:(?:ningun\\w*|una?) )?(?:solicitud|peticion|pedido|llamada|aviso|comunicacion|invitacion)\\w*',
  ),
  S(
    'nos-avisaron',
    'not-approached',
    `\\b(?:nadie|ningun\\w*)\\b (?:[a-z]+ ){0,4}?se (?:ha|han|habia|habian) (?:comunicado|puesto en contacto|acercado)\\b|\\b(?:no|tampoco|nunca|ni|jamas|nadie)\\b (?:(?!lo |la |los |las )[a-z]+ ){0,3}?(?:fu(?:e|imos|eron|i)|ha sido|han sido|hemos sido|(?:nos|se|le|les|me) (?:ha|han|hay[ai]n?|hubo|habia|habian)|ha|han) (?:[a-z]+ ){0,1}?(?:avisad|contactad|informad|notificad|consultad|invitad|solicitad|pedid|alertad|advertid|acercad)\\w*`,
  ),
  S(
    'not-decided',
    'undecided',
    "(?:\\bnot\\b|n't\\b|\\byet to\\b|\\bno ha\\w*\\b)(?: (?:yet|so far|fully|formally|finally|been|be|have|has|had|ever|, however,|really|quite|publicly|officially|going|prepared|ready|to|sure|even|aun|todavia|a))* ?(?:decid\\w+|(?:picked|chosen|settled on|landed on) (?:one|either|a side|which|between|what)|giv(?:en|e|ing) (?:{ICE}|them|him|her) (?:an |any |his |her |its |their )?(?:answer|reply|yes or no)|made (?:a |any |up |the )?(?:final )?(?:decision|determination|(?:his|her|its|their|my|our) minds?)|make (?:a |any |up )?(?:decision|(?:my|his|her|our|their) mind)|determin\\w+|committed|tak(?:en|e) a position|rul(?:e|ed|es|ing) (?:it |that |anything )?out|tomado una decision)",
  ),
  S(
    'undecided',
    'undecided',
    "\\bundecided\\b|\\b(?:lo|la) (?:esta|estan|estamos|estoy|sigue|siguen) (?:pensando|evaluando|analizando|estudiando|considerando)|\\bno (?:he|ha|han|hemos) (?:decidido|tomado (?:una|la|ninguna) decision)|\\b(?:sin|por) decidir\\b|\\btodavia no (?:sabe|saben|decide|deciden)\\b|\\b(?:does not|doesn't|do not|don't) know (?:yet )?(?:if|whether|yet|what part|how far)|\\bbefore (?:he|she|it|they|we|i) (?:decides?|makes? up)|\\bnot said (?:yes or no|whether)|\\btalk(?:ing|s) (?:with|to) (?:the )?{ICE} about|\\b(?:no ha|aun no|todavia no|no se ha) (?:decid\\w+|defin\\w+|resuel\\w+|determin\\w+|sabe\\w*|tom\\w+ (?:una|la|ninguna) decision)|\\b(?:esta|estan) por (?:decidir|definir|verse)|\\bno (?:descarta|descarto|ha descartado)\\b|\\bno (?:final )?decision\\b|\\bremains? to be (?:seen|decided)|\\bon the fence\\b|\\b(?:chewing|sleeping) on (?:it|that|this)\\b|\\b(?:owes?|promis(?:es|ed)) (?:[a-z]+ ){0,3}?(?:an answer|a decision) (?:by|before|in|next)\\b|\\bup in the air\\b|\\bup for debate\\b|\\btoo (?:early|soon)\\b|\\banybody's guess|\\banyone's guess|\\bremains? (?:unclear|uncertain|to be seen)|\\b(?:has|have) until\\b{ANY}{0,25}?\\bto (?:renew|decide|sign|extend|choose|vote)|\\bno vote (?:was|has been) taken|\\b(?:took|taken) no (?:vote|action)|\\bwill (?:be put|go|come) (?:to a vote|before)|\\b(?:set|scheduled|due|expected) (?:for|to) (?:a )?(?:vote|decide)|\\bpremature\\b|\\bnot (?:ready|prepared) to (?:say|decide|commit)|\\bwaiting (?:to see|for (?:guidance|details|legal))|\\b(?:put off|postpon\\w+|delay(?:ed|s|ing)?|tabled?|deferr?(?:ed|s|ing)?|held off|hold(?:ing)? off|push(?:ed|es|ing)? back)\\b{ANY}{0,40}?\\b(?:vote|decision|matter|item|agreement|contract|memorandum|question)\\b|\\bstill (?:deciding|thinking|weighing|reviewing|studying|considering|evaluating)|\\bwait[- ]and[- ]see\\b|\\bindecis\\w+",
  ),
  S(
    'reviewing',
    'undecided',
    '\\b(?:is|are|was|were|be|am|still|been|esta|estan|estamos) (?:still |currently |now |also |carefully )?(?:reviewing|weighing|considering|studying|evaluating|assessing|exploring|mulling|discussing|deciding|looking (?:at|into)|thinking about|in (?:talks|conversation|discussions)|revisando|evaluando|analizando|considerando|estudiando)\\b',
  ),
  S(
    'under-review',
    'undecided',
    '\\b(?:todavia|aun|sigue) (?:[a-z]+ )?(?:evalua|analiza|estudia|considera|revisa)\\w*|\\b(?:evalua|analiza|estudia|considera|sopesa)n? si\\b|\\bunder (?:review|consideration|discussion|study)\\b|\\bbajo (?:revision|consideracion)\\b|\\bhave reservations\\b',
  ),
  S(
    'will-decide',
    'undecided',
    '\\b(?:will|would|to|expects? to|is due to) (?:decide|vote on|review|consider|take up)\\b{ANY}{0,60}?(?:{N}|whether|next)',
  ),
  S(
    'not-change',
    'unchanged',
    "(?:\\bnot\\b(?! (?:everything|all)\\b)|n't\\b|\\bnothing\\b|\\bnever\\b|\\bno (?:va|cambi\\w+|hay)|\\bnada\\b|\\bno (?:change|changes)\\b|\\bwithout (?:any )?chang){ANY}{0,75}?\\b(?:chang(?:e|es|ed|ing)(?! (?:of|his|her|their|my) (?:heart|minds?|subject|tune|name))|differently|any different|different|cambi\\w+)\\b",
    false,
  ),
  S(
    'no-change',
    'unchanged',
    '\\bno (?:changes?|cambios?)\\b|\\bnothing (?:[a-z]+ ){0,4}is new\\b|\\bnada nuevo\\b|\\bchang(?:e|es|ed) nothing\\b|\\bnada (?:va a|ha) cambi\\w+|\\b(?:has|have|had|was|were|is|are)(?:n.t| not) (?:been )?(?:altered|revised|modified|amended|changed)\\b|\\bno (?:ha|han|hemos) (?:cambi|modific|alter)\\w+|\\bis the same as\\b|\\bit (?:is|was) already\\b',
    false,
  ),
  S(
    'same',
    'unchanged',
    '\\b(?:remain|stay|stays|remains|sigue\\w*) (?:the same|unchanged|igual|as (?:it|they) (?:is|are|was|were))|\\bbusiness as usual\\b|\\basi lo (?:hemos|ha|han|he) hecho siempre\\b|\\bcomo (?:lo )?(?:hemos|ha|han|he) hecho siempre\\b|\\b(?:is|are) still (?:how|what|the)\\b|\\bas (?:we|it|they|he|she) always (?:has|have|did|do)|\\bsame (?:as|policy|practice|way) (?:[a-z]+ ){0,3}(?:always|before|ever|for years)|\\bhas been done for years|\\bthe same way (?:it|we|they) (?:has|have|did|do)',
    false,
  ),
];
