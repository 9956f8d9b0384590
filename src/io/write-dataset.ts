import type { Dataset, DatasetView } from '../model/dataset';
import { PATTERNS } from '../model/schema';
import { textIn } from '../model/text';
import { newViewId, viewJson } from '../model/view-file';

/**
 * The dataset's file with the reader's own views at the end of its `views`; all else is handed back as it came, unknown
 * fields and what was set aside too. Undefined for a packed dataset, which its worker writes (`large/write-lines.ts`).
 */
export function datasetJson(
  { packed, raw }: Dataset,
  ownViews: readonly DatasetView[],
): string | undefined {
  if (packed) return undefined;
  if (ownViews.length === 0) return textOf(raw);
  const file = raw as Readonly<Record<string, unknown>>;
  const given: readonly unknown[] = Array.isArray(file['views']) ? file['views'] : [];
  return textOf({ ...file, views: [...given, ...ownViewsJson(given, ownViews)] });
}

/** Each with an id that no other view of the file has. */
export function ownViewsJson(given: readonly unknown[], ownViews: readonly DatasetView[]) {
  const taken = new Set(given.map(idOf));
  return ownViews.map((view) => {
    const isGood = PATTERNS.kebabId.test(view.id) && !taken.has(view.id);
    const id = isGood
      ? view.id
      : newViewId(textIn(view.title, 'en').text, (each) => taken.has(each));
    taken.add(id);
    return { ...viewJson(view), id };
  });
}

function idOf(view: unknown): unknown {
  return typeof view === 'object' && view !== null && 'id' in view ? view.id : undefined;
}

function textOf(file: unknown): string {
  return `${JSON.stringify(file, null, 2)}\n`;
}
