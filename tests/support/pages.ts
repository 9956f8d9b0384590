import { runThrough } from '../../src/lib/steps';
import { textIn } from '../../src/model/text';
import { PAGE_SIZES } from '../../src/scene/page-size';
import { layoutPagesInSteps, type Pages, type PagesInput } from '../../src/scene/pages';
import { collisionsIn, drawn, isText } from './scene-faults';
import { type SlideOf, slideInput } from './slide';

export interface PagesOf extends SlideOf {
  readonly size?: PagesInput['size'];
  readonly includes?: Partial<PagesInput['includes']>;
}

export const ALL_INCLUDES = {
  legend: true,
  sources: true,
  links: false,
  asOf: true,
  summaries: false,
} as const;

/** All of a range as it stood on a day, as pages: slides if no size is given. */
export function pagesInput({ size = PAGE_SIZES.slide, includes, ...of }: PagesOf): PagesInput {
  return { ...slideInput(of), size, includes: { ...ALL_INCLUDES, ...includes } };
}

export function layoutPages(input: PagesInput): Pages {
  return runThrough(layoutPagesInSteps(input));
}

/** All that pages must hold to, as sentences; empty where they do. */
export function faultsOfPages(input: PagesInput, { pages, sources }: Pages): string[] {
  return [
    ...namesMissing(input, { pages, sources }),
    ...pages.flatMap(({ scene }, i) =>
      collisionsIn(scene, input.measure).map((text) => `page ${i + 1}: ${text}`),
    ),
    ...pages.flatMap(({ scene }, i) =>
      scene.heightPx > input.size.heightPx || scene.widthPx !== input.size.widthPx
        ? [`page ${i + 1} is ${scene.widthPx} × ${scene.heightPx} px`]
        : [],
    ),
    ...spanFaults(input, { pages, sources }),
  ];
}

/** Lines are joined without regard to blanks. */
function plain(text: string): string {
  return text.replaceAll(/[\s\p{Cc}]/gu, '');
}

/** What a page writes of an event: all of it but the number of its source. */
interface Written {
  text: string;
  number: string | undefined;
}

/** Events whose whole title does not stand on a page that says it names them, with the number of a listed source. Text runs on over pages. */
function namesMissing(
  { table, rows, lang, includes }: PagesInput,
  { pages, sources }: Pages,
): string[] {
  const numbers = new Set(sources.map(({ number }) => String(number)));
  const isNamed = (row: number, written: Written | undefined) => {
    const state = table.stateOf(row);
    if (!state || !written) return false;
    const hasNumber = numbers.has(written.number ?? '');
    const needsNumber = includes.sources && state.sources.length > 0;
    const title = plain(textIn(state.title, lang).text);
    return plain(written.text).includes(title) && (hasNumber || !needsNumber);
  };
  const pictures = pages.filter(({ kind }) => kind === 'picture');
  const texts = pages.filter(({ kind }) => kind === 'text');
  const parts = [...pictures.map((page) => [page]), texts];
  const named = new Set<number>();
  for (const part of parts) {
    const written = writtenOn(part);
    for (const row of part.flatMap((page) => page.rows)) {
      if (isNamed(row, written.get(table.idOf(row) ?? ''))) named.add(row);
    }
  }
  return rows.filter((row) => !named.has(row)).map((row) => `row ${row} is named on no page`);
}

function writtenOn(pages: Pages['pages']): ReadonlyMap<string, Written> {
  const found = new Map<string, Written>();
  for (const { eventId, shape } of pages.flatMap(({ scene }) => drawn(scene.nodes))) {
    if (eventId === undefined || !isText(shape)) continue;
    const written = found.get(eventId) ?? { text: '', number: undefined };
    found.set(eventId, written);
    if (shape.role === 'source-number') written.number = shape.text;
    else written.text += shape.text;
  }
  return found;
}

/** Pictures must show the range from its start to its end, in order. */
function spanFaults({ span }: PagesInput, { pages }: Pages): string[] {
  let { startDay } = span;
  let until = span.startDay;
  const faults: string[] = [];
  for (const [i, page] of pages.entries()) {
    if (page.kind !== 'picture') continue;
    if (page.span.startDay !== startDay && page.span.startDay !== until) {
      faults.push(`page ${i + 1} does not begin where the page before it ends`);
    }
    startDay = page.span.startDay;
    until = page.span.endDay;
  }
  return until === span.endDay
    ? faults
    : [...faults, 'the pages do not reach the end of the range'];
}
