import type { Palette } from '../../paint/palette';
import { element } from '../../paint/xml';
import type { Ink } from '../../scene/scene';
import { JAPANESE, TYPEFACES } from './text-runs';

/** Which ink stands for each colour that a program offers for new shapes. */
const THEME_INKS = {
  dk1: 'ink-1',
  lt1: 'canvas',
  dk2: 'ink-2',
  lt2: 'bg',
  accent1: 'dip',
  accent2: 'sec',
  accent3: 'eco',
  accent4: 'other',
  accent5: 'line-3',
  accent6: 'warn',
  hlink: 'ink-2',
  folHlink: 'ink-2',
} as const satisfies Record<string, Ink>;

const NAME = 'Entente';
const THEME_FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>';
const THEME_LINE = [6350, 12_700, 19_050]
  .map((w) => `<a:ln w="${w}">${THEME_FILL}<a:prstDash val="solid"/></a:ln>`)
  .join('');
const THEME_EFFECT = '<a:effectStyle><a:effectLst/></a:effectStyle>';
const FORMATS =
  `<a:fmtScheme name="${NAME}"><a:fillStyleLst>${THEME_FILL.repeat(3)}</a:fillStyleLst>` +
  `<a:lnStyleLst>${THEME_LINE}</a:lnStyleLst>` +
  `<a:effectStyleLst>${THEME_EFFECT.repeat(3)}</a:effectStyleLst>` +
  `<a:bgFillStyleLst>${THEME_FILL.repeat(3)}</a:bgFillStyleLst></a:fmtScheme>`;

/** Colours and fonts for what a person adds; what is published says its own. */
export function themeXml(palette: Palette): string {
  const colours = Object.entries(THEME_INKS).map(([slot, ink]) =>
    element(`a:${slot}`, {}, element('a:srgbClr', { val: palette[ink].slice(1) })),
  );
  const fonts = fontsOf('major', TYPEFACES.text) + fontsOf('minor', TYPEFACES.ui);
  const content = [
    element('a:clrScheme', { name: NAME }, colours.join('')),
    element('a:fontScheme', { name: NAME }, fonts),
    FORMATS,
  ];
  const xmlns = 'http://schemas.openxmlformats.org/drawingml/2006/main';
  return element(
    'a:theme',
    { 'xmlns:a': xmlns, name: NAME },
    element('a:themeElements', {}, content.join('')),
  );
}

function fontsOf(which: 'major' | 'minor', latin: string): string {
  const faces = [
    element('a:latin', { typeface: latin }),
    element('a:ea', { typeface: JAPANESE }),
    element('a:cs', { typeface: '' }),
  ];
  return element(`a:${which}Font`, {}, faces.join(''));
}
