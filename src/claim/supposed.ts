import type { Frame } from './frames.ts';

// "If the sheriff were to sign", "were the county to end it": a case that is only thought of.
const WERE_TO = /(?:\b(?:if|even if|should)\b[^.;]{0,110}|^[^a-z]*)\bwere\b[^.;,]{0,80} to (?:[a-z]+ )?$/;
// "If the office ended its agreement, the county would lose money."
const IF = /(?:^|[—:(,"] ?|\b(?:and|but|that) )(?:even |only )?if\b[^.;,]{0,110}$/;
const WOULD = /^[^.;]*,[^.;]*\b(?:would|could|might)\b/;
const UNLESS = /\b(?:unless|a menos que|a no ser que|salvo que)\b[^.;,]{0,110}$/;
// "Si el alguacil firmara un acuerdo, muchos dejarían de llamar": the verb's mood alone may be a future without its accent.
const SI = /(?:^|[—:(,"¿] ?|\b(?:y|que|pero) )si\b[^.;,]{0,110}$/;
const MOOD = /^(?:se )?[a-z]+(?:ara|iera|iese|ase)(?:n|mos)?\b/;
const CONDITIONAL = /\b[a-z]{3,}ria(?:n|mos)?\b/;
// "Whether he joins matters little."
const WHETHER = /(?:^|— )whether\b[^.;,]{0,110}$/;
const NO_MATTER =
  /\b(?:matters? (?:little|not)|makes? (?:little|no) difference|(?:does|do)(?: not|n't) matter|irrelevant)\b/;
// "Sheriffs must sign such agreements": what a law asks of all is done by none of them yet.
const ALL_MUST =
  /\b(?:sheriffs|counties|agencies|departments|alguaciles|condados|agencias)\b(?:(?! (?:who|that|which|que)\b)[^.;,]){0,40} (?:must|have to|are required to|deben|tienen que)\s(?:[a-z]+ )?$/;
const ABROAD =
  /\b(?:in|en) (?:[a-z]+ing )?(?:(?<!new |nuevo )mexico|canada|guatemala|honduras|el salvador|europ[ea])\b[^.;,]{0,30}$/;
// "Had the office renewed it, more people would have been deported."
const HAD = /^(?:[^—]{0,40}— )?["(]*had\b[^.;,]{3,120}, [^.;]*\bwould(?: not|n't)? have\b/;

/** True for a position that is only supposed, asked of everybody by a law, or of another country. */
export function isSupposed({ kind, position, start }: Frame, text: string): boolean {
  if (HAD.test(text)) return true;
  const before = text.slice(0, start);
  if (WERE_TO.test(before) || ABROAD.test(before)) return true;
  if (kind !== 'step') return false;
  if (ALL_MUST.test(before)) return true;
  if (UNLESS.test(before)) return position !== 'undecided';
  const behind = text.slice(start);
  if (IF.test(before)) return WOULD.test(behind);
  if (SI.test(before)) return MOOD.test(behind) && CONDITIONAL.test(behind);
  return WHETHER.test(before) && NO_MATTER.test(behind);
}
