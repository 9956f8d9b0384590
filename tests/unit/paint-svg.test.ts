// @vitest-environment jsdom
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { paintCanvas } from '../../src/paint/paint-canvas';
import { paintSvg, type SvgPaintOptions } from '../../src/paint/paint-svg';
import { LIGHT } from '../../src/paint/palette';
import type { Scene, SceneNode, TextShape } from '../../src/scene/scene';
import { markSheet } from '../golden/mark-sheet';
import { anyText } from '../support/any-text';
import { RecordingContext } from '../support/recording-context';

const OPTIONS: SvgPaintOptions = { palette: LIGHT, title: 'A picture', desc: 'Of it', lang: 'en' };
const scene = (...nodes: SceneNode[]): Scene => ({ widthPx: 200, heightPx: 100, nodes });
const text = (content: string, more: Partial<TextShape> = {}): TextShape => ({
  kind: 'text',
  text: content,
  lang: 'ja',
  x: 10,
  y: 20,
  font: { family: 'ui', sizePx: 12, weight: 450 },
  ink: 'ink-1',
  align: 'start',
  ...more,
});

function parse(svg: string): Element {
  const parsed = new DOMParser().parseFromString(svg, 'application/xml');
  expect(parsed.querySelector('parsererror')).toBeNull();
  return parsed.documentElement;
}

function paint(...nodes: SceneNode[]): Element {
  return parse(paintSvg(scene(...nodes), OPTIONS));
}

/** Any string at all, with what breaks XML made likely. */
const hostile = fc
  .array(
    fc.oneof(
      anyText(),
      fc.constantFrom(
        '</title><script>alert(1)</script>',
        ']]>',
        '<!--',
        '&amp;',
        '"\'<>&',
        '\u0000\u0008\u001F',
        '\uD800',
        '\uDFFF',
        '\uFFFE',
        '\r\n\t',
        '日本語',
      ),
    ),
    { maxLength: 6 },
  )
  .map((parts) => parts.join(''));

/** What is left of a string in an XML document; the painter's promise in other words. */
function kept(raw: string): string {
  return Array.from(raw)
    .map((mark) => {
      const code = mark.codePointAt(0) ?? 0;
      if (code >= 0xd800 && code <= 0xdfff) return '\uFFFD';
      if (mark === '\t' || mark === '\n' || mark === '\r') return ' ';
      const isControl = code < 0x20 || (code >= 0x7f && code < 0xa0);
      return isControl || code === 0xfffe || code === 0xffff ? '' : mark;
    })
    .join('');
}

const group = (label: string, eventId?: string): SceneNode => ({
  kind: 'group',
  label,
  ...(eventId === undefined ? {} : { eventId }),
  nodes: [],
});

describe('the SVG painter', () => {
  it('says what the picture is', () => {
    const root = parse(
      paintSvg(scene(), {
        ...OPTIONS,
        lang: 'ja',
        metadata: '<a xmlns="urn:x">b</a>',
        fontFaceCss: '@font-face{}',
      }),
    );
    expect(root.getAttribute('viewBox')).toBe('0 0 200 100');
    expect(root.getAttribute('role')).toBe('img');
    expect(root.getAttribute('xml:lang')).toBe('ja');
    expect([...root.children].map((child) => [child.nodeName, child.textContent])).toEqual([
      ['title', 'A picture'],
      ['desc', 'Of it'],
      ['metadata', 'b'],
      ['style', '@font-face{}'],
    ]);
  });

  it('stays well-formed and whole whatever the texts hold', () => {
    fc.assert(
      fc.property(hostile, hostile, (title, label) => {
        const nodes: SceneNode[] = [
          { kind: 'group', eventId: label, label: title, nodes: [text(title)] },
        ];
        const root = parse(paintSvg(scene(...nodes), { ...OPTIONS, title, desc: label }));
        expect(root.querySelector('title')?.textContent).toBe(kept(title));
        expect(root.querySelector('desc')?.textContent).toBe(kept(label));
        expect(root.querySelector('text')?.textContent).toBe(kept(title));
        expect(root.querySelector('g')?.getAttribute('data-event')).toBe(kept(label));
        expect(root.querySelector('g')?.getAttribute('aria-label')).toBe(kept(title));
        expect(root.querySelectorAll('script')).toHaveLength(0);
      }),
    );
  });

  it('gives each group its own id and names the event', () => {
    const root = paint(group('Axis'), group('axis'), group('外交'), group('広島', 'g7-hiroshima'));
    const found = [...root.querySelectorAll('g')].map((g) => [
      g.getAttribute('id'),
      g.getAttribute('data-event'),
    ]);
    expect(found).toEqual([
      ['axis', null],
      ['axis-2', null],
      [null, null],
      ['event-g7-hiroshima', 'g7-hiroshima'],
    ]);
  });

  it('writes real text with its language, anchor and font', () => {
    const run = paint(
      text('  日米 ', { align: 'end', font: { family: 'text', sizePx: 44, weight: 600 } }),
    ).querySelector('text');
    expect(run?.textContent).toBe('  日米 ');
    expect(run?.getAttribute('xml:lang')).toBe('ja');
    expect(run?.getAttribute('xml:space')).toBe('preserve');
    expect(run?.getAttribute('text-anchor')).toBe('end');
    expect(run?.getAttribute('font-weight')).toBe('600');
    expect(run?.getAttribute('font-family')).toContain("'Source Serif 4'");
  });

  it('rounds to two decimals and never writes what is not a number', () => {
    const circle = paint({
      kind: 'circle',
      x: 1.23456,
      y: -0.0001,
      r: Number.NaN,
      fill: 'dip',
    }).querySelector('circle');
    expect(['cx', 'cy', 'r'].map((key) => circle?.getAttribute(key))).toEqual(['1.23', '0', '0']);
  });

  it('shares a gradient between equal fades', () => {
    const stops = [{ offset: 0, ink: 'dip', opacity: 0 }] as const;
    const bar = (x1: number): SceneNode => ({
      kind: 'rect',
      x: 0,
      y: 0,
      width: 9,
      height: 9,
      fill: { x0: 0, x1, stops },
    });
    const root = paint(bar(9), bar(9), bar(8));
    const ids = [...root.querySelectorAll('linearGradient')].map((g) => `url(#${g.id})`);
    const fills = [...root.querySelectorAll('rect')].map((r) => r.getAttribute('fill'));
    expect(fills).toEqual([ids[0], ids[0], ids[1]]);
  });

  it('is the same text for the same scene', () => {
    expect(paintSvg(markSheet(), OPTIONS)).toBe(paintSvg(markSheet(), OPTIONS));
  });
});

const two = (value: unknown) => String(Math.round(Number(value) * 100) / 100 || 0);

describe('both painters', () => {
  const sheet = markSheet();
  const root = parse(paintSvg(sheet, OPTIONS));
  const ctx = new RecordingContext();
  // Fine enough that a canvas draws the smallest dots round, as an SVG has them.
  paintCanvas(ctx, sheet, { palette: LIGHT, pixelRatio: 2 });

  it('write the same texts in the same places', () => {
    const onCanvas = ctx.draws
      .filter(({ call }) => call === 'fillText')
      .map(({ args, align, fillStyle }) => [args[0], two(args[1]), two(args[2]), align, fillStyle]);
    const anchors: Record<string, string> = { middle: 'center', end: 'right' };
    const inSvg = [...root.querySelectorAll('text')].map((run) => [
      run.textContent,
      run.getAttribute('x'),
      run.getAttribute('y'),
      anchors[run.getAttribute('text-anchor') ?? ''] ?? 'left',
      run.getAttribute('fill'),
    ]);
    expect(inSvg.length).toBeGreaterThan(40);
    expect(inSvg).toEqual(onCanvas);
  });

  it('draw the same shapes in the same order', () => {
    const onCanvas = ctx.draws
      .filter(({ call }) => call === 'fill' || call === 'fillRect' || call === 'stroke')
      .map(({ call, args, fillStyle, strokeStyle, lineWidth, dash }) => ({
        numbers: (String(args[0]).match(/-?\d+(\.\d+)?(e-?\d+)?/g) ?? []).map(two).join(' '),
        paint: call === 'stroke' ? strokeStyle : fillStyle,
        width: call === 'stroke' ? two(lineWidth) : '',
        dash: call === 'stroke' ? dash.join(' ') : '',
      }))
      .map((drawn) => ({
        ...drawn,
        paint: typeof drawn.paint === 'string' ? drawn.paint : 'fade',
      }));
    const inSvg = [...root.querySelectorAll('*')]
      .filter((shape) => shape.nodeName in GEOMETRY && !shape.closest('defs'))
      .flatMap(drawnOf);
    expect(inSvg.length).toBeGreaterThan(150);
    expect(inSvg).toEqual(onCanvas);
  });
});

const GEOMETRY: Record<string, readonly string[]> = {
  rect: ['x', 'y', 'width', 'height', 'rx'],
  circle: ['cx', 'cy', 'r'],
  polygon: ['points'],
  polyline: ['points'],
  path: ['d'],
};

/** The fill and the stroke of an SVG shape, in the words of the recording context. */
function drawnOf(shape: Element) {
  const numbers = (GEOMETRY[shape.nodeName] ?? [])
    .flatMap((key) => shape.getAttribute(key)?.match(/-?\d+(\.\d+)?/g) ?? [])
    .join(' ');
  const colour = (key: string) => shape.getAttribute(key)?.replace(/^url.*/, 'fade') ?? 'none';
  return [
    { numbers, paint: colour('fill'), width: '', dash: '' },
    {
      numbers,
      paint: colour('stroke'),
      width: shape.getAttribute('stroke-width') ?? '',
      dash: shape.getAttribute('stroke-dasharray') ?? '',
    },
  ].filter(({ paint: value }) => value !== 'none');
}
