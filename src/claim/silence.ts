// "Metro, not the sheriff, is paid": what is set aside in passing negates nothing.
const CONTRAST =
  /, (?:and )?not (?!(?:federal |civil )?(?:immigration|ice)\b)(?:the |its |his |her |our |their )?[a-z'-]+(?: [a-z'-]+){0,2},/g;
// What asserts nothing about anybody: no comment, bills, signs and chants, what was asked.
const SILENCE =
  /\b(?:declin\w+|refus\w+|did not want|would not|wouldn't) (?:to )?(?:comment|say|answer|discuss|elaborate|speak|talk)\b[^.;,]{0,60}|\b(?:did not|didn't|has not|hasn't|had not|have not|could not|no) (?:immediately |yet )?(?:respond\w*|repl(?:y|ied)|return\w*|answer\w*|comment\w*)\b[^.;,]{0,60}|\brefer(?:red|s) (?:all |any )?(?:questions|inquiries|reporters|calls)\b[^.;,]{0,40}|\bno comment\b|\bno (?:respondio|contesto|quiso (?:comentar|hablar))\b[^.;,]{0,40}/g;
const SUPPOSED =
  /\b(?:bills?|legislation|proposals?|measures?|ballot question|amendment)\b[^.;"]{0,60}\b(?:would|could|might)\b|\bread (?:one|a|the|another|several)? ?(?:sign|placard|banner|poster)s?\b|\b(?:sign|banner|placard|poster)s? (?:read|that read|reading|saying)\b|\bchant(?:s|ed|ing)\b|\b(?:was|were|been) asked (?:whether|if)\b(?![^.]*\bsaid\b)|\bpregunt(?:o|aron|an?)\b[^.;]{0,30}\bsi\b(?![^.]*\b(?:dijo|respondio|contesto)\b)|\b(?:in|en) (?:an?|the|his|her|una?|la|el|su) (?:[a-z]+ )?(?:novela?|satire|satira|sitcom|short story|video game)\b|\b(?:subject|topic) of (?:a|the|this)\b|\b(?:legislature|lawmakers|senate|house|assembly|legislators|judges?|court|committee)\b[^.;"]{0,30}\b(?:is|are) (?:expected|set|scheduled|due|slated)\b|^(?:purpose\b[^.]{0,4} )?th(?:is|ese) (?:[a-z]+ )?(?:directive|policy|policies|order|orders|section|chapter|procedure|manual|guidelines?|document|memo|regulation)s? (?:explains?|describes?|sets? (?:out|forth)|establish(?:es)?|governs?|provides? (?:guid|members|officers|deputies)|address(?:es)?|outlines?|covers?|is intended|applies)\b|\bproyecto de ley\b[^.;]{0,60}\b(?:obligaria|exigiria|prohibiria)/;
// Promises of candidates, suppositions.
const DROPPED =
  /\bif (?:he|she|they|i) wins?\b|\bif (?:he |she |they )?(?:is |are |were )?elected\b|\bif re-?elected\b|\b(?:if|were) (?:i|he|she) (?:were |am |was )?(?:elected|to win)|\bsi (?:gana|es elegid)|\b(?:candidates?|candidato|candidata|challenger)\b[^.]{0,60}\b(?:promis|vow|pledg|said|would|promet)|\b(?:would-be (?:sheriff|chief)|aspirante a|running for (?!re-?election))\b[^.]{0,80}\b(?:promis|vow|pledg|says? (?:he|she|they) w|will|would|promet|(?:dijo|dice|asegura) que)/;
const QUESTION = /\?["')]*$/;

/** True for a sentence that asserts nothing: a question, a candidate's promise. */
export function isDropped(text: string): boolean {
  return QUESTION.test(text.trim()) || DROPPED.test(text) || SUPPOSED.test(text);
}

// Programmes and task forces of other kinds: what is joined or left there is no position here.
const OTHER_PROGRAMMES =
  /\b(?:state criminal alien assistance|scaap|secure communities|operation stonegarden|stonegarden|priority enforcement|real id|drive only|joint terrorism|drug|violent crimes?|human trafficking|fugitive|gang|safe streets|homeland security grant|u visa|deferred action)(?: (?:program|task force|initiative|grant))?s?\b(?= |[.,;)"]|$)/g;

// "…, as state law requires": a reason given in passing, and no condition.
const REASON =
  /, (?:as|because|since|which is what|como|segun) (?:[a-z']+ ){0,4}(?:laws?|statutes?|acts?|ordinance|ley(?:es)?)(?: [a-z]+){0,2}? (?:requires?|required|permits?|allows?|demands?|says|mandates?|exige|permite|ordena|dispone|obliga)\b|, as (?:is )?(?:required|allowed|permitted) (?:by|under) (?:[a-z']+ ){0,3}(?:laws?|statutes?|acts?|ordinance)\b|, como (?:lo )?(?:exige|permite|ordena|manda|dispone|establece|requiere) (?:la|una) ley\b/g;

/** The text with "declined to comment", ", not the city," and the like blanked out, offsets kept. */
export function withoutSilence(text: string): string {
  const blank = (words: string): string => '_'.repeat(words.length);
  return text
    .replace(SILENCE, blank)
    .replace(CONTRAST, blank)
    .replace(REASON, blank)
    .replace(OTHER_PROGRAMMES, (words) =>
      /program|force|scaap|stonegarden|communities/.test(words) ? blank(words) : words,
    );
}
