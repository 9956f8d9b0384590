import { type FaceRange, parseUnicodeRange, unquoted } from './font-face';

/** A `@font-face` rule, as far as it matters here. */
export interface FontFaceRule extends FaceRange {
  readonly weight: string;
  readonly style: string;
  /** As written: relative to the style sheet. */
  readonly url: string;
}

/** The `@font-face` rules of a style sheet that have a file. Reads the plain style of our own and of font packages, not all of CSS. */
export function parseFontFaces(css: string): FontFaceRule[] {
  const plain = css.replaceAll(/\/\*[\s\S]*?\*\//g, '');
  return [...plain.matchAll(/@font-face\s*\{([^}]*)\}/g)].flatMap(([, body = '']) => {
    const url = fileOf(property(body, 'src'));
    if (url === undefined) return [];
    return [
      {
        family: unquoted(property(body, 'font-family')),
        weight: property(body, 'font-weight') || '400',
        style: property(body, 'font-style') || 'normal',
        ranges: parseUnicodeRange(property(body, 'unicode-range')),
        url,
      },
    ];
  });
}

/** The first address of a `src`. */
export function fileOf(src: string): string | undefined {
  return /url\(\s*(["']?)(.*?)\1\s*\)/.exec(src)?.[2] || undefined;
}

function property(body: string, name: string): string {
  return new RegExp(`(?:^|[;\\s])${name}\\s*:([^;]*)`).exec(body)?.[1]?.trim() ?? '';
}
