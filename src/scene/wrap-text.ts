/** Never at the start of a line; and never at its end (the usual Japanese rules, in brief). */
export const NO_START =
  /^[、。，．・：；？！…‥）」』】〕〉》｣｝”ー々〻ゝゞヽヾぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ%％,.;:!?)\]]/u;
export const NO_END = /[（「『【〔〈《｢｛“([]$/u;

/** Runs that stay whole: Latin words and numbers, katakana words, blanks; every other character stands alone. */
const TOKENS = /[\p{Script=Latin}\p{Number}'’‘.,&+%$€£/–-]+|[\p{Script=Katakana}ー・]+|\s+|./gsu;

/** Of longer texts no third is a line that anyone could read. Keeps a title of megabytes from costing minutes. */
const MOST_CHARACTERS = 1200;

/**
 * Breaks a text into just so many lines so that the widest one is as narrow as can be. Latin text breaks at blanks,
 * Japanese between characters: words in katakana stay whole, other words where that costs little width.
 * Undefined where the text has too few places to break at, or is too long. O(breaks²) for three lines.
 */
export function wrapBalanced(
  text: string,
  lines: 1 | 2 | 3,
  measureWidth: (text: string) => number,
): readonly string[] | undefined {
  if (lines === 1) return [text];
  if (text.length > MOST_CHARACTERS) return undefined;
  const breaks = findBreaks(text);
  if (breaks.length < lines - 1) return undefined;
  const widthOf = createWidthOf(text, measureWidth);
  const best = lines === 2 ? bestPair(text, breaks, widthOf) : bestTriple(text, breaks, widthOf);
  return best.map(([from, to]) => text.slice(from, to).trim());
}

type Cut = readonly [from: number, to: number];
type WidthOf = (from: number, to: number) => number;

/** Widths of parts of the text, summed up from its tokens, so that each token is measured once. Kerning aside, exact. */
function createWidthOf(text: string, measureWidth: (text: string) => number): WidthOf {
  const sums = new Map<number, number>([[0, 0]]);
  let at = 0;
  let sum = 0;
  for (const [token] of text.matchAll(TOKENS)) {
    at += token.length;
    sum += measureWidth(token);
    sums.set(at, sum);
  }
  return (from, to) => {
    const trimmed = text.slice(from, to).trimEnd();
    return (sums.get(from + trimmed.length) ?? 0) - (sums.get(from) ?? 0);
  };
}

/** A place at which a new line may begin, and how many px of width it is worth to avoid it. */
interface Break {
  readonly at: number;
  readonly costPx: number;
}

/**
 * Within words of Chinese characters, and within one of hiragana: no dictionary tells where words end. Most have two
 * characters, so a break after an odd number of them, or beside a single one, costs more.
 */
const INSIDE_HAN_PX = { evenly: 12, oddly: 26, besideOne: 32 } as const;
const INSIDE_NUMBER_PX = 16;
const INSIDE_KANA_PX = 14;
/** Further than that nobody counts a run of characters. */
const MOST_HAN = 24;
const HAN_BEFORE = new RegExp(`\\p{Script=Han}{0,${MOST_HAN}}$`, 'u');
const HAN_AFTER = new RegExp(`^\\p{Script=Han}{0,${MOST_HAN}}`, 'u');

function hanCost(text: string, at: number): number {
  const before = lettersIn(HAN_BEFORE.exec(text.slice(Math.max(0, at - 2 * MOST_HAN), at)));
  const after = lettersIn(HAN_AFTER.exec(text.slice(at, at + 2 * MOST_HAN)));
  if (before === 1 || after === 1) return INSIDE_HAN_PX.besideOne;
  const isOdd = before % 2 === 1 && after % 2 === 1;
  return isOdd ? INSIDE_HAN_PX.oddly : INSIDE_HAN_PX.evenly;
}

function lettersIn(match: RegExpExecArray | null): number {
  return Array.from(match?.[0] ?? '').length;
}

function breakCost(text: string, at: number): number {
  const pair = text.slice(at - 1, at + 1);
  if (/^\p{Script=Han}{2}$/u.test(pair)) return hanCost(text, at);
  // A number belongs to what it counts.
  if (/^\p{Number}.$/u.test(pair)) return INSIDE_NUMBER_PX;
  // A particle belongs to what it follows.
  return /^[\p{Script=Han}\p{Script=Katakana}\p{Script=Hiragana}」ー]\p{Script=Hiragana}$/u.test(
    pair,
  )
    ? INSIDE_KANA_PX
    : 0;
}

function findBreaks(text: string): Break[] {
  const found: Break[] = [];
  let at = 0;
  let before = '';
  for (const [token] of text.matchAll(TOKENS)) {
    const isBlank = token.trim() === '';
    const mayBreak = /\s$/u.test(before) || (!isBlank && isWide(before, token));
    if (at > 0 && !isBlank && mayBreak && !NO_START.test(token) && !NO_END.test(before)) {
      found.push({ at, costPx: breakCost(text, at) });
    }
    at += token.length;
    before = token;
  }
  return found;
}

/** Whether a line may break between two tokens that no blank parts. */
function isWide(before: string, after: string): boolean {
  const cjk = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}、。」）]/u;
  return cjk.test(before.slice(-1)) || cjk.test(after.slice(0, 1));
}

function bestPair(text: string, breaks: readonly Break[], widthOf: WidthOf): Cut[] {
  let best: Cut[] = [];
  let bestCost = Number.POSITIVE_INFINITY;
  for (const { at, costPx } of breaks) {
    const cost = Math.max(widthOf(0, at), widthOf(at, text.length)) + costPx;
    if (cost >= bestCost) continue;
    bestCost = cost;
    best = [
      [0, at],
      [at, text.length],
    ];
  }
  return best;
}

function bestTriple(text: string, breaks: readonly Break[], widthOf: WidthOf): Cut[] {
  let best: Cut[] = [];
  let bestCost = Number.POSITIVE_INFINITY;
  for (const [i, first] of breaks.entries()) {
    const firstWidth = widthOf(0, first.at);
    if (firstWidth >= bestCost) break;
    for (const second of breaks.slice(i + 1)) {
      const widest = Math.max(
        firstWidth,
        widthOf(first.at, second.at),
        widthOf(second.at, text.length),
      );
      const cost = widest + first.costPx + second.costPx;
      if (cost >= bestCost) continue;
      bestCost = cost;
      best = [
        [0, first.at],
        [first.at, second.at],
        [second.at, text.length],
      ];
    }
  }
  return best;
}
