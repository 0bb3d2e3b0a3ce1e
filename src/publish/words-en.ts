import type { ContradictionKind, Interval } from '../record/index.ts';
import type { DateWords } from './dates.ts';

const dates: DateWords = {
  months: 'January February March April May June July August September October November December'.split(' '),
  day: '{d} {m} {y}',
  month: '{m} {y}',
  unknown: 'on an unknown day',
  about: 'around {a}',
  on: 'on {a}',
  in: 'in {a}',
  between: 'some day between {a} and {b}',
  orBefore: 'on {a} or before',
  orLater: 'on {a} or later',
};

const programmes: Record<Interval['programme'], string> = {
  '287g-jail': 'the 287(g) jail enforcement model',
  '287g-task-force': 'the 287(g) task force model',
  '287g-warrant': 'the 287(g) warrant service officer model',
  '287g': 'a 287(g) agreement whose model is not said',
  detainers: 'holding people on immigration detainers',
  'jail-access': 'letting immigration officers into the jail',
  notification: 'telling immigration officers about releases',
  'joint-operations': 'joint operations with immigration officers',
  'detention-contract': 'a contract to detain people for immigration authorities',
  'status-inquiry': 'asking people about their immigration status',
  'information-sharing': 'sharing information with immigration authorities',
  enforcement: 'immigration enforcement in general',
};

/** What an agency did, before the words of the programme. */
const did: Record<Interval['position'], string> = {
  'takes-part': 'took part in',
  'will-join': 'had asked or announced to join',
  declines: 'declined to take part in',
  ends: 'had ended its part in',
  limits: 'limited its part in',
  expands: 'expanded its part in',
  'not-approached': 'had not been approached about',
  undecided: 'had not decided about',
  unchanged: 'had changed nothing about',
};

/** What is said of it, before the words of the programme. */
const does: Record<Interval['position'], string> = {
  'takes-part': 'takes part in',
  'will-join': 'has asked or announced to join',
  declines: 'declines to take part in',
  ends: 'has ended or will end its part in',
  limits: 'limits its part in',
  expands: 'expands its part in',
  'not-approached': 'has not been approached about',
  undecided: 'has not decided about',
  unchanged: 'changes nothing about',
};

const contradictions: Record<ContradictionKind, string> = {
  'said-no-still-listed': 'One source says that the agency declines or has ended; the lists still show it.',
  'said-yes-not-listed': 'One source says that the agency takes part; the lists of that time do not show it.',
  'list-against-document': 'The list and the document give the agreement differently.',
  'source-against-source': 'Two sources say what cannot both hold.',
  'law-against-practice': 'The law says one thing, the record shows another.',
  'law-against-law': 'One law requires what another forbids or limits.',
  'pending-beyond-a-year': 'The agreement stood as pending for more than a year.',
  'one-ori-two-agencies': 'Two agencies of the record bear one ORI code.',
  'memorandum-of-another': 'The list links the memorandum of another agency.',
};

/** Every word of a dossier's statement in English. `{name}` is filled in; the Spanish catalogue has the same shape. */
export const en = {
  lang: 'en',
  dates,
  programmes,
  did,
  does,
  contradictions,
  title: '{name}, {state}',
  shows: 'What the record shows for {on}, as the record knew it at the end of {known}.',
  headings: {
    held: 'What held on {on}',
    contradicts: 'What contradicts it',
    unknown: 'What was not known',
    others: 'Before and after that day',
    evidence: 'Evidence',
    origin: 'Where this comes from',
  },
  evidence: ' Evidence: {numbers}.',
  none: 'The record knows no position of {name} on that day. That says nothing about what the agency did.',
  held: {
    since: '{name} {did} {programme}; it began {when}.',
    signedThen: '{name} {did} {programme}, under an agreement signed {when}.',
    signed: ' The agreement was signed {when}.',
    said: '{When} it was said that {name} {does} {programme}. Since when is not known.',
    ended: 'The part of {name} in {programme} ended {when}.',
    announced: ' The end was told of {when}.',
    endSaid:
      '{When} it was said that {name} has ended or will end its part in {programme}. When it was over is not known.',
    endTold: '{When} it was said that {name} has ended or will end its part in {programme}.',
    doubt: 'It is not certain whether {name} {did} {programme} on {on}:',
    doubtBegan: ' it began {when}.',
    doubtEnded: ' it ended {when}.',
    until: ' It ended {when}.',
    followed: ' Another agreement took the place of that one {when}.',
    silent: ' Nothing newer is in the record: whether that still held on {on} is not known.',
    noEnd: ' The record knows of no end.',
    still: ' Evidence from later still shows it, the newest dated {when}.',
    newest: ' The newest dated evidence of it is from that time: {when}.',
    lastSaid: ' It was last said {when}.',
  },
  contradiction: {
    none: 'Nothing in the record contradicts it.',
    item: '{kind} {differs}',
    law: ' The provision is of {title}{url}: {summary}',
    since: ' It stood from {day}.',
    closed: ' Later evidence ended it on {day}.',
  },
  unknown: {
    began: 'On which day it began: {programme}.',
    ended: 'On which day it ended: {programme}.',
    programmes: 'No position is known on: {programmes}. No position known is neither a yes nor a no.',
    oneWaits: 'One claim that a program read in prose waits for review and counts for nothing here.',
    manyWait: '{n} claims that a program read in prose wait for review and count for nothing here.',
    rejected: 'Reviewers rejected what stands in evidence {numbers}; it counts for nothing.',
    cited: 'The sources of evidence {numbers} are cited; the record does not hold their bytes.',
    later: 'What the record learned after {known} is left out.',
  },
  exhibit: {
    says: '{programme}: {position}.',
    positions: {
      'takes-part': 'takes part',
      'will-join': 'will join',
      declines: 'declines',
      ends: 'ends',
      limits: 'limits',
      expands: 'expands',
      'not-approached': 'not approached',
      undecided: 'undecided',
      unchanged: 'unchanged',
    } as Record<Interval['position'], string>,
    said: ' Said {when} by {who}.',
    saidBy: ' Said by {who}.',
    signed: ' Signed {when}.',
    over: ' Ended {when}.',
    dated: ' Dated {when}.',
    listed: ' On the list of {when}.',
    effective: ' In effect {when}.',
    overFrom: ' The end takes effect {when}.',
    summary: '{summary}',
    source: ' {source}.',
    published: 'published {when}',
    for: 'for {agency}',
    via: 'reported by {outlet}',
    received: 'Received from {origin} on {retrieved}',
    receivedFile: 'Received as the file {name} on {retrieved}',
    missing: 'Its bytes are missing',
    file: '{from}. File {file}, SHA-256 {sha}.',
    cited: 'Cited, not captured.',
    absent: 'The list of {day} does not name {name} for this.',
    unknownDay: 'an unknown day',
    text: 'Characters {start} to {end} of the text{page}.',
    page: ', page {page}',
    row: 'Sheet {sheet}, row {row}, columns {columns}.',
    reviewed: '{review} by {actor} on {recorded} (decision {hash}…){reason}.',
    review: {
      accepted: 'Accepted',
      corrected: 'Corrected',
      rejected: 'Rejected',
      proposed: 'Proposed',
      rule: 'Accepted by rule',
    },
    machine: ' The program had read {values}.',
    unreviewed: 'Read by a program; nobody has reviewed it.',
    measured: 'Read by a program with a confidence of {percent} in 100; nobody has reviewed it.',
  },
  origin: {
    root: 'This statement was made from a Countersign record whose root is {root}. {chain}',
    noDecisions: 'No decision had been made.',
    decisions: 'It holds {n} decisions in a chain of hashes, all in decisions.txt; its head is {heads}.',
    readme: 'README.txt says how to check every byte with common tools.',
    recorded: 'The newest claim that it rests on was recorded on {recorded}.',
  },
  pageOf: '{page} of {count}',
};

type Widen<T> = T extends string
  ? string
  : T extends readonly string[]
    ? readonly string[]
    : { [Key in keyof T]: Widen<T[Key]> };

/** The shape of a catalogue of words for statements. */
export type StatementWords = Widen<typeof en>;
