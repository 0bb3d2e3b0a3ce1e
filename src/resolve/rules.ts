/** A rule by its name in merges, repairs and publications, with what it says in words. */
export interface RuleInWords {
  name: string;
  stage: 'publication' | 'repair' | 'agency' | 'agreement' | 'decision';
  says: string;
}

const TABLE: Record<RuleInWords['stage'], Record<string, string>> = {
  publication: {
    given: 'Whoever added the list gave its day.',
    'file-name': 'The list is dated by the name of its file.',
    'file-name-slip':
      'The date in the file’s name cannot be: it is no day, is earlier than the newest signing in the list, or earlier than the last saving of the workbook. The nearest day by typing after both was taken.',
    'workbook-time':
      'The file’s name has no date of its own: the day on which the workbook was last saved counts, in Washington.',
    'capture-day': 'Neither name nor workbook is dated: the day of its capture counts.',
    cited: 'The starter record cites the list under this day; its bytes are not captured.',
  },
  repair: {
    'state-slip': 'The state is misspelt, and one name of a state is nearest.',
    'state-by-succession':
      'The same agency, model and date stood under this state on the next list, for longer, and never under both at once.',
    'state-by-signing':
      'The agency was pending under another state and signed in this one as it vanished there.',
    'county-slip': 'The county is misspelt, and one county of the state is nearest.',
    'county-in-name': 'The agency’s name misspells the county that stands beside it in its row.',
    'addendum-in-name': 'The name bears a note that the row is about an addendum to the agreement.',
    'model-slip': 'The model is misspelt or called by another word of its own.',
    'model-missing': 'The row names no model.',
    'date-written': 'The day of signing is text and not a date, with a slash missing or in another place.',
    'year-digit': 'The first digit of the year of signing is a slip.',
    'year-slip':
      'Signed more than 300 days before it was first listed, yet its month and day fall in the 60 days before: the year is a slip.',
    safelink: 'The link is wrapped by a mail gateway.',
    'archive-prefix': 'The link leads through a web archive.',
    'browser-prefix': 'The link was copied with the address of a browser’s reader.',
    slashes: 'The link lacks a slash.',
  },
  agency: {
    'exact-name':
      'The names are the same once case, apostrophes, abbreviations and the state’s own name are set aside.',
    'turned-words': 'The names are the same words in another order.',
    'governing-board': 'A university’s board of trustees signs for its police.',
    'typing-slip':
      'The names differ by one or two letters, their numbers are the same, they are not two real counties, were never on one list, and one took the place of the other.',
    'fuller-name':
      'One name holds all words of the other and adds only words of form or its own county; one took the place of the other.',
    'same-place':
      'The names are of one place and kind under other words of form; one took the place of the other.',
    'one-sheriff': 'Both are sheriffs of one county, and a county has one.',
    'numbered-office':
      'One name leaves out the number of the office, and no other office there bears a number.',
    'rename-by-moa': 'Neighbouring lists link one memorandum under both names.',
    'relabel-by-moa':
      'Neighbouring lists link one memorandum under both names, but the first agency stands on the list for other agreements too: this agreement alone is the other’s.',
    relabel:
      'A listing that never linked a memorandum was replaced on the next list by the only other of its state, model and date: it had stood under a wrong name.',
    'stand-in': 'The name stood only where the other was missing, with the same state, model and date.',
    'division-of-body': 'A state body’s listing ended as one of its own division of the same model began.',
    'rename-by-moa-pending': 'The pending listing that led to the renamed one.',
    'relabel-by-moa-pending': 'The pending listing that led to the agreement that is another’s.',
    'relabel-pending': 'The pending listing that led to the one under a wrong name.',
    'model-filled': 'The listing without a model is the one that the next list shows with it.',
  },
  agreement: {
    're-dated-same-moa':
      'The date of signing changed within 30 days, or by exactly a year, beside the same memorandum.',
    're-dated-unlinked':
      'The date of signing changed within 90 days from one list to the next, before any memorandum was linked and with no new application between.',
    're-dated-stand-in': 'Another date stood for a while within the listing.',
    'double-listing': 'The agreement stood twice on a list, under two dates.',
    'date-filled': 'The date of signing was blank and then given.',
  },
  decision: {
    alias: 'A reviewer decided that the name is one of the agency’s.',
    same: 'A reviewer decided that both are one agency.',
    distinct: 'A reviewer decided that they are two agencies.',
  },
};

/** Every rule that dates, repairs, merges or decides, with what it says. */
export const RULES: readonly RuleInWords[] = Object.entries(TABLE).flatMap(([stage, rules]) =>
  Object.entries(rules).map(([name, says]) => ({ name, stage: stage as RuleInWords['stage'], says })),
);

const byName = new Map(RULES.map((rule) => [rule.name, rule]));

/** What a rule says in words, or its name when it is none of ours. */
export function ruleInWords(name: string): string {
  return byName.get(name)?.says ?? name;
}
