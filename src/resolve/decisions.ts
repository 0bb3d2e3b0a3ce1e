import type { Bodies, Body } from './bodies.ts';
import type { IdentityDecision } from './model.ts';
import { agencyIdOf } from './names.ts';
import { nameKey, type Registry } from './registry.ts';

/** The pairs of name keys that reviewers keep apart. */
export function distinctPairs(
  decisions: readonly IdentityDecision[],
  bodies: Bodies,
  registry: Registry,
): [string, string][] {
  const pairs: [string, string][] = [];
  for (const decision of decisions) {
    if (decision.kind !== 'distinct') continue;
    for (const a of keysOf(decision.a, decision.state, bodies, registry)) {
      for (const b of keysOf(decision.b, decision.state, bodies, registry)) if (a !== b) pairs.push([a, b]);
    }
  }
  return pairs;
}

/** Makes one what reviewers called the same or an alias, before any rule. */
export function mergeDecided(
  decisions: readonly IdentityDecision[],
  bodies: Bodies,
  registry: Registry,
): void {
  for (const { kind, a, b, state } of decisions) {
    if (kind === 'distinct') continue;
    const [first] = bodiesOf(keysOf(a, state, bodies, registry), bodies);
    const [second] = bodiesOf(keysOf(b, state, bodies, registry), bodies);
    if (!first || !second || first === second) continue;
    bodies.merge(first, second, { rule: kind, a: first.names[0]!.lines[0]!, b: second.names[0]!.lines[0]! });
  }
}

function bodiesOf(keys: readonly string[], bodies: Bodies): Body[] {
  return keys.flatMap((key) => bodies.of(key) ?? []);
}

/** The keys that a name or an agency's id stands for: its own, and those of a registered agency's names. */
function keysOf(text: string, state: string | null, bodies: Bodies, registry: Registry): string[] {
  if (!text.startsWith('us-')) return state === null ? [] : [nameKey(text, state)];
  const known = registry.byId.get(text);
  if (known) return [known.name, ...known.aliases].map((name) => nameKey(name, known.state));
  return bodies
    .all()
    .flatMap((body) => body.names)
    .filter((name) => agencyIdOf(name.words, name.state) === text)
    .map((name) => name.key);
}
