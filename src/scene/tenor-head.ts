import type { TenorWindow } from '../query/tenor-window';
import type { Box, Font, Ink, MeasureText, SceneNode, Shape, TextShape } from './scene';
import { baseline } from './timeline-names';

export interface TenorWords {
  /** “Tenor: cooperation, conflict”. */
  readonly title: string;
  /** “mean by importance, window of 3 years”: left out where there is no room. */
  readonly note: (window: TenorWindow) => string;
}

interface HeadInput {
  readonly words: TenorWords;
  readonly window: TenorWindow;
  readonly lang: string;
  readonly measure: MeasureText;
  readonly widthPx: number;
  readonly middleY: number;
  /** Without the button. */
  readonly isStill?: boolean | undefined;
}

const TITLE_FONT: Font = { family: 'ui', sizePx: 12.5, weight: 600 };
const NOTE_FONT: Font = { family: 'ui', sizePx: 11, weight: 400 };
const LEFT_PX = 12;
const GAP_PX = 8;
const ICON_R = 6.5;
const BUTTON_PX = 24;

/** What the ribbon is, in words, and a button for how it is made. */
export function layoutTenorHead(input: HeadInput): {
  readonly nodes: readonly SceneNode[];
  readonly texts: readonly Box[];
  /** Where the pointer meets the button. */
  readonly button: Box;
} {
  const { words, window, lang, measure, widthPx, middleY } = input;
  const text = (content: string, x: number, font: Font, ink: Ink): TextShape => ({
    kind: 'text',
    text: content,
    lang,
    x,
    y: baseline(middleY, font.sizePx),
    font,
    ink,
    align: 'start',
    halo: { ink: 'canvas', widthPx: 3 },
  });
  const note = words.note(window);
  const noteX = LEFT_PX + measure(words.title, TITLE_FONT) + GAP_PX;
  const notePx = measure(note, NOTE_FONT) + GAP_PX;
  const hasNote = noteX + notePx + BUTTON_PX <= widthPx;
  const iconX = noteX + (hasNote ? notePx : 0) + ICON_R;
  return {
    nodes: [
      text(words.title, LEFT_PX, TITLE_FONT, 'ink-1'),
      ...(hasNote ? [text(note, noteX, NOTE_FONT, 'ink-3')] : []),
      ...(input.isStill ? [] : infoIcon(iconX, middleY)),
    ],
    texts: [{ x: 0, y: middleY - 9, width: iconX + ICON_R + 4, height: 18 }],
    button: {
      x: iconX - BUTTON_PX / 2,
      y: middleY - BUTTON_PX / 2,
      width: BUTTON_PX,
      height: BUTTON_PX,
    },
  };
}

function infoIcon(x: number, y: number): Shape[] {
  return [
    { kind: 'circle', x, y, r: ICON_R, fill: 'canvas', stroke: { ink: 'line-3', widthPx: 1.25 } },
    { kind: 'circle', x, y: y - 3, r: 0.9, fill: 'ink-2' },
    { kind: 'rect', x: x - 0.7, y: y - 1, width: 1.4, height: 4.5, fill: 'ink-2' },
  ];
}
