import type { AgencyKind } from './model.ts';
import { plain } from './plain.ts';
import { STATES } from './states.ts';

/** Kinds whose bodies are the state's own and no county's or town's. */
export const STATEWIDE: ReadonlySet<AgencyKind> = new Set<AgencyKind>([
  'state-police',
  'state-body',
  'corrections',
  'national-guard',
]);

// First match decides: the narrow words come before the wide ones.
const KINDS: [kind: AgencyKind, pattern: RegExp][] = [
  ['federal', /^(?:us|u s|united states|federal(?! way| heights)) (?!virgin)|\bamtrak\b/],
  ['national-guard', /\b(?:national|state|air|army) guard\b|\bmilitary department\b/],
  [
    'tribal',
    /\btrib(?:e|es|al)\b|\bpueblo (?!west)\b|\brancheria\b|\bindian (?:community|colony|reservation)\b|\bnation(?: tribal)?(?: police| department|$)/,
  ],
  ['constable', /\bconstables?\b/],
  ['sheriff', /\bsheriffs?\b/],
  [
    'prosecutor',
    /\b(?:district|states?|county|commonwealths?|prosecuting|city|circuit) attorneys?\b|\battorneys? (?:generals?|specialized)\b|\bprosecutors?\b|\bsolicitors?\b/,
  ],
  ['campus', /\b(?:university|college|campus|universities|colleges)\b|\bschools?\b|\bboard of education\b/],
  ['airport', /\bairports?\b|\baviation authority\b/],
  ['port', /\b(?:ports? authority|seaport|harbor (?:police|district)|port of (?!entry))\b/],
  [
    'jail',
    /\b(?:county|city|parish|district|regional|metro|dade)\b.*\b(?:corrections?|correctional|detention|jail|prison)\b|\b(?:jail|detention|prison|correctional (?:center|facility|institution))\b/,
  ],
  ['corrections', /\b(?:corrections?|correctional|doc)\b/],
  ['state-police', /\bstate (?:police|patrol|troopers)\b|\bhighway (?:state )?patrol\b|\bhighway safety\b/],
];
const BODY =
  /\b(?:department|division|bureau|commission|agency|office|board|authority|control|council|center)\b/;
const MUNICIPAL = /\b(?:police|pd|marshals?)\b/;
const SAFETY = /\b(?:public safety|dps)\b/;
// A body of the state names the state first or no place at all: `Texas Department of …`, `Department of …`, `CNMI …`.
const OF_STATE = new RegExp(
  `^(?:(?:state of )?(?:${[...STATES.map((state) => plain(state.name)), 'cnmi'].join('|')}) (?!city|beach|county)|department|division|dps|bureau|commission|office of)`,
);

/** The kind that an agency's name says, helped by the type of the list (`County`, `Municipality`, `State`). */
export function agencyKindOf(name: string, type: string | null = null): AgencyKind {
  const text = plain(name);
  for (const [kind, pattern] of KINDS) if (pattern.test(text)) return kind;
  if (MUNICIPAL.test(text) && !/\bfire marshals?\b/.test(text)) return 'police';
  const ofState = OF_STATE.test(text);
  if (SAFETY.test(text)) return ofState ? 'state-police' : 'police';
  if (ofState && BODY.test(text)) return 'state-body';
  return /^state/i.test(type ?? '') || /^state /.test(text) ? 'state-body' : 'other';
}
