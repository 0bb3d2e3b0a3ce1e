/**
 * Turns `work` into what may be called at every frame: it is done at once, then at most once in so many milliseconds, and in
 * the end with what was asked for last.
 */
export function calm<T>(ms: number, work: (given: T) => void): (given: T) => void {
  let waiting: { given: T } | null = null;
  let timer: ReturnType<typeof setTimeout> | null = null;
  const done = () => {
    timer = null;
    if (waiting === null) return;
    const { given } = waiting;
    waiting = null;
    work(given);
    timer = setTimeout(done, ms);
  };
  return (given) => {
    waiting = { given };
    if (timer === null) done();
  };
}
