import { MATCH_REASONS, MATCH_RULES, RULES } from '../resolve/index.ts';

/** Why rows of lists are one agency, and why it stands as it does, in English. */
export const explainEn = {
  title: 'Why these rows are one agency, and why it stands so',
  spellingsTitle: 'What the lists print',
  spelling: '“{text}”: {lists}, from {first} to {last}',
  spellingOfDay: '“{text}”: {lists}, of {first}',
  lists: { one: '{n} list', other: '{n} lists' },
  noList: 'No list prints this agency.',
  mergesTitle: 'What was taken for one, and why',
  merge: '“{a}” and “{b}” are one. {rule}',
  // Of two agencies: one agreement stood under the other’s name.
  moved: 'What one list prints under “{a}” is the agreement of “{b}”. {rule}',
  filled: '“{b}” is printed without a model. {rule}',
  redated: 'Signed {from}, later {to}: one signing. {rule}',
  undated: 'without a date',
  columns: {
    state: 'State',
    county: 'County',
    agency: 'Name',
    signed: 'Day of signing',
    support: 'Model',
    moa: 'Memorandum',
  } as Record<string, string>,
  repairBlank: '{column}: {rule}',
  repairsTitle: 'What was repaired',
  repair: '{column}: “{raw}” is read as “{value}”. {rule}',
  row: '{list}, row {row}',
  cited: '{list}, cited and not captured',
  cells: '({cells})',
  decisionsTitle: 'What people decided',
  decision: '{kind}, by {actor} on {date}: {reason}',
  none: 'Nothing had to be merged or repaired: the lists print it in one way.',
  registryTitle: 'In the official registry',
  coded: { one: 'Its code is {codes}. {rule}', other: 'It has {n} codes: {codes}. {rule}' },
  uncoded: 'It has no code: {why}.',
  matchRules: MATCH_RULES,
  matchReasons: MATCH_REASONS,
  statusTitle: 'Why it stands so',
  listed: '{programme}, signed {signed}: listed from {first} to {last}.',
  listedOneDay: '{programme}, signed {signed}: listed on {first}.',
  listedUndated: '{programme}, without a date of signing: listed from {first} to {last}.',
  waited: '{programme}, applied for: pending from {first} to {last}.',
  waitedOneDay: '{programme}, applied for: pending on {first}.',
  // A date that was corrected afterwards.
  datedLater: 'Earlier lists give another day of signing.',
  linked: 'The first list that links its memorandum is that of {day}.',
  relinked: 'The list of {day} links another file for it.',
  datedAhead: 'As the lists print it, it was listed before it was signed.',
  gap: 'It is missing after the list of {last} and back on the list of {first}: a gap, not an end.',
  status: {
    active: 'The newest list, of {last}, shows it.',
    pending: 'The newest pending list, of {last}, shows it.',
    signed: 'The pending list of {last} is the last that shows it; the agreement was signed ({next}).',
    renewed:
      'The list of {last} shows it, {after} does not: the same model was signed anew ({next}). The agreement was renewed; it did not end.',
    'renewed-later':
      'The list of {last} shows it, {after} does not. The same model was signed anew ({next}) and is listed from {back} on; lists in between show neither.',
    'switched-later':
      'The list of {last} shows it, {after} does not. Another model took its place ({next}), listed from {back} on; lists in between show neither.',
    switched:
      'The list of {last} shows it, {after} does not: another model took its place ({next}). The agency switched; it did not leave.',
    'no-longer-listed':
      'The list of {last} shows it, {after} does not, {since}. It ended {when}; the lists say neither why nor who ended it.',
    'open-handover':
      'The list of {last} shows it; {after} shows its memorandum under another agency’s name, the agreement under another state, or another agency in its place with the same model and date. Whether that is a slip, or one agency, waits for a person; until then nobody knows whether it ended.',
    'no-longer-pending':
      'The pending list of {last} shows it, {after} does not, and no agreement of this model followed.',
  },
  listAfter: 'the list of {day}',
  listAfterThatDay: 'a later one of that day',
  nothingSince: 'and nothing took its place within 60 days',
  nothingYet: 'and so far nothing has taken its place',
  next: '{programme}, signed {signed}',
  nextPending: '{programme}, applied for',
  rules: Object.fromEntries(RULES.map(({ name, says }) => [name, says])) as Record<string, string>,
};
