import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decide, type ReviewItem, readRecord, rebuild, verify } from '../../src/record/index.ts';
import { reviewApp } from '../site/review-record.ts';
import { at, learn, textCapture, withRecord } from './world.ts';

const WORDS = 'Sheriff Ed Gonzalez announced Tuesday he would end a partnership with federal officials.';
const STORY = `HOUSTON, Texas\n\n${WORDS}\n`;
const SAME = `HOUSTON, Texas\n\nUpdated at noon.\n\n${WORDS}\n`;
const REWORDED = `HOUSTON, Texas\n\nOn Tuesday Sheriff Ed Gonzalez announced that he would end the partnership with federal officials.\n`;
const GONE = 'HOUSTON, Texas\n\nThis story was withdrawn.\n';
const PAGE = 'https://example.org/story';
const accept = { kind: 'accept' as const, actor: 'ada', reason: 'read' };

test('a changed page at one address is a new capture; words that it lost are shown with what is like them, and asked about once', async () => {
  await withRecord(async (record) => {
    const first = textCapture(record, STORY, [{ words: WORDS }], PAGE, '2026-01-01T12:00:00.000Z');
    const target = first.claims?.[0]?.id ?? '';
    await learn(record, '2026-01-01', first);
    await rebuild(record);
    await decide(record, [{ ...accept, target, answers: null }], at('2026-01-02'));
    const reader = await readRecord(record);
    const waits = async () => (await reader.review({})).filter(({ type }) => type === 'lost');
    const see = async (text: string, day: string) => {
      const capture = textCapture(record, text, [], PAGE, `${day}T12:00:00.000Z`);
      await learn(record, day, capture);
      await rebuild(record);
      return capture.sha;
    };

    const again = await see(SAME, '2026-02-01');
    assert.notEqual(again, first.sha, 'other bytes are another capture');
    assert.deepEqual(await waits(), [], 'the words stand there still, elsewhere on the page');

    const reworded = await see(REWORDED, '2026-03-01');
    const [item] = (await waits()) as [ReviewItem];
    assert.equal(item.subject, `claim:${target}`);
    assert.equal(item.claim?.review, 'accepted', 'it counts as it did: it was said');
    const [lost] = item.lost;
    assert.deepEqual([lost?.exact, lost?.capture], [WORDS, reworded]);
    assert.match(lost?.now?.evidence.exact ?? '', /^Tuesday Sheriff Ed Gonzalez .* federal officials$/);
    const page = await (
      await reviewApp(reader).request('http://127.0.0.1:2870/review', { headers: { host: '127.0.0.1:2870' } })
    ).text();
    assert.ok(page.includes(`<del>${WORDS}</del>`));
    assert.ok(page.includes(`<mark>${lost?.now?.evidence.exact}</mark>`));
    assert.ok(page.includes(`capture/${reworded}`));
    const public_ = await (
      await reviewApp(reader).request(`http://127.0.0.1:2870/es/claim/${target}`)
    ).text();
    assert.ok(public_.includes(`<del>${WORDS}</del>`), 'everybody sees it on the page of the claim');
    // It still stands in the bytes that it was read in.
    assert.deepEqual((await verify(record, at('2026-03-02'), { rebuild: true })).faults, []);

    const answers = item.decisions.at(-1)?.seq ?? null;
    await decide(record, [{ ...accept, target, answers }], at('2026-03-02'));
    assert.deepEqual(await waits(), [], 'who decided has seen the page as it is');

    await see(GONE, '2026-04-01');
    assert.equal((await waits())[0]?.lost[0]?.now, null, 'nothing there is like them');
    await see(SAME, '2026-05-01');
    assert.deepEqual(await waits(), [], 'the page has them again');
  });
});
