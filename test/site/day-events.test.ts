import assert from 'node:assert/strict';
import { test } from 'node:test';
import { eventsInWords } from '../../src/site/day-events.ts';
import { en } from '../../src/site/words-en.ts';
import { es } from '../../src/site/words-es.ts';

const NONE = { joined: 0, pending: 0, ended: 0, said: 0 };

test('what happened on a day is told by number, and only what happened', () => {
  const told = eventsInWords({ ...NONE, joined: 1200, ended: 1 }, 'X', en.dayEvents, en.locale);
  assert.match(told, /1,200/);
  assert.equal(told.split(', ').length, 2, told.replace('1,200', '1200'));
});

test('one is not told as many, in either language; a day without events says so', () => {
  for (const { dayEvents, locale } of [en, es]) {
    const [one, two] = [1, 2].map((joined) => eventsInWords({ ...NONE, joined }, 'X', dayEvents, locale));
    assert.notEqual(one!.replace('1', '2'), two);
  }
  assert.ok(eventsInWords(NONE, 'X', en.dayEvents, en.locale).includes(en.dayEvents.nothing));
});
