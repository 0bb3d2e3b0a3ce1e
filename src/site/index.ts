/** The pages and the JSON API of the same addresses, over a record; served, or written as files. */
export { createApp, type SiteOptions } from './app.tsx';
export { exportSite, type Published } from './export.ts';
export type { Delivery } from './page.ts';
export { LANGS, type Lang } from './words.ts';
