import { parseUnicodeRange, unquoted } from '../formats/fonts/font-face';
import { type FontFaceRule, fileOf } from '../formats/fonts/font-face-css';

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
