// Dates on the half of the MEANTIME corpus beside the repository: of the calendar dates that its people marked, how many are
// recognised, and of those how many are resolved to the marked value (relaxed spans and value accuracy, as TempEval-3 counts).
// Run: node bench/run.mjs dates [--wrong]
import { readdirSync, readFileSync } from 'node:fs';
import { fold } from '../src/claim/fold.ts';
import { datesIn } from '../src/claim/when.ts';

const DIR = '../shared/data/benchmarks/meantime-en';
interface Marked {
  value: string;
  start: number;
  end: number;
}

let [marked, recognised, right, found] = [0, 0, 0, 0];
const weekdays = { all: 0, right: 0 };
for (const corpus of readdirSync(DIR).filter((name) => name.startsWith('corpus_')))
  for (const file of readdirSync(`${DIR}/${corpus}`)) score(readFileSync(`${DIR}/${corpus}/${file}`, 'utf8'));
const share = (n: number, of: number) => `${n} of ${of} (${((100 * n) / of).toFixed(1)} %)`;
console.log(`calendar dates recognised: ${share(recognised, marked)}; ${found} found in all`);
console.log(`resolved to the marked value: ${share(right, recognised)} of those recognised`);
console.log(`weekdays alone: ${share(weekdays.right, weekdays.all)}`);

function score(xml: string): void {
  const { text, marks, published } = documentOf(xml);
  const dates = datesIn(fold(text), published);
  found += dates.length;
  for (const mark of marks) {
    marked++;
    const own = dates.find(({ start, end }) => start < mark.end && end > mark.start);
    if (!own) continue;
    recognised++;
    const words = text.slice(mark.start, mark.end);
    const ok = own.date === mark.value;
    if (ok) right++;
    if (/^\w+day$/i.test(words)) {
      weekdays.all++;
      if (ok) weekdays.right++;
    }
    if (!ok && process.argv.includes('--wrong'))
      console.log(
        `${words} (${published}): ${own.date}, in truth ${mark.value} … ${text.slice(mark.start - 60, mark.end + 30)}`,
      );
  }
}

/** The text of a document by its tokens, its day, and its marked calendar dates with their places. */
function documentOf(xml: string): { text: string; marks: Marked[]; published: string | null } {
  const places = new Map<string, { start: number; end: number }>();
  let text = '';
  let sentence = '';
  for (const [, own, id, word] of xml.matchAll(
    /<token [^>]*?sentence="(\d+)" t_id="(\d+)">([^<]*)<\/token>/g,
  )) {
    const said = decoded(word!);
    const glued = /^[,.;:!?)%’']/.test(said) || /[($]$/.test(text) || text === '';
    text += own === sentence || text === '' ? (glued ? '' : ' ') : '\n';
    sentence = own!;
    places.set(id!, { start: text.length, end: text.length + said.length });
    text += said;
  }
  const marks: Marked[] = [];
  let published: string | null = null;
  for (const [, attributes, inner] of xml.matchAll(/<TIMEX3 ([^>]*?)(?:\/>|>([\s\S]*?)<\/TIMEX3>)/g)) {
    const value = /\bvalue="([^"]*)"/.exec(attributes!)?.[1] ?? '';
    if (/functionInDocument="CREATION_TIME"/.test(attributes!)) published = value.slice(0, 10);
    const ids = [...(inner ?? '').matchAll(/t_id="(\d+)"/g)].map(([, id]) => places.get(id!)!);
    if (
      !/^\d{4}(?:-\d\d)?(?:-\d\d)?$/.test(value) ||
      !/type="(?:DATE|TIME)"/.test(attributes!) ||
      ids.length === 0
    )
      continue;
    marks.push({ value, start: ids[0]!.start, end: ids.at(-1)!.end });
  }
  return { text, marks, published };
}

function decoded(word: string): string {
  return word.replace(
    /&(amp|lt|gt|quot|apos);/g,
    (_, name: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" })[name]!,
  );
}
