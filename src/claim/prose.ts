import type { TextReading } from '../read/index.ts';
import type { Claim } from './claim.ts';
import type { StatementContext } from './statement.ts';

/**
 * The statements of a text, as `statementClaims` finds them. Its lexicons are a third of the program: they are loaded here
 * and not by a command that reads no prose.
 */
export async function proseClaims(reading: TextReading, context: StatementContext): Promise<Claim[]> {
  const { statementClaims } = await import('./statement.ts');
  return statementClaims(reading, context);
}
