import { type OutlineText, paintSvg } from '../paint/paint-svg';
import { element, escapeXml, formatNumber } from '../paint/xml';
import { isOfPaper } from '../scene/page-size';
import type { FontEngine } from './fonts/font-engine';
import { textsOf } from './fonts/font-face';
import { fontFaceRules } from './fonts/font-face-rules';
import type { PathCommand } from './fonts/loaded-face';
import type { Publication } from './publication';
import { stampXml } from './svg-stamp';

export interface SvgOptions {
  /** `fonts`: real text, its letters brought along. `outlines`: paths, which look the same in every program. */
  readonly text: 'fonts' | 'outlines';
  readonly engine: FontEngine;
}

const MM_PER_POINT = 25.4 / 72;

/**
 * A page as an SVG file: groups named by lane and event, links alive, on paper of its size in mm. Rejects where a font file
 * cannot be had.
 */
export function writeSvg(
  publication: Publication,
  pageIndex: number,
  options: SvgOptions,
): Promise<string> {
  return svgPage(publication, pageIndex, options);
}

/** The same; in px also where it is on paper, for what makes pixels of it. */
export async function svgPage(
  publication: Publication,
  pageIndex: number,
  { text, engine, isInPx = false }: SvgOptions & { readonly isInPx?: boolean },
): Promise<string> {
  const { palette, lang, pointsPerPx } = publication;
  const page = publication.pages[pageIndex];
  if (!page)
    throw new RangeError(`expected a page of ${publication.pages.length}, found ${pageIndex}`);
  const texts = textsOf(page.scene.nodes);
  await engine.prepare(texts.map((shape) => shape.text));
  const metadata = metadataOf(publication);
  return paintSvg(page.scene, {
    palette,
    lang,
    title: page.title,
    desc: page.alt,
    ...(metadata !== '' && { metadata }),
    ...(text === 'fonts' && { fontFaceCss: fontFaceRules(texts, engine) }),
    file: {
      ...(!isInPx && isOfPaper(pointsPerPx) && { mmPerPx: pointsPerPx * MM_PER_POINT }),
      ...(text === 'outlines' && { outline: outliner(engine) }),
    },
  });
}

function metadataOf({ stamp, madeAt }: Publication): string {
  const made =
    madeAt === undefined
      ? ''
      : element('dc:date', { 'xmlns:dc': 'http://purl.org/dc/elements/1.1/' }, escapeXml(madeAt));
  return (stamp ? stampXml(stamp) : '') + made;
}

function outliner(engine: FontEngine): OutlineText {
  return (text, font) => ({
    d: engine.outline(text, font).map(pathData).join(''),
    width: engine.measure(text, font),
  });
}

/** `M1 2`, with a minus for a separator where there is one. */
function pathData({ type, values }: PathCommand): string {
  return type + values.map(formatNumber).join(' ').replaceAll(' -', '-');
}
