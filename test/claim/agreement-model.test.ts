import assert from 'node:assert/strict';
import { test } from 'node:test';
import { modelIn } from '../../src/claim/agreement-model.ts';

const modelOf = (text: string) => {
  const { programme, span, rule } = modelIn(text);
  return [programme, span && text.slice(span.start, span.end), rule];
};

test('the model named at the head decides, whatever duties the text goes on to list', () => {
  const text =
    '287(g) Jail Enforcement Model\n\nOfficers may be assigned to various units, teams, or task forces.';
  assert.deepEqual(modelOf(text), ['287g-jail', '287(g) Jail Enforcement Model', 'model-named']);
});

test('a form that names no model is told by its duties; a name far behind the head is none of its own', () => {
  const text = `${'x '.repeat(800)}287(g) Task Force Model … facilitating the custodial transfer of specific aliens`;
  assert.deepEqual(modelOf(text).slice(0, 1), ['287g-warrant']);
});

test('an agreement that says no model has none', () => {
  assert.deepEqual(modelOf('MEMORANDUM OF AGREEMENT under section 287(g)'), ['287g', null, 'model-not-said']);
});
