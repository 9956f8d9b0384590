/** As wide as help is set. */
export const COLUMNS = 90;

/** How many columns of a terminal a text takes: Chinese characters and kana take two. */
export function textColumns(text: string): number {
  let columns = 0;
  for (const letter of text) columns += letter >= '\u2e80' ? 2 : 1;
  return columns;
}

/** May begin no line, as Japanese is set. */
const NEVER_FIRST = /^[、。，．：；！？）」』】〉》ー・…]/;
/** May end no line. */
const NEVER_LAST = /[（「『【〈《]$/;

/** Breaks a text into lines of so many columns: at spaces, and between characters of Japanese. */
export function wrapText(text: string, columns: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of text.match(/[\u2e80-\uffee]|[^\s\u2e80-\uffee]+|\s+/gu) ?? []) {
    const isFull = textColumns(line + piece) > columns && !NEVER_FIRST.test(piece);
    if (isFull && line.trim() !== '') {
      const [hanging = ''] = NEVER_LAST.exec(line) ?? [];
      lines.push(line.slice(0, line.length - hanging.length).trimEnd());
      line = hanging + piece.trimStart();
    } else line += piece;
  }
  return line.trim() === '' ? lines : [...lines, line.trimEnd()];
}

/** Control characters, which a file may hold anywhere, could make a terminal show what was never written. */
export function withoutControls(line: string): string {
  return line.replaceAll(/\p{Cc}/gu, '\uFFFD');
}
