import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Span } from '../../time/day';
import { useAppState, useAppStore } from '../app-store';
import { useAsOfDay, useMatching, useTable } from '../use-derived';
import { countInRange, excessOf, spanOf } from './excess';
import type { PictureInput } from './picture';
import { type PictureFacts, presetSubtitle, presetTitle } from './picture-words';
import { type RangeDraft, rangeOfDraft } from './RangeFields';
import { useForecastNote } from './use-forecast-note';
import { usePictureBands } from './use-picture-bands';
import { usePictureLanes } from './use-picture-lanes';
import { type ViewPicture, viewSubtitle, viewTitle } from './view-words';

/**
 * What is to be exported: the range and the words above it, and what the picture is made from.
 *
 * @param told has the words of a view instead of those of its range.
 */
export function useExport(told?: ViewPicture) {
  const { t } = useTranslation('export');
  const { t: tStory } = useTranslation('story');
  const draft = useRangeDraft(told);
  const [title, setTitle] = useState<string>();
  const [subtitle, setSubtitle] = useState<string>();
  const held = useHeld(draft.value);
  const grouping = useAppState((state) => state.grouping);
  const lanes = usePictureLanes();
  const createBands = usePictureBands();
  const note = useForecastNote(held && spanOf(held.facts.range));
  const exportedDay = useAppState((state) => state.today);
  const presets = useMemo(() => {
    if (!held) return { title: '', subtitle: '' };
    const facts = presetSubtitle(t, held.facts);
    if (!told) return { title: presetTitle(t, held.facts), subtitle: facts };
    const { language } = held.facts;
    return {
      title: viewTitle(told, { language }),
      subtitle: viewSubtitle(tStory, told, { language, facts }),
    };
  }, [t, tStory, held, told]);
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
        createBands,
        note: note.text,
        exportedDay,
      },
    [held, shownTitle, shownSubtitle, grouping, lanes, createBands, note.text, exportedDay],
  );
  return {
    draft,
    title: { value: title ?? presets.title, set: setTitle },
    subtitle: { value: subtitle ?? presets.subtitle, set: setSubtitle },
    /** Undefined where there is no range, or too much in it. */
    input,
    excess: held?.excess,
    note,
  };
}

/** Begins with the range of the view that is told, else the picked one, else with what is visible. */
function useRangeDraft(told: ViewPicture | undefined) {
  const store = useAppStore();
  const begin = (): Chosen => {
    const { rangeSelection, view } = store.getState();
    if (!told) return { told, value: draftOf(rangeSelection ?? view) };
    return { told, value: { from: told.view.fromDay, to: told.view.toDay } };
  };
  const [chosen, setChosen] = useState(begin);
  const { value } = chosen.told === told ? chosen : begin();
  return { value, set: (draft: RangeDraft) => setChosen({ told, value: draft }) };
}

interface Chosen {
  readonly told: ViewPicture | undefined;
  readonly value: RangeDraft;
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
