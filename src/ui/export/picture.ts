import type { TFunction } from 'i18next';
import type { Steps } from '../../lib/steps';
import { capitalOf } from '../../model/capitals';
import type { Country } from '../../model/dataset';
import type { EventTable } from '../../model/event-table';
import { textIn } from '../../model/text';
import type { Grouping } from '../../query/grouping';
import type { MeasureText, Scene } from '../../scene/scene';
import { domainOf, layoutSlideInSteps } from '../../scene/slide';
import type { SlideGroup } from '../../scene/slide-input';
import type { Band } from '../../scene/timeline-input';
import type { Language } from '../../state/state';
import type { Day } from '../../time/day';
import { createSlideWords } from './create-slide-words';
import { describePicture, type PictureFacts } from './picture-words';

/** All that a picture is made from. */
export interface PictureInput {
  readonly table: EventTable;
  /** Matching rows of the range, in time order. */
  readonly rows: Uint32Array;
  readonly facts: PictureFacts;
  readonly title: string;
  readonly subtitle: string;
  readonly grouping: Grouping;
  /** Of groupings other than by domain and none. */
  readonly lanes: readonly SlideGroup[] | undefined;
  /** The strips that are shown, drawn anew. */
  readonly createBands: ((measure: MeasureText) => readonly Band[]) | undefined;
  /** Stands under the lanes. */
  readonly note: string | undefined;
  readonly exportedDay: Day;
}

export interface Picture {
  readonly input: PictureInput;
  readonly scene: Scene;
  /** What it shows, in a sentence. */
  readonly desc: string;
}

/** By steps: a picture of many events takes a while. */
export function* createPicture(
  t: TFunction<'export'>,
  input: PictureInput,
  measure: MeasureText,
): Steps<Picture> {
  const { table, facts, title, subtitle, grouping, exportedDay } = input;
  const { dataset, range, asOfDay, language } = facts;
  const { calendar } = table;
  const chosenDomains = facts.filter.domains;
  const { scene, sourceCount } = yield* layoutSlideInSteps({
    table,
    rows: Array.from(input.rows),
    span: { startDay: range.fromDay, endDay: range.toDay + 1 },
    asOfDay,
    recordedThrough: dataset.recordedThrough,
    exportedDay,
    lang: language,
    title,
    subtitle,
    words: createSlideWords(t, calendar && capitalName(calendar.country, language)),
    grouping,
    ...(input.note !== undefined && { note: input.note }),
    ...(input.lanes && { lanes: input.lanes }),
    ...(input.createBands && { bands: input.createBands(measure) }),
    chosenDomains,
    measure,
  });
  const lanes = dataset.domains.flatMap((domain, index) => {
    const count = input.rows.filter(
      (row) => domainOf({ table, grouping, chosenDomains }, row) === index,
    ).length;
    return count === 0 ? [] : [{ name: textIn(domain.name, language).text, count }];
  });
  return { input, scene, desc: describePicture(t, facts, { lanes, sources: sourceCount }) };
}

function capitalName(country: Country, language: Language): string {
  const capital = capitalOf(country);
  return capital ? textIn(capital.name, language).text : country;
}
