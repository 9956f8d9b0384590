import i18next from 'i18next';
import { paintSvg } from '../../paint/paint-svg';
import { LIGHT } from '../../paint/palette';
import { layoutPrintPage, printFramePx } from '../../scene/print-page';
import { legendOf } from '../../scene/slide-picture';
import { deriveMatching, deriveTable } from '../../state/derive';
import type { State } from '../../state/state';
import { inclusiveDaysOf } from '../../state/url-state';
import { createSlideWords } from '../export/create-slide-words';
import { spanOf } from '../export/excess';
import '../export/export-messages';
import { formatDay } from '../../time/date-text';
import { type PictureFacts, presetSubtitle, presetTitle } from '../export/picture-words';
import { createMeasure } from '../timeline/measure-text';
import type { TimelineController } from '../timeline/timeline-controller';
import { hasSheets, hideSheets, type Sheet, showSheets } from './sheets';

/** Narrower windows print what a window of this width shows of the same time. */
const LEAST_WIDTH_PX = 1100;
/** Width to height of what a printer leaves of A4 that lies across. */
const PAGE_RATIO = 281 / 194;

/** Prints the view on screen in place of the page, whoever asks for it: the menu, keys or a script. Gives back an end. */
export function startViewPrint(controller: TimelineController): () => void {
  let isOurs = false;
  const show = () => {
    // Pages of the export dialog are printed as they are.
    if (hasSheets()) return;
    const sheet = sheetOfView(controller);
    if (!sheet) return;
    showSheets([sheet]);
    isOurs = true;
  };
  const hide = () => {
    if (isOurs) hideSheets();
    isOurs = false;
  };
  const media = matchMedia('print');
  const turn = () => (media.matches ? show : hide)();
  addEventListener('beforeprint', show);
  addEventListener('afterprint', hide);
  // Some browsers, and whoever looks at how a page would print, tell by this alone.
  media.addEventListener('change', turn);
  turn();
  return () => {
    removeEventListener('beforeprint', show);
    removeEventListener('afterprint', hide);
    media.removeEventListener('change', turn);
    hide();
  };
}

/** Undefined while there is no picture. */
function sheetOfView(controller: TimelineController): Sheet | undefined {
  const state = controller.store.getState();
  const said = wordsOf(state);
  if (!said) return undefined;
  const widthPx = Math.max(LEAST_WIDTH_PX, controller.size().widthPx);
  const page = { ...said, lang: state.language, measure: createMeasure() };
  const frame = printFramePx(page, widthPx);
  const pageHeightPx = (widthPx + 2 * frame.marginPx) / PAGE_RATIO;
  const picture = controller.still({
    widthPx,
    heightPx: Math.floor(pageHeightPx - frame.heightPx),
  });
  if (!picture) return undefined;
  const svg = paintSvg(layoutPrintPage({ ...page, picture }), {
    palette: LIGHT,
    title: said.title,
    desc: said.subtitle,
    lang: state.language,
    idPrefix: 'view-',
  });
  return { svg, paper: 'across' };
}

function wordsOf(state: State) {
  const table = deriveTable(state);
  const matching = deriveMatching(state);
  const { from, to } = inclusiveDaysOf(state.view);
  if (!table || !matching || from === undefined || to === undefined) return undefined;
  const { language, filter, grouping, today } = state;
  const { dataset, asOfDay } = table;
  const t = i18next.getFixedT(language, 'export');
  const range = { fromDay: from, toDay: to };
  const rows = Array.from(matching.rowsIn(spanOf(range)));
  const facts: PictureFacts = {
    dataset,
    range,
    asOfDay,
    filter,
    language,
    eventCount: rows.length,
  };
  const words = createSlideWords(t, undefined);
  const asOf = formatDay(asOfDay, language, 'long');
  const chosenDomains = filter.domains;
  return {
    title: presetTitle(t, facts),
    subtitle: presetSubtitle(t, facts),
    legend: legendOf({ table, rows, lang: language, words, grouping, chosenDomains }),
    foot: {
      wordmark: words.wordmark,
      left: words.readAsOf(dataset.id, asOf),
      right: words.stamp(asOf, formatDay(today, language, 'long')),
    },
  };
}
