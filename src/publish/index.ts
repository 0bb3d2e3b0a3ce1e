/** What leaves the record as files: dossiers. */
export { type Dossier, dossierOf } from './dossier.ts';
