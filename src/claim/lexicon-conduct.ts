import { A, type Activity } from './activity.ts';

const STATUS =
  "(?:immigration(?: or citizenship)? status|(?:legal|citizenship|residency|migratory) status|about (?:[a-z']+ ){0,2}status|their status|(?:anyone|anybody|someone|somebody|people|a person|residents|a driver|drivers)'s? status|(?:for|about|see) (?:their |your |anyone's )?papers|citizenship|(?:place|country|countries) of (?:birth|origin)|where (?:they|he|she|people|someone|inmates|you) (?:is|are|was|were|come|comes)|nationality|immigration papers|(?:whether|if) (?:they|he|she|you|anyone|somebody|someone|a person|people) (?:is|are|was|were) (?:here|in the (?:country|united states)) (?:law|legal|illegal|unlaw)\\w*)";
const GIVE =
  '\\b(?:shar(?:e|es|ed|ing)|giv(?:e|es|ing)|gave|provid(?:e|es|ed|ing)|hand(?:s|ed|ing)? over|turn(?:s|ed|ing)? over|feed|feeds|fed|feeding|send|sends|sent|sending|disclos\\w+|releas(?:e|es|ed|ing)|exchang\\w+|suppl(?:y|ies|ied)|publish\\w*|forward\\w*|compart\\w+|entreg\\w+)\\b';
const DATA =
  '(?:information|data|databases?|records?|lists?|fingerprints|names|rosters?|footage|camera\\w*|license plate\\w*|logs?|home address(?:es)?|listas?|nombres|registros|informacion|datos|huellas)';

/** What officers do or leave: status, data, operations, enforcement, federal powers. */
export const CONDUCT: readonly Activity[] = [
  A(
    'ice-access-cut',
    'information-sharing',
    '\\b(?:cut(?:s|ting)? off|block(?:s|ed|ing)?|shut(?:s|ting)? off|revok\\w+|end(?:s|ed|ing)?|turn(?:s|ed|ing)? off|remov\\w+|cut(?:s|ting)?|lock(?:s|ed|ing)?|shut(?:s|ting)?|kick(?:s|ed|ing)?) (?:the )?{ICE}{ANY}{0,20}?(?:access to|off(?: from)?|out of|from)\\b{ANY}{0,40}?\\b(?:records?|databases?|systems?|cameras?|data|network|plate|information)',
    { says: 'stop' },
  ),
  A(
    'access-off',
    'information-sharing',
    '\\b(?:its|their|the agency.s|(?:outside|federal|out-of-state) agencies(?:.)?|ice.s) access to\\b{ANY}{0,40}?\\b(?:records?|databases?|systems?|cameras?|data|network)\\b (?:was |were |been |is |are )?(?:cut off|shut off|turned off|revoked|blocked|ended|withdrawn)\\b|\\b(?:turn|shut|cut|switch)(?:ed|s|ing|ting)? off (?:all |its |their |the )?(?:outside|federal|out-of-state|ice) access\\b|\\b(?:turn|shut|switch)(?:ed|s|ing|ting)? off (?:its|their|the|his|her|our) (?:[a-z]+ )?(?:license |plate )+(?:cameras|readers)\\b',
    { says: 'stop' },
  ),
  A(
    'publish',
    'information-sharing',
    '\\b(?:publish\\w*|post(?:s|ed|ing)?|list(?:s|ed|ing)?|display\\w*|public(?:ar|a|an|o|aba)|difund\\w+)\\b{ANY}{0,40}?\\b(?:release (?:dates?|times?)|rosters?|booking (?:lists?|logs?)|places? of birth|fechas? de (?:salida|liberacion)|lugar de nacimiento)\\b',
    { ice: true },
  ),
  A(
    'only-public',
    'information-sharing',
    '\\b(?:giv(?:e|es|ing)|shar(?:e|es|ing)|tell(?:s|ing)?|provid(?:e|es|ing))\\b{ANY}{0,30}?\\b(?:only|nothing (?:but|beyond|more)|no more than)\\b{ANY}{0,50}?\\bpublic\\b',
    { says: 'limits', ice: true },
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
    '\\b(?:finish(?:ed|es)|complet(?:ed|es)|graduat(?:ed|es)|passed|through|(?:send|sends|sent|sending) (?:[a-z]+ ){1,4}?(?:to|for))\\b{ANY}{0,30}?\\b(?:ice|federal|immigration|287)[a-z() ]{0,15}(?:course|training|academy|classes)',
  ),
  A(
    'run-names',
    'status-inquiry',
    '\\b(?:run(?:s|ning)?|ran|check(?:s|ed|ing)?|send(?:s|ing)?|search(?:es|ed)?)\\b{ANY}{0,25}?\\b(?:names?|prints|fingerprints|everyone|arrestees|inmates)\\b{ANY}{0,40}?\\b(?:through|against|with|in)\\b{ANY}{0,15}?{ICE}',
  ),
  A(
    'serve-warrants',
    '287g-warrant',
    '\\b(?:serv(?:e|es|ed|ing)|execut(?:e|es|ed|ing)|issu(?:e|es|ing)|ejecut\\w+)\\b{ANY}{0,50}?\\b(?:(?:administrative|immigration|ice(?:.s)?|civil)[a-z ]{0,14} warrants?|(?:las )?ordenes (?:migratorias|administrativas|de ice))',
  ),
  A(
    'trained',
    '287g',
    '\\b(?:deput(?:y|ies)|officers?|troopers?|jailers?|staff|employees|sergeants?|detectives?|agents?|personnel|men|women|them|who|agentes|oficiales)\\b{ANY}{0,60}?\\b(?:train(?:ed|ing|s)?|deputi[sz]ed|certified|cross-(?:designated|deputi[sz]ed|trained)|authori[sz]ed|credentialed|sworn|capacit\\w+|adiestr\\w+|entren\\w+)\\b{ANY}{0,60}?\\b(?:immigration|ice\\b|287|federal (?:agents|officers|immigration)|migratori\\w+|inmigracion)',
  ),
  A(
    'cursa',
    '287g',
    '\\b(?:recib|tom|curs|complet|termin|hac|asist)\\w+\\b{ANY}{0,30}?\\b(?:cursos?|capacitacion|adiestramiento|entrenamiento|formacion)\\b{ANY}{0,30}?{ICE}',
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
    '\\b(?:nothing|no (?:further|more)|not (?:one|a) (?:thing|step|inch)|not)\\b[^.;]{0,12}\\b(?:beyond|more|past|further)\\b[^.;]{0,25}\\b(?:it|law|statute|state|act|court|congress|legislature|decree) (?:requires?|demands?|asks?|says|makes?|allows?|orders?)|\\b(?:do|does|doing|follow\\w*|comply|complies|obey\\w*|cooperat\\w+|help\\w*|assist\\w*|go|goes)\\b{ANY}{0,40}?\\b(?:what|only (?:what|as)|as (?:far|much) as|no (?:further|more) than|nothing (?:more|beyond))\\b{ANY}{0,40}?\\b(?:law|statute|courts?|congress|legislature|(?:house|senate|assembly) bill [0-9]+|[hsa]\\.?b\\.? ?[0-9]+) (?:requires?|demands?|allows?|obliges?|says|tells?)',
    { says: 'limits', ice: true },
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
    '\\b(?:tak(?:e|es|ing) part|took part|participat\\w+|assist\\w*|help(?:s|ed|ing)?|involv\\w+|join(?:s|ed|ing)?|work(?:s|ed|ing)?|support(?:s|ed|ing)?|present|conduct(?:s|ed|ing)?|carr(?:y|ies|ied|ying) out|accompan\\w+|rid(?:e|es|ing) (?:along|with)|rode (?:along|with)|went (?:along|out) with|go(?:es|ing)? (?:along|out) with|aid(?:s|ed|ing)?|(?:part|role|involvement|hand) in|to do with|particip\\w+|ayud\\w+|apoy\\w+|colabor\\w+|hac(?:e|en|emos|er|iendo)|hara|haran|hizo|hicieron)\\b{ANY}{0,60}?\\b(?:raids?|sweeps?|round-?ups?|(?:federal |immigration |ice )?operations?|(?:(?<!civil )immigration |ice |federal )arrests?|(?:immigration|ice|federal|this|that|the) activity|enforcement actions?|crackdowns?|surge|redadas?|operativos?|los arrestos|las detenciones|allanamientos)\\b',
  ),
  A(
    'ride-with',
    'joint-operations',
    '\\b(?:rid(?:e|es|ing)|rode|patrol(?:s|led|ling)?|go(?:es|ing)? out|went out|driv(?:e|es|ing)|drove|team(?:s|ed|ing)? up|sal(?:ir|dran|drian)|patrull\\w+)\\b (?:along |around |out |alongside |a patrullar )*(?:with|alongside|con) (?:the |el |la |los )?{ICE}',
  ),
  A('acompana', 'joint-operations', '\\b(?:acompan\\w+|escolt\\w+) (?:a |al )(?:los |las )?{ICE}'),
  A(
    'not-there',
    'joint-operations',
    '\\b(?:no|none of (?:the|our|its|his|her)) (?:[a-z]+ ){0,4}?(?:officers?|deput(?:y|ies)|troopers?|police|personnel|staff)\\b{ANY}{0,20}?\\b(?:(?:was|were) (?:there|present|involved|on hand|at the scene|part of it)|took part|participated|assisted|had (?:a|any) (?:part|role))',
    { says: 'no', after: 'operation' },
  ),
  A(
    'no-part',
    'joint-operations',
    '\\b(?:did|do|does|was|were|had)(?: not|n\'t) (?:[a-z]+ ){0,2}?(?:assist|participate|take part|help|involved|present|take any part)\\b(?=[.,;"]|$| in (?:it|this|that|any of it|the (?:operation|raids?|arrests?|activity))\\b| and\\b| or\\b)|\\b(?:took|take|takes|taken|play(?:s|ed)?|had|has) no (?:part|role|hand|involvement)\\b(?=[.,;"]|$| in (?:it|this|that|any of it|the (?:[a-z]+ )?(?:operations?|raids?|sweeps?|arrests?|activity|detentions?))\\b)|\\bno (?:participo|participamos|participaron|intervino|intervinimos|colaboro|colaboramos)\\b',
    { says: 'no', after: 'operation' },
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
    `\\b(?:ask(?:s|ed|ing)?|inquir(?:e|es|ed|ing)|inquiries|question(?:s|ed|ing)?|check(?:s|ed|ing)?|look(?:s|ed|ing)? (?:up|into)|investigat\\w+|verif\\w+|determin\\w+|ascertain\\w*|learn(?:s|ed|ing)?|find(?:s|ing)? out|demand\\w*|request(?:s|ed|ing)?|prob(?:e|es|ing)|pregunt\\w+|indag\\w+|averigu\\w+|verific\\w+)\\b{ANY}{0,70}?\\b(?:${STATUS}|(?:estatus|situacion|estado|condicion) (?:migratori\\w|legal)|papeles|documentos migratorios)`,
  ),
  A('share', 'information-sharing', `${GIVE}{ANY}{0,50}?\\b${DATA}\\b`, { ice: true }),
  A(
    'not-officers',
    'enforcement',
    "(?:\\bnot\\b|n't\\b|\\bnever\\b|\\bno\\b (?:somos|son))(?: (?!(?:by|with|for|to|of|at|alongside|let|help|stand|stop|share|call|tell|ask)\\b)[a-z'-]+){0,4}? \\b(?:immigration (?:officers?|agents?|police|enforcers)|deportation (?:force|officers|agents)|ice agents|an? (?:arm|extension|branch) of|agentes (?:de inmigracion|migratorios)|la migra)|(?:\\bnot\\b|n't\\b|\\bnever\\b|\\bno (?:time|wish|desire|interest|intention)\\b)(?: (?:have|want|here|going|trying|looking|the|time|hired|paid|trained|sworn)){0,3} (?:to (?:be|become|act as|play|serve as)|(?:in|of) (?:being|becoming|acting as|playing)) (?:an? )?(?:ice|immigration|deportation) (?:agents?|officers?|police)\\b",
    { says: 'no' },
  ),
  A(
    'federal-job',
    'enforcement',
    "\\bimmigration{ANY}{0,40}?\\b(?:is|are|remains?)\\b{ANY}{0,15}?\\b(?:a |the )?(?:federal|ice's)(?: government's)? (?:job|role|responsibility|matter|issue|function|duty|business)",
    { says: 'no' },
  ),
  A(
    'not-job',
    'enforcement',
    "\\b(?:immigration|deportation|that|it|this|inmigracion|status)\\b{ANY}{0,40}?(?:\\b(?:is|are|was|isn't|es|remains)\\b)?{ANY}{0,12}?(?:\\bnot\\b|n't\\b|\\bno\\b){ANY}{0,25}?\\b(?:our|my|their|a (?:local|police)|the (?:department|sheriff|police)[a-z']*|(?:nuestr[oa]|mi)) (?:[a-z]+ )?(?:job|role|responsibility|mission|business|function|duty|fight|place|trabajo|funcion|labor|papel)",
    { says: 'no' },
  ),
  A(
    'engage',
    'enforcement',
    '\\b(?:do(?! not)|does(?! not)|doing|conduct\\w*(?! (?:them|him|her|it|our|your)sel)|engag(?:e|es|ed|ing)|perform\\w*|participat\\w+|involv\\w+|assist\\w*|help(?:s|ed|ing)?|support(?:s|ed|ing)?|part (?:of|in)|tak(?:e|es|ing) part|in the business|interest(?:ed)? in|carr(?:y|ies|ying) out|work(?:s|ing)?|us(?:e|ed|ing)[a-z ,]{0,60} to|particip\\w+|realiz\\w+|hac\\w+)\\b{ANY}{0,50}?\\b(?:immigration(?: (?:enforcement|work|business|duties|arrests|matters|law|laws|policing))?\\b|deportations?\\b|deporting|civil immigration|(?:mass )?deportation (?:efforts?|force|plan|program)|federal enforcement|(?:this|that|the|such an?) program|(?:law enforcement |police )?(?:activit\\w+|actions?)\\b{ANY}{0,60}?\\bstatus|leyes (?:de inmigracion|migratorias)|labores (?:migratorias|de inmigracion)|deportaciones)',
  ),
  A(
    'enforce',
    'enforcement',
    '\\b(?:enforc(?:e|es|ed|ing)|(?<=\\bto )police|policing|aplic\\w+|hac\\w+ cumplir|ejerc\\w+)\\b{ANY}{0,60}?\\b(?:immigration(?: (?:laws?|policy|policies|status|statutes?|matters|violations|orders|rules))?|leyes? (?:de inmigracion|migratorias?|federal(?:es)?))\\b',
  ),
  A(
    'help-ice',
    'enforcement',
    '\\b(?:help|helps|helped|helping|assist|assists|assisted|assisting|aid|aids|aiding|cooperat(?:e|es|ed|ing)|collaborat(?:e|es|ed|ing)|work|works|worked|working|partner|partners|partnering|team(?:ing)? up|ayud\\w+|colabor\\w+|cooper\\w+|trabaj\\w+|apoy\\w+)\\b(?: (?:in conjunction|closely|together|hand in hand|directly|fully|out|junto|conjuntamente))*(?: (?:with|alongside|for|to|a|con|al))?(?: (?:the|el|los|las|our|any|their))? {ICE}',
  ),
  A(
    'arrest',
    'enforcement',
    '\\b(?:arrest(?:s|ed|ing)?|detain(?:s|ed|ing)?|stop(?:s|ped|ping)?|apprehend\\w*|round(?:s|ed|ing)? up|deport(?:s|ing)?|pull(?:s|ed|ing)? over|target\\w*|go(?:es|ing)? after|(?:look(?:s|ing)?|search(?:es|ing)?) for|hunt\\w*|arrest\\w+|deten(?!tion)\\w+|deport\\w+)\\b{ANY}{0,60}?\\b(?:undocumented|immigrants?|migrants|(?:people|anyone|anybody|somebody|folks) to deport|(?:immigration )?status|illegally|immigration (?:violation|offense|law|reasons|purposes)s?|indocumentad\\w+|(?:estatus|situacion) migratori\\w)\\b',
  ),
];
