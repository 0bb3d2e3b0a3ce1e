import { boundsOf, type Day } from '../base/index.ts';
import type { Programme } from '../claim/index.ts';
import type { AgencyKind } from '../resolve/index.ts';
import type { Effect, Instrument, LawBook, Provision } from './instrument.ts';
import { bindsPlace } from './jurisdiction.ts';
import { datesOf, type Standing, standingOn } from './standing.ts';

/** What the law can ask; `not-offered` where there was no such programme to take part in, `none` when the record holds no provision that says. */
export type Asked = 'required' | 'permitted' | 'limited' | 'forbidden' | 'not-offered' | 'unsettled' | 'none';

/** An agreement that an agency holds, and the first day from which it can have held it; null where that is not known. */
export interface Held {
  programme: Programme;
  since: Day | null;
}

/** Of whom, about what and on which day it is asked. Without a kind, of any agency of the place. */
export interface LawQuestion {
  on: Day;
  programme: Programme;
  state: string;
  /** County FIPS codes of the agency; none asks about the state as a whole. */
  counties?: readonly string[];
  kind?: AgencyKind;
  /** What the agency holds on that day: a prohibition may leave it time to end that. */
  held?: readonly Held[];
}

/** What the provisions of a day ask, by which rule, and each provision with how it stood. */
export interface AskedAnswer {
  asked: Asked;
  /** The rule that decided between them: `no-provision`, `blocked`, `deadline-open`, `uncertain-dates`, `command-against-command`, `not-offered`, `any-model`, `command-over-permission`, `stronger-command`, `one-voice`. */
  rule: string;
  /** Those that bind: in force or blocked; and what offers the programme only later. */
  provisions: Standable[];
  /** Of these, the ids of those that require an agreement of some model: the model asked about is one that will do. */
  anyModel: string[];
  /** Guidelines, which advise and decide nothing. */
  advice: Standable[];
}

interface Standable {
  provision: Provision;
  instrument: Instrument;
  standing: Standing;
}

/** A provision that speaks, with what it says on this question and whether it surely says it. */
interface Voice extends Standable {
  says: Effect;
  sure: boolean;
}

const WORD: Partial<Record<Effect, Asked>> = {
  forbids: 'forbidden',
  requires: 'required',
  withdraws: 'not-offered',
  limits: 'limited',
  permits: 'permitted',
};
// From the strongest: what is forbidden, required or limited is not settled by a permission.
const ORDER: readonly Effect[] = ['forbids', 'requires', 'withdraws', 'limits', 'permits'];

/** What the law asks on a day, from the provisions alone. Where commands conflict, stand blocked or have uncertain days, it is unsettled. */
export function whatIsAsked(book: LawBook, question: LawQuestion): AskedAnswer {
  const found = [...book.provisions.values()].flatMap((provision) => {
    const instrument = book.instruments.get(provision.instrument);
    if (!instrument || !speaksOf(provision, instrument, question)) return [];
    return voiceOf(
      book,
      { provision, instrument, standing: standingOn(book, provision, question.on) },
      question,
    );
  });
  const binding = found.filter(({ instrument }) => instrument.kind !== 'guideline');
  const anyModel = binding
    .filter((one) => requiresAnyModel(one, question))
    .map(({ provision }) => provision.id);
  // Where all models are forbidden or limited, a duty to have one conflicts with that; else each model is one way to meet it.
  const open = !binding.some(
    ({ says, provision }) => isAgainst(says) && provision.programmes.includes('287g'),
  );
  const voices = binding.map(
    (one): Voice => (open && anyModel.includes(one.provision.id) ? { ...one, says: 'permits' } : one),
  );
  const decided = decide(voices);
  const rule = open && anyModel.length > 0 && decided.asked === 'permitted' ? 'any-model' : decided.rule;
  return {
    asked: decided.asked,
    rule,
    provisions: binding.map(bare),
    anyModel,
    advice: found.filter(({ instrument }) => instrument.kind === 'guideline').map(bare),
  };
}

function bare({ provision, instrument, standing }: Voice): Standable {
  return { provision, instrument, standing };
}

function requiresAnyModel({ says, provision: { programmes } }: Voice, { programme }: LawQuestion): boolean {
  return says === 'requires' && !programmes.includes(programme);
}

function isAgainst(says: Effect): boolean {
  return says === 'forbids' || says === 'limits';
}

/** What a provision says on a question, or nothing. */
function voiceOf(book: LawBook, one: Standable, question: LawQuestion): Voice[] {
  const { provision, standing } = one;
  const { effect: says } = provision;
  if (says === null) return [];
  const sure = standing.state === 'in-force' && standing.certain;
  // What is offered from a day on was not before, and is not after.
  if (says === 'offers') return sure ? [] : [{ ...one, says: 'withdraws', sure: standing.certain }];
  if (standing.state !== 'in-force' && standing.state !== 'blocked') return [];
  const grace = says === 'forbids' ? graceOf(book, provision, question) : 'over';
  return grace === 'runs' ? [] : [{ ...one, says, sure: sure && grace === 'over' }];
}

/** Whether an agency that held an agreement before it was forbidden still has time to end it. */
function graceOf(book: LawBook, provision: Provision, question: LawQuestion): 'runs' | 'perhaps' | 'over' {
  const by = provision.deadline === null ? null : boundsOf(provision.deadline);
  if (by === null) return 'over';
  const { on, programme, held = [] } = question;
  const start = datesOf(book, provision).start?.max ?? null;
  const before = held.some(
    (one) =>
      (one.programme === programme || programme === '287g') &&
      one.programme.startsWith(programme) &&
      (one.since === null || start === null || one.since < start),
  );
  if (!before || (by.max !== null && on >= by.max)) return 'over';
  return by.min !== null && on < by.min ? 'runs' : 'perhaps';
}

/** What certainly stands decides, where what is blocked or of uncertain days would not change it; else it is unsettled. */
function decide(found: readonly Voice[]): Pick<AskedAnswer, 'asked' | 'rule'> {
  const [certain, all] = [settle(found.filter(({ sure }) => sure)), settle(found)];
  if (certain.asked === all.asked) return all;
  if (found.some(({ standing }) => standing.state === 'blocked'))
    return { asked: 'unsettled', rule: 'blocked' };
  const open = found.some(({ sure, standing }) => !sure && standing.certain);
  return { asked: 'unsettled', rule: open ? 'deadline-open' : 'uncertain-dates' };
}

function settle(found: readonly Voice[]): Pick<AskedAnswer, 'asked' | 'rule'> {
  if (found.length === 0) return { asked: 'none', rule: 'no-provision' };
  const effects = ORDER.filter((effect) => found.some(({ says }) => says === effect));
  const asked = WORD[effects[0] ?? 'permits'] ?? 'none';
  if (effects.length < 2) return { asked, rule: 'one-voice' };
  if (effects.includes('requires') && effects.some(isAgainst))
    return { asked: 'unsettled', rule: 'command-against-command' };
  // What must be done and cannot: nobody but the two can say what follows.
  if (effects.includes('requires') && effects.includes('withdraws'))
    return { asked: 'unsettled', rule: 'not-offered' };
  if (asked === 'not-offered') return { asked, rule: 'not-offered' };
  return { asked, rule: effects.includes('permits') ? 'command-over-permission' : 'stronger-command' };
}

function speaksOf(provision: Provision, instrument: Instrument, question: LawQuestion): boolean {
  const { programme, state, counties = [], kind } = question;
  return (
    provision.effect !== null &&
    (WORD[provision.effect] !== undefined || provision.effect === 'offers') &&
    provision.programmes.some(
      (one) => one === programme || (one === '287g' && programme.startsWith('287g-')),
    ) &&
    bindsPlace(instrument.jurisdiction, { state, counties }) &&
    (kind === undefined || provision.kinds === null || provision.kinds.includes(kind))
  );
}
