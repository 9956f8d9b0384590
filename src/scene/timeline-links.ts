import { memoize } from '../lib/memoize';
import type { LinkRelation } from '../model/dataset';
import type { EventTable } from '../model/event-table';
import { linksAsOf, type ShownLink } from '../model/shown-event';
import { leadsOn } from '../query/road';
import { overlap } from './boxes';
import { domainStyle } from './domain-style';
import { holdsRow } from './hit-test';
import type { Lane } from './lanes';
import { createLinkGrid, type LinkEnd, routeLink, routePlainly } from './link-curves';
import { apart, curveShapes, endsOf, type LinkLook } from './link-shapes';
import { markEdges, type Seat, seatAt } from './place-names';
import type { Box, Font, SceneNode, Shape, Stroke } from './scene';
import type { Frame, Hit, Part } from './timeline-input';
import { baseline, layoutRowMark, seatY } from './timeline-names';

export interface LinksPart {
  /** Lies under the marks and names: a curve that must cross a name leaves it whole. */
  readonly curves: readonly SceneNode[];
  /** Lies over them, and meets none. */
  readonly words: readonly SceneNode[];
}

/** What the lanes of a frame hold, in their order. */
export interface LaidLanes {
  readonly parts: readonly Part[];
  readonly seats: readonly (readonly Seat[])[];
}

/** More arrows than this tell less; the rings tell the rest. */
const MOST_CURVES = 6;
/** Clear of the ring round a selected or linked mark: gap and stroke. */
const OFF_PX = { selected: 4.5 + 1.75 + 0.75, linked: 4 + 1.4 + 0.75 };
const LINE: Stroke = { ink: 'ink-1', widthPx: 1.4 };
const HALO_PX = 4;
/** Marks whose rings all but touch need no arrow, and have no room for one. */
const LEAST_CURVE_PX = 28;
const CHOSEN_LOOK: LinkLook = { line: LINE, haloPx: HALO_PX, head: { length: 7, half: 3.6 } };
const ROAD_LOOK: LinkLook = {
  line: { ink: 'ink-3', widthPx: 1 },
  haloPx: 2.5,
  head: { length: 5, half: 2.6 },
};
/** Of a road; the shortest, which tell most. */
const MOST_ROAD_CURVES = 60;
const WORD_FONT: Font = { family: 'ui', sizePx: 11, weight: 550 };
const PILL_PX = { height: 17, padding: 6, radius: 4 };
/** The letters of a row stand this far inside it. */
const LETTERS_PX = 2;
const MARK_HALF_PX = 6;
const SPAN_FROM_PX = 24;

/**
 * Arrows with words between the selected event and those in view that it has to do with, nearest first; of a road, behind
 * them, thin ones between its other events.
 */
export function layoutLinks(frame: Frame, laid: LaidLanes): LinksPart {
  const hasChosen = frame.selectedRow !== undefined && frame.linkedRows.size > 0;
  if (frame.regime !== 'marks' || !(hasChosen || frame.isRoad)) return NO_LINKS;
  const ground = groundWith(frame, laid);
  const chosen = hasChosen ? layoutChosen(frame, laid, ground) : NO_CHOSEN;
  const road = frame.isRoad ? layoutRoad(frame, laid, { ground, chosen }) : [];
  return { curves: [...road, ...chosen.curves], words: chosen.words };
}

/** What curves and words keep clear of. */
interface Ground {
  readonly clip: Box;
  readonly names: readonly Box[];
  readonly points: readonly Box[];
  readonly spans: readonly Box[];
  readonly others: readonly Box[];
}

function groundWith(frame: Frame, laid: LaidLanes): Ground {
  return {
    clip: groundOf(frame),
    names: laid.parts.flatMap((part) => part.texts ?? []).map(lettersOf),
    others: laid.parts.flatMap((part) => part.hits.map((hit) => hit.box)),
    ...marksOf(frame, laid),
  };
}

interface Chosen extends LinksPart {
  /** The rows at the other ends of what is drawn. */
  readonly rows: ReadonlySet<number>;
  /** Where curves end. */
  readonly taken: readonly (readonly [number, number])[];
}

const NO_LINKS: LinksPart = { curves: [], words: [] };
const NO_CHOSEN: Chosen = { ...NO_LINKS, rows: new Set(), taken: [] };

function layoutChosen(frame: Frame, laid: LaidLanes, ground: Ground): Chosen {
  const { selectedRow = -1 } = frame;
  const own = endOf(frame, laid, selectedRow);
  if (!own) return NO_CHOSEN;
  const taken: [number, number][] = [];
  const pills: Box[] = [];
  const curves: SceneNode[] = [];
  const words: SceneNode[] = [];
  const rows = new Set<number>();
  for (const { link, row, direction, end } of nearestLinks(frame, laid, selectedRow, own)) {
    const word = frame.words.relationOf(link.rel);
    const width = frame.measure(word, WORD_FONT) + 2 * PILL_PX.padding;
    const route = routeLink({
      ...ground,
      from: direction === 'out' ? own : end,
      to: direction === 'out' ? end : own,
      names: [...ground.names, ...pills],
      taken,
      pill: { width, height: PILL_PX.height },
    });
    if (!route) continue;
    rows.add(row);
    taken.push(...endsOf(route.points));
    curves.push({
      kind: 'group',
      label: `link ${link.rel}`,
      nodes: curveShapes(route.points, {
        asOfX: frame.asOfX,
        names: ground.names,
        look: CHOSEN_LOOK,
      }),
    });
    if (!route.pill) continue;
    pills.push(route.pill);
    words.push({ kind: 'group', label: word, nodes: pillShapes(frame, word, route.pill) });
  }
  return { curves, words, rows, taken };
}

interface RoadBehind {
  readonly ground: Ground;
  readonly chosen: Chosen;
}

interface RoadLink {
  readonly from: LinkEnd;
  readonly to: LinkEnd;
  readonly apartPx: number;
  readonly pair: RowPair;
}

/** Between all matching events whose marks are in view; shortest first. */
function layoutRoad(frame: Frame, laid: LaidLanes, { ground, chosen }: RoadBehind): SceneNode[] {
  const { selectedRow } = frame;
  const ends = endsInView(frame, laid);
  const links = pairsOf(frame.table, frame.masks).flatMap((pair): RoadLink[] => {
    const { from, to, rel } = pair;
    const isDrawn =
      (from === selectedRow && chosen.rows.has(to)) ||
      (to === selectedRow && chosen.rows.has(from));
    const [a, b] = [ends(from), ends(to)];
    return a && b && !isDrawn
      ? [{ from: a, to: b, apartPx: apart(a, b), pair: { from, to, rel } }]
      : [];
  });
  const shortest = links
    .filter(({ apartPx }) => apartPx > LEAST_CURVE_PX)
    .toSorted((a, b) => a.apartPx - b.apartPx || a.pair.from - b.pair.from || a.pair.to - b.pair.to)
    .slice(0, MOST_ROAD_CURVES);
  const grid = createLinkGrid(ground);
  const taken = [...chosen.taken];
  return shortest.flatMap(({ from, to, pair }): SceneNode[] => {
    const points = routePlainly({ from, to, clip: ground.clip, taken }, grid);
    if (!points) return [];
    taken.push(...endsOf(points));
    const nodes = curveShapes(points, {
      asOfX: frame.asOfX,
      names: ground.names,
      look: ROAD_LOOK,
    });
    return [{ kind: 'group', label: `road ${pair.rel}`, nodes }];
  });
}

/** The one leads to the other. */
interface RowPair {
  readonly from: number;
  readonly to: number;
  readonly rel: LinkRelation;
}

/** Links among the matching rows, one for each pair. Kept, since panning changes nothing of it. */
const pairsOf = memoize((table: EventTable, masks: Uint8Array): readonly RowPair[] => {
  const pairs = new Map<string, RowPair>();
  for (let from = masks.indexOf(0); from >= 0; from = masks.indexOf(0, from + 1)) {
    for (const { to: id, rel } of table.stateOf(from)?.links ?? []) {
      const to = table.rowOf(id);
      if (to === undefined || to === from || masks[to] !== 0) continue;
      // Without a word the arrow goes where the road goes.
      const pair = leadsOn(rel) ? { from, to, rel } : { from: to, to: from, rel };
      const key = `${Math.min(from, to)} ${Math.max(from, to)}`;
      if (!pairs.has(key)) pairs.set(key, pair);
    }
  }
  return [...pairs.values()];
});

/** Finds the ends of each row but once. */
function endsInView(frame: Frame, laid: LaidLanes): (row: number) => LinkEnd | undefined {
  const known = new Map<number, LinkEnd | undefined>();
  return (row) => {
    if (!known.has(row)) known.set(row, endOf(frame, laid, row));
    return known.get(row);
  };
}

interface NearLink extends ShownLink {
  readonly end: LinkEnd;
}

/** One link for each event in view. */
function nearestLinks(frame: Frame, laid: LaidLanes, row: number, own: LinkEnd): NearLink[] {
  const byRow = new Map<number, ShownLink>();
  for (const link of linksAsOf(frame.table, row)) {
    if (link.row !== row && !byRow.has(link.row)) byRow.set(link.row, link);
  }
  return [...byRow.values()]
    .flatMap((link): (NearLink & { apartPx: number })[] => {
      const end = endOf(frame, laid, link.row);
      return end ? [{ ...link, end, apartPx: apart(own, end) }] : [];
    })
    .filter(({ apartPx }) => apartPx > LEAST_CURVE_PX)
    .toSorted((a, b) => a.apartPx - b.apartPx || a.row - b.row)
    .slice(0, MOST_CURVES);
}

function endOf(frame: Frame, laid: LaidLanes, row: number): LinkEnd | undefined {
  const index = frame.lanes.findIndex((lane) => lane.index.has(row));
  const lane = frame.lanes[index];
  if (!lane) return undefined;
  const box = markBoxOf(frame, lane, row, {
    seat: laid.seats[index]?.find((seat) => seat.row === row),
    hits: laid.parts[index]?.hits ?? [],
  });
  if (!box || !overlap(box, groundOf(frame))) return undefined;
  const { shape } = domainStyle(frame.table.domain[row] ?? 0);
  return { box, shape, offPx: row === frame.selectedRow ? OFF_PX.selected : OFF_PX.linked };
}

/** The box round which an event's ring is drawn: its mark's, or what stands for it in the foot strip. */
function markBoxOf(
  frame: Frame,
  lane: Lane,
  row: number,
  { seat, hits }: { seat: Seat | undefined; hits: readonly Hit[] },
): Box | undefined {
  if (seat) return layoutRowMark(frame, lane, row, seatY(frame, lane, seatAt(frame, seat))).box;
  const hit = hits.find((each) => holdsRow(each, row));
  if (!hit || hit.kind === 'cluster') return hit?.box;
  const mark = layoutRowMark(frame, lane, row, hit.box.y + hit.box.height / 2).box;
  // A long span lies as a thin bar.
  return mark.width > hit.box.height ? hit.box : mark;
}

/** Where the marks that stand beside names are, roughly. */
function marksOf(frame: Frame, { seats }: LaidLanes): { points: Box[]; spans: Box[] } {
  const points: Box[] = [];
  const spans: Box[] = [];
  const shift = frame.xOf(0);
  frame.lanes.forEach((lane, i) => {
    for (const seat of seats[i] ?? []) {
      const { left, right } = markEdges(frame.table, seat.row, frame.pxPerDay);
      const x = left + shift;
      const width = right - left;
      if (x > frame.widthPx || x + width < 0) continue;
      const box = {
        x,
        y: seatY(frame, lane, seat) - MARK_HALF_PX,
        width,
        height: 2 * MARK_HALF_PX,
      };
      (width > SPAN_FROM_PX ? spans : points).push(box);
    }
  });
  return { points, spans };
}

function lettersOf(box: Box): Box {
  return { ...box, y: box.y + LETTERS_PX, height: box.height - 2 * LETTERS_PX };
}

function groundOf({ ground }: Frame): Box {
  return ground;
}

function pillShapes(frame: Frame, word: string, pill: Box): Shape[] {
  return [
    { kind: 'rect', ...pill, radius: PILL_PX.radius, fill: 'ink-1' },
    {
      kind: 'text',
      text: word,
      lang: frame.lang,
      x: pill.x + pill.width / 2,
      y: baseline(pill.y + pill.height / 2, WORD_FONT.sizePx),
      font: WORD_FONT,
      ink: 'on-ink',
      align: 'middle',
    },
  ];
}
