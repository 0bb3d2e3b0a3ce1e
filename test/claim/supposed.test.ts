import assert from 'node:assert/strict';
import { test } from 'node:test';
import { saysOf } from './says.ts';

const said = (text: string): string[] =>
  saysOf(`${text}\n`, '2025-06-12').map(({ programme, position }) => `${programme} ${position}`);

test('what would be if somebody signed or ended an agreement is nobody’s position', () => {
  for (const text of [
    'GREELEY, Colo. — If Weld County Sheriff Steve Reams were to sign a 287(g) agreement, critics say, immigrants would stop calling 911.',
    'If the Lane County Sheriff’s Office in Oregon ended its 287(g) agreement, the county would lose federal grants.',
    'Had the Davidson County Sheriff’s Office renewed its 287(g) agreement, more people would have been deported, the professor said.',
    'Unless the Bergen County Sheriff’s Office ends its contract with ICE, protesters said, they will march.',
    'Whether Kent County Sheriff Michelle Roe joins ICE’s 287(g) program matters little, the professor wrote.',
    'AUSTIN, Texas — Si el alguacil del condado de Travis firmara un acuerdo 287(g), muchas familias dejarían de llamar al 911.',
    'El concejo de Dallas preguntó si la policía firmaría un acuerdo 287(g).',
    'DENVER — In a novel set in 2030, the Denver Police Department joins ICE and its officers become immigration agents.',
  ])
    assert.deepEqual(said(text), [], text);
});

test('what is done, will be done or has a real condition is one', () => {
  for (const [text, positions] of [
    [
      'The Lane County Sheriff’s Office in Oregon ended its 287(g) agreement, and the county lost federal grants.',
      ['287g ends'],
    ],
    [
      'The Bergen County Sheriff’s Office in New Jersey ended its 287(g) agreement, unless a court says otherwise.',
      ['287g ends'],
    ],
    [
      'AUSTIN, Texas — El alguacil del condado de Travis firmará un acuerdo 287(g) si el condado paga.',
      ['287g will-join'],
    ],
  ] as const)
    assert.deepEqual(said(text), positions, text);
});

test('a promise of somebody who runs for office is no claim, whatever he is called', () => {
  for (const text of [
    'Jane Doe, a former Dane County sheriff’s deputy now running for sheriff in Rock County, pledged to sign a 287(g) agreement on her first day.',
    'Would-be sheriff Dan Hale, a challenger in Erie County, New York, says he will refuse ICE detainers.',
    'El aspirante a alguacil del condado de Erie, Dan Hale, dice que rechazará las retenciones de ICE.',
  ])
    assert.deepEqual(said(text), [], text);
});

test('what others do, must do or want is not the named agency’s', () => {
  for (const text of [
    'Unlike the Butler County Sheriff’s Office in Ohio, most agencies have no contract with ICE.',
    'In Florida, sheriffs must sign 287(g) agreements; in Georgia, the DeKalb County Sheriff’s Office held a picnic.',
    'Protesters outside the Bexar County Jail called on Sheriff Javier Salazar to stop honoring ICE detainers.',
    'Según una encuesta, la mitad de los residentes del condado de Maricopa quiere que el alguacil coopere con ICE.',
    'El alguacil del condado de Yuma dijo que en México la policía no coopera con ICE.',
  ])
    assert.deepEqual(said(text), [], text);
});

test('a partnership with somebody else is none with the immigration service', () => {
  assert.deepEqual(
    said(
      'The Gwinnett County Sheriff’s Office ended its partnership with the animal shelter after immigrants complained of stray dogs.',
    ),
    [],
  );
  assert.deepEqual(
    said('The Gwinnett County Sheriff’s Office ended its partnership with ICE after immigrants complained.'),
    ['287g ends'],
  );
});
