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
    'state-slip': 'The state is misspelt, and the name of only one state is near.',
    'state-by-succession':
      'The same agency, model and date stood under this state on the next list, for longer, and never under both at once. The printed state has no such county, both link one memorandum, the application stood under this state, or the row says no county.',
    'state-by-signing':
      'The agency was pending under another state and signed in this one as it vanished there.',
    'county-slip': 'The county is misspelt, and only one county of the state has a name near it.',
    'county-of-name': 'The agency’s name says its county, or is that of a place in one county.',
    'county-corrected':
      'The newest list that prints a county for the agency prints this one, or one of these.',
    'county-of-registry':
      'The official registry has the agency in this county, and the newest list that prints one prints another. A reviewer is asked.',
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
      'The names are the same once what tells no two agencies apart is set aside: capital letters and punctuation, abbreviations, the state’s own name, “City of” and the like, one form of an office’s name for another (“Sheriff’s Department”, “Police Services”), and slips of typing in such a word or in the county that stands beside it.',
    'turned-words':
      'The names are the same words in another order. Those that tell the place keep theirs, or one took the place of the other.',
    'governing-board': 'A university’s board of trustees signs for its police.',
    'typing-slip':
      'The names differ by one or two letters and in no number, and are not those of two real counties. No list has both, and one took the place of the other.',
    'fuller-name':
      'The longer name only adds words of form to the shorter one, such as “County”, “Borough” or “Constable’s Office”, or its own county, and one took the place of the other.',
    'same-place':
      'Both names are of one place and one kind of agency, and differ only in a word such as “County”, “Parish” or “Township”. One took the place of the other.',
    'one-sheriff': 'Both are sheriffs of one county, and a county has one.',
    'numbered-office':
      'One name leaves out the number of the office, and no other office of that name bears a number.',
    'rename-by-moa':
      'One list links a memorandum under the one name, and the next list links the same one under the other.',
    'relabel-by-moa':
      'One list links a memorandum under the one name, and the next list links the same one under the other. The first agency stays on the list with other agreements: this one alone is the other’s.',
    relabel:
      'It never linked a memorandum, and on the next list the only other one of the same state, model and date stood in its place: it had been printed under a wrong name. The two names share a word of their place, or begin alike, or bear the same number, and are no two real counties and no two of one kind that the registry has; of others a person decides.',
    'stand-in':
      'The name stood only on lists from which the other was missing, with the same state, model and date.',
    'division-of-body': 'The state body left the list as its own division came on it with the same model.',
    'rename-by-moa-pending': 'The application led to the agreement that was renamed.',
    'relabel-by-moa-pending': 'The application led to the agreement that is the other’s.',
    'relabel-pending': 'The application led to the agreement that stood under a wrong name.',
    'listed-twice':
      'One list has the agreement twice, under two counties, and both rows link one memorandum.',
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
    'open-handover':
      'The next list shows its memorandum under another agency’s name, the agreement under another state, or another agency in its place with the same model and date. Whether that is a slip waits for a person; until then nobody knows whether it ended, unless that other row is gone too.',
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
