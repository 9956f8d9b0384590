import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { DARK, LIGHT, type Palette, withAlpha } from '../../src/paint/palette';
import { FONT_STACKS } from '../../src/scene/fonts';

const css = readFileSync(new URL('../../src/ui/tokens.css', import.meta.url), 'utf8');

/** The custom properties of each rule of the file that sets `color-scheme`. */
const blocks = [...css.matchAll(/color-scheme: (light|dark);([^}]*)\}/g)].map((found) => ({
  scheme: found[1],
  values: new Map(
    [...(found[2] ?? '').matchAll(/--([a-z0-9-]+):\s*([^;]+);/g)].map((m) => [
      m[1],
      m[2]?.replaceAll(/\s+/g, ' '),
    ]),
  ),
}));

const expected = (palette: Palette) =>
  Object.entries(palette).map(([ink, colour]) => ({ ink, colour }));

describe('palettes', () => {
  it('are read from one light and two dark blocks', () => {
    expect(blocks.map((block) => block.scheme)).toEqual(['light', 'dark', 'dark']);
  });

  it.each(blocks)('hold the values of tokens.css ($scheme)', ({ scheme, values }) => {
    const palette = scheme === 'light' ? LIGHT : DARK;
    const found = Object.keys(palette).map((ink) => ({
      ink,
      colour: values.get(ink)?.toUpperCase(),
    }));
    expect(found).toEqual(expected(palette));
  });

  it('font stacks are those of tokens.css', () => {
    expect(blocks[0]?.values.get('font-ui')).toBe(FONT_STACKS.ui);
    expect(blocks[0]?.values.get('font-text')).toBe(FONT_STACKS.text);
  });
});

describe('withAlpha', () => {
  it('keeps the channels apart', () => {
    expect(withAlpha('#0A66E8', 0.5)).toBe('rgba(10, 102, 232, 0.5)');
  });
});
