import type { MeasureText } from './scene';
import { lineHeightPx, nameStyle, type PageStyle } from './slide-style';
import { wrapToWidth } from './slide-text';
import { wrapBalanced } from './wrap-text';

/** What is written beside a mark: the whole name, then its source's number, its date and a sign where no source is given. */
export interface NameText {
  readonly style: PageStyle;
  readonly title: string;
  readonly titleLang: string;
  readonly sourceNumber: string;
  readonly sourceHref?: string | undefined;
  readonly date: string;
  readonly lang: string;
  readonly importance: number;
  readonly warnsOfNoSource: boolean;
}

/** Where a mark stands, in px of the page. */
export interface MarkPlace {
  readonly x0: number;
  readonly x1: number;
  readonly heightPx: number;
  /** A span whose inside can be as high as the name needs. */
  readonly holdsName: boolean;
}

/** Between these the page may be written on. */
export interface Bounds {
  readonly left: number;
  readonly right: number;
}

/** One way to write a name. `x0` and `x1` bound the text, `blockPx` is the height of mark and text together. */
export interface NameForm {
  readonly side: 'right' | 'left' | 'inside' | 'below';
  readonly lines: readonly string[];
  /** The date in lines of its own under the name, where it has no room behind it; else none. */
  readonly dateLines: readonly string[];
  readonly x0: number;
  readonly x1: number;
  readonly blockPx: number;
}

export const MARK_GAP_PX = 7;
export const NUMBER_GAP_PX = 2;
export const DATE_GAP_PX = 7;
export const SIGN_PX = 10;
const INSIDE_PX = { start: 12, end: 10 } as const;
/** From this length on a name may stand under its bar. */
const LONG_BAR_PX = 160;
/** Keeps a name nearer to the bar above it than to what comes below. */
const BELOW_CLEAR_PX = 5;

/** A name broken into lines in every way that may be tried. */
export interface SetName {
  readonly text: NameText;
  /** By one, two and three balanced lines where it can be broken. */
  readonly settings: readonly Setting[];
  /** As many lines as the page's width asks for. */
  readonly fallback: Setting;
}

export interface Setting {
  readonly lines: readonly string[];
  readonly dateLines: readonly string[];
  /** Of the widest line; number and date stand behind the last one. */
  readonly widthPx: number;
}

/** Breaks and measures a name, once for all places that are tried. */
export function setName(text: NameText, bounds: Bounds, measure: MeasureText): SetName {
  const { font } = nameStyle(text.style, text.importance);
  const tail = tailWidth(text, measure);
  const widthOf = (line: string) => measure(line, font) + (text.title.endsWith(line) ? tail : 0);
  const settingOf = (lines: readonly string[]): Setting => ({
    lines,
    dateLines: [],
    widthPx: Math.max(...lines.map(widthOf)),
  });
  const settings = ([1, 2, 3] as const).flatMap((count) => {
    const lines = wrapBalanced(text.title, count, widthOf);
    return lines ? [settingOf(lines)] : [];
  });
  const roomPx = bounds.right - bounds.left;
  return {
    text,
    settings,
    fallback: settings.find(({ widthPx }) => widthPx <= roomPx) ?? setAcross(text, roomPx, measure),
  };
}

/** In as many lines as it takes; the date goes below where it has no room behind the last one. */
function setAcross(text: NameText, roomPx: number, measure: MeasureText): Setting {
  const { font } = nameStyle(text.style, text.importance);
  const numberPx = tailWidth({ ...text, date: '' }, measure);
  const widthOf = (line: string) =>
    measure(line, font) + (text.title.endsWith(line) ? numberPx : 0);
  const lines = wrapToWidth(text.title, roomPx, widthOf);
  const lastPx = measure(lines.at(-1) ?? '', font) + tailWidth(text, measure);
  const dateFont = text.style.font.date;
  const dateLines =
    lastPx <= roomPx ? [] : wrapToWidth(text.date, roomPx, (line) => measure(line, dateFont));
  const widthPx = Math.max(
    ...lines.map(widthOf),
    ...dateLines.map((line) => measure(line, dateFont)),
    dateLines.length > 0 ? 0 : lastPx,
  );
  return { lines, dateLines, widthPx };
}

export interface NameFormsInput {
  readonly name: SetName;
  readonly mark: MarkPlace;
  readonly bounds: Bounds;
  readonly density: number;
}

/** Every form in which a name stays whole and on the page; never none. */
export function nameForms(input: NameFormsInput): readonly NameForm[] {
  const forms = input.name.settings.flatMap((setting) => formsOf(input, setting));
  if (forms.some((form) => form.side === 'inside')) {
    return forms.filter((form) => form.side === 'inside');
  }
  const isLong = input.mark.x1 - input.mark.x0 >= LONG_BAR_PX;
  return isLong || forms.length === 0 ? [...forms, belowForm(input)] : forms;
}

function formsOf(input: NameFormsInput, { lines, dateLines, widthPx: width }: Setting): NameForm[] {
  const { name, mark, bounds, density } = input;
  const linePx = firstLinePx(name.text, density);
  const textPx = lines.length * linePx;
  const shiftPx = Math.max(0, (mark.heightPx - linePx) / 2);
  const beside = { lines, dateLines, blockPx: Math.max(mark.heightPx, shiftPx + textPx) };
  const forms: NameForm[] = [];
  if (mark.holdsName && width <= mark.x1 - mark.x0 - INSIDE_PX.start - INSIDE_PX.end) {
    const x0 = mark.x0 + INSIDE_PX.start;
    const blockPx = textPx + 2 * insideAbovePx(density);
    forms.push({ side: 'inside', lines, dateLines, x0, x1: x0 + width, blockPx });
  }
  const right = mark.x1 + MARK_GAP_PX;
  if (right + width <= bounds.right) {
    forms.push({ side: 'right', ...beside, x0: right, x1: right + width });
  }
  const left = mark.x0 - MARK_GAP_PX;
  if (left - width >= bounds.left) {
    forms.push({ side: 'left', ...beside, x0: left - width, x1: left });
  }
  return forms;
}

/** The form that always fits: under the bar, moved in from the page's edge, in as many lines as it takes. */
function belowForm(input: NameFormsInput): NameForm {
  const { name, mark, bounds, density } = input;
  const { lines, dateLines, widthPx: width } = name.fallback;
  const x0 = Math.max(bounds.left, Math.min(mark.x0, bounds.right - width));
  const linePx = firstLinePx(name.text, density);
  const lineCount = lines.length + dateLines.length;
  const blockPx = mark.heightPx + lineCount * linePx + BELOW_CLEAR_PX;
  return { side: 'below', lines, dateLines, x0, x1: x0 + width, blockPx };
}

/** Width of all that stands behind the last line. */
export function tailWidth(name: NameText, measure: MeasureText): number {
  const number = name.sourceNumber
    ? NUMBER_GAP_PX + measure(name.sourceNumber, name.style.font.sourceNumber)
    : 0;
  const sign = name.warnsOfNoSource ? NUMBER_GAP_PX + SIGN_PX : 0;
  const date = name.date ? DATE_GAP_PX + measure(name.date, name.style.font.date) : 0;
  return number + sign + date;
}

/** Height of the first line: where the mark's middle lies in the block. */
export function firstLinePx(name: NameText, density: number): number {
  return lineHeightPx(nameStyle(name.style, name.importance).font.sizePx, density);
}

/** Room above and below a name that stands inside its span. */
export function insideAbovePx(density: number): number {
  return density < 1 ? 3 : 4;
}
