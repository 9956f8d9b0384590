import type { Publication } from '../../src/formats/publication';
import { LIGHT } from '../../src/paint/palette';
import type { MeasureText, Scene } from '../../src/scene/scene';
import { layoutPages, type PagesOf, pagesInput } from './pages';

/** A range as pages, with the words that are said of them. */
export function publish(of: PagesOf, measure: MeasureText): Publication {
  const input = { ...pagesInput(of), measure };
  const { pages } = layoutPages(input);
  return {
    ...publishScenes(...pages.map(({ scene }) => scene)),
    title: input.title,
    lang: of.lang,
    pointsPerPx: input.size.pointsPerPx,
    words: { sources: input.words.sources },
  };
}

/** Pages of any scenes, 1 px being half a point. */
export function publishScenes(...scenes: readonly Scene[]): Publication {
  return {
    pages: scenes.map((scene, i) => ({
      scene,
      title: `Page ${i + 1}`,
      alt: `What page ${i + 1} shows`,
      sources: [],
    })),
    title: 'A title',
    lang: 'en',
    palette: LIGHT,
    pointsPerPx: 0.5,
    words: { sources: 'Sources' },
  };
}
