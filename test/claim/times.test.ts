import assert from 'node:assert/strict';
import { test } from 'node:test';
import { saysOf } from './says.ts';

const dated = (text: string, published: string): string[] =>
  saysOf(text, published).map(({ programme, position, date }) => `${programme} ${position} ${date}`);

test('a day after the telling is nobody’s day of speaking', () => {
  for (const [day, words] of [
    [
      '2025-05-09',
      'Whatever the court rules on May 20, Sheriff Ann Poole said, the jail does not honor ICE detainers.',
    ],
    [
      '2025-06-02',
      'With a vote due on June 20, Sheriff Ann Poole said the jail does not honor ICE detainers.',
    ],
    [
      '2025-03-03',
      'Until a hearing on March 21, Sheriff Ann Poole said, the jail does not honor ICE detainers.',
    ],
  ] as const)
    assert.deepEqual(dated(`EUGENE, Ore. — ${words} Lane County elected Poole in 2020.\n`, day), [
      `detainers declines ${day.slice(0, 7)}`,
    ]);
});

test('a weekday before its date is no day of its own', () => {
  const ends = (when: string): string[] =>
    dated(
      `The Lane County Sheriff's Office in Oregon said its 287(g) agreement lapses on ${when}.\n`,
      '2020-06-17',
    );
  assert.deepEqual(ends('Tuesday, June 30, 2020'), ends('June 30, 2020'));
  assert.deepEqual(ends('Friday, July 3, 2020'), ends('July 3, 2020'));
});

test('what is told a board is told on the day on which it sits', () => {
  const story = (told: string, more = ''): string[] =>
    dated(
      `EUGENE, Ore. — The Lane County commissioners voted Tuesday to buy new vans.\n\nNobody spoke against it.${more}\n\n${told}\n`,
      '2025-06-12',
    );
  assert.deepEqual(
    story('Sheriff Ann Poole told the commissioners that her jail does not honor ICE detainers.'),
    ['detainers declines 2025-06-10'],
  );
  // Not what is told somebody else, nor where it sat twice.
  assert.deepEqual(story('Sheriff Ann Poole told reporters that her jail does not honor ICE detainers.'), [
    'detainers declines 2025-06',
  ]);
  assert.deepEqual(
    story(
      'Sheriff Ann Poole told the commissioners that her jail does not honor ICE detainers.',
      ' On Monday the commissioners met with the state.',
    ),
    ['detainers declines 2025-06'],
  );
});

test('the day of somebody else’s word dates no other’s', () => {
  assert.deepEqual(
    dated(
      `EUGENE, Ore. — Gov. Tina Roe said Monday that she would veto the bill.\n\n"We do not honor ICE detainers," Lane County Sheriff Ann Poole said.\n`,
      '2025-06-12',
    ),
    ['detainers declines 2025-06'],
  );
});

test('with the speaker goes the time of his word', () => {
  assert.deepEqual(
    dated(
      `EUGENE, Ore. — The Lane County Sheriff's Office does not honor ICE detainers.\n\nA dog show drew hundreds.\n\nThe park was full.\n\nThe lake too.\n\n"We do not honor ICE detainers," Sheriff Ann Poole said.\n`,
      '2025-06-12',
    ),
    ['detainers declines 2025-06'],
  );
});
