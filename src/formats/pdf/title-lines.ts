/** The first lines of a text that was broken for want of room, and the text as it was before. */
export interface TitleLines {
  readonly count: number;
  readonly text: string;
}

/**
 * Finds how many of the first lines make up the beginning of `whole`, but for blanks lost where they break. Undefined
 * where it is not two of them at least.
 */
export function findTitleLines(whole: string, lines: readonly string[]): TitleLines | undefined {
  let end = 0;
  let count = 0;
  for (const line of lines) {
    const next = endOf(whole, line, end);
    if (next === undefined) break;
    end = next;
    count += 1;
  }
  return count > 1 ? { count, text: whole.slice(0, end).trim() } : undefined;
}

/** Where a line that begins at `start`, behind blanks, ends in the whole. */
function endOf(whole: string, line: string, start: number): number | undefined {
  let at = start;
  for (const letter of line.replaceAll(/\s/g, '')) {
    while (/\s/.test(whole.charAt(at))) at += 1;
    if (!whole.startsWith(letter, at)) return undefined;
    at += letter.length;
  }
  return at === start ? undefined : at;
}
