import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Bodies, coListed, passage, sameListing } from '../../src/resolve/bodies.ts';
import { type Book, namesOf, openBook } from '../../src/resolve/book.ts';
import { lists, type TestRow } from './lists.ts';

const A = 'OHIO | Alpha Police Department | T | 2025-03-01 | a';
const B = 'OHIO | Beta Police Department | T | 2025-03-01 | b';
const C = 'OHIO | Gamma Police Department | W | 2025-03-01';

function opened(
  tables: Record<string, TestRow[]>,
  apart: [string, string][] = [],
): { book: Book; bodies: Bodies } {
  const { files, lines } = lists(tables);
  const book = openBook(files, lines);
  return { book, bodies: new Bodies(namesOf(book), apart) };
}
const TABLES = {
  'participating-2025-03-03': [A, C],
  'participating-2025-03-04': [B, C],
};
const names = (bodies: Bodies) =>
  bodies.all().map((body) => body.names.map(({ words }) => words).join(' + '));

test('merged bodies have the names, listings and home of both', () => {
  const { bodies } = opened(TABLES);
  const [a, c, b] = bodies.all();
  bodies.merge(a!, b!, { rule: 'test', a: 0, b: 1 });
  assert.deepEqual(names(bodies), ['alpha police + beta police', 'gamma police']);
  const merged = bodies.of('OH|beta police')!;
  assert.deepEqual(
    merged.tracks.map(({ runs, files }) => [runs.map(({ first, last }) => [first, last]), [...files]]),
    [[[[0, 1]], ['a', 'b']]],
  );
  assert.equal(bodies.home(merged.tracks[0]!), merged);
  assert.equal(coListed(merged, c!), true);
  assert.equal(sameListing(merged, c!), false);
});

test('a moved listing leaves its body, and an empty body is gone', () => {
  const { bodies } = opened(TABLES);
  const [a, , b] = bodies.all();
  bodies.move(a!.tracks[0]!, a!, b!, { rule: 'test', a: 0, b: 1 });
  assert.deepEqual(names(bodies).sort(), ['beta police', 'gamma police']);
});

test('what is kept apart stays so, through other merges too', () => {
  const { bodies } = opened(TABLES, [['OH|alpha police', 'OH|gamma police']]);
  const [a, c, b] = bodies.all();
  bodies.merge(a!, b!, { rule: 'test', a: 0, b: 1 });
  bodies.merge(bodies.of('OH|beta police')!, c!, { rule: 'test', a: 0, b: 1 });
  assert.equal(bodies.all().length, 2);
  assert.equal(bodies.bonds.length, 1);
});

test('a listing passes on to the next edition, or from pending to signed', () => {
  const { book, bodies } = opened(TABLES);
  const [a, c, b] = bodies.all();
  assert.equal(passage(book, a!, b!)?.kind, 'handover');
  assert.equal(passage(book, b!, a!), null);
  assert.equal(passage(book, a!, c!), null);
  const waiting = opened({
    'pending-2025-03-01': ['OHIO | Alpha Police Department | T'],
    'pending-2025-03-08': [C],
    'participating-2025-03-08': [B],
  });
  const [alpha, , beta] = waiting.bodies.all();
  assert.equal(passage(waiting.book, alpha!, waiting.bodies.of('OH|beta police') ?? beta!)?.kind, 'signing');
  // The next list came out weeks later: until then it may have been pending.
  const weeksLater = opened({
    'pending-2025-02-20': ['OHIO | Alpha Police Department | T'],
    'pending-2025-03-12': [C],
    'participating-2025-03-17': [B],
  });
  const of = (name: string) => weeksLater.bodies.of(`OH|${name} police`)!;
  assert.equal(passage(weeksLater.book, of('alpha'), of('beta'))?.kind, 'signing');
});
