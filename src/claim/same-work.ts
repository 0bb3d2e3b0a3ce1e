import type { Programme } from './claim.ts';
import type { Frame, Topic } from './frames.ts';
import { cue } from './lexicon-cues.ts';

const OF_AGREEMENT = cue('{NOUN}', '');

/** True for help in general that the same words say of an agreement: "joined a partnership with ICE" is one thing. */
export function isSameWork(frame: Frame, agreed: readonly Frame[], text: string): boolean {
  return (
    frame.kind === 'activity' &&
    frame.programme === 'enforcement' &&
    OF_AGREEMENT.test(text.slice(frame.start, frame.end + 12)) &&
    agreed.some((step) => step.start < frame.end + 4 && step.end > frame.start - 4)
  );
}

const AGREED = cue('\\b{NOUN}|\\b287', '');
const PLAINLY_HELD =
  /48|forty|two (?:more |extra )?days|past|beyond|detainer|\bholds?\b(?! \d)|releas|longer|request|ask/;
// So much a day for each: lodging, whatever the verb.
const PAID = /\$\d[\d.,]* (?:a|per|each) (?:day|night|head|person|detainee|inmate)\b/;
const OVERDUE = /\bdetainers?\b|\b48\b|forty-eight|\b(?:past|beyond|longer)\b|releas/;
const LODGED =
  /\b(?:beds?|contracts?|per (?:day|diem|night)|a (?:night|day) (?:each|for)|detainees|\$\d+|revenue|rent\w*)\b/;

/** What is asked of inmates under an agreement is that agreement's; who is kept for money is no detainer's. */
export function corrected(frame: Frame, text: string, topic: Topic, agreement: Programme | null): Frame {
  if (frame.kind !== 'activity') return frame;
  if (
    frame.programme === 'detainers' &&
    topic.housing &&
    frame.position !== 'limits' &&
    !PLAINLY_HELD.test(text.slice(frame.start, frame.end))
  )
    return { ...frame, programme: 'detention-contract' };
  if (frame.position !== 'takes-part') return frame;
  if (
    frame.programme === 'status-inquiry' &&
    AGREED.test(text) &&
    /\b(?:jails?|inmates?|booked|prisoners|carcel(?:es)?|detenidos|reclusos|presos)\b/.test(text) &&
    (agreement === '287g' || topic.agreement === '287g')
  )
    return { ...frame, programme: '287g-jail', kind: 'step' };
  const words = text.slice(frame.start, frame.end);
  if (frame.programme === 'detainers' && PAID.test(text) && !OVERDUE.test(text))
    return { ...frame, programme: 'detention-contract' };
  if (frame.programme === 'detainers' && !PLAINLY_HELD.test(words) && LODGED.test(text))
    return {
      ...frame,
      programme: 'detention-contract',
      position:
        /\b(?:more|additional|another|extra)\b/.test(words) && /\bnew\b|\bunder\b|\bwill\b/.test(text)
          ? 'expands'
          : 'takes-part',
    };
  return frame;
}
