import type { Steps } from '../lib/steps';
import { STATUSES, type Status } from '../model/dataset';
import { type EventTable, FLAG } from '../model/event-table';
import { liesAhead } from '../model/state-as-of';
import { textIn } from '../model/text';
import type { Span } from '../time/day';
import { drawnDomain } from './lanes';
import { saysYear, slideDate } from './slide-dates';
import type { SlideInput } from './slide-input';
import { laneNameLines, type SlideEvent, type SlideLane } from './slide-lane';
import { createSlideMark, type SlidePlot } from './slide-mark';
import { type NameText, type SetName, setName } from './slide-names';
import { onOneLine } from './slide-text';

/** A lane before anything is laid out: its name, and its rows in time order. */
export interface LaneRows {
  readonly id: string;
  readonly head:
    | { readonly name: string; readonly lang: string; readonly domainIndex: number | undefined }
    | undefined;
  readonly rows: readonly number[];
}

/** The domain in which an event is drawn. */
export function domainOf(
  { table, grouping, chosenDomains = [] }: Pick<SlideInput, 'table' | 'grouping' | 'chosenDomains'>,
  row: number,
): number {
  return grouping === 'domain' ? drawnDomain(table, row, chosenDomains) : (table.domain[row] ?? 0);
}

export function statusOfRow(table: EventTable, row: number): Status {
  return STATUSES[table.status[row] ?? 0] ?? 'happened';
}

type LanesOf = Pick<SlideInput, 'table' | 'rows' | 'grouping' | 'chosenDomains' | 'lanes' | 'lang'>;

/** The lanes that hold an event. In given lanes one may stand in several. */
export function laneRowsOf(input: LanesOf): LaneRows[] {
  const { table, rows, grouping, lang, lanes } = input;
  if (lanes) {
    return lanes
      .filter((lane) => lane.rows.length > 0)
      .map((lane) => ({
        id: lane.id,
        head: { name: lane.name, lang: lane.lang, domainIndex: undefined },
        rows: lane.rows,
      }));
  }
  if (rows.length === 0) return [];
  if (grouping === 'none') return [{ id: 'all', head: undefined, rows }];
  const groups = new Map<number, number[]>();
  for (const row of rows) {
    const domain = domainOf(input, row);
    const own = groups.get(domain);
    if (own) own.push(row);
    else groups.set(domain, [row]);
  }
  return table.dataset.domains.flatMap((domain, domainIndex): LaneRows[] => {
    const own = groups.get(domainIndex);
    if (!own) return [];
    const name = textIn(domain.name, lang);
    return [{ id: domain.id, head: { name: name.text, lang: name.lang, domainIndex }, rows: own }];
  });
}

/** The source that a name has, as the pages number it. */
export interface NumberedSource {
  readonly number: number;
  readonly href: string | undefined;
}

export interface NamesInput extends Pick<SlideInput, 'table' | 'lang' | 'words' | 'measure'> {
  /** Undefined where none is told. */
  readonly sourceOf: (row: number) => NumberedSource | undefined;
  readonly hidesNoSource?: boolean;
  /** What stands for a name that is too long for a picture. */
  readonly shortenedOf?: (row: number) => string | undefined;
}

/** Names set for the width of a plot, each once; and once more for spans on which its date is told with the year. */
export type SetNames = (row: number, span: Span, plot: SlidePlot) => SetName;

export function createSetNames(input: NamesInput): SetNames {
  const known = [new Map<number, SetName>(), new Map<number, SetName>()] as const;
  return (row, span, plot) => {
    const state = input.table.stateOf(row);
    const kept = known[state && saysYear(state.date, span) ? 1 : 0];
    const found = kept.get(row);
    if (found) return found;
    const name = setName(nameText(input, row, { span, plot }), plot, input.measure);
    kept.set(row, name);
    return name;
  };
}

/** The whole name of an event, on one line. */
export function titleOf(
  { table, lang }: Pick<NamesInput, 'table' | 'lang'>,
  row: number,
): { readonly text: string; readonly lang: string } {
  const title = textIn(table.stateOf(row)?.title ?? '', lang);
  return { ...title, text: onOneLine(title.text) };
}

function nameText(
  input: NamesInput,
  row: number,
  { span, plot }: { readonly span: Span; readonly plot: SlidePlot },
): NameText {
  const { table, lang, words } = input;
  const title = titleOf(input, row);
  const source = input.sourceOf(row);
  const hasNone = ((table.flags[row] ?? 0) & FLAG.noSource) !== 0;
  return {
    style: plot.style,
    title: input.shortenedOf?.(row) ?? title.text,
    titleLang: title.lang,
    sourceNumber: source === undefined ? '' : String(source.number),
    sourceHref: source?.href,
    date: slideDate({ table, span, lang, words }, row),
    lang,
    importance: table.importance[row] ?? 3,
    warnsOfNoSource: hasNone && input.hidesNoSource !== true,
  };
}

export interface EventsInput
  extends Pick<SlideInput, 'table' | 'span' | 'grouping' | 'chosenDomains' | 'lanes' | 'measure'> {
  readonly plot: SlidePlot;
  readonly names: SetNames;
  /** Of the name of a lane. */
  readonly mostLines?: number;
}

/** The events of lanes with their names and marks, ready to be placed. */
export function* createLanes(input: EventsInput, lanes: readonly LaneRows[]): Steps<SlideLane[]> {
  const made: SlideLane[] = [];
  for (const { id, head, rows } of lanes) {
    const events: SlideEvent[] = [];
    for (const row of rows) {
      events.push(createEvent(input, row));
      yield;
    }
    made.push({ id, head: head && layoutLaneHead(input, head), events });
  }
  return made;
}

function layoutLaneHead(
  { plot, measure, mostLines }: EventsInput,
  { name, ...head }: NonNullable<LaneRows['head']>,
): NonNullable<SlideLane['head']> {
  return { ...head, lines: laneNameLines(name, plot, { measure, most: mostLines }) };
}

function createEvent(input: EventsInput, row: number): SlideEvent {
  const { table, plot, span } = input;
  const id = table.idOf(row);
  if (id === undefined) throw new Error(`slide: row ${row} of ${table.count} has no event`);
  return {
    row,
    id,
    name: input.names(row, span, plot),
    mark: createSlideMark({ table, row, domainIndex: domainOf(input, row), plot }),
    isAhead: liesAhead(statusOfRow(table, row)),
  };
}
