import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isWellFormed, properName } from '../../src/resolve/proper.ts';

test('capitals become a title, and what was mixed stays', () => {
  assert.equal(properName("HARRIS COUNTY SHERIFF'S OFFICE "), "Harris County Sheriff's Office");
  assert.equal(properName('CITY OF ST. CLOUD PD'), 'City of St. Cloud PD');
  assert.equal(properName("MCCRACKEN COUNTY SHERIFF'S OFFICE"), "McCracken County Sheriff's Office");
  assert.equal(properName('DeWitt County Sheriff’s Office'), "DeWitt County Sheriff's Office");
});

test('white space, commas at the end and missing apostrophes are tidied', () => {
  assert.equal(
    properName(' Florida Department of Financial Services , Criminal Investigation Division,'),
    'Florida Department of Financial Services, Criminal Investigation Division',
  );
  assert.equal(properName('Kansas  Bureau Of Investigation'), 'Kansas Bureau of Investigation');
  assert.equal(
    properName("Somerset County District Attorney'S Office"),
    "Somerset County District Attorney's Office",
  );
  assert.equal(properName('Fannett Township Constables Office'), "Fannett Township Constable's Office");
});

test('a bare kind is no name', () => {
  assert.equal(isWellFormed("the Sheriff's Office"), false);
  assert.equal(isWellFormed('Police Department'), false);
  assert.equal(isWellFormed("Cook County Sheriff's Office"), true);
});
