import assert from 'node:assert/strict';
import { test } from 'node:test';
import { saysOf } from './says.ts';

const lines = (text: string): string[] =>
  saysOf(text, '2025-06-12').map(
    ({ programme, position, speaker, speaksForAgency }) =>
      `${programme} ${position} ${speaker} ${speaksForAgency}`,
  );

test('what only the head of an agency can do is hers, whoever was spoken of in between', () => {
  const story = (other: string): string[] =>
    lines(
      `EUGENE, Ore. — Lane County Sheriff Ann Poole was praised by nobody.\n\n${other}\n\nShe withdrew from the 287(g) program in 2021.\n`,
    );
  assert.deepEqual(story('Rep. Maria Lunt wrote to the county last week.'), ['287g ends Ann Poole true']);
  assert.deepEqual(story('State Sen. Maria Lunt said a bill would follow.'), ['287g ends Ann Poole true']);
});

test('"said he" closes a quotation; "the chief said he sent" is the chief’s', () => {
  const story = (words: string): string[] =>
    lines(`EUGENE, Ore. — Mayor Maria Lunt cut a ribbon.\n\n${words}\n`).map((line) =>
      line.split(' ').slice(2, 4).join(' '),
    );
  for (const words of [
    'Lane County Sheriff Ann Poole said she does not honor ICE detainers.',
    'Lane County Sheriff Bob Poole said he refuses ICE detainers.',
    'Lane County Sheriff Bob Poole said he had applied to join 287(g).',
  ])
    assert.deepEqual(
      story(words).map((name) => name.split(' ')[1]),
      ['Poole'],
      words,
    );
});

test('a suit alleges what an agency does, whoever brought it', () => {
  assert.deepEqual(
    lines(
      'EUGENE, Ore. — The complaint accuses the Lane County Sheriff’s Office of keeping people in jail for no reason but their immigration status. Attorney General Dan Ray filed it.\n',
    ),
    ['detainers takes-part Dan Ray false'],
  );
  // An advocate's word that they hold people is his view of them.
  assert.deepEqual(
    lines(
      'EUGENE, Ore. — Activists accused the Lane County Sheriff’s Office of keeping people in jail for ICE.\n',
    ),
    [],
  );
});

test('a rank is no first name, a neighboring town no person, a food pantry no agency', () => {
  const speaker = (words: string): (string | null)[] =>
    saysOf(`EUGENE, Ore. — ${words}\n`, '2025-06-12').map((claim) => claim.speaker);
  assert.deepEqual(
    speaker(
      'A spokesman for the Eugene Police Department, Officer Brent Kaye, said officers do not ask about immigration status.',
    ),
    ['Brent Kaye'],
  );
  assert.deepEqual(
    speaker(
      '"The Eugene police do not ask about immigration status," said Sgt. Lena Moe, a department spokeswoman.',
    ),
    ['Lena Moe'],
  );
  const [pantry] = saysOf(
    'EUGENE, Ore. — "Eugene police never ask about immigration status," said Maria Lunt, who runs a food pantry.\n',
    '2025-06-12',
  );
  assert.equal(pantry?.speaksForAgency ?? false, false);
});

test('a resolution is the word of the body that passed it', () => {
  const story = (words: string): string[] =>
    lines(`EUGENE, Ore. — The City Council voted 6-1 on Monday to buy vans and a plan on ICE. ${words}\n`);
  for (const words of [
    'The resolution says that Eugene police do not honor ICE detainers.',
    'The measure declares that Eugene police do not honor ICE detainers.',
    'The ordinance states that Eugene police do not honor ICE detainers.',
  ])
    assert.deepEqual(story(words), ['detainers declines City Council false'], words);
  assert.notDeepEqual(story('The pamphlet says that Eugene police do not honor ICE detainers.'), [
    'detainers declines City Council false',
  ]);
});
