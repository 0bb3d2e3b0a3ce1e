/** What may come: odds that agencies join or leave 287(g) within 90 days, learned from the past alone and tested on it. Never a fact of the record. */
export { backtest, type Forecast, type MonthTested, type Score, scoreOf } from './backtest.ts';
export { type OutlookOfRecord, outlookOfRecord, REGULAR_SINCE, worldOfRecord } from './of-record.ts';
export { type Odds, type Outlook, outlookOn, type Reason } from './outlook.ts';
export {
  type Feature,
  HORIZON,
  JOIN_FEATURES,
  LEAVE_FEATURES,
  type Officers,
  type Turn,
  type World,
  worldOf,
} from './panel.ts';
export { type Band, bandOf, type Tried, triedOf } from './tried.ts';
