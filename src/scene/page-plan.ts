import type { Steps } from '../lib/steps';
import type { Contents, Estimate, PageContent } from './page-content';
import { type Cut, cutsOf } from './page-cuts';
import type { PageDocument } from './page-document';

/** How much of a page's height a content takes at its tightest: fits up to 1. */
export type Trial = (content: PageContent) => Steps<Fit>;

export interface Fit {
  readonly fits: boolean;
  /** What the lanes take, and what there is for them. */
  readonly lanesPx: number;
  readonly roomPx: number;
}

export interface PlanInput {
  readonly doc: PageDocument;
  readonly contents: Contents;
  readonly trial: Trial;
  /** What lanes have on a page, about. */
  readonly roomPx: number;
  /** What the list of sources takes of that, for each event. */
  readonly listPxPerRow: number;
}

/** Before all else there are to be few pages. */
const PAGE_COST = 10_000;
/** Pages that share their span cost twice as much as pages with spans of their own. */
const SHARED_COST = 2 * PAGE_COST;
/** A page without an event of its own is of little use. */
const EMPTY_COST = 6 * PAGE_COST;
/** Then they are to be evenly filled: by what they hold, and by the height that it takes. */
const EVEN_COSTS = { count: 0.5, height: 0.25 } as const;
/** Further from the estimate than that no page is tried. */
const HOPELESS = 1.6;
const SPARSE = 0.35;
/** A span with more events than that is shared among pages only where it cannot be parted, or is the whole range. */
const MOST_SHARED_EVENTS = 600;
/** With more cuts than that the plan is not made anew after each trial. */
const MANY_CUTS = 500;
/** What estimates are multiplied by at first: rather too little, since trials tell what is too much. */
const FIRST_FACTOR = 0.72;
const MOST_FACTOR = 1.3;

/**
 * Parts the range into the fewest spans whose events fit a page each, evenly filled and parted where a reader would part
 * them; where time cannot part events, they are shared among pages of the same span. Spans are weighed by estimates, from
 * the end of the range to its start, and then tried from the start on. O(cuts × cuts within a page × events of a page).
 */
export function* planPages(input: PlanInput): Steps<PageContent[]> {
  const { doc, contents } = input;
  const { span } = doc.input;
  const cuts = cutsOf(span, contents.countIn);
  const state: PlanState = {
    ...input,
    cuts,
    tried: new Map(),
    estimates: new Map(),
    factor: FIRST_FACTOR,
    usualCount: undefined,
  };
  for (;;) {
    state.usualCount = undefined;
    const fewest = yield* weigh(state);
    state.usualCount = contents.countIn(span) / Math.max(1, pagesIn(fewest));
    const plan = yield* weigh(state);
    const pages = yield* follow(state, plan);
    if (pages) return pages;
  }
}

interface PlanState extends PlanInput {
  readonly cuts: readonly Cut[];
  /** By "from to": whether the content of a span between two cuts fits a page. */
  readonly tried: Map<string, boolean>;
  readonly estimates: Map<number, Estimate>;
  /** By which estimates are to be multiplied. */
  factor: number;
  /** How many events a page would hold if all held the same number, once that is known. */
  usualCount: number | undefined;
}

interface Choice {
  readonly cost: number;
  /** The cut at which the page ends. */
  readonly to: number;
  readonly pageCount: number;
}

/** For each cut the best page that begins there, as the costs of all pages from there on tell. */
function* weigh(state: PlanState): Steps<Choice[]> {
  const { cuts } = state;
  const best: Choice[] = [];
  best[cuts.length - 1] = { cost: 0, to: cuts.length - 1, pageCount: 0 };
  for (let from = cuts.length - 2; from >= 0; from--) {
    best[from] = yield* bestFrom(state, from, best);
  }
  return best;
}

function pagesIn(plan: readonly Choice[]): number {
  let count = 0;
  for (let from = 0; from < plan.length - 1; from = plan[from]?.to ?? plan.length) {
    count += plan[from]?.pageCount ?? 1;
  }
  return count;
}

function* bestFrom(state: PlanState, from: number, best: readonly Choice[]): Steps<Choice> {
  const last = state.cuts.length - 1;
  let choice: Choice = { cost: Number.POSITIVE_INFINITY, to: from + 1, pageCount: 1 };
  let step = 1;
  for (let to = from + 1; to <= last; to = nextEnd(to, step, last)) {
    if (!mayShare(state, from, to)) break;
    const option = optionOf(state, from, to);
    const cost = option.cost + (best[to]?.cost ?? 0);
    if (cost < choice.cost) choice = { cost, to, pageCount: option.pageCount };
    const areMany = last > MANY_CUTS;
    const isSparse = areMany && option.share < SPARSE;
    if (option.share <= HOPELESS) step = isSparse ? Math.ceil((to - from) / 2) : 1;
    // Beyond one page only ever longer spans are tried, and the longest; of many none.
    else if (areMany && from > 0) break;
    else step *= 2;
    yield;
  }
  return choice;
}

function nextEnd(to: number, step: number, last: number): number {
  return to < last ? Math.min(last, to + step) : last + 1;
}

function mayShare({ cuts, contents }: PlanState, from: number, to: number): boolean {
  const isWhole = from === 0 && to === cuts.length - 1;
  return (
    isWhole ||
    to === from + 1 ||
    contents.countIn(spanBetween(cuts, from, to)) <= MOST_SHARED_EVENTS
  );
}

interface Option {
  readonly cost: number;
  readonly pageCount: number;
  /** Of a page's height. */
  readonly share: number;
}

function optionOf(state: PlanState, from: number, to: number): Option {
  const { cuts, tried, usualCount } = state;
  const estimate = estimateOf(state, from, to);
  const share = shareOf(state, estimate);
  const awkwardness = cuts[to]?.awkwardness ?? 0;
  const fits = tried.get(`${from} ${to}`) ?? share <= 1;
  if (!fits) {
    const pageCount = Math.max(2, Math.ceil(share));
    return { cost: pageCount * SHARED_COST + awkwardness, pageCount, share };
  }
  if (estimate.newCount === 0) return { cost: EMPTY_COST + awkwardness, pageCount: 1, share };
  const unevenness = usualCount === undefined ? 0 : (estimate.count / usualCount - 1) ** 2;
  const penalty = EVEN_COSTS.count * unevenness + EVEN_COSTS.height * Math.min(1, share) ** 2;
  return { cost: PAGE_COST + penalty + awkwardness, pageCount: 1, share };
}

/** Each made once. */
function estimateOf({ cuts, contents, estimates }: PlanState, from: number, to: number): Estimate {
  const key = from * cuts.length + to;
  const known = estimates.get(key);
  if (known) return known;
  const estimate = contents.estimateSpan(spanBetween(cuts, from, to));
  estimates.set(key, estimate);
  return estimate;
}

/** Of the height that there is for lanes and sources. */
function shareOf(
  { roomPx, factor, listPxPerRow }: PlanState,
  { lanesPx, count }: Estimate,
): number {
  return (factor * lanesPx + count * listPxPerRow) / roomPx;
}

function spanBetween(cuts: readonly Cut[], from: number, to: number) {
  return { startDay: cuts[from]?.day ?? 0, endDay: cuts[to]?.day ?? 0 };
}

/** The pages of a plan, each tried; undefined where one does not fit and the plan is to be made anew. */
function* follow(state: PlanState, plan: readonly Choice[]): Steps<PageContent[] | undefined> {
  const { cuts, contents, tried } = state;
  const pages: PageContent[] = [];
  const costs = [...plan];
  let from = 0;
  while (from < cuts.length - 1) {
    const choice = costs[from];
    if (!choice) break;
    const content = contents.contentOf(spanBetween(cuts, from, choice.to));
    if (choice.pageCount > 1) {
      pages.push(...(yield* shareOut(state, content)));
    } else {
      const key = `${from} ${choice.to}`;
      const fits = tried.get(key) ?? (yield* tryOut(state, content));
      tried.set(key, fits);
      if (!fits && cuts.length <= MANY_CUTS) return undefined;
      if (!fits) {
        costs[from] = yield* bestFrom(state, from, costs);
        continue;
      }
      pages.push(content);
    }
    from = choice.to;
  }
  return pages;
}

function* tryOut(state: PlanState, content: PageContent): Steps<boolean> {
  const { fits, lanesPx } = yield* state.trial(content);
  const real = lanesPx / Math.max(1, state.contents.estimate(content).lanesPx);
  if (!fits) {
    const learnt = (state.factor + 3 * real) / 4;
    state.factor = Math.min(MOST_FACTOR, Math.max(state.factor * 1.01, learnt));
  }
  return fits;
}

/** Events of one span on pages of their own, lane after lane, in time order: as few pages as fit, evenly filled. */
function* shareOut(state: PlanState, content: PageContent): Steps<PageContent[]> {
  const pages: PageContent[] = [];
  const items = content.lanes.flatMap((lane, index) => lane.rows.map((row) => ({ index, row })));
  const partOf = (from: number, to: number): PageContent => {
    const part = items.slice(from, to);
    const lanes = content.lanes.map((lane, index) => ({
      ...lane,
      rows: part.filter((item) => item.index === index).map(({ row }) => row),
    }));
    return { ...content, lanes: lanes.filter(({ rows }) => rows.length > 0) };
  };
  const total = shareOf(state, state.contents.estimate(content));
  let perPage = Math.max(1, Math.ceil(items.length / Math.ceil(total)));
  for (let from = 0; from < items.length; ) {
    const left = items.length - from;
    let count = Math.ceil(left / Math.ceil(left / perPage));
    let part = partOf(from, from + count);
    for (;;) {
      const { fits, lanesPx, roomPx } = yield* state.trial(part);
      if (fits || count === 1) break;
      const less = Math.floor(0.97 * count * Math.min(1, roomPx / lanesPx));
      count = Math.max(1, Math.min(count - 1, less));
      perPage = count;
      part = partOf(from, from + count);
    }
    pages.push(part);
    from += count;
  }
  return pages;
}
