import type { Publication } from '../../formats/publication';
import { paintSvg } from '../../paint/paint-svg';
import { LIGHT } from '../../paint/palette';
import { nextTask } from '../next-task';
import { printSheets, type Sheet } from '../print/sheets';
import type { WriteSteps, Writing } from './use-writing';

/** Hands pages to the browser's printing: as vectors, light whatever they are on screen, each on paper of its size. */
export async function printPages(
  publications: readonly Publication[],
  { signal, onDone }: WriteSteps,
): Promise<Writing> {
  const sheets: Sheet[] = [];
  for (const { pages, pointsPerPx, lang } of publications) {
    for (const { scene, title, alt } of pages) {
      const idPrefix = `sheet-${sheets.length + 1}-`;
      const svg = paintSvg(scene, { palette: LIGHT, title, desc: alt, lang, idPrefix });
      const { widthPx, heightPx } = scene;
      const paper = { widthPt: widthPx * pointsPerPx, heightPt: heightPx * pointsPerPx };
      sheets.push({ svg, paper });
      onDone(sheets.length);
      // Many pages would hold up the one on screen.
      // oxlint-disable-next-line no-await-in-loop
      await nextTask();
      signal.throwIfAborted();
    }
  }
  printSheets(sheets);
  return { kind: 'idle' };
}
