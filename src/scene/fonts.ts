import type { Font } from './scene';

/** The same stacks as `--font-ui` and `--font-text` in tokens.css; a test compares them. */
export const FONT_STACKS = {
  ui: '"Inter Variable", Inter, "Noto Sans JP Variable", "Noto Sans JP", "Noto Sans CJK JP", "Hiragino Sans", "Yu Gothic UI", system-ui, sans-serif',
  text: '"Source Serif 4 Variable", "Source Serif 4", "Noto Sans JP Variable", "Noto Sans JP", "Noto Sans CJK JP", "Hiragino Sans", Georgia, serif',
} as const;

const values = new WeakMap<Font, string>();

/** The value for a canvas context's `font`. Fonts are few and asked for thousands of times a frame. */
export function cssFont(font: Font): string {
  const known = values.get(font);
  if (known !== undefined) return known;
  const value = `${font.weight} ${font.sizePx}px ${FONT_STACKS[font.family]}`;
  values.set(font, value);
  return value;
}
