import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { matchingRowsIn } from '../../query/window';
import type { Span } from '../../time/day';
import { useAppState, useAppStore } from '../app-store';
import { useAsOfDay, useMasks, useTable } from '../use-derived';
import type { PictureInput } from './picture';
import { type PictureFacts, presetSubtitle, presetTitle } from './picture-words';
import { type RangeDraft, rangeOfDraft } from './RangeFields';

/** What is to be exported: the range and the words above it, and what the picture is made from. */
export function useExport() {
  const { t } = useTranslation('export');
  const draft = useRangeDraft();
  const [title, setTitle] = useState<string>();
  const [subtitle, setSubtitle] = useState<string>();
  const matching = useMatching(draft.value);
  const grouping = useAppState((state) => state.grouping);
  const exportedDay = useAppState((state) => state.today);
  const presets = useMemo(
    () => ({
      title: matching ? presetTitle(t, matching.facts) : '',
      subtitle: matching ? presetSubtitle(t, matching.facts) : '',
    }),
    [t, matching],
  );
  // A field that was emptied stands for what it began with.
  const shownTitle = title?.trim() ? title : presets.title;
  const shownSubtitle = subtitle?.trim() ? subtitle : presets.subtitle;
  const input = useMemo<PictureInput | undefined>(
    () =>
      matching && {
        ...matching,
        title: shownTitle,
        subtitle: shownSubtitle,
        grouping,
        exportedDay,
      },
    [matching, shownTitle, shownSubtitle, grouping, exportedDay],
  );
  return {
    draft,
    title: { value: title ?? presets.title, set: setTitle },
    subtitle: { value: subtitle ?? presets.subtitle, set: setSubtitle },
    input,
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

function useMatching(draft: RangeDraft) {
  const table = useTable();
  const masks = useMasks();
  const asOfDay = useAsOfDay();
  const filter = useAppState((state) => state.filter);
  const language = useAppState((state) => state.language);
  const { from, to } = draft;
  return useMemo(() => {
    const range = rangeOfDraft({ from, to });
    if (!table || !masks || typeof range === 'string') return undefined;
    const rows = matchingRowsIn(table, masks, { startDay: range.fromDay, endDay: range.toDay + 1 });
    const { dataset } = table;
    const facts: PictureFacts = {
      dataset,
      range,
      asOfDay,
      filter,
      language,
      eventCount: rows.length,
    };
    return { table, rows, facts };
  }, [table, masks, asOfDay, filter, language, from, to]);
}
