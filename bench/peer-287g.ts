// Another program's index of memoranda (agency, model, the date in the file's name) beside what our rules make of ICE's lists:
// every difference on a line, with what the lists say. Run: npx tsx bench/peer-287g.ts
import { readFileSync } from 'node:fs';
import { buildRegistry, canonicalName, properName, resolveLists } from '../src/resolve/index.ts';
import { wholeFolder } from '../test/resolve/lists.ts';

const PEER = '../shared/data/peer-287g-watch/moa_agreements.json';
const MODELS: Record<string, string> = { TFM: '287g-task-force', WSO: '287g-warrant', JEM: '287g-jail' };
interface Entry {
  model: string;
  date_filename: string | null;
  filename: string;
}

const { files, lines } = await wholeFolder();
const { agencies, agreements, byLine, publications } = resolveLists(files, lines, buildRegistry([]), []);
const states = new Map(agencies.map(({ id, state }) => [id, state]));
const ids = new Map<string, Set<string>>();
byLine.forEach(({ agency }, line) => {
  if (agency === null) return;
  const state = states.get(agency)!;
  const key = keyOf(properName(lines[line]!.agency), state);
  ids.set(key, (ids.get(key) ?? new Set()).add(agency));
});

const NEWEST = publications.at(-1)?.day ?? '';
const counts = new Map<string, number>();
const peer = JSON.parse(readFileSync(PEER, 'utf8')) as Record<string, Entry[]>;
for (const [key, entries] of Object.entries(peer)) {
  const [state = '', name = ''] = key.split('|');
  // The index has lost its apostrophes and its `&`: `laramie county sheriff s office`.
  const own = ids.get(keyOf(name.replace(/ s (?=[a-z])/g, 's '), state));
  for (const entry of entries) {
    const verdict = compare(own, entry);
    const [kind = ''] = verdict.split(': ');
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
    if (kind !== 'same') console.log(`${key} | ${entry.filename} | ${verdict}`);
  }
}
console.log([...counts].map(([kind, count]) => `${count} ${kind}`).join(', '));

function keyOf(name: string, state: string): string {
  return `${state}|${canonicalName(name, state).replace(/ and /g, ' ')}`;
}

function compare(own: ReadonlySet<string> | undefined, { model, date_filename, filename }: Entry): string {
  const day = dayOf(date_filename);
  const late = day !== null && day > NEWEST;
  if (!own)
    return late
      ? 'after the lists: signed when the newest of them was out'
      : 'no such name: no list prints it in that state';
  const programme = MODELS[model] ?? MODELS[/TFM|WSO|JEM/.exec(filename)?.[0] ?? ''];
  const signed = agreements.filter(({ agency, position }) => own.has(agency) && position === 'takes-part');
  const linked = agreements.find(({ moa }) =>
    moa.some(({ url }) => url.toLowerCase().endsWith(`/${filename.toLowerCase()}`)),
  );
  if (linked && !own.has(linked.agency))
    return `other agency: the lists link the file in rows of ${linked.agency}`;
  const fits = signed.filter((agreement) => !programme || agreement.programme === programme);
  if (fits.length === 0 && late) return 'after the lists: signed when the newest of them was out';
  if (fits.length === 0)
    return `other model: the lists have ${[...new Set(signed.map((one) => one.programme))].join(', ') || 'no agreement'}`;
  if (day === null) return 'same';
  const days = fits.map((one) => one.signed ?? '');
  return days.includes(day) ? 'same' : `other day: the file's name says ${day}, the lists ${days.join(', ')}`;
}

function dayOf(text: string | null): string | null {
  const [, month, day, year] = /^(\d\d)(\d\d)(?:20)?(\d\d)$/.exec(text ?? '') ?? [];
  return year ? `20${year}-${month}-${day}` : null;
}
