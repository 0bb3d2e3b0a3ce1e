/** What is done with an agreement, a program or a contract. `says` is the position where no word around it turns it. */
export interface Step {
  id: string;
  says: 'end' | 'lapse' | 'join' | 'apply' | 'have' | 'renew' | 'expand' | 'reject';
  source: string;
  /** What it speaks of where neither the sentence nor the topic says. */
  programme?: '287g';
}

const S = (id: string, says: Step['says'], source: string, more: Partial<Step> = {}): Step => ({
  id,
  says,
  source,
  ...more,
});

/** Steps in order: the first that matches a stretch keeps the later ones from it. `{N}` is the noun. */
export const STEPS: readonly Step[] = [
  S(
    'not-renew',
    'lapse',
    "(?:\\bnot\\b|n't\\b|\\bnever\\b|\\bdeclin\\w+|\\brefus\\w+|\\bwithout\\b|\\bno\\b){ANY}{0,40}?\\b(?:renew\\w*|extend\\w*(?! (?:to|into|beyond) )|extension|re-?sign\\w*|re-?up\\w*|sign for another|continu\\w+)\\b(?:{ANY}{0,60}?{N})?",
  ),
  S(
    'lapse',
    'lapse',
    '{N}{ANY}{0,70}?\\b(?:laps(?:e|es|ed|ing)|expir(?:e|es|ed|ing)|run(?:s)? out|ran out|has run out|not run past|(?:come|comes|came|coming) to (?:an end|a close)|is over|died|venc\\w+|expir\\w+)\\b',
  ),
  S(
    'ended',
    'end',
    '{N}{ANY}{0,60}?\\b(?:was|were|is|are|been|be|being|hereby|get|gets|fue|sera|queda)\\b{ANY}{0,20}?\\b(?:ended|terminated|cancel?led|revoked|rescinded|voided|void|dropped|scrapped|suspended|discontinued|wound down|phased out|dissolved|severed|paused|halted|shelved|over|no more|gone|dead|history|ancient history|finished|cancelad[oa]|terminad[oa]|suspendid[oa]|"?hereby terminated)\\b',
  ),
  S(
    'enrolled',
    'have',
    "\\b(?:those|agencies|departments|offices|sheriffs|participants|signers|ones|counties) (?:that are |who are |which are )?(?:now |already |currently |newly |so far )?(?:enrolled|participating|signed(?: up| on)?|taking part|on (?:the|ice's) list|in the program)\\b",
    { programme: '287g' },
  ),
  S(
    'out-of',
    'end',
    '\\b(?:is|are|was|were|be|been|being|gets?|got|now|moved|stepp?ed|steps|taken?|took|takes|pulled|kept|him|her|them|county|office|department|deputies) (?:now |officially |finally |formally )?out of (?:the )?(?:[a-z0-9]+ )?{N}',
  ),
  S(
    'put-on-hold',
    'end',
    '{N}{ANY}{0,40}?\\b(?:put on (?:hold|ice|pause)|on pause|torn up|done with|a thing of the past|off the books|no longer (?:in (?:effect|force)|active|exists?))\\b|\\bput(?:s|ting)?\\b{ANY}{0,40}?{N}{ANY}{0,20}?\\bon (?:hold|pause)\\b|\\bcalled off\\b{ANY}{0,40}?{N}',
  ),
  S(
    'no-more-terms',
    'lapse',
    "(?:\\bnot\\b|n't\\b|\\bnever\\b|\\bdeclin\\w+|\\brefus\\w+){ANY}{0,40}?\\b(?:sign|join|commit|enroll|enter|go)\\w*\\b{ANY}{0,25}?\\b(?:another|a new|a second|a further|more) (?:term|year|stint|round|\\w+ years)\\b(?:{ANY}{0,40}?{N})?",
  ),
  S(
    'expand',
    'expand',
    '\\b(?:add(?:s|ed|ing)? (?:the |a |an )?(?:task force|jail|warrant|second|another|new)|second|rais(?:e|es|ed|ing) the number|increas(?:e|es|ed|ing)|expand(?:s|ed|ing)?|expansion of|broaden(?:s|ed|ing)?|widen(?:s|ed|ing)?|enlarg\\w+|doubl(?:e|es|ed|ing)|ampli\\w+)\\b{ANY}{0,60}?(?:{N}|\\bbeds?\\b|detainees|powers|model)',
  ),
  S(
    'end',
    'end',
    "\\b(?:end|ends|ended|ending|terminat(?:e|es|ed|ing|ion)|cancel(?:s|l?ed|l?ing|lation)?|revok(?:e|es|ed|ing)|rescind(?:s|ed|ing)?|withdr[ae]w(?:s|n|ing|al)?|pull(?:s|ed|ing)? (?:(?:[a-z']+ ){0,4}out|back|the plug)|leav(?:e|es|ing)(?! (?:for|to|it|the (?:jail|office)|(?:[a-z]+ ){0,4}(?:alone|standing|in place|untouched|intact|as is|unchanged)))|left(?! (?:in|to|for|over|behind))|drop(?:s|ped|ping)?|scrap(?:s|ped|ping)?|quit(?:s|ting)?|exit(?:s|ed|ing)?|discontinu(?:e|es|ed|ing)|sever(?:s|ed|ing)?|cut(?:s|ting)? (?:off|ties)?|void(?:s|ed|ing)?|tear(?:s|ing)? up|tore up|torn up|abandon(?:s|ed|ing)?|stop(?:s|ped|ping)?|halt(?:s|ed|ing)?|suspend(?:s|ed|ing)?|paus(?:e|es|ed|ing)|dissolv\\w+|nix(?:es|ed)|kill(?:s|ed|ing)?|ceas(?:e|es|ed|ing)|phas(?:e|es|ed|ing) out|wind(?:s|ing)? down|opt(?:s|ed|ing)? out(?! of (?:joining|signing|entering|taking))|(?:get|gets|got|getting) out|walk(?:s|ed|ing)? away|moratorium|freez(?:e|es|ing)|froze|back(?:s|ed|ing)? out|dismantl\\w+|shut(?:s|ting)? down|thr[eo]wn? out|kick(?:ed)? out|termin\\w+|cancel\\w+|retir\\w+|rescind\\w+|suspend\\w+|abandon\\w+|salir|salirse|romp(?:io|er|era|e)\\b|abandon\\w+|dej(?:o|ar|ara|aran)\\b|pon\\w+ fin|pus\\w+ fin|put an end|puts an end|(?:get|got|gets|getting|take|took|taken|takes|taking) (?:[a-z']+ ){1,4}?(?:out of|off)|wound down|did away with|do away with)\\b{ANY}{0,90}?{N}",
  ),
  S(
    'end-it',
    'end',
    '\\b(?:put(?:s|ting)? (?:it|that) on (?:hold|pause|ice)|(?:has|have|had|will|would|to|and|he|she|they|board|council|commission|county|city|sheriff) (?:since |then |now |later |quietly |formally )?(?:end(?:ed)?|cancel(?:led|ed)?|suspend(?:ed)?|paused?|terminated?|dropp?(?:ed)?|scrap(?:ped)?|left|quit|abandon(?:ed)?|revoked?|rescind(?:ed)?|halt(?:ed)?) it\\b(?! (?:to|on|in|at|alone|up)\\b))',
  ),
  S(
    'reject',
    'reject',
    '\\b(?:reject(?:s|ed|ing)?|vot(?:e|es|ed|ing) (?:down|against)|voted \\S+ (?:against|to reject)|turn(?:s|ed|ing)? down|refus(?:e|es|ed|ing)|declin(?:e|es|ed|ing)|decid(?:e|es|ed|ing) against|opt(?:s|ed|ing)? out of (?:joining|signing|entering|taking)|rul(?:es|ed|ing) out|said no to|say(?:s)? no to|pass(?:ed|ing)? on|stay(?:s|ed|ing)? out of|rechaz\\w+)\\b{ANY}{0,80}?{N}',
  ),
  S(
    'reject-it',
    'reject',
    "\\b(?:rul(?:es|ed|ing) (?:it|that) out|(?:decid|cho(?:os|s)|opt|vot)\\w* (?:against|not to|out of) (?:it|that|(?:join|sign|apply|enter|tak|seek|pursu|renew)\\w*)|turn(?:s|ed) (?:it|that|them) down|said no to (?:it|that)|pass(?:es|ed) on it|wants? no part (?:in|of) it|want(?:s|ed)? nothing to do with it|(?:is|are|was|were|be)(?:n't| not) (?:a )?(?:part of|in) it\\b)|\\bno (?:forma|forman|formamos) parte (?:del programa|del acuerdo|de el)",
  ),
  S(
    'apply',
    'apply',
    '\\b(?:(?:been|was|were|is|are|get|gets|got) (?:tentatively |conditionally )?(?:accepted|approved|admitted|selected|cleared|chosen) (?:in|into|to|for)|appl(?:y|ies|ied|ying)|application|seek(?:s|ing)?|sought|request(?:s|ed|ing)?|petition\\w*|submit\\w*|filed|letter of interest|asked? (?:ice |immigration )?(?:for|to join|to be)|ask(?:s|ing)? for|pending|asked (?:the )?{ICE}|put(?:s|ting)? in for|(?:next )?in line for|lined up for|bid(?:s|ding)? for|await(?:s|ing)?|waiting (?:for|on)|letter of intent|pursu(?:e|es|ed|ing)|working (?:toward|on|out)|in the process of|tak(?:e|es|ing) steps|inscri\\w+|apunt\\w+|solicit\\w+|pid(?:io|e|en|ieron))\\b{ANY}{0,90}?{N}',
  ),
  S(
    'apply-for',
    'apply',
    '\\b(?:(?:has|have|had) (?:also )?applied|applied (?:to|for)|wait(?:s|ed|ing)? to (?:hear|learn|see|find out)\\b{ANY}{0,30}?\\b(?:application|request)|(?:sent|turned|put|handed) in (?:the |his |her |its |their )?(?:paperwork|application)|(?:submitted|filed) (?:the |his |her |its |their )(?:paperwork|application)|(?:application|request)s?\\b{ANY}{0,30}?\\b(?:pending|under review|submitted|filed|(?:is|are|was|were) in\\b))',
  ),
  S(
    'deputize',
    'apply',
    '\\b(?:appl(?:y|ies|ied|ying|ication) to|ask(?:s|ed|ing)? {ICE}|(?:permission|approval|authority|clearance) to|(?:seeks?|seeking|sought|wants?|hopes?|plans?|intends?|volunteered) to (?:have|get|see)|waiting (?:for|to))\\b{ANY}{0,60}?\\b(?:deputi[sz](?:ed?|ing)|cross-(?:designat|deputi[sz])\\w+)',
    {
      programme: '287g',
    },
  ),
  S(
    'renew',
    'renew',
    '\\b(?:renew(?:s|ed|al|ing)?|extend(?:s|ed|ing)?(?! (?:to|into|beyond) )|re-?sign(?:s|ed|ing)?|vot(?:e|es|ed|ing)\\b{ANY}{0,35}?\\b(?:for an?|to (?:approve|renew|extend|keep|continue)|in favor of)|approv\\w+ (?:an? )?(?:new|another|renewed)|keep(?:s|ing)?|remain(?:s|ed|ing)? (?:in|part)|stay(?:s|ed|ing)? in|stick(?:s|ing)? with|stand(?:s)? by|renov\\w+|manten\\w+)\\b{ANY}{0,60}?{N}',
  ),
  S(
    'bring-back',
    'join',
    '\\b(?:bring(?:s|ing)?|brought|restor\\w+|reviv\\w+|reinstat\\w+|resum\\w+|restart\\w*|re-?enter\\w*|rejoin\\w*|go(?:es|ing)? back (?:to|into)|went back (?:to|into)|return(?:s|ed|ing)? to|get(?:s|ting)? back into|launch\\w*)\\b{ANY}{0,60}?{N}',
  ),
  S(
    'old-posts',
    'lapse',
    '{N}{ANY}{0,40}?\\b(?:gone|going|went|returned|reassigned|moved|go|been given|found) (?:back |other |new )?(?:to )?(?:their |other |new )?(?:old |former |other |regular |new )?(?:posts?|jobs?|duties|work|assignments)\\b',
  ),
  S(
    'on-top',
    'expand',
    '\\b(?:on top of|in addition to|besides)\\b{ANY}{0,30}?{N}|\\b(?:more|additional|another \\w+) (?:deputies|officers|troopers)\\b{ANY}{0,30}?\\b(?:trained|deputi[sz]ed|join)\\w*{ANY}{0,60}?{N}',
  ),
  S(
    'no-interest',
    'reject',
    "(?:\\bnot\\b|n't\\b|\\bno\\b|\\blittle\\b|\\bcannot\\b){ANY}{0,25}?\\b(?:interest(?:ed)?|afford|spare|staff|justify|need|want|see (?:a|the|any)|look(?:ing)? (?:to|at|into)|reason|appetite|desire|intention|plans?)\\b(?!{ANY}{0,25}?\\b(?:chang|end|leav|drop|alter|withdr|cancel|scrap|abandon|terminat|quit|revis|review)\\w*){ANY}{0,50}?{N}",
  ),
  S(
    'authorized',
    'apply',
    '\\b(?:authori[sz]\\w+|empower\\w+|clear(?:s|ed) (?:the way for)?|direct(?:s|ed)|instruct(?:s|ed)|gave (?:him|her|them|the \\w+) (?:permission|leave|the go-ahead)|let|allow(?:s|ed)|(?:gave|given) (?:the )?(?:green light|nod|blessing))\\b{ANY}{0,50}?\\b(?:to|for) (?:sign|join|enter|apply|take part|execut|complet|finaliz)\\w*\\b{ANY}{0,50}?{N}',
  ),
  S(
    'on-track',
    'apply',
    '\\b(?:on track|on (?:its|his|her|their) way|about|poised|slated|due|cleared|ready|waiting|preparing|moving|working|hoping|hopes?|accepted|admitted|tentatively approved|asked{ANY}{0,20}? to let)\\b{ANY}{0,60}?\\b(?:to|into|on)\\b{ANY}{0,30}?{N}',
  ),
  S(
    'signed-with',
    'join',
    '\\b(?:sign(?:s|ed|ing)?(?: up| on)?|enroll?ed|enlist\\w*) (?:with|to (?:work|partner|cooperate|team up) with|to (?:help|assist)) (?:the )?{ICE}',
    {
      programme: '287g',
    },
  ),
  S(
    'sign-up',
    'join',
    '\\b(?:sign(?:s|ed|ing)?(?: up| on| onto)?|opt(?:s|ed|ing)? (?:in|into)(?: to)?|put(?:s|ting)? (?:his|her|its|their) (?:name|signature|hand)s? (?:to|on)|put(?:s)? pen to paper|re-?enlist\\w*|re-?join\\w*|enlist\\w*|took up|takes up|went into|go(?:es)? (?:back )?into|going (?:back )?into|bought into|brought{ANY}{0,25}? into|bring{ANY}{0,25}? into|put(?:s|ting)?{ANY}{0,45}? into|let{ANY}{0,40}? (?:join|into|sign)|came aboard|hooked up with|struck|sum(?:o|ara|aron|arse|arse)|entr(?:ar|arse)|un(?:irse|irnos)|enter(?:s|ed|ing)?(?: into)?|join(?:s|ed|ing)?|ink(?:s|ed)|approv(?:e|es|ed|ing)|accept(?:s|ed|ing)?|adopt(?:s|ed|ing)?|ratif(?:y|ies|ied)|enroll?ed|firm\\w+|entr(?:o|ar|ara|aron) (?:en|a)|se un(?:e|io|ira|ieron)|ingres\\w+|aprob(?:o|aron|ara|aran)|ratific(?:o|aron)|particip\\w+)\\b{ANY}{0,80}?{N}',
  ),
  S(
    'executed',
    'join',
    '\\bexecut(?:e|es|ed|ing)\\b{ANY}{0,60}?\\b(?:287 ?\\(? ?g\\)?|agreements?|memorand(?:um|a)|moas?|mous?|contracts?|addend(?:um|a))\\b',
  ),
  S(
    'signed-rel',
    'join',
    '{N}{ANY}{0,60}?\\b(?:signed|entered into|approved|firmad[oa]|firmo|is final|was finalized)\\b',
  ),
  S(
    'have',
    'have',
    '\\b(?:(?:has|have|had)(?! (?:also |since |long |now |already )?(?:fed|sent|taken|given|shown|seen|led|made|said|told|come|gone|used|helped|turned|passed|handed|shared|faced|drawn|criticized|(?:not |never )?been (?:approached|asked|contacted|invited|told|notified|informed|criticized|sued))\\b)|(?<!\\b(?:happy|satisfied|pleased|fine|content|comfortable|familiar|agree[sd]?|disagree[sd]?|problems?|issues?|wrong|along|done|concerns?) )with|operat(?:e|es|ed|ing)|run(?:s|ning)?|participat(?:e|es|ed|ing)(?: in)?|tak(?:e|es|ing) part(?: in)?|took part in|(?:is|are|was|were|been|be|become|becoming)(?:n.t)? (?:not |no longer |never |now |also |already |currently )*(?:in|part of|a member of|enrolled in|a party to|party to|among|under)|belong(?:s|ed)? to|maintain\\w*|tien\\w+|tenemos|tener|ten(?:ido|ia|ian|dra|dran)|cuenta\\w* con|particip\\w+|form\\w+ parte)\\b{ANY}{0,50}?{N}',
  ),
  S(
    'other-such',
    'have',
    '\\b(?:only|other|another|second)\\b{ANY}{0,20}?(?:such )?{N}{ANY}{0,60}?\\b(?:is that of|is with|is in|belongs to|are with|are in|was signed)\\b',
  ),
  S(
    'so-are',
    'have',
    '\\b(?:are|is|were|does|do|has|have)\\b,? and so (?:are|is|were|does|do|has|have|did)\\b',
  ),
  S(
    'are-in',
    'have',
    '\\b(?:are|is|were|was|remains?) (?:already |now |also |still )?in\\b(?= before|[,.]| since| already|$| it\\b| one\\b| as well| too\\b)',
  ),
  S(
    'in-place',
    'have',
    '{N}{ANY}{0,40}?\\b(?:remains?|stays?|is still|continues?) (?:to be )?(?:in (?:place|effect|force)|active|alive)\\b',
  ),
  S(
    'have-rel',
    'have',
    "(?:\\bunder\\b|\\bthanks to\\b|\\bbecause of\\b|\\bpart of\\b) (?:[a-z']+ ){0,3}?{N}[^.;,]{0,40}?\\b(?:may|can|lets?|allows?|deputies|officers|has|have)\\b",
  ),
];
