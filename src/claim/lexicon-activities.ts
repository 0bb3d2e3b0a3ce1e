import type { Activity } from './activity.ts';
import { CONDUCT } from './lexicon-conduct.ts';
import { CUSTODY } from './lexicon-custody.ts';

/** The activities in order: where two overlap in a sentence, the earlier stands. */
export const ACTIVITIES: readonly Activity[] = [...CUSTODY, ...CONDUCT];
