import type { TFunction } from 'i18next';
import type { ColumnWords } from '../../scene/column-input';
import { PERIOD_DAYS } from '../../scene/columns';

/** What a page of columns says, in the language of `t`. */
export function createColumnWords(t: TFunction<'export'>): ColumnWords {
  return {
    line: ({ count, namedCount, barCount, unit, isShared }) =>
      [
        t('columns.what', { count, named: namedCount, unit: t(`columns.unit.${unit}`) }),
        barCount > 0 ? t('columns.bars', { count: barCount, days: PERIOD_DAYS }) : '',
        isShared ? t('columns.shared') : '',
        t('columns.elsewhere'),
      ]
        .filter(Boolean)
        .join(t('columns.between')),
    column: (date, count) => t('columns.column', { date, events: t('count', { count }) }),
    signs: {
      weight: t('columns.signs.weight'),
      ahead: t('columns.signs.ahead'),
      bar: t('columns.signs.bar', { days: PERIOD_DAYS }),
      cut: t('columns.signs.cut'),
    },
    sourcesNote: t('columns.sourcesNote'),
  };
}
