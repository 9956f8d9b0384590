import type { Steps } from '../lib/steps';
import type { Source } from '../model/dataset';
import type { Span } from '../time/day';
import type { ColumnTally } from './column-groups';
import { createDocument } from './page-document';
import { drawPage, planDocument } from './page-picture';
import type { PageSize } from './page-size';
import { layoutTextPages } from './page-text';
import type { Scene } from './scene';
import type { LegendItem } from './slide-head';
import type { SlideInput } from './slide-input';

/** What pages hold beside the events and their names. */
export interface Includes {
  readonly legend: boolean;
  readonly sources: boolean;
  /** Arcs between linked events of a page. */
  readonly links: boolean;
  /** The as-of line and its date. */
  readonly asOf: boolean;
  /** The sentences about each event, on pages of their own behind the pictures. */
  readonly summaries: boolean;
}

export interface PagesInput extends SlideInput {
  readonly size: PageSize;
  readonly includes: Includes;
  /** Stands at the foot of each page, before what the page says of itself. */
  readonly footer?: string;
  /** The signs that the legend explains; left out: those of the events. */
  readonly legend?: readonly LegendItem[];
}

export interface Page {
  /** A page of text has the summaries, or sources for which the pictures had no room. */
  readonly kind: 'picture' | 'columns' | 'text';
  readonly scene: Scene;
  /** What the page's axis shows. */
  readonly span: Span;
  /** Rows of the events that the page names, in time order. */
  readonly rows: readonly number[];
  /** Of a page of columns: what it counts. */
  readonly tally?: ColumnTally;
}

/** A source as the pages list it. */
export interface PageSource {
  readonly number: number;
  readonly source: Source;
}

export interface Pages {
  /** One at least. Each event of the input is named on one of them, by its whole name with its source's number. */
  readonly pages: readonly Page[];
  /** In the order of their numbers, which are the same on all pages. */
  readonly sources: readonly PageSource[];
}

/**
 * A range as pages of a size: what does not fit on one goes on to the next. No page is higher than the size. Lays out
 * by the event, as it can take a second.
 *
 * Pictures come first, each of a stretch of time (`page-plan.ts`), then text for what pictures have no room for
 * (`page-text.ts`): names that would take too much of a page, which pictures give by their beginning, summaries, sources.
 */
export function* layoutPagesInSteps(input: PagesInput): Steps<Pages> {
  const doc = yield* createDocument(input);
  const texts = yield* layoutTextPages(doc);
  const plan = yield* planDocument(doc, texts.pageCount > 0);
  const count = plan.length + texts.pageCount;
  const pages: Page[] = [];
  for (const [index, content] of plan.entries()) {
    pages.push(yield* drawPage(doc, content, { index, count, pictureCount: plan.length }));
  }
  for (let index = 0; index < texts.pageCount; index++) {
    pages.push(texts.draw(index, input.words.page(plan.length + index + 1, count)));
    yield;
  }
  const sources = doc.sources.sources.map((source, i) => ({ number: i + 1, source }));
  return { pages, sources };
}
