import type { Interval } from '../../src/record/index.ts';

/** An interval of a jail agreement seen from 28 June 2016 to 29 January 2017, with what a test has otherwise. */
export function interval(over: Partial<Interval>): Interval {
  return {
    agency: 'a',
    programme: '287g-jail',
    position: 'takes-part',
    from: { min: '2016-06-28', max: '2016-06-28' },
    to: null,
    certainTo: null,
    said: false,
    lastSeen: '2017-01-29',
    seenMin: '2017-01-29',
    agreement: null,
    signed: null,
    ...over,
  };
}
