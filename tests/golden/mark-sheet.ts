import type { Importance } from '../../src/model/dataset';
import { FLAG } from '../../src/model/event-table';
import { type DomainStyle, domainStyle } from '../../src/scene/domain-style';
import { layoutMark, type MarkInput } from '../../src/scene/mark';
import { ghostMark } from '../../src/scene/mark-ghost';
import { type RingKind, ringShapes } from '../../src/scene/mark-rings';
import type { Box, Font, Group, Ink, Scene, SceneNode, TextShape } from '../../src/scene/scene';

const [DIP, SEC, ECO, OTHER] = [0, 1, 2, 3].map(domainStyle) as [
  DomainStyle,
  DomainStyle,
  DomainStyle,
  DomainStyle,
];
const COLUMNS = [40, 228.5, 417, 605.5] as const;
const WIDE = 172;
const FAR = 10_000;

const write = (text: string, x: number, y: number, size = 11, ink: Ink = 'ink-3'): TextShape => ({
  kind: 'text',
  text,
  lang: 'en',
  x,
  y,
  font: { family: 'ui', sizePx: size, weight: size === 12 ? 500 : 400 },
  ink,
  align: 'start',
});

const rect = (box: Box, fill: Ink): SceneNode => ({ kind: 'rect', ...box, fill });

/** One example: its picture in a strip, its name and a word on it below. */
interface Sample {
  readonly name: string;
  readonly note: string;
  /** Where the as-of line stands, px from the strip's start; without one there is none. */
  readonly asOf?: number;
  readonly draw: (at: { left: number; y: number; asOfX: number; surface: Ink }) => SceneNode[];
}

type At = Parameters<Sample['draw']>[0];
type Few = Partial<MarkInput> & { from: number; to?: number };

/** A mark from and to some px from the strip's start; without `to` a day of 4 px. */
function mark({ left, y, asOfX, surface }: At, { from, to, ...few }: Few): SceneNode[] {
  const days = { startX: left + from, endX: left + (to ?? from + 4) };
  const input: MarkInput = {
    style: DIP,
    importance: 4,
    status: 'happened',
    flags: 0,
    ...days,
    y,
    asOfX,
    viewLeftX: left,
    viewRightX: left + WIDE,
    dayPx: 4,
    surface,
    ...few,
  };
  return [...layoutMark(input).shapes];
}

const DATES: readonly Sample[] = [
  { name: 'A day', note: 'on its noon', draw: (at) => mark(at, { from: 84 }) },
  {
    name: 'One day, zoomed in',
    note: 'midnight to midnight',
    draw: (at) => mark(at, { from: 60, to: 112, dayPx: 52 }),
  },
  {
    name: 'A range',
    note: 'exact ends',
    draw: (at) => mark(at, { style: SEC, from: 40, to: 132 }),
  },
  {
    name: 'A range, pointed',
    note: 'exact ends',
    draw: (at) => mark(at, { style: ECO, from: 40, to: 132 }),
  },
  {
    name: 'Open-ended',
    note: 'chevron at the edge',
    draw: (at) =>
      mark(at, { style: SEC, from: 40, to: Number.POSITIVE_INFINITY, flags: FLAG.openEnd }),
  },
  {
    name: 'Since ever',
    note: 'open start',
    draw: (at) =>
      mark(at, { style: DIP, from: Number.NEGATIVE_INFINITY, to: 120, flags: FLAG.openStart }),
  },
  {
    name: 'Approximate',
    note: 'soft at both ends',
    draw: (at) => mark(at, { style: ECO, from: 46, to: 126, flags: FLAG.approximate }),
  },
  {
    name: 'Uncertain',
    note: 'and a question mark',
    draw: (at) => mark(at, { style: ECO, from: 46, to: 126, flags: FLAG.uncertain }),
  },
  {
    name: 'Month only',
    note: 'soft 26 px or 34%',
    draw: (at) => mark(at, { style: ECO, importance: 2, from: 66, to: 106, flags: FLAG.coarse }),
  },
  {
    name: 'Longer than the view',
    note: 'cut, no soft ends',
    draw: (at) => mark(at, { style: SEC, from: -FAR, to: FAR, flags: FLAG.coarse }),
  },
  {
    name: 'Uncertain day',
    note: 'too narrow for a bar',
    draw: (at) => mark(at, { style: SEC, from: 84, flags: FLAG.uncertain }),
  },
  {
    name: 'Fourth domain',
    note: 'triangle, pointed ends',
    draw: (at) => [
      ...mark(at, { style: OTHER, from: 20 }),
      ...mark(at, { style: OTHER, from: 50, to: 120 }),
    ],
  },
];

/** A point of each domain and a span of one, side by side. */
function trio(at: At, few: Partial<MarkInput>, from = 60): SceneNode[] {
  return [DIP, SEC, ECO, OTHER].flatMap((style, i) =>
    mark(at, { ...few, style, from: from + 28 * i }),
  );
}

const STATUSES: readonly Sample[] = [
  { name: 'Happened', note: 'filled', asOf: 150, draw: (at) => trio(at, {}, 20) },
  {
    name: 'Under way',
    note: 'filled to the line',
    asOf: 86,
    draw: (at) => mark(at, { status: 'under-way', from: 32, to: 142 }),
  },
  {
    name: 'Under way, open',
    note: 'fades beyond',
    asOf: 86,
    draw: (at) =>
      mark(at, {
        style: ECO,
        status: 'under-way',
        from: 32,
        to: Number.POSITIVE_INFINITY,
        flags: FLAG.openEnd,
      }),
  },
  {
    name: 'Happened, runs on',
    note: 'filled to the line',
    asOf: 86,
    draw: (at) => mark(at, { style: SEC, from: 32, to: 142 }),
  },
  {
    name: 'Scheduled',
    note: 'solid outline',
    asOf: 40,
    draw: (at) => trio(at, { status: 'scheduled' }),
  },
  {
    name: 'Scheduled range',
    note: 'solid outline',
    asOf: 40,
    draw: (at) => mark(at, { style: ECO, status: 'scheduled', from: 70, to: 126 }),
  },
  {
    name: 'Scheduled month',
    note: 'solid edges',
    asOf: 40,
    draw: (at) =>
      mark(at, { style: ECO, status: 'scheduled', from: 60, to: 150, flags: FLAG.coarse }),
  },
  {
    name: 'Scheduled, wide',
    note: 'room for its name',
    asOf: 12,
    draw: (at) => mark(at, { style: DIP, status: 'scheduled', from: 24, to: 164 }),
  },
  {
    name: 'Expected',
    note: 'dashes 3.5 on, 2.5 off',
    asOf: 40,
    draw: (at) => trio(at, { status: 'expected' }),
  },
  {
    name: 'Expected month',
    note: 'dashed edges',
    asOf: 40,
    draw: (at) =>
      mark(at, { style: SEC, status: 'expected', from: 70, to: 130, flags: FLAG.coarse }),
  },
  {
    name: 'Expected, wide and open',
    note: 'room for its name',
    asOf: 12,
    draw: (at) =>
      mark(at, {
        style: SEC,
        status: 'expected',
        from: 20,
        to: Number.POSITIVE_INFINITY,
        flags: FLAG.openEnd,
      }),
  },
  {
    name: 'Not confirmed',
    note: 'its day passed, form kept',
    asOf: 150,
    draw: (at) => trio(at, { status: 'scheduled', flags: FLAG.unconfirmed }, 20),
  },
  {
    name: 'Possible',
    note: 'dots, 3 px apart',
    asOf: 40,
    draw: (at) => trio(at, { status: 'possible' }),
  },
  {
    name: 'Possible month',
    note: 'dotted edges',
    asOf: 40,
    draw: (at) =>
      mark(at, { style: ECO, status: 'possible', from: 70, to: 130, flags: FLAG.uncertain }),
  },
  {
    name: 'Postponed',
    note: 'ghost, arrow to the new',
    asOf: 30,
    draw: (at) => postponed(at, DIP, 4),
  },
  {
    name: 'Postponed range',
    note: 'ghost, arrow to the new',
    asOf: 14,
    draw: (at) => postponed(at, SEC, 40),
  },
  {
    name: 'Cancelled',
    note: 'outline with a cross',
    asOf: 40,
    draw: (at) => trio(at, { status: 'cancelled' }),
  },
  {
    name: 'Cancelled range',
    note: 'outline with a cross',
    asOf: 40,
    draw: (at) => mark(at, { style: DIP, status: 'cancelled', from: 70, to: 126 }),
  },
  {
    name: 'Lapsed',
    note: 'grey dots with a bar',
    asOf: 140,
    draw: (at) => trio(at, { status: 'lapsed' }, 20),
  },
  {
    name: 'Lapsed month',
    note: 'grey dots with a bar',
    asOf: 140,
    draw: (at) => mark(at, { style: DIP, status: 'lapsed', from: 30, to: 90, flags: FLAG.coarse }),
  },
];

function postponed(at: At, style: DomainStyle, days: number): SceneNode[] {
  const [old, to] = [60, 118];
  const startX = at.left + to;
  const endX = startX + days;
  const few = { style, status: 'postponed', from: to, to: to + days } as const;
  const half = days === 4 ? 6 : 0;
  const ghost = ghostMark({
    style,
    importance: 4,
    startX: at.left + old - days,
    endX: at.left + old,
    toLeftX: startX + (half ? 2 - half : 0),
    toRightX: endX - (half ? 2 - half : 0),
    y: at.y,
    surface: at.surface,
    viewLeftX: at.left,
    viewRightX: at.left + WIDE,
  });
  return [...ghost, ...mark(at, few)];
}

/** The box of a 12 px name "Austin in Tokyo" with its mark, as the pointer and the keyboard see it. */
const NAME: Font = { family: 'ui', sizePx: 12, weight: 450 };

function ringed(kind: RingKind, style: DomainStyle, at: At): SceneNode[] {
  const input = { ...at, left: at.left, y: at.y };
  const { left, y } = input;
  const half = style.shape === 'square' ? 4 : 4.5;
  const markBox = { x: left + 20 - half, y: y - half, width: 2 * half, height: 2 * half };
  const nameBox = { x: markBox.x, y: y - 7, width: 106, height: 14 };
  const isRing = kind === 'selected' || kind === 'linked';
  const rings = ringShapes(isRing ? markBox : nameBox, kind, style);
  const gap = isRing ? 12 : 6;
  const name = write('Austin in Tokyo', left + 20 + half + gap, y + 4, 12, 'ink-1');
  const body = mark(at, { style, importance: 3, from: 18 });
  const named = { ...name, font: kind === 'selected' ? { ...NAME, weight: 650 } : NAME };
  return kind === 'hover' ? [...rings, ...body, named] : [...body, ...rings, named];
}

const RINGS: readonly Sample[] = (['hover', 'focus', 'selected', 'linked'] as const).flatMap(
  (kind) =>
    [SEC, DIP, ECO, OTHER].map((style) => ({
      name: kind[0]?.toUpperCase() + kind.slice(1),
      note: style.shape,
      draw: (at: At) => ringed(kind, style, at),
    })),
);

function drawSample(sample: Sample, index: number, top: number): Group {
  const left = COLUMNS[index % 4] ?? 0;
  const y = top + Math.floor(index / 4) * 78;
  const { asOf } = sample;
  const asOfX = asOf === undefined ? left + FAR : left + asOf;
  const surface = asOf !== undefined && asOf < 100 ? 'ahead' : 'canvas';
  const ground =
    asOf === undefined
      ? []
      : [rect({ x: asOfX, y: y - 18, width: left + WIDE - asOfX, height: 36 }, 'ahead')];
  const line = rect({ x: left, y: y - 0.5, width: WIDE, height: 1 }, 'line-1');
  const asOfLine =
    asOf === undefined
      ? []
      : [rect({ x: asOfX - 0.75, y: y - 18, width: 1.5, height: 36 }, 'ink-1')];
  return {
    kind: 'group',
    label: sample.name,
    nodes: [
      ...ground,
      line,
      ...asOfLine,
      {
        kind: 'group',
        clip: { x: left, y: y - 20, width: WIDE, height: 40 },
        nodes: sample.draw({ left, y, asOfX, surface }),
      },
      write(sample.name, left, y + 34, 12, 'ink-1'),
      write(sample.note, left, y + 49),
    ],
  };
}

function section(title: string, y: number): SceneNode[] {
  return [
    rect({ x: 40, y, width: 740, height: 1 }, 'line-2'),
    { ...write(title, 40, y + 22, 12, 'ink-2'), font: { family: 'ui', sizePx: 12, weight: 600 } },
  ];
}

/** Every domain in every importance, on the line and in three statuses. */
function importances(top: number): SceneNode[] {
  return [DIP, SEC, ECO, OTHER].flatMap((style, column) =>
    ([1, 2, 3, 4, 5] as const).flatMap((importance: Importance) => {
      const left = COLUMNS[column] ?? 0;
      const at: At = { left, y: top, asOfX: FAR, surface: 'canvas' };
      const from = 14 + (importance - 1) * 34;
      const hollow = { ...at, y: top + 24 };
      const dotted = { ...at, y: top + 48 };
      return [
        ...mark(at, { style, importance, from }),
        ...mark(hollow, { style, importance, from, status: 'scheduled' }),
        ...mark(dotted, { style, importance, from, status: 'possible' }),
        write(String(importance), left + from - 1, top + 72, 10),
      ];
    }),
  );
}

/** Every mark of the grammar on one sheet; light or dark by the palette. */
export function markSheet(): Scene {
  const nodes: SceneNode[] = [
    rect({ x: 0, y: 0, width: 820, height: 1380 }, 'canvas'),
    ...section('Domain by shape and colour; importance 1 to 5 by size', 30),
    { kind: 'group', label: 'importance', nodes: importances(80) },
    ...section('Dates', 180),
    ...DATES.map((sample, i) => drawSample(sample, i, 236)),
    ...section('Status, as seen on the as-of day', 500),
    ...STATUSES.map((sample, i) => drawSample(sample, i, 556)),
    ...section('Pointer, keyboard, selection', 975),
    ...RINGS.map((sample, i) => drawSample(sample, i, 1030)),
  ];
  return { widthPx: 820, heightPx: 1380, nodes };
}
