import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { facesFor, lettersOf, parseUnicodeRange } from '../../src/formats/fonts/font-face';
import type { FontFaceRule } from '../../src/formats/fonts/font-face-css';
import { toBase64 } from '../../src/lib/base64';
import { tries } from '../support/tries';

const face = (family: string, range: string): FontFaceRule => ({
  family,
  weight: '100 900',
  style: 'normal',
  ranges: parseUnicodeRange(range),
  url: `${family} ${range}`,
});
const INTER = face('Inter Variable', 'U+0000-00FF');
const INTER_EXT = face('Inter Variable', 'U+0100-02BA');
const SERIF = face('Source Serif 4 Variable', 'U+0000-00FF');
const NOTO_LATIN = face('Noto Sans JP Variable', 'U+0000-00FF');
const NOTO_NICHI = face('Noto Sans JP Variable', 'U+65E5,U+672C');
const NOTO_OTHER = face('Noto Sans JP Variable', 'U+7C73');
const ALL = [INTER, INTER_EXT, SERIF, NOTO_LATIN, NOTO_NICHI, NOTO_OTHER];

const text = (words: string, family: 'ui' | 'text' = 'ui') =>
  ({
    kind: 'text',
    text: words,
    lang: '',
    x: 0,
    y: 0,
    font: { family, sizePx: 12, weight: 400 },
    ink: 'ink-1',
    align: 'start',
  }) as const;

describe('the fonts of a picture', () => {
  it('are those of its letters only', () => {
    expect(facesFor(lettersOf([text('abc')]), ALL)).toEqual([INTER]);
  });

  it('come from the first family of the stack that has the letter', () => {
    expect(facesFor(lettersOf([text('a日')]), ALL)).toEqual([INTER, NOTO_NICHI]);
  });

  it('differ by the family that a text is set in', () => {
    const group = { kind: 'group', nodes: [text('a', 'text')] } as const;
    expect(facesFor(lettersOf([group]), ALL)).toEqual([SERIF]);
  });
});

describe('a unicode range', () => {
  it('is read with its wildcards', () => {
    expect(parseUnicodeRange('U+41, u+100-1FF , U+4??, nonsense')).toEqual([
      [0x41, 0x41],
      [0x100, 0x1ff],
      [0x400, 0x4ff],
    ]);
  });
});

describe('base64', () => {
  it('gives back every byte, also of long files', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 70_000 }), (bytes) => {
        expect(Buffer.from(toBase64(bytes), 'base64').equals(bytes)).toBe(true);
      }),
      { numRuns: tries(20) },
    );
  });
});
