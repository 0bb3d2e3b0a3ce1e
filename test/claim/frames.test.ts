import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { framesOf, type Topic } from '../../src/claim/frames.ts';
import { documentOf } from '../../src/claim/sentences.ts';
import { agreementIn } from '../../src/claim/stated.ts';
import { readText } from '../../src/read/index.ts';

function positions(sentence: string, topic: Partial<Topic> = {}): string[] {
  const reading = readText(new TextEncoder().encode(`Title here\n\n${sentence}\n`));
  const full: Topic = {
    agreement: null,
    last: null,
    immigration: true,
    near: true,
    untrained: false,
    ...topic,
  };
  return documentOf(reading)
    .sentences.filter((found) => found.kind !== 'heading')
    .flatMap((found) => framesOf(found, full))
    .map((frame) => `${frame.programme} ${frame.position}`);
}

test('paraphrases: each sentence gives its programme and position, and no other of that programme', () => {
  const rows = readFileSync(new URL('../input/claim/paraphrases.tsv', import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .slice(1);
  assert.ok(rows.length > 200);
  for (const row of rows) {
    const [programme = '', position = '', sentence = ''] = row.split('\t');
    const topic = {
      agreement: programme === '287g' ? ('287g' as const) : null,
      untrained: /training|trained|not begun/.test(sentence),
    };
    const own = positions(sentence, topic).filter((found) => found.startsWith(programme));
    const wanted = own.map((found) => found.replace(/^287g\S*/, '287g'));
    assert.deepEqual([...new Set(wanted)], [`${programme} ${position}`], sentence);
  }
});

test('questions, candidates, appeals and other people’s conduct are no positions', () => {
  for (const sentence of [
    'Will the sheriff honor ICE detainers?',
    'If elected, he would end the 287(g) program.',
    'Activists urged the sheriff to end the 287(g) agreement.',
    'ICE agents asked people on the street about their immigration status.',
    'The candidate promised that deputies would not help ICE.',
    'Activistas marcharon para pedir que la policía no colabore con ICE.',
    'The sheriff declined to comment on ICE.',
    'A bill would require sheriffs to sign 287(g) agreements.',
    '“Sheriff, end 287(g) now,” read one sign.',
    'What happens when police work with ICE is the subject of a new study.',
    'Immigrants are welcome at the fair, the sheriff said, and deputies will direct traffic.',
    'The jail holds 40 federal prisoners for the U.S. Marshals.',
    'MADISON — “If ICE comes to my jail, we will make them coffee,” the sheriff said.',
    'Una decena de activistas pidió al sheriff que rompa su contrato con ICE.',
    'The county informed ICE that Dane County is withdrawing from the program.',
    'El estado habría pagado el ingreso de la oficina al programa 287(g).',
    'Booking staff ask for the place of birth so that the consulate can be told.',
    'A judge refused last week to block the sheriff’s arrangement with ICE.',
    'The civil liberties union has asked for a copy of the 287(g) agreement.',
    'A reporter requested records about the county’s agreement with ICE.',
    'The agreement with ICE does not extend to the Smyrna or La Vergne police.',
    'No arrest under the 287(g) agreement has been made.',
    'The college’s officers have applied to help enforce immigration law.',
    'The Rose City Detention Center opened a clinic for ICE and county staff.',
  ]) {
    assert.deepEqual(positions(sentence), [], sentence);
  }
});

test('who refuses to end an agreement keeps it; what is asked for is not done yet; who is left out of an aside denies nothing', () => {
  assert.deepEqual(positions('Commissioners refused to cancel the 287(g) agreement.'), ['287g unchanged']);
  assert.deepEqual(positions('Supervisors voted down a motion to end the agreement with ICE.'), [
    '287g unchanged',
  ]);
  assert.deepEqual(
    positions(
      'El alguacil firmó la solicitud para que sus oficiales puedan ejecutar órdenes administrativas de ICE.',
    ),
    ['287g-warrant will-join'],
  );
  assert.deepEqual(positions('The jail, run by the county and not the sheriff, honors detainers from ICE.'), [
    'detainers takes-part',
  ]);
  assert.deepEqual(
    positions(
      'La cárcel, que administra el condado y no el alguacil, acepta las solicitudes de detención de ICE.',
    ),
    ['detainers takes-part'],
  );
});

test('Spanish: ruled out, never had, being weighed; "would not let deputies ask" is a no', () => {
  for (const [sentence, wanted] of [
    ['Descartó que sus agentes vayan a patrullar con la Patrulla Fronteriza.', 'joint-operations declines'],
    ['La policía se negó a participar en el operativo de ICE.', 'joint-operations declines'],
    ['El jefe no permitirá que sus oficiales acompañen a ICE.', 'joint-operations declines'],
    ['El alguacil se sumará al programa 287(g) en enero.', '287g will-join'],
    ['La junta aprobó el acuerdo 287(g) por cinco votos a dos.', '287g takes-part'],
    ['Nadie de ICE se ha comunicado con nosotros sobre el programa 287(g).', '287g not-approached'],
    ['El departamento no forma parte del programa 287(g) ni lo ha solicitado.', '287g declines'],
    ['Los agentes de ICE tienen una oficina dentro de la cárcel.', 'jail-access takes-part'],
    ['Los agentes no participaron en los arrestos de ICE.', 'joint-operations declines'],
    ['La oficina nunca ha tenido un acuerdo de ese tipo con ICE.', '287g declines'],
    ['El alguacil todavía lo está pensando, pero ICE le ofreció el programa 287(g).', '287g undecided'],
    ['She would not let deputies ask about immigration status.', 'status-inquiry declines'],
    ['Nobody is asked whether they are here lawfully, the jail says.', 'status-inquiry declines'],
  ] as const)
    assert.deepEqual(positions(sentence), [wanted], sentence);
});

test('no talks with ICE are no refusal; who needs a warrant to enter', () => {
  for (const [sentence, wanted] of [
    ['The office said it has had no conversations with ICE about 287(g).', '287g not-approached'],
    ['The chief has not had any contact with ICE about the 287(g) program.', '287g not-approached'],
    ['ICE agents will need a judge’s order to get past the lobby of the jail.', 'jail-access limits'],
    ['The jail requires a judge’s warrant before it holds anyone for ICE.', 'detainers limits'],
  ] as const)
    assert.deepEqual([...new Set(positions(sentence))], [wanted], sentence);
});

test('a double negative is read through', () => {
  assert.deepEqual(positions('“I’m not going to say that we’re not cooperating with ICE,” the mayor said.'), [
    'enforcement takes-part',
  ]);
});

test('frozen water is no agency', () => {
  assert.deepEqual(positions('The sheriff will not help with ice on the roads.', { immigration: false }), []);
});

test('which agreement a sentence speaks of', () => {
  assert.equal(agreementIn('the sheriff signed a 287(g) agreement'), '287g');
  assert.equal(agreementIn('a partnership between his office and federal immigration officials'), '287g');
  assert.equal(
    agreementIn('a contract to house ice detainees for the immigration service'),
    'detention-contract',
  );
  assert.equal(agreementIn('partnerships between federal agencies and local law enforcement'), null);
});
