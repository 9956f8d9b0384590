import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fillToWidth } from '../../src/scene/slide-text';
import { wrapBalanced } from '../../src/scene/wrap-text';

/** Full width for Japanese, half for the rest; no kerning, so parts add up. */
const widthOf = (text: string) =>
  Array.from(text).reduce((sum, letter) => sum + (letter > '\u2e7f' ? 12 : 6), 0);

const lineCounts = fc.constantFrom(1 as const, 2 as const, 3 as const);
const latin = fc
  .array(fc.constantFrom('Talks', 'on', 'chips,', '(phase', '2)', '“not', 'yet”', 'U.S.', '5%'), {
    minLength: 1,
    maxLength: 12,
  })
  .map((words) => words.join(' '));
const japanese = fc
  .array(fc.constantFrom(...Array.from('日米首脳会談、半導体の「合意」データを共有。ァー2G')), {
    minLength: 1,
    maxLength: 40,
  })
  .map((letters) => letters.join(''));
const texts = fc.oneof(
  latin,
  japanese,
  fc.tuple(latin, japanese).map((pair) => pair.join(' ')),
);

const wrap = (text: string, lines: 1 | 2 | 3) => wrapBalanced(text, lines, widthOf);

describe('a wrapped text', () => {
  it('loses nothing: its lines hold all letters in their order', () => {
    const property = fc.property(texts, lineCounts, (text, lines) => {
      const wrapped = wrap(text, lines);
      if (!wrapped) return;
      expect(wrapped.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
    });
    fc.assert(property);
  });

  it('has just so many lines, none of them empty', () => {
    const property = fc.property(texts, lineCounts, (text, lines) => {
      const wrapped = wrap(text, lines);
      if (!wrapped) return;
      expect(wrapped).toHaveLength(lines);
      expect(wrapped.filter((line) => line.trim() === '')).toEqual([]);
    });
    fc.assert(property);
  });

  it('breaks Latin text at blanks only', () => {
    const property = fc.property(latin, lineCounts, (text, lines) => {
      const wrapped = wrap(text, lines);
      if (wrapped) expect(wrapped.join(' ')).toBe(text);
    });
    fc.assert(property);
  });

  it('starts no line with what closes, and ends none with what opens', () => {
    const property = fc.property(texts, lineCounts, (text, lines) => {
      const wrapped = wrap(text, lines) ?? [];
      for (const line of wrapped.slice(1)) expect(line).not.toMatch(/^[、。」）ーァ%,.)]/u);
      for (const line of wrapped.slice(0, -1)) expect(line).not.toMatch(/[「（(]$/u);
    });
    fc.assert(property);
  });

  it('is as narrow as two lines can be', () => {
    const property = fc.property(latin, (text) => {
      const words = text.split(' ');
      const widths = words
        .slice(1)
        .map((_, i) =>
          Math.max(widthOf(words.slice(0, i + 1).join(' ')), widthOf(words.slice(i + 1).join(' '))),
        );
      const wrapped = wrap(text, 2);
      // A word with a sign in front never starts a line, which may cost a little.
      if (wrapped && words.every((word) => /^[\w“]/u.test(word))) {
        expect(Math.max(...wrapped.map(widthOf))).toBe(Math.min(...widths));
      }
    });
    fc.assert(property);
  });

  it('is wider in more lines only where that keeps a Japanese word whole', () => {
    const property = fc.property(texts, (text) => {
      const widest = ([1, 2, 3] as const).flatMap((lines) => {
        const wrapped = wrap(text, lines);
        return wrapped ? [Math.max(...wrapped.map(widthOf))] : [];
      });
      // Two further breaks inside words cost 32 px each at most.
      const slackPx = /[\p{Script=Han}\p{Script=Hiragana}]/u.test(text) ? 64 : 0;
      for (const [i, width] of widest.entries()) {
        expect(width).toBeLessThanOrEqual((widest[i - 1] ?? Infinity) + slackPx);
      }
    });
    fc.assert(property);
  });

  it.each([
    [
      'Japan adopts three new national security documents',
      2,
      'Japan adopts three new|national security documents',
    ],
    ['日米首脳会談', 2, '日米|首脳会談'],
    ['日米比の安全保障担当高官が会合へ', 2, '日米比の安全保障|担当高官が会合へ'],
    ['サンフランシスコ平和条約に署名', 2, 'サンフランシスコ|平和条約に署名'],
    ['ラピダスと米社、2ナノ半導体で合意', 2, 'ラピダスと米社、|2ナノ半導体で合意'],
    ['沖縄が日本に復帰', 2, '沖縄が|日本に復帰'],
    ['ミサイル警戒データの共有', 2, 'ミサイル警戒|データの共有'],
    ['日米「2+2」、沖縄の米軍態勢', 2, '日米「2+2」、|沖縄の米軍態勢'],
  ] as const)('%s in %i lines', (text, lines, expected) => {
    expect(wrap(text, lines)?.join('|')).toBe(expected);
  });

  it('is refused where there are too few places to break at', () => {
    expect(wrap('Okinawa', 2)).toBeUndefined();
    expect(wrap('Okinawa returns', 3)).toBeUndefined();
    expect(wrap('データ', 2)).toBeUndefined();
    expect(wrap('', 2)).toBeUndefined();
    expect(wrap('', 1)).toEqual(['']);
  });
});

describe('running text', () => {
  const ROOM_PX = 120;
  const fill = (text: string) => fillToWidth(text, ROOM_PX, widthOf);
  const phrase = fc
    .tuple(
      fc.constantFrom('日米首脳会談', '半導体', '「合意」', 'データ', '2ナノ', '共有する（案）'),
      fc.constantFrom('、', '。', 'を', 'で'),
    )
    .map((pair) => pair.join(''));

  it('starts no line with what closes, ends none with what opens, and loses nothing', () => {
    const property = fc.property(fc.array(phrase, { minLength: 1, maxLength: 20 }), (phrases) => {
      const text = phrases.join('');
      const lines = fill(text);
      expect(lines.join('')).toBe(text);
      for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(ROOM_PX);
      for (const line of lines.slice(1)) expect(line).not.toMatch(/^[、。」）ー]/u);
      for (const line of lines.slice(0, -1)) expect(line).not.toMatch(/[「（]$/u);
    });
    fc.assert(property);
  });
});

it('leaves a text of a million words unbroken, and measures nothing for it', () => {
  let measured = 0;
  const lines = wrapBalanced('word '.repeat(1_000_000), 3, (part) => {
    measured += 1;
    return part.length;
  });
  expect(lines).toBeUndefined();
  expect(measured).toBe(0);
});
