/** Bytes in: files, folders and URLs, stored unchanged under their SHA-256; failed fetches are told too. */
export { archiveForm, isWarc } from './archive.ts';
export { type Fetched, type FetchOptions, fetchUrl, isPrivateAddress } from './fetch.ts';
export { filesOf, nameOf, readFile } from './files.ts';
export { type Form, sniffForm } from './sniff.ts';
export { readSources, type Source } from './source.ts';
export { blobPath, getBlob, holdsBlob, putBlob, removeParts, syncFolder } from './store.ts';
