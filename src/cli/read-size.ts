import type { TFunction } from 'i18next';
import {
  isSide,
  ownSize,
  PAGE_SIZES,
  type PageSize,
  SIDE_LIMITS,
  SIZE_UNITS,
} from '../scene/page-size';
import { UsageError } from './command';

/** A size by its name, or as `300x200mm` or `1200x800px`, width first. Throws a UsageError for another one. */
export function readSize(found: string, t: TFunction): PageSize {
  const named = Object.entries(PAGE_SIZES).find(([name]) => name === found);
  if (named) return named[1];
  const parts = /^(\d+(?:\.\d+)?)[x×](\d+(?:\.\d+)?)(mm|px)$/.exec(found) ?? [];
  const [width, height] = [Number(parts[1]), Number(parts[2])];
  const unit = SIZE_UNITS.find((each) => each === parts[3]);
  if (!unit) {
    const names = Object.keys(PAGE_SIZES).join(t('cli:between'));
    throw new UsageError(t('cli:render.size', { found, names }));
  }
  if (!isSide(width, unit) || !isSide(height, unit)) {
    throw new UsageError(t('cli:render.sides', { found, unit, ...SIDE_LIMITS[unit] }));
  }
  return ownSize(width, height, unit);
}
