import type { i18n as I18n } from 'i18next';
import type { FontEngine } from '../formats/fonts/font-engine';
import type { Publication } from '../formats/publication';
import { runThrough } from '../lib/steps';
import { textIn } from '../model/text';
import type { MeasureText } from '../scene/scene';
import { createPublication } from '../ui/export/create-publication';
import { spanOf } from '../ui/export/excess';
import type { PublicationChoices, PublicationSubject } from '../ui/export/publication-input';

export interface PublishTools {
  readonly i18n: Pick<I18n, 'getFixedT'>;
  readonly engine: FontEngine;
}

/** Lays pages out by the fonts of `engine`. */
export async function publish(
  subject: PublicationSubject,
  choices: PublicationChoices,
  { i18n, engine }: PublishTools,
): Promise<Publication> {
  const letters = new Set(likelyLetters(subject, choices));
  for (;;) {
    const { size } = letters;
    // oxlint-disable-next-line no-await-in-loop
    await engine.prepare(letters);
    const measure = noting(letters, engine.measure);
    const publication = runThrough(createPublication(subject, choices, { i18n, measure }));
    // Letters of the pages' own words were measured as boxes at first; now that they are known, all is laid out again.
    if (letters.size === size) return publication;
  }
}

function likelyLetters(
  { table, matching }: PublicationSubject,
  choices: PublicationChoices,
): string {
  const { language, range, layout, title, subtitle, footer } = choices;
  // Of columns few are named.
  if (layout === 'columns') return [title, subtitle, footer].join('');
  const texts = Array.from(matching.rowsIn(spanOf(range)), (row) => {
    const state = table.stateOf(row);
    const said = state ? [state.title, state.summary ?? {}] : [];
    return said.map((text) => textIn(text, language).text).join('');
  });
  return [title, subtitle, footer, ...texts].join('');
}

function noting(letters: Set<string>, measure: MeasureText): MeasureText {
  const seen = new Set<string>();
  return (text, font) => {
    if (!seen.has(text)) {
      seen.add(text);
      for (const letter of text) letters.add(letter);
    }
    return measure(text, font);
  };
}
