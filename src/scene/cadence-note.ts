import type { CadenceStrip } from './cadence-strip';
import { CADENCE_STRIP_PX } from './cadence-strip';
import type { Box, Font, MeasureText, TextShape } from './scene';
import { baseline } from './timeline-names';

interface NoteInput {
  /** The same said ever shorter. */
  readonly texts: readonly string[];
  readonly lang: string;
  readonly widthPx: number;
  readonly topPx: number;
  readonly measure: MeasureText;
}

const FONT: Font = { family: 'ui', sizePx: 11, weight: 400 };
const SIDE_PX = 12;

/** In place of a strip: why there is none, in the longest words that have room. */
export function layoutCadenceNote(input: NoteInput): CadenceStrip {
  const { texts, lang, widthPx, topPx, measure } = input;
  const room = widthPx - 2 * SIDE_PX;
  const text = texts.find((each) => measure(each, FONT) <= room);
  const box: Box = { x: 0, y: topPx, width: widthPx, height: CADENCE_STRIP_PX };
  const middle = topPx + CADENCE_STRIP_PX / 2;
  const note = (said: string): TextShape => ({
    kind: 'text',
    text: said,
    lang,
    x: SIDE_PX,
    y: baseline(middle, FONT.sizePx),
    font: FONT,
    ink: 'ink-2',
    align: 'start',
    halo: { ink: 'canvas', widthPx: 3 },
  });
  return {
    heightPx: CADENCE_STRIP_PX,
    nodes:
      text === undefined
        ? []
        : [{ kind: 'group', label: 'cadence', clip: box, nodes: [note(text)] }],
    hits: [],
    texts: text === undefined ? [] : [{ ...box, x: SIDE_PX, width: measure(text, FONT) }],
  };
}
