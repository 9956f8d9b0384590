/** A text from anywhere on one line: whatever breaks a line, and control characters, become blanks; half letters go. */
export function oneLine(text: string): string {
  return text
    .replaceAll(/\p{Cs}/gu, '\uFFFD')
    .replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .trim();
}
