import type { TFunction } from 'i18next';
import type { DatasetView } from '../../model/dataset';
import { textIn } from '../../model/text';
import type { Language } from '../../state/state';

export function viewTitle({ title }: DatasetView, language: Language): string {
  return textIn(title, language).text;
}

/** The note goes before what the pages hold. */
export function viewSubtitle(
  t: TFunction<'story'>,
  { note }: DatasetView,
  said: { readonly language: Language; readonly facts: string },
): string {
  if (note === undefined) return said.facts;
  return t('pictures.subtitle', { note: textIn(note, said.language).text, facts: said.facts });
}
