import type { Child } from 'hono/jsx';
import type { Day } from '../base/index.ts';
import { CHARTS, type ChartData, type ChartName } from './chart-data.ts';
import { countsChart, lagChart, NARROW, type Room, WIDE, weeksChart } from './chart-draw.tsx';
import { Layout } from './layout.tsx';
import type { Page } from './page.ts';
import { count, fill } from './phrase.ts';
import { dayInWords } from './when.ts';
import type { Words } from './words-en.ts';

const DRAW: Record<ChartName, (data: ChartData, words: Words, room: Room) => Child> = {
  counts: countsChart,
  weeks: weeksChart,
  'link-lag': lagChart,
};

/** The page of charts: each with what it says in words, and its data beside it. */
export function Charts({ page, data, on }: { page: Page; data: ChartData; on: Day }) {
  const { words } = page;
  const { charts } = words;
  return (
    <Layout page={page} title={charts.title} description={charts.lead}>
      <h1>{charts.title}</h1>
      <p class="answer">{fill(charts.lead, { date: dayInWords(on, words) })}</p>
      {CHARTS.map((name) => (
        <ChartFigure page={page} name={name} data={data} />
      ))}
    </Layout>
  );
}

/** One chart under its title, drawn for a desk and again for a phone. */
export function ChartFigure({ page, name, data }: { page: Page; name: ChartName; data: ChartData }) {
  const { words } = page;
  const { charts } = words;
  const note = noteOf(name, data, words);
  return (
    <section>
      <h2 id={name}>{charts.titles[name]}</h2>
      <figure class="chart">
        {[WIDE, NARROW].map((room) => (
          <svg
            class={room === WIDE ? 'wide' : 'narrow'}
            viewBox={`0 0 ${room.width} ${room.height}`}
            role="img"
            aria-label={`${charts.titles[name]}. ${note}`}
          >
            {DRAW[name](data, words, room)}
          </svg>
        ))}
        <figcaption class="small soft">
          {note} <a href={page.file(`chart/${name}.csv`)}>{charts.csv}</a> ·{' '}
          <a href={page.file(`chart/${page.lang === 'en' ? '' : `${page.lang}-`}${name}.svg`)}>
            {charts.svg}
          </a>
        </figcaption>
      </figure>
    </section>
  );
}

function noteOf(name: ChartName, { median, unlinked }: ChartData, words: Words): string {
  const { charts, locale } = words;
  if (name !== 'link-lag') return charts.notes[name];
  return `${charts.notes[name]} ${median === null ? '' : count(charts.median, median, locale)} ${count(charts.unlinked, unlinked, locale)}`;
}

// A file of its own has no style sheet beside it: these are the light colours of web/look.css.
const STYLE =
  'svg{background:#fbfaf6;font:12px sans-serif;color:#1d1b18}.axis path{stroke:#ddd8cc}.tick{fill:#5b564d}.line{fill:none;stroke-width:2.5}.zero{stroke:#1d1b18}' +
  '.m-287g-task-force{--c:#0f6674}.m-287g-warrant{--c:#6b4f91}.m-287g-jail{--c:#7a6a00}.m-287g-warrant .line{stroke-dasharray:6 3}.m-287g-jail .line{stroke-dasharray:2 2}' +
  '.line{stroke:var(--c)}.bar.takes-part{fill:#0f6674}.bar.ends{fill:#6b4f91}.bar.other{fill:#5b564d}';

/** A chart as an SVG file of its own, with its title, its source and as known on which day inside. */
export function chartSvg(name: ChartName, data: ChartData, words: Words, known: Day | null): string {
  const then = known === null ? '' : ` · ${fill(words.recordKnew, { date: dayInWords(known, words) })}`;
  const { width, height } = WIDE;
  const file = (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`0 0 ${width} ${height + 56}`}
      width={width}
      height={height + 56}
    >
      <title>{words.charts.titles[name]}</title>
      <style>{STYLE}</style>
      <text x="12" y="24" font-size="17" font-weight="600">
        {words.charts.titles[name]}
      </text>
      <g transform="translate(0 32)">{DRAW[name](data, words, WIDE)}</g>
      <text class="tick" x="12" y={height + 50}>
        Countersign · CC BY 4.0{then}
      </text>
    </svg>
  );
  return `${String(file)}\n`;
}
