import type { ExportPart } from './export-parts';
import { rangeName } from './export-range';

/** `entente-japan-us-2023-01-01--2023-06-30`, or of views `entente-japan-us-story`. */
export function fileName(datasetId: string, parts: readonly ExportPart[]): string {
  const [first] = parts;
  const isRange = first !== undefined && first.told === undefined;
  const what = isRange ? rangeName(first.range) : 'story';
  return `entente-${fileSafe(datasetId)}-${what}`;
}

/** Of each page as a file of its own: views by place and id, pages of a part by number, where there are several. */
export function pageNames(
  base: string,
  parts: readonly (Pick<ExportPart, 'told'> & { readonly pageCount: number })[],
  ending: string,
): readonly string[] {
  return parts.flatMap(({ told, pageCount }) => {
    const own = told ? `${base.replace(/-story$/, '')}-${viewName(told)}` : base;
    return Array.from({ length: pageCount }, (_, i) =>
      pageCount === 1 ? `${own}.${ending}` : `${own}-${sortable(i + 1, pageCount)}.${ending}`,
    );
  });
}

/** `03-trade-wars`. */
function viewName({ view, place }: NonNullable<ExportPart['told']>): string {
  return `${sortable(place)}-${fileSafe(view.id)}`;
}

/** In order wherever files are sorted by name. */
function sortable(number: number, most = number): string {
  return String(number).padStart(Math.max(2, String(most).length), '0');
}

/** An id comes from a file and may hold what a file's name may not. */
function fileSafe(id: string): string {
  return id.replaceAll(/[^\p{Letter}\p{Number}._-]+/gu, '-');
}
