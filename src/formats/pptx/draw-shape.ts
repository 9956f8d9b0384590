import { element } from '../../paint/xml';
import { type Drawn, emuEdges, type Naming, named, transform } from './drawing';
import { fillOf, lineOf } from './fill';
import { type Edges, edgesOf, type PathShape, pairs } from './path-shape';
import type { SlidePart } from './slide-part';

/** A sign for each kind of shape, which names it in every language. */
const SIGNS = { rect: '■', circle: '●', polygon: '◆', curve: '⌒', line: '—' } as const;
/** Half of the shorter side: the roundest that corners can be. */
const ROUNDEST = 50_000;

/** A shape that can be edited: a rectangle, an ellipse or a line where it is one, else corners and curves. */
export function drawShape(
  part: SlidePart,
  shape: PathShape,
  { owner, opacity }: { readonly owner: string; readonly opacity: number },
): Drawn {
  const px = edgesOf(shape);
  const edges = emuEdges(part, px);
  const on = { edges: px, opacity };
  const naming = { name: `${signOf(shape)} ${owner}`.trim(), isDecorative: true };
  const line = lineOf(part, shape.stroke, on);
  if (isStraightLine(shape)) return drawLine(part, { shape, edges, line, naming });
  const fill = fillOf(part, shape.fill, on);
  const properties = transform(edges) + geometryOf(part, shape, edges) + fill + line;
  const names = element('p:nvSpPr', {}, `${named(part, naming)}<p:cNvSpPr/><p:nvPr/>`);
  return { xml: element('p:sp', {}, names + element('p:spPr', {}, properties)), edges };
}

function signOf(shape: PathShape): string {
  return shape.kind === 'polygon' && !shape.closed ? SIGNS.line : SIGNS[shape.kind];
}

function isStraightLine(shape: PathShape): boolean {
  return shape.kind === 'polygon' && !shape.closed && shape.points.length === 4 && !shape.fill;
}

function drawLine(
  part: SlidePart,
  {
    shape,
    edges,
    line,
    naming,
  }: {
    readonly shape: PathShape;
    readonly edges: Edges;
    readonly line: string;
    readonly naming: Naming;
  },
): Drawn {
  const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = shape.kind === 'polygon' ? shape.points : [];
  const isFalling = (x1 - x0) * (y1 - y0) < 0;
  const properties = transform(edges, isFalling) + preset('line') + line;
  const names = element('p:nvCxnSpPr', {}, `${named(part, naming)}<p:cNvCxnSpPr/><p:nvPr/>`);
  return { xml: element('p:cxnSp', {}, names + element('p:spPr', {}, properties)), edges };
}

function preset(name: string, guides = ''): string {
  return element('a:prstGeom', { prst: name }, element('a:avLst', {}, guides));
}

function geometryOf(part: SlidePart, shape: PathShape, edges: Edges): string {
  switch (shape.kind) {
    case 'rect': {
      const shorter = Math.min(shape.width, shape.height);
      if (!shape.radius || shorter <= 0) return preset('rect');
      const adj = Math.min(ROUNDEST, Math.round((shape.radius / shorter) * 100_000));
      return preset('roundRect', element('a:gd', { name: 'adj', fmla: `val ${adj}` }));
    }
    case 'circle':
      return preset('ellipse');
    case 'polygon':
    case 'curve':
      return ownGeometry(part, shape, edges);
  }
}

/** A path in EMU from the shape's upper left corner. */
function ownGeometry(
  part: SlidePart,
  shape: PathShape & { kind: 'polygon' | 'curve' },
  edges: Edges,
): string {
  const [first, ...rest] = pairs(shape.points).map(([x, y]) =>
    element('a:pt', { x: part.emu(x) - edges.x0, y: part.emu(y) - edges.y0 }),
  );
  const steps = [element('a:moveTo', {}, first ?? element('a:pt', { x: 0, y: 0 }))];
  if (shape.kind === 'curve') steps.push(element('a:cubicBezTo', {}, rest.join('')));
  else steps.push(...rest.map((point) => element('a:lnTo', {}, point)));
  if (shape.kind === 'polygon' && shape.closed) steps.push('<a:close/>');
  const size = { w: Math.max(1, edges.x1 - edges.x0), h: Math.max(1, edges.y1 - edges.y0) };
  const path = element(
    'a:path',
    { ...size, fill: shape.fill ? undefined : 'none' },
    steps.join(''),
  );
  const lists = '<a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/>';
  return element('a:custGeom', {}, lists + element('a:pathLst', {}, path));
}
