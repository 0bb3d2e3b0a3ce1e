/** The user's error: one line of what, the offending value and the remedy. Shown without a stack; exit code 1. */
export class UserError extends Error {
  override name = 'UserError';
}

/** The message of anything thrown, in one line. */
export function messageOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.replace(/\s+/g, ' ').trim();
}
