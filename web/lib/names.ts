import uFuzzy from '@leeoniya/ufuzzy';
import { fetchLines, type Name, parseName } from './fetching.ts';

/** A search over names of agencies, forgiving a slip a word; the words may come in any order. */
export type NameSearch = (text: string, limit: number) => Name[];

// One slip a word, of any kind; "haris county sherif" finds both Harris Counties.
const fuzzy = new uFuzzy({ intraMode: 1, intraIns: 1, intraSub: 1, intraTrn: 1, intraDel: 1 });
const OUT_OF_ORDER = 4;

/** Loads the names of both files and gives a search over them; agencies with a position come first among equals. */
export async function loadNames(withPosition: string, others: string): Promise<NameSearch> {
  const [known, unknown] = await Promise.all([fetchLines(withPosition), fetchLines(others)]);
  const names = [...known.map(parseName), ...unknown.map((line) => ({ ...parseName(line), known: false }))];
  const haystack = uFuzzy.latinize(names.map(({ name, county, state }) => `${name} ${county} ${state}`));
  return (text, limit) => {
    const needle = uFuzzy.latinize([text])[0] ?? '';
    const [found, info, order] = fuzzy.search(haystack, needle, OUT_OF_ORDER, 2000);
    if (found === null) return [];
    const ranked = info && order ? order.map((i) => info.idx[i]!) : found;
    return ranked.slice(0, limit).map((i) => names[i]!);
  };
}
