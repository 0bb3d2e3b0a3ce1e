import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { statementClaims } from '../../src/claim/statement.ts';
import { readText } from '../../src/read/index.ts';
import { atlasGazetteer } from './atlas.ts';

const gazetteer = atlasGazetteer();
const SHERIFF = "Bibb County Sheriff's Office";
const POLICE = 'Macon Police Department';
const SUBJECTS = [
  ["The Bibb County Sheriff's Office", SHERIFF],
  ['Bibb County Sheriff Ann Roe', SHERIFF],
  ['The Macon Police Department', POLICE],
  ['The sheriff', SHERIFF],
] as const;
const OBJECTS = ['a 287(g) agreement', 'a partnership with Immigration and Customs Enforcement'];
const OF_JAIL = /jail|inmate|detainees/;

test('predicates with every subject and object: one claim each, of the right agency', () => {
  const rows = readFileSync(new URL('../input/claim/predicates.tsv', import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((row) => row.split('\t') as [string, string, string]);
  const off: string[] = [];
  for (const [programme, position, predicate] of rows)
    for (const object of predicate.includes('{O}') ? OBJECTS : ['{O}'])
      for (const [subject, agency] of SUBJECTS) {
        if (agency === POLICE && OF_JAIL.test(programme + predicate)) continue;
        const sentence = `${subject} ${predicate.replace('{O}', object)}, a spokesman said Monday.`;
        const text = `MACON, Ga. — Residents asked the ${POLICE} and the ${SHERIFF} about immigration enforcement.\n\n${sentence}\n`;
        const found = statementClaims(readText(Buffer.from(text)), {
          published: '2025-08-06',
          publisher: null,
          gazetteer,
          capture: 'x',
        }).map((claim) =>
          [claim.agency.name, claim.programme.replace(/^287g.*/, '287g'), claim.position].join(' | '),
        );
        if (found.join() !== [agency, programme, position].join(' | ')) off.push(`${sentence} -> ${found}`);
      }
  assert.deepEqual(off, []);
});
