import { element, escapeXml } from '../paint/xml';
import { type PictureStamp, parseStampText, stampText } from './picture-stamp';
import type { StampReading } from './read-picture-stamp';

const NAMESPACE = 'urn:entente:view:1';
const NAME = 'entente:view';

/** The stamp as an element in a namespace of ours, for the `<metadata>` of an SVG (`SvgPaintOptions.metadata`). */
export function stampXml(stamp: PictureStamp): string {
  return element(NAME, { 'xmlns:entente': NAMESPACE }, escapeXml(stampText(stamp)));
}

/** A file of ours has one; in others some may have been copied, or put there to keep us busy. */
const MOST_ELEMENTS = 20;
/** With every letter written as an entity a stamp is shorter. */
const MOST_LETTERS = 200_000;

/**
 * Looks for the stamp in an SVG's text, also one that another program has written anew. The text is searched and never
 * parsed as XML, so no entity is expanded and nothing is fetched.
 */
export function readSvgStamp(svg: string): StampReading {
  if (!svg.includes(NAMESPACE)) return { kind: 'none' };
  let at = -1;
  for (let count = 0; count < MOST_ELEMENTS; count++) {
    at = svg.indexOf(`<${NAME}`, at + 1);
    const begin = at < 0 ? 0 : svg.indexOf('>', at) + 1;
    const end = begin === 0 ? -1 : svg.indexOf(`</${NAME}`, begin);
    if (end < 0) break;
    const stamp =
      end - begin < MOST_LETTERS ? parseStampText(textOf(svg.slice(begin, end))) : undefined;
    if (stamp) return { kind: 'stamp', stamp };
  }
  return { kind: 'unreadable', reason: 'damaged' };
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

/** What the character data of an element says; it may be a CDATA section. Entities that XML does not have itself stay. */
function textOf(xml: string): string {
  const cdata = /^\s*<!\[CDATA\[([^]*)\]\]>\s*$/.exec(xml);
  if (cdata) return cdata[1] ?? '';
  return xml
    .trim()
    .replaceAll(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{2,4}));/gi, (all, decimal, hex, name) => {
      const code = decimal ? Number(decimal) : Number.parseInt(hex, 16);
      if (Number.isNaN(code)) return ENTITIES[name] ?? all;
      return code <= 0x10ffff ? String.fromCodePoint(code) : all;
    });
}
