import { push } from '../base/index.ts';
import type { Bodies, Body } from './bodies.ts';
import type { Name } from './book.ts';
import type { IdentityDecision } from './model.ts';
import { idOfName } from './namesakes.ts';
import { nameKey, type Registry } from './registry.ts';

/** The pairs of name keys that reviewers keep apart. */
export function distinctPairs(
  decisions: readonly IdentityDecision[],
  bodies: Bodies,
  registry: Registry,
): [string, string][] {
  return keyPairs(
    decisions.filter(({ kind }) => kind === 'distinct'),
    bodies,
    registry,
  );
}

/** Pairs of namesakes' keys but for those that reviewers called one agency. */
export function stillApart(
  apart: readonly [string, string][],
  decisions: readonly IdentityDecision[],
  bodies: Bodies,
  registry: Registry,
): [string, string][] {
  if (apart.length === 0) return [];
  const decided = decisions.filter(({ kind }) => kind !== 'distinct');
  const same = new Set(keyPairs(decided, bodies, registry).flatMap(([a, b]) => [`${a} ${b}`, `${b} ${a}`]));
  return apart.filter(([a, b]) => !same.has(`${a} ${b}`));
}

function keyPairs(
  decisions: readonly IdentityDecision[],
  bodies: Bodies,
  registry: Registry,
): [string, string][] {
  const pairs: [string, string][] = [];
  for (const decision of decisions) {
    const state = stateOfDecision(decision);
    for (const a of keysOf(decision.a, state, bodies, registry)) {
      for (const b of keysOf(decision.b, state, bodies, registry)) if (a !== b) pairs.push([a, b]);
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
  for (const decision of decisions) {
    const { kind, a, b } = decision;
    if (kind === 'distinct') continue;
    const state = stateOfDecision(decision);
    const [first] = bodiesOf(keysOf(a, state, bodies, registry), bodies);
    const [second] = bodiesOf(keysOf(b, state, bodies, registry), bodies);
    if (!first || !second || first === second) continue;
    bodies.merge(first, second, { rule: kind, a: first.names[0]!.lines[0]!, b: second.names[0]!.lines[0]! });
  }
}

/** The state of the names of a decision: the one that it gives, else that of the agency which it gives by id; null where neither does. */
export function stateOfDecision({ a, b, state }: IdentityDecision): string | null {
  const id = [b, a].find((text) => text.startsWith('us-'));
  return state ?? (id === undefined ? null : id.slice(3, 5).toUpperCase());
}

function bodiesOf(keys: readonly string[], bodies: Bodies): Body[] {
  return keys.flatMap((key) => bodies.of(key) ?? []);
}

/** The keys that a name or an agency's id stands for: its own, and those of a registered agency's names. */
function keysOf(text: string, state: string | null, bodies: Bodies, registry: Registry): string[] {
  if (!text.startsWith('us-')) return state === null ? [] : [nameKey(text, state)];
  const names = namesById(bodies).get(text) ?? [];
  const known = registry.byId.get(text);
  // The registry may have a namesake's entry under the same id, whose names are those of the other too.
  if (known && !names.some(({ shared }) => shared))
    return [known.name, ...known.aliases].map((name) => nameKey(name, known.state));
  return names.map((name) => name.key);
}

const byId = new WeakMap<Bodies, Map<string, Name[]>>();

/** The names of all bodies by the ids that they make. */
function namesById(bodies: Bodies): Map<string, Name[]> {
  let found = byId.get(bodies);
  if (!found) {
    found = new Map();
    for (const { names } of bodies.all()) for (const name of names) push(found, idOfName(name), name);
    byId.set(bodies, found);
  }
  return found;
}
