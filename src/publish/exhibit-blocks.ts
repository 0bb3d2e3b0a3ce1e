import { nameOf } from '../capture/index.ts';
import type { RecordedClaim } from '../record/index.ts';
import type { Block } from './blocks.ts';
import { dayText, edtfText, filled } from './dates.ts';
import type { Exhibit } from './statement.ts';
import type { StatementWords } from './words-en.ts';

// A decision is named by so much of its hash: its number is another in every record that holds it.
const HASH = 12;

/** One piece of evidence in words: what it says, whose it is, its own words, where they stand, how it was received. */
export function exhibitBlocks(
  { number, claim, absent, capture, seen }: Exhibit,
  name: string,
  files: ReadonlyMap<string, string>,
  words: StatementWords,
): Block[] {
  const { exhibit, dates } = words;
  const file = capture === null ? null : (files.get(capture) ?? null);
  const [first] = seen;
  const from = first ? receivedText(first, exhibit) : exhibit.missing;
  const bytes: Block = {
    kind: 'small',
    text: capture ? filled(exhibit.file, { from, file: file ?? '–', sha: capture }) : exhibit.cited,
  };
  if (!claim) {
    const day = absent ? dayText(absent, dates) : exhibit.unknownDay;
    return [{ kind: 'exhibit', number, text: filled(exhibit.absent, { day, name }), file }, bytes];
  }
  return [
    { kind: 'exhibit', number, text: claimText(claim, words), file },
    ...(claim.summary
      ? [{ kind: 'text' as const, text: filled(exhibit.summary, { summary: claim.summary }) }]
      : []),
    ...claim.evidence.flatMap((evidence) => quoteBlocks(evidence, words)),
    ...reviewBlocks(claim, words),
    bytes,
  ];
}

/** From where a source was received: an address, or a file by its name alone, whose folder is nobody's business. */
function receivedText(
  { origin, retrieved }: Exhibit['seen'][number],
  { received, receivedFile }: StatementWords['exhibit'],
): string {
  return /^https?:/.test(origin)
    ? filled(received, { origin, retrieved })
    : filled(receivedFile, { name: nameOf(origin), retrieved });
}

function claimText(claim: RecordedClaim, words: StatementWords): string {
  const { exhibit, dates } = words;
  const { source, date, effective, speaker } = claim;
  const says = filled(exhibit.says, {
    programme: words.programmes[claim.programme],
    position: exhibit.positions[claim.position],
  });
  const when = date ? edtfText(date, dates) : '';
  const starts =
    effective && effective !== date
      ? filled(startedAs(claim, words), {
          when: edtfText(effective, dates),
        })
      : '';
  const who = [
    speaker,
    claim.role,
    claim.onBehalfOf && filled(exhibit.for, { agency: claim.onBehalfOf }),
    claim.via && filled(exhibit.via, { outlet: claim.via }),
  ];
  const said = speaker
    ? filled(date ? exhibit.said : exhibit.saidBy, { when, who: who.filter(Boolean).join(', ') })
    : date
      ? filled(datedAs(claim, words), { when })
      : '';
  const published =
    source.published && claim.kind !== 'listing'
      ? filled(exhibit.published, { when: edtfText(source.published, dates) })
      : null;
  const title = [source.publisher, source.title, published, source.url].filter(Boolean).join(', ');
  return `${capital(says)}${said}${starts}${title ? filled(exhibit.source, { source: title }) : ''}`;
}

/** What the day is from which a claim holds. */
function startedAs({ kind, position }: RecordedClaim, { exhibit }: StatementWords): string {
  if (kind === 'listing') return exhibit.signed;
  return position === 'ends' ? exhibit.overFrom : exhibit.effective;
}

/** What the date of a claim without a speaker is the date of. */
function datedAs({ kind, position }: RecordedClaim, { exhibit }: StatementWords): string {
  if (kind === 'listing') return exhibit.listed;
  if (kind !== 'agreement') return exhibit.dated;
  return position === 'ends' ? exhibit.over : exhibit.signed;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function quoteBlocks(evidence: RecordedClaim['evidence'][number], { exhibit }: StatementWords): Block[] {
  switch (evidence.type) {
    case 'text': {
      const page =
        evidence.page === undefined ? '' : filled(exhibit.page, { page: String(evidence.page + 1) });
      const place = { start: String(evidence.start), end: String(evidence.end), page };
      return [
        { kind: 'quote', text: `“${evidence.exact}”` },
        { kind: 'small', text: filled(exhibit.text, place) },
      ];
    }
    case 'row': {
      const cells = evidence.cells.filter((cell) => cell.text.trim());
      const columns = evidence.cells.map((cell) => cell.column).join(', ');
      return [
        { kind: 'quote', text: cells.map(({ header, text }) => `${header}: ${text.trim()}`).join(' | ') },
        {
          kind: 'small',
          text: filled(exhibit.row, { sheet: evidence.sheet, row: String(evidence.row), columns }),
        },
      ];
    }
    case 'cited':
      return evidence.quote ? [{ kind: 'quote', text: `“${evidence.quote}”` }] : [];
  }
}

function reviewBlocks(claim: RecordedClaim, { exhibit }: StatementWords): Block[] {
  const { review, decision, machine, confidence } = claim;
  if (decision) {
    const was = machine ? filled(exhibit.machine, { values: JSON.stringify(machine) }) : '';
    const made = filled(exhibit.reviewed, {
      review: exhibit.review[review],
      actor: decision.actor,
      recorded: decision.recorded,
      hash: decision.hash.slice(0, HASH),
      reason: decision.reason ? `: ${decision.reason}` : '',
    });
    return [{ kind: 'small', text: `${made}${was}` }];
  }
  if (review !== 'proposed') return [];
  const text =
    confidence === null
      ? exhibit.unreviewed
      : filled(exhibit.measured, { percent: String(Math.round(confidence * 100)) });
  return [{ kind: 'small', text }];
}
