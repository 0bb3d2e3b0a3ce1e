/** The user's error: one line of what, the offending value and the remedy. Shown without a stack; exit code 1. */
export class UserError extends Error {
  override name = 'UserError';
  /** What kind of error it is, for who says it in another language. */
  readonly code: string | null;
  constructor(message: string, code: string | null = null) {
    super(message);
    this.code = code;
  }
}

/** The message of anything thrown, in one line. */
export function messageOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.replace(/\s+/g, ' ').trim();
}
