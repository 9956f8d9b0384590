import { FONT_STACKS } from '../scene/fonts';
import type { Font, SceneNode } from '../scene/scene';

/** A `@font-face` rule, as far as it matters here. */
export interface FontFaceRule {
  readonly family: string;
  readonly weight: string;
  readonly style: string;
  /** Code points, both ends inclusive; empty for all. */
  readonly ranges: readonly (readonly [number, number])[];
  readonly url: string;
}

/** The letters of a picture by the family that they are set in. */
export type LettersByFamily = Readonly<Record<Font['family'], ReadonlySet<number>>>;

/**
 * `@font-face` rules that bring, as data, just those files of the page's own fonts that hold a letter of the picture.
 * Rejects where a file cannot be fetched.
 */
export async function embedFonts(nodes: readonly SceneNode[]): Promise<string> {
  const faces = facesFor(lettersOf(nodes), readFontFaces());
  const rules = await Promise.all(faces.map(embedFace));
  return rules.join('\n');
}

export function lettersOf(nodes: readonly SceneNode[]): LettersByFamily {
  const letters = { ui: new Set<number>(), text: new Set<number>() };
  const visit = (node: SceneNode) => {
    if (node.kind === 'group') node.nodes.forEach(visit);
    if (node.kind !== 'text') return;
    for (const letter of node.text) letters[node.font.family].add(letter.codePointAt(0) ?? 0);
  };
  nodes.forEach(visit);
  return letters;
}

/** The faces that the letters need: each letter takes the first family of its stack that has it. */
export function facesFor(
  letters: LettersByFamily,
  faces: readonly FontFaceRule[],
): readonly FontFaceRule[] {
  const needed = new Set<FontFaceRule>();
  for (const family of ['ui', 'text'] as const) {
    let open = [...letters[family]];
    for (const name of familiesOf(FONT_STACKS[family])) {
      const own = faces.filter((face) => face.family === name);
      for (const face of own) if (open.some((letter) => holds(face, letter))) needed.add(face);
      open = open.filter((letter) => !own.some((face) => holds(face, letter)));
    }
  }
  return faces.filter((face) => needed.has(face));
}

function familiesOf(stack: string): string[] {
  return stack.split(',').map((name) => unquoted(name.trim()));
}

function unquoted(text: string): string {
  return text.replace(/^(["'])(.*)\1$/, '$2');
}

function holds({ ranges }: FontFaceRule, letter: number): boolean {
  return ranges.length === 0 || ranges.some(([first, last]) => first <= letter && letter <= last);
}

/** Reads `U+0-FF, U+131, U+4??`; what is malformed is left out. */
export function parseUnicodeRange(text: string): (readonly [number, number])[] {
  return text.split(',').flatMap((part): (readonly [number, number])[] => {
    const found = /^\s*U\+([0-9A-F?]{1,6})(?:-([0-9A-F]{1,6}))?\s*$/i.exec(part);
    const first = found?.[1];
    if (first === undefined) return [];
    const last = found?.[2] ?? first.replaceAll('?', 'F');
    return [[Number.parseInt(first.replaceAll('?', '0'), 16), Number.parseInt(last, 16)]];
  });
}

/** The faces of the page's style sheets whose files lie on its own origin. */
function readFontFaces(): FontFaceRule[] {
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
  const address = /url\(\s*(["']?)(.*?)\1\s*\)/.exec(style.getPropertyValue('src'))?.[2];
  if (!address) return [];
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

/** In pieces, since a call takes only so many arguments. */
export function toBase64(bytes: Uint8Array): string {
  const pieceLength = 0x8000;
  let text = '';
  for (let i = 0; i < bytes.length; i += pieceLength) {
    text += String.fromCharCode(...bytes.subarray(i, i + pieceLength));
  }
  return btoa(text);
}
