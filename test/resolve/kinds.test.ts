import assert from 'node:assert/strict';
import { test } from 'node:test';
import { agencyKindOf } from '../../src/resolve/kinds.ts';

const KINDS: Record<string, [name: string, type?: string][]> = {
  sheriff: [
    ["Harris County Sheriff's Office"],
    ['Denver Sheriff Department'],
    ['East Baton Rouge Parish Sheriff'],
  ],
  police: [
    ['Los Angeles Police Department'],
    ['City of Miami Police Department', 'State'],
    ['Daytona Beach Shores Public Safety', 'Municipality'],
    ["Saint Hedwig Marshal's Office", 'Municipality'],
    ['Tampa PD'],
  ],
  'state-police': [
    ['Idaho State Police'],
    ['Missouri Highway Patrol'],
    ['Georgia Department of Public Safety', 'State Agency'],
    ['CNMI Department of Public Safety'],
  ],
  corrections: [['Alaska Department of Corrections'], ['Department of Corrections']],
  jail: [
    ['Miami Dade Corrections and Rehabilitation', 'County'],
    ['Orange County Corrections Department'],
    ['Cambria County Prison'],
    ['Southwest Virginia Regional Jail Authority'],
    ['Grayson County Detention Center'],
  ],
  campus: [
    ['University of Florida Police Department'],
    ['District Board of Trustees of Pensacola State College', 'State'],
  ],
  airport: [['Melbourne International Airport Police Department']],
  port: [['Lee County Port Authority Police']],
  constable: [['Bexar County Constable Precinct 3'], ['Gaines Township PA State Constable']],
  prosecutor: [
    ["Lancaster County District Attorney's Office"],
    ['Office of the State Attorney, 20th Judicial Circuit'],
  ],
  tribal: [['Navajo Nation Police Department'], ['Yurok Tribal Police Department']],
  'national-guard': [['Texas National Guard'], ['Louisiana Military Department']],
  'state-body': [
    ['Florida Department of Lottery Services'],
    ['Kansas Bureau of Investigation'],
    ['Louisiana Office of the State Fire Marshal'],
  ],
  federal: [['U.S. Department of the Interior']],
  other: [['Gulf County Board of County Commissioners', 'County']],
};

for (const [kind, names] of Object.entries(KINDS)) {
  test(`${kind} by name`, () => {
    for (const [name, type] of names) assert.equal(agencyKindOf(name, type), kind, name);
  });
}
