import { boundsOf, type Day } from '../base/index.ts';
import type { Programme } from '../claim/index.ts';
import type { AgencyKind } from '../resolve/index.ts';
import type { Effect, Instrument, LawBook, Provision } from './instrument.ts';
import { bindsKind, bindsPlace } from './jurisdiction.ts';
import { datesOf, type Standing, standingOn } from './standing.ts';

/**
 * What the law can ask; `not-offered` where there was no such programme to take part in, `depends` where it asks one kind of
 * agency for what it forbids another, `none` when the record holds no provision that says.
 */
export type Asked =
  | 'required'
  | 'permitted'
  | 'limited'
  | 'forbidden'
  | 'not-offered'
  | 'depends'
  | 'unsettled'
  | 'none';

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
  /** The rule that decided between them: `no-provision`, `blocked`, `deadline-open`, `uncertain-dates`, `by-kind`, `command-against-command`, `command-against-protection`, `not-offered`, `any-model`, `command-over-permission`, `stronger-command`, `one-voice`. */
  rule: string;
  /** Those that bind: in force or blocked, one that leaves time too; and what offers the programme at another time. */
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
  /** True while it leaves time to end what is held: it binds, and asks nothing yet. */
  waits: boolean;
}

const WORD: Partial<Record<Effect, Asked>> = {
  forbids: 'forbidden',
  requires: 'required',
  withdraws: 'not-offered',
  limits: 'limited',
  protects: 'permitted',
  permits: 'permitted',
};
// From the strongest: what is forbidden, required or limited is not settled by a permission.
const ORDER: readonly Effect[] = ['forbids', 'requires', 'withdraws', 'limits', 'protects', 'permits'];

/** What the law asks on a day, from the provisions alone. Where commands conflict, stand blocked or have uncertain days, it is unsettled. */
export function whatIsAsked(book: LawBook, question: LawQuestion): AskedAnswer {
  const speaking = [...book.provisions.values()].flatMap((provision): Standable[] => {
    const instrument = book.instruments.get(provision.instrument);
    if (!instrument || !speaksOf(provision, instrument, question)) return [];
    return [{ provision, instrument, standing: standingOn(book, provision, question.on) }];
  });
  const found = [
    ...speaking.flatMap((one) => voiceOf(book, one, question)),
    ...notOffered(speaking.filter(({ provision }) => provision.effect === 'offers')),
  ].sort((a, b) => (a.provision.id < b.provision.id ? -1 : 1));
  const binding = found.filter(({ instrument }) => instrument.kind !== 'guideline');
  const some = binding.filter((one) => requiresAnyModel(one, question));
  const anyModel = some.map(({ provision }) => provision.id);
  // Where all models are forbidden or limited, a duty to have one conflicts with that; else each model is one way to meet it.
  const open = !binding.some(
    ({ says, waits, provision }) => isAgainst(says) && !waits && provision.programmes.includes('287g'),
  );
  const voices = binding
    .filter(({ waits }) => !waits)
    .map((one): Voice => (open && anyModel.includes(one.provision.id) ? { ...one, says: 'permits' } : one));
  const decided = decide(voices);
  const duty = open && some.some(({ sure }) => sure);
  return {
    asked: decided.asked,
    rule: duty && decided.asked === 'permitted' ? 'any-model' : decided.rule,
    provisions: binding.map(bare),
    anyModel,
    advice: found.filter(({ instrument }) => instrument.kind === 'guideline').map(bare),
  };
}

// What is offered from a day on was not before, and is not after; of several offers one that stands is enough.
function notOffered(offers: readonly Standable[]): Voice[] {
  const stands = offers.filter(({ standing }) => standing.state === 'in-force');
  if (stands.some(({ standing }) => standing.certain)) return [];
  const sure = stands.length === 0 && offers.every(({ standing }) => standing.certain);
  return offers.map((one) => ({ ...one, says: 'withdraws', sure, waits: false }));
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
  if (says === null || says === 'offers') return [];
  if (standing.state !== 'in-force' && standing.state !== 'blocked') return [];
  const grace = says === 'forbids' ? graceOf(book, provision, question) : 'over';
  const sure = standing.state === 'in-force' && standing.certain && grace === 'over';
  return [{ ...one, says, sure, waits: grace === 'runs' }];
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
  const [duties, against] = [found.filter(({ says }) => says === 'requires'), found.filter(voicesAgainst)];
  if (duties.length > 0 && against.length > 0)
    return duties.some((one) => against.some((other) => bindOneKind(one, other)))
      ? { asked: 'unsettled', rule: 'command-against-command' }
      : { asked: 'depends', rule: 'by-kind' };
  if (effects.includes('protects') && against.length > 0)
    return { asked: 'unsettled', rule: 'command-against-protection' };
  // What must be done and cannot: nobody but the two can say what follows.
  if (effects.includes('requires') && effects.includes('withdraws'))
    return { asked: 'unsettled', rule: 'not-offered' };
  if (asked === 'not-offered') return { asked, rule: 'not-offered' };
  const permission = effects.includes('permits') || effects.includes('protects');
  return { asked, rule: permission ? 'command-over-permission' : 'stronger-command' };
}

function voicesAgainst({ says }: Voice): boolean {
  return isAgainst(says);
}

function bindOneKind({ provision: { kinds: a } }: Voice, { provision: { kinds: b } }: Voice): boolean {
  return a === null || b === null || a.some((kind) => b.includes(kind));
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
    (kind === undefined || bindsKind(instrument.jurisdiction, provision.kinds, kind))
  );
}
