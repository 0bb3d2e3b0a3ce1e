import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { alikeIn } from '../../src/claim/index.ts';
import { readText } from '../../src/read/index.ts';

const read = (text: string) => readText(Buffer.from(text));
const QUOTED =
  'Sheriff Ed Gonzalez announced Tuesday he would end a partnership between his office and federal officials';

test('a reworded sentence is found where it stands, with its likeness', () => {
  const reading = read(
    `The county has ten deputies.\n\nOn Tuesday, Sheriff Ed Gonzalez announced he would end the partnership between his office and federal immigration officials. More tomorrow.\n\nThe sheriff of another county would not.\n`,
  );
  const found = alikeIn(reading, QUOTED);
  assert.ok(found && found.likeness > 0.8 && found.likeness < 1);
  const { exact, start, end } = found.evidence;
  assert.equal(reading.text.slice(start, end), exact);
  assert.match(exact, /^Tuesday, Sheriff Ed Gonzalez announced .* federal immigration officials$/);
});

test('a sentence about the same people that says something else is not put forward', () => {
  for (const other of [
    'Sheriff Ed Gonzalez opened a new jail on Tuesday.',
    'The office of the sheriff and federal officials met.',
    'Nothing of the kind.',
  ])
    assert.equal(alikeIn(read(`${other}\n`), QUOTED), null, other);
});

test('words that stand there unchanged are all alike, wherever they stand', () => {
  const word = fc.constantFrom('sheriff', 'county', 'office', 'ends', 'jail', 'officials', 'Tuesday', 'his');
  fc.assert(
    fc.property(
      fc.array(word, { minLength: 3, maxLength: 12 }),
      fc.array(word),
      fc.array(word),
      (own, before, after) => {
        const reading = read([...before, ...own, ...after].join(' '));
        const found = alikeIn(reading, own.join(' '));
        assert.equal(found?.likeness, 1);
      },
    ),
  );
});
