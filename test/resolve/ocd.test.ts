import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeAgency } from '../../src/resolve/index.ts';
import { ocdDivisionOf } from '../../src/resolve/ocd.ts';

test('the civic division follows from kind, county and state', () => {
  assert.equal(
    ocdDivisionOf(makeAgency("Harris County Sheriff's Office", 'TX')),
    'ocd-division/country:us/state:tx/county:harris',
  );
  assert.equal(
    ocdDivisionOf(makeAgency("Orleans Parish Sheriff's Office", 'LA')),
    'ocd-division/country:us/state:la/parish:orleans',
  );
  assert.equal(
    ocdDivisionOf(makeAgency('Los Angeles Police Department', 'CA')),
    'ocd-division/country:us/state:ca/place:los_angeles',
  );
  assert.equal(
    ocdDivisionOf(makeAgency('Texas Department of Public Safety', 'TX')),
    'ocd-division/country:us/state:tx',
  );
  assert.equal(
    ocdDivisionOf(makeAgency('Minersville Borough Police Department', 'PA')),
    'ocd-division/country:us/state:pa/place:minersville',
  );
  assert.equal(
    ocdDivisionOf(makeAgency("St. Mary's Police Department", 'KS')),
    'ocd-division/country:us/state:ks/place:st_mary~s',
  );
  for (const name of ['Butler Township Police Department', 'Northwest Regional Police Department'])
    assert.equal(ocdDivisionOf(makeAgency(name, 'PA')), null, name);
  assert.equal(ocdDivisionOf(makeAgency('Bexar County Constable Precinct 3', 'TX')), null);
  assert.equal(
    ocdDivisionOf(makeAgency('Guam Police Department', 'GU')),
    'ocd-division/country:us/territory:gu/place:guam',
  );
});
