import { readFileSync } from 'node:fs';

/** A labelled passage of test prose, in the shape of a line of the gold claims. */
export interface Passage {
  id: string;
  title: string;
  publisher: string | null;
  published: string;
  lang: string;
  text: string;
  claims: Record<string, unknown>[];
  notes: string[];
}

/** Begins a line that is a label: "=" a claim, "=?" one that a reader may make or not, ">" a piece of its evidence. */
const LABEL = /^(?:=\??|>) /;

/** The passages of a set of test prose (`test/input/claim/blind-*.txt`; its head says how it is written). */
export function passagesOfSet(file: string | URL): Passage[] {
  const [, ...parts] = readFileSync(file, 'utf8').split(/^@ /m);
  return parts.map((part) => {
    const [head = '', ...lines] = part.trimEnd().split('\n');
    const [id = '', published = '', publisher = '', lang = ''] = head.split(' | ');
    const text = lines.filter((line) => !LABEL.test(line)).join('\n');
    const claims: Record<string, unknown>[] = [];
    for (const line of lines) {
      if (line.startsWith('> ')) cite(claims.at(-1)!, line.slice(2), text);
      else if (LABEL.test(line)) claims.push(claimOf(line, text));
    }
    return {
      id,
      title: text.slice(0, 40),
      publisher: publisher === '-' ? null : publisher,
      published,
      lang,
      text: `${text}\n`,
      claims,
      notes: claims.length > 0 ? [] : ['no-claim'],
    };
  });
}

/** Adds a piece of evidence to a claim, whose evidence is the whole text until it has one. Throws when the text lacks it. */
function cite(claim: Record<string, unknown>, piece: string, text: string): void {
  if (!text.includes(piece)) throw new Error(`evidence not in its passage: "${piece}"`);
  const evidence = claim.evidence as string[];
  claim.evidence = evidence[0] === text ? [piece] : [...evidence, piece];
}

function claimOf(label: string, text: string): Record<string, unknown> {
  const line = label.replace(LABEL, '');
  const [agency, state, programme, position, speaker, date, own] = line
    .split(' | ')
    .map((cell) => cell.trim());
  // "A / B": the text names only a jail or a county, and either name of whoever runs it will do.
  const [name, ...others] = agency!.split(' / ');
  return {
    agency: name,
    ...(others.length > 0 ? { agency_alt: others } : {}),
    state,
    place: null,
    programme,
    position,
    speaker: speaker === '-' ? null : speaker,
    role: null,
    on_behalf_of: null,
    via: null,
    date,
    effective: null,
    speaks_for_agency: own === 'true',
    evidence: [text],
    ...(label.startsWith('=?') ? { optional: true } : {}),
  };
}
