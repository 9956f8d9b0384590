import { element } from '../../paint/xml';
import type { Font, TextShape } from '../../scene/scene';
import { type Drawn, emuEdges, named, transform } from './drawing';
import { solidFill } from './fill';
import { textElement } from './parts';
import type { Edges } from './path-shape';
import type { SlidePart } from './slide-part';
import type { TextBlock, TextLine } from './text-blocks';
import { webAddress } from './web-address';

export const TYPEFACES = { ui: 'Inter', text: 'Source Serif 4' } as const;
export const JAPANESE = 'Noto Sans JP';

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
const BOLD_FROM = 600;
/** Raised runs are drawn at about two thirds of the size that they are given. */
const RAISED_SIZE = 1.5;
const RAISED = 30_000;
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;
/** Keeps numbers that follow a text to its right, though that runs to the left. */
const LEFT_TO_RIGHT_MARK = '\u200e';
const ALIGN = { start: 'l', middle: 'ctr', end: 'r' } as const;

/** All runs of a block: the text of its lines, with a blank between them. */
export function textOf({ lines }: TextBlock): string {
  return lines
    .map((line) => line.map(({ text }) => text).join(' '))
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
  const names = element('p:nvSpPr', {}, named(part, { name: textOf(block) }) + kind);
  const shape = `${transform(edges)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/>`;
  const body = element('p:txBody', {}, `${BODY}<a:lstStyle/>${paragraph(part, block)}`);
  return { xml: element('p:sp', {}, names + element('p:spPr', {}, shape) + body), edges };
}

/** A line of a text that no scene holds. */
export function plainText({ lang }: SlidePart, text: string, y: number): TextShape {
  const font = { family: 'ui', sizePx: 12, weight: 400 } as const;
  return { kind: 'text', text, x: 0, y, lang, font, ink: 'ink-1', align: 'start' };
}

const BODY =
  '<a:bodyPr wrap="none" lIns="0" tIns="0" rIns="0" bIns="0" rtlCol="0" anchor="t"><a:noAutofit/></a:bodyPr>';

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
  const x0 = left - (align === 'start' ? 0 : align === 'end' ? slack : slack / 2);
  const x1 = right + (align === 'end' ? 0 : align === 'start' ? slack : slack / 2);
  return { x0, y0, x1, y1: y0 + pitch * block.lines.length };
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

function paragraph(part: SlidePart, block: TextBlock): string {
  const first = firstOf(block);
  const pitch = Math.round(100 * part.points(pitchOf(block, first.font)));
  const spacing = element('a:lnSpc', {}, element('a:spcPts', { val: pitch }));
  const properties = element('a:pPr', { algn: ALIGN[first.align] }, spacing);
  const brokenBy = element('a:br', {}, runProperties(part, first));
  const lines = block.lines.map((line) => runs(part, line));
  return element('a:p', {}, properties + lines.join(brokenBy));
}

function runs(part: SlidePart, line: TextLine): string {
  const [first] = line;
  const mark = RIGHT_TO_LEFT.test(first.text) ? LEFT_TO_RIGHT_MARK : '';
  return line
    .map((shape) => {
      const isRaised = shape !== first && shape.role === 'source-number';
      const before = shape === first ? '' : isRaised ? mark : `${mark}  `;
      const properties = runProperties(part, shape, isRaised);
      return element('a:r', {}, properties + textElement('a:t', before + shape.text));
    })
    .join('');
}

function runProperties(part: SlidePart, shape: TextShape, isRaised = false): string {
  const { font, lang, ink, opacity = 1, halo } = shape;
  const sizePx = font.sizePx * (isRaised ? RAISED_SIZE : 1);
  const attributes = {
    lang: officeLang(lang),
    altLang: lang === 'ja' ? 'en-GB' : undefined,
    sz: fontSize(part.points(sizePx)),
    b: font.weight >= BOLD_FROM ? 1 : 0,
    baseline: isRaised ? RAISED : undefined,
    dirty: 0,
  };
  const rad = halo && part.emu(halo.widthPx);
  const glow = halo && element('a:glow', { rad }, solidColour(part, halo.ink));
  const content = [
    solidFill(part, ink, opacity),
    glow ? element('a:effectLst', {}, glow) : '',
    element('a:latin', { typeface: TYPEFACES[font.family] }),
    element('a:ea', { typeface: JAPANESE }),
    linkOf(part, shape.href),
  ];
  return element('a:rPr', attributes, content.join(''));
}

function solidColour(part: SlidePart, ink: TextShape['ink']): string {
  return element('a:srgbClr', { val: part.palette[ink].slice(1) });
}

/** In hundredths of a point, between what the format allows. */
export function fontSize(points: number): number {
  return Math.min(400_000, Math.max(100, Math.round(100 * points)));
}

/** The languages of the interface as office programs know them; undefined for what is no language tag. */
export function officeLang(lang: string): string | undefined {
  if (lang === 'en') return 'en-GB';
  if (lang === 'ja') return 'ja-JP';
  return /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(lang) ? lang : undefined;
}

/** In the text's own colour, where a program knows to; else in that of the theme. */
function linkOf(part: SlidePart, href: string | undefined): string {
  const address = webAddress(href);
  if (address === undefined) return '';
  const id = part.relations.toAddress(address);
  return element('a:hlinkClick', { 'r:id': id }, OWN_COLOUR);
}

const OWN_COLOUR =
  '<a:extLst><a:ext uri="{A12FA001-AC4F-418D-AE19-62706E023703}">' +
  '<ahyp:hlinkClr xmlns:ahyp="http://schemas.microsoft.com/office/drawing/2018/hyperlinkcolor" val="tx"/>' +
  '</a:ext></a:extLst>';
