import { PROGRAMMES } from '../claim/index.ts';
import { eventsInWords } from './day-events.ts';
import type { HomeData } from './home-data.ts';
import { dayNumber } from './intervals-binary.ts';
import { KnownField } from './layout.tsx';
import { MAP_SIZE } from './map-raster.ts';
import type { Page } from './page.ts';
import { fill } from './phrase.ts';
import { LOOKS } from './standing.ts';
import { dayInWords } from './when.ts';
import type { Words } from './words-en.ts';

// Their places on the map are those of intervals-table.ts; look.css puts the names beside them.
const TERRITORY_NAMES = ['PR', 'VI', 'GU', 'MP', 'AS'];

/** The map with its slider, its filters and what happened on its day; alive with script, a picture without. */
export function Atlas({ page, data }: { page: Page; data: HomeData }) {
  const { words, snapshot } = page;
  const { files } = snapshot;
  // Without a server the day is the script's to choose: without either, nothing is offered.
  const still = page.delivery === 'files';
  const alt = fill(words.home.mapAlt, { date: dayInWords(data.on, words) });
  return (
    <section aria-labelledby="map-title">
      <h2 id="map-title" class="quiet">
        {words.home.mapTitle}
      </h2>
      <form class="slider" id="slider" action={page.now('')} method="get">
        <KnownField page={page} />
        <button type="button" id="play" hidden data-pause={words.slider.pause}>
          {words.slider.play}
        </button>
        <label class="day" for="on" hidden={still}>
          {words.slider.label}
        </label>
        <input
          type="date"
          id="on"
          name="on"
          value={data.on}
          min={data.first}
          max={data.last}
          hidden={still}
        />
        <button type="submit" id="go" hidden={still}>
          {words.slider.go}
        </button>
        <input
          type="range"
          id="range"
          hidden
          aria-label={words.slider.label}
          aria-describedby="keys"
          min={dayNumber(data.first)}
          max={dayNumber(data.last)}
          value={dayNumber(data.on)}
        />
        <output id="day" for="range" hidden>
          {dayInWords(data.on, words)}
        </output>
        <button type="button" id="next" hidden>
          {words.slider.next}
        </button>
      </form>
      <Filters page={page} data={data} />
      <p class="small soft" id="events" aria-live="off">
        <DayEventsLine page={page} data={data} />
      </p>
      <p id="keys" class="visually-hidden">
        {words.slider.keys}
      </p>
      <div
        class="map"
        id="map"
        data-counties={page.data(files.counties)}
        data-county-names={page.data(files.countyNames)}
        data-intervals={page.data(files.intervals)}
        data-names={page.data(files.names)}
        data-agency={page.to('agency/ID')}
        data-state={page.to('state/ID')}
        data-alt={words.home.mapAlt}
        data-changes={page.to('changes/ID')}
        data-scale={snapshot.mapScale}
      >
        <noscript>
          <MapPicture page={page} data={data} alt={alt} />
        </noscript>
        <ul class="territories" aria-hidden="true">
          {TERRITORY_NAMES.map((code) => (
            <li class={`t-${code}`}>{code}</li>
          ))}
        </ul>
      </div>
      <Legend words={words} />
      <p class="small soft">{words.home.mapNote}</p>
      <script
        type="application/json"
        id="words"
        dangerouslySetInnerHTML={{ __html: islandWords(page) }}
      ></script>
    </section>
  );
}

function MapPicture({ page, data, alt }: { page: Page; data: HomeData; alt: string }) {
  const { on, show } = data;
  // A static site has the picture of its newest day only; there is no other day to show without script.
  const { programme, look: position } = show;
  const asked = Object.entries({ on, programme, position, known: page.known }).filter(
    (pair): pair is [string, string] => pair[1] !== null,
  );
  const query = page.delivery === 'served' ? `?${new URLSearchParams(asked)}` : '';
  return (
    <picture>
      <source media="(prefers-color-scheme: dark)" srcset={page.root(`map-dark.png${query}`)} />
      <img src={page.root(`map.png${query}`)} alt={alt} width={MAP_SIZE.width} height={MAP_SIZE.height} />
    </picture>
  );
}

/** Which programme and which position the map shows. Part of the slider's form, so they work without script too. */
function Filters({ page, data }: { page: Page; data: HomeData }) {
  const { words } = page;
  const { filter } = words;
  const { programme, look } = data.show;
  const still = page.delivery === 'files';
  const models = PROGRAMMES.map((one): [string, string] => [one, words.programmes[one]]);
  return (
    <div class="filters" id="filters">
      <label hidden={still}>
        {filter.programme}{' '}
        <select name="programme" id="programme" form="slider">
          <option value="">{filter.all}</option>
          <option value="287g" selected={programme === '287g'}>
            {filter.every}
          </option>
          {models
            .filter(([id]) => id !== '287g')
            .map(([id, name]) => (
              <option value={id} selected={id === programme}>
                {name}
              </option>
            ))}
        </select>
      </label>
      <label hidden={still}>
        {filter.position}{' '}
        <select name="position" id="position" form="slider">
          <option value="">{filter.all}</option>
          {LOOKS.map((one) => (
            <option value={one} selected={one === look}>
              {words.looks[one]}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}

function DayEventsLine({ page, data }: { page: Page; data: HomeData }) {
  const { words } = page;
  const text = eventsInWords(data.events, dayInWords(data.on, words), words.dayEvents, words.locale);
  const any = Object.values(data.events).some((n) => n > 0);
  return (
    <>
      <span>{text}</span>{' '}
      <a href={page.to(`changes/${data.on}`)} hidden={!any}>
        {words.dayEvents.see}
      </a>
    </>
  );
}

/** What the colours and textures of the map stand for. */
export function Legend({ words: { looks } }: { words: Words }) {
  return (
    <ul class="legend">
      {LOOKS.map((look) => (
        <li class={`chip ${look}`}>{looks[look]}</li>
      ))}
      <li class="chip hatched">{looks.uncertain}</li>
      <li class="chip none">{looks.none}</li>
    </ul>
  );
}

/** The words that the island fills in; `<` is escaped, so no word can close the element. */
function islandWords({ words }: Page): string {
  const { home, looks, tip, locale } = words;
  const chosen = {
    locale,
    answer: home.answer,
    partners: home.partners,
    declining: home.declining,
    decliningLongAgo: home.decliningLongAgo,
    decliningOf: home.decliningOf,
    ended: home.ended,
    tableNote: home.tableNote,
    looks,
    tip,
    events: words.dayEvents,
  };
  return JSON.stringify(chosen).replaceAll('<', '\\u003c');
}
