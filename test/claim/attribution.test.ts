import assert from 'node:assert/strict';
import { test } from 'node:test';
import { agencyMentions } from '../../src/claim/agencies.ts';
import { voicesOf } from '../../src/claim/attribution.ts';
import { peopleOf } from '../../src/claim/people.ts';
import { whereOf } from '../../src/claim/places.ts';
import { documentOf } from '../../src/claim/sentences.ts';
import { readText } from '../../src/read/index.ts';
import { atlasGazetteer } from './atlas.ts';

const gazetteer = atlasGazetteer();

function voices(text: string): string[] {
  const document = documentOf(readText(new TextEncoder().encode(`Title\n\n${text}\n`)));
  const agencies = agencyMentions(document.plain, whereOf(document.plain, [], gazetteer, null));
  const { people, mentions } = peopleOf(document, agencies);
  return voicesOf(document, agencies, people, mentions)
    .slice(1)
    .map((voice) => `${voice.kind} ${voice.person?.name ?? voice.body ?? voice.role ?? '–'} ${voice.by}`);
}

test('before and behind the quotation, with an office between', () => {
  assert.deepEqual(
    voices('“No,” said Cara Smith, policy chief for Cook County Sheriff Tom Dart. Sheriff Tom Dart agreed.'),
    ['person Cara Smith said', 'person Tom Dart act'],
  );
  assert.deepEqual(
    voices('“No,” Kirk Puckett, the spokesman for Alamance County Sheriff Terry Johnson, wrote in an email.'),
    ['person Kirk Puckett said'],
  );
});

test('pronouns, roles, bodies and agencies', () => {
  assert.deepEqual(
    voices('Sheriff Ann Bell said no. “Never,” she said. The sheriff added that it was final.'),
    ['person Ann Bell said', 'person Ann Bell said', 'person Ann Bell said'],
  );
  assert.deepEqual(voices('The City Council voted 6-1 to end it.'), ['body City Council act']);
  assert.deepEqual(voices('The department said it would not.'), ['agency – said']);
});

test('a quotation without a cue is of whoever speaks in its paragraph', () => {
  assert.deepEqual(voices('“We do not,” said Chief Bo Lee. “We never will.”'), [
    'person Bo Lee said',
    'person Bo Lee inherited',
  ]);
});

test('for whom somebody speaks', () => {
  const document = documentOf(
    readText(
      new TextEncoder().encode(
        'Title\n\n“No,” said Cara Smith, policy chief for Cook County Sheriff Tom Dart.\n',
      ),
    ),
  );
  const agencies = agencyMentions(document.plain, whereOf(document.plain, [], gazetteer, null));
  const smith = peopleOf(document, agencies).people.find((person) => person.surname === 'Smith');
  assert.deepEqual(
    [smith?.role, smith?.principal, smith?.agency?.name],
    ['policy chief', 'Tom Dart', "Cook County Sheriff's Office"],
  );
});
