import { describe, expect, it } from 'vitest';
import { layoutPrintPage, type PrintPageInput, printFramePx } from '../../src/scene/print-page';
import type { SceneNode } from '../../src/scene/scene';
import { measureByLetters } from '../support/slide';

const input: PrintPageInput = {
  picture: {
    widthPx: 1200,
    heightPx: 500,
    nodes: [{ kind: 'rect', x: 0, y: 0, width: 1200, height: 500, fill: 'bg' }],
  },
  title: 'Japan and the United States, 2023',
  subtitle: '57 events. All domains.',
  legend: [{ kind: 'domain', index: 0, text: 'Diplomacy', lang: 'en' }],
  foot: { wordmark: 'Entente', left: 'Dataset japan-us', right: 'As of 12 June 2023' },
  lang: 'en',
  measure: measureByLetters,
};

function textsOf(nodes: readonly SceneNode[]): { text: string; y: number }[] {
  return nodes.flatMap((node) => {
    if (node.kind === 'group') return textsOf(node.nodes);
    return node.kind === 'text' ? [{ text: node.text, y: node.y }] : [];
  });
}

describe('a page of the view on screen', () => {
  const scene = layoutPrintPage(input);
  const timeline = scene.nodes.find((node) => node.kind === 'group' && node.label === 'timeline');

  it('has title, subtitle and legend over the picture, and what it is read from under it', () => {
    const clip = timeline?.kind === 'group' ? timeline.clip : undefined;
    if (!clip) throw new Error('no picture');
    const over = textsOf(scene.nodes).filter(({ y }) => y < clip.y);
    const under = textsOf(scene.nodes).filter(({ y }) => y > clip.y + clip.height);
    expect(over.map(({ text }) => text)).toEqual([input.title, input.subtitle, 'Diplomacy']);
    expect(under.map(({ text }) => text).toSorted()).toEqual([
      'As of 12 June 2023',
      'Dataset japan-us',
      'Entente',
    ]);
  });

  it('cuts nothing of the picture, and is as high as was foretold', () => {
    const clip = timeline?.kind === 'group' ? timeline.clip : undefined;
    expect(clip).toMatchObject({ width: 1200, height: 500 });
    const { picture, ...frameInput } = input;
    const frame = printFramePx(frameInput, picture.widthPx);
    expect(scene.heightPx).toBe(Math.ceil(frame.heightPx + 500));
    expect(scene.widthPx).toBe(1200 + 2 * frame.marginPx);
  });
});
