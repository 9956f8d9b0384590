import { domainStyle } from './domain-style';
import { groupDigits } from './group-digits';
import { LANE_FOOT_PX, type Lane, TICKS_PX } from './lanes';
import { ringShapes } from './mark';
import type { Box, Font, Group, MeasureText, Shape, TextShape } from './scene';
import type { Frame, Hit, Part } from './timeline-input';
import {
  baseline,
  faded,
  layoutRowMark,
  nameStrength,
  stateRings,
  surfaceAt,
} from './timeline-names';

const MERGE_PX = 4;
const COUNT_FONT: Font = { family: 'ui', sizePx: 11, weight: 600 };
/** Wider spans without a name lie as thin bars along the strip and do not merge. */
const THIN_FROM_PX = 28;
const THIN_PX = 2;
const TRACK_PX = 3.5;
/** Over them lies one more, for long ones that find no room in these. */
const OWN_TRACKS = 2;
/** Shorter ones that find none stand at their middle, as points do. */
const LONG_PX = 600;
const BUNDLE_PX = 3;
/** From the edge of the view to a bundle's mark. */
const EDGE_PX = 12;
const OVERLAP_PX = 6;
const COUNT_GAP_PX = 5;
/** What ends farther outside the view than this shows nothing in it. */
const BEYOND_PX = 40;
/** Half the width of what is no bar; it does not depend on its shape here, so that merging depends on time alone. */
const HALF_PX = 4.5;

/** Marks without a name stand in the strip at the foot of their lane; those that touch merge and tell their number. */
export function layoutFoot(frame: Frame, lane: Lane, rows: Uint32Array): Part {
  const bottom = frame.topOf(lane) + lane.heightPx - TICKS_PX;
  const y = bottom - (LANE_FOOT_PX - TICKS_PX) / 2;
  const { spans, points } = sortMarks(frame, rows);
  const { tracks, bundles, middles } = packSpans(spans, frame.widthPx);
  points.push(...middles, ...bundles.map(pointOfBundle));
  // What lies beyond the edges has told how marks merge; it is not drawn.
  const isSeen = ({ left, right }: { left: number; right: number }) =>
    right > -BEYOND_PX && left < frame.widthPx + BEYOND_PX;
  const groups = mergeTouching(frame, points).map((group) => ({
    group,
    box: groupBox(frame, group),
  }));
  const parts = [
    ...bundles
      .filter(isSeen)
      .map((bundle) => layoutBundle(frame, lane, bundle, bottom - 2 - OWN_TRACKS * TRACK_PX)),
    ...tracks
      .filter(({ span }) => isSeen(span))
      .map(({ span, track }) => layoutThinSpan(frame, lane, span, bottom - 2 - track * TRACK_PX)),
    ...groups.filter(({ box }) => isSeen(box)).map((each) => layoutGroup(frame, lane, each, y)),
  ];
  return {
    nodes: parts.flatMap((part) => part.nodes),
    hits: parts.flatMap((part) => part.hits),
  };
}

interface FootSpan {
  readonly row: number;
  readonly left: number;
  readonly right: number;
}

/** One event in the strip, or several that take one place. */
interface FootPoint {
  readonly x: number;
  readonly halfPx: number;
  readonly rows: number | readonly number[];
}

function sortMarks(frame: Frame, rows: Uint32Array): { spans: FootSpan[]; points: FootPoint[] } {
  const { startDay, endDay } = frame.table;
  const { pxPerDay } = frame;
  const first = frame.view.startDay;
  const spans: FootSpan[] = [];
  const points: FootPoint[] = [];
  for (let place = 0; place < rows.length; place++) {
    const row = rows[place] ?? 0;
    const left = ((startDay[row] ?? 0) - first) * pxPerDay;
    const right = ((endDay[row] ?? 0) - first) * pxPerDay;
    if (right - left > THIN_FROM_PX) spans.push({ row, left, right });
    else
      points.push({
        x: (left + right) / 2,
        halfPx: Math.max(HALF_PX, (right - left) / 2),
        rows: row,
      });
  }
  return { spans, points };
}

/** Spans that overlap, one after the other, and have no track of their own. */
interface Bundle {
  readonly rows: readonly number[];
  readonly left: number;
  readonly right: number;
}

/** Spans lie in as many tracks as there are; where more run side by side, those that overlap are one bar over them. */
function packSpans(spans: readonly FootSpan[], widthPx: number) {
  const tracks: { span: FootSpan; track: number }[] = [];
  const ends: number[] = Array.from({ length: OWN_TRACKS }, () => Number.NEGATIVE_INFINITY);
  const chains: FootSpan[][] = [];
  const middles: FootPoint[] = [];
  let chainEnd = Number.NEGATIVE_INFINITY;
  // Rows are in time order, and so are spans.
  for (const span of spans) {
    const track = ends.findIndex((end) => end < span.left);
    if (track >= 0) {
      ends[track] = span.right;
      tracks.push({ span, track });
      continue;
    }
    if (span.right - span.left < LONG_PX) {
      middles.push({ x: middleInView(span, widthPx), halfPx: HALF_PX, rows: span.row });
      continue;
    }
    if (span.left <= chainEnd) chains.at(-1)?.push(span);
    else chains.push([span]);
    chainEnd = Math.max(chainEnd, span.right);
  }
  const bundles: Bundle[] = [];
  for (const chain of chains) {
    const [span] = chain;
    if (!span) continue;
    if (chain.length === 1) tracks.push({ span, track: OWN_TRACKS });
    else {
      const right = chain.reduce((most, each) => Math.max(most, each.right), span.right);
      bundles.push({ rows: chain.map(({ row }) => row), left: span.left, right });
    }
  }
  return { tracks, bundles, middles };
}

/** The middle of a span, or, where it reaches into view but its middle does not, what is nearest. */
function middleInView({ left, right }: FootSpan, widthPx: number): number {
  const middle = (left + right) / 2;
  if (middle < EDGE_PX && right > 0) return Math.min(EDGE_PX, right);
  if (middle > widthPx - EDGE_PX && left < widthPx) return Math.max(widthPx - EDGE_PX, left);
  return middle;
}

/** The number of a bundle stands at its start, or where that is out of view at the edge. */
function pointOfBundle({ rows, left, right }: Bundle): FootPoint {
  return { x: Math.min(Math.max(left, EDGE_PX), right), halfPx: HALF_PX, rows };
}

/** Marks that have merged, and what they take together. */
interface FootGroup {
  rows: number[];
  /** Of the marks themselves. */
  left: number;
  right: number;
  /** One bit for each main domain. */
  domains: number;
}

interface BoxedGroup {
  readonly group: FootGroup;
  readonly box: ReturnType<typeof groupBox>;
}

/** Chains of marks less than 4 px apart; a chain's own number counts as part of it. */
function mergeTouching(frame: Frame, points: readonly FootPoint[]): FootGroup[] {
  const sorted = points.toSorted((a, b) => a.x - b.x || firstRow(a) - firstRow(b));
  const groups: FootGroup[] = [];
  let last: FootGroup | undefined;
  let end = Number.NEGATIVE_INFINITY;
  for (const { x, halfPx, rows } of sorted) {
    const [left, right] = [x - halfPx, x + halfPx];
    if (!last || left - end >= MERGE_PX) {
      last = { rows: [], left, right, domains: 0 };
      groups.push(last);
    }
    last.left = Math.min(last.left, left);
    last.right = Math.max(last.right, right);
    if (typeof rows === 'number') addTo(frame, last, rows);
    else for (const row of rows) addTo(frame, last, row);
    end = Math.max(last.right, rightOf(frame, last));
  }
  return groups;
}

function addTo({ table }: Frame, group: FootGroup, row: number): void {
  group.rows.push(row);
  group.domains |= 1 << (table.domain[row] ?? 0);
}

function firstRow({ rows }: FootPoint): number {
  return typeof rows === 'number' ? rows : (rows[0] ?? 0);
}

/** The extent of a merged group: two overlapped shapes about its middle, and its number. */
function groupBox(frame: Frame, group: FootGroup) {
  const { left, right } = group;
  const middle = (left + right) / 2;
  const isOne = group.rows.length < 2;
  return {
    left: isOne ? left : middle - shapesPx(group) / 2 - HALF_PX,
    right: rightOf(frame, group),
    middle,
  };
}

/** Of its box alone: it is asked for with each mark that a group takes in. */
function rightOf(frame: Frame, group: FootGroup): number {
  const { rows, left, right } = group;
  if (rows.length < 2) return right;
  const besidePx = COUNT_GAP_PX + HALF_PX + countPx(frame, rows.length);
  return (left + right) / 2 + shapesPx(group) / 2 + besidePx;
}

function shapesPx({ domains }: FootGroup): number {
  return OVERLAP_PX * Math.min(3, Math.max(2, bitCount(domains)));
}

const countWidths = new WeakMap<MeasureText, number[]>();
/** Greater numbers are taken to be as wide as the widest that has as many digits. */
const MOST_MEASURED = 999;

function countPx({ measure }: Frame, count: number): number {
  const known = countWidths.get(measure) ?? [];
  countWidths.set(measure, known);
  const key = count <= MOST_MEASURED ? count : 10 ** String(count).length - 1;
  const text = count <= MOST_MEASURED ? groupDigits(count) : groupDigits(key).replaceAll('9', '0');
  const place = count <= MOST_MEASURED ? count : MOST_MEASURED + text.length;
  const widthPx = known[place] ?? measure(text, COUNT_FONT);
  known[place] = widthPx;
  return widthPx;
}

function bitCount(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}

/** In lane order; a single one twice, since a group has two shapes at least. */
function domainsOf({ domains }: FootGroup): number[] {
  const found: number[] = [];
  for (let domain = 0; domain < 32; domain++) if ((domains >>> domain) & 1) found.push(domain);
  return found.length === 1 ? [found[0] ?? 0, found[0] ?? 0] : found;
}

function layoutGroup(
  frame: Frame,
  lane: Lane,
  { group, box: { left, right, middle } }: BoxedGroup,
  y: number,
): Part {
  const { rows } = group;
  const [first] = rows;
  if (first === undefined) return { nodes: [], hits: [] };
  if (rows.length === 1) return layoutSingle(frame, lane, { row: first, x: middle, y });
  const domains =
    lane.domainIndex === undefined ? domainsOf(group) : [lane.domainIndex, lane.domainIndex];
  const shapes = domains.slice(0, 3).flatMap((domain, i, all) => {
    const x = middle + (i - (all.length - 1) / 2) * OVERLAP_PX;
    // Of two marks of one domain the one behind is an outline, else they would melt together.
    const isBehind = i === 0 && all[1] === domain;
    return layoutClusterShape(frame, { domain, x, y, isBehind });
  });
  const textX =
    middle + ((Math.min(3, domains.length) - 1) / 2) * OVERLAP_PX + HALF_PX + COUNT_GAP_PX;
  const style = domainStyle(domains[0] ?? 0);
  const box: Box = { x: left, y: y - 8, width: right - left, height: 16 };
  const count = groupDigits(rows.length);
  const number: TextShape = {
    kind: 'text',
    text: count,
    lang: 'en',
    x: textX,
    y: baseline(y, COUNT_FONT.sizePx),
    font: COUNT_FONT,
    ink: lane.domainIndex === undefined ? 'ink-2' : style.text,
    align: 'start',
    // Thin spans pass under it.
    halo: { ink: surfaceAt(frame, textX), widthPx: 2 },
  };
  return {
    nodes: [
      {
        kind: 'group',
        label: count,
        nodes: [
          ...(rows.includes(frame.hoveredRow ?? -1) ? ringShapes(box, 'hover', style) : []),
          ...shapes,
          ...faded(nameStrength(frame, textX, textX + countPx(frame, rows.length)), [number]),
          ...ringsIn(frame, rows, box),
        ],
      },
    ],
    hits: [{ kind: 'cluster', rows, box }],
  };
}

/** Rings round what stands for several events, for those of them that have one. */
function ringsIn(frame: Frame, rows: readonly number[], box: Box): Shape[] {
  const { selectedRow, focusedRow, linkedRows } = frame;
  const marked = new Set([selectedRow, focusedRow, ...linkedRows]);
  marked.delete(undefined);
  if (marked.size === 0) return [];
  return rows.filter((row) => marked.has(row)).flatMap((row) => stateRings(frame, row, box, box));
}

/** A plain shape of the domain, with the surface round it so that overlapped ones part. */
function layoutClusterShape(
  frame: Frame,
  { domain, x, y, isBehind }: { domain: number; x: number; y: number; isBehind: boolean },
): Shape[] {
  const style = domainStyle(domain);
  const surface = surfaceAt(frame, x);
  const stroke = { ink: isBehind ? style.mark : surface, widthPx: 1.25 };
  const fill = isBehind ? surface : style.mark;
  const r = 4.2;
  if (style.shape === 'circle') return [{ kind: 'circle', x, y, r, fill, stroke }];
  if (style.shape === 'square') {
    return [{ kind: 'rect', x: x - 3.7, y: y - 3.7, width: 7.4, height: 7.4, fill, stroke }];
  }
  const d = 5.2;
  const points =
    style.shape === 'diamond'
      ? [x, y - d, x + d, y, x, y + d, x - d, y]
      : [x, y - d, x + d, y + d * 0.75, x - d, y + d * 0.75];
  return [{ kind: 'polygon', points, closed: true, fill, stroke }];
}

function layoutSingle(
  frame: Frame,
  lane: Lane,
  { row, x, y }: { row: number; x: number; y: number },
): Part {
  const days = (frame.table.endDay[row] ?? 0) - (frame.table.startDay[row] ?? 0);
  if (days * frame.pxPerDay > THIN_FROM_PX) return layoutMiddle(frame, lane, { row, x, y });
  const mark = layoutRowMark(frame, lane, row, y);
  const box = growTo(mark.box, 14);
  return eventPart(frame, row, box, [
    ...(frame.hoveredRow === row ? ringShapes(mark.box, 'hover', mark.style) : []),
    // Beside a mark of the strip there is no room for a question mark.
    ...mark.shapes.filter((shape) => shape.kind !== 'text'),
    ...stateRings(frame, row, mark.box, mark.box),
  ]);
}

/** Of a span whose bar has no room. */
function layoutMiddle(
  frame: Frame,
  lane: Lane,
  { row, x, y }: { row: number; x: number; y: number },
): Part {
  const domain = lane.domainIndex ?? frame.table.domain[row] ?? 0;
  const box = { x: x - 7, y: y - 7, width: 14, height: 14 };
  const markBox = { x: x - HALF_PX, y: y - HALF_PX, width: 2 * HALF_PX, height: 2 * HALF_PX };
  return eventPart(frame, row, box, [
    ...(frame.hoveredRow === row ? ringShapes(markBox, 'hover', domainStyle(domain)) : []),
    ...layoutClusterShape(frame, { domain, x, y, isBehind: false }),
    ...stateRings(frame, row, markBox, markBox),
  ]);
}

function layoutThinSpan(frame: Frame, lane: Lane, span: FootSpan, y: number): Part {
  const style = domainStyle(lane.domainIndex ?? frame.table.domain[span.row] ?? 0);
  const x = Math.max(-20, span.left);
  const width = Math.min(frame.widthPx + 20, span.right) - x;
  const bar: Shape = {
    kind: 'rect',
    x,
    y: y - THIN_PX / 2,
    width,
    height: THIN_PX,
    radius: 1,
    fill: style.mark,
    opacity: frame.hoveredRow === span.row || frame.selectedRow === span.row ? 1 : 0.6,
  };
  const box = { x, y: y - 5, width, height: 8 };
  return eventPart(frame, span.row, box, [bar, ...stateRings(frame, span.row, box, box)]);
}

function layoutBundle(frame: Frame, lane: Lane, { rows, left, right }: Bundle, y: number): Part {
  const style = domainStyle(lane.domainIndex ?? frame.table.domain[rows[0] ?? 0] ?? 0);
  const x = Math.max(-20, left);
  const width = Math.min(frame.widthPx + 20, right) - x;
  const bar: Shape = {
    kind: 'rect',
    x,
    y: y - BUNDLE_PX / 2,
    width,
    height: BUNDLE_PX,
    radius: 1.5,
    fill: style.mark,
    opacity: rows.includes(frame.hoveredRow ?? -1) ? 0.8 : 0.5,
  };
  const box = { x, y: y - 5, width, height: 9 };
  return {
    nodes: [bar, ...ringsIn(frame, rows, box)],
    hits: [{ kind: 'cluster', rows, box }],
  };
}

function eventPart(frame: Frame, row: number, box: Box, nodes: readonly Shape[]): Part {
  const hit: Hit = { kind: 'event', row, box };
  const group: Group = { kind: 'group', eventId: frame.table.idOf(row) ?? '', nodes };
  return { nodes: [group], hits: [hit] };
}

function growTo(box: Box, sizePx: number): Box {
  const dx = Math.max(0, sizePx - box.width) / 2;
  const dy = Math.max(0, sizePx - box.height) / 2;
  return { x: box.x - dx, y: box.y - dy, width: box.width + 2 * dx, height: box.height + 2 * dy };
}
