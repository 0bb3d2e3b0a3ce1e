import { RULES } from '../resolve/index.ts';

/** Why rows of lists are one agency, and why it stands as it does, in English. */
export const explainEn = {
  title: 'Why these rows are one agency, and why it stands so',
  spellingsTitle: 'What the lists print',
  spelling: '“{text}”: {lists}, from {first} to {last}',
  lists: { one: '{n} list', other: '{n} lists' },
  noList: 'No list prints this agency.',
  mergesTitle: 'What was taken for one, and why',
  merge: '“{a}” and “{b}” are one. {rule}',
  redated: 'Signed {from}, later {to}: one signing. {rule}',
  undated: 'without a date',
  repairsTitle: 'What was repaired',
  repair: '{column}: “{raw}” is read as “{value}”. {rule}',
  row: '{list}, row {row}',
  cited: '{list}, cited and not captured',
  cells: '({cells})',
  decisionsTitle: 'What people decided',
  decision: '{kind}, by {actor} on {date}: {reason}',
  none: 'Nothing had to be merged or repaired: the lists print it in one way.',
  statusTitle: 'Why it stands so',
  listed: '{programme}, signed {signed}: listed from {first} to {last}.',
  listedUndated: '{programme}, without a date of signing: listed from {first} to {last}.',
  waited: '{programme}, applied for: pending from {first} to {last}.',
  gap: 'It is missing after the list of {last} and back on the list of {first}: a gap, not an end.',
  status: {
    active: 'The newest list, of {last}, shows it.',
    pending: 'The newest pending list, of {last}, shows it.',
    signed: 'The pending list of {last} is the last that shows it; the agreement was signed ({next}).',
    renewed:
      'The list of {last} shows it, the list of {after} does not: the same model was signed anew ({next}). It is renewed, not ended.',
    switched:
      'The list of {last} shows it, the list of {after} does not: another model took its place ({next}). It is switched, not ended.',
    'no-longer-listed':
      'The list of {last} shows it, the list of {after} does not, and nothing took its place within 60 days. It ended {when}; the lists do not say why.',
    'no-longer-pending':
      'The pending list of {last} shows it, the one of {after} does not, and no agreement of this model followed.',
  },
  next: '{programme}, signed {signed}',
  nextPending: '{programme}, applied for',
  rules: Object.fromEntries(RULES.map(({ name, says }) => [name, says])) as Record<string, string>,
};
