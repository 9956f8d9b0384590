import type { i18n as I18n } from 'i18next';
import { useEffect, useState } from 'react';
import type { Publication } from '../../formats/publication';
import { beginBusy } from '../../io/document-signals';
import type { MeasureText, SceneNode } from '../../scene/scene';
import { hasFontsFor, loadFontsFor } from '../fonts';
import { runInPieces } from '../run-in-pieces';
import { createMeasure } from '../timeline/measure-text';
import { createPublication } from './create-publication';
import type { PublicationOrder } from './publication-orders';

/** Typing a title need not lay out the pages for every letter. */
const REST_MS = 160;

/** Publications as they were ordered. */
export interface MadePages {
  readonly orders: readonly PublicationOrder[];
  /** One for each order. */
  readonly publications: readonly Publication[];
  /** Each letter that they write, once. */
  readonly letters: string;
  readonly lacksFonts: boolean;
}

export interface PagesState {
  /** The last that were laid out; `orders` tells for what. */
  readonly made: MadePages | undefined;
  /** What is asked for now could not be laid out. */
  readonly hasFailed: boolean;
}

/**
 * Lays the pages out anew, in pieces, once the orders rest. The document says that it is busy meanwhile.
 */
export function usePages(i18n: I18n, orders: readonly PublicationOrder[] | undefined): PagesState {
  const [made, setMade] = useState<MadePages>();
  const [failed, setFailed] = useState<readonly PublicationOrder[]>();
  const isFirst = made === undefined;
  useEffect(() => {
    if (!orders) return;
    const endBusy = beginBusy();
    let isOver = false;
    const layout = async () => {
      try {
        const next = await makeWithFonts(i18n, orders, () => isOver);
        if (next && !isOver) setMade(next);
      } catch {
        if (!isOver) setFailed(orders);
      }
      endBusy();
    };
    const timer = setTimeout(() => void layout(), isFirst ? 0 : REST_MS);
    return () => {
      isOver = true;
      clearTimeout(timer);
      endBusy();
    };
  }, [i18n, orders, isFirst]);
  return { made, hasFailed: orders !== undefined && failed === orders };
}

/** Fonts come by what is written, and what is written takes room by its fonts: hence twice where fonts were lacking. */
async function makeWithFonts(
  i18n: I18n,
  orders: readonly PublicationOrder[],
  isOver: () => boolean,
): Promise<MadePages | undefined> {
  const before = createMeasure();
  const publications = await makeAll(i18n, orders, { measure: before, isOver });
  if (!publications) return undefined;
  const letters = lettersOf(publications);
  await loadFontsFor([letters]);
  const lacksFonts = !hasFontsFor(letters, SAMPLES);
  const after = createMeasure();
  if (isSameMeasure(letters, before, after)) return { orders, publications, letters, lacksFonts };
  if (isOver()) return undefined;
  const again = await makeAll(i18n, orders, { measure: after, isOver });
  return again && { orders, publications: again, letters, lacksFonts };
}

async function makeAll(
  i18n: I18n,
  orders: readonly PublicationOrder[],
  { measure, isOver }: { readonly measure: MeasureText; readonly isOver: () => boolean },
): Promise<readonly Publication[] | undefined> {
  const publications: Publication[] = [];
  for (const { subject, choices } of orders) {
    const steps = createPublication(subject, choices, { i18n, measure });
    // One after the other, with room for the page in between.
    // oxlint-disable-next-line no-await-in-loop
    const publication = await runInPieces(steps, isOver);
    if (!publication) return undefined;
    publications.push(publication);
  }
  return publications;
}

/** Each letter that the pages write, once. */
function lettersOf(publications: readonly Publication[]): string {
  const letters = new Set<string>();
  const visit = (nodes: readonly SceneNode[]) => {
    for (const node of nodes) {
      if (node.kind === 'group') visit(node.nodes);
      else if (node.kind === 'text') for (const letter of node.text) letters.add(letter);
    }
  };
  for (const { pages } of publications) for (const { scene } of pages) visit(scene.nodes);
  return [...letters].join('');
}

const SAMPLES = [
  { family: 'ui', sizePx: 12, weight: 400 },
  { family: 'text', sizePx: 44, weight: 600 },
] as const;

function isSameMeasure(letters: string, a: MeasureText, b: MeasureText): boolean {
  return SAMPLES.every((font) => a(letters, font) === b(letters, font));
}
