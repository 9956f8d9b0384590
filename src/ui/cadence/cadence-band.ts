import type { TFunction } from 'i18next';
import { memoize } from '../../lib/memoize';
import type { EventTable } from '../../model/event-table';
import { cadenceOf, MOST_CADENCE_ROWS } from '../../query/cadence';
import type { Filter } from '../../query/filter';
import type { RowIndex } from '../../query/window';
import { CADENCE_STRIP_PX, layoutCadenceStrip } from '../../scene/cadence-strip';
import type { MeasureText } from '../../scene/scene';
import type { Band } from '../../scene/timeline-input';
import type { Language } from '../../state/state';
import { countryName } from '../country-name';
import type { MakeBand } from '../timeline/picture-source';
import { stripWords } from './cadence-words';
import { subjectWords } from './subject-words';

/** How often what the filter leaves took place, as intervals under the lanes; nothing where it leaves too much. */
export function createCadenceBand(t: TFunction<'cadence'>): MakeBand {
  const bandOf = memoize(
    (
      table: EventTable,
      matching: RowIndex,
      filter: Filter,
      language: Language,
      measure: MeasureText,
    ): Band | undefined => {
      if (matching.count > MOST_CADENCE_ROWS) return undefined;
      const cadence = cadenceOf(table, matching.rows);
      if (!cadence) return undefined;
      const subject = subjectWords(filter, {
        t,
        language,
        dataset: table.dataset,
        countryName: (code) => countryName(code, language, t),
      });
      const words = stripWords(cadence, subject, t);
      return {
        id: 'cadence',
        isBelow: true,
        heightPx: CADENCE_STRIP_PX,
        layout: ({ xOf, widthPx, isStill = false }, topPx) => {
          const strip = layoutCadenceStrip({
            cadence,
            xOf,
            widthPx,
            topPx,
            lang: language,
            words,
            measure,
            wholeTexts: isStill,
          });
          const box = { x: 0, y: topPx, width: widthPx, height: CADENCE_STRIP_PX };
          return {
            nodes: strip.nodes,
            texts: strip.texts,
            hits: [{ kind: 'band', band: 'cadence', box }],
            cadence: { topPx, strip },
          };
        },
      };
    },
    2,
  );
  return ({ cadence, language, filter }, { table, matching, measure }) =>
    cadence ? bandOf(table, matching, filter, language, measure) : undefined;
}
