import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dialogueOf, labelOf, statedBy } from '../../src/claim/dialogue.ts';
import { documentOf } from '../../src/claim/sentences.ts';
import { statementClaims } from '../../src/claim/statement.ts';
import { readText } from '../../src/read/index.ts';
import { atlasGazetteer } from './atlas.ts';

const gazetteer = atlasGazetteer();
const read = (text: string) => readText(new TextEncoder().encode(text));
const brief = (text: string): string[] =>
  statementClaims(read(text), { published: '2025-03-05', publisher: null, gazetteer, capture: 'sha256:test' })
    .map(({ agency, programme, position, speaker, evidence }) =>
      [agency.name, programme, position, speaker, evidence.length].join(' | '),
    )
    .sort();

test('what is asked is said by a yes or a no, with both sentences as evidence', () => {
  const lead = 'MACON, Ga. — We asked the sheriff of Bibb County three things about ICE.\n\n';
  assert.deepEqual(
    brief(
      `${lead}Q: Does your jail honor ICE detainers?\n\nBibb County Sheriff Ann Roe: "Yes, as a courtesy."\n\nQ: Would you sign a 287(g) agreement?\n\nROE: No. I am short of people.\n\nQ: Have you been contacted about one?\n\nA: Not by anybody.\n`,
    ),
    [
      "Bibb County Sheriff's Office | 287g | declines | Ann Roe | 2",
      "Bibb County Sheriff's Office | 287g | not-approached | Ann Roe | 2",
      "Bibb County Sheriff's Office | detainers | takes-part | Ann Roe | 2",
    ],
  );
});

test('a question without an answer says nothing, nor does one put to nobody', () => {
  const lead = 'MACON, Ga. — The talk in Bibb County is of ICE.\n\n';
  assert.deepEqual(brief(`${lead}Will the Bibb County Sheriff's Office sign a 287(g) agreement?\n`), []);
  assert.deepEqual(brief(`${lead}Who will sign a 287(g) agreement? No sheriff has told us.\n`), []);
});

test('labels, and a question made a statement', () => {
  assert.equal(labelOf('Sheriff Ann Roe: "No."'), 'Sheriff Ann Roe');
  assert.equal(labelOf('She said: no.'), 'She said');
  assert.equal(labelOf('"At 5:30 we left," he said.'), null);
  const document = documentOf(read('Q: Will you join 287(g)?\n\nA: No.\n'));
  const answer = dialogueOf(document).answers.get(1)!;
  assert.equal(answer.says, 'no');
  const stated = statedBy(answer);
  assert.match(stated.fold, /not +we join 287\(g\) /);
  assert.equal(stated.index, answer.answer.index);
});
