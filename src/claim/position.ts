import type { Position } from './claim.ts';
import type { Activity } from './lexicon-activities.ts';
import type { Step } from './lexicon-agreements.ts';
import { cue } from './lexicon-cues.ts';
import type { Sentence } from './sentences.ts';

const NEG = cue('{NEG}');
const STOP = cue('{STOP}');
const COND = cue('{COND}', '');
const FUTURE = cue('{FUTURE}', '');
const HEDGE = cue('{HEDGE}', '');
const LOCAL = cue('\\b{LOCAL}\\b', '');
const ICE_SUBJECT = cue("(?:^|[ \"])(?:the )?{ICE}(?:,? (?:which|who|that))?(?:[^,;\"]{0,20})?$", '');
const LIMITING = /\b(?:but|and|while|although|though|because|since|so|pero|aunque|porque|mientras)\b|[;:—]|, (?:and|but|which|who|or)\b/g;

// Promises of candidates, appeals and demands, opinions of what ought to be, suppositions.
const DROPPED =
  /\bif (?:he |she |they )?(?:is |are |were )?elected\b|\bif re-?elected\b|\b(?:if|were) (?:i|he|she) (?:were |am |was )?(?:elected|to win)|\bsi (?:gana|es elegid)|\b(?:candidates?|candidato|challenger)\b[^.]{0,60}\b(?:promis|vow|pledg|said|would|promet)/;
const APPEAL =
  /\b(?:urg(?:e|ed|es|ing)|call(?:ed|s|ing)? (?:on|for)|demand(?:ed|s|ing)?|ask(?:ed|s|ing)? (?:that |the (?:county|city|council|sheriff|board|commission)\S* (?:to|that))|want(?:ed|s)? (?:the |him|her|them|sheriffs?|police|cities)|press(?:ed|ing)|petition(?:ed)? to|should|ought|must not be|please|exig\w+|pid(?:en|ieron) que)\b[^.;"]{0,80}$/;
const QUESTION = /\?["')]*$/;

/** True for a sentence that asserts nothing: a question, a candidate's promise. */
export function isDropped(text: string): boolean {
  return QUESTION.test(text.trim()) || DROPPED.test(text);
}

/** The clause around an offset: from the last break before it to the next behind. */
export function clauseOf(text: string, start: number, end: number): { pre: string; post: string } {
  let from = 0;
  let to = text.length;
  for (const match of text.matchAll(LIMITING)) {
    if (match.index < start) from = match.index;
    else if (match.index >= end) {
      to = match.index;
      break;
    }
  }
  return { pre: text.slice(from, start), post: text.slice(end, to) };
}

/** The position that an activity amounts to by the words around it, or null where it is nobody's position. */
export function activityPosition(activity: Activity, sentence: Sentence, start: number, words: string): Position | null {
  const text = sentence.fold;
  const { pre, post } = clauseOf(text, start, start + words.length);
  const wide = text.slice(Math.max(0, start - 110), start);
  if (APPEAL.test(wide)) return null;
  const conditional = COND.test(pre.slice(-70)) || COND.test(words) || COND.test(text.slice(start + words.length, start + words.length + 130));
  if (activity.says === 'no') return conditional ? 'limits' : 'declines';
  const negated = scopeOf(NEG, pre, wide);
  const stopped = scopeOf(STOP, pre, wide) && !/\bnot (?:stop|end|cease|quit)|n't (?:stop|end|cease|quit)/.test(pre);
  if (activity.id === 'detainer-noun' && !negated && !stopped) return conditional && LOCAL.test(pre) ? 'limits' : null;
  if (stopped) return 'ends';
  if (negated) return conditional && !/\bor\b[^.]{0,10}$/.test(pre) ? 'limits' : 'declines';
  if (!activity.iceDoes && ICE_SUBJECT.test(pre)) return null;
  if (conditional) return 'limits';
  if (!LOCAL.test(pre) && !activity.iceDoes && !LOCAL.test(wide)) return null;
  if (/\b(?:could|would|might|may|to|can|of|for|who|without)\s(?:[a-z]+ly )?$/.test(pre) && !/\b(?:will|has to|have to|continue to|continues to|agreed to|told to|required to|able to|deputi[sz]ed to|trained to|orders?[a-z ]* to)\s$/.test(pre)) return null;
  if (HEDGE.test(pre)) return null;
  void post;
  return 'takes-part';
}

/** The position that a step about an agreement amounts to by the words around it, or null. */
export function stepPosition(step: Step, sentence: Sentence, start: number, words: string, untrained: boolean): Position | null {
  const text = sentence.fold;
  const { pre } = clauseOf(text, start, start + words.length);
  const wide = text.slice(Math.max(0, start - 110), start);
  if (APPEAL.test(wide)) return null;
  const negated = scopeOf(NEG, pre, wide) || (step.says !== 'lapse' && step.says !== 'reject' && /^(?:no|not|never|without)\b/.test(words));
  const hedged = HEDGE.test(pre.slice(-60)) || /\b(?:whether|if)\b/.test(wide.slice(-60));
  switch (step.says) {
    case 'lapse':
      return hedged ? 'undecided' : 'ends';
    case 'end':
      if (negated) return 'unchanged';
      return hedged || /\b(?:may|can|could)\b[^.]{0,12}$/.test(pre) ? null : 'ends';
    case 'reject':
      return negated ? null : 'declines';
    case 'apply':
      return negated ? 'declines' : hedged ? 'undecided' : 'will-join';
    case 'join':
      if (negated) return 'declines';
      if (hedged) return 'undecided';
      return FUTURE.test(pre.slice(-45)) || untrained ? 'will-join' : 'takes-part';
    case 'have':
      return negated || /\b(?:no|ningun)\b/.test(words) ? 'declines' : hedged ? null : 'takes-part';
    case 'renew':
      return negated ? 'ends' : hedged ? 'undecided' : 'takes-part';
    case 'expand':
      return negated ? 'declines' : hedged ? 'undecided' : 'expands';
  }
}

/** True when one of the words rules over what follows: in its clause, or shortly before it and only "and", "or" between. */
function scopeOf(pattern: RegExp, pre: string, wide: string): boolean {
  const near = pre.slice(-85);
  for (const match of near.matchAll(pattern)) {
    const rest = near.slice(match.index + match[0].length);
    if (match[0].trim() === 'not' && /^ only\b/.test(rest)) continue;
    if (/\b(?:that|which|who)\b/.test(rest) && rest.length > 40) continue;
    return true;
  }
  // "will not ask about status or hold anyone", "nor would we be interested in".
  const tail = wide.slice(-70);
  const last = [...tail.matchAll(pattern)].at(-1);
  return last !== undefined && /^[^.;:]{0,40}\b(?:or|nor|ni)\b[^.;:,]{0,25}$/.test(tail.slice(last.index + last[0].length));
}
