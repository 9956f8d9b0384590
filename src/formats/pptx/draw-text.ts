import { element } from '../../paint/xml';
import type { Font, TextShape } from '../../scene/scene';
import { type Drawn, emuEdges, named, transform } from './drawing';
import type { Edges } from './path-shape';
import type { SlidePart } from './slide-part';
import type { TextBlock, TextLine } from './text-blocks';
import { addressOfBlock, blockRuns } from './text-runs';

/** A line of one size is this high in PowerPoint, whatever its font. */
const LINE_EMS = 1.2;
/**
 * From the top of such a line to its baseline, in parts of the font's size. LibreOffice sets it at 1 whatever the font,
 * PowerPoint at 0.96 of Inter and 0.91 of Source Serif: this lies between. Further room goes above.
 */
const SEAT_EMS = { ui: 0.98, text: 0.965 } as const;
/** Programs set bold where the design has weights between, and other fonts where these lack. */
const FRAME_SLACK = 1.04;
/** Where a title is nearly as long as the page is wide. */
const TITLE_SPARE = 1.08;
/** The most that the format allows, in hundredths of a point. */
const WIDEST_PITCH = 158_400;
const ALIGN = { start: 'l', middle: 'ctr', end: 'r' } as const;
const BODY =
  '<a:bodyPr wrap="none" lIns="0" tIns="0" rIns="0" bIns="0" rtlCol="0" anchor="t"><a:noAutofit/></a:bodyPr>';

/** All runs of a block: the text of its lines, with a blank between them. */
export function textOf({ lines }: TextBlock): string {
  return lines
    .flatMap((line) => line.map(({ text }) => text))
    .join(' ')
    .trim();
}

/**
 * A block as a box that a person can edit: as wide and high as its text, without margins. Its text is never broken, shrunk
 * or cut, so it may be wider where a font lacks.
 */
export function drawText(
  part: SlidePart,
  block: TextBlock,
  { isTitle = false }: { readonly isTitle?: boolean } = {},
): Drawn {
  const edges = emuEdges(part, isTitle ? titleFrame(part, block) : frameOf(part, block));
  const kind = isTitle
    ? '<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="title"/></p:nvPr>'
    : '<p:cNvSpPr txBox="1"/><p:nvPr/>';
  const naming = { name: textOf(block), address: addressOfBlock(block) };
  const names = element('p:nvSpPr', {}, named(part, naming) + kind);
  const shape = `${transform(edges)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/>`;
  const body = element('p:txBody', {}, `${BODY}<a:lstStyle/>${paragraph(part, block)}`);
  return { xml: element('p:sp', {}, names + element('p:spPr', {}, shape) + body), edges };
}

function paragraph(part: SlidePart, block: TextBlock): string {
  const { align, font } = firstOf(block);
  const pitch = Math.round(100 * part.points(pitchOf(block, font)));
  const val = Math.min(WIDEST_PITCH, Math.max(0, pitch));
  const spacing = element('a:lnSpc', {}, element('a:spcPts', { val }));
  const properties = element('a:pPr', { algn: ALIGN[align] }, spacing);
  return element('a:p', {}, properties + blockRuns(part, block));
}

/** A line of a text that no scene holds. */
export function plainText({ lang }: SlidePart, text: string, y: number): TextShape {
  const font = { family: 'ui', sizePx: 12, weight: 400 } as const;
  return { kind: 'text', text, x: 0, y, lang, font, ink: 'ink-1', align: 'start' };
}

function firstOf({ lines }: TextBlock): TextShape {
  const first = lines[0]?.[0];
  if (!first) throw new Error('pptx: a block of no text; textBlocks makes none');
  return first;
}

/** From one line to the next, in px. */
function pitchOf({ lines }: TextBlock, { sizePx }: Font): number {
  const [first, second] = [lines[0]?.[0], lines[1]?.[0]];
  return first && second ? second.y - first.y : LINE_EMS * sizePx;
}

/** Where the block lies, in px. */
export function frameOf(part: SlidePart, block: TextBlock): Edges {
  const first = firstOf(block);
  const { font, align } = first;
  const widths = block.lines.map((line) => lineEdges(part, line));
  const left = Math.min(...widths.map(({ x0 }) => x0));
  const right = Math.max(...widths.map(({ x1 }) => x1));
  const slack = (FRAME_SLACK - 1) * (right - left);
  const pitch = pitchOf(block, font);
  const seat = SEAT_EMS[font.family] * font.sizePx;
  const y0 = first.y - seat - (pitch - LINE_EMS * font.sizePx);
  const before = { start: 0, middle: slack / 2, end: slack }[align];
  return {
    x0: left - before,
    y0,
    x1: right + slack - before,
    y1: y0 + pitch * block.lines.length,
  };
}

/** From margin to margin, since LibreOffice breaks titles at the edges of their frame. */
export function titleFrame(part: SlidePart, block: TextBlock): Edges {
  const { x0, y0, x1, y1 } = frameOf(part, block);
  if (firstOf(block).align !== 'start') return { x0, y0, x1, y1 };
  const spare = Math.min(part.widthPx, x0 + TITLE_SPARE * (x1 - x0));
  return { x0, y0, x1: Math.max(part.widthPx - x0, spare), y1 };
}

function lineEdges({ measure }: SlidePart, line: TextLine): { x0: number; x1: number } {
  const [first] = line;
  const last = line.at(-1) ?? first;
  const width = measure(first.text, first.font);
  const x0 = first.x - { start: 0, middle: width / 2, end: width }[first.align];
  return { x0, x1: last === first ? x0 + width : last.x + measure(last.text, last.font) };
}
