import { domainStyle } from './domain-style';
import { LANE_FOOT_PX, type Lane, TICKS_PX } from './lanes';
import { ringShapes } from './mark';
import type { Box, Font, Group, Shape } from './scene';
import type { Frame, Hit, Part } from './timeline-input';
import { baseline, layoutRowMark, stateRings, surfaceAt } from './timeline-names';

const MERGE_PX = 4;
const COUNT_FONT: Font = { family: 'ui', sizePx: 11, weight: 600 };
/** Wider spans without a name lie as thin bars along the strip and do not merge. */
const THIN_FROM_PX = 28;
const THIN_PX = 2;
const TRACK_PX = 3.5;
const MOST_TRACKS = 2;
const OVERLAP_PX = 6;
const COUNT_GAP_PX = 5;

interface FootMark {
  readonly row: number;
  readonly left: number;
  readonly right: number;
}

/** Marks without a name stand in the strip at the foot of their lane; those that touch merge and tell their number. */
export function layoutFoot(frame: Frame, lane: Lane, rows: Uint32Array): Part {
  const bottom = frame.topOf(lane) + lane.heightPx - TICKS_PX;
  const y = bottom - (LANE_FOOT_PX - TICKS_PX) / 2;
  const spans: FootMark[] = [];
  const points: FootMark[] = [];
  for (const row of rows) {
    const left = frame.xOf(frame.table.startDay[row] ?? 0);
    const right = frame.xOf(frame.table.endDay[row] ?? 0);
    if (right - left > THIN_FROM_PX) spans.push({ row, left, right });
    else points.push(pointAt(row, (left + right) / 2));
  }
  const parts = [
    ...packTracks(spans).map(({ span, track }) =>
      layoutThinSpan(frame, lane, span, bottom - 2 - track * TRACK_PX),
    ),
    ...mergeTouching(frame, points).map((group) => layoutGroup(frame, lane, group, y)),
  ];
  return {
    nodes: parts.flatMap((part) => part.nodes),
    hits: parts.flatMap((part) => part.hits),
  };
}

/** Thin spans that overlap lie over one another, in as many tracks as there is room for. */
function packTracks(spans: readonly FootMark[]): { span: FootMark; track: number }[] {
  const ends: number[] = [];
  return spans
    .toSorted((a, b) => a.left - b.left || a.row - b.row)
    .map((span) => {
      const free = ends.findIndex((end) => end < span.left);
      const track = free < 0 ? Math.min(ends.length, MOST_TRACKS - 1) : free;
      ends[track] = Math.max(ends[track] ?? span.right, span.right);
      return { span, track };
    });
}

/** A mark's half width does not depend on its shape here, so that merging depends on time alone. */
function pointAt(row: number, x: number): FootMark {
  return { row, left: x - 4.5, right: x + 4.5 };
}

/** Chains of marks less than 4 px apart; a chain's own number counts as part of it. */
function mergeTouching(frame: Frame, marks: readonly FootMark[]): FootMark[][] {
  const sorted = marks.toSorted((a, b) => a.left - b.left || a.row - b.row);
  const groups: FootMark[][] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const mark of sorted) {
    const last = groups.at(-1);
    if (last && mark.left - end < MERGE_PX) last.push(mark);
    else groups.push([mark]);
    const group = groups.at(-1) ?? [];
    end = Math.max(mark.right, groupBox(frame, group).right);
  }
  return groups;
}

/** The extent of a merged group: two overlapped shapes about its middle, and its number. */
function groupBox(frame: Frame, group: readonly FootMark[]) {
  const left = Math.min(...group.map((mark) => mark.left));
  const right = Math.max(...group.map((mark) => mark.right));
  if (group.length < 2) return { left, right, middle: (left + right) / 2 };
  const middle = (left + right) / 2;
  const countPx = frame.measure(String(group.length), COUNT_FONT);
  const shapes = OVERLAP_PX * Math.min(3, domainsOf(frame, group).length);
  return {
    left: middle - shapes / 2 - 4.5,
    right: middle + shapes / 2 + COUNT_GAP_PX + 4.5 + countPx,
    middle,
  };
}

function domainsOf(frame: Frame, group: readonly FootMark[]): number[] {
  const found = new Set(group.map(({ row }) => frame.table.domain[row] ?? 0));
  const domains = [...found].toSorted((a, b) => a - b);
  return domains.length === 1 ? [domains[0] ?? 0, domains[0] ?? 0] : domains;
}

function layoutGroup(frame: Frame, lane: Lane, group: readonly FootMark[], y: number): Part {
  const [first] = group;
  if (!first) return { nodes: [], hits: [] };
  if (group.length === 1) return layoutSingle(frame, lane, first, y);
  const { left, right, middle } = groupBox(frame, group);
  const domains =
    lane.domainIndex === undefined ? domainsOf(frame, group) : [lane.domainIndex, lane.domainIndex];
  const shapes = domains.slice(0, 3).flatMap((domain, i, all) => {
    const x = middle + (i - (all.length - 1) / 2) * OVERLAP_PX;
    // Of two marks of one domain the one behind is an outline, else they would melt together.
    const isBehind = i === 0 && all[1] === domain;
    return layoutClusterShape(frame, { domain, x, y, isBehind });
  });
  const textX = middle + ((Math.min(3, domains.length) - 1) / 2) * OVERLAP_PX + 4.5 + COUNT_GAP_PX;
  const style = domainStyle(domains[0] ?? 0);
  const box: Box = { x: left, y: y - 8, width: right - left, height: 16 };
  const rows = group.map(({ row }) => row);
  return {
    nodes: [
      {
        kind: 'group',
        label: `${group.length}`,
        nodes: [
          ...(rows.includes(frame.hoveredRow ?? -1) ? ringShapes(box, 'hover', style) : []),
          ...shapes,
          {
            kind: 'text',
            text: String(group.length),
            lang: 'en',
            x: textX,
            y: baseline(y, COUNT_FONT.sizePx),
            font: COUNT_FONT,
            ink: lane.domainIndex === undefined ? 'ink-2' : style.text,
            align: 'start',
            // Thin spans pass under it.
            halo: { ink: surfaceAt(frame, textX), widthPx: 2 },
          },
          ...rows.flatMap((row) => stateRings(frame, row, box, box)),
        ],
      },
    ],
    hits: [{ kind: 'cluster', rows, box }],
  };
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

function layoutSingle(frame: Frame, lane: Lane, { row }: FootMark, y: number): Part {
  const mark = layoutRowMark(frame, lane, row, y);
  const box = growTo(mark.box, 14);
  return eventPart(frame, row, box, [
    ...(frame.hoveredRow === row ? ringShapes(mark.box, 'hover', mark.style) : []),
    // Beside a mark of the strip there is no room for a question mark.
    ...mark.shapes.filter((shape) => shape.kind !== 'text'),
    ...stateRings(frame, row, mark.box, mark.box),
  ]);
}

function layoutThinSpan(frame: Frame, lane: Lane, span: FootMark, y: number): Part {
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
