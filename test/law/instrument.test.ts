import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inventedBook, starterBook } from './book.ts';

const law = (more: Record<string, string> = {}) => ({ instrument_id: 'i', ...more });
const rule = (id: string, more: Record<string, string> = {}) => ({
  provision_id: id,
  instrument_id: 'i',
  ...more,
});

test('a row becomes an instrument or a provision; what is blank is null', () => {
  const book = inventedBook(
    [law({ jurisdiction: 'TX (Harris County)', issued: '2017-02', superseded_by: '' })],
    [
      rule('a', {
        effect: 'requires',
        programmes: '287g-jail|detainers',
        agency_kinds: 'sheriff',
        deadline: '2018',
      }),
      rule('b'),
    ],
  );
  const { jurisdiction, jurisdictionWritten, issued, ended, supersededBy } = book.instruments.get('i')!;
  assert.deepEqual(
    { jurisdiction, jurisdictionWritten, issued, ended, supersededBy },
    {
      jurisdiction: { state: 'TX', county: '48201' },
      jurisdictionWritten: 'TX (Harris County)',
      issued: '2017-02',
      ended: null,
      supersededBy: null,
    },
  );
  const { programmes, kinds, deadline } = book.provisions.get('a')!;
  assert.deepEqual([programmes, kinds, deadline], [['287g-jail', 'detainers'], ['sheriff'], '2018']);
  const bare = book.provisions.get('b')!;
  assert.deepEqual([bare.effect, bare.programmes, bare.kinds, bare.actsOn], [null, [], null, []]);
});

test('what cannot be meant so is refused with its value and a remedy', () => {
  const refused = (instrument: Record<string, string>, provisions: Record<string, string>[], said: RegExp) =>
    assert.throws(() => inventedBook([law(instrument)], provisions), said);
  refused({ kind: 'song' }, [], /kind "song" of "i" is unknown; use one of statute,/);
  refused({ jurisdiction: 'Texas' }, [], /jurisdiction "Texas" of "i" is no place/);
  refused({ issued: '2017-02-30' }, [], /issued "2017-02-30" of "i" is no EDTF date/);
  refused({ issued: '0017' }, [], /issued "0017" of "i" is no EDTF date/);
  refused({ title: '' }, [], /policy row "i" has no title/);
  refused({ superseded_by: 'gone' }, [], /superseded_by "gone" of "i" is not an instrument/);
  refused({}, [rule('a', { instrument_id: 'j' })], /instrument_id "j" of "a" is not an instrument/);
  refused({}, [rule('a', { effect: 'requires' })], /provision "a" has an effect and no programmes/);
  refused({}, [rule('a', { effect: 'blocks' })], /effect "blocks" of "a" does not go with acts_on ""/);
  refused(
    {},
    [rule('a', { effect: 'permits', programmes: '287g', acts_on: 'a' })],
    /does not go with acts_on "a"/,
  );
  refused(
    {},
    [rule('a', { effect: 'permits', programmes: '287g', deadline: '2018' })],
    /deadline "2018" of "a" goes with requires or forbids/,
  );
  refused({}, [rule('a', { programmes: '287g|song' })], /programmes "song" of "a" is unknown/);
  refused({}, [rule('a', { effect: 'blocks', acts_on: 'b' })], /acts_on "b" of "a" is not a provision/);
});

test('provisions that act on one another in a circle are refused; many that meet again are not', () => {
  const acts = (id: string, ...on: string[]) => rule(id, { effect: 'blocks', acts_on: on.join('|') });
  assert.throws(() => inventedBook([law()], [acts('a', 'a')]), /acts_on "a" of "a" leads back to itself/);
  assert.throws(() => inventedBook([law()], [acts('a', 'b'), acts('b', 'c'), acts('c', 'a')]), /leads back/);
  // Each acts on all before it: a walk along every path would not end.
  const ids = Array.from({ length: 40 }, (_, i) => `p${i}`);
  const book = inventedBook(
    [law()],
    [rule('p0'), ...ids.slice(1).map((id, i) => acts(id, ...ids.slice(0, i + 1)))],
  );
  assert.equal(book.provisions.size, 40);
});

test('the starter facts are a book', () => {
  const { instruments, provisions } = starterBook();
  assert.ok(instruments.size > 50 && provisions.size > 50);
});
