import type { RecordedClaim } from '../record/index.ts';
import type { Exhibit, Holding, Statement } from './statement.ts';
import {
  CONTRADICTION_WORDS,
  dayInWords,
  POSITION_WORDS,
  PROGRAMME_WORDS,
  sinceInWords,
  untilInWords,
} from './words.ts';

/** A part of a printed statement. HTML and PDF are made of the same blocks, so that both say the same. */
export type Block =
  | { kind: 'title' | 'heading' | 'text' | 'item' | 'small'; text: string }
  /** The words of a source, or the cells of a row. */
  | { kind: 'quote'; text: string }
  | { kind: 'exhibit'; text: string; number: number; file: string | null };

/** The statement in plain words, part by part. */
export function blocksOf(statement: Statement, files: ReadonlyMap<string, string>): Block[] {
  const { agency, on, known } = statement;
  const place = [...agency.counties.map(({ name }) => name), agency.state].join(', ');
  const asKnown = `as the record knew it at the end of ${dayInWords(known)}`;
  return [
    { kind: 'title', text: `${agency.name}, ${agency.state}` },
    { kind: 'text', text: `What the record shows for ${dayInWords(on)}, ${asKnown}.` },
    {
      kind: 'small',
      text: [agency.id, place, ...(agency.ori.length ? [`ORI ${agency.ori.join(', ')}`] : [])].join(' · '),
    },
    { kind: 'heading', text: `What held on ${dayInWords(on)}` },
    ...holdingBlocks(statement),
    { kind: 'heading', text: 'What contradicts it' },
    ...contradictionBlocks(statement),
    { kind: 'heading', text: 'What was not known' },
    ...unknownBlocks(statement),
    ...pastBlocks(statement),
    { kind: 'heading', text: 'Evidence' },
    ...statement.exhibits.flatMap((exhibit) => exhibitBlocks(exhibit, statement.agency.name, files)),
    { kind: 'heading', text: 'Where this comes from' },
    ...originBlocks(statement),
  ];
}

function evidenceText(numbers: readonly number[]): string {
  if (numbers.length === 0) return '';
  return ` Evidence: ${[...new Set(numbers)].sort((a, b) => a - b).join(', ')}.`;
}

function holdingBlocks({ holds, agency, on }: Statement): Block[] {
  if (holds.length === 0) {
    return [
      {
        kind: 'text',
        text: `The record knows no position of ${agency.name} on that day. That says nothing about what the agency did.`,
      },
    ];
  }
  return holds.map((holding) => ({ kind: 'item', text: holdingText(holding, agency.name, on) }));
}

function holdingText({ interval, certain, exhibits }: Holding, name: string, on: string): string {
  const { position, programme, signed, lastSeen } = interval;
  const doubt = certain
    ? ''
    : `It is not certain for ${dayInWords(on)} itself: the evidence before and after that day differs. `;
  const agreement =
    signed && position !== 'ends' ? ` The agreement was signed on ${dayInWords(signed)}.` : '';
  const seen =
    lastSeen > on
      ? ` Evidence from ${dayInWords(lastSeen)} still shows it.`
      : ` The newest evidence that shows it is from ${dayInWords(lastSeen)}.`;
  const until = position === 'ends' && interval.to === null ? '' : ` ${untilInWords(interval)}`;
  return `${doubt}${name} ${POSITION_WORDS[position]} ${PROGRAMME_WORDS[programme]}, ${sinceInWords(interval)}.${agreement}${until}${position === 'ends' ? '' : seen}${evidenceText(exhibits)}`;
}

function contradictionBlocks({ contradictions }: Statement): Block[] {
  if (contradictions.length === 0) return [{ kind: 'text', text: 'Nothing in the record contradicts it.' }];
  return contradictions.map(({ row, exhibits }) => {
    const opened = row.opened ? ` Since ${dayInWords(row.opened)}.` : '';
    const closed = row.closed ? ` Later evidence ended it on ${dayInWords(row.closed)}.` : '';
    return {
      kind: 'item',
      text: `${CONTRADICTION_WORDS[row.kind]} ${row.detail}.${opened}${closed}${evidenceText(exhibits)}`,
    };
  });
}

function unknownBlocks({
  holds,
  unknownProgrammes,
  proposed,
  rejected,
  exhibits,
  known,
}: Statement): Block[] {
  const blocks: Block[] = holds
    .filter(({ certain }) => !certain)
    .map(({ interval }) => ({
      kind: 'item',
      text: `On which day it ${interval.from.max !== interval.from.min ? 'began' : 'ended'}: ${PROGRAMME_WORDS[interval.programme]}.`,
    }));
  const words = unknownProgrammes.map(
    (programme) => PROGRAMME_WORDS[programme as keyof typeof PROGRAMME_WORDS],
  );
  blocks.push({
    kind: 'item',
    text: `No position is known on: ${words.join('; ')}. No position known is neither a yes nor a no.`,
  });
  const waiting =
    proposed.length === 1
      ? 'One claim that a program read in prose waits'
      : `${proposed.length} claims that a program read in prose wait`;
  if (proposed.length > 0)
    blocks.push({
      kind: 'item',
      text: `${waiting} for review and count for nothing here.${evidenceText(proposed)}`,
    });
  if (rejected.length > 0)
    blocks.push({
      kind: 'item',
      text: `Reviewers rejected what stands in evidence ${rejected.join(', ')}; it counts for nothing.`,
    });
  const cited = exhibits.filter(({ capture }) => capture === null).map(({ number }) => number);
  if (cited.length > 0)
    blocks.push({
      kind: 'item',
      text: `The sources of evidence ${cited.join(', ')} are cited; the record does not hold their bytes.`,
    });
  blocks.push({ kind: 'item', text: `What the record learned after ${dayInWords(known)} is left out.` });
  return blocks;
}

function pastBlocks({ past }: Statement): Block[] {
  if (past.length === 0) return [];
  const items: Block[] = past.map((interval) => {
    const { position, programme } = interval;
    return {
      kind: 'item',
      text: `It ${POSITION_WORDS[position]} ${PROGRAMME_WORDS[programme]}, ${sinceInWords(interval)}. ${untilInWords(interval)}`,
    };
  });
  return [{ kind: 'heading', text: 'Before and after that day' }, ...items];
}

function exhibitBlocks(exhibit: Exhibit, agency: string, files: ReadonlyMap<string, string>): Block[] {
  const { number, claim, absent, capture, seen } = exhibit;
  const file = capture === null ? null : (files.get(capture) ?? null);
  const origin = seen[0];
  const from = origin ? `Received from ${origin.origin} on ${origin.retrieved}` : 'Its bytes are missing';
  const bytes: Block = {
    kind: 'small',
    text: capture ? `${from}. File ${file ?? 'missing'}, SHA-256 ${capture}.` : 'Cited, not captured.',
  };
  if (!claim) {
    const text = `The list of ${absent ? dayInWords(absent) : 'an unknown day'} does not name ${agency} for this.`;
    return [{ kind: 'exhibit', number, text, file }, bytes];
  }
  const { source } = claim;
  const title = [source.publisher, source.title, source.published && `published ${source.published}`]
    .filter(Boolean)
    .join(', ');
  return [
    {
      kind: 'exhibit',
      number,
      text: `${claimText(claim)} ${title}${source.url ? `, ${source.url}` : ''}.`,
      file,
    },
    ...(claim.summary ? [{ kind: 'text' as const, text: claim.summary }] : []),
    ...claim.evidence.flatMap((evidence) => quoteBlocks(evidence)),
    ...reviewBlocks(claim),
    bytes,
  ];
}

function claimText(claim: RecordedClaim): string {
  const who = [
    claim.speaker,
    claim.role,
    claim.onBehalfOf && `for ${claim.onBehalfOf}`,
    claim.via && `reported by ${claim.via}`,
  ]
    .filter(Boolean)
    .join(', ');
  const when = claim.effective ?? claim.date;
  return `${claim.programme}, ${claim.position}${when ? `, ${when}` : ''}${who ? ` (${who})` : ''}.`;
}

function quoteBlocks(evidence: RecordedClaim['evidence'][number]): Block[] {
  switch (evidence.type) {
    case 'text':
      return [
        { kind: 'quote', text: `“${evidence.exact}”` },
        {
          kind: 'small',
          text: `Characters ${evidence.start} to ${evidence.end} of the text${evidence.page === undefined ? '' : `, page ${evidence.page + 1}`}.`,
        },
      ];
    case 'row':
      return [
        {
          kind: 'quote',
          text: evidence.cells
            .filter((cell) => cell.text.trim())
            .map((cell) => `${cell.header}: ${cell.text.trim()}`)
            .join(' | '),
        },
        {
          kind: 'small',
          text: `Sheet ${evidence.sheet}, row ${evidence.row}, columns ${evidence.cells.map((cell) => cell.column).join(', ')}.`,
        },
      ];
    case 'cited':
      return evidence.quote ? [{ kind: 'quote', text: `“${evidence.quote}”` }] : [];
  }
}

function reviewBlocks({ review, decision, machine, confidence }: RecordedClaim): Block[] {
  if (decision) {
    const was = machine ? ` The program had read ${JSON.stringify(machine)}.` : '';
    return [
      {
        kind: 'small',
        text: `${review} by ${decision.actor} on ${decision.recorded} (decision ${decision.seq})${decision.reason ? `: ${decision.reason}` : ''}.${was}`,
      },
    ];
  }
  return review === 'proposed'
    ? [
        {
          kind: 'small',
          text: `Read by a program${confidence === null ? '' : `, confidence ${confidence}`}; nobody has reviewed it.`,
        },
      ]
    : [];
}

function originBlocks({ root, decisions, recorded }: Statement): Block[] {
  const chain =
    decisions.length === 0
      ? 'No decision had been made.'
      : `It holds ${decisions.length} decisions in a chain of hashes, all in decisions.txt; its head is ${root.heads.join(', ')}.`;
  return [
    {
      kind: 'text',
      text: `This statement was made from a Countersign record whose root is ${root.root}. ${chain}`,
    },
    { kind: 'text', text: 'README.txt says how to check every byte with common tools.' },
    ...(recorded === null
      ? []
      : [{ kind: 'small' as const, text: `The newest claim that it rests on was recorded on ${recorded}.` }]),
  ];
}
