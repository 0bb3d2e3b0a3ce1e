import { boundsOf, UserError } from '../base/index.ts';
import type { Instrument, LawBook, LawRow } from './instrument.ts';
import { overlaps } from './jurisdiction.ts';

/** The columns of an editor's files; a name that is none of them would lose what stands below it. */
export const LAW_COLUMNS = {
  instruments:
    'instrument_id title kind issuer jurisdiction issued effective ended superseded_by citation url summary source_id',
  provisions:
    'instrument_id provision_id topic summary figures source_id effect programmes agency_kinds acts_on from to deadline',
  sources: 'source_id title publisher published url kind accessed_via verified',
};

const ID = /^[a-z0-9]+(?:[-.][a-z0-9]+)*$/;
const DATES = ['issued', 'effective', 'ended', 'from', 'to', 'deadline'];

/**
 * Throws a UserError for a row that an editor or a proposal brings and that cannot be meant so: an id that is no plain word or
 * stands twice, a column that is none, a date with `~` or `?`, an address that is none. Rows that a record holds stay readable.
 */
export function demandSound(rows: {
  instruments: readonly LawRow[];
  provisions: readonly LawRow[];
  sources?: readonly LawRow[];
}): void {
  for (const [name, key] of [
    ['instruments', 'instrument_id'],
    ['provisions', 'provision_id'],
    ['sources', 'source_id'],
  ] as const) {
    const seen = new Set<string>();
    for (const row of rows[name] ?? []) {
      const id = row[key] ?? '';
      demandColumns(name, row);
      // Whoever fills in a source of a capture names its hash.
      if (name !== 'sources' && id !== '' && !ID.test(id))
        throw new UserError(
          `${key} ${JSON.stringify(id)} is no id; use small letters, digits and hyphens, such as tx-sb4-2017`,
        );
      if (id !== '' && seen.has(id))
        throw new UserError(`${key} ${JSON.stringify(id)} stands in two rows; keep one of them`);
      seen.add(id);
      demandValues(row, id);
    }
  }
}

function demandColumns(name: keyof typeof LAW_COLUMNS, row: LawRow): void {
  const known = LAW_COLUMNS[name].split(' ');
  for (const column of Object.keys(row))
    if (!known.includes(column))
      throw new UserError(
        `column ${JSON.stringify(column)} of ${name}.csv is unknown; the columns are ${known.join(', ')}`,
      );
}

function demandValues(row: LawRow, id: string): void {
  for (const column of DATES)
    if (/[~?%]/.test(row[column] ?? ''))
      throw new UserError(
        `${column} ${JSON.stringify(row[column])} of ${JSON.stringify(id)} is approximate; write between which days it lies, such as 2017-03/2017-05`,
      );
  const url = row.url ?? '';
  if (url !== '' && !isAddress(url))
    throw new UserError(
      `url ${JSON.stringify(url)} of ${JSON.stringify(id)} is no address; write it with https://`,
    );
  if (Object.values(row).some((value) => value?.includes('\ufffd')))
    throw new UserError(
      `the row of ${JSON.stringify(id)} is not written in UTF-8; save the file as UTF-8 and load it again`,
    );
}

function isAddress(url: string): boolean {
  return /^https?:\/\/[^/\s]/.test(url) && URL.canParse(url);
}

/** Throws a UserError where what the rows of `ids` come to, beside what the record holds, cannot be: an end before its beginning, a text that supersedes itself, an order on the law of another state. */
export function demandConsistent(book: LawBook, ids: ReadonlySet<string>): void {
  for (const instrument of book.instruments.values()) {
    if (!ids.has(instrument.id)) continue;
    const { id, issued, effective, ended } = instrument;
    demandOrder(id, 'ended', ended, effective ?? issued);
    demandNoLoop(book, instrument);
  }
  for (const { id, instrument, from, to, deadline, actsOn } of book.provisions.values()) {
    if (!ids.has(id)) continue;
    demandOrder(id, 'to', to, from);
    demandOrder(id, 'deadline', deadline, from);
    const own = book.instruments.get(instrument)?.jurisdiction;
    for (const target of actsOn) {
      const other = book.instruments.get(book.provisions.get(target)?.instrument ?? '')?.jurisdiction;
      if (own && other && !overlaps(own, other))
        throw new UserError(
          `acts_on ${JSON.stringify(target)} of ${JSON.stringify(id)} is the law of another place; correct it or the jurisdiction`,
        );
    }
  }
}

function demandOrder(id: string, column: string, end: string | null, start: string | null): void {
  const [last, first] = [end && boundsOf(end)?.max, start && boundsOf(start)?.min];
  if (last && first && last < first)
    throw new UserError(
      `${column} ${JSON.stringify(end)} of ${JSON.stringify(id)} lies before its beginning, ${start}; correct one of them`,
    );
}

function demandNoLoop(book: LawBook, { id, supersededBy }: Instrument): void {
  const seen = new Set([id]);
  for (let next = supersededBy; next !== null; next = book.instruments.get(next)?.supersededBy ?? null) {
    if (seen.has(next))
      throw new UserError(
        `superseded_by ${JSON.stringify(supersededBy)} of ${JSON.stringify(id)} leads back to itself; take one of them out`,
      );
    seen.add(next);
  }
}
