import fc from 'fast-check';
import * as hb from 'harfbuzzjs';
import { describe, expect, it } from 'vitest';
import { createNodeFonts } from '../../src/cli/node-fonts';
import type { GlyphRun } from '../../src/formats/fonts/font-engine';
import { glyphLetters } from '../../src/formats/pdf/glyph-letters';
import { type GlyphSource, mergeGlyphs } from '../../src/formats/pdf/merge-glyphs';
import { TextLine } from '../../src/formats/pdf/text-line';
import { findTitleLines } from '../../src/formats/pdf/title-lines';
import { openTrueType } from '../../src/formats/pdf/true-type';
import type { Font } from '../../src/scene/scene';
import { anyText } from '../support/any-text';

describe('a font merged of several files', () => {
  it.each([
    ['ui', 600, 'AéÅ½'],
    ['ui', 450, '日本米国会談首脳'],
  ] as const)('draws the letters of %s at %i as those do: %s', async (family, weight, letters) => {
    const engine = await createNodeFonts();
    await engine.prepare([letters]);
    const font: Font = { family, weight, sizePx: 1000 };
    const sources = Array.from(letters).map((letter): GlyphSource => {
      const [run] = engine.runs(letter, font);
      const glyph = run?.glyphs[0]?.id;
      if (!run?.face || glyph === undefined) throw new Error(`no face has ${letter}`);
      const bytes = engine.subsetGlyphs(run.face, { weight, glyphs: [glyph] });
      return { font: openTrueType(bytes), glyph };
    });
    const [first, ...rest] = sources;
    if (!first) throw new Error('no letters');
    const merged = mergeGlyphs([first, ...rest]);
    const face = new hb.Face(new hb.Blob(merged.bytes));
    const reader = new hb.Font(face);
    reader.setScale(1000, 1000);
    for (const [i, letter] of Array.from(letters).entries()) {
      expect(merged.widths[i], letter).toBeCloseTo(engine.measure(letter, font), 0);
      const wanted = engine.outline(letter, font);
      const found = reader.glyphToJson(i + 1);
      expect(found.map(({ type }) => type)).toEqual(wanted.map(({ type }) => type));
      // The file's y points up; its numbers are whole.
      const numbers = wanted.flatMap(({ values }) => values.map((v, k) => (k % 2 ? -v : v)));
      const off = found.flatMap(({ values }) => values).map((v, k) => v - (numbers[k] ?? NaN));
      expect(Math.max(...off.map(Math.abs)), letter).toBeLessThan(2);
    }
  });

  it('says which table a file lacks', () => {
    const empty = new Uint8Array([0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    expect(() => openTrueType(empty)).toThrow(/expected a table glyf|expected a table head/);
  });
});

/** A run as the font engine would give it: for each cluster how many letters and how many glyphs. */
const runs = fc
  .record({
    clusters: fc.array(fc.record({ letters: anyText(1), glyphs: fc.integer({ min: 1, max: 3 }) })),
    isRightToLeft: fc.boolean(),
  })
  .map(({ clusters, isRightToLeft }): GlyphRun => {
    let at = 0;
    const glyphs = clusters.flatMap(({ letters, glyphs: count }) => {
      const cluster = at;
      at += letters.length;
      return Array.from({ length: count }, (_, id) => ({ id, x: 0, y: 0, advance: 1, cluster }));
    });
    const text = clusters.map(({ letters }) => letters).join('');
    if (isRightToLeft) glyphs.reverse();
    return { face: undefined, text, isRightToLeft, x: 0, width: 0, glyphs };
  });

describe('the glyphs of a run', () => {
  it('stand for all its letters, each once', () => {
    fc.assert(
      fc.property(runs, (run) => {
        const letters = glyphLetters(run);
        const inOrder = run.isRightToLeft ? letters.toReversed() : letters;
        expect(letters).toHaveLength(run.glyphs.length);
        expect(inOrder.join('')).toBe(run.text);
      }),
    );
  });

  it('are shown where they are to stand, to a thousandth of the font’s size', () => {
    const places = fc.array(
      fc.record({
        width: fc.integer({ min: 1, max: 1000 }),
        gap: fc.double({ min: -0.2, max: 1, noNaN: true }),
      }),
      { minLength: 1, maxLength: 30 },
    );
    fc.assert(
      fc.property(places, (glyphs) => {
        const sizePx = 20;
        const line = new TextLine(sizePx);
        let x = 100;
        const wanted = glyphs.map(({ width, gap }) => {
          x += gap * sizePx;
          const place = x;
          line.add({ font: 'F1', code: '0001', width }, { x, y: 50 });
          x += (width / 1000) * sizePx;
          return place;
        });
        const found = shownAt(line.operators().join('\n'), {
          sizePx,
          widths: glyphs.map(({ width }) => width),
        });
        const off = wanted.map((place, i) => Math.abs(place - (found[i] ?? NaN)));
        expect(Math.max(...off)).toBeLessThan(sizePx / 1000);
      }),
    );
  });
});

/** Where a reader of PDF puts the glyphs of one line. */
function shownAt(
  operators: string,
  { sizePx, widths }: { readonly sizePx: number; readonly widths: readonly number[] },
): number[] {
  const em = sizePx / 1000;
  let [x] = /1 0 0 -1 (\S+) \S+ Tm/.exec(operators)?.slice(1).map(Number) ?? [];
  if (x === undefined) throw new Error('no text matrix');
  const places: number[] = [];
  for (const [, codes, move] of (/\[(.*)\] TJ/.exec(operators)?.[1] ?? '').matchAll(
    /<([^>]*)>|(-?[\d.e-]+)/g,
  )) {
    if (move !== undefined) x -= Number(move) * em;
    for (let i = 0; i < (codes?.length ?? 0); i += 4) {
      places.push(x);
      x += (widths[places.length - 1] ?? 0) * em;
    }
  }
  return places;
}

describe('a name that was broken into lines', () => {
  const words = fc.array(fc.stringMatching(/^[a-z日本-]{1,8}$/), { minLength: 2, maxLength: 8 });

  it('is found again as a whole, wherever it was broken', () => {
    fc.assert(
      fc.property(words, fc.integer({ min: 1, max: 7 }), (parts, at) => {
        const cut = Math.min(at, parts.length - 1);
        const lines = [parts.slice(0, cut).join(' '), parts.slice(cut).join(' ')];
        const whole = parts.join(' ');
        expect(findTitleLines(`${whole}, 3 May`, [...lines, '7', '3 May'])).toEqual({
          count: 2,
          text: whole,
        });
      }),
    );
  });

  it('is none where it has one line, or where lines say something else', () => {
    expect(findTitleLines('A name, 3 May', ['A name', '3 May'])).toBeUndefined();
    expect(findTitleLines('A name', ['Another', 'name'])).toBeUndefined();
    expect(findTitleLines('', [' ', ''])).toBeUndefined();
  });
});
