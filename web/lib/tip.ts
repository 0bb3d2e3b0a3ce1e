import type { IntervalTable } from '../../src/site/intervals-binary.ts';
import { count, fill } from '../../src/site/phrase.ts';
import type { Raster } from '../../src/site/raster-codec.ts';
import { decodeLines, type Listed } from '../../src/site/search-lines.ts';
import { readStanding, type Standings } from '../../src/site/standing.ts';
import { fetchLines } from './fetching.ts';
import type { MapView } from './map.ts';
import type { IslandWords } from './words.ts';

const SHOWN = 6;

interface Names {
  counties: string[];
  agencies: Listed[];
}

/** Shows under the pointer which county it is and who holds which position there; a click opens the agency, or the state. */
export function addTip(
  map: MapView,
  element: HTMLElement,
  raster: Raster,
  table: IntervalTable,
  standings: () => Standings,
  words: IslandWords,
): void {
  const tip = document.createElement('div');
  tip.className = 'tip';
  tip.hidden = true;
  element.append(tip);
  let names: Promise<Names> | null = null;
  let shown = '';

  const load = async (): Promise<Names> => {
    const [counties, lines] = await Promise.all([
      fetchLines(element.dataset.countyNames!),
      fetchLines(element.dataset.names!),
    ]);
    return { counties, agencies: decodeLines(lines).agencies };
  };
  const at = (event: PointerEvent | MouseEvent) => {
    const box = map.picture.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top, width: box.width };
  };

  map.picture.addEventListener('pointermove', async (event) => {
    names ??= load();
    const { x, y, width } = at(event);
    const { county, agencies } = map.at(x, y);
    if (county === 0 && agencies.length === 0) {
      tip.hidden = true;
      return;
    }
    const known = await names;
    const key = `${county} ${agencies.map((a) => `${a}:${standings().standing[a]}`)}`;
    if (key !== shown) tip.replaceChildren(...lines(county, agencies, known, raster, standings(), words));
    shown = key;
    tip.hidden = false;
    tip.style.left = `${Math.min(x + 14, width - tip.offsetWidth)}px`;
    tip.style.top = `${y + 14}px`;
  });
  map.picture.addEventListener('pointerleave', () => {
    tip.hidden = true;
  });
  map.picture.addEventListener('click', async (event) => {
    names ??= load();
    const { x, y } = at(event);
    const { county, agencies } = map.at(x, y);
    const known = await names;
    const only = agencies.length === 1 ? known.agencies[agencies[0]!] : undefined;
    const state =
      only?.state ??
      (agencies[0] === undefined ? stateOf(raster, county) : table.states[table.state[agencies[0]]!]);
    if (only) location.href = element.dataset.agency!.replace('ID', only.id);
    else if (state) location.href = element.dataset.state!.replace('ID', state);
  });
}

function lines(
  county: number,
  agencies: number[],
  known: Names,
  raster: Raster,
  { standing }: Standings,
  words: IslandWords,
): HTMLElement[] {
  const state = stateOf(raster, county) ?? known.agencies[agencies[0] ?? -1]?.state ?? '';
  const head = document.createElement('b');
  const name = known.counties[county - 1];
  head.textContent = name ? `${name}, ${state}` : fill(words.tip.statewide, { state });
  const rows = agencies.slice(0, SHOWN).map((agency) => {
    const held = readStanding(standing[agency]!)!;
    return line(
      `${known.agencies[agency]?.name ?? ''}: ${words.looks[held.look]}`,
      `chip ${held.look}${held.certain ? '' : ' uncertain'}`,
    );
  });
  if (agencies.length === 0) rows.push(line(words.tip.nobody, 'soft'));
  if (agencies.length > SHOWN)
    rows.push(line(count(words.tip.more, agencies.length - SHOWN, words.locale), 'soft'));
  return [head, ...rows];
}

function line(text: string, className: string): HTMLElement {
  const element = document.createElement('span');
  element.className = className;
  element.textContent = text;
  return element;
}

function stateOf({ states }: Raster, county: number): string | null {
  if (county === 0) return null;
  let first = 1;
  for (const { code, counties } of states) {
    if (county < first + counties) return code;
    first += counties;
  }
  return null;
}
