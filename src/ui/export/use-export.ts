import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Span } from '../../time/day';
import { useAppState, useAppStore } from '../app-store';
import { useAsOfDay, useMatching, useTable } from '../use-derived';
import { countInRange, excessOf, spanOf } from './excess';
import type { PictureInput } from './picture';
import { type PictureFacts, presetSubtitle, presetTitle } from './picture-words';
import { type RangeDraft, rangeOfDraft } from './RangeFields';
import { usePictureLanes } from './use-picture-lanes';

/** What is to be exported: the range and the words above it, and what the picture is made from. */
export function useExport() {
  const { t } = useTranslation('export');
  const draft = useRangeDraft();
  const [title, setTitle] = useState<string>();
  const [subtitle, setSubtitle] = useState<string>();
  const held = useHeld(draft.value);
  const grouping = useAppState((state) => state.grouping);
  const lanes = usePictureLanes();
  const exportedDay = useAppState((state) => state.today);
  const presets = useMemo(
    () => ({
      title: held ? presetTitle(t, held.facts) : '',
      subtitle: held ? presetSubtitle(t, held.facts) : '',
    }),
    [t, held],
  );
  // A field that was emptied stands for what it began with.
  const shownTitle = title?.trim() ? title : presets.title;
  const shownSubtitle = subtitle?.trim() ? subtitle : presets.subtitle;
  const input = useMemo<PictureInput | undefined>(
    () =>
      held?.rows && {
        table: held.table,
        rows: held.rows,
        facts: held.facts,
        title: shownTitle,
        subtitle: shownSubtitle,
        grouping,
        lanes: held.rows && lanes?.(held.rows),
        exportedDay,
      },
    [held, shownTitle, shownSubtitle, grouping, lanes, exportedDay],
  );
  return {
    draft,
    title: { value: title ?? presets.title, set: setTitle },
    subtitle: { value: subtitle ?? presets.subtitle, set: setSubtitle },
    /** Undefined where there is no range, or too much in it. */
    input,
    excess: held?.excess,
  };
}

/** Begins with the picked range, else with what is visible. */
function useRangeDraft() {
  const store = useAppStore();
  const [value, set] = useState<RangeDraft>(() => {
    const { rangeSelection, view } = store.getState();
    return draftOf(rangeSelection ?? view);
  });
  return { value, set };
}

function draftOf(span: Span | undefined): RangeDraft {
  if (!span) return { from: undefined, to: undefined };
  const from = Math.floor(span.startDay);
  return { from, to: Math.max(from, Math.ceil(span.endDay) - 1) };
}

/** What the range holds: its rows, or that they are too many. They are counted before any is asked for. */
function useHeld(draft: RangeDraft) {
  const table = useTable();
  const index = useMatching();
  const asOfDay = useAsOfDay();
  const filter = useAppState((state) => state.filter);
  const language = useAppState((state) => state.language);
  const { from, to } = draft;
  return useMemo(() => {
    const range = rangeOfDraft({ from, to });
    if (!table || !index || typeof range === 'string') return undefined;
    const eventCount = countInRange(index, range);
    const { dataset } = table;
    const facts: PictureFacts = { dataset, range, asOfDay, filter, language, eventCount };
    const excess = excessOf(table, index, range);
    const rows = excess ? undefined : index.rowsIn(spanOf(range));
    return { table, facts, excess, rows };
  }, [table, index, asOfDay, filter, language, from, to]);
}
