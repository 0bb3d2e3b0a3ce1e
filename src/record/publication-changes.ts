import type { Day } from '../base/index.ts';
import type { Programme } from '../claim/index.ts';
import { type Agreement, canonicalName, repairState, signedDay, unwrapLink } from '../resolve/index.ts';

/** What a publication can change against the one before it, in the order in which a report tells it. */
export const PUBLICATION_CHANGES = [
  'new',
  'signed',
  'returned',
  'renewed',
  'switched',
  'gone',
  'missing',
  'open',
  'renamed',
  'relabelled',
  're-dated',
  'state-repaired',
  'linked',
  'relinked',
] as const;
export type PublicationChangeKind = (typeof PUBLICATION_CHANGES)[number];

/** A row of a list with the place that it has in the record. */
export interface PrintedRow {
  capture: string;
  /** Row of the sheet; negative for a row that is cited and not captured. */
  row: number;
  /** As printed (a cited row: as the citation gives it). */
  agency: string;
  state: string;
  support: string;
  signed: string;
  /** Null where a citation does not say which row linked what. */
  link: string | null;
  /** Agency id, or null where no rule decides. */
  id: string | null;
  /** The agency's name and state in the record. */
  name: string;
  of: string | null;
  programme: Programme;
  /** Id of its agreement, or null. */
  agreement: string | null;
}

/** A row that shows one side of a change. */
export interface ShownRow {
  capture: string;
  row: number;
  /** Day of its list. */
  day: Day;
  /** What the row prints, where it was looked up: agency, state, model, signed. */
  cells: string[] | null;
}

/** One thing that a publication shows otherwise than the one before it. */
export interface PublicationChange {
  kind: PublicationChangeKind;
  agency: string | null;
  name: string;
  state: string | null;
  programme: Programme;
  /** What was printed or held before and what now, or null where one side has nothing to say. */
  from: string | null;
  to: string | null;
  /** The two rows that show it; null where a side has none. */
  before: ShownRow | null;
  after: ShownRow | null;
  /** Names of the rules that decided about its agreement. */
  rules: string[];
}

/** One of the two lists compared: hash and day. */
export interface ComparedList {
  capture: string;
  day: Day;
}

/** Rows of which at least one side has what the other lacks, and all agreements of their agencies. */
export interface Comparison {
  before: { list: ComparedList; rows: readonly PrintedRow[] };
  after: { list: ComparedList; rows: readonly PrintedRow[] };
  agreements: readonly Agreement[];
  pending: boolean;
}

/** What one list shows otherwise than another, line by line with the rows that show it. Pure. */
export function publicationChanges(comparison: Comparison): PublicationChange[] {
  const { before, after, pending } = comparison;
  const [old, now] = [byKey(before.rows, pending), byKey(after.rows, pending)];
  const found: PublicationChange[] = [];
  for (const [key, rows] of now) {
    const row = rows[0]!;
    const earlier = old.get(key);
    if (row.id === null) found.push(change('open', comparison, null, row));
    else if (earlier) found.push(...printedOtherwise(comparison, earlier, rows));
    else found.push(...cameOnto(comparison, row));
  }
  for (const [key, rows] of old)
    if (!now.has(key) && rows[0]!.id !== null) found.push(...wentOff(comparison, rows[0]!));
  const order = (one: PublicationChange) =>
    `${PUBLICATION_CHANGES.indexOf(one.kind) + 10} ${one.state ?? ''} ${one.name} ${one.programme}`;
  return found.sort((a, b) => (order(a) < order(b) ? -1 : order(a) > order(b) ? 1 : 0));
}

function byKey(rows: readonly PrintedRow[], pending: boolean): Map<string, PrintedRow[]> {
  const groups = new Map<string, PrintedRow[]>();
  for (const row of rows) {
    const key =
      row.id === null
        ? `open ${row.state} ${row.agency} ${row.programme}`
        : pending
          ? `${row.id}#${row.programme}`
          : (row.agreement ?? `${row.id}#${row.programme}`);
    const known = groups.get(key);
    if (known) known.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}

/** The agreement that a row shows: on a pending list the one that waits. */
function agreementOf({ agreements, pending }: Comparison, row: PrintedRow, end: 'first' | 'last') {
  const own = agreements.filter((one) =>
    pending
      ? one.position === 'will-join' && one.agency === row.id && one.programme === row.programme
      : one.id === row.agreement,
  );
  const at = (one: Agreement) => one.runs.findIndex((run) => run[end].capture === row.capture);
  const agreement = own.find((one) => at(one) >= 0);
  return agreement ? { agreement, index: at(agreement) } : null;
}

function cameOnto(comparison: Comparison, row: PrintedRow): PublicationChange[] {
  // Where no listing begins here, another row of the agreement stood on both lists.
  const found = agreementOf(comparison, row, 'first');
  if (!found) return [];
  const { agreement, index } = found;
  const { rules } = agreement;
  const earlier = agreement.runs[index - 1];
  if (earlier) {
    const told = change('returned', comparison, null, row, { rules, from: earlier.to });
    return [{ ...told, before: { ...earlier.last, day: earlier.to, cells: null } }];
  }
  const former = comparison.agreements.find(({ next }) => next === agreement.id);
  const last = former?.runs.at(-1);
  const kind = former && KINDS[former.status];
  if (!former || !last || !kind)
    return [change('new', comparison, null, row, { rules, to: agreement.signed })];
  const [from, to] =
    kind === 'switched' ? [former.programme, agreement.programme] : [former.signed, agreement.signed];
  const told = change(kind, comparison, null, row, { rules, from, to });
  return [{ ...told, before: { ...last.last, day: last.to, cells: null } }];
}

const KINDS: Partial<Record<Agreement['status'], PublicationChangeKind>> = {
  signed: 'signed',
  renewed: 'renewed',
  switched: 'switched',
};

function wentOff(comparison: Comparison, row: PrintedRow): PublicationChange[] {
  const found = agreementOf(comparison, row, 'last');
  if (!found) return [];
  const { agreement, index } = found;
  const { rules, status } = agreement;
  const back = agreement.runs[index + 1];
  if (back) {
    const told = change('missing', comparison, row, null, { rules, to: back.from });
    return [{ ...told, after: { ...back.first, day: back.from, cells: null } }];
  }
  const heir = comparison.agreements.find(({ id }) => id === agreement.next);
  const kind = KINDS[status];
  if (!heir || !kind) return [change('gone', comparison, row, null, { rules, from: agreement.signed })];
  const [first] = heir.runs;
  // Its heir begins on this very list and tells it there.
  if (first?.first.capture === comparison.after.list.capture) return [];
  const [from, to] =
    kind === 'switched' ? [agreement.programme, heir.programme] : [agreement.signed, heir.signed];
  const told = change(kind, comparison, row, null, { rules, from, to });
  return [first ? { ...told, after: { ...first.first, day: first.from, cells: null } } : told];
}

/** What the rows of one agreement print otherwise; slips of spelling that change no name are left out. */
function printedOtherwise(
  comparison: Comparison,
  before: readonly PrintedRow[],
  after: readonly PrintedRow[],
): PublicationChange[] {
  const found: PublicationChange[] = [];
  const [old, row] = [before[0]!, after[0]!];
  const rules = comparison.agreements.find(({ id }) => id === row.agreement)?.rules ?? [];
  const tell = (kind: PublicationChangeKind, from: string, to: string) =>
    found.push(change(kind, comparison, old, row, { rules, from: from.trim(), to: to.trim() }));
  const names = (rows: readonly PrintedRow[]) =>
    new Set(rows.map((one) => canonicalName(one.agency, one.of)));
  const [oldNames, newNames] = [names(before), names(after)];
  if (![...newNames].some((name) => oldNames.has(name)))
    tell(rules.some((rule) => RELABEL.test(rule)) ? 'relabelled' : 'renamed', old.agency, row.agency);
  const days = [dayOf(old), dayOf(row)];
  if (days[0] !== days[1] && days[1] !== null) tell('re-dated', days[0] ?? old.signed, days[1] ?? '');
  const [fromState, toState] = [repaired(old), repaired(row)];
  if (toState && !fromState) tell('state-repaired', old.state, row.state);
  const [fromLink, toLink] = [unwrapLink(old.link ?? '')?.url, unwrapLink(row.link ?? '')?.url];
  if (old.link !== null && toLink && fromLink !== toLink)
    tell(fromLink ? 'relinked' : 'linked', fromLink ?? '', toLink);
  return found;
}

const RELABEL = /^(?:relabel|stand-in)/;

function dayOf({ signed }: PrintedRow): Day | null {
  return signedDay(signed)?.value ?? null;
}

/** True where the row prints another state than the agency's, or one that had to be mended. */
function repaired({ state, of }: PrintedRow): boolean {
  const read = repairState(state);
  return of !== null && (read === null || read.rule !== null || read.value !== of);
}

function change(
  kind: PublicationChangeKind,
  { before, after }: Comparison,
  old: PrintedRow | null,
  row: PrintedRow | null,
  { from = null, to = null, rules = [] }: Partial<PublicationChange> = {},
): PublicationChange {
  const { id, name, of, programme, agency } = (row ?? old)!;
  return {
    kind,
    agency: id,
    name: name || agency.trim(),
    state: of,
    programme,
    from: from || null,
    to: to || null,
    before: old && shown(old, before.list.day),
    after: row && shown(row, after.list.day),
    rules,
  };
}

function shown({ capture, row, agency, state, support, signed }: PrintedRow, day: Day): ShownRow {
  return { capture, row, day, cells: [state, agency, support, signed].map((cell) => cell.trim()) };
}
