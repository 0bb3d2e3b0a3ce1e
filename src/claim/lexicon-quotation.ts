/** Verbs by which somebody is reported to say, write or ask something: stems with their finite endings. */
const SPEECH =
  'said|says?|written|told|tells?|add(?:ed|s)|wr(?:ote|ites?)|tweet(?:ed|s)|post(?:ed|s)|not(?:ed|es)|announc(?:ed|es?)|explain(?:ed|s)?|declar(?:ed|es?)|insist(?:ed|s)?|promis(?:ed|es?)|confirm(?:ed|s)?|stated|states(?= that|:|, ["\\ue000])|argu(?:ed|es?)|contend(?:ed|s)?|acknowledg(?:ed|es?)|vow(?:ed|s)?|pledg(?:ed|es?)|warn(?:ed|s)?|repl(?:ied|ies|y)|respond(?:ed|s)?|answer(?:ed|s)|testif(?:ied|ies|y)|emphasi[sz](?:ed|es?)|stress(?:ed|es)|maintain(?:ed|s)|reiterat(?:ed|es?)|repeat(?:ed|s)|assur(?:ed|es?)|affirm(?:ed|s)?|admit(?:ted|s)?|conced(?:ed|es?)|report(?:ed|s)|describ(?:ed|es?)|continued|indicat(?:ed|es?)|assert(?:ed|s)?|claim(?:ed|s)?|alleg(?:ed|es?)|remark(?:ed|s)|observ(?:ed|es)|comment(?:ed|s)|clarif(?:ied|ies)|recall(?:ed|s)?|recount(?:ed|s)|predict(?:ed|s)?|propos(?:ed|es?)|suggest(?:ed|s)?|recommend(?:ed|s)?|den(?:ied|ies|y)|rul(?:ed|es)|jok(?:ed|es)|quipp?ed|quips|shouted|yelled|chanted|boasted|bragg(?:ed|s)|lament(?:ed|s)|complain(?:ed|s)?|caution(?:ed|s)|counter(?:ed|s)|retort(?:ed|s)|proclaim(?:ed|s)|reveal(?:ed|s)|disclos(?:ed|es)|stipulat(?:ed|es)|specif(?:ied|ies)|tout(?:ed|s)|apologi[sz](?:ed|es)|ask(?:ed|s)?|wonder(?:ed|s)?|question(?:ed|s)|demand(?:ed|s)?|urg(?:ed|es?)|call(?:ed|s)|accus(?:ed|es?)|criticiz(?:ed|es)|blam(?:ed|es?)|prais(?:ed|es)|dubbed|label(?:l?ed|s)|denounc(?:ed|es)|slammed|mocked|dismissed|threaten(?:ed|s)?|join(?:ed|s) in saying|put it|puts it|quot(?:ed|es)|reads?|shot back|fired back|point(?:ed|s)? out|made (?:it )?clear|makes (?:it )?clear|make (?:it )?clear|went on|hail(?:ed|s)?|referr?(?:ed|s)|signal(?:l?ed|s)|advis(?:ed|es?)|remind(?:ed|s)?|inform(?:ed|s)|offered|deadpanned|disput(?:ed|es?)|reject(?:ed|s)|object(?:ed|s)|protested|interject(?:ed|s)|chimed in|cit(?:ed|es)|(?:express|voic|rais)(?:ed|es) (?:the )?(?:hopes?|concerns?|fears?|doubts?|optimism|confidence|frustration|regret|worry|worries|belief|alarm)|mused|conclud(?:ed|es?)|disclosed|compar(?:ed|es?)|implor(?:ed|es?)|encourag(?:ed|es?)|portray(?:ed|s)?|character?iz(?:ed|es?)|ventured|deadpanned|vent(?:ed|s)|thunder(?:ed|s)';
/** Verbs by which somebody is reported to hold something true; they need a clause. */
const BELIEF =
  'figures|figured|reckons?|reckoned|guess(?:es|ed)|wants?|wanted|plan(?:ned|s)?|intend(?:ed|s)?|disagrees?|sees?|view(?:s|ed)|believ(?:ed|es?)|thinks?(?! tank)|thought|knows?|knew|fear(?:ed|s)?|feels?|felt|hop(?:ed|es?)|expect(?:ed|s)?|suspect(?:ed|s)?|doubt(?:ed|s)?|assum(?:ed|es?)|conclud(?:ed|es?)|f(?:ound|inds?)|agreed?|agrees|estimat(?:ed|es?)|forecasts?|show(?:ed|s)|understands?|understood|realiz(?:ed|es)|hears?|heard|worr(?:ied|ies|y)|cre(?:e|en|ía)|piensan?|espera|teme';
const SPANISH =
  'dij(?:o|eron)|dicen?|asegur(?:ó|a|aron)|afirm(?:ó|a|aron)|explic(?:ó|a)|añad(?:ió|e)|agreg(?:ó|a)|anunci(?:ó|a|aron)|declar(?:ó|a|aron)|señal(?:ó|a|aron)|indic(?:ó|a|aron)|insist(?:ió|e)|sost(?:uvo|iene)|confirm(?:ó|a|aron)|manifest(?:ó|aron)|coment(?:ó|a)|expres(?:ó|aron)|precis(?:ó|a)|aclar(?:ó|a)|advirt(?:ió|ieron)|inform(?:ó|aron)|reiter(?:ó|a)|respond(?:ió|e)|cont(?:ó|aron)|promet(?:ió|e)|escrib(?:ió|e)|negó|recordó|pidió|preguntó|subrayó|destacó|apuntó|relató|lament(?:ó|a)|recalc(?:ó|a)|remarc(?:ó|a)|reconoc(?:ió|e)|admit(?:ió|e)|revel(?:ó|a)|opin(?:ó|a)|enfatiz(?:ó|a)|puntualiz(?:ó|a)|ratific(?:ó|a)|detall(?:ó|a)|adelant(?:ó|a)|zanjó|sentenció|bromeó|matiz(?:ó|a)|replic(?:ó|a)|contest(?:ó|a|aron)|argument(?:ó|a)|aleg(?:ó|a|aron)|sugir(?:ió|ieron)|estim(?:ó|a) que|consider(?:ó|a) que|advierten?|reconocieron|admitieron|relataron|contaron';
const PARTICIPLES =
  'saying|ruling|denying|pointing out|replying|responding|lamenting|cautioning|remarking|recounting|describing|reiterating|reasoning|complaining|adding|noting|arguing|claiming|telling|insisting|warning|writing|tweeting|stating|explaining|suggesting|declaring|asserting|alleging|promising|vowing|pledging|predicting|announcing|emphasizing|stressing|acknowledging|admitting|conceding|contending|calling|accusing|asking|urging|citing|maintaining|recalling|joking|quoting|diciendo|añadiendo|agregando|asegurando';

const word = (source: string): RegExp => new RegExp(`(?<![\\p{L}'-])(?:${source})(?![\\p{L}'-])`, 'gu');

/** Finite cues of speech, of belief, and participles; one word each. */
export const SPEECH_CUE = word(`${SPEECH}|${SPANISH}`);
export const BELIEF_CUE = word(BELIEF);
export const PARTICIPLE_CUE = word(PARTICIPLES);
/** "according to X", "in X's words". */
export const ACCORDING =
  /(?<!\p{L})(?:according to|in the words of|as told by|seg[uú]n|de acuerdo con)(?!\p{L})/giu;
/** Nouns that bear a content: "the claim that …". */
export const NOUN_CUE = word(
  '(?:claims?|statements?|assertions?|accusations?|allegations?|arguments?|promises?|pledges?|vows?|warnings?|beliefs?|views?|opinions?|suggestions?|predictions?|concerns?|fears?|hopes?|reports?|announcements?|insistence|complaints?|conclusions?|notion|idea) that',
);
/** Cues that take a thing said of somebody rather than a clause: only with a quotation, or an unmistakable clause, behind them. */
export const NAMING =
  /^(?:call|dub|label|describ|prais|criticiz|denounc|slam|mock|dismiss|question|tout|cit|quot|blam|rul|f(?:ound|ind)|maintain|conclud|claim|acknowledg|add|not(?:ed|es)|post|report|comment|repeat|deman|show|consider|see|saw|observ|reveal|confirm|announc|recommend|propos|den[iy]|promis|alleg|admit|predict|hail|referr|reject|disput|object|protest|offer|compar|apologi|respond|repl|answer|clarif|affirm|disclos|agree|indicat|signal|view|portray|charact|want|plan|intend|tweet|vent|advis|remind|inform|encourag|implor)/i;
/** Cues that tell somebody something: whom stands before what is said. */
export const TELLING =
  /^(?:told|tells?|ask|urg|warn|remind|assur|inform|advis|caution|promis|answer|encourag|implor|challeng|press|accus)/i;
/** Cues that ask somebody to do something, bind the speaker or charge another: the verb, and what must stand behind it. */
export const MOVING: readonly (readonly [RegExp, RegExp])[] = [
  [/^(?:vow|pledg|threaten|agree|hop|promis|claim|want|plan|intend|offer)/, /^ (?:not )?to (?!be seen)/],
  [/^want/, /^ (?!to\b)(?:[^\s,;"\ue000]+ ){1,5}?to \p{Ll}/u],
  [/^(?:express|voic|rais)/, /^ (?:about|over|at|of) /],
  [/^expect/, /^ (?:[^\s,;"\ue000]+ ){0,6}?to /],
  [/^(?:told|tell|ask|urg|warn)/, /^(?: [^\s,;"\ue000]+){1,9}? (?:to|not to|of|about|against) /],
  [/^(?:accus|blam)/, /^(?: [^\s,;"\ue000]+){1,9}? (?:of|for) /],
  [/^call/, /^ (?:for|on) /],
  [/^(?:suggest|recommend|propos|discuss)/, /^ \p{Ll}+ing /u],
  [/^(?:demand|propos|recommend|urg)/, /^ (?:an?|the|that|more|no|\p{L}+ing|\p{L}+s) /u],
  [/^(?:warn|complain|boast|bragg|wonder|jok|lament)/, /^ (?:of|about|against) /],
  [/^(?:pid|promet)/, /^ (?:que|no|a) /],
];
/** Words that may stand between who says and the verb. */
export const BETWEEN =
  /^(?:also|has|have|had|later|then|again|repeatedly|recently|previously|already|once|often|reportedly|publicly|privately|initially|simply|still|even|now|first|quickly|further|would|will|could|might|may|did|does|do|is|was|were|are|been|be|being|all|both|each|himself|herself|themselves|itself|just|only|subsequently|frequently|consistently|explicitly|specifically|strongly|falsely|correctly|rightly|wrongly|famously|sarcastically|angrily|flatly|bluntly|clearly|quietly|openly|earlier|soon|always|usually|sometimes|immediately|eventually|finally|tearfully|ultimately|tambi[eé]n|ha|había|han|luego|le|les|lo|se|ya|long|too|now|\p{Ll}{3,}ly|(?:did|does|do|was|is|has|have|had|would|could|wo|ca)n['’]t)$/iu;
/** Words that cannot be part of who says it: a clause ends before them. */
export const CLAUSE_END =
  /^(?:but|that|while|when|as|because|if|though|although|so|where|which|whether|after|before|since|until|than|yet|or|whereas|unless|once|what|how|why|nor|que|pero|cuando|mientras|porque|aunque|si|como)$/i;
/** Adjectives by which somebody is told to hold something. */
export const ATTITUDE =
  /(?<=\b(?:is|are|was|were|remains?|remained|[’']s|[’']re) (?:\p{L}+ly |also |still |very |so |not |quite |less |more ){0,2})(?:adamant|confident|convinced|certain|skeptical|sure|optimistic|hopeful|worried|concerned|afraid|doubtful|clear|insistent|persuaded|aware)(?: (?:in|on|at|about) [^,;"\ue000]{1,40}?)? that(?!\p{L})/gu;
/** "In Smith's view, …": the words up to what is held. */
export const VIEW =
  /(?<![\p{L}])[Ii]n (?:his|her|their|\p{Lu}[\p{L}.]*(?: \p{Lu}[\p{L}.]*){0,3}['’]s?|the [\p{L} ]{2,30}['’]s?) (?:view|opinion|telling|estimation|judgment|words|mind|account), /gu;
