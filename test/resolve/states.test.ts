import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  datelineState,
  STATES,
  stateFips,
  stateName,
  stateNamedFirst,
  stateOf,
  stateOfFips,
} from '../../src/resolve/states.ts';

test('every state has its own code, name and FIPS, and each names the same state', () => {
  assert.equal(STATES.length, 56);
  for (const state of STATES) {
    assert.equal(stateOf(state.usps), state.usps);
    assert.equal(stateOf(` ${state.name.toUpperCase()} `), state.usps);
    assert.equal(stateOfFips(state.fips), state.usps);
    assert.equal(stateName(state.usps), state.name);
    assert.equal(stateFips(state.usps), state.fips);
  }
});

test('the press writes states short', () => {
  assert.equal(stateOf('Tex.'), 'TX');
  assert.equal(stateOf('N.C.'), 'NC');
  assert.equal(stateOf('W.Va.'), 'WV');
  assert.equal(stateOf('Washington, D.C.'), 'DC');
  assert.equal(stateOf('Penn State'), null);
});

test('a misspelt state is no state here', () => {
  assert.equal(stateOf('PENNSLYVANIA'), null);
});

test('a dateline city needs no state, another does', () => {
  assert.equal(datelineState('Los Angeles'), 'CA');
  assert.equal(datelineState('St. Louis'), 'MO');
  assert.equal(datelineState('Springfield'), null);
});

test('a body of a state names it first', () => {
  assert.equal(stateNamedFirst('West Virginia Division of Corrections'), 'WV');
  assert.equal(stateNamedFirst('Department of Corrections'), null);
});
