import i18next from 'i18next';
import { formatCitation } from '../../formats/citation';
import { hashDatasetInSteps } from '../../formats/hash-dataset';
import type { EventState } from '../../model/dataset';
import { asOfDayOf } from '../../state/derive';
import type { State } from '../../state/state';
import { createFormatWords } from '../export/create-format-words';
import '../export/export-messages';
import { runInPieces } from '../run-in-pieces';

/** A line by which the event can be found again as it stands on screen. */
export async function citeEvent(state: State, event: EventState): Promise<string> {
  const { dataset, language } = state;
  const hash = dataset && (await runInPieces(hashDatasetInSteps(dataset), () => false));
  if (!dataset || hash === undefined) throw new Error('There is no dataset to cite');
  return formatCitation(
    {
      dataset,
      hash,
      asOfDay: asOfDayOf(state),
      lang: language,
      words: createFormatWords(i18next.getFixedT(language)),
    },
    event,
  );
}
