import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addDays } from '../../src/base/index.ts';
import { worldOf } from '../../src/outlook/index.ts';
import { ratesBefore } from '../../src/outlook/rates.ts';
import { inventedBook } from '../law/book.ts';
import { agencyOf, intervalOf } from './world.ts';

const DAY = '2025-09-01';
test('a rate leans on pending or not, then on the kind, then on the state', () => {
  const sheriffs = Array.from({ length: 10 }, (_, i) => agencyOf(`s${i}`, 'sheriff', 'TX'));
  const police = Array.from({ length: 90 }, (_, i) => agencyOf(`p${i}`, 'police', 'OH'));
  // Of ten sheriffs of Texas four joined within the 90 days; of the police nobody.
  const intervals = sheriffs.slice(0, 4).map(({ id }) => intervalOf(id, addDays(DAY, -10), 'takes-part'));
  const world = worldOf([...sheriffs, ...police], intervals, new Map(), inventedBook([], []));
  const rateOf = ratesBefore(world, 'join', DAY);
  const of = (id: string) => rateOf(world.histories.find((one) => one.agency.id === id)!);
  // By hand: 4.5 of 101 in all; each narrower group with ten of the wider one's made up.
  const all = 4.5 / 101;
  const open = (4 + 10 * all) / 110;
  const sheriff = (4 + 10 * open) / 20;
  const near = (a: number, b: number) => assert.ok(Math.abs(a - b) < 1e-12, `${a} ${b}`);
  near(of('s9'), (4 + 10 * sheriff) / 20);
  const police90 = (10 * open) / 100;
  near(of('p0'), (10 * police90) / 100);
});

test('who stands as pending now is told by those who stood as pending then', () => {
  const all = Array.from({ length: 40 }, (_, i) => agencyOf(`a${i}`, 'police', 'TX'));
  const before = addDays(DAY, -90);
  const intervals = [
    // Ten were pending when the 90 days began, and eight of them joined; the last two still are.
    ...all.slice(0, 10).map(({ id }) => intervalOf(id, addDays(before, -5), 'will-join')),
    ...all.slice(0, 8).map(({ id }) => intervalOf(id, addDays(DAY, -20), 'takes-part')),
  ];
  const world = worldOf(all, intervals, new Map(), inventedBook([], []));
  const rateOf = ratesBefore(world, 'join', DAY);
  const of = (id: string) => rateOf(world.histories.find((one) => one.agency.id === id)!);
  assert.ok(of('a9') > 0.6 && of('a39') < 0.02, `${of('a9')} ${of('a39')}`);
});
