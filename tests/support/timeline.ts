import { readFileSync } from 'node:fs';
import { createEventTable } from '../../src/model/create-event-table';
import type { Dataset } from '../../src/model/dataset';
import { NO_FILTER } from '../../src/query/filter';
import type { Grouping } from '../../src/query/grouping';
import { rejectMasks } from '../../src/query/match';
import { matchingRows } from '../../src/query/window';
import { capital } from '../../src/scene/capital';
import { groupRows, type Lane, layoutLanes } from '../../src/scene/lanes';
import { createNames } from '../../src/scene/names';
import { createPlacement, type Placement } from '../../src/scene/placement';
import { layoutTimeline, type TimelinePicture } from '../../src/scene/timeline';
import { AXIS_PX, type TimelineInput, type TimelineWords } from '../../src/scene/timeline-input';
import { layoutLinks } from '../../src/scene/timeline-links';
import { clampView } from '../../src/scene/view-moves';
import { recordExtent, wholeSpan } from '../../src/state/record-extent';
import { formatDay } from '../../src/time/date-text';
import type { Day, Span } from '../../src/time/day';
import type { Lang } from '../../src/time/lang';
import { measureByLetters } from './slide';

interface Messages {
  readonly asOf: string;
  readonly aheadNote: string;
  readonly recordEnds: string;
  readonly notConfirmed: string;
  readonly empty: string;
  readonly noPlace: string;
  readonly statusInText: Readonly<Record<string, string>>;
  readonly relationInText: Readonly<Record<string, string>>;
}

/** The words of the message catalogue. */
export function timelineWords(lang: Lang): TimelineWords {
  const text = readFileSync(`src/ui/messages/${lang}/timeline.json`, 'utf8');
  const messages = JSON.parse(text) as Messages;
  const dated = (message: string) => (day: Day) =>
    message.replace('{{date}}', formatDay(day, lang, 'long'));
  return {
    statusOf: (status) => messages.statusInText[status] ?? '',
    notConfirmed: messages.notConfirmed,
    asOf: dated(messages.asOf),
    aheadNote: messages.aheadNote,
    recordEnds: dated(messages.recordEnds),
    emptyLane: messages.empty,
    noPlace: messages.noPlace,
    laneOf: (id) => (id.includes(':') ? { name: id } : undefined),
    relationOf: (rel) => messages.relationInText[rel] ?? '',
  };
}

export interface TimelineOf {
  readonly dataset: Dataset;
  readonly asOfDay: Day;
  readonly lang?: Lang;
  readonly grouping?: Grouping;
  readonly widthPx?: number;
  readonly heightPx?: number;
  /** Ids of events whose names come first. */
  readonly first?: readonly string[];
}

export interface Timeline {
  readonly input: Omit<TimelineInput, 'view'>;
  readonly placement: Placement;
  readonly lanes: readonly Lane[];
  /** Whole years around the record. */
  readonly whole: Span;
  readonly draw: (view: Span, few?: Partial<TimelineInput>) => TimelinePicture;
  /** A view at a scale in which an event begins: the first one at 0, the last one at 1. */
  readonly viewAt: (pxPerDay: number, share: number) => Span;
}

type Own = 'table' | 'masks' | 'placement' | 'nameOf' | 'widthPx' | 'heightPx' | 'lang' | 'words';

/** A picture at rest: light, scrolled to the top, nothing chosen, drawn on its as-of day. */
export function stillInput(
  own: Pick<TimelineInput, Own | 'asOfDay' | 'layoutLinks' | 'layoutDensity' | 'layoutCapital'>,
): Omit<TimelineInput, 'view'> {
  return {
    scrollPx: 0,
    showEras: true,
    theme: 'light',
    measure: measureByLetters,
    today: own.asOfDay,
    selectedRow: undefined,
    focusedRow: undefined,
    hoveredRow: undefined,
    ...own,
  };
}

/** All of a dataset as it stood on a day, ready to be drawn from any view. */
export function createTimeline(given: TimelineOf): Timeline {
  const { dataset, asOfDay, lang = 'en', grouping = 'domain' } = given;
  const { widthPx = 900, heightPx = 520, first = [] } = given;
  const table = createEventTable(dataset, asOfDay);
  const masks = rejectMasks(table, NO_FILTER);
  const words = timelineWords(lang);
  const measure = measureByLetters;
  const nameOf = createNames({ table, lang, words, measure }, new WeakMap());
  const matching = matchingRows(table, masks);
  const lanesInput = { table, matching, grouping, filter: NO_FILTER, heightPx: heightPx - AXIS_PX };
  const isCapital = grouping === 'capital';
  const lanes = isCapital
    ? capital.stackLanes(groupRows(lanesInput), lanesInput.heightPx)
    : layoutLanes(lanesInput);
  const whole = wholeSpan(recordExtent(dataset));
  const placeMarks = capital.createMarks({ words, lang, measure });
  const placement = createPlacement({
    table,
    lanes,
    nameOf,
    asOfDay,
    extent: whole,
    first,
    ...(isCapital ? { placeMarks, columnBody: capital.columnBody } : {}),
  });
  const own = { table, masks, placement, nameOf, widthPx, heightPx, lang, words, asOfDay };
  const input = stillInput({ ...own, layoutLinks, layoutCapital: capital.layoutLane });
  return {
    input,
    placement,
    lanes,
    whole,
    draw: (view, few) => layoutTimeline({ ...input, view, ...few }),
    viewAt: (pxPerDay, share) => {
      const days = widthPx / pxPerDay;
      const row = Math.floor(share * (table.count - 1));
      const eventDay = Math.max(whole.startDay, table.startDay[row] ?? 0);
      const startDay = eventDay - days * ((share * 17) % 1);
      return clampView({ startDay, endDay: startDay + days }, whole);
    },
  };
}
