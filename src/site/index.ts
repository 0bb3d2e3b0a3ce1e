/** The pages and the JSON API of the same addresses, over a record; served, or written as files. */
export { createApp, type SiteOptions } from './app.tsx';
export { type ExplanationInWords, explainInWords, type Reason } from './explain.ts';
export { exportSite, filesOf, MANIFEST, type Published } from './export.ts';
export type { Delivery } from './page.ts';
export { isLoopback } from './review-door.ts';
export type { ReviewOptions } from './review-routes.tsx';
export { LANGS, type Lang, wordsOf } from './words.ts';
