import type { Claim } from '../../src/claim/index.ts';
import { statementClaims } from '../../src/claim/statement.ts';
import { readText } from '../../src/read/index.ts';
import { atlasGazetteer } from './atlas.ts';

const gazetteer = atlasGazetteer();

/** The claims of a text that was published on a day, by a newspaper unless said otherwise. */
export function saysOf(text: string, published: string, publisher: string | null = 'Valley Times'): Claim[] {
  const reading = readText(new TextEncoder().encode(text));
  return statementClaims(reading, { published, publisher, gazetteer, capture: 'sha256:test' });
}
