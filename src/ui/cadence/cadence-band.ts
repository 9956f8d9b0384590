import type { TFunction } from 'i18next';
import { memoize } from '../../lib/memoize';
import type { EventTable } from '../../model/event-table';
import { cadenceOf, MOST_CADENCE_ROWS } from '../../query/cadence';
import type { Filter } from '../../query/filter';
import type { RowIndex } from '../../query/window';
import { layoutCadenceNote } from '../../scene/cadence-note';
import { CADENCE_STRIP_PX, layoutCadenceStrip } from '../../scene/cadence-strip';
import type { MeasureText } from '../../scene/scene';
import type { Band } from '../../scene/timeline-input';
import type { Language } from '../../state/state';
import { countryName } from '../country-name';
import type { MakeBand } from '../timeline/picture-source';
import { stripWords } from './cadence-words';
import { subjectWords } from './subject-words';

const SHAPE = { id: 'cadence', isBelow: true, heightPx: CADENCE_STRIP_PX } as const;

/**
 * How often what the filter leaves took place, as intervals under the lanes; where it leaves too much, the strip says so. While the
 * as-of line is dragged over a large set the strip stays that of the last rest.
 */
export function createCadenceBand(t: TFunction<'cadence'>): MakeBand {
  const bandOf = memoize(
    (
      table: EventTable,
      matching: RowIndex,
      filter: Filter,
      language: Language,
      measure: MeasureText,
    ): Band => {
      // Its list of rows is made when asked for.
      const isFew = matching.count <= MOST_CADENCE_ROWS;
      const cadence = isFew ? cadenceOf(table, matching.rows) : undefined;
      if (!cadence) return noteBand(matching.count, { t, language, measure });
      const subject = subjectWords(filter, {
        t,
        language,
        dataset: table.dataset,
        countryName: (code) => countryName(code, language, t),
      });
      const words = stripWords(cadence, subject, t);
      return {
        ...SHAPE,
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
            cadence: { topPx, strip, cadence },
          };
        },
      };
    },
    2,
  );
  let latest: { readonly table: EventTable; readonly band: Band } | undefined;
  return ({ cadence, language, filter, asOfMoving }, { table, matching, measure }) => {
    if (!cadence) return undefined;
    const { dataset } = table;
    if (asOfMoving && dataset.packed && latest?.table.dataset === dataset) return latest.band;
    latest = { table, band: bandOf(table, matching, filter, language, measure) };
    return latest.band;
  };
}

interface NoteWords {
  readonly t: TFunction<'cadence'>;
  readonly language: Language;
  readonly measure: MeasureText;
}

function noteBand(count: number, { t, language, measure }: NoteWords): Band {
  const texts = [t('strip.tooManyTitled', { count, most: MOST_CADENCE_ROWS }), t('strip.tooMany')];
  return {
    ...SHAPE,
    layout: ({ widthPx }, topPx) => {
      const { nodes, texts: boxes } = layoutCadenceNote({
        texts,
        lang: language,
        widthPx,
        topPx,
        measure,
      });
      return { nodes, texts: boxes, hits: [] };
    },
  };
}
