import type { Areas, Findable } from '../resolve/index.ts';

/** An agency as the browser's search has it. */
export interface Listed extends Findable {
  /** Name of the main county; empty where there is none. */
  county: string;
  /** What it holds on the newest day of the record, or null. */
  held: Held | null;
}

/** A standing and the programmes in which it stands so. */
export interface Held {
  look: string;
  certain: boolean;
  programmes: readonly string[];
}

/** A standing in words: "Takes part: 287(g) warrant model; 287(g) jail model". */
export function heldInWords(
  held: Held,
  words: { looks: Readonly<Record<string, string>>; programmes: Readonly<Record<string, string>> },
): string {
  return `${words.looks[held.look]}: ${held.programmes.map((name) => words.programmes[name]).join('; ')}`;
}

/**
 * A search file: the areas by code in the first line, then a line an agency: id, name, state, place, counties, how many
 * words its name has (an `s` behind for a sheriff), other words, and what it holds (`?` in front where uncertain).
 */
export function encodeLines(
  agencies: readonly Findable[],
  areas: Areas,
  heldBy: (index: number) => Held | null,
): string {
  const head = [...areas].map(([code, name]) => `${code} ${name}`).join('\t');
  const lines = agencies.map((one, index) => {
    const held = heldBy(index);
    const cells = [
      ...[one.id, one.name, one.state, one.place ?? '', one.counties.join(' ')],
      ...[`${one.length}${one.sheriff ? 's' : ''}`, one.also.join(' ')],
      held ? [`${held.certain ? '' : '?'}${held.look}`, ...held.programmes].join(' ') : '',
    ];
    return cells.join('\t').trimEnd();
  });
  return [head, ...lines].join('\n');
}

/** The agencies of a search file's lines, and the names of their areas. */
export function decodeLines([head = '', ...lines]: readonly string[]): { agencies: Listed[]; areas: Areas } {
  const areas = new Map(
    head
      .split('\t')
      .map((area) => [area.slice(0, area.indexOf(' ')), area.slice(area.indexOf(' ') + 1)] as const),
  );
  return { agencies: lines.map((line) => decodeLine(line, areas)), areas };
}

function decodeLine(line: string, areas: Areas): Listed {
  const [id = '', name = '', state = '', place = '', fips = '', size = '', also = '', held = ''] =
    line.split('\t');
  const counties = listOf(fips);
  return {
    ...{ id, name, state, place, counties },
    county: areas.get(counties[0] ?? '') ?? '',
    also: listOf(also),
    length: Number.parseInt(size, 10),
    sheriff: size.endsWith('s'),
    held: heldOf(listOf(held)),
  };
}

function heldOf([look, ...programmes]: string[]): Held | null {
  if (look === undefined) return null;
  return { look: look.replace('?', ''), certain: !look.startsWith('?'), programmes };
}

function listOf(text: string): string[] {
  return text === '' ? [] : text.split(' ');
}
