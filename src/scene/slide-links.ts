import type { Steps } from '../lib/steps';
import type { LinkRelation } from '../model/dataset';
import type { EventTable } from '../model/event-table';
import type { Lang } from '../time/lang';
import { type Cubic, curvePoint } from './cubic';
import { domainStyle } from './domain-style';
import { type LinkEnd, routeLink } from './link-curves';
import { apart, curveShapes, endsOf, type LinkLook } from './link-shapes';
import type { Box, MeasureText, SceneNode } from './scene';
import { titleOf } from './slide-events';
import type { MarkBox } from './slide-lane';
import type { SlidePlot } from './slide-mark';
import { ASCENT, DESCENT } from './slide-style';
import { textNode } from './slide-text';
import type { SlideWords } from './slide-words';

export interface SlideLinksInput {
  readonly table: EventTable;
  readonly lang: Lang;
  readonly words: Pick<SlideWords, 'relation'>;
  readonly measure: MeasureText;
  readonly plot: SlidePlot;
  /** Between these the lanes lie. */
  readonly top: number;
  readonly bottom: number;
  /** Of heads of lanes. */
  readonly heads: readonly Box[];
  readonly marks: readonly MarkBox[];
}

export interface SlideLinks {
  /** Lie over the marks, since spans would hide them. */
  readonly curves: readonly SceneNode[];
  /** Lie over them, and meet none. */
  readonly words: readonly SceneNode[];
}

/** More arrows than that cannot be followed with the eye; the shortest tell most. */
const MOST_LINKS = 40;
/** A way that crosses more names than that says less than it hides. */
const MOST_CROSSED_PX = 45;
/** A line in more parts than that is not seen as one. */
const MOST_PARTS = 3;
/** From a mark to where an arrow begins. */
const OFF_PX = 3;
/** Marks nearer than that need no arrow, and have no room for one. */
const LEAST_PX = 22;
const LOOK: LinkLook = {
  line: { ink: 'ink-2', widthPx: 1.25 },
  haloPx: 0,
  head: { length: 6.5, half: 3.2 },
  isBroken: true,
};
/** Lines keep that far off names, and off marks that they pass behind. */
const GAP_PX = { x: 3, y: 1.5, mark: 2.5 } as const;
const PILL = { padding: 4, radius: 3, lineEm: 1.4 } as const;
const SPAN_FROM_PX = 24;
/** From the axis and from the lower edge. */
const EDGE_PX = 3;

interface Pair {
  readonly from: number;
  readonly to: number;
  readonly rel: LinkRelation;
}

interface Link extends Pair {
  readonly start: LinkEnd;
  readonly end: LinkEnd;
  readonly apartPx: number;
}

/** Arrows between events of the picture that name each other, with what one says of the other. */
export function* layoutSlideLinks(input: SlideLinksInput): Steps<SlideLinks> {
  const { words, measure, plot, marks } = input;
  const font = { ...plot.style.font.date, weight: 500 };
  const height = Math.round(PILL.lineEm * font.sizePx);
  const clip = {
    x: plot.left,
    y: input.top + EDGE_PX,
    width: plot.right - plot.left,
    height: input.bottom - input.top - 2 * EDGE_PX,
  };
  const names = new Map(marks.map((mark) => [mark, grow(mark.nameBox, GAP_PX)]));
  const heads = input.heads.map((box) => grow(withSign(box, plot), GAP_PX));
  const points = marks.filter(({ width }) => width <= SPAN_FROM_PX);
  const spans = marks.filter(({ width }) => width > SPAN_FROM_PX);
  const pills: Box[] = [];
  const taken: [number, number][] = [];
  const drawn: Box[] = [];
  const curves: SceneNode[] = [];
  const texts: SceneNode[] = [];
  for (const link of shortestLinks(input)) {
    const word = words.relation(link.rel);
    const isOwn = ({ row }: MarkBox) => row === link.from || row === link.to;
    const route = routeLink({
      from: link.start,
      to: link.end,
      clip,
      names: [...heads, ...names.values(), ...pills],
      points: points.filter((mark) => !isOwn(mark)),
      spans: spans.filter((mark) => !isOwn(mark)),
      others: [...asOfLine(input), ...marks.filter(isOwn)],
      taken,
      pill: { width: measure(word, font) + 2 * PILL.padding, height },
      care: {
        own: marks.filter(isOwn).flatMap((mark) => [mark, names.get(mark) ?? mark]),
        curves: drawn,
      },
    });
    yield;
    if (!route || route.crossedPx > MOST_CROSSED_PX || leaves(clip, route.points)) continue;
    const passed = points
      .filter((mark) => !isOwn(mark))
      .map((mark) => grow(mark, { x: GAP_PX.mark, y: GAP_PX.mark }));
    const breaks = [...names.values(), ...heads, ...passed];
    const nodes = curveShapes(route.points, { asOfX: plot.asOfX, names: breaks, look: LOOK });
    if (nodes.filter(({ kind }) => kind === 'curve').length > MOST_PARTS) continue;
    taken.push(...endsOf(route.points));
    drawn.push(...boxesAlong(route.points));
    const label = linkLabel(input, link, word);
    curves.push({ kind: 'group', label, nodes });
    if (!route.pill) continue;
    pills.push(route.pill);
    texts.push({
      kind: 'group',
      label,
      nodes: pillShapes(input, word, { font, pill: route.pill }),
    });
  }
  return { curves, words: texts };
}

/** The sign of a lane stands before its name. */
function withSign(head: Box, { left }: SlidePlot): Box {
  return { ...head, x: left, width: head.x + head.width - left };
}

function grow({ x, y, width, height }: Box, by: { readonly x: number; readonly y: number }): Box {
  return { x: x - by.x, y: y - by.y, width: width + 2 * by.x, height: height + 2 * by.y };
}

/** Small boxes that cover a curve. */
function boxesAlong(points: Cubic): Box[] {
  const steps = Math.max(
    SAMPLES,
    Math.ceil(Math.hypot(points[6] - points[0], points[7] - points[1]) / ALONG_PX),
  );
  return Array.from({ length: steps + 1 }, (_, i) => {
    const [x, y] = curvePoint(points, i / steps);
    return { x: x - ALONG_PX / 2, y: y - ALONG_PX / 2, width: ALONG_PX, height: ALONG_PX };
  });
}

const ALONG_PX = 8;

/** Whether a curve leaves a box. */
function leaves({ x, y, width, height }: Box, points: Cubic): boolean {
  for (let i = 1; i < SAMPLES; i++) {
    const [px, py] = curvePoint(points, i / SAMPLES);
    if (px < x || px > x + width || py < y || py > y + height) return true;
  }
  return false;
}

const SAMPLES = 24;

/** Words do not lie on the as-of line. */
function asOfLine({ plot, top, bottom }: SlideLinksInput): Box[] {
  return [{ x: plot.asOfX - 1, y: top, width: 2, height: bottom - top }];
}

function linkLabel(input: SlideLinksInput, { from, to }: Pair, word: string): string {
  return `${titleOf(input, from).text} – ${word} – ${titleOf(input, to).text}`;
}

function pillShapes(
  { lang }: SlideLinksInput,
  text: string,
  { font, pill }: { readonly font: SlidePlot['style']['font']['date']; readonly pill: Box },
): SceneNode[] {
  const x = pill.x + pill.width / 2;
  const y = pill.y + pill.height / 2 + ((ASCENT - DESCENT) / 2) * font.sizePx;
  return [
    {
      kind: 'rect',
      ...pill,
      radius: PILL.radius,
      fill: 'raise',
      stroke: { ink: 'line-3', widthPx: 0.75 },
    },
    textNode({ text, lang, x, y, font, ink: 'ink-2', align: 'middle' }),
  ];
}

function shortestLinks(input: SlideLinksInput): Link[] {
  const ends = new Map<number, LinkEnd>();
  for (const mark of input.marks) {
    if (!ends.has(mark.row)) ends.set(mark.row, endOf(input.table, mark));
  }
  return pairsIn(input.table, [...ends.keys()])
    .flatMap((pair): Link[] => {
      const [start, end] = [ends.get(pair.from), ends.get(pair.to)];
      if (!start || !end) return [];
      return [{ ...pair, start, end, apartPx: apart(start, end) }];
    })
    .filter(({ apartPx }) => apartPx > LEAST_PX)
    .toSorted((a, b) => a.apartPx - b.apartPx || a.from - b.from || a.to - b.to)
    .slice(0, MOST_LINKS);
}

function endOf(table: EventTable, box: MarkBox): LinkEnd {
  return { box, shape: domainStyle(table.domain[box.row] ?? 0).shape, offPx: OFF_PX };
}

/** Links among rows, one for each pair. */
function pairsIn(table: EventTable, rows: readonly number[]): Pair[] {
  const known = new Set<string>();
  const shown = new Set(rows);
  return rows.flatMap((from) =>
    (table.stateOf(from)?.links ?? []).flatMap(({ to: id, rel }): Pair[] => {
      const to = table.rowOf(id);
      if (to === undefined || to === from || !shown.has(to)) return [];
      const key = `${Math.min(from, to)} ${Math.max(from, to)}`;
      if (known.has(key)) return [];
      known.add(key);
      return [{ from, to, rel }];
    }),
  );
}
