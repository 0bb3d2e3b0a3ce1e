import assert from 'node:assert/strict';
import { test } from 'node:test';
import { quietEffects, realEffects } from '../../src/base/index.ts';

/** What is written to standard error by `work`, on a terminal or not. */
function written(isTTY: boolean, work: (effects: ReturnType<typeof realEffects>) => void): string {
  let text = '';
  const stream = { isTTY, write: (piece: string) => (text += piece) };
  work(realEffects(stream as unknown as NodeJS.WriteStream));
  return text;
}

test('progress is for a terminal alone: the first and the last step are shown, those within a tenth of a second are not', () => {
  const count = (effects: ReturnType<typeof realEffects>) => {
    for (let done = 1; done <= 1000; done++) effects.progress(done, 1000, 'lists');
  };
  assert.equal(written(false, count), '');
  const lines = written(true, count).split('\r\u001b[K');
  assert.equal(lines[1], '1 of 1000 lists');
  assert.equal(lines.at(-1), '1000 of 1000 lists\n');
  assert.ok(lines.length < 100, `${lines.length} updates`);
});

test('a total that is unknown is not shown, and a warning takes the place of the progress', () => {
  const text = written(true, (effects) => {
    effects.progress(3, null, 'pages');
    effects.warn('page 4 is damaged');
  });
  assert.equal(text, '\r\u001b[K3 pages\r\u001b[Kwarning: page 4 is damaged\n');
  assert.equal(
    written(false, (effects) => effects.warn('it is damaged')),
    'warning: it is damaged\n',
  );
});

test('the quiet world has the clock that it is given', () => {
  const effects = quietEffects({ now: () => 5 });
  effects.warn('nobody hears it');
  assert.equal(effects.now(), 5);
  assert.ok(Math.abs(quietEffects().now() - Date.now()) < 5000);
});
