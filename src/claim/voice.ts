import type { Agency } from './agency-names.ts';
import type { Person } from './people.ts';

/** Whose word a sentence is. */
export interface Voice {
  kind: 'person' | 'body' | 'agency' | 'role' | 'narrator';
  /** Who speaks; of a role or an agency without a name of its own, whose spokesman or office it is. */
  person: Person | null;
  /** The body's name; null for anybody else. */
  body: string | null;
  /** Role of somebody without a name ("a spokesman said"). */
  role: string | null;
  agency: Agency | null;
  /** How the text ties it: it says so, it tells a deed, it alleges it in court, or it goes on in the same breath. */
  by: 'said' | 'act' | 'suit' | 'inherited' | 'none';
  /** Index of the sentence that says so. */
  at: number;
}

/** The narrator. */
export const NOBODY: Voice = {
  kind: 'narrator',
  person: null,
  body: null,
  role: null,
  agency: null,
  by: 'none',
  at: -1,
};
