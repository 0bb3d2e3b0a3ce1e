import type { PublicationChange, PublicationReport, ShownRow } from '../record/index.ts';
import { formatRows } from './output.ts';

/** Columns of a report as a table: the change, whose it is, and the rows of the lists that show it. */
export const PUBLICATION_COLUMNS = ['change', 'state', 'name', 'programme', 'from', 'to', 'before', 'now'];

/** A report's first lines: which list, compared with which, and how many changes of each kind. */
export function publicationHead({ publication, rows, before, changes }: PublicationReport): string {
  const { kind, day, capture } = publication;
  const size = rows === null ? 'cited' : `${rows.toLocaleString('en-US')} ${rows === 1 ? 'row' : 'rows'}`;
  const list = `${kind} list of ${day} (${size}, sha256:${capture.slice(0, 12)})`;
  const again = publication.repeats.length > 0 ? `\n${stillListed(publication.repeats)}` : '';
  if (before === null) return `${list}: the first of its kind${again}`;
  const counts = new Map<string, number>();
  for (const change of changes) counts.set(change.kind, (counts.get(change.kind) ?? 0) + 1);
  const told = [...counts].map(([name, count]) => `${count} ${name}`).join(', ') || 'nothing changed';
  return `${list}, after that of ${before.day}: ${told}${again}`;
}

/** The same rows under another name, day or hash: everybody on them was still listed then. */
function stillListed(repeats: PublicationReport['publication']['repeats']): string {
  const seen = repeats.map(({ name, day, capture }) => `${day} (${name}, sha256:${capture.slice(0, 12)})`);
  return `all still listed, the same rows again: ${seen.join(', ')}`;
}

/** Changes as rows of a table. */
export function publicationRows(changes: readonly PublicationChange[]): Record<string, unknown>[] {
  return changes.map(({ kind, state, name, programme, from, to, before, after }) => ({
    change: kind,
    state,
    name,
    programme,
    from: short(from),
    to: short(to),
    before: place(before),
    now: place(after),
  }));
}

// A screen is narrow, and an address says most at its end.
const WIDTH = 36;

function short(text: string | null): string {
  if (text === null) return '';
  return text.length <= WIDTH ? text : `…${text.slice(1 - WIDTH)}`;
}

function place(shown: ShownRow | null): string {
  if (shown === null) return '';
  return shown.row < 0 ? `${shown.day} (cited)` : `${shown.day} row ${shown.row}`;
}

/** A report on one screen: its head and at most `lines` changes, and by which command to see the rest. */
export function publicationScreen(report: PublicationReport, record: string, lines = 18): string {
  const { changes, publication } = report;
  const head = publicationHead(report);
  if (changes.length === 0) return `${head}\n`;
  const shown = fairShare(changes, lines);
  const left = changes.length - shown.length;
  const command = `countersign --record ${record} changes --publication ${publication.capture.slice(0, 12)}`;
  const more = left > 0 ? `… and ${left} more: ${command}\n` : '';
  return `${head}\n${formatRows(publicationRows(shown), 'table', PUBLICATION_COLUMNS, '')}${more}`;
}

/** At most so many changes, as many of each kind as there is room for: 60 misprints must not hide five ends. */
function fairShare(changes: readonly PublicationChange[], lines: number): PublicationChange[] {
  const places = new Map<string, number>();
  const turns = changes.map((change, index) => {
    const turn = places.get(change.kind) ?? 0;
    places.set(change.kind, turn + 1);
    return { index, turn };
  });
  turns.sort((a, b) => a.turn - b.turn || a.index - b.index);
  const kept = new Set(turns.slice(0, lines).map(({ index }) => index));
  return changes.filter((_, index) => kept.has(index));
}
