import assert from 'node:assert/strict';
import { test } from 'node:test';
import { saysOf } from './says.ts';

const who = (text: string): string[] =>
  saysOf(text, '2025-06-12')
    .filter(({ programme }) => programme === 'notification')
    .map(({ agency }) => agency.place!);

test('"both" means the two agencies spoken of last, and "all" the list before', () => {
  const two =
    "EUGENE, Ore. — Lane County Sheriff Ann Poole spoke of cows. The Linn County Sheriff's Office has bought dogs.";
  assert.deepEqual(who(`${two} Both sheriffs said their jails call ICE before a release.\n`).sort(), [
    'Lane County',
    'Linn County',
  ]);
  assert.deepEqual(who(`${two}\n\nBoth said their jails call ICE before a release.\n`).sort(), [
    'Lane County',
    'Linn County',
  ]);
  // A sheriff and a town's police are no pair of jails, and one agency is none.
  assert.deepEqual(
    who(
      'EUGENE, Ore. — Lane County Sheriff Ann Poole spoke of cows. Both of them went to ICE, and both said they call ICE before a release.\n',
    ).length < 2,
    true,
  );
});
