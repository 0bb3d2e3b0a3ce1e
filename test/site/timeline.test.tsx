import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Interval } from '../../src/record/index.ts';
import { Timeline } from '../../src/site/timeline.tsx';
import { wordsOf } from '../../src/site/words.ts';
import { interval } from './interval.ts';

const draw = (...intervals: Interval[]) =>
  String(<Timeline intervals={intervals} on="2017-03-10" words={wordsOf('en')} />);

test('is drawn for a desk and again for a phone, and says in words what it shows', () => {
  const svg = draw(interval({ to: { min: '2017-02-21', max: '2017-03-05' } }));
  assert.match(svg, /class="wide"/);
  assert.match(svg, /class="narrow"/);
  assert.match(
    svg,
    /aria-label="287\(g\), jail: Takes part 28 June 2016 until between 21 February and 5 March 2017"/,
  );
});

test('an uncertain end is hatched, a certain one is not, an open one is an arrow', () => {
  const hatched = /<rect [^>]*fill="url\(#wide-takes-part\)"/;
  const arrow = /<path class="sure" d="M[\d.]+ 20l8 6l-8 6z"/;
  const uncertain = draw(interval({ to: { min: '2017-02-21', max: '2017-03-05' } }));
  assert.match(uncertain, hatched);
  assert.doesNotMatch(uncertain, arrow);
  assert.doesNotMatch(draw(interval({ to: { min: '2017-02-21', max: '2017-02-21' } })), hatched);
  assert.match(draw(interval({})), arrow);
});

test('nothing known draws nothing', () => {
  assert.equal(draw(), '');
});
