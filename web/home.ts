import { eventsInWords } from '../src/site/day-events.ts';
import { factsInWords } from '../src/site/facts.ts';
import { dayText, decodeIntervals, type IntervalTable } from '../src/site/intervals-binary.ts';
import { fill, strongParts } from '../src/site/phrase.ts';
import { decodeRaster } from '../src/site/raster-codec.ts';
import { changeDays, countByState, eventsOn, LOOKS, onlyLook, type Standings } from '../src/site/standing.ts';
import { walkOf } from '../src/site/walk.ts';
import { calm } from './lib/calm.ts';
import { suggest } from './lib/combobox.ts';
import { fetchPacked } from './lib/fetching.ts';
import { makeMap } from './lib/map.ts';
import { loadNames } from './lib/names.ts';
import { makeSlider } from './lib/slider.ts';
import { addTip } from './lib/tip.ts';
import type { IslandWords } from './lib/words.ts';

const byId = <T extends HTMLElement>(id: string) => document.getElementById(id) as T;

const input = byId<HTMLInputElement>('q');
suggest(input, () => loadNames(input.dataset.names!, input.dataset.others!));
const element = byId('map');
const words = JSON.parse(byId('words').textContent) as IslandWords;
const [table, raster] = await Promise.all([
  fetchPacked(element.dataset.intervals!).then(decodeIntervals),
  fetchPacked(element.dataset.counties!).then(decodeRaster),
]);
const map = makeMap(element, raster, table, Number(element.dataset.scale));
const long = new Intl.DateTimeFormat(words.locale, {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});
const number = new Intl.NumberFormat(words.locale);
let standings: Standings;

addTip(map, element, raster, table, () => standings, words);
const asked = new URLSearchParams(location.search);
const programme = byId<HTMLSelectElement>('programme');
const position = byId<HTMLSelectElement>('position');
// The sentence tells of everybody, whatever the map is narrowed to.
const everybody = walkOf(table);
let narrow = everybody;
// Words that change at every frame cannot be read: while the slider runs they follow a few times a second.
const tellCalmly = calm(150, tell);
const slider = makeSlider(changeDays(table), (day) => {
  const all = everybody(day);
  standings = onlyLook(narrow === everybody ? all : narrow(day), position.value);
  map.paint(standings);
  byId('day').textContent = long.format(day * 86_400_000);
  tellCalmly(day);
});
programme.addEventListener('change', () => {
  narrow = programme.value === '' ? everybody : walkOf(table, programme.value);
});
for (const [select, name] of [
  [programme, 'programme'],
  [position, 'position'],
] as const) {
  const value = asked.get(name);
  if (value !== null && [...select.options].some((option) => option.value === value)) select.value = value;
  select.addEventListener('change', () => slider.show(slider.day()));
  select.labels[0]!.hidden = false;
}
programme.dispatchEvent(new Event('change'));
slider.show(askedDay() ?? slider.day());

/** A static host knows nothing of the query, so the island reads it. */
function askedDay(): number | null {
  const on = asked.get('on');
  const time = on ? Date.parse(`${on}T00:00:00Z`) : Number.NaN;
  return Number.isNaN(time) ? null : Math.round(time / 86_400_000);
}

/** Says the day in the sentence and in the table. */
function tell(day: number): void {
  const { counts } = everybody(day);
  const date = long.format(day * 86_400_000);
  byId<HTMLInputElement>('on').value = dayText(day);
  map.picture.ariaLabel = fill(element.dataset.alt!, { date });
  const sentence = fill(words.answer, {
    date,
    ...factsInWords(counts, words, words.locale),
  });
  byId('answer')?.replaceChildren(...strongParts(sentence).map(strongNode));
  const thin = document.getElementById('thin');
  if (thin) thin.hidden = dayText(day) >= thin.dataset.from!;
  byId('table-note').textContent = fill(words.tableNote, {
    date,
    n: number.format(counts.partners),
  });
  const events = eventsOn(table, day);
  const line = byId('events');
  line.firstElementChild!.textContent = eventsInWords(events, date, words.events, words.locale);
  const link = line.querySelector('a')!;
  link.hidden = Object.values(events).every((n) => n === 0);
  link.href = element.dataset.changes!.replace('ID', dayText(day));
  tellTable(table, standings);
}

function strongNode({ text, strong }: { text: string; strong: boolean }): Node {
  if (!strong) return new Text(text);
  const node = document.createElement('strong');
  node.textContent = text;
  return node;
}

function tellTable(intervals: IntervalTable, now: Standings): void {
  const byState = countByState(intervals, now);
  const total = LOOKS.map(() => 0);
  const cells = (row: HTMLTableRowElement, counts: ArrayLike<number>, zero: string) => {
    LOOKS.forEach((_, l) => {
      const text = counts[l]! > 0 ? number.format(counts[l]!) : zero;
      const cell = row.cells[l + 1]!;
      // What stays is not laid out again.
      if (cell.textContent !== text) cell.textContent = text;
    });
  };
  const body = byId<HTMLTableElement>('states');
  for (const row of body.tBodies[0]!.rows) {
    const counts = byState[intervals.states.indexOf(row.dataset.state!)]!;
    const empty = counts.every((n) => n === 0);
    if (row.hidden !== empty) row.hidden = empty;
    cells(row, counts, '');
    counts.forEach((n, l) => {
      total[l]! += n;
    });
  }
  cells(body.tFoot!.rows[0]!, total, '0');
}
