/** The pages and the JSON API of the same addresses, over a record; served, or asked by `publish` for files. */
export { createApp, type SiteOptions } from './app.tsx';
export { type Assets, loadAssets } from './assets.ts';
export type { Delivery } from './page.ts';
export { type DataFile, type Snapshot, snapshotOf } from './snapshot.ts';
export { LANGS, type Lang } from './words.ts';
