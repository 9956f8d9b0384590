import type { MeasureText, SceneNode, TextShape } from './scene';
import {
  DATE_GAP_PX,
  insideAbovePx,
  type NameForm,
  type NameText,
  NUMBER_GAP_PX,
  SIGN_PX,
  tailWidth,
} from './slide-names';
import { ASCENT, FONT, lineHeightPx, nameStyle } from './slide-style';
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
  const style = nameStyle(name.importance);
  const linePx = lineHeightPx(style.font.sizePx, input.density);
  const firstBaseline = textTop(input, linePx) + (linePx - style.font.sizePx) / 2;
  const tail = tailWidth(name, measure);
  const nodes: SceneNode[] = [];
  form.lines.forEach((text, i) => {
    const isLast = i === form.lines.length - 1;
    const y = firstBaseline + ASCENT * style.font.sizePx + i * linePx;
    const width = measure(text, style.font);
    const atLeft = form.side === 'left';
    const x = atLeft ? form.x1 - (isLast ? tail : 0) : form.x0;
    const align = atLeft ? 'end' : 'start';
    nodes.push(textNode({ text, lang: name.titleLang, x, y, ...style, align }));
    if (isLast) nodes.push(...drawTail(input, { x: atLeft ? x : x + width, y }));
  });
  return nodes;
}

/** A short text stands at the middle of its mark, a long one begins with it. */
function textTop({ form, y, markHeightPx, density }: DrawNameInput, linePx: number): number {
  if (form.side === 'inside') return y + insideAbovePx(density);
  if (form.side === 'below') return y + markHeightPx;
  return y + Math.max(0, (markHeightPx - linePx) / 2);
}

/** Number, sign and date after the last line; `end` is where that line ends. */
function drawTail(
  { name, form, measure }: DrawNameInput,
  end: { readonly x: number; readonly y: number },
): SceneNode[] {
  const nodes: SceneNode[] = [];
  const sizePx = nameStyle(name.importance).font.sizePx;
  let x = end.x;
  if (name.sourceNumber) {
    x += NUMBER_GAP_PX;
    const number: TextShape = {
      ...textNode({
        text: name.sourceNumber,
        lang: name.lang,
        x,
        y: end.y - 0.32 * sizePx,
        font: { ...FONT.sourceNumber, sizePx: Math.min(10, 0.75 * sizePx) },
        ink: 'ink-2',
      }),
      role: 'source-number',
    };
    nodes.push(number);
    x += measure(name.sourceNumber, FONT.sourceNumber);
  }
  if (name.warnsOfNoSource) {
    x += NUMBER_GAP_PX;
    nodes.push(noSourceSign(x, end.y));
    x += SIGN_PX;
  }
  if (name.date) {
    const ink = form.side === 'inside' ? 'ink-2' : 'ink-3';
    x += DATE_GAP_PX;
    nodes.push(textNode({ text: name.date, lang: name.lang, x, y: end.y, font: FONT.date, ink }));
  }
  return nodes;
}

function noSourceSign(x: number, baseline: number): SceneNode {
  const top = baseline - SIGN_PX + 0.5;
  const points = [x, baseline - 0.5, x + SIGN_PX / 2, top, x + SIGN_PX, baseline - 0.5];
  const stroke = { ink: 'warn', widthPx: 1.2 } as const;
  return { kind: 'polygon', points, closed: true, stroke };
}
