/** What leaves the record as files: dossiers, and the sentences that they share with the pages. */
export { differsText } from './differs.ts';
export { type Dossier, dossierOf } from './dossier.ts';
