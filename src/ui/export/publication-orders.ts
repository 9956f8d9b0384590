import type { i18n as I18n } from 'i18next';
import type { PageSize } from '../../scene/page-size';
import type { Day } from '../../time/day';
import { presetWords } from './create-publication';
import type { madeWith } from './export-choices';
import type { ExportPart } from './export-parts';
import type { PublicationChoices, PublicationSubject } from './publication-input';
import { viewSubtitle, viewTitle } from './view-words';

/** All that one publication is made from. */
export interface PublicationOrder {
  readonly subject: PublicationSubject;
  readonly choices: PublicationChoices;
}

interface OrderOf {
  readonly size: PageSize;
  readonly with: ReturnType<typeof madeWith>;
  /** Of a range; blank for its own. Views have words of their own. */
  readonly title: string | undefined;
  readonly subtitle: string | undefined;
  readonly exportedDay: Day;
}

/** Of a view its title and note, of a range what was typed. */
export function orderOf(
  { subject, range, told }: ExportPart,
  { size, with: made, title, subtitle, exportedDay }: OrderOf,
  i18n: Pick<I18n, 'getFixedT'>,
): PublicationOrder {
  const choices = { ...made, range, size, exportedDay };
  if (!told) return { subject, choices: { ...choices, title, subtitle } };
  const { language } = made;
  const facts = presetWords(subject, choices, { i18n }).subtitle;
  const words = {
    title: viewTitle(told.view, language),
    subtitle: viewSubtitle(i18n.getFixedT(language, 'story'), told.view, { language, facts }),
  };
  return { subject, choices: { ...choices, ...words } };
}
