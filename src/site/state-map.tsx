import type { Day } from '../base/index.ts';
import { stateOfFips } from '../resolve/index.ts';
import { ROLES } from './intervals-binary.ts';
import { countyShapes, type Ring, type Shape } from './map-raster.ts';
import { Hatches } from './map-textures.tsx';
import type { Page } from './page.ts';
import { fill, inPrint } from './phrase.ts';
import { standingsAt } from './snapshot.ts';
import { readStanding } from './standing.ts';
import { stateIn } from './states-es.ts';
import { dayInWords } from './when.ts';

const WIDTH = 640;
const MOST_HEIGHT = 560;
const PAD = 6;
const COUNTY = ROLES.indexOf('county');

interface View {
  height: number;
  x(units: number): number;
  y(units: number): number;
}

interface Held {
  /** The highest standing's code of those that serve the whole county. */
  code: number;
  names: string[];
}

/** An agency that serves no whole county; `x` and `y` in the map's units. */
interface Dot {
  x: number;
  y: number;
  code: number;
  id: string;
  name: string;
  statewide: boolean;
}

/**
 * A state's counties as drawn shapes, each in the colour of its sheriff or jail and a link to its page, with a dot for
 * every other agency: sharp at any size, and alive without script. The table below says the same.
 */
export function StateMap({ page, state, on }: { page: Page; state: string; on: Day }) {
  const { words, snapshot } = page;
  const shapes = countyShapes().filter(({ fips }) => stateOfFips(fips) === state);
  if (shapes.length === 0) return null;
  const view = viewOf(shapes);
  const { held, dots } = heldIn(page, state, on);
  const seen = new Map<string, number>();
  const label = fill(words.mapNote.alt, { state: stateIn(state, words), date: dayInWords(on, words) });
  return (
    <figure class="state-map">
      <svg viewBox={`0 0 ${WIDTH} ${view.height}`} aria-label={label}>
        <Hatches />
        {shapes.map((shape) => {
          const own = held.get(shape.fips);
          const href = snapshot.byCounty.has(shape.fips) ? page.county(shape.fips) : null;
          const title = [shape.name, ...(own?.names ?? [words.looks.none])].join('; ');
          const path = (
            <path class={classOf(own?.code ?? 0)} d={pathOf(shape.rings, view)}>
              <title>{title}</title>
            </path>
          );
          return href === null ? (
            path
          ) : (
            <a href={href} tabindex={-1} aria-label={title}>
              {path}
            </a>
          );
        })}
        {dots.map(({ x, y, code, id, name, statewide }) => {
          const key = `${x} ${y}`;
          const n = seen.get(key) ?? 0;
          seen.set(key, n + 1);
          const title = `${inPrint(name)}: ${words.looks[readStanding(code)!.look]}`;
          const [cx, cy] = spread(view.x(x), view.y(y), n);
          return (
            <a href={page.agency(id)} tabindex={-1} aria-label={title}>
              {statewide ? (
                <rect class={`dot ${classOf(code)}`} x={cx - 6} y={cy - 6} width="12" height="12">
                  <title>{title}</title>
                </rect>
              ) : (
                <circle class={`dot ${classOf(code)}`} cx={cx} cy={cy} r="4.5">
                  <title>{title}</title>
                </circle>
              )}
            </a>
          );
        })}
      </svg>
      <figcaption class="small soft">
        {words.home.mapNote} {words.mapNote.state}
      </figcaption>
    </figure>
  );
}

/** What is held in a state on a day: of each county by the agencies that serve all of it, and by every other agency. */
function heldIn({ words, snapshot }: Page, state: string, on: Day): { held: Map<string, Held>; dots: Dot[] } {
  const { table } = snapshot;
  const { standing } = standingsAt(snapshot, on);
  const held = new Map<string, Held>();
  const dots: Dot[] = [];
  standing.forEach((code, i) => {
    const agency = snapshot.agencies[i]!;
    const spot = table.spots[table.spot[i]!];
    if (code < 2 || agency.state !== state || !spot) return;
    const fips = agency.counties[0];
    if (table.role[i] === COUNTY && fips !== undefined) {
      const own = held.get(fips) ?? { code: 0, names: [] };
      if (own.code === 0 || code < own.code) own.code = code;
      own.names.push(`${inPrint(agency.name)}: ${words.looks[readStanding(code)!.look]}`);
      held.set(fips, own);
    } else
      dots.push({
        x: spot.x,
        y: spot.y,
        code,
        id: agency.id,
        name: agency.name,
        statewide: table.role[i] === 2,
      });
  });
  return { held, dots };
}

// Agencies of one spot stand on a spiral around it, so that each can be seen and met.
function spread(x: number, y: number, n: number): [number, number] {
  const reach = n === 0 ? 0 : 4 + 3.4 * Math.sqrt(n);
  return [round(x + reach * Math.cos(n * 2.4)), round(y + reach * Math.sin(n * 2.4))];
}

function classOf(code: number): string {
  const held = readStanding(code);
  if (held === null) return 'land';
  return held.certain ? held.look : `${held.look} uncertain`;
}

function viewOf(shapes: Shape[]): View {
  const points = shapes.flatMap(({ rings }) => rings.flat());
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const least = (list: number[]) => list.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const most = (list: number[]) => list.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const [left, top] = [least(xs), least(ys)];
  const [width, height] = [Math.max(1, most(xs) - left), Math.max(1, most(ys) - top)];
  const scale = Math.min((WIDTH - 2 * PAD) / width, MOST_HEIGHT / height);
  const shift = (WIDTH - width * scale) / 2;
  return {
    height: Math.round(height * scale + 2 * PAD),
    x: (units) => round(shift + (units - left) * scale),
    y: (units) => round(PAD + (units - top) * scale),
  };
}

/** Rings as one path of whole pixels, relative and without points that fall on the one before. */
function pathOf(rings: Ring[], view: View): string {
  return rings
    .map((ring) => {
      let [lastX, lastY] = [0, 0];
      const parts: string[] = [];
      ring.forEach(([x, y], i) => {
        const [px, py] = [Math.round(view.x(x)), Math.round(view.y(y))];
        if (i === 0) parts.push(`M${px} ${py}l`);
        else if (px !== lastX || py !== lastY) parts.push(`${px - lastX} ${py - lastY} `);
        lastX = px;
        lastY = py;
      });
      return `${parts.join('').trim()}z`;
    })
    .join('');
}

function round(n: number): number {
  return Math.round(n * 10) / 10;
}
