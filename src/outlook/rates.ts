import { addDays, type Day } from '../base/index.ts';
import { type History, HORIZON, happened, type Turn, thoseWhoMay, type World, wasPending } from './panel.ts';

// Ten made-up agencies that do as the wider group does keep a group of one from saying all or nothing.
const MADE_UP = 10;

// From the widest group to the narrowest: whoever stands as pending joins many times as often as all others, and the states go
// their own ways by kind.
const GROUPS: ((history: History, day: Day) => string)[] = [
  (history, day) => String(wasPending(history, day)),
  (history, day) => `${wasPending(history, day)} ${history.agency.kind}`,
  (history, day) => `${wasPending(history, day)} ${history.agency.kind} ${history.agency.state}`,
];

/**
 * For an agency, the share of those like it that took the turn in the 90 days before: pending or not, of its kind, in its state.
 * A small group leans on the wider one. Between 0 and 1, both left out.
 */
export function ratesBefore(world: World, turn: Turn, day: Day): (history: History) => number {
  const before = addDays(day, -HORIZON);
  const could = thoseWhoMay(world, turn, before);
  const did = could.map((history) => happened(history, turn, before, day));
  const all = (did.filter(Boolean).length + 0.5) / (could.length + 1);
  const tables = GROUPS.map((groupOf) => {
    const table = new Map<string, { could: number; did: number }>();
    for (const [i, history] of could.entries()) {
      const key = groupOf(history, before);
      const group = table.get(key) ?? { could: 0, did: 0 };
      table.set(key, group);
      group.could++;
      if (did[i]) group.did++;
    }
    return table;
  });
  return (history) =>
    GROUPS.reduce((rate, groupOf, i) => {
      const group = tables[i]!.get(groupOf(history, day)) ?? { could: 0, did: 0 };
      return (group.did + MADE_UP * rate) / (group.could + MADE_UP);
    }, all);
}
