import type { Day } from '../../src/base/index.ts';
import type { Interval } from '../../src/record/index.ts';
import type { Agency } from '../../src/resolve/index.ts';

/** An agency with a code of its own and nothing else. */
export function agencyOf(id: string, kind: Agency['kind'] = 'sheriff', state = 'TX'): Agency {
  return { id, name: id, kind, state, counties: [], place: null, ori: [id], aliases: [] };
}

/** A position in the jail model from a day on, without an end. */
export function intervalOf(
  agency: string,
  day: Day,
  position: Interval['position'] = 'takes-part',
): Interval {
  return {
    agency,
    programme: '287g-jail',
    position,
    from: { min: day, max: day },
    certainTo: null,
    said: false,
    to: null,
    lastSeen: day,
    seenMin: day,
    agreement: `${agency}#287g-jail#${position}#${day}`,
    signed: day,
  };
}
