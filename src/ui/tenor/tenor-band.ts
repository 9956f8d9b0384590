import type { TFunction } from 'i18next';
import { memoize } from '../../lib/memoize';
import type { EventTable } from '../../model/event-table';
import { holds } from '../../query/row-set';
import { createTenorSampler } from '../../query/tenor';
import { tenorRecordOf } from '../../query/tenor-record';
import type { RowIndex } from '../../query/window';
import type { MeasureText } from '../../scene/scene';
import { layoutTenorRibbon, TENOR_RIBBON_PX } from '../../scene/tenor-ribbon';
import type { Band } from '../../scene/timeline-input';
import type { State } from '../../state/state';
import type { MakeBand } from '../timeline/picture-source';
import { createLowNames, tenorWords } from './tenor-words';

/** More events than this would hold up the page: the ribbon is not drawn. */
export const MOST_TENOR_ROWS = 200_000;

/** The ribbon over the lanes, for what the filter leaves. `t` is in the language of the page. */
export function createTenorBand(t: TFunction<'tenor'>): MakeBand {
  const words = tenorWords(t);
  const bandOf = memoize(
    (
      table: EventTable,
      matching: RowIndex,
      language: State['language'],
      measure: MeasureText,
    ): Band => {
      const isIn = (row: number) => holds(matching.set, row);
      const sampler = createTenorSampler(tenorRecordOf(table, isIn));
      const nameLow = createLowNames({ table, isIn, language, t });
      return {
        id: 'tenor',
        isBelow: false,
        heightPx: TENOR_RIBBON_PX,
        layout: ({ view, widthPx, isStill }, topPx) => {
          const ribbon = layoutTenorRibbon({
            sampler,
            view,
            widthPx,
            topPx,
            heightPx: TENOR_RIBBON_PX,
            lang: language,
            words,
            nameLow,
            measure,
            isStill,
          });
          const box = { x: 0, y: topPx, width: widthPx, height: ribbon.heightPx };
          return {
            nodes: ribbon.nodes,
            texts: ribbon.texts,
            hits: [{ kind: 'band', band: 'tenor', box }],
            tenor: { topPx, ribbon },
          };
        },
      };
    },
    2,
  );
  return ({ tenor, language }, { table, matching, measure }) =>
    tenor && table.count <= MOST_TENOR_ROWS
      ? bandOf(table, matching, language, measure)
      : undefined;
}
