import assert from 'node:assert/strict';
import { test } from 'node:test';
import { betweenInWords, betweenOf, edtfInWords, sinceInWords, whenInWords } from '../../src/site/when.ts';
import { wordsOf } from '../../src/site/words.ts';

const en = wordsOf('en');
const es = wordsOf('es');

test('an EDTF date is never told finer than it is', () => {
  assert.equal(edtfInWords('2016-11', en), 'November 2016');
  assert.equal(edtfInWords('2016', en), '2016');
  assert.equal(edtfInWords('2017-02-21', en), '21 February 2017');
  assert.equal(edtfInWords('2017~', en), 'about 2017');
  assert.equal(edtfInWords('2017-02?', en), 'February 2017, uncertain');
  assert.equal(edtfInWords('2025-02-22/2025-02-26', en), 'between 22 and 26 February 2025');
  assert.equal(edtfInWords('2016-11/2017-02', en), 'between November 2016 and February 2017');
  assert.equal(edtfInWords('../2017-02-21', en), '21 February 2017 or before');
  assert.equal(edtfInWords('2025-03-14/..', en), '14 March 2025 or later');
  assert.equal(edtfInWords('..', en), 'date not known');
});

test('two days say once what they share', () => {
  const between = (min: string, max: string) => betweenInWords({ min, max }, en);
  assert.equal(between('2017-02-21', '2017-03-05'), 'between 21 February and 5 March 2017');
  assert.equal(between('2016-12-30', '2017-01-02'), 'between 30 December 2016 and 2 January 2017');
  assert.equal(between('2016-11-01', '2016-11-30'), 'November 2016');
  assert.equal(between('2016-01-01', '2016-12-31'), '2016');
});

test('a date fits its sentence', () => {
  assert.equal(whenInWords({ min: '2017-02-21', max: '2017-02-21' }, en), 'on 21 February 2017');
  assert.equal(whenInWords({ min: '2016-11-01', max: '2016-11-30' }, en), 'in November 2016');
  assert.equal(
    whenInWords({ min: '2017-02-21', max: '2017-03-05' }, en),
    'between 21 February and 5 March 2017',
  );
  assert.equal(sinceInWords({ min: null, max: '2017-02-21' }, en), 'since 21 February 2017 or before');
  assert.equal(
    sinceInWords({ min: '2025-02-22', max: '2025-02-26' }, en),
    'since some day between 22 and 26 February 2025',
  );
  assert.equal(sinceInWords({ min: '2016-11-01', max: '2016-11-30' }, en), 'since November 2016');
});

test('Spanish has its own order and articles', () => {
  assert.equal(edtfInWords('2025-02-22/2025-02-26', es), 'entre el 22 y el 26 de febrero de 2025');
  assert.equal(sinceInWords({ min: '2016-06-28', max: '2016-06-28' }, es), 'desde el 28 de junio de 2016');
  assert.equal(sinceInWords({ min: '2016-11-01', max: '2016-11-30' }, es), 'desde noviembre de 2016');
});

test('what is approximate is told so', () => {
  const about = { min: '2017-12-01', max: '2017-12-31', about: true };
  assert.equal(whenInWords(about, en), 'around December 2017');
  assert.equal(sinceInWords(about, en), 'since around December 2017');
  assert.equal(betweenInWords(about, en), 'about December 2017');
  assert.equal(sinceInWords(about, es), 'desde aproximadamente diciembre de 2017');
  assert.deepEqual(betweenOf('2017-12~'), about);
});

test('an EDTF date has bounds, half-open ones too', () => {
  assert.deepEqual(betweenOf('2016-11'), { min: '2016-11-01', max: '2016-11-30' });
  assert.deepEqual(betweenOf('../2017-02-21'), { min: null, max: '2017-02-21' });
  assert.equal(betweenOf(null), null);
});
