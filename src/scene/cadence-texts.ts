import type { Cadence, CadenceGap } from '../query/cadence';
import type { Day } from '../time/day';
import type { Box, Font, Ink, MeasureText, TextShape } from './scene';
import { boxesMeet } from './timeline-axis';
import { baseline } from './timeline-names';

export interface CadenceWords {
  /** What recurs: “Cadence: summits”. Stands at the left edge; left out for none. */
  readonly title?: string;
  /** “14 months”. */
  readonly lengthOf: (days: number) => string;
  /** “41 days so far”. */
  readonly silenceOf: (days: number) => string;
}

interface CadenceTextsInput {
  readonly cadence: Cadence;
  /** Those to name where they have room, beside the longest, which is named in any case. */
  readonly gaps: readonly CadenceGap[];
  readonly xOf: (day: Day) => number;
  readonly widthPx: number;
  readonly topPx: number;
  readonly lang: string;
  readonly words: CadenceWords;
  readonly measure: MeasureText;
  readonly wholeTexts?: boolean;
}

const STRONG: Font = { family: 'ui', sizePx: 11, weight: 600 };
const PLAIN: Font = { family: 'ui', sizePx: 10, weight: 400 };
const TEXT_Y = 6.5;
const TEXT_PX = 13;
const TITLE_X = 12;
/** Between texts, and between a text and the ends of a gap that must hold it. */
const CLEAR_PX = 8;

interface Wanted {
  readonly text: string;
  readonly middleX: number;
  readonly font: Font;
  readonly ink: Ink;
  /** It is left out where it has no room between. */
  readonly within?: readonly [x0: number, x1: number];
  readonly isTitle?: boolean;
}

/**
 * The lengths of the longest gap and of the present silence, centred over them (the
 * silence beyond its end where it is short), then those of gaps that hold their own
 * text. Each has its place in time, so panning changes no text; one that would meet an earlier one is left out, and so is
 * one that the edge would cut, but for the title on screen.
 */
export function layoutCadenceTexts(input: CadenceTextsInput): {
  readonly nodes: readonly TextShape[];
  readonly boxes: readonly Box[];
} {
  const { measure, topPx, widthPx } = input;
  const nodes: TextShape[] = [];
  const boxes: Box[] = [];
  for (const { text, middleX, font, ink, within, isTitle } of wantedOf(input)) {
    const width = measure(text, font);
    const x = middleX - width / 2;
    if (within && (x - CLEAR_PX < within[0] || x + width + CLEAR_PX > within[1])) continue;
    const box = { x, y: topPx + TEXT_Y - TEXT_PX / 2, width, height: TEXT_PX };
    const wide = { ...box, x: x - CLEAR_PX / 2, width: width + CLEAR_PX };
    if (boxes.some((other) => boxesMeet(other, wide))) continue;
    boxes.push(box);
    const isCut = x < 0 || x + width > widthPx;
    if (isCut && (!isTitle || input.wholeTexts === true)) continue;
    nodes.push(textAt(input, { text, x, font, ink }));
  }
  return { nodes, boxes: boxes.filter(({ x, width }) => x <= widthPx && x + width >= 0) };
}

function* wantedOf(input: CadenceTextsInput): Iterable<Wanted> {
  const { cadence, gaps, words, measure, xOf } = input;
  const { rhythm, silence } = cadence;
  const last = cadence.occasions.at(-1);
  if (words.title !== undefined) {
    const middleX = TITLE_X + measure(words.title, STRONG) / 2;
    yield { text: words.title, middleX, font: STRONG, ink: 'ink-2', isTitle: true };
  }
  const longest = rhythm?.longest;
  if (longest) yield { ...placeOf(longest, xOf, words), font: STRONG, ink: 'ink-1' };
  if (last && silence && silence.days > 0) {
    const font = silence.isLongest ? STRONG : PLAIN;
    const text = words.silenceOf(silence.days);
    const width = measure(text, font);
    const [x0, x1] = [xOf(last.day + 0.5), xOf(cadence.throughDay + 1)];
    // Beyond the line that it ends at, where it has no room before.
    const hasRoom = x1 - x0 >= width + CLEAR_PX;
    const middleX = hasRoom ? (x0 + x1) / 2 : x1 + CLEAR_PX + width / 2;
    yield { text, middleX, font, ink: 'ink-1' };
  }
  for (const gap of gaps) {
    if (gap === longest) continue;
    const within = [xOf(gap.from.day + 0.5), xOf(gap.to.day + 0.5)] as const;
    // Reading a length costs, and most gaps are too short for any.
    if (within[1] - within[0] < 4 * CLEAR_PX) continue;
    yield { ...placeOf(gap, xOf, words), font: PLAIN, ink: 'ink-3', within };
  }
}

function placeOf(gap: CadenceGap, xOf: (day: Day) => number, words: CadenceWords) {
  const middleX = (xOf(gap.from.day + 0.5) + xOf(gap.to.day + 0.5)) / 2;
  return { text: words.lengthOf(gap.days), middleX };
}

function textAt(
  { lang, topPx }: CadenceTextsInput,
  { text, x, font, ink }: Pick<TextShape, 'text' | 'x' | 'font' | 'ink'>,
): TextShape {
  return {
    kind: 'text',
    text,
    lang,
    x,
    y: baseline(topPx + TEXT_Y, font.sizePx),
    font,
    ink,
    align: 'start',
    halo: { ink: 'canvas', widthPx: 3 },
  };
}
