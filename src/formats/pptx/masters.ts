import { element } from '../../paint/xml';
import { groupTransform, transform } from './drawing';
import { NAMESPACES } from './parts';
import type { Edges } from './path-shape';

/** Where titles stand and how large they are, for slides that a person adds. In EMU and hundredths of a point. */
export interface TitlePlace {
  readonly edges: Edges;
  readonly fontSize: number;
}

const COLOUR_MAP =
  '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>';
const MAP_OVERRIDE = '<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>';
const BACKGROUND = '<p:bg><p:bgRef idx="1001"><a:schemeClr val="bg1"/></p:bgRef></p:bg>';
const TEXT_FILL = '<a:solidFill><a:schemeClr val="tx1"/></a:solidFill>';
const ROOT = `<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr>${groupTransform(
  { x0: 0, y0: 0, x1: 0, y1: 0 },
)}</p:grpSpPr>`;

/** The first of a master's ids; its layouts have the next. */
export const FIRST_MASTER_ID = 2_147_483_648;
const BODY_SIZE = 1400;

interface Placeholder {
  readonly id: number;
  readonly name: string;
  readonly kind: Readonly<Record<string, string | number>>;
  readonly edges?: Edges;
  readonly locks?: Readonly<Record<string, number>>;
  readonly body?: string;
  readonly hasText?: boolean;
}

function placeholder(options: Placeholder): string {
  const { id, name, kind, edges, locks = {}, body = '<a:bodyPr/>', hasText = true } = options;
  const names = [
    element('p:cNvPr', { id, name }),
    element('p:cNvSpPr', {}, element('a:spLocks', { noGrp: 1, ...locks })),
    element('p:nvPr', {}, element('p:ph', kind)),
  ];
  const place = edges ? `${transform(edges)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>` : '';
  const text = `<p:txBody>${body}<a:lstStyle/><a:p><a:endParaRPr/></a:p></p:txBody>`;
  const content = [
    element('p:nvSpPr', {}, names.join('')),
    element('p:spPr', {}, place),
    hasText ? text : '',
  ];
  return element('p:sp', {}, content.join(''));
}

function tree(...shapes: readonly string[]): string {
  return element('p:spTree', {}, ROOT + shapes.join(''));
}

/** Levels of a list of texts, each a little further in. */
function levels(fontSize: number, count: number, face: 'mj' | 'mn'): string {
  return Array.from({ length: count }, (_, i) => {
    const properties = { marL: i * 228_600, indent: 0, algn: 'l', eaLnBrk: 1, hangingPunct: 1 };
    const faces = ['latin', 'ea', 'cs'].map((of) =>
      element(`a:${of}`, { typeface: `+${face}-${of === 'latin' ? 'lt' : of}` }),
    );
    const run = element(
      'a:defRPr',
      { sz: fontSize, b: face === 'mj' ? 1 : 0 },
      TEXT_FILL + faces.join(''),
    );
    return element(`a:lvl${i + 1}pPr`, properties, `<a:buNone/>${run}`);
  }).join('');
}

const NO_MARGINS =
  '<a:bodyPr vert="horz" wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="t"><a:noAutofit/></a:bodyPr>';

/** A page with a title and nothing else, of which the layout is a copy. */
export function masterXml(
  { edges, fontSize }: TitlePlace,
  size: { cx: number; cy: number },
): string {
  const body = {
    ...edges,
    y0: edges.y1 + edges.y0,
    y1: Math.max(size.cy - edges.y0, 2 * edges.y1),
  };
  const shapes = tree(
    placeholder({ id: 2, name: 'Title', kind: { type: 'title' }, edges, body: NO_MARGINS }),
    placeholder({
      id: 3,
      name: 'Text',
      kind: { type: 'body', idx: 1 },
      edges: body,
      body: NO_MARGINS,
    }),
  );
  const styles = [
    element('p:titleStyle', {}, levels(fontSize, 1, 'mj')),
    element('p:bodyStyle', {}, levels(BODY_SIZE, 9, 'mn')),
    element('p:otherStyle', {}, levels(BODY_SIZE, 9, 'mn')),
  ];
  const layout = element('p:sldLayoutId', { id: FIRST_MASTER_ID + 1, 'r:id': 'rId1' });
  return element(
    'p:sldMaster',
    NAMESPACES,
    element('p:cSld', {}, BACKGROUND + shapes) +
      COLOUR_MAP +
      element('p:sldLayoutIdLst', {}, layout) +
      element('p:txStyles', {}, styles.join('')),
  );
}

export function layoutXml(): string {
  const shapes = tree(placeholder({ id: 2, name: 'Title', kind: { type: 'title' } }));
  return element(
    'p:sldLayout',
    { ...NAMESPACES, type: 'titleOnly', preserve: 1 },
    element('p:cSld', { name: 'Title' }, shapes) + MAP_OVERRIDE,
  );
}

/** A4 notes as PowerPoint has them: the slide above, the text below. */
export const NOTES_SIZE = { cx: 6_858_000, cy: 9_144_000 } as const;

export function notesMasterXml(): string {
  const shapes = tree(
    placeholder({
      id: 2,
      name: 'Slide image',
      kind: { type: 'sldImg', idx: 2 },
      edges: { x0: 685_800, y0: 685_800, x1: 6_172_200, y1: 3_772_200 },
      locks: { noRot: 1, noChangeAspect: 1 },
      hasText: false,
    }),
    placeholder({
      id: 3,
      name: 'Notes',
      kind: { type: 'body', sz: 'quarter', idx: 3 },
      edges: { x0: 685_800, y0: 4_000_500, x1: 6_172_200, y1: 8_686_800 },
    }),
  );
  return element(
    'p:notesMaster',
    NAMESPACES,
    element('p:cSld', {}, BACKGROUND + shapes) +
      COLOUR_MAP +
      element('p:notesStyle', {}, levels(1000, 9, 'mn')),
  );
}
