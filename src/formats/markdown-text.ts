import { oneLine } from './one-line';

/**
 * Any text as plain text of Markdown (CommonMark with GitHub's additions), on one line: what would be markup, HTML, an
 * entity, a formula, a mention or a link of its own is escaped.
 */
export function markdownText(text: string): string {
  return (
    oneLine(text)
      .replaceAll(/[\\`*_[\]<>|~&$@]/g, String.raw`\$&`)
      // Addresses become links by themselves where they begin so.
      .replaceAll(/(?<=\b(?:https?|ftp|mailto|xmpp)):/gi, String.raw`\:`)
      .replaceAll(/(?<=\bwww)\./gi, String.raw`\.`)
  );
}

/** The same where it begins a line: as a heading, a list or a rule would. */
export function markdownLine(text: string): string {
  return markdownText(text)
    .replace(/^[#+=:-]/, String.raw`\$&`)
    .replace(/^(\d+)([.)])/, String.raw`$1\$2`);
}

/** A link that shows its address, which is as `webAddress` writes it. */
export function markdownAddress(address: string): string {
  return `<${address}>`;
}
