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

test('a spokesman or an office is not the person whose they are, a lawyer or an opponent nobody of his', () => {
  assert.deepEqual(voices('Sheriff Ann Bell’s spokesman said deputies do not.'), ['role Ann Bell said']);
  assert.deepEqual(voices('Sheriff Ann Bell’s office said the ruling changes nothing.'), [
    'agency Ann Bell said',
  ]);
  assert.deepEqual(voices('Sheriff Ann Bell’s opponent said that deputies do.'), ['narrator – none']);
  assert.deepEqual(voices('The governor’s office said that the camp will hold 280 people.'), [
    'narrator – none',
  ]);
});

test('Spanish: a verb of saying without a subject goes on with whoever spoke or was spoken of last', () => {
  assert.deepEqual(
    voices(
      'El alguacil Juan Ruiz habló el martes. Explicó que no avisa a nadie. También dijo que la cárcel está llena.',
    ).slice(1),
    ['person Juan Ruiz said', 'person Juan Ruiz said'],
  );
  assert.deepEqual(
    voices('El alguacil Juan Ruiz lo está pensando. “No he decidido”, dijo el miércoles.').slice(1),
    ['person Juan Ruiz said'],
  );
  assert.deepEqual(
    voices('El alguacil Juan Ruiz habló. “No retenemos a nadie”, dijo su director, Luis Paz.').slice(1),
    ['person Luis Paz said'],
  );
});

test('Spanish: "así lo repitió su jefe" says whose word the sentence before is', () => {
  assert.deepEqual(voices('La policía no hace redadas. Así lo repitió el miércoles su jefe, Luis Paz.'), [
    'person Luis Paz inherited',
    'person Luis Paz said',
  ]);
});

test('a name with a particle, and a captain who is on leave to run', () => {
  const people = (text: string) => {
    const document = documentOf(readText(new TextEncoder().encode(`Title\n\n${text}\n`)));
    return peopleOf(document, []).people.map(({ name, role }) => `${name}, ${role}`);
  };
  assert.deepEqual(people('El alguacil René Fuentes de la Garza lo está pensando.'), [
    'René Fuentes de la Garza, alguacil',
  ]);
  assert.deepEqual(people('Capt. Ray Tomlin, who is on leave to run, said that he would.'), [
    'Ray Tomlin, candidate',
  ]);
  assert.deepEqual(people('Sheriff Ray Tomlin, who is running for re-election, said that he would.'), [
    'Ray Tomlin, sheriff',
  ]);
});
