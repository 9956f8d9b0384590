import { facesFor, lettersOf, parseUnicodeRange, unquoted } from '../formats/fonts/font-face';
import { type FontFaceRule, fileOf } from '../formats/fonts/font-face-css';
import { toBase64 } from '../lib/base64';
import type { SceneNode } from '../scene/scene';

/**
 * `@font-face` rules that bring, as data, just those files of the page's own fonts that hold a letter of the picture.
 * Rejects where a file cannot be fetched.
 */
export async function embedFonts(nodes: readonly SceneNode[]): Promise<string> {
  const faces = facesFor(lettersOf(nodes), readFontFaces());
  const rules = await Promise.all(faces.map(embedFace));
  return rules.join('\n');
}

/** The faces of the page's style sheets whose files lie on its own origin. */
export function readFontFaces(): FontFaceRule[] {
  return [...document.styleSheets].flatMap((sheet) => readRules(sheet, sheet.href));
}

function readRules(
  holder: { readonly cssRules: CSSRuleList },
  href: string | null,
): FontFaceRule[] {
  let rules: CSSRule[];
  try {
    rules = [...holder.cssRules];
  } catch {
    // A style sheet of another origin does not show its rules; none of the page's fonts come from there.
    return [];
  }
  return rules.flatMap((rule) => {
    if (rule instanceof CSSFontFaceRule) return readFace(rule, href ?? document.baseURI);
    if (rule instanceof CSSImportRule) {
      return rule.styleSheet ? readRules(rule.styleSheet, rule.styleSheet.href) : [];
    }
    return rule instanceof CSSGroupingRule ? readRules(rule, href) : [];
  });
}

function readFace({ style }: CSSFontFaceRule, base: string): FontFaceRule[] {
  const address = fileOf(style.getPropertyValue('src'));
  if (address === undefined) return [];
  const url = new URL(address, base);
  if (url.protocol !== 'data:' && url.origin !== location.origin) return [];
  return [
    {
      family: unquoted(style.getPropertyValue('font-family')),
      weight: style.getPropertyValue('font-weight') || '400',
      style: style.getPropertyValue('font-style') || 'normal',
      ranges: parseUnicodeRange(style.getPropertyValue('unicode-range')),
      url: url.href,
    },
  ];
}

async function embedFace(face: FontFaceRule): Promise<string> {
  const data = face.url.startsWith('data:') ? face.url : await fetchAsData(face.url);
  const ranges = face.ranges.map(([first, last]) => `U+${hex(first)}-${hex(last)}`).join(',');
  return [
    `@font-face{font-family:"${face.family.replaceAll(/["\\\n]/g, '')}"`,
    `font-style:${face.style}`,
    `font-weight:${face.weight}`,
    ...(ranges ? [`unicode-range:${ranges}`] : []),
    `src:url("${data}") format("woff2")}`,
  ].join(';');
}

function hex(letter: number): string {
  return letter.toString(16).toUpperCase();
}

const files = new Map<string, Promise<string>>();

function fetchAsData(url: string): Promise<string> {
  let file = files.get(url);
  if (!file) {
    file = readAsData(url);
    files.set(url, file);
    // A failed fetch may be tried again.
    file.catch(() => files.delete(url));
  }
  return file;
}

async function readAsData(url: string): Promise<string> {
  const response = await fetch(url);
  if (!response.ok)
    throw new Error(`${url}: expected a font file, found status ${response.status}`);
  const bytes = new Uint8Array(await response.arrayBuffer());
  return `data:font/woff2;base64,${toBase64(bytes)}`;
}
