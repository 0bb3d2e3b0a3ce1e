/** Named pieces of patterns, written `{NAME}` in the lexicons. All are matched against folded text: lower case, no accents, straight quotes. */
const MACROS: Record<string, string> = {
  ICE: "\\b(?:u\\.?s\\.? )?(?:ice(?: agents?| officers?| officials?)?(?:'s)?\\b(?!-)|immigration (?:and customs enforcement|and naturalization service|agents?|officials?|officers?|authorities|agency|service)|(?:the )?(?:federal|feds|washington)(?: immigration)? ?(?:agents?|officials?|officers?|authorities|agency|agencies|government|partners|counterparts|law enforcement)?\\b|homeland security|border patrol|customs and border protection|\\bcbp\\b|\\bdhs\\b|\\bhsi\\b|the feds|la migra\\b|deportation (?:agents?|officers?|officials?)|migracion\\b|inmigracion\\b|autoridades (?:migratorias|federales|de inmigracion)|\\bagents\\b|agentes (?:migratorios|federales|de inmigracion)|servicio de inmigracion|seguridad nacional)",
  IMM: '(?:immigra\\w+|deport\\w*|undocumented|migrants?\\b|ice\\b|287|detainers?|inmigra\\w+|migratori\\w+|indocumentad\\w+)',
  ANY: '[^.;]',
  N: '(?:287 ?\\(? ?g\\)?(?: (?:program|agreement|partnership|model|memorandum|contract|deal|authority|powers))?|agreements?|partnerships?|programs?|programmes?|memorand(?:um|a)(?: of (?:agreement|understanding))?|pacts?|deals?|arrangements?|contracts?|participation|part (?:in|of)|involvement|moas?\\b|mous?\\b|accords?|task force|(?:jail|warrant) (?:model|program)|acuerdos?|convenios?|programa|contratos?)',
  NOUN: '(?:agreement|partnership|program|memorandum|pact|deal|arrangement|contract|accord|moa|mou|acuerdo|convenio|programa|contrato)\\b',
  NEG: "(?:\\bnot\\b|n't\\b|\\bnever\\b|\\bno\\b|\\bnor\\b|\\bneither\\b|\\bnone\\b|\\bnobody\\b|\\bno one\\b|\\bnothing\\b|\\bwithout\\b|\\bcannot\\b|\\brefus\\w+|\\bdeclin(?:e|es|ed|ing) to|\\breject\\w*|\\bforbid\\w*|\\bforbade\\b|\\bprohibit\\w*|\\bbar(?:s|red|ring)?\\b|\\bban(?:s|ned|ning)?\\b|\\bprevent\\w*|\\bresist(?:s|ed|ing)?\\b|\\bunwilling\\b|\\bbetter things to do than\\b|\\bnothing to do with\\b|\\bno part (?:of|in)\\b|\\bno business\\b|\\bhardly\\b|\\bkeep(?:s|ing)? (?:[a-z']+ ){0,4}(?:out of|away from)\\b|\\bkept (?:[a-z']+ ){0,4}(?:out of|away from)\\b|\\bstay(?:s|ed|ing)? out of|\\bavoid\\w*|\\brather than\\b|\\binstead of\\b|\\bnunca\\b|\\bjamas\\b|\\bni\\b|\\btampoco\\b|\\bningun\\w*|\\bsin\\b|\\bse nieg\\w+|\\brechaz\\w+|\\bprohib\\w+)",
  STOP: '(?:\\bno longer\\b|\\bstop(?:s|ped|ping)?\\b|\\bceas(?:e|es|ed|ing)\\b|\\bquit(?:s|ting)?\\b|\\bend(?:s|ed|ing)?\\b|\\bdiscontinu\\w+|\\bhalt(?:s|ed|ing)?\\b|\\bsuspend\\w*|\\b(?:is|are|was|were) (?:done|finished|through)\\b|\\bout of\\b|\\bno more\\b|\\bpaus(?:e|ed|ing)\\b|\\babandon\\w*|\\bya no\\b|\\bdej(?:a|o|ar|aran|aron|ara|an) de\\b|\\bput an end to|\\b(?:did|do|does|doing|done) away with|\\bg(?:ot|et|ets|etting) rid of|\\bswore off|\\bg(?:ive|ave|iving) up|\\babolish\\w*|\\bcall(?:ed|s|ing)? a halt|\\bcut(?:s|ting)? off|\\bpulled the plug|\\bphas(?:e|ed|ing) out|\\bdropp(?:ed|ing)|\\bscrapp(?:ed|ing)|\\bbring an end to)',
  ONGOING:
    '(?:\\bcontinu\\w+|\\bgo(?:es|ing)? on\\b|\\bkeep(?:s|ing)?\\b|\\bstill\\b|\\bremain\\w*|\\bas before\\b|\\bseguir\\w*|\\bsigu\\w+|\\bcontinuar\\w*)',
  COND: "(?:\\bunless\\b|\\bexcept\\b|\\bonly (?:if|when|for|with|in|on|under|a|after|those|people|where|as|inmates|to the extent)\\b|\\bonly (?:a|an) [a-z' ]{0,40}(?:warrant|order)|without (?:(?:an?|the|such|having|either|any) )?(?:[a-z-]+(?:'s)? ){0,4}(?:warrants?|orders?|court|paperwork|judge)|(?:judge|judicial|magistrate|court|criminal|judge's|magistrate's)[a-z' -]{0,30}(?:warrants?|orders?)|(?:warrants?|orders?|paper\\w*|document)[a-z, ]{0,20} (?:signed|issued|approved) by|\\b(?:convicted|charged|accused|convictions?)\\b (?:of|for|with)|paper(?:work)? (?:issued|signed)|(?:with|have|has|had) (?:prior |certain |serious |violent |felony |criminal )+(?:convictions?|charges|records?|crimes?)|(?:serious|violent|certain|specified|felony|listed|enumerated) (?:or [a-z]+ )?(?:crimes?|offenses?|felon(?:y|ies)|convictions?|charges)|(?:what|as|where|when|than|whatever|unless|if|only) [a-z' ]{0,25}(?:law|statute|act|ordinance|court)s? (?:requires?|demands?|allows?|permits?|says)|\\bbut not (?:on|for|in|with|when)\\b|\\babsent (?:a|an|such)\\b|as far as|to the extent|required by (?:state |federal )?(?:law|statute|a (?:judge|court))|as (?:the )?law requires|risk to public safety|public safety threat|threat to public|under (?:limited|certain|narrow)|limited (?:to|circumstances)|i-200|administrative warrant|a menos que|\\bsalvo\\b|\\bexcepto\\b|\\bsolo (?:si|cuando|con|en|a)\\b|\\bsolamente\\b|\\bunicamente\\b|orden (?:judicial|firmada|de un juez|de arresto|de la corte)|si (?:hay|existe|traen|presentan) una orden)",
  FUTURE:
    "(?:\\bwill\\b|\\bwould\\b|\\bplans? to\\b|\\bintends? to\\b|\\bgoing to\\b|\\bset to\\b|\\babout to\\b|\\bwants? to\\b|\\bhopes? to\\b|\\bagreed to\\b|\\bexpects? to\\b|\\bto (?:begin|start)\\b|\\bsoon\\b|\\bmeans to\\b|\\bseeks? to\\b|\\bvow(?:s|ed) to\\b|\\bis to\\b|\\bare to\\b|\\bpromis(?:es|ed) to\\b|\\bnext (?:week|month|year|summer|fall|spring)\\b|\\bonce trained\\b|\\bbegins?\\b|'ll\\b|\\bfirmaran?\\b|\\bse uniran?\\b|\\bparticiparan?\\b|\\bcomenzaran?\\b|\\bempezaran?\\b|\\bva a\\b|\\bvan a\\b|\\bplanea\\w*|\\bpodra\\w*|\\bprepar\\w+ to)",
  HEDGE:
    '(?:(?<!\\b(?:in|since|last|this|of|until|by|early|late|next|from) )\\bmay\\b(?!,| \\d)|\\bmight\\b|\\bcould\\b|\\bconsider(?:s|ed|ing)?\\b|\\bweigh(?:s|ed|ing)?\\b|\\breview(?:s|ed|ing)?\\b|\\bstudy(?:ing)?\\b|\\bevaluat\\w+|\\bexplor\\w+|\\bmull\\w*|\\bwhether\\b|\\bundecided\\b|\\bif (?:we|he|she|they|it)\\b|\\bpossib\\w+|\\bperhaps\\b|\\bthinking (?:about|of)\\b)',
  LOCAL:
    "(?:sheriff(?:'s)?(?: office| department)?|deput(?:y|ies)|officers?|police|departments?|agency|jails?|office|county|city|town|staff|we|us|our|they|he|she|it|who|troopers?|guards?|jailers?|university|college|my|his|her|their|detectives?|employees|personnel|nobody|nadie|agentes|oficiales|policias?|alguacil|oficina|departamento|condado|ciudad|carcel)",
};

const memo = new Map<string, string>();

/** A pattern's source with every `{NAME}` replaced. */
export function expand(source: string): string {
  let out = memo.get(source);
  if (out === undefined) {
    out = source.replace(/\{([A-Z]+)\}/g, (whole, name: string) => MACROS[name] ?? whole);
    memo.set(source, out);
  }
  return out;
}

/** A compiled pattern over folded text with the macros in place. */
export function cue(source: string, flags = 'g'): RegExp {
  return new RegExp(expand(source), flags);
}
