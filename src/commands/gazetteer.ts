import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Gazetteer } from '../claim/index.ts';
import { readStarter } from '../record/index.ts';
import { buildGazetteer } from '../resolve/index.ts';
import { shipped } from './paths.ts';

/**
 * The gazetteer of every run: counties, towns and the starter's agencies. It is the same whatever a record holds, so that the
 * order in which documents are added cannot change what is read in them.
 */
export function projectGazetteer(): Gazetteer {
  const folder = shipped('starter');
  return buildGazetteer(readStarter(folder).agencies, readFileSync(join(folder, 'places.tsv'), 'utf8'));
}
