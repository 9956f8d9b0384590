import { runThrough } from '../../src/lib/steps';
import { textIn } from '../../src/model/text';
import { type Filter, NO_FILTER } from '../../src/query/filter';
import type { Grouping } from '../../src/query/grouping';
import { rejectMasks } from '../../src/query/match';
import { matchingRows } from '../../src/query/window';
import type { ColumnPageInput } from '../../src/scene/column-input';
import { layoutColumnPageInSteps } from '../../src/scene/column-page';
import { columnStart, PERIOD_DAYS } from '../../src/scene/columns';
import { groupDigits } from '../../src/scene/group-digits';
import { drawnDomain } from '../../src/scene/lanes';
import type { Pages, PagesInput } from '../../src/scene/pages';
import type { Box, Group, SceneNode, TextShape } from '../../src/scene/scene';
import { textBox } from '../../src/scene/slide-text';
import { columnGroupsOf } from '../../src/ui/export/column-groups-of';
import { createColumnWords } from '../../src/ui/export/create-column-words';
import { createLaneWords } from '../../src/ui/timeline/lane-words';
import { type PagesOf, pagesInput } from './pages';
import { collisionsIn, drawn, isText, overlap, shapeBox } from './scene-faults';
import { exportMessages } from './slide';

export interface ColumnPageOf extends Omit<PagesOf, 'grouping'> {
  readonly grouping?: Grouping;
  readonly filter?: Partial<Filter>;
  readonly theme?: 'light' | 'dark';
  readonly title?: PagesInput['title'];
}

/** A range as it stood on a day, as one page of columns: a slide if no size is given. */
export function columnPageInput(of: ColumnPageOf): ColumnPageInput {
  const { grouping = 'domain', filter, theme = 'light', title, ...rest } = of;
  const { rows: _, ...pages } = pagesInput(rest);
  const { table, lang } = pages;
  const t = exportMessages(lang);
  const chosen: Filter = { ...NO_FILTER, ...filter };
  const matching = matchingRows(table, rejectMasks(table, chosen));
  const laneOf = createLaneWords(exportMessages(lang), lang);
  const grouped = { table, matching, grouping, filter: chosen };
  return {
    ...pages,
    ...(title !== undefined && { title }),
    grouping,
    matching,
    chosenDomains: chosen.domains,
    groups: columnGroupsOf(grouped, { laneOf, language: lang }),
    theme,
    columnWords: { ...createColumnWords(t), column: (date, count) => `column ${date}: ${count}` },
  };
}

export function layoutColumnPage(input: ColumnPageInput): Pages {
  return runThrough(layoutColumnPageInSteps(input));
}

interface DrawnLane {
  readonly id: string;
  readonly columns: readonly DrawnColumn[];
  readonly texts: readonly TextShape[];
}

interface DrawnColumn {
  readonly count: number;
  readonly isCut: boolean;
  readonly boxes: readonly Box[];
}

function groupsOf(nodes: readonly SceneNode[], word: string): Group[] {
  return nodes.flatMap((node): Group[] => {
    if (node.kind !== 'group') return [];
    return node.label?.startsWith(word) ? [node] : groupsOf(node.nodes, word);
  });
}

/** The lanes as they are drawn. */
export function drawnLanes({ pages: [page] }: Pages): DrawnLane[] {
  return groupsOf(page?.scene.nodes ?? [], 'lane ').map(({ label = '', nodes }) => ({
    id: label.slice('lane '.length),
    texts: drawn(nodes).flatMap(({ shape }) => (isText(shape) ? [shape] : [])),
    // The number in a lane's head is told in the same way.
    columns: groupsOf(nodes, 'column ')
      .map((group) => {
        const shapes = drawn(group.nodes).map(({ shape }) => shape);
        return {
          count: Number(group.label?.split(': ').at(-1)),
          isCut: shapes.some(({ kind }) => kind === 'polygon'),
          boxes: shapes.flatMap((shape) => shapeBox(shape) ?? []),
        };
      })
      .filter(({ boxes }) => boxes.length > 0),
  }));
}

/** All that a page of columns by domain must hold to, as sentences; empty where it does. */
export function faultsOfColumns(input: ColumnPageInput, made: Pages): string[] {
  const { size, measure } = input;
  const [page] = made.pages;
  if (!page) return ['there is no page'];
  const { scene } = page;
  const isOver = scene.heightPx > size.heightPx || scene.widthPx !== size.widthPx;
  return [
    ...(isOver ? [`the page is ${scene.widthPx} × ${scene.heightPx} px`] : []),
    ...collisionsIn(scene, measure),
    ...drawnLanes(made).flatMap((lane) => laneFaults(lane, measure)),
    ...namesMissing(input, made),
    ...(input.grouping === 'domain' ? countFaults(input, made) : []),
  ];
}

/** No column lies under a text, and each that is cut has its number over it. */
function laneFaults({ id, columns, texts }: DrawnLane, measure: PagesInput['measure']): string[] {
  const boxes = texts.map((text) => ({ text: text.text, box: textBox(text, measure) }));
  return columns.flatMap(({ count, isCut, boxes: cells }) => {
    const covered = boxes.filter(({ box }) => cells.some((cell) => overlap(cell, box)));
    const [cell] = cells;
    const isTold = boxes.some(
      ({ text, box }) =>
        text === groupDigits(count) &&
        cell &&
        Math.abs(box.x + box.width / 2 - cell.x - cell.width / 2) < 0.5,
    );
    return [
      ...covered.map(({ text }) => `${id}: ${text} covers a column of ${count}`),
      ...(isCut && !isTold ? [`${id}: a column of ${count} is cut without its number`] : []),
    ];
  });
}

function plain(text: string): string {
  return text.replaceAll(/[\s\p{Cc}]/gu, '');
}

function namesMissing({ table, lang }: ColumnPageInput, { pages: [page] }: Pages): string[] {
  const written = new Map<string, string>();
  for (const { eventId, shape } of drawn(page?.scene.nodes ?? [])) {
    if (eventId === undefined || !isText(shape) || shape.role) continue;
    written.set(eventId, (written.get(eventId) ?? '') + shape.text);
  }
  const rows = page?.rows ?? [];
  const missing = rows.filter((row) => {
    const title = textIn(table.stateOf(row)?.title ?? '', lang).text;
    return !plain(written.get(table.idOf(row) ?? '') ?? '').includes(plain(title));
  });
  return [
    ...missing.map((row) => `row ${row} is not named in whole`),
    ...(written.size === rows.length
      ? []
      : [`${written.size} are named, ${rows.length} said to be`]),
  ];
}

/** Counted anew, event by event: each in the column of its first day, or a bar. */
function countFaults(input: ColumnPageInput, made: Pages): string[] {
  const { table, span, matching, chosenDomains = [] } = input;
  const tally = made.pages[0]?.tally;
  if (!tally) return ['the page does not tell what it counts'];
  const rows = Array.from(matching.rowsIn(span));
  const wanted = new Map<string, Map<number, number>>();
  let bars = 0;
  for (const row of rows) {
    const start = table.startDay[row] ?? 0;
    if (start < span.startDay || (table.endDay[row] ?? 0) - start > PERIOD_DAYS) {
      bars += 1;
      continue;
    }
    const id = table.dataset.domains[drawnDomain(table, row, chosenDomains)]?.id ?? '';
    const lane = wanted.get(tally.lanes.length === 1 && tally.lanes[0]?.id === 'all' ? 'all' : id);
    const own = lane ?? new Map<number, number>();
    const column = columnStart(start, tally.unit);
    own.set(column, (own.get(column) ?? 0) + 1);
    wanted.set(tally.lanes[0]?.id === 'all' ? 'all' : id, own);
  }
  const counted = drawnLanes(made).filter(({ columns }) => columns.length > 0);
  const found = counted.map(({ id, columns }) => [id, columns.map(({ count }) => count)] as const);
  const faults: string[] = [];
  if (tally.count !== rows.length) faults.push(`${tally.count} counted of ${rows.length}`);
  if (tally.barCount !== bars) faults.push(`${tally.barCount} bars of ${bars}`);
  for (const [id, counts] of found) {
    const of = [...(wanted.get(id) ?? [])].toSorted(([a], [b]) => a - b).map(([, n]) => n);
    if (of.join() !== counts.join()) faults.push(`${id}: ${counts.join()} is not ${of.join()}`);
  }
  if (found.length !== wanted.size) faults.push(`${found.length} lanes of ${wanted.size}`);
  return faults;
}
