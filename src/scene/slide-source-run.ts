import type { SceneNode } from './scene';
import type { SlideSource, SourcesInput } from './slide-source-list';
import { textNode } from './slide-text';

/** What stands in a line of one source: its number, or words of it. */
interface Piece {
  readonly source: SlideSource;
  readonly text: string;
  readonly x: number;
  readonly isNumber: boolean;
}

const NUMBER_GAP_PX = 4;
const SOURCE_GAP_PX = 11;
/** Words with the blanks or the comma after them; a line may end after each. */
const WORDS = /[^\s、，・/]+[\s、，・/]*|[\s、，・/]+/gu;

/** Sources one after the other in running lines, as narrow columns have them. */
export function runSources(input: SourcesInput): readonly (readonly Piece[])[] {
  const { style, sources, measure } = input;
  const { font, marginPx } = style;
  const right = style.widthPx - marginPx;
  const lines: Piece[][] = [[]];
  let x = marginPx;
  const breakLine = () => {
    if ((lines.at(-1) ?? []).length > 0) lines.push([]);
    x = marginPx;
  };
  const put = (source: SlideSource, text: string, isNumber: boolean) => {
    lines.at(-1)?.push({ source, text, x, isNumber });
    x += measure(text, isNumber ? font.sourceIndex : font.source);
  };
  const widthOf = (text: string) => measure(text.trimEnd(), font.source);
  for (const source of sources) {
    const number = String(source.number);
    const words = piecesOf(source.text, right - marginPx, widthOf);
    const numberPx = measure(number, font.sourceIndex) + NUMBER_GAP_PX;
    // A number stands with the first word of what it counts.
    if (x > marginPx && x + numberPx + widthOf(words[0] ?? '') > right) breakLine();
    put(source, number, true);
    x += NUMBER_GAP_PX;
    let run = '';
    for (const word of words) {
      if (x + widthOf(run + word) > right) {
        if (run) put(source, run.trimEnd(), false);
        run = '';
        breakLine();
      }
      run += word;
    }
    if (run) put(source, run.trimEnd(), false);
    x += SOURCE_GAP_PX;
  }
  return lines.filter((line) => line.length > 0);
}

/** Words; a word that is wider than a line in parts. */
function piecesOf(text: string, roomPx: number, widthOf: (text: string) => number): string[] {
  return (text.match(WORDS) ?? []).flatMap((word) => {
    if (widthOf(word) <= roomPx) return [word];
    const parts: string[] = [];
    let part = '';
    for (const letter of word) {
      if (part && widthOf(part + letter) > roomPx) {
        parts.push(part);
        part = '';
      }
      part += letter;
    }
    return [...parts, part];
  });
}

export function drawRun(
  { style: { font }, lang }: SourcesInput,
  line: readonly Piece[],
  y: number,
): SceneNode[] {
  return line.map(({ source, text, x, isNumber }) => ({
    ...textNode({
      text,
      lang: isNumber ? lang : source.lang,
      x,
      y,
      font: isNumber ? font.sourceIndex : font.source,
      ink: 'ink-2',
    }),
    ...(source.href !== undefined && { href: source.href }),
  }));
}
