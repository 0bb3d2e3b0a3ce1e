import type { Scene } from './actor.ts';
import { jailOfPlace, ofPlace } from './actor-towns.ts';
import type { Agency } from './agency-names.ts';
import { WARDENS } from './agency-rules.ts';
import type { Programme } from './claim.ts';
import type { Frame } from './frames.ts';
import type { Sentence } from './sentences.ts';
import { lastOf, spansWithin } from './spans.ts';
import type { Voice } from './voice.ts';

/** What only whoever runs a jail can do. */
export const JAIL_MATTERS = new Set<Programme>([
  'detainers',
  'jail-access',
  'notification',
  'detention-contract',
  '287g-jail',
  '287g-warrant',
]);

const SHERIFFS_OWN = /(?<!\b(?:not|no|nor|than|without) (?:the |its |el )?)\b(?:sheriff|alguacil)\b/;

/** For a county that the text never ties to its sheriff, whoever runs its jail, where the text or the state's law says that it is another. */
export function jailOf(agency: Agency, frame: Frame, sentence: Sentence, voice: Voice, scene: Scene): Agency {
  if (agency.sort !== 'sheriff' || voice.person?.sort === 'sheriff') return agency;
  // "Sheriff Roe has no plans to join, his spokeswoman wrote": of his office, whoever runs the jail.
  if (SHERIFFS_OWN.test(sentence.fold) && !JAIL_MATTERS.has(frame.programme)) return agency;
  if (scene.agencies.some((mention) => mention.agency === agency && !mention.weak)) return agency;
  // A county's own page is not its sheriff's.
  if (agency === scene.own && scene.ownWord) return agency;
  const jail = scene.agencies.find(
    ({ agency: other }) =>
      other.sort === 'jail' && other.place === agency.place && other.state === agency.state,
  );
  if (jail) return jail.agency;
  const ofJail =
    JAIL_MATTERS.has(frame.programme) || /\b(?:jails?|corrections|inmates)\b/.test(sentence.fold);
  return WARDENS.has(agency.state ?? '') && ofJail && agency.place
    ? jailOfPlace(agency.place.replace(/ (?:County|Parish)$/, ''), scene, agency.state)
    : agency;
}

/** In the county whose jail was named before: that jail, or its sheriff where the sentence speaks of him; null where none was. `next` is the first mention behind the sentence. */
export function besideJail(sentence: Sentence, scene: Scene, next: number): Agency | null {
  const jail = lastOf(
    scene.agencies,
    next,
    ({ agency }) => agency.sort === 'jail' && / (?:County|Parish)$/.test(agency.place ?? ''),
  )?.agency;
  if (!jail) return null;
  return /\bsheriff|\bdeput|\balguacil/.test(sentence.fold)
    ? ofPlace('sheriff', jail.place!, scene, jail.state)
    : jail;
}

/** True where a sentence names police alone: "Reno's police department sent nobody. Its email says that officers may not detain anybody." */
export function onlyPolice(previous: Sentence | undefined, scene: Scene): boolean {
  const about = previous ? spansWithin(scene.agencies, previous.start, previous.end) : [];
  return about.length > 0 && about.every(({ agency }) => agency.sort === 'police');
}
