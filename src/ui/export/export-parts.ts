import { createEventTable } from '../../model/create-event-table';
import type { DatasetView } from '../../model/dataset';
import { rejectMasks } from '../../query/match';
import { matchingRows } from '../../query/window';
import { asOfDayOf, deriveCalendar } from '../../state/derive';
import type { State } from '../../state/state';
import { stateInView, storyOf } from '../../state/story';
import { spanOf } from './excess';
import type { PictureRange } from './picture-words';
import type { PublicationSubject } from './publication-input';

/** A range to be published, or a view of the story. */
export interface ExportPart {
  readonly subject: PublicationSubject;
  readonly range: PictureRange;
  readonly eventCount: number;
  /** Of a part that is a view. */
  readonly told?: ToldView;
}

export interface ToldView {
  readonly view: DatasetView;
  /** Its place in the story, from 1 on. */
  readonly place: number;
}

export function partOf(subject: PublicationSubject, range: PictureRange): ExportPart {
  return { subject, range, eventCount: subject.matching.countIn(spanOf(range)) };
}

/**
 * A part for each view of the story, each with its own filter and day. By itself, not by what is kept of the state: that
 * stays the page's.
 */
export function partsOfStory(state: State): readonly ExportPart[] {
  const { dataset } = state;
  if (!dataset) return [];
  return storyOf(state).map((view, at) => {
    const told = stateInView(state, view);
    const table = createEventTable(dataset, asOfDayOf(told), deriveCalendar(told));
    const matching = matchingRows(table, rejectMasks(table, told.filter));
    const subject = { table, matching, filter: told.filter };
    const range = { fromDay: view.fromDay, toDay: view.toDay };
    return { ...partOf(subject, range), told: { view, place: at + 1 } };
  });
}
