import fc from 'fast-check';
import * as hb from 'harfbuzzjs';
import { beforeAll, describe, expect, it } from 'vitest';
import { createNodeFonts } from '../../src/cli/node-fonts';
import type { FontEngine } from '../../src/formats/fonts/font-engine';
import { parseFontFaces } from '../../src/formats/fonts/font-face-css';
import type { Font } from '../../src/scene/scene';
import { anyText } from '../support/any-text';
import { tries } from '../support/tries';

const UI: Font = { family: 'ui', sizePx: 10, weight: 400 };
const TEXTS = ['Treaty of San Francisco', 'サンフランシスコ平和条約、「調印」', 'é', '日本 (A)'];

let engine: FontEngine;
beforeAll(async () => {
  engine = await createNodeFonts();
  await engine.prepare(TEXTS);
});

const runsOf = (text: string, font = UI) =>
  engine.runs(text, font).map(({ face, text: part }) => `${face?.family ?? 'box'}: ${part}`);

describe('a text', () => {
  it('is set by the first family that has its letters', () => {
    expect(runsOf('A本')).toEqual(['Inter Variable: A', 'Noto Sans JP Variable: 本']);
    expect(runsOf('A本', { ...UI, family: 'text' })[0]).toBe('Source Serif 4 Variable: A');
  });

  it('is kerned, and wider the bolder it is', () => {
    expect(engine.measure('AV', UI)).toBeLessThan(
      engine.measure('A', UI) + engine.measure('V', UI),
    );
    expect(engine.measure('Treaty', { ...UI, weight: 700 })).toBeGreaterThan(
      engine.measure('Treaty', UI),
    );
  });

  it('grows with the size of its font', () => {
    const twice = engine.measure('San Francisco', { ...UI, sizePx: 20 });
    expect(twice).toBeCloseTo(2 * engine.measure('San Francisco', UI), 6);
  });

  it('joins a letter and its mark where a face has the two as one', () => {
    expect(engine.measure('e\u0301', UI)).toBe(engine.measure('é', UI));
  });

  it('gives full-width marks side by side half their width', () => {
    expect(engine.measure('、', UI)).toBe(10);
    expect(engine.measure('、「', UI)).toBe(15);
    expect(engine.measure('」「', UI)).toBe(15);
    expect(engine.measure('本「', UI)).toBe(20);
  });

  it('has boxes of stable width for letters that no face has', () => {
    expect(runsOf('A🇯🇵')).toEqual(['Inter Variable: A', 'box: 🇯🇵']);
    expect(engine.measure('👩‍👩‍👧', UI)).toBe(10);
    expect(engine.measure('ש', UI)).toBe(6);
    expect(engine.outline('ש', UI).length).toBeGreaterThan(0);
  });

  it('runs from right to left where its letters do', () => {
    expect(runsOf('אב A גד')).toEqual(['box: אב', 'Inter Variable:  A ', 'box: גד']);
    const [second, , first] = engine.runs('אב גד', UI);
    expect([second?.text, first?.text]).toEqual(['גד', 'אב']);
    expect(first?.glyphs.map(({ cluster }) => cluster)).toEqual([1, 0]);
  });

  it('whatever it is, has runs that lie side by side and a finite outline', () => {
    fc.assert(
      fc.property(anyText(), (text) => {
        let x = 0;
        for (const run of engine.runs(text, UI)) {
          expect(run.x).toBeCloseTo(x, 6);
          expect(run.width).toBeGreaterThanOrEqual(0);
          x += run.width;
        }
        expect(engine.measure(text, UI)).toBeCloseTo(x, 6);
        for (const { values } of engine.outline(text, UI)) {
          expect(values.every(Number.isFinite)).toBe(true);
        }
      }),
      { numRuns: tries(60) },
    );
  });
});

describe('an outline', () => {
  it('stands on the baseline, from where the text begins', () => {
    const points = engine.outline('H', { ...UI, sizePx: 100 }).map(({ values }) => values);
    const xs = points.flatMap((values) => values.filter((_, i) => i % 2 === 0));
    const ys = points.flatMap((values) => values.filter((_, i) => i % 2 === 1));
    expect(Math.max(...ys)).toBeCloseTo(0, 3);
    expect(Math.min(...ys)).toBeCloseTo(-72.7, 0);
    expect(Math.min(...xs)).toBeGreaterThan(0);
    expect(Math.max(...xs)).toBeLessThan(engine.measure('H', { ...UI, sizePx: 100 }));
  });
});

describe('a subset', () => {
  const cut = (text: string, weight: number) => {
    const face = engine.runs(text, UI)[0]?.face;
    if (!face) throw new Error('no face');
    const letters = Array.from(text, (letter) => letter.codePointAt(0) ?? 0);
    return engine.subset(face, { weight, letters });
  };
  const read = (bytes: Uint8Array) => new hb.Face(new hb.Blob(bytes));

  it('has its letters and no others, in one weight', () => {
    const face = read(cut('Treaty', 600));
    expect(String.fromCodePoint(...face.collectUnicodes())).toBe('Taerty');
    expect(face.getAxisInfos()).toEqual({});
    expect(face.getName(1, 'en')).toContain('Inter');
  });

  it('sets its letters as wide as the whole font does', () => {
    const font = new hb.Font(read(cut('Treaty', 600)));
    const buffer = new hb.Buffer();
    buffer.addText('Treaty');
    buffer.guessSegmentProperties();
    hb.shape(font, buffer);
    const units = buffer.getGlyphPositions().reduce((sum, { xAdvance }) => sum + xAdvance, 0);
    const wide = engine.measure('Treaty', { ...UI, weight: 600 });
    expect((units * 10) / font.face.upem).toBeCloseTo(wide, 1);
  });

  it('is the same each time', () => {
    expect(cut('本', 450)).toEqual(cut('本', 450));
  });
});

describe('a style sheet', () => {
  it('tells its font files, comments left out', () => {
    const css = `/* @font-face { src: url(no.woff2) } */
      @font-face { font-family: 'A B'; font-weight: 100 900; src: url("./a.woff2") format('woff2'), url(b.woff);
        unicode-range: U+41-5A, U+65E5; }
      @font-face { font-family: C; src: local("C") }`;
    expect(parseFontFaces(css)).toEqual([
      {
        family: 'A B',
        weight: '100 900',
        style: 'normal',
        ranges: [
          [0x41, 0x5a],
          [0x65e5, 0x65e5],
        ],
        url: './a.woff2',
      },
    ]);
  });
});
