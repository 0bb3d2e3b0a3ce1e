import { A, type Activity } from './activity.ts';

const HOLD =
  '\\b(?:hold|holds|holding|held|keep|keeps|keeping|kept|detain|detains|detained|detaining|retain\\w*|(?:prolong|extend)(?:s|ed|ing)? (?:[a-z]+ )?(?:detention|custody|stay)|deten(?!tion)\\w+|retien\\w+|retener)\\b';
const EXTRA =
  '(?:(?:48|72|forty-eight)(?:-| )?(?:more |extra |additional )?(?:hours?|horas)|two (?:more |extra |additional )?days)';
const DETAINER =
  '(?:detainers?|(?:immigration|ice|federal|48-hour|courtesy|civil|administrative)[a-z -]{0,20} (?:holds?|requests?)|hold requests?|requests? (?:to|that)[a-z ]{0,20} (?:hold|detain|keep)\\w*|requests? (?:from|by) (?:the )?ice\\b(?! to (?:lease|rent|house|pay|use|join|sign))(?: to (?:hold|detain|keep))?|ice requests?|retenciones|ordenes de retencion|detenciones migratorias)';
/** What a jail does with people whom the immigration service wants: holds, beds, entry, notice. */
export const CUSTODY: readonly Activity[] = [
  A(
    'house',
    'detention-contract',
    `\\b(?:hous(?:e|es|ed|ing)|hold(?:s|ing)?|held|keep(?:s|ing)?|kept|jail(?:s|ing)|detain(?:s|ing|ed)?|lodg\\w+|tak(?:e|es|ing)(?: in)?|accept\\w*|alberg\\w+|aloj\\w+)\\b{ANY}{0,50}?\\b(?:(?:ice|immigration|federal|immigrant)[a-z ]{0,20} (?:detainees|inmates|prisoners)|detainees|detenidos (?:de|por|para) (?:el )?ice)`,
    { ice: true },
  ),
  A(
    'beds',
    'detention-contract',
    `\\b(?:rent(?:s|ed|ing)?|leas(?:e|es|ed|ing)|sell(?:s|ing)?|sold|offer(?:s|ed|ing)?|provid(?:e|es|ed|ing)|reserv\\w+|bill(?:s|ed|ing)?|set(?:s|ting)? aside|hous(?:e|es|ing)|alquil\\w+)\\b{ANY}{0,40}?\\b(?:beds?|bed space|cells|jail space|camas)\\b`,
    { ice: true },
  ),
  A(
    'ice-office-out',
    'jail-access',
    '\\b(?:mov(?:e|es|ed)|evict(?:s|ed)?|remov(?:e|es|ed)|kick(?:s|ed)?|thr(?:ow|ew|own)|push(?:es|ed)?|took|take) (?:the )?{ICE} (?:out of|from) (?:its|the|their) (?:[a-z]+ )?(?:office|offices|desk|space|room|jail)\\b',
    { says: 'stop' },
  ),
  A(
    'detainer-act',
    'detainers',
    `\\b(?:act(?:s|ed|ing)? (?:up)?on|hold(?:s|ing)? (?:anyone|anybody|people|someone|them|inmates)|a minute longer|an hour longer|a day longer)\\b{ANY}{0,40}?(?:{ICE}|\\bit\\b)`,
    { ice: true },
  ),
  A(
    'are-detainees',
    'detention-contract',
    '\\binmates\\b{ANY}{0,40}?\\b(?:is|are|was|were)\\b{ANY}{0,20}?\\b(?:ice|immigration|federal) detainees\\b',
  ),
  A(
    'detainees-left',
    'detention-contract',
    '\\blast\\b{ANY}{0,20}?\\bdetainees\\b{ANY}{0,20}?\\b(?:left|leave|moved|gone|were (?:moved|taken))\\b',
    { says: 'stop', ice: true, iceDoes: true },
  ),
  A(
    'admits-ice',
    'jail-access',
    '\\b(?:jail|sheriff|lockup|facility)\\b{ANY}{0,25}?\\b(?:admit(?:s|ted)?|open(?:s|ed)?|welcom(?:es|ed))\\b{ANY}{0,25}?{ICE}',
  ),
  A(
    'offer-refused',
    'detention-contract',
    '\\b(?:turn(?:s|ed|ing)? down|reject(?:s|ed|ing)?|declin(?:es|ed|ing)|refus(?:es|ed|ing)|said no to|rechaz\\w+)\\b{ANY}{0,30}?\\b(?:offers?|requests?|proposals?|bids?|ofertas?|propuestas?)\\b{ANY}{0,60}?\\b(?:beds?|cells|lease|rent|camas|celdas)\\b|\\b(?:offer|request|proposal|inquiry)\\b{ANY}{0,60}?\\b(?:beds?|cells|detainees)\\b{ANY}{0,60}?\\b(?:go(?:es)? nowhere|went nowhere|was (?:turned down|rejected|declined|refused))\\b',
    { says: 'no', ice: true },
  ),
  A(
    'ice-is-told',
    'notification',
    '{ICE} (?:is|are|gets?|will be|es|son|sera) (?:always |then |also )?(?:told|notified|called|informed|alerted|avisad[oa]s?|notificad[oa]s?|informad[oa]s?)\\b (?:when|whenever|of|about|if|every time|each time|before|cuando|cada vez|de|si|antes)\\b',
    { iceDoes: true },
  ),
  A(
    'called-cases',
    'notification',
    '\\b(?:called|contacted|phoned|alerted|notified) {ICE} (?:in |on |about )?(?:more than |about |nearly |at least |some )?(?:\\d+|dozens|hundreds|several|twice|a dozen)\\b',
  ),
  A(
    'let-ice-know',
    'notification',
    '\\b(?:let|lets|letting) (?:(?:the )?{ICE}|the agency|that agency) know\\b',
  ),
  A(
    'paid-hold',
    'detention-contract',
    '\\bpaid (?:[a-z$0-9.,]+ ){0,6}?(?:to|for) (?:hold|hous|keep|detain|jail)\\w*\\b',
    { ice: true },
  ),
  A(
    'detainees-gone',
    'detention-contract',
    '\\b(?:mov(?:e|es|ed|ing)|remov(?:e|es|ed|ing)|pull(?:s|ed|ing)?|transferr?(?:s|ed|ing)?|clear(?:s|ed|ing)?|tak(?:e|es|ing)|took)\\b{ANY}{0,40}?\\bdetainees\\b{ANY}{0,15}?\\b(?:out of|away|elsewhere|to other)\\b',
    { says: 'stop', iceDoes: true },
  ),
  A(
    'ice-not-allowed',
    'jail-access',
    "{ICE}{ANY}{0,25}?(?:\\bnot\\b|n't\\b|\\bno longer\\b){ANY}{0,15}?\\b(?:allowed|permitted|welcome|let|admitted|come|enter)\\b{ANY}{0,20}?\\b(?:in|into|inside)\\b",
    { says: 'no', iceDoes: true },
  ),
  A(
    'bar-ice',
    'jail-access',
    '\\b(?:bar(?:s|red|ring)?|ban(?:s|ned|ning)?|exclud\\w+|lock(?:s|ed)?|shut(?:s)?|kept|keep(?:s|ing)?|block(?:s|ed|ing)?|prohib\\w+)\\b (?:the )?{ICE}{ANY}{0,20}?\\b(?:out of|from)\\b{ANY}{0,25}?\\b(?:jails?|lockup|facilit\\w+|detention|premises|buildings?)\\b',
    { says: 'no' },
  ),
  A(
    'interview-consent',
    'jail-access',
    '\\binterview(?:s|ed|ing)?\\b{ANY}{0,60}?\\b(?:only (?:if|with|when)|consent\\w*|agree\\w*|in writing|permission|lawyer)\\b',
    { says: 'limits', ice: true },
  ),
  A(
    'ice-comes',
    'jail-access',
    '{ICE}{ANY}{0,30}?\\b(?:come|comes|came|go|goes|visit|visits|walk|walks|stop by|pick(?:s|ed)? (?:[a-z]+ )?up|collect(?:s|ed)?|take custody|takes custody|wait|waits|interview|interviews|has an office|have an office|keeps an office)\\b{ANY}{0,40}?\\b(?:jail|lockup|detention center|booking|intake|sally ?port)\\b',
    { iceDoes: true },
  ),
  A(
    'place-hold',
    'detainers',
    '\\b(?:plac(?:e|es|ed|ing)|put(?:s|ting)?|lodg\\w+|slap\\w*) (?:a |an |ice |immigration )*(?:holds?|detainers?) on\\b',
    { ice: true },
  ),
  A(
    'give-notice',
    'notification',
    '\\b(?:giv(?:e|es|ing)|gave|send(?:s|ing)?|sent|pass(?:es|ed)?) (?:the )?{ICE} (?:[a-z0-9-]+ ){0,3}?(?:notice|warning|heads-up|word|a call|alerts?)\\b(?! that (?:an?|the|its|his|her) (?:[a-z]+ ){0,2}(?:agreement|contract|program|deal))',
  ),
  A(
    'ice-out',
    'detention-contract',
    '\\b(?:thr(?:ow|ew|own)|kick(?:s|ed)?|toss(?:ed)?|boot(?:s|ed)?|evict(?:s|ed)?|push(?:ed)?|got|get|mov(?:e|ed)) (?:the (?:agency|detainees)|{ICE}|its detainees|them) out\\b',
    { says: 'stop' },
  ),
  A(
    'warrant-to-enter',
    'jail-access',
    "\\b(?:need(?:s|ed)?|requir(?:e|es|ed)|must (?:have|show|bring|present|get)|ha(?:s|ve) to (?:have|show|bring|present|get))\\b{ANY}{0,30}?\\b(?:judges?'?s?|judicial|magistrate'?s?|court|judge-signed|criminal)\\b{ANY}{0,25}?\\b(?:warrants?|orders?)\\b{ANY}{0,20}?\\b(?:to|before they(?: can| may)?|before) (?:enter\\w*|get(?:ting)? (?:in|into|past|inside|beyond)|com(?:e|ing) (?:in|into|inside|past)|go(?:ing)? (?:in|into|inside|past|beyond)|step\\w*|access\\w*|interview\\w*|visit\\w*|walk\\w* (?:in|into|past))",
    { says: 'limits', ice: true },
  ),
  A(
    'require-warrant',
    'detainers',
    "\\b(?:ask(?:s|ed|ing)?|requir(?:e|es|ed|ing)|insist(?:s|ed|ing)?|demand(?:s|ed|ing)?|need(?:s|ed|ing)?|want(?:s|ed|ing)?|must (?:have|see|bring|get)|has to (?:have|see)|exig\\w+|requier\\w+|pid\\w+)\\b{ANY}{0,30}?\\b(?:judges?'?s?|judicial|magistrate'?s?|court|judge-signed|criminal)\\b{ANY}{0,30}?\\b(?:warrants?|orders?)\\b",
    { says: 'limits' },
  ),
  A(
    'warrant-will-do',
    'detainers',
    "\\bonly (?=[^.;,]{0,40}\\b(?:judge|judicial|court|magistrate))(?:an? |the )?(?:[a-z'-]+ (?:or )?){0,4}?(?:warrants?|orders?)(?: (?:from|by|signed by) (?:an? )?(?:[a-z]+ )?(?:judge|court|magistrate))? (?:will|would|is|are|was) (?:do|(?:good )?enough|suffic\\w+)\\b",
    { says: 'limits' },
  ),
  A(
    'detainer-refuse',
    'detainers',
    `\\b(?:ignor\\w+|reject\\w*|refus(?:e|es|ed|ing)(?: to honor)?|declin(?:e|es|ed|ing)|disregard\\w*|turn(?:s|ed|ing)? (?:down|away)|den(?:y|ies|ied))\\b{ANY}{0,40}?\\b${DETAINER}`,
    { says: 'no' },
  ),
  A(
    'detainer-honor',
    'detainers',
    `\\b(?:honou?r|compl(?:y|ies|ied|ying)|accept|act|respect|respond|recogniz|obey|execut|enforc|fulfill?|grant|follow|process|acced|acknowledg|respet\\w*|cumpl\\w*|acept\\w*|acat\\w*)(?:e|es|s|ed|ing)?\\b{ANY}{0,60}?\\b${DETAINER}`,
  ),
  A(
    'detainer-hold',
    'detainers',
    `${HOLD}{ANY}{0,70}?(?:${EXTRA}|(?:past|beyond|after|longer than) (?:[a-z']+ ){0,3}(?:releas\\w+|bail|bond|time|court date|sentence|otherwise|law)|(?:for|on behalf of|until|at the request of|at|para) (?:the )?{ICE}|\\bfor possible deportation|(?:on|for|over|based on|because of|solely on) (?:an? |the |their )?(?:[a-z]+ ){0,3}(?:detainers?|immigration (?:hold|charge)s?)|on (?:an? |the |any )?(?:(?:civil|administrative|immigration|ice) ){1,2}warrants?)`,
  ),
  A(
    'detainer-them',
    'detainers',
    '\\b(?:honou?r|honou?rs|honou?red|honou?ring|comply with|complies with|accept|accepts|recogniz\\w+|acts? on|enforces?|follows?|respects?|hold\\w* (?:people|anyone|inmates|someone) on) (?:(?:all|any|most|each|every one|every|none) (?:of )?)?(?:them|those|these|it|one|any|such requests?)\\b',
    { after: 'detainers' },
  ),
  A(
    'notify',
    'notification',
    `\\b(?:notif(?:y|ies|ied|ying)|alert(?:s|ed|ing)?|inform(?:s|ed|ing)?|advis(?:e|es|ed|ing)|notific\\w+|avis\\w+|inform(?:a|an|ar|ara|aran))\\b{ANY}{0,25}?(?:a )?{ICE}(?! that [^.;]{0,90}\\b(?:withdr\\w+|terminat\\w+|cancel\\w*|renew\\w*|agreement|contract|program)\\b)(?! (?:in writing |last [a-z]+ |on [a-z]+ |formally |earlier )*(?:that|of) (?:it|he|she|they|the (?:county|city|sheriff|office|board|department|jail|town|agreement|contract|deal)|its|his|her|their)\\b)`,
  ),
  A(
    'notify-tell',
    'notification',
    `\\b(?:tell|tells|telling|call|calls|calling|contact|contacts|contacting|ring|rings|phone|phones|llam\\w+)\\b (?:a |al )?(?:the )?{ICE}`,
  ),
  A(
    'jail-let',
    'jail-access',
    `\\b(?:let|lets|letting|allow\\w*|permit\\w*|giv(?:e|es|ing)|gave|grant\\w*|admit\\w*|welcom\\w+|dej\\w+|permit\\w+)\\b (?:a |al )?(?:the )?{ICE}(?! (?:notice|word|warning|[0-9]+ days))(?! (?:know|time))(?!(?:'s)? (?:[a-z0-9()-]+ ){0,4}{NOUN}){ANY}{0,50}?\\b(?:in|into|inside|access(?! to (?:[a-z]+ ){0,4}(?:records?|databases?|systems?|cameras?|data|network|information))|entry|enter|entrar|interview\\w*|walk|office|offices|desk|space|rooms?|question)\\b`,
  ),
  A(
    'deja-entrar',
    'jail-access',
    '\\b(?:permit\\w+|dej(?:a|an|ara|aran|aba|amos)|autoriz\\w+|abr\\w+)\\b{ANY}{0,40}?{ICE}{ANY}{0,15}?\\b(?:entr\\w+|acce\\w+|ingres\\w+|entrevist\\w+|visit\\w+)\\b',
  ),
  A(
    'oficina-dentro',
    'jail-access',
    '(?:\\b(?:agentes|oficiales|personal|funcionarios) del? )?{ICE}{ANY}{0,30}?\\b(?:tienen?|trabajan?|entrevistan?|interrogan?|mantienen?|estan|visitan?)\\b{ANY}{0,25}?\\b(?:en|dentro de|adentro de)\\b{ANY}{0,12}?\\b(?:carcel|prision|centro de detencion)',
    { iceDoes: true },
  ),
  A(
    'jail-sit',
    'jail-access',
    '{ICE}{ANY}{0,40}?\\b(?:sit|sits|sitting|station(?:s|ed)|work(?:s|ing)?|desk|office|interview(?:s|ing)?|question(?:s|ing)?|visit(?:s|ing)?)\\b{ANY}{0,30}?\\b(?:in|into|inside|at|within)\\b{ANY}{0,40}?\\b(?:jails?|lockup|intake|booking|facilit\\w+|detention center)',
    { iceDoes: true },
  ),
];
