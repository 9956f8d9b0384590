import type { Font } from './scene';

/** The same stacks as `--font-ui` and `--font-text` in tokens.css; a test compares them. */
export const FONT_STACKS = {
  ui: '"Inter Variable", Inter, "Noto Sans JP Variable", "Noto Sans JP", "Noto Sans CJK JP", "Hiragino Sans", "Yu Gothic UI", system-ui, sans-serif',
  text: '"Source Serif 4 Variable", "Source Serif 4", "Noto Sans JP Variable", "Noto Sans JP", "Noto Sans CJK JP", "Hiragino Sans", Georgia, serif',
} as const;

/** The value for a canvas context's `font`. */
export function cssFont(font: Font): string {
  return `${font.weight} ${font.sizePx}px ${FONT_STACKS[font.family]}`;
}
