import type { TFunction } from 'i18next';
import { PAGE_SIZES, type PageSize, paperSize, screenSize } from '../scene/page-size';
import { UsageError } from './command';

/** What a page can be laid out on. */
const SIDES = {
  mm: { least: 60, most: 2000, sizeOf: paperSize },
  px: { least: 300, most: 10_000, sizeOf: screenSize },
} as const;

/** A size by its name, or as `300x200mm` or `1200x800px`, width first. Throws a UsageError for another one. */
export function readSize(found: string, t: TFunction): PageSize {
  const named = Object.entries(PAGE_SIZES).find(([name]) => name === found);
  if (named) return named[1];
  const [, width, height, unit] = /^(\d+(?:\.\d+)?)[x×](\d+(?:\.\d+)?)(mm|px)$/.exec(found) ?? [];
  const side = SIDES[unit as keyof typeof SIDES];
  if (!side) {
    const names = Object.keys(PAGE_SIZES).join(t('cli:between'));
    throw new UsageError(t('cli:render.size', { found, names }));
  }
  const { least, most, sizeOf } = side;
  const sides = [Number(width), Number(height)] as const;
  if (sides.some((length) => length < least || length > most)) {
    throw new UsageError(t('cli:render.sides', { found, least, most, unit }));
  }
  return sizeOf(...sides);
}
