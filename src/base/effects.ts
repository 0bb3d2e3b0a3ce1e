/** The world that stages receive as their last argument, so that tests can pass a quiet one. */
export interface Effects {
  /** Now, in milliseconds since 1970. */
  now(): number;
  /** One line about something that went wrong and was survived. */
  warn(message: string): void;
  /** Progress of long work; `total` is null while unknown. */
  progress(done: number, total: number | null, what: string): void;
}

/** The real world: system clock, warnings on standard error, progress only on a terminal. */
export function realEffects(stderr: NodeJS.WriteStream = process.stderr): Effects {
  let shown = 0;
  return {
    now: () => Date.now(),
    warn: (message) => {
      clearLine(stderr);
      stderr.write(`warning: ${message}\n`);
    },
    progress: (done, total, what) => {
      if (!stderr.isTTY) return;
      const finished = total !== null && done >= total;
      // Ten updates a second are enough for the eye and cost nothing.
      if (!finished && Date.now() - shown < 100) return;
      shown = Date.now();
      clearLine(stderr);
      stderr.write(total === null ? `${done} ${what}` : `${done} of ${total} ${what}`);
      if (finished) stderr.write('\n');
    },
  };
}

/** A silent world with a settable clock, for tests and for library use. */
export function quietEffects(over: Partial<Effects> = {}): Effects {
  return {
    now: () => Date.now(),
    warn: () => {},
    progress: () => {},
    ...over,
  };
}

function clearLine(stderr: NodeJS.WriteStream): void {
  if (stderr.isTTY) stderr.write('\r\u001b[K');
}
