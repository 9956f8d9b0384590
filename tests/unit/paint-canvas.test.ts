import { describe, expect, it } from 'vitest';
import { paintCanvas } from '../../src/paint/paint-canvas';
import { LIGHT } from '../../src/paint/palette';
import type { Scene, SceneNode, TextShape } from '../../src/scene/scene';
import { RecordingContext } from '../support/recording-context';

const scene = (...nodes: SceneNode[]): Scene => ({ widthPx: 200, heightPx: 100, nodes });
const name = (text: string, more: Partial<TextShape> = {}): TextShape => ({
  kind: 'text',
  text,
  lang: 'en',
  x: 10,
  y: 20,
  font: { family: 'ui', sizePx: 12, weight: 450 },
  ink: 'ink-1',
  align: 'start',
  ...more,
});

function paint(...nodes: SceneNode[]): RecordingContext {
  const ctx = new RecordingContext();
  paintCanvas(ctx, scene(...nodes), { palette: LIGHT, pixelRatio: 2 });
  return ctx;
}

const line = (dash?: number[]): SceneNode => ({
  kind: 'polygon',
  points: [0, 0, 10, 0],
  closed: false,
  stroke: { ink: 'dip', widthPx: 1, ...(dash ? { dash } : {}) },
});

describe('the canvas painter', () => {
  it('clears the whole picture at the pixel ratio', () => {
    const { calls } = paint();
    expect(calls.map(({ call, args }) => [call, ...args])).toEqual([
      ['setTransform', 2, 0, 0, 2, 0, 0],
      ['clearRect', 0, 0, 200, 100],
    ]);
  });

  it('sets the font once for names of one size, though their font objects differ', () => {
    const ctx = paint(name('a'), name('b'), name('c', { font: { ...name('').font } }));
    expect(ctx.draws).toHaveLength(3);
    expect(ctx.fontChanges).toBe(1);
  });

  it('tells the language of texts that are written otherwise in each, and of no others', () => {
    expect(paint(name('Trade', { lang: 'en' })).lang).toBe('');
    const ctx = paint(name('貿易', { lang: 'ja' }), name('Trade', { lang: 'en' }));
    expect(ctx.lang).toBe('ja');
  });

  it('draws the halo under the letters and twice as wide', () => {
    const ctx = paint(name('a', { halo: { ink: 'canvas', widthPx: 2 } }));
    expect(ctx.draws.map(({ call, lineWidth }) => [call, lineWidth])).toEqual([
      ['strokeText', 4],
      ['fillText', 4],
    ]);
  });

  it('starts afresh after a clip', () => {
    const dash = [2, 2];
    const dashed: SceneNode = {
      kind: 'polygon',
      points: [0, 0, 10, 0],
      closed: false,
      stroke: { ink: 'dip', widthPx: 1, dash },
    };
    const ctx = paint(
      name('before'),
      { kind: 'group', clip: { x: 0, y: 0, width: 9, height: 9 }, nodes: [dashed] },
      dashed,
      name('after'),
    );
    const [before, , inside, after, last] = ctx.draws;
    expect(inside?.dash).toEqual(dash);
    expect(after).toMatchObject({ call: 'stroke', dash, strokeStyle: LIGHT.dip });
    expect(last?.font).toBe(before?.font);
  });

  it.each([
    [1, 'butt', [1.25, 1.85]],
    [2, 'round', [0.1, 3]],
  ] as const)(
    'draws dots round where that can be seen, at a pixel ratio of %i',
    (pixelRatio, cap, dash) => {
      const ctx = new RecordingContext();
      const dots = { ink: 'dip', widthPx: 1.25, dash: [0.1, 3], cap: 'round' } as const;
      const dotted = {
        kind: 'polygon',
        points: [0, 0, 9, 0],
        closed: false,
        stroke: dots,
      } as const;
      paintCanvas(ctx, scene(dotted), { palette: LIGHT, pixelRatio });
      expect(ctx.lineCap).toBe(cap);
      expect(ctx.draws[0]?.dash).toEqual(dash);
    },
  );

  it('leaves no dash to the next line', () => {
    expect(paint(line([3, 2]), line()).draws.map(({ dash }) => dash)).toEqual([[3, 2], []]);
  });

  it('multiplies the opacity of nested groups and does not pass it on', () => {
    const dot: SceneNode = { kind: 'circle', x: 0, y: 0, r: 2, fill: 'dip' };
    const ctx = paint(
      {
        kind: 'group',
        opacity: 0.5,
        nodes: [{ kind: 'group', opacity: 0.5, nodes: [{ ...dot, opacity: 0.4 }] }],
      },
      dot,
    );
    expect(ctx.draws.map(({ alpha }) => alpha)).toEqual([0.1, 1]);
  });

  it('fades along x with the opacity in the colour', () => {
    const stops = [
      { offset: 0, ink: 'sec', opacity: 0 },
      { offset: 1, ink: 'sec', opacity: 1 },
    ] as const;
    const box = { x: 5, y: 0, width: 20, height: 8 };
    const ctx = paint({ kind: 'rect', ...box, fill: { x0: 5, x1: 25, stops } });
    expect(ctx.gradients).toEqual([
      {
        x0: 5,
        x1: 25,
        stops: [
          [0, 'rgba(201, 68, 40, 0)'],
          [1, 'rgba(201, 68, 40, 1)'],
        ],
      },
    ]);
  });
});
