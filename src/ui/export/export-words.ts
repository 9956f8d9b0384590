/** So many letters a page can hold of each; more would leave no room for the events. */
export const MOST_LETTERS = { title: 300, subtitle: 1000, footer: 300 } as const;

export type WordField = keyof typeof MOST_LETTERS;

const FIELDS = ['title', 'subtitle', 'footer'] as const satisfies readonly WordField[];

const segmenter = new Intl.Segmenter();

/** The letters of a text, as a reader counts them: an emoji of several parts is one. */
function lettersOf(text: string): string[] {
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

export function lettersIn(text: string): number {
  return lettersOf(text).length;
}

/** The first of the texts that is too long. */
export function wordFault(
  words: Readonly<Partial<Record<WordField, string | undefined>>>,
): WordField | undefined {
  return FIELDS.find((field) => lettersIn(words[field] ?? '') > MOST_LETTERS[field]);
}

/** A text cut at the last word for which there is room. */
export function shortened(text: string, field: WordField): string {
  const most = MOST_LETTERS[field];
  const start = lettersOf(text)
    .slice(0, most - 1)
    .join('');
  const atWord = start.replace(/\s+\S*$/u, '');
  return `${(atWord || start).trimEnd()}…`;
}
