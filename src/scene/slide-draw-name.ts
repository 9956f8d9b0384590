import type { Box, MeasureText, SceneNode, TextShape } from './scene';
import {
  DATE_GAP_PX,
  insideAbovePx,
  type NameForm,
  type NameText,
  NUMBER_GAP_PX,
  SIGN_PX,
  tailWidth,
} from './slide-names';
import { ASCENT, lineHeightPx, nameStyle } from './slide-style';
import { textNode } from './slide-text';

export interface DrawNameInput {
  readonly name: NameText;
  readonly form: NameForm;
  /** Top of mark and text together. */
  readonly y: number;
  readonly markHeightPx: number;
  readonly density: number;
  readonly measure: MeasureText;
}

/** The texts of a name in its form. */
export function drawName(input: DrawNameInput): SceneNode[] {
  const { name, form, measure } = input;
  const look = nameStyle(name.style, name.importance);
  const linePx = lineHeightPx(look.font.sizePx, input.density);
  const firstBaseline = textTop(input, linePx) + (linePx - look.font.sizePx) / 2;
  const yOf = (line: number) => firstBaseline + ASCENT * look.font.sizePx + line * linePx;
  const tail = tailWidth(form.dateLines.length > 0 ? { ...name, date: '' } : name, measure);
  const nodes: SceneNode[] = [];
  form.lines.forEach((text, i) => {
    const isLast = i === form.lines.length - 1;
    const y = yOf(i);
    const width = measure(text, look.font);
    const atLeft = form.side === 'left';
    const x = atLeft ? form.x1 - (isLast ? tail : 0) : form.x0;
    const align = atLeft ? 'end' : 'start';
    nodes.push(textNode({ text, lang: name.titleLang, x, y, ...look, align }));
    if (isLast) nodes.push(...drawTail(input, { x: atLeft ? x : x + width, y }));
  });
  form.dateLines.forEach((text, i) => {
    nodes.push(dateNode(input, { text, x: form.x0, y: yOf(form.lines.length + i) }));
  });
  return nodes;
}

/** All that a name takes up: its lines, number and date. */
export function nameBox(input: Omit<DrawNameInput, 'measure'>): Box {
  const { name, form, density } = input;
  const { sizePx } = nameStyle(name.style, name.importance).font;
  const linePx = lineHeightPx(sizePx, density);
  const lines = form.lines.length + form.dateLines.length;
  return {
    x: form.x0,
    y: textTop(input, linePx) + (linePx - sizePx) / 2,
    width: form.x1 - form.x0,
    height: (lines - 1) * linePx + sizePx,
  };
}

/** A short text stands at the middle of its mark, a long one begins with it. */
function textTop(
  { form, y, markHeightPx, density }: Omit<DrawNameInput, 'measure'>,
  linePx: number,
): number {
  if (form.side === 'inside') return y + insideAbovePx(density);
  if (form.side === 'below') return y + markHeightPx;
  return y + Math.max(0, (markHeightPx - linePx) / 2);
}

/** Number, sign and date after the last line; `end` is where that line ends. */
function drawTail(
  input: DrawNameInput,
  end: { readonly x: number; readonly y: number },
): SceneNode[] {
  const { name, form, measure } = input;
  const nodes: SceneNode[] = [];
  let x = end.x;
  if (name.sourceNumber) {
    x += NUMBER_GAP_PX;
    nodes.push(numberNode(name, x, end.y));
    x += measure(name.sourceNumber, name.style.font.sourceNumber);
  }
  if (name.warnsOfNoSource) {
    x += NUMBER_GAP_PX;
    nodes.push(noSourceSign(x, end.y));
    x += SIGN_PX;
  }
  if (name.date && form.dateLines.length === 0) {
    nodes.push(dateNode(input, { text: name.date, x: x + DATE_GAP_PX, y: end.y }));
  }
  return nodes;
}

function numberNode(name: NameText, x: number, baseline: number): TextShape {
  const { sizePx } = nameStyle(name.style, name.importance).font;
  const font = name.style.font.sourceNumber;
  return {
    ...textNode({
      text: name.sourceNumber,
      lang: name.lang,
      x,
      y: baseline - 0.32 * sizePx,
      font: { ...font, sizePx: Math.min(font.sizePx, 0.75 * sizePx) },
      ink: 'ink-2',
    }),
    role: 'source-number',
    ...(name.sourceHref !== undefined && { href: name.sourceHref }),
  };
}

function dateNode(
  { name, form }: DrawNameInput,
  place: { readonly text: string; readonly x: number; readonly y: number },
): TextShape {
  const ink = form.side === 'inside' ? 'ink-2' : 'ink-3';
  return textNode({ ...place, lang: name.lang, font: name.style.font.date, ink });
}

function noSourceSign(x: number, baseline: number): SceneNode {
  const top = baseline - SIGN_PX + 0.5;
  const points = [x, baseline - 0.5, x + SIGN_PX / 2, top, x + SIGN_PX, baseline - 0.5];
  const stroke = { ink: 'warn', widthPx: 1.2 } as const;
  return { kind: 'polygon', points, closed: true, stroke };
}
