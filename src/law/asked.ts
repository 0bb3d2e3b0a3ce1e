import type { Day } from '../base/index.ts';
import type { Programme } from '../claim/index.ts';
import type { AgencyKind } from '../resolve/index.ts';
import type { Instrument, LawBook, Provision } from './instrument.ts';
import { bindsPlace } from './jurisdiction.ts';
import { type Standing, standingOn } from './standing.ts';

/** What the law can ask; `none` when the record holds no provision that says. */
export type Asked = 'required' | 'permitted' | 'limited' | 'forbidden' | 'unsettled' | 'none';

/** Of whom, about what and on which day it is asked. Without a kind, of any agency of the place. */
export interface LawQuestion {
  on: Day;
  programme: Programme;
  state: string;
  /** County FIPS codes of the agency; none asks about the state as a whole. */
  counties?: readonly string[];
  kind?: AgencyKind;
}

/** What the provisions of a day ask, by which rule, and each provision with how it stood. */
export interface AskedAnswer {
  asked: Asked;
  /** The rule that decided between them: `no-provision`, `blocked`, `uncertain-dates`, `command-against-command`, `command-over-permission`, `stronger-command`, `one-voice`. */
  rule: string;
  /** Those that bind: in force or blocked. */
  provisions: { provision: Provision; instrument: Instrument; standing: Standing }[];
  /** Guidelines, which advise and decide nothing. */
  advice: { provision: Provision; instrument: Instrument; standing: Standing }[];
}

const WORD: Partial<Record<string, Asked>> = {
  forbids: 'forbidden',
  requires: 'required',
  limits: 'limited',
  permits: 'permitted',
};
// From the strongest: what is forbidden, required or limited is not settled by a permission.
const ORDER = ['forbids', 'requires', 'limits', 'permits'];

/** What the law asks on a day, from the provisions alone. Where commands conflict, stand blocked or have uncertain days, it is unsettled. */
export function whatIsAsked(book: LawBook, question: LawQuestion): AskedAnswer {
  const found = [...book.provisions.values()].flatMap((provision) => {
    const instrument = book.instruments.get(provision.instrument);
    if (!instrument || !speaksOf(provision, instrument, question)) return [];
    const standing = standingOn(book, provision, question.on);
    return standing.state === 'in-force' || standing.state === 'blocked'
      ? [{ provision, instrument, standing }]
      : [];
  });
  const advice = found.filter(({ instrument }) => instrument.kind === 'guideline');
  const provisions = found.filter(({ instrument }) => instrument.kind !== 'guideline');
  return { ...decide(provisions), provisions, advice };
}

/** What certainly stands decides, where what is blocked or of uncertain days would not change it; else it is unsettled. */
function decide(found: AskedAnswer['provisions']): Pick<AskedAnswer, 'asked' | 'rule'> {
  const sure = found.filter(({ standing }) => standing.state === 'in-force' && standing.certain);
  const [certain, all] = [settle(sure), settle(found)];
  if (certain.asked === all.asked) return all;
  const blocked = found.some(({ standing }) => standing.state === 'blocked');
  return { asked: 'unsettled', rule: blocked ? 'blocked' : 'uncertain-dates' };
}

function settle(found: AskedAnswer['provisions']): Pick<AskedAnswer, 'asked' | 'rule'> {
  if (found.length === 0) return { asked: 'none', rule: 'no-provision' };
  const effects = ORDER.filter((effect) => found.some(({ provision }) => provision.effect === effect));
  const asked = WORD[effects[0] ?? ''] ?? 'none';
  if (effects.length < 2) return { asked, rule: 'one-voice' };
  if (effects.includes('requires') && (effects.includes('forbids') || effects.includes('limits')))
    return { asked: 'unsettled', rule: 'command-against-command' };
  return { asked, rule: effects.includes('permits') ? 'command-over-permission' : 'stronger-command' };
}

function speaksOf(provision: Provision, instrument: Instrument, question: LawQuestion): boolean {
  const { programme, state, counties = [], kind } = question;
  return (
    provision.effect !== null &&
    WORD[provision.effect] !== undefined &&
    provision.programmes.some(
      (one) => one === programme || (one === '287g' && programme.startsWith('287g-')),
    ) &&
    bindsPlace(instrument.jurisdiction, { state, counties }) &&
    (kind === undefined || provision.kinds === null || provision.kinds.includes(kind))
  );
}
