import type { MeasureText } from '../scene/scene';
import { titleFrame } from './pptx/draw-text';
import { emuEdges } from './pptx/drawing';
import { estimateWidth } from './pptx/estimate-width';
import { layoutXml, masterXml, notesMasterXml, type TitlePlace } from './pptx/masters';
import { notesXml } from './pptx/notes';
import { type Part, Relations, zipParts } from './pptx/parts';
import { appXml, coreXml, presentationXml, type SlideSize } from './pptx/presentation';
import { slideXml } from './pptx/slide';
import { EMU_PER_POINT, SlidePart } from './pptx/slide-part';
import { slideNodes, titleOf } from './pptx/slide-tree';
import { fontSize } from './pptx/text-runs';
import { themeXml } from './pptx/theme';
import type { Publication, PublishedPage } from './publication';

export interface PptxOptions {
  /** Told after each slide. The writing waits for what it returns, and ends where that rejects. */
  readonly onPage?: (written: number, count: number) => void | Promise<void>;
  /** Ends the writing at the next slide, with the signal's reason. */
  readonly signal?: AbortSignal;
  /** Widths of texts, for boxes that end with their text; estimated where it is left out. */
  readonly measure?: MeasureText;
}

/** PowerPoint knows no slide that is shorter or longer than this, an inch and 56 inches. */
const SIDE_EMU = { least: 914_400, most: 51_206_400 } as const;
const PRESENTATIONML = 'application/vnd.openxmlformats-officedocument.presentationml';
const OFFICEDOCUMENT = 'application/vnd.openxmlformats-officedocument';

/**
 * Pages as a PowerPoint file: a slide for each, of native shapes and texts in named groups, with the page's sources in its
 * notes. The same publication gives the same bytes. Slides larger than the format knows are made smaller as a whole.
 */
export async function writePptx(
  publication: Publication,
  { onPage, signal, measure = estimateWidth }: PptxOptions = {},
): Promise<Uint8Array<ArrayBuffer>> {
  const { pages } = publication;
  const frame = frameOfPages(publication);
  const slides: Part[] = [];
  for (const [index, page] of pages.entries()) {
    signal?.throwIfAborted();
    slides.push(
      ...slideParts(publication, { page, index, pointsPerPx: frame.pointsPerPx, measure }),
    );
    // One after the other: a page that shows progress has to get its turn between them.
    // oxlint-disable-next-line no-await-in-loop
    await onPage?.(index + 1, pages.length);
    // oxlint-disable-next-line no-await-in-loop
    await nextTurn();
  }
  signal?.throwIfAborted();
  return zipParts(rootRelations(), [...commonParts(publication, frame, measure), ...slides]);
}

/** Lets messages in, such as that nobody wants the file any more. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve);
  });
}

interface Frame {
  readonly size: SlideSize;
  readonly pointsPerPx: number;
}

/** All slides of a file are of one size: that of the widest and the highest page. */
function frameOfPages({ pages, pointsPerPx }: Publication): Frame {
  const emuOf = (side: 'widthPx' | 'heightPx') =>
    Math.max(...pages.map(({ scene }) => scene[side])) * pointsPerPx * EMU_PER_POINT;
  const [cx, cy] = [emuOf('widthPx'), emuOf('heightPx')];
  const shrink = Math.min(1, SIDE_EMU.most / Math.max(cx, cy, 1));
  const side = (emu: number) => Math.max(SIDE_EMU.least, Math.round(emu * shrink));
  return { size: { cx: side(cx), cy: side(cy) }, pointsPerPx: pointsPerPx * shrink };
}

interface SlideOf {
  readonly page: PublishedPage;
  readonly index: number;
  readonly pointsPerPx: number;
  readonly measure: MeasureText;
}

/** A slide and its notes. */
function slideParts(
  { palette, lang, words }: Publication,
  { page, index, pointsPerPx, measure }: SlideOf,
): readonly Part[] {
  const number = index + 1;
  const relations = new Relations();
  relations.toPart('slideLayout', '../slideLayouts/slideLayout1.xml');
  relations.toPart('notesSlide', `../notesSlides/notesSlide${number}.xml`);
  const part = new SlidePart({
    palette,
    measure,
    relations,
    pointsPerPx,
    lang,
    widthPx: page.scene.widthPx,
  });
  const ofNotes = new Relations();
  ofNotes.toPart('notesMaster', '../notesMasters/notesMaster1.xml');
  ofNotes.toPart('slide', `../slides/slide${number}.xml`);
  const notes = { lang, heading: words.sources, relations: ofNotes };
  return [
    {
      path: `ppt/slides/slide${number}.xml`,
      contentType: `${PRESENTATIONML}.slide+xml`,
      xml: slideXml(part, page),
      relations,
    },
    {
      path: `ppt/notesSlides/notesSlide${number}.xml`,
      contentType: `${PRESENTATIONML}.notesSlide+xml`,
      xml: notesXml(page, notes),
      relations: ofNotes,
    },
  ];
}

function rootRelations(): Relations {
  const root = new Relations();
  root.toPart('officeDocument', 'ppt/presentation.xml');
  root.toPart(CORE_PROPERTIES, 'docProps/core.xml');
  root.toPart('extended-properties', 'docProps/app.xml');
  return root;
}

const CORE_PROPERTIES =
  'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties';

/** All but the slides. */
function commonParts(
  publication: Publication,
  { size, pointsPerPx }: Frame,
  measure: MeasureText,
): readonly Part[] {
  const { palette, lang, pages } = publication;
  const relations = new Relations();
  const presentation = presentationXml(
    size,
    {
      master: relations.toPart('slideMaster', 'slideMasters/slideMaster1.xml'),
      notesMaster: relations.toPart('notesMaster', 'notesMasters/notesMaster1.xml'),
      slides: pages.map((_, i) => relations.toPart('slide', `slides/slide${i + 1}.xml`)),
    },
    lang,
  );
  relations.toPart('theme', 'theme/theme1.xml');
  const title = titlePlace(publication, { size, pointsPerPx }, measure);
  const theme = themeXml(palette);
  const themeType = `${OFFICEDOCUMENT}.theme+xml`;
  return [
    {
      path: 'ppt/presentation.xml',
      contentType: `${PRESENTATIONML}.presentation.main+xml`,
      xml: presentation,
      relations,
    },
    {
      path: 'docProps/core.xml',
      contentType: 'application/vnd.openxmlformats-package.core-properties+xml',
      xml: coreXml(publication),
    },
    {
      path: 'docProps/app.xml',
      contentType: `${OFFICEDOCUMENT}.extended-properties+xml`,
      xml: appXml(publication),
    },
    {
      path: 'ppt/slideMasters/slideMaster1.xml',
      contentType: `${PRESENTATIONML}.slideMaster+xml`,
      xml: masterXml(title, size),
      relations: relationsTo(
        ['slideLayout', '../slideLayouts/slideLayout1.xml'],
        ['theme', '../theme/theme1.xml'],
      ),
    },
    {
      path: 'ppt/slideLayouts/slideLayout1.xml',
      contentType: `${PRESENTATIONML}.slideLayout+xml`,
      xml: layoutXml(),
      relations: relationsTo(['slideMaster', '../slideMasters/slideMaster1.xml']),
    },
    {
      path: 'ppt/notesMasters/notesMaster1.xml',
      contentType: `${PRESENTATIONML}.notesMaster+xml`,
      xml: notesMasterXml(),
      relations: relationsTo(['theme', '../theme/theme2.xml']),
    },
    { path: 'ppt/theme/theme1.xml', contentType: themeType, xml: theme },
    // The format asks for one of its own.
    { path: 'ppt/theme/theme2.xml', contentType: themeType, xml: theme },
  ];
}

function relationsTo(...targets: readonly (readonly [kind: string, target: string])[]): Relations {
  const relations = new Relations();
  for (const [kind, target] of targets) relations.toPart(kind, target);
  return relations;
}

/** Where the first page has its title. */
function titlePlace(
  { palette, pages, lang }: Publication,
  { size, pointsPerPx }: Frame,
  measure: MeasureText,
): TitlePlace {
  const [page] = pages;
  const block = page && titleOf(slideNodes(page.scene, measure));
  const first = block?.lines[0]?.[0];
  if (!page || !block || !first) {
    const margin = Math.round(size.cy / 20);
    const edges = { x0: margin, y0: margin, x1: size.cx - margin, y1: 3 * margin };
    return { edges, fontSize: 2200 };
  }
  const { widthPx } = page.scene;
  const relations = new Relations();
  const part = new SlidePart({ palette, measure, relations, pointsPerPx, lang, widthPx });
  const edges = emuEdges(part, titleFrame(part, block));
  return { edges, fontSize: fontSize(part.points(first.font.sizePx)) };
}
