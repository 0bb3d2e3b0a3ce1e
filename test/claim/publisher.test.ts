import assert from 'node:assert/strict';
import { test } from 'node:test';
import { saysOf } from './says.ts';

test('a board’s minutes are of its town, and of the day on which it sat', () => {
  const minutes = (publisher: string, head: string): string[] =>
    saysOf(
      `${head}\nPolice Chief Ann Poole told the Board that officers do not ask about immigration status.\n`,
      '2025-05-20',
      publisher,
    ).map(({ agency, date }) => `${agency.name} ${agency.state} ${date}`);
  const own = ['Hudson Police Department NH 2025-05-13'];
  assert.deepEqual(
    minutes(
      'Town of Hudson Select Board',
      'TOWN OF HUDSON, NEW HAMPSHIRE\nSELECT BOARD MINUTES, MAY 13, 2025',
    ),
    own,
  );
  assert.deepEqual(
    minutes(
      'Town of Hudson',
      'TOWN OF HUDSON, NEW HAMPSHIRE\nMinutes of the regular meeting of May 13, 2025',
    ),
    own,
  );
  // A document that is no minutes.
  assert.deepEqual(
    minutes('Town of Hudson, New Hampshire', 'TOWN OF HUDSON, NEW HAMPSHIRE\nNotice to all residents'),
    ['Hudson Police Department NH 2025-05-20'],
  );
});
