import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Interval, StatusRow } from '../../src/record/index.ts';
import { answerSentences, heldPositions } from '../../src/site/answer.ts';
import { wordsOf } from '../../src/site/words.ts';
import { interval as made } from './interval.ts';

const interval = (over: Partial<Interval>) =>
  made({ agency: '', lastSeen: '2017-02-21', seenMin: '2017-02-21', ...over });

function row(over: Partial<StatusRow>): StatusRow {
  return {
    agency: 'us-tx-harris-county-sheriff',
    name: '',
    state: 'TX',
    county: null,
    programme: '287g-jail',
    position: 'takes-part',
    from: '2016-06-28',
    to: '..',
    certain: true,
    claims: ['a'],
    ...over,
  };
}

const say = (rows: StatusRow[], intervals: Interval[] = [], lang: 'en' | 'es' = 'en') =>
  answerSentences(heldPositions(rows, intervals, '2026-05-18'), wordsOf(lang));

test('the farthest-going position comes first, each in a sentence of its own', () => {
  const rows = [row({ position: 'declines', programme: 'detainers' }), row({})];
  assert.deepEqual(say(rows), [
    '**Takes part** in 287(g) in its jail since 28 June 2016.',
    'It **declines** to hold people for ICE on request since 28 June 2016.',
  ]);
  assert.match(
    say(rows, [], 'es')[0]!,
    /^\*\*Participa\*\* en el 287\(g\) en su cárcel desde el 28 de junio de 2016\.$/,
  );
});

test('what ended says when it was over, not when that was announced', () => {
  const over = interval({
    to: { min: '2017-02-21', max: '2017-03-05' },
  });
  const ended = row({ position: 'ends', from: '2017-02-21' });
  assert.deepEqual(say([ended], [over]), [
    '**Ended** a 287(g) jail agreement between 21 February and 5 March 2017.',
  ]);
  assert.deepEqual(say([ended]), ['**Ended** a 287(g) jail agreement on 21 February 2017.']);
});

test('what is only said has the day of the saying, never a start', () => {
  const held = interval({
    programme: 'detainers',
    from: { min: '2017-02-21', max: '2017-02-21' },
    said: true,
  });
  const said = row({ programme: 'detainers', from: '2017-02-21' });
  const [sentence] = say([said], [held]);
  assert.match(String(sentence), /, as said on 21 February 2017\.$/);
  assert.doesNotMatch(String(sentence), /since/);
  assert.match(String(say([said], [held], 'es')[0]), /, según se dijo el 21 de febrero de 2017\.$/);
  assert.match(
    String(say([said], [{ ...held, said: false }])[0]),
    / since 21 February 2017; last seen in evidence of 21 February 2017\.$/,
  );
});

test('a date that its source gives approximately is told so', () => {
  const held = interval({
    from: { min: '2017-12-01', max: '2017-12-31', about: true },
    lastSeen: '2017-12-31',
    seenMin: '2017-12-01',
  });
  const found = say([row({ from: '2017-12-01/2017-12-31' })], [held]);
  assert.deepEqual(found, [
    '**Takes part** in 287(g) in its jail since around December 2017; last seen in evidence of December 2017.',
  ]);
});

test('rows of one position and start are one, with all their claims', () => {
  const [held, ...rest] = heldPositions(
    [row({ claims: ['a'], certain: false }), row({ claims: ['a', 'b'] })],
    [],
    '2026-05-18',
  );
  assert.deepEqual(rest, []);
  assert.deepEqual({ claims: held!.claims, certain: held!.certain }, { claims: ['a', 'b'], certain: true });
});

test('the answer says what last showed it, once where several share it', () => {
  const on = (
    programme: Interval['programme'],
    position: Interval['position'],
    over: Partial<Interval>,
  ): Interval => ({
    agency: '',
    programme,
    position,
    from: { min: '2016-06-28', max: '2016-06-28' },
    certainTo: null,
    said: false,
    to: null,
    lastSeen: '2026-05-18',
    seenMin: '2026-05-18',
    agreement: 'x',
    signed: null,
    ...over,
  });
  const rows = [
    row({}),
    row({ programme: '287g-warrant' }),
    row({ programme: 'detainers', position: 'limits' }),
  ];
  const intervals = [
    on('287g-jail', 'takes-part', {}),
    on('287g-warrant', 'takes-part', {}),
    on('detainers', 'limits', { agreement: null, seenMin: '2017-02-01', lastSeen: '2017-02-28' }),
  ];
  assert.deepEqual(say(rows, intervals), [
    '**Takes part** in 287(g) in its jail since 28 June 2016.',
    'It **takes part** in 287(g) warrant service since 28 June 2016; last seen on ICE’s list of 18 May 2026.',
    'It **limits** holding people for ICE on request since 28 June 2016; last seen in evidence of February 2017.',
  ]);
  assert.match(
    say(rows, intervals, 'es')[1]!,
    /vista por última vez en la lista de ICE del 18 de mayo de 2026\.$/,
  );
  const once = on('detainers', 'limits', { agreement: null, said: true, lastSeen: '2016-06-28' });
  assert.deepEqual(say([rows[2]!], [once]), [
    '**Limits** holding people for ICE on request, as said on 28 June 2016.',
  ]);
});

test('words more than a year old are told as words of their day, not as what holds', () => {
  const said = interval({
    programme: 'detainers',
    position: 'declines',
    from: { min: '2017-02-21', max: '2017-02-21' },
    certainTo: '2018-02-21',
    said: true,
  });
  const old = row({ position: 'declines', programme: 'detainers', from: '2017-02-21', certain: false });
  assert.deepEqual(say([old], [said]), [
    'Said on 21 February 2017 that it **declines** to hold people for ICE on request. Nothing newer is in the record: whether that still holds is not known.',
  ]);
  assert.match(say([old], [said], 'es')[0]!, /^Dijo el 21 de febrero de 2017 que \*\*se niega\*\* a /);
  const young = answerSentences(
    heldPositions([{ ...old, certain: true }], [said], '2018-02-20'),
    wordsOf('en'),
  );
  assert.match(young[0]!, /^\*\*Declines\*\* to /);
});

test('on a day between the two of an edge nothing is told as if it held', () => {
  const held = interval({
    to: { min: '2017-02-21', max: '2017-03-05' },
    signed: '2016-06-28',
  });
  const between = row({ to: '2017-02-21/2017-03-05', certain: false });
  assert.deepEqual(say([between], [held]), [
    'Uncertain on this day: it **takes part** in 287(g) in its jail since 28 June 2016; last seen in evidence of 21 February 2017.',
  ]);
  assert.match(say([between], [held], 'es')[0]!, /^Incierto ese día: \*\*participa\*\* en /);
  // A list showed it and no later one tells whether it ended: nobody said anything.
  const open: Interval = {
    ...held,
    to: null,
    certainTo: '2025-05-05',
    agreement: 'x',
    lastSeen: '2025-05-01',
  };
  const [listed] = say([row({ certain: false })], [{ ...open, seenMin: '2025-05-01' }]);
  assert.match(String(listed), /^Uncertain on this day: it .+ last seen on ICE’s list of 1 May 2025\.$/);
  assert.doesNotMatch(String(listed), /said/);
});
