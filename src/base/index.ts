/** What every stage stands on: days and EDTF, ids, canonical JSON, errors, the world. Imports nothing of ours. */
export { csvCell, fromCsvCell } from './csv.ts';
export {
  addDays,
  type Bounds,
  boundsOf,
  type Day,
  dayOf,
  daysBetween,
  easternDay,
  isAhead,
  isDay,
  requireDate,
  requireDay,
} from './dates.ts';
export { type Effects, quietEffects, realEffects } from './effects.ts';
export { messageOf, UserError } from './errors.ts';
export { contentId, sha256 } from './ids.ts';
export { canonicalJson } from './json.ts';
export { push } from './maps.ts';
export { withoutControls, withoutDirection } from './marks.ts';
export type { Widen } from './widen.ts';
