import type { TFunction } from 'i18next';
import { useEffect, useState } from 'react';
import { beginBusy } from '../../io/document-signals';
import { cssFont } from '../../scene/fonts';
import type { MeasureText, SceneNode } from '../../scene/scene';
import { loadFontsFor } from '../fonts';
import { runInPieces } from '../run-in-pieces';
import { createMeasure } from '../timeline/measure-text';
import { createPicture, type Picture, type PictureInput } from './picture';

/** Typing a title need not lay out the picture for every letter. */
const REST_MS = 160;

export interface PictureState {
  /** The last one that was laid out; `picture.input` tells for what. */
  readonly picture: Picture | undefined;
  readonly lacksFonts: boolean;
}

/** Lays the picture out anew, in pieces, once its input rests. The document says that it is busy meanwhile. */
export function usePicture(t: TFunction<'export'>, input: PictureInput | undefined): PictureState {
  const [state, setState] = useState<PictureState>({ picture: undefined, lacksFonts: false });
  const isFirst = state.picture === undefined;
  useEffect(() => {
    if (!input) return;
    const endBusy = beginBusy();
    let isOver = false;
    const layout = async () => {
      const next = await layoutWithFonts(t, input, () => isOver);
      if (isOver || !next) return;
      setState(next);
      endBusy();
    };
    const timer = setTimeout(() => void layout(), isFirst ? 0 : REST_MS);
    return () => {
      isOver = true;
      clearTimeout(timer);
      endBusy();
    };
  }, [t, input, isFirst]);
  return state;
}

/** Fonts come by what is written, and what is written takes room by its fonts: hence twice where fonts were lacking. */
async function layoutWithFonts(
  t: TFunction<'export'>,
  input: PictureInput,
  isOver: () => boolean,
): Promise<PictureState | undefined> {
  const before = createMeasure();
  const picture = await runInPieces(createPicture(t, input, before), isOver);
  if (!picture) return undefined;
  const texts = textsOf(picture.scene.nodes);
  await loadFontsFor(texts);
  const lacksFonts = !hasFonts(texts);
  const after = createMeasure();
  if (isSameMeasure(texts, before, after)) return { picture, lacksFonts };
  if (isOver()) return undefined;
  const again = await runInPieces(createPicture(t, input, after), isOver);
  return again && { picture: again, lacksFonts };
}

function textsOf(nodes: readonly SceneNode[]): string[] {
  return nodes.flatMap((node) => {
    if (node.kind === 'group') return textsOf(node.nodes);
    return node.kind === 'text' ? [node.text] : [];
  });
}

const SAMPLES = [
  { family: 'ui', sizePx: 12, weight: 400 },
  { family: 'text', sizePx: 44, weight: 600 },
] as const;

function hasFonts(texts: readonly string[]): boolean {
  if (!('fonts' in document)) return true;
  const letters = [...new Set(texts.join(''))].join('');
  return SAMPLES.every((font) => document.fonts.check(cssFont(font), letters));
}

function isSameMeasure(texts: readonly string[], a: MeasureText, b: MeasureText): boolean {
  const all = texts.join(' ');
  return SAMPLES.every((font) => a(all, font) === b(all, font));
}
