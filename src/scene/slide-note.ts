import type { MeasureText, SceneNode } from './scene';
import type { PageStyle } from './slide-style';
import { clampLines, textNode, wrapToWidth } from './slide-text';

interface NoteInput {
  /** Left out: nothing is drawn, and it takes no room. */
  readonly note: string | undefined;
  readonly lang: string;
  readonly style: PageStyle;
  /** So many lines at most. */
  readonly most?: number | undefined;
  readonly measure: MeasureText;
}

const LINE_PX = 18;
const ABOVE_PX = 14;

/** A sentence or two under the lanes, across the page. `draw` puts it at a height of the page. */
export function placeNote({ note, lang, style, most, measure }: NoteInput): {
  readonly heightPx: number;
  /** Whether it does not stand there in whole. */
  readonly isCut: boolean;
  draw: (top: number) => readonly SceneNode[];
} {
  if (!note) return { heightPx: 0, isCut: false, draw: () => [] };
  const { marginPx, widthPx, font } = style;
  const roomPx = widthPx - 2 * marginPx;
  const widthOf = (text: string) => measure(text, font.note);
  const wrapped = wrapToWidth(note, roomPx, widthOf);
  const lines = clampLines(wrapped, { most, roomPx, widthOf });
  return {
    heightPx: ABOVE_PX + lines.length * LINE_PX,
    isCut: lines.length < wrapped.length,
    draw: (top) => [
      {
        kind: 'group',
        label: 'note',
        nodes: lines.map((text, i) =>
          textNode({
            text,
            lang,
            x: marginPx,
            y: top + ABOVE_PX + (i + 0.75) * LINE_PX,
            font: font.note,
            ink: 'ink-2',
          }),
        ),
      },
    ],
  };
}
