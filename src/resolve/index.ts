/** Who is who: the registry of agencies and places, and the named rules that take rows and words for agencies. Pure. */

export { adjoiningCounties } from './adjoining.ts';
export { SUCCESSION_DAYS } from './agreements.ts';
export { citationOf } from './cite.ts';
export {
  type Citation,
  type CitedList,
  type CitedListing,
  type CitedName,
  citedFiles,
  citedLines,
  citedRow,
  MODEL_NAMES,
} from './cited.ts';
export { stateOfDecision } from './decisions.ts';
export { type FbiAgency, fbiToAgencies, isFbiList, readFbiAgencies } from './fbi.ts';
export { dateInName } from './filenames.ts';
export { type Areas, buildFinder, type Findable, type Finder, find, type Ranked } from './find.ts';
export { areasOf, findableOf } from './findable.ts';
export { buildGazetteer } from './gazetteer.ts';
export { type KeptLists, keepLists, type ReadLists, readLists } from './kept.ts';
export { agencyKindOf } from './kinds.ts';
export { resolveLists, resolveRead } from './lineage.ts';
export { moaFile, unwrapLink } from './links.ts';
export { demandReadableList, rowsWithoutDay } from './list-check.ts';
export {
  AGENCY_KINDS,
  AGREEMENT_STATUSES,
  type Agency,
  type AgencyKind,
  type Agreement,
  type AgreementStatus,
  type Between,
  type Candidate,
  type IdentityDecision,
  type Lineage,
  type ListFile,
  type Memorandum,
  type Merge,
  type Publication,
  type Redirect,
  type RegistryNote,
  type Repair,
  type RowRef,
} from './model.ts';
export { agencyIdOf, canonicalName, learnWords, wordsOfNames } from './names.ts';
export { ocdDivisionOf } from './ocd.ts';
export { allCounties, type County, countiesNamed, countyName, countyOf } from './places.ts';
export { plain } from './plain.ts';
export { properName } from './proper.ts';
export {
  buildRegistry,
  learnNameKeys,
  makeAgency,
  nameKeys,
  type Registry,
  type Resolution,
  resolveMention,
} from './registry.ts';
export { matchRegistry, type RegistryMatch } from './registry-match.ts';
export { MATCH_REASONS, MATCH_RULES, type WhyNoCode, whyNoCode } from './registry-words.ts';
export { repairState, signedDay } from './repairs.ts';
export { tidy } from './rows.ts';
export { RULES, type RuleInWords, ruleInWords } from './rules.ts';
export { OPEN_HANDOVER } from './rules-renames.ts';
export { datelineState, STATES, type State, stateFips, stateName, stateOf, stateOfFips } from './states.ts';
export { apart, type United, uniteRegistries } from './united.ts';
