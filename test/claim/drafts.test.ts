import assert from 'node:assert/strict';
import { test } from 'node:test';
import { saysOf } from './says.ts';

const lines = (text: string, published = '2025-06-12'): string[] =>
  saysOf(text, published).map(({ programme, position }) => `${programme} ${position}`);

test('"that will not change" is of the claim right before it, and of nothing where that was none', () => {
  const story = (between: string): string[] =>
    lines(
      `EUGENE, Ore. — "We do not ask about immigration status," Lane County Sheriff Ann Poole said.${between} "That is not going to change," she said.\n`,
    );
  assert.deepEqual(story(''), ['status-inquiry declines', 'status-inquiry unchanged']);
  assert.deepEqual(story(' "Any victim may call our deputies."'), ['status-inquiry declines']);
  assert.deepEqual(story(' "The fair opens on Sunday."'), ['status-inquiry declines']);
});

test('"our own policy" is all of it, not what a neighbor was said to do', () => {
  assert.deepEqual(
    lines(
      'EUGENE, Ore. — The Lane County jail no longer honors ICE detainers.\n\nLinn County Sheriff Bob Ray said his own policy stays as it was.\n',
    ),
    ['detainers ends', 'enforcement unchanged'],
  );
});

test('who was not asked for help in general was not asked for a raid of an earlier paragraph', () => {
  const story = (words: string): string[] =>
    lines(
      `EUGENE, Ore. — Eugene police will take no part in immigration raids, Chief Ann Poole said.\n\nA crowd of parents came. ${words}\n`,
    );
  assert.ok(
    story('She said ICE has not asked her department for help.').includes('enforcement not-approached'),
  );
  assert.ok(
    story('Agents raided a bakery Monday. She said ICE has not asked her department for help.').includes(
      'joint-operations not-approached',
    ),
  );
});

test('who will be trained, said in the paragraph behind, has yet to begin', () => {
  const story = (behind: string): string[] =>
    lines(
      `EUGENE, Ore. — The Lane County Sheriff's Office has signed on to work with ICE.\n\n${behind}\n\nThe sheriffs of Linn, Benton and Coos counties have no plans to join 287(g).\n`,
    ).filter((line) => !line.endsWith('declines'));
  assert.deepEqual(story('Two deputies will complete the training this summer.'), ['287g will-join']);
  assert.deepEqual(story('Deputies are to attend a 40-hour course.'), ['287g will-join']);
  assert.deepEqual(story('Two deputies bought boots.'), ['287g takes-part']);
});

test('an arrangement for beds stays one when it is only called an agreement', () => {
  assert.deepEqual(
    lines(
      'HAMILTON, Ohio — The Butler County jail will take no more detainees from Immigration and Customs Enforcement, Sheriff Richard Jones said. He gave ICE notice that an agreement in force since 2003 is over. "It is better to end this arrangement now," he said.\n',
    ),
    ['detention-contract ends'],
  );
});
