import type { PublishedSource } from '../../formats/publication';
import { textIn } from '../../model/text';
import type { Page, PageSource } from '../../scene/pages';
import type { SceneNode } from '../../scene/scene';
import type { Language } from '../../state/state';
import { formatEdtf } from '../../time/date-text';

/** The sources whose numbers stand on a page, in words. */
export function publishedSources(
  { scene }: Page,
  sources: readonly PageSource[],
  language: Language,
): readonly PublishedSource[] {
  const named = new Set(numbersOf(scene.nodes));
  return sources
    .filter(({ number }) => named.has(String(number)))
    .map(({ number, source }) => ({
      number,
      title: textIn(source.title, language).text,
      publisher: textIn(source.publisher, language).text,
      published: source.published ? formatEdtf(source.published, language, 'medium') : '',
      url: source.url,
    }));
}

function numbersOf(nodes: readonly SceneNode[]): string[] {
  return nodes.flatMap((node) => {
    if (node.kind === 'group') return numbersOf(node.nodes);
    return node.kind === 'text' && node.role === 'source-number' ? [node.text] : [];
  });
}
