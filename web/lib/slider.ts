/** The date slider: the day it stands on, and a way to set it. */
export interface Slider {
  day(): number;
  show(day: number): void;
}

const YEAR = 365;
// The whole span plays in about twenty seconds, whatever its length.
const PLAY_MS = 20_000;

/**
 * Turns the date form into a slider that tells `onDay` of every day shown. Arrows move a day, Page Up and Down a year;
 * "next change" goes to the next of `changes`; "play" runs to the end, in jumps of a year for who wants no motion.
 */
export function makeSlider(changes: number[], onDay: (day: number) => void): Slider {
  const get = <T extends HTMLElement>(id: string) => document.getElementById(id) as T;
  const range = get<HTMLInputElement>('range');
  const [play, next] = [get<HTMLButtonElement>('play'), get<HTMLButtonElement>('next')];
  const [min, max] = [Number(range.min), Number(range.max)];
  const playWord = play.textContent;
  let frame = 0;

  const show = (day: number) => {
    const within = Math.min(max, Math.max(min, day));
    range.value = String(within);
    onDay(within);
    range.setAttribute('aria-valuetext', get('day').textContent);
  };
  const stop = () => {
    cancelAnimationFrame(frame);
    frame = 0;
    play.textContent = playWord;
  };
  const start = () => {
    const from = range.valueAsNumber >= max ? min : range.valueAsNumber;
    const begun = performance.now();
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    play.textContent = play.dataset.pause!;
    let shown = from;
    const step = (now: number) => {
      const exact = from + ((now - begun) / PLAY_MS) * (max - min);
      const day = Math.min(max, still ? from + Math.floor((exact - from) / YEAR) * YEAR : Math.floor(exact));
      if (day !== shown || day === from) show(day);
      shown = day;
      if (exact >= max) {
        show(max);
        stop();
      } else frame = requestAnimationFrame(step);
    };
    frame = requestAnimationFrame(step);
  };

  range.addEventListener('input', () => {
    stop();
    show(range.valueAsNumber);
  });
  range.addEventListener('keydown', (event) => {
    const jump = event.key === 'PageUp' ? YEAR : event.key === 'PageDown' ? -YEAR : 0;
    if (jump === 0) return;
    event.preventDefault();
    stop();
    show(range.valueAsNumber + jump);
  });
  play.addEventListener('click', () => (frame === 0 ? start() : stop()));
  next.addEventListener('click', () => {
    stop();
    const day = range.valueAsNumber;
    show(changes.find((change) => change > day) ?? changes[0] ?? day);
  });
  for (const id of ['play', 'range', 'day', 'next']) get(id).hidden = false;
  for (const id of ['on', 'go']) get(id).hidden = true;
  document.querySelector<HTMLElement>('label.day')!.hidden = true;
  return { day: () => range.valueAsNumber, show };
}
