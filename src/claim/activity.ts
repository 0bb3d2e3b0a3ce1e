import type { Programme } from './claim.ts';

/** Words for doing a thing for or with the immigration service. What they amount to (does, does not, only if, no longer) is read from the words around them. */
export interface Activity {
  id: string;
  programme: Programme;
  source: string;
  /** The words themselves say no ("ignores detainers"). */
  says?: 'no' | 'limits' | 'stop';
  /** The immigration service must be named in the sentence. */
  ice?: boolean;
  /** Counts only where detainers were spoken of just before ("we do not honor them"). */
  after?: 'detainers' | 'operation';
  /** The immigration service may be the subject ("ICE officers sit in the jail"). */
  iceDoes?: boolean;
}

/** An activity of a lexicon. */
export const A = (
  id: string,
  programme: Programme,
  source: string,
  more: Partial<Activity> = {},
): Activity => ({
  id,
  programme,
  source,
  ...more,
});
