import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { inkOf } from '../../src/site/map-png.ts';
import { LOOKS } from '../../src/site/standing.ts';

test('the picture has the colours of the style sheet, light and dark', () => {
  const css = readFileSync('web/look.css', 'utf8');
  const pixel = (hex: string) => Number(`0xff${hex.slice(5, 7)}${hex.slice(3, 5)}${hex.slice(1, 3)}`);
  const inSheet = (name: string) => {
    const [, light, dark] = css.match(new RegExp(`--${name}: light-dark\\((#\\w{6}), (#\\w{6})\\)`))!;
    return { light: pixel(light!), dark: pixel(dark!) };
  };
  for (const theme of ['light', 'dark'] as const) {
    const ink = inkOf(theme);
    assert.equal(ink.unknown, inSheet('unknown')[theme]);
    assert.equal(ink.border, inSheet('county-border')[theme]);
    assert.equal(ink.stateBorder, inSheet('state-border')[theme]);
    assert.deepEqual(
      ink.looks,
      LOOKS.map((look) => inSheet(look)[theme]),
    );
  }
});
