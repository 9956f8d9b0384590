import type { TFunction } from 'i18next';
import { memoize } from '../../lib/memoize';
import type { EventTable } from '../../model/event-table';
import { holds } from '../../query/row-set';
import { createTenorSampler, type TenorSampler } from '../../query/tenor';
import { tenorRecordOf } from '../../query/tenor-record';
import { findLowMaker } from '../../query/tenor-shares';
import type { RowIndex } from '../../query/window';
import type { MeasureText } from '../../scene/scene';
import { layoutTenorRibbon, TENOR_RIBBON_PX } from '../../scene/tenor-ribbon';
import type { Band } from '../../scene/timeline-input';
import type { Language } from '../../state/state';
import type { BandState, MakeBand } from '../timeline/picture-source';
import { type RemoteTenor, remoteTenorOf } from './remote-tenor';
import { createLowNames, type LowNames, tenorWords } from './tenor-words';

interface Drawn {
  readonly sampler: TenorSampler;
  readonly nameLow: ReturnType<typeof createLowNames>;
  readonly language: Language;
  readonly measure: MeasureText;
}

/**
 * The ribbon over the lanes, for what the filter leaves. `t` is in the language of the page. Where `onChange` is given a large set's
 * worker reckons it, and each piece that comes is told; else, as for a file, all is reckoned at once.
 */
export function createTenorBand(t: TFunction<'tenor'>, onChange?: () => void): MakeBand {
  const words = tenorWords(t);
  const bandOf = ({ sampler, nameLow, language, measure }: Drawn): Band => ({
    id: 'tenor',
    isBelow: false,
    heightPx: TENOR_RIBBON_PX,
    layout: ({ view, widthPx, isStill }, topPx) => {
      const ribbon = layoutTenorRibbon({
        sampler,
        view,
        widthPx,
        topPx,
        heightPx: TENOR_RIBBON_PX,
        lang: language,
        words,
        nameLow,
        measure,
        isStill,
      });
      const box = { x: 0, y: topPx, width: widthPx, height: ribbon.heightPx };
      return {
        nodes: ribbon.nodes,
        texts: ribbon.texts,
        hits: [{ kind: 'band', band: 'tenor', box }],
        tenor: { topPx, ribbon },
      };
    },
  });
  const lowNames = (names: Omit<LowNames, 't'>) => createLowNames({ ...names, t });
  const ownBand = memoize(
    (table: EventTable, matching: RowIndex, language: Language, measure: MeasureText): Band => {
      const isIn = (row: number) => holds(matching.set, row);
      const sampler = createTenorSampler(tenorRecordOf(table, isIn));
      const makerOf: LowNames['makerOf'] = (day, window) =>
        findLowMaker(table, { day, window, isIn });
      return bandOf({
        sampler,
        nameLow: lowNames({ table, makerOf, language }),
        language,
        measure,
      });
    },
    2,
  );
  const remoteBand = memoize(
    (remote: RemoteTenor, table: EventTable, language: Language, measure: MeasureText): Band => {
      const nameLow = lowNames({ table, makerOf: remote.lowOf, language });
      return bandOf({ sampler: remote, nameLow, language, measure });
    },
  );
  const follow = createFollower(onChange);
  return (state, { table, matching, measure }) => {
    if (!state.tenor) return undefined;
    const { language } = state;
    const remote = onChange && follow(state, table);
    return remote
      ? remoteBand(remote.tenor, remote.table, language, measure)
      : ownBand(table, matching, language, measure);
  };
}

interface Followed {
  readonly tenor: RemoteTenor;
  readonly table: EventTable;
}

/**
 * The worker's tenor for what is shown. While the as-of line is dragged it stays the one of the last rest, up to the day:
 * to ask for each would take the worker longer than the drag.
 */
function createFollower(onChange: (() => void) | undefined) {
  let followed: (Followed & { readonly end: () => void }) | undefined;
  let upTo: Followed | undefined;
  return (state: BandState, table: EventTable): Followed | undefined => {
    if (state.asOfMoving && followed?.table.dataset === table.dataset) {
      const asOfDay = Math.min(followed.tenor.asOfDay, table.asOfDay);
      if (upTo?.tenor.asOfDay !== asOfDay || upTo.table !== followed.table) {
        upTo = { table: followed.table, tenor: { ...followed.tenor, asOfDay } };
      }
      return upTo;
    }
    const tenor = remoteTenorOf(table, state.filter);
    if (tenor === followed?.tenor) return followed;
    followed?.end();
    followed = tenor && { tenor, table, end: tenor.subscribe(onChange ?? (() => undefined)) };
    return followed;
  };
}
