import type { MeasureText, SceneNode } from './scene';
import { FONT, PAGE } from './slide-style';
import { textNode, wrapToWidth } from './slide-text';

interface NoteInput {
  /** Left out: nothing is drawn, and it takes no room. */
  readonly note: string | undefined;
  readonly lang: string;
  readonly widthPx: number;
  readonly measure: MeasureText;
}

const LINE_PX = 18;
const ABOVE_PX = 14;

/** A sentence or two under the lanes, across the page. `draw` puts it at a height of the page. */
export function placeNote({ note, lang, widthPx, measure }: NoteInput): {
  readonly heightPx: number;
  draw: (top: number) => readonly SceneNode[];
} {
  if (!note) return { heightPx: 0, draw: () => [] };
  const lines = wrapToWidth(note, widthPx - 2 * PAGE.marginPx, (text) => measure(text, FONT.note));
  return {
    heightPx: ABOVE_PX + lines.length * LINE_PX,
    draw: (top) => [
      {
        kind: 'group',
        label: 'note',
        nodes: lines.map((text, i) =>
          textNode({
            text,
            lang,
            x: PAGE.marginPx,
            y: top + ABOVE_PX + (i + 0.75) * LINE_PX,
            font: FONT.note,
            ink: 'ink-2',
          }),
        ),
      },
    ],
  };
}
