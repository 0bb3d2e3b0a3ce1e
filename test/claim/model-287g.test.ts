import assert from 'node:assert/strict';
import { test } from 'node:test';
import { saysOf } from './says.ts';

const models = (text: string): string[] =>
  saysOf(text, '2025-06-12').map(
    ({ agency, programme, position }) => `${agency.place}: ${programme} ${position}`,
  );

test('the model said beside one agency is not another’s', () => {
  assert.deepEqual(
    models(
      "EUGENE, Ore. — The Lane County Sheriff's Office has a 287(g) agreement under the jail model. The Linn County Sheriff's Office joined the program in May.\n",
    ),
    ['Lane County: 287g-jail takes-part', 'Linn County: 287g takes-part'],
  );
  assert.deepEqual(
    models(
      'MACON, Ga. — The Bibb County Sheriff’s Office has a 287(g) task force agreement.\n\nThe Peach County Sheriff’s Office has no plans to join 287(g).\n',
    ),
    ['Bibb County: 287g-task-force takes-part', 'Peach County: 287g declines'],
  );
});

test('the only agency of a document has the only model that the document describes', () => {
  assert.deepEqual(
    models(
      "EUGENE, Ore. — The Lane County Sheriff's Office signed a 287(g) agreement in May.\n\nA crowd came.\n\nThe agreement lets deputies serve immigration warrants on people already in custody.\n",
    ),
    ['Lane County: 287g-warrant takes-part'],
  );
});

test('those of a list have the one model that is named before it', () => {
  const list = 'Those now enrolled are the sheriffs of Lane, Linn and Benton counties, Oregon.';
  const of = (lead: string): string[] =>
    models(`EUGENE, Ore. — ${lead}\n\n${list}\n`).map((line) => line.split(' ')[2]!);
  assert.deepEqual(
    of('ICE posted new agreements under the 287(g) task force model.'),
    Array(3).fill('287g-task-force'),
  );
  assert.deepEqual(
    of('ICE posted new agreements under the 287(g) task force model and some under the jail model.'),
    Array(3).fill('287g'),
  );
});
