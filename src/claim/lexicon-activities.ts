import type { Programme } from './claim.ts';

/** Words for doing a thing for or with the immigration service. What they amount to (does, does not, only if, no longer) is read from the words around them. */
export interface Activity {
  id: string;
  programme: Programme;
  source: string;
  /** The words themselves say no ("ignores detainers"). */
  says?: 'no' | 'limits' | 'stop';
  /** The immigration service must be named in the sentence. */
  ice?: boolean;
  /** The immigration service may be the subject ("ICE officers sit in the jail"). */
  iceDoes?: boolean;
}

const A = (id: string, programme: Programme, source: string, more: Partial<Activity> = {}): Activity => ({
  id,
  programme,
  source,
  ...more,
});

const HOLD =
  '\\b(?:hold|holds|holding|held|keep|keeps|keeping|kept|detain|detains|detained|detaining|retain\\w*|deten\\w+|retien\\w+|retener)\\b';
const EXTRA =
  '(?:(?:48|72|forty-eight)(?:-| )?(?:more |extra |additional )?(?:hours?|horas)|two (?:more |extra |additional )?days)';
const DETAINER =
  '(?:detainers?|(?:immigration|ice|federal|48-hour|courtesy|civil|administrative)[a-z -]{0,20} (?:holds?|requests?)|hold requests?|requests? (?:to|that)[a-z ]{0,20} (?:hold|detain|keep)\\w*|ice requests?|retenciones|ordenes de retencion|detenciones migratorias)';
const STATUS =
  "(?:immigration(?: or citizenship)? status|(?:legal|citizenship|residency|migratory) status|about (?:[a-z']+ ){0,2}status|their status|(?:for|about|see) (?:their |your |anyone's )?papers|citizenship|(?:place|country|countries) of (?:birth|origin)|where (?:they|he|she|people|someone|inmates|you) (?:is|are|was|were|come|comes)|nationality|immigration papers)";
const GIVE =
  '\\b(?:shar(?:e|es|ed|ing)|giv(?:e|es|ing)|gave|provid(?:e|es|ed|ing)|hand(?:s|ed|ing)? over|turn(?:s|ed|ing)? over|feed|feeds|fed|feeding|send|sends|sent|sending|disclos\\w+|releas(?:e|es|ed|ing)|exchang\\w+|suppl(?:y|ies|ied)|publish\\w*|forward\\w*|compart\\w+|entreg\\w+)\\b';
const DATA =
  '(?:information|data|databases?|records?|lists?|fingerprints|names|rosters?|footage|camera\\w*|license plate\\w*|logs?|informacion|datos|huellas)';

/** The activities in order: where two of one programme overlap in a sentence, the earlier stands. */
export const ACTIVITIES: readonly Activity[] = [
  A(
    'full-of',
    'detention-contract',
    `\\b(?:full of|keeps?|houses?|holds?|holding|housing|held|kept|housed|detains?|has|have|had|averag\\w+)\\b{ANY}{0,30}?(?:\\b(?:\\d[\\d,]*|hundreds|dozens|scores|thousands|most|many)(?: (?:of|or more|immigration|federal|such|ice|immigrant|other))*|full of) (?:people|men|women|detainees|inmates|prisoners|immigrants|beds)\\b{ANY}{0,25}?\\b(?:for|by|on behalf of) (?:the )?{ICE}`,
  ),
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
    'data-access',
    'information-sharing',
    '\\baccess to\\b{ANY}{0,40}?\\b(?:records?|databases?|systems?|cameras?|data|network|plate|information|footage)\\b',
    { ice: true },
  ),
  A(
    'ice-access-cut',
    'information-sharing',
    '\\b(?:cut(?:s|ting)? off|block(?:s|ed|ing)?|shut(?:s|ting)? off|revok\\w+|end(?:s|ed|ing)?|turn(?:s|ed|ing)? off|remov\\w+) (?:the )?{ICE}{ANY}{0,20}?access to\\b{ANY}{0,30}?\\b(?:records?|databases?|systems?|cameras?|data|network|plate|information)',
    { says: 'stop' },
  ),
  A(
    'only-public',
    'information-sharing',
    '\\b(?:giv(?:e|es|ing)|shar(?:e|es|ing)|tell(?:s|ing)?|provid(?:e|es|ing))\\b{ANY}{0,30}?\\b(?:only|nothing (?:but|beyond|more)|no more than)\\b{ANY}{0,50}?\\bpublic\\b',
    { says: 'limits', ice: true },
  ),
  A(
    'detainer-passive',
    'detainers',
    `\\b${DETAINER}{ANY}{0,30}?\\b(?:is|are|be|been|get|gets)\\b{ANY}{0,20}?\\b(?:honou?red|accepted|followed|obeyed|recognized|enforced|acted on|complied with)`,
  ),
  A(
    'detainer-act',
    'detainers',
    `\\b(?:act(?:s|ed|ing)? (?:up)?on|hold(?:s|ing)? (?:anyone|anybody|people|someone|them|inmates)|a minute longer|an hour longer|a day longer)\\b{ANY}{0,40}?(?:{ICE}|\\bit\\b)`,
    { ice: true },
  ),
  A(
    'relationship',
    'enforcement',
    '\\b(?:relationship|rapport|ties|partnership|cooperation|coordination) with (?:the )?{ICE}',
  ),
  A(
    'data-goes',
    'information-sharing',
    '\\b(?:fingerprints|records?|data|names|lists?|photos)\\b{ANY}{0,40}?\\b(?:go|goes|flow|flows|sent|pass(?:es|ed)?|forwarded|transmitted) (?:straight |directly |on |automatically )?to (?:the )?{ICE}',
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
    'ice-may-enter',
    'jail-access',
    '{ICE}{ANY}{0,25}?\\b(?:may|can|are (?:allowed|let|free)|will be (?:allowed|let|admitted)|get)\\b{ANY}{0,25}?\\b(?:enter|into|inside|in|access)\\b{ANY}{0,20}?\\b(?:jail|lockup|facility|cells|detention center)\\b',
    { iceDoes: true },
  ),
  A(
    'admits-ice',
    'jail-access',
    '\\b(?:jail|sheriff|lockup|facility)\\b{ANY}{0,25}?\\b(?:admit(?:s|ted)?|open(?:s|ed)?|welcom(?:es|ed))\\b{ANY}{0,25}?{ICE}',
  ),
  A(
    'traffic',
    'joint-operations',
    '\\b(?:kept|keep(?:s|ing)?|control(?:led|s|ling)?|manag(?:ed|es|ing)|handl(?:ed|es|ing)) (?:the )?(?:traffic|crowds?|onlookers|protesters)\\b{ANY}{0,50}?{ICE}',
  ),
  A(
    'part-of-operation',
    'joint-operations',
    '\\b(?:part of|there for|present (?:at|for)|at the scene of|in on)\\b{ANY}{0,25}?\\b(?:raids?|sweeps?|operations?|arrests)\\b',
  ),
  A('let-ice-know', 'notification', '\\b(?:let|lets|letting) (?:the )?{ICE} know\\b'),
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
    'ice-needs-warrant',
    'jail-access',
    "{ICE}{ANY}{0,40}?\\b(?:need(?:s|ed)?|must|requir\\w+|have to|has to|without)\\b{ANY}{0,40}?\\b(?:warrants?|(?:court|judge's) orders?|paper|subpoena)\\b{ANY}{0,60}?\\b(?:enter|jail|inside|into|interview|in|access|secure|lockup)\\b",
    { says: 'limits', iceDoes: true },
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
    '{ICE}{ANY}{0,30}?\\b(?:come|comes|came|go|goes|visit|visits|walk|walks|stop by|pick(?:s|ed)? (?:[a-z]+ )?up|collect(?:s|ed)?|take custody|takes custody|wait|waits|interview|interviews|has an office|have an office|keeps an office)\\b{ANY}{0,25}?\\b(?:jail|lockup|detention center|booking|intake|sally ?port)\\b',
    { iceDoes: true },
  ),
  A(
    'handed-in-jail',
    'jail-access',
    '\\b(?:hand(?:s|ed|ing)?|turn(?:s|ed|ing)?|releas(?:e|es|ed|ing)|transferr?(?:s|ed|ing)?|deliver(?:s|ed|ing)?)\\b{ANY}{0,25}?\\b(?:to|into)\\b{ANY}{0,20}?{ICE}{ANY}{0,20}?\\b(?:in|inside|at|within) (?:the|its|our)\\b{ANY}{0,15}?\\b(?:jail|lockup|sally ?port|facility|detention center|lobby)',
  ),
  A(
    'place-hold',
    'detainers',
    '\\b(?:plac(?:e|es|ed|ing)|put(?:s|ting)?|lodg\\w+|slap\\w*) (?:a |an |ice |immigration )*(?:holds?|detainers?) on\\b',
    { ice: true },
  ),
  A(
    'release-anyway',
    'detainers',
    '\\b(?:releas(?:e|es|ed|ing)|let(?:s|ting)? (?:[a-z]+ )?go|free(?:s|d)?|walk(?:s|ed)? out|go(?:es)? (?:home|free)|get(?:s)? out|leave(?:s)?)\\b{ANY}{0,40}?\\b(?:even (?:if|when|though)|regardless|whatever|despite|no matter|whether or not|notwithstanding)\\b{ANY}{0,40}?(?:{ICE}|detainers?|\\bholds?\\b)',
    { says: 'no' },
  ),
  A(
    'give-notice',
    'notification',
    '\\b(?:giv(?:e|es|ing)|gave|send(?:s|ing)?|sent|pass(?:es|ed)?) (?:the )?{ICE} (?:[a-z0-9-]+ ){0,3}?(?:notice|warning|heads-up|word|a call|alerts?)\\b',
  ),
  A(
    'empowered',
    '287g',
    '\\b(?:had|has|have|given|giv(?:e|es|ing)|gain(?:s|ed)?|got|with) (?:[a-z]+ ){0,3}?(?:powers?|authority|credentials)\\b{ANY}{0,15}?\\b(?:to|that let|of)\\b{ANY}{0,15}?\\b(?:question|arrest|hold|detain|interrogate|stop|put|issue|serve|enforce|immigration)',
    {},
  ),
  A(
    'credentials',
    '287g',
    '\\b(?:carr(?:y|ies|ied)|hold(?:s)?|held|have|has|wear|wore) (?:[a-z]+ ){0,2}?federal (?:immigration )?(?:credentials|powers|authority|badges)',
  ),
  A(
    'course-done',
    '287g',
    '\\b(?:finish(?:ed|es)|complet(?:ed|es)|graduat(?:ed|es)|passed|through)\\b{ANY}{0,30}?\\b(?:ice|federal|immigration|287)[a-z() ]{0,15}(?:course|training|academy|classes)',
  ),
  A(
    'seek-out',
    'enforcement',
    '\\b(?:door[- ]to[- ]door|look(?:s|ed|ing)? for|search(?:es|ing)? for|hunt(?:s|ing)?(?: for| down)?|chas(?:e|es|ing)|sweep(?:s|ing)?|seek(?:s|ing)? out|track(?:s|ing)? down|busca\\w*)\\b{ANY}{0,40}?\\b(?:undocumented|immigrants?|migrants|people (?:without papers|here illegally|in the country)|indocumentad\\w+|inmigrantes)',
  ),
  A(
    'respond-scene',
    'joint-operations',
    '\\b(?:respond(?:s|ed|ing)?|show(?:s|ed|ing)? up|stand(?:s|ing)? by|go(?:es)?|come(?:s)?|turn(?:s|ed)? out)\\b (?:to|at|for|when) (?:[a-z]+ ){0,3}?{ICE} ?(?:scenes?|operations?|calls?|arrests?|actions?)',
  ),
  A(
    'run-names',
    'status-inquiry',
    '\\b(?:run(?:s|ning)?|ran|check(?:s|ed|ing)?|send(?:s|ing)?|search(?:es|ed)?)\\b{ANY}{0,25}?\\b(?:names?|prints|fingerprints|everyone|arrestees|inmates)\\b{ANY}{0,40}?\\b(?:through|against|with|in)\\b{ANY}{0,15}?{ICE}',
  ),
  A(
    'ice-out',
    'detention-contract',
    '\\b(?:thr(?:ow|ew|own)|kick(?:s|ed)?|toss(?:ed)?|boot(?:s|ed)?|evict(?:s|ed)?|push(?:ed)?|got|get|mov(?:e|ed)) (?:the (?:agency|detainees)|{ICE}|its detainees|them) out\\b',
    { says: 'stop' },
  ),
  A(
    'ice-back',
    'detention-contract',
    '\\b(?:let|lets|allow(?:ed)?|took|takes|welcom\\w+|invit\\w+) (?:it|the (?:agency|detainees)|{ICE}|them) back\\b',
  ),
  A(
    'require-warrant',
    'detainers',
    "\\b(?:ask(?:s|ed|ing)?|requir(?:e|es|ed|ing)|insist(?:s|ed|ing)?|demand(?:s|ed|ing)?|need(?:s|ed|ing)?|want(?:s|ed|ing)?|must (?:have|see|bring|get)|has to (?:have|see)|exig\\w+|requier\\w+|pid\\w+)\\b{ANY}{0,30}?\\b(?:judges?'?s?|judicial|magistrate'?s?|court|judge-signed|criminal)\\b{ANY}{0,30}?\\b(?:warrants?|orders?)\\b",
    { says: 'limits' },
  ),
  A(
    'only-warrant',
    'detainers',
    '\\b(?:only|nothing (?:but|short of)|no less than)\\b{ANY}{0,30}?\\b(?:warrants?|orders?)\\b{ANY}{0,40}?\\b(?:would do|will do|do|suffice\\w*|count\\w*|is enough|would be (?:honored|accepted)|will be (?:honored|accepted)|are honored)\\b',
    { says: 'limits' },
  ),
  A(
    'only-with-warrant',
    'detainers',
    "\\b(?:warrants?|orders?) (?:signed|issued|from) (?:by )?(?:a |an )?(?:federal |state )?(?:judge|magistrate|court)\\b{ANY}{0,60}?\\b(?:before|to (?:hold|keep|detain)|or (?:he|she|they|it|we) (?:will|won't))",
    { says: 'limits' },
  ),
  A(
    'serve-warrants',
    '287g-warrant',
    '\\b(?:serv(?:e|es|ed|ing)|execut(?:e|es|ed|ing)|issu(?:e|es|ing)|ejecut\\w+)\\b{ANY}{0,50}?\\b(?:(?:administrative|immigration|ice|civil)[a-z ]{0,14} warrants?|(?:las )?ordenes (?:migratorias|administrativas|de ice))',
  ),
  A(
    'trained',
    '287g',
    '\\b(?:deput(?:y|ies)|officers?|troopers?|jailers?|staff|employees|sergeants?|detectives?|agents?|personnel|men|women|them|who|agentes|oficiales)\\b{ANY}{0,60}?\\b(?:train(?:ed|ing|s)?|deputi[sz]ed|certified|cross-(?:designated|deputi[sz]ed|trained)|authori[sz]ed|credentialed|sworn|capacit\\w+|adiestr\\w+|entren\\w+)\\b{ANY}{0,60}?\\b(?:immigration|ice\\b|287|federal (?:agents|officers|immigration)|migratori\\w+|inmigracion)',
  ),
  A(
    'off-duty',
    '287g-jail',
    '\\b(?:took|take|takes|taking|pull(?:s|ed|ing)?|remov(?:e|es|ed|ing)|mov(?:e|es|ed|ing)|reassign\\w*)\\b{ANY}{0,60}?\\b(?:out of|from|off)\\b{ANY}{0,20}?\\b(?:immigration|ice|deportation|federal)[a-z -]{0,20}(?:work|duty|duties|enforcement|screening|business|program)',
    { says: 'stop' },
  ),
  A(
    'law-only',
    'enforcement',
    '\\b(?:do|does|doing|follow\\w*|comply|complies|obey\\w*|cooperat\\w+|help\\w*|assist\\w*|go|goes)\\b{ANY}{0,40}?\\b(?:what|only (?:what|as)|as (?:far|much) as|no (?:further|more) than|nothing (?:more|beyond))\\b{ANY}{0,40}?\\b(?:law|statute|courts?|congress|legislature) (?:requires?|demands?|allows?|obliges?|says|tells?)',
    { says: 'limits', ice: true },
  ),
  A(
    'work-with',
    'enforcement',
    '\\b(?:work|works|working|cooperat\\w+|coordinat\\w+|communicat\\w+|share|partner\\w*)\\b(?: [a-z]+){0,3} with (?:our |the |its |their )?federal (?:partners|agencies|authorities|law enforcement|counterparts)',
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
    `${HOLD}{ANY}{0,70}?(?:${EXTRA}|(?:past|beyond|after|longer than) (?:[a-z']+ ){0,3}(?:releas\\w+|bail|bond|time|court date|sentence|otherwise|law)|(?:for|on behalf of|until|at the request of|at|para) (?:the )?{ICE}|\\bfor possible deportation|(?:on|for|over|based on|because of|solely on) (?:an? |the |their )?(?:[a-z]+ ){0,3}(?:detainers?|immigration (?:hold|charge)s?))`,
  ),
  A(
    'detainer-noun',
    'detainers',
    `\\b(?:courtesy holds?|(?:immigration|ice) (?:holds|detainers)|${DETAINER})\\b`,
    {},
  ),
  A(
    'notify',
    'notification',
    `\\b(?:notif(?:y|ies|ied|ying)|alert(?:s|ed|ing)?|inform(?:s|ed|ing)?|advis(?:e|es|ed|ing)|notific\\w+|avis\\w+|inform(?:a|an|ar|ara|aran))\\b{ANY}{0,25}?(?:a )?{ICE}`,
  ),
  A(
    'notify-tell',
    'notification',
    `\\b(?:tell|tells|telling|call|calls|calling|contact|contacts|contacting|ring|rings|phone|phones|llam\\w+)\\b (?:a |al )?(?:whoever [a-z ]+, and that includes )?(?:the )?{ICE}`,
  ),
  A(
    'notify-tell-when',
    'notification',
    `\\b(?:tell|tells|told|called|contacted|let|lets)\\b (?:the )?{ICE}(?: know)?{ANY}{0,40}\\b(?:of|about|when|before|whenever|know)\\b{ANY}{0,40}(?:releas|arrest|inmate|book|person|people|someone|custody)`,
  ),
  A('notify-call', 'notification', `\\b(?:call|contact)\\b (?:whoever|the agency|that agency){ANY}{0,60}`, {
    ice: true,
  }),
  A(
    'notify-release',
    'notification',
    `${GIVE}{ANY}{0,50}?\\b(?:release dates?|release times?|notice of (?:a |any )?releases?|when (?:they|inmates|people|someone)[a-z ]{0,20}(?:get out|released?|freed))`,
    { ice: true },
  ),
  A(
    'jail-let',
    'jail-access',
    `\\b(?:let|lets|letting|allow\\w*|permit\\w*|giv(?:e|es|ing)|gave|grant\\w*|admit\\w*|welcom\\w+|dej\\w+|permit\\w+)\\b (?:a |al )?(?:the )?{ICE}{ANY}{0,50}?\\b(?:in|into|inside|access|entry|enter|entrar|interview\\w*|walk|office|offices|desk|space|rooms?|question)\\b`,
  ),
  A(
    'jail-enter',
    'jail-access',
    '(?:\\baccess\\b|\\bentry\\b|\\benter(?:s|ing)?\\b|\\binto\\b|\\binside\\b|\\bacceso\\b){ANY}{0,40}?\\b(?:jails?|lockup|facilit\\w+|inmates|booking|cells|non-?public|secure areas|detention center|carcel)\\b',
    { ice: true, iceDoes: true },
  ),
  A(
    'jail-sit',
    'jail-access',
    '{ICE}{ANY}{0,40}?\\b(?:sit|sits|sitting|station(?:s|ed)|work(?:s|ing)?|desk|office|interview(?:s|ing)?|question(?:s|ing)?|visit(?:s|ing)?)\\b{ANY}{0,30}?\\b(?:in|into|inside|at|within)\\b{ANY}{0,20}?\\b(?:jails?|lockup|intake|booking|facilit\\w+|detention center)',
    { iceDoes: true },
  ),
  A(
    'screen',
    '287g-jail',
    `\\b(?:screen(?:s|ed|ing)?|question(?:s|ed|ing)?|interview(?:s|ed|ing)?|identif(?:y|ies|ied|ying)|pick(?:s|ed|ing)? out|ask(?:s|ed|ing)?|check(?:s|ed|ing)?|process(?:es|ed|ing)?)\\b{ANY}{0,40}?\\b(?:inmates?|arrestees?|(?:people|persons?|everyone|anyone|those) (?:who (?:is|are|was|were) )?(?:booked|arrested|jailed)|prisoners|suspects|everyone booked|illegal aliens booked)\\b`,
    { ice: true },
  ),
  A(
    'operation',
    'joint-operations',
    '\\b(?:tak(?:e|es|ing) part|took part|participat\\w+|assist\\w*|help(?:s|ed|ing)?|involv\\w+|join(?:s|ed|ing)?|work(?:s|ed|ing)?|support(?:s|ed|ing)?|present|accompan\\w+|rid(?:e|es|ing) (?:along|with)|rode (?:along|with)|went (?:along|out) with|go(?:es|ing)? (?:along|out) with|aid(?:s|ed|ing)?|(?:part|role|involvement|hand) in|to do with|particip\\w+|ayud\\w+|apoy\\w+|colabor\\w+)\\b{ANY}{0,60}?\\b(?:raids?|sweeps?|round-?ups?|(?:federal |immigration |ice )?operations?|(?:immigration |ice |federal )arrests?|(?:immigration|ice|federal|this|that|the) activity|enforcement actions?|crackdowns?|surge|redadas?|operativos?)\\b',
  ),
  A(
    'operation-tasks',
    'joint-operations',
    '(?:\\bperimeter|\\btraffic (?:control|duty)|\\bdirect(?:ed|ing|s)? traffic|\\bblock(?:ed|ing|s)? (?:off )?(?:the |a )?(?:streets?|roads?)|\\bcrowd control|\\bback-?up\\b|\\bescort(?:ed|ing|s)?\\b|\\btransport(?:ed|ing|s)?\\b|\\bserve(?:d)? warrants? (?:with|alongside))',
    { ice: true },
  ),
  A(
    'status',
    'status-inquiry',
    `\\b(?:ask(?:s|ed|ing)?|inquir(?:e|es|ed|ing)|inquiries|question(?:s|ed|ing)?|check(?:s|ed|ing)?|look(?:s|ed|ing)? (?:up|into)|investigat\\w+|verif\\w+|determin\\w+|demand\\w*|request(?:s|ed|ing)?|prob(?:e|es|ing)|pregunt\\w+|indag\\w+|averigu\\w+|verific\\w+)\\b{ANY}{0,70}?\\b(?:${STATUS}|(?:estatus|situacion|estado|condicion) (?:migratori\\w|legal)|papeles|documentos migratorios)`,
  ),
  A('share', 'information-sharing', `${GIVE}{ANY}{0,50}?\\b${DATA}\\b`, { ice: true }),
  A(
    'not-officers',
    'enforcement',
    "(?:\\bnot\\b|n't\\b|\\bnever\\b|\\bno\\b (?:somos|son)){ANY}{0,25}?\\b(?:immigration (?:officers?|agents?|police|enforcers)|deportation (?:force|officers|agents)|ice agents|an? (?:arm|extension|branch) of|agentes (?:de inmigracion|migratorios)|la migra)",
    { says: 'no' },
  ),
  A(
    'not-job',
    'enforcement',
    "\\b(?:immigration|deportation|that|it|this|inmigracion|status)\\b{ANY}{0,40}?(?:\\b(?:is|are|was|isn't|es|remains)\\b)?{ANY}{0,12}?(?:\\bnot\\b|n't\\b|\\bno\\b){ANY}{0,25}?\\b(?:our|my|their|a (?:local|police)|the (?:department|sheriff|police)[a-z']*|(?:nuestr[oa]|mi)) (?:[a-z]+ )?(?:job|role|responsibility|mission|business|function|duty|fight|place|trabajo|funcion|labor|papel)",
    { says: 'no' },
  ),
  A(
    'federal-job',
    'enforcement',
    "\\bimmigration{ANY}{0,40}?\\b(?:is|are|remains?)\\b{ANY}{0,15}?\\b(?:a |the )?(?:federal|ice's)(?: government's)? (?:job|role|responsibility|matter|issue|function|duty|business)",
    { says: 'no' },
  ),
  A(
    'engage',
    'enforcement',
    '\\b(?:do(?! not)|does(?! not)|doing|conduct\\w*|engag(?:e|es|ed|ing)|perform\\w*|participat\\w+|involv\\w+|assist\\w*|help(?:s|ed|ing)?|support(?:s|ed|ing)?|part (?:of|in)|tak(?:e|es|ing) part|in the business|interest(?:ed)? in|carr(?:y|ies|ying) out|work(?:s|ing)?|us(?:e|ed|ing)[a-z ,]{0,60} to|particip\\w+|realiz\\w+|hac\\w+)\\b{ANY}{0,50}?\\b(?:immigration(?: (?:enforcement|work|business|duties|arrests|matters|law|laws|policing))?\\b|deportations?\\b|deporting|civil immigration|(?:mass )?deportation (?:efforts?|force|plan|program)|federal enforcement|(?:this|that|the|such an?) program|(?:law enforcement |police )?(?:activit\\w+|actions?)\\b{ANY}{0,60}?\\bstatus|leyes (?:de inmigracion|migratorias)|labores (?:migratorias|de inmigracion)|deportaciones)',
  ),
  A(
    'enforce',
    'enforcement',
    '\\b(?:enforc(?:e|es|ed|ing)|polic(?:e|ing)|aplic\\w+|hac\\w+ cumplir|ejerc\\w+)\\b{ANY}{0,60}?\\b(?:immigration(?: (?:laws?|policy|policies|status|statutes?|matters|violations|orders|rules))?|leyes? (?:de inmigracion|migratorias?|federal(?:es)?))\\b',
  ),
  A(
    'help-ice',
    'enforcement',
    '\\b(?:help|helps|helped|helping|assist|assists|assisted|assisting|aid|aids|aiding|cooperat(?:e|es|ed|ing)|collaborat(?:e|es|ed|ing)|work|works|worked|working|partner|partners|partnering|team(?:ing)? up|ayud\\w+|colabor\\w+|cooper\\w+|trabaj\\w+|apoy\\w+)\\b(?: (?:in conjunction|closely|together|hand in hand|directly|fully|out|junto|conjuntamente))*(?: (?:with|alongside|for|to|a|con|al))?(?: (?:the|el|los|las|our|any|their))? {ICE}',
  ),
  A(
    'help-president',
    'enforcement',
    '\\b(?:help|helps|helping|assist|assists|assisting)\\b{ANY}{0,40}?\\b(?:deport|apprehend|round up|arrest)\\w*\\b{ANY}{0,30}?\\b(?:immigrants?|people|migrants|residents)\\b',
  ),
  A(
    'act-for',
    'enforcement',
    '\\b(?:act|acts|acting|serve|serves|serving|function|functions|used|operate|actu\\w+)\\b (?:as|for|on behalf of|like|como) (?:an? |the )?(?:(?:de facto|federal|local) )?(?:agents? of |arm of |extension of )?(?:immigration|ice\\b|the federal government|deportation|inmigracion)',
  ),
  A(
    'turn-over',
    'enforcement',
    '\\b(?:turn(?:s|ed|ing)? (?:[a-z]+ ){0,3}over|hand(?:s|ed|ing)? (?:[a-z]+ ){0,3}over|transfer(?:s|red|ring)?|surrender(?:s|ed|ing)?|entreg\\w+)\\b{ANY}{0,40}?\\b(?:to|a|al) (?:the )?{ICE}',
  ),
  A(
    'arrest',
    'enforcement',
    '\\b(?:arrest(?:s|ed|ing)?|hold(?:s|ing)?|keep(?:s|ing)?|detain(?:s|ed|ing)?|stop(?:s|ped|ping)?|apprehend\\w*|round(?:s|ed|ing)? up|deport(?:s|ing)?|pull(?:s|ed|ing)? over|target\\w*|go(?:es|ing)? after|hunt\\w*|arrest\\w+|deten\\w+|deport\\w+)\\b{ANY}{0,60}?\\b(?:undocumented|immigrants?|migrants|(?:immigration )?status|illegally|immigration (?:violation|offense|law|reasons|purposes)s?|indocumentad\\w+|(?:estatus|situacion) migratori\\w)\\b',
  ),
];
