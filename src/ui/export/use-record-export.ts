import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordExport } from '../../formats/record-export';
import type { State } from '../../state/state';
import { EMPTY_URL, formatUrl } from '../../state/url-codec';
import { urlStateOf } from '../../state/url-state';
import { useAppState } from '../app-store';
import { createFormatWords } from './create-format-words';
import { spanOf } from './excess';
import type { ExportPart } from './export-parts';
import { presetTitle } from './picture-words';

/** What files of data are written from; undefined while there is no range. */
export function useRecordExport(part: ExportPart | undefined): RecordExport | undefined {
  const lang = useAppState((state) => state.language);
  const data = useAppState(dataOf);
  const { i18n } = useTranslation();
  return useMemo(() => {
    if (!part) return undefined;
    const { table, matching } = part.subject;
    const span = spanOf(part.range);
    return {
      table,
      rows: matching.rowsIn(span),
      span,
      lang,
      title: presetTitle(i18n.getFixedT(lang, 'export'), {
        ...part,
        dataset: table.dataset,
        asOfDay: table.asOfDay,
        filter: part.subject.filter,
        language: lang,
      }),
      words: createFormatWords(i18n.getFixedT(lang)),
      ...(data !== undefined && { addressOf: (id: string) => addressOf(data, id) }),
    };
  }, [part, lang, data, i18n]);
}

/** Undefined for a file of the reader's own, which no address names. */
function dataOf(state: State): string | undefined {
  return urlStateOf(state).data;
}

function addressOf(data: string, selectedId: string): string {
  const { origin, pathname } = location;
  return `${origin}${pathname}${formatUrl({ ...EMPTY_URL, data, selectedId })}`;
}
