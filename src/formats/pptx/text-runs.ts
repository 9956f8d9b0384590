import { element } from '../../paint/xml';
import type { TextShape } from '../../scene/scene';
import { solidFill } from './fill';
import { textElement } from './parts';
import type { SlidePart } from './slide-part';
import type { TextBlock, TextLine } from './text-blocks';
import { webAddress } from './web-address';

export const TYPEFACES = { ui: 'Inter', text: 'Source Serif 4' } as const;
export const JAPANESE = 'Noto Sans JP';

const BOLD_FROM = 600;
/** Raised runs are drawn at about two thirds of the size that they are given. */
const RAISED_SIZE = 1.5;
const RAISED = 30_000;
/** What stands behind another text on its line is parted from it by these, some 7 px. */
const BLANKS = '  ';
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;
/** Keeps what follows a text to its right, though that runs to the left. */
const LEFT_TO_RIGHT_MARK = '\u200e';

/** The lines of a block, as runs with breaks between them. */
export function blockRuns(part: SlidePart, { lines }: TextBlock): string {
  const isLinked = addressOfBlock({ lines }) !== undefined;
  const written = lines.map((line) => lineRuns(part, line, isLinked));
  const first = lines[0]?.[0];
  return written.join(first ? element('a:br', {}, runProperties(part, first, {})) : '');
}

/** Where all of a block leads to one address, as an entry of a list of sources does: the box is the link then. */
export function addressOfBlock({ lines }: TextBlock): string | undefined {
  const [href, ...others] = new Set(lines.flatMap((line) => line.map((run) => run.href)));
  return others.length === 0 ? webAddress(href) : undefined;
}

function lineRuns(part: SlidePart, line: TextLine, isLinked: boolean): string {
  const [first] = line;
  const mark = RIGHT_TO_LEFT.test(first.text) ? LEFT_TO_RIGHT_MARK : '';
  return line
    .map((run) => {
      const isRaised = run !== first && run.role === 'source-number';
      const before = run === first ? '' : isRaised ? mark : mark + BLANKS;
      const address = isLinked ? undefined : linkOfRun(part, run);
      const properties = runProperties(part, run, { isRaised, address });
      return element('a:r', {}, properties + textElement('a:t', before + run.text));
    })
    .join('');
}

/** Programs underline linked letters, so numbers are links only where the slide does not list their source. */
function linkOfRun(part: SlidePart, { href, role }: TextShape): string | undefined {
  const address = webAddress(href);
  const isListed = role === 'source-number' && address !== undefined && part.isListed(address);
  return isListed ? undefined : address;
}

interface RunOptions {
  readonly isRaised?: boolean;
  readonly address?: string | undefined;
}

function runProperties(part: SlidePart, run: TextShape, { isRaised, address }: RunOptions): string {
  const { font, lang, ink, opacity = 1, halo } = run;
  const sizePx = font.sizePx * (isRaised ? RAISED_SIZE : 1);
  const attributes = {
    lang: officeLang(lang),
    altLang: lang === 'ja' ? 'en-GB' : undefined,
    sz: fontSize(part.points(sizePx)),
    b: font.weight >= BOLD_FROM ? 1 : 0,
    baseline: isRaised ? RAISED : undefined,
    dirty: 0,
  };
  const content = [
    solidFill(part, ink, opacity),
    halo ? glow(part, halo) : '',
    element('a:latin', { typeface: TYPEFACES[font.family] }),
    element('a:ea', { typeface: JAPANESE }),
    address === undefined ? '' : runLink(part, address),
  ];
  return element('a:rPr', attributes, content.join(''));
}

function glow(part: SlidePart, halo: NonNullable<TextShape['halo']>): string {
  const colour = element('a:srgbClr', { val: part.palette[halo.ink].slice(1) });
  return element(
    'a:effectLst',
    {},
    element('a:glow', { rad: Math.max(0, part.emu(halo.widthPx)) }, colour),
  );
}

/** In hundredths of a point, between what the format allows. */
export function fontSize(points: number): number {
  return Math.min(400_000, Math.max(100, Math.round(100 * points)));
}

/** The languages of the interface as office programs know them; undefined for what is no language tag. */
export function officeLang(lang: string): string | undefined {
  if (lang === 'en') return 'en-GB';
  if (lang === 'ja') return 'ja-JP';
  return /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(lang) ? lang : undefined;
}

/** In the text's own colour, where a program knows to; else in that of the theme. */
function runLink(part: SlidePart, address: string): string {
  return element('a:hlinkClick', { 'r:id': part.relations.toAddress(address) }, OWN_COLOUR);
}

const OWN_COLOUR =
  '<a:extLst><a:ext uri="{A12FA001-AC4F-418D-AE19-62706E023703}">' +
  '<ahyp:hlinkClr xmlns:ahyp="http://schemas.microsoft.com/office/drawing/2018/hyperlinkcolor" val="tx"/>' +
  '</a:ext></a:extLst>';
