import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Claim, goldClaim } from '../../src/claim/index.ts';

test('a claim in the gold shape has its words as evidence, and no text for a citation', () => {
  const claim: Claim = {
    id: 'x',
    kind: 'statement',
    agency: {
      written: 'the office',
      name: "Cook County Sheriff's Office",
      state: 'IL',
      place: 'Cook County',
    },
    programme: 'enforcement',
    position: 'declines',
    speaker: 'Cara Smith',
    role: 'policy chief',
    onBehalfOf: 'Tom Dart',
    speaksForAgency: true,
    via: null,
    date: '2017-02-21',
    effective: null,
    evidence: [
      { type: 'text', exact: 'no interest', prefix: '', suffix: '', start: 0, end: 11 },
      { type: 'cited', source: 's', quote: 'never shown here' },
    ],
    rules: [],
    confidence: null,
  };
  const { agency, on_behalf_of, speaks_for_agency, evidence } = goldClaim(claim);
  assert.deepEqual(
    [agency, on_behalf_of, speaks_for_agency, evidence],
    ["Cook County Sheriff's Office", 'Tom Dart', true, ['no interest']],
  );
});
