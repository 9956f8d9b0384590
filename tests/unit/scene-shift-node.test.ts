import { describe, expect, it } from 'vitest';
import type { SceneNode } from '../../src/scene/scene';
import { shiftNode } from '../../src/scene/shift-node';

const FADE = { x0: 1, x1: 9, stops: [] };
const NODE: SceneNode = {
  kind: 'group',
  clip: { x: 0, y: 0, width: 5, height: 5 },
  nodes: [
    { kind: 'rect', x: 1, y: 2, width: 3, height: 4, fill: FADE },
    { kind: 'circle', x: 1, y: 2, r: 3, fill: 'ink-1' },
    {
      kind: 'polygon',
      points: [1, 2, 3, 4],
      closed: false,
      stroke: { ink: 'ink-1', widthPx: 1, fade: FADE },
    },
    { kind: 'curve', points: [1, 2, 3, 4, 5, 6, 7, 8] },
  ],
};

describe('a shifted node', () => {
  it('has all its places moved, fades and clips too, and nothing else', () => {
    expect(shiftNode(NODE, 10, 100)).toEqual({
      kind: 'group',
      clip: { x: 10, y: 100, width: 5, height: 5 },
      nodes: [
        { kind: 'rect', x: 11, y: 102, width: 3, height: 4, fill: { ...FADE, x0: 11, x1: 19 } },
        { kind: 'circle', x: 11, y: 102, r: 3, fill: 'ink-1' },
        {
          kind: 'polygon',
          points: [11, 102, 13, 104],
          closed: false,
          stroke: { ink: 'ink-1', widthPx: 1, fade: { ...FADE, x0: 11, x1: 19 } },
        },
        { kind: 'curve', points: [11, 102, 13, 104, 15, 106, 17, 108] },
      ],
    });
  });

  it('comes back by the way that it went', () => {
    expect(shiftNode(shiftNode(NODE, 7, -3), -7, 3)).toEqual(NODE);
  });
});
