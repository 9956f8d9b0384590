import type { Ink } from '../scene/scene';

/** A colour for each ink, as `#RRGGBB`. */
export type Palette = Readonly<Record<Ink, string>>;

/** The values of tokens.css, light; a test compares them. */
export const LIGHT: Palette = {
  bg: '#F4F2ED',
  panel: '#FBFAF7',
  canvas: '#FFFFFF',
  ahead: '#F7F5F0',
  raise: '#FFFFFF',
  'line-1': '#ECE9E2',
  'line-2': '#DAD6CC',
  'line-3': '#8C887E',
  'ink-1': '#16181D',
  'ink-2': '#4A4D55',
  'ink-3': '#686B73',
  'on-ink': '#FFFFFF',
  dip: '#274690',
  'dip-text': '#274690',
  'dip-tint': '#E3E8F4',
  sec: '#C94428',
  'sec-text': '#AE3519',
  'sec-tint': '#FAE6E0',
  eco: '#17937F',
  'eco-text': '#0B6E5F',
  'eco-tint': '#DDF1ED',
  other: '#7A6F8F',
  'other-text': '#5F5575',
  'other-tint': '#EBE8F0',
  focus: '#0A66E8',
  warn: '#8A5A00',
  'warn-tint': '#FBF0D9',
  error: '#A3123A',
  'error-tint': '#FBE4EA',
  'tenor-up': '#C9CDD4',
  'tenor-down': '#4A4D55',
  'tenor-line': '#16181D',
};

/** The values of tokens.css, dark. */
export const DARK: Palette = {
  bg: '#0E1115',
  panel: '#14181D',
  canvas: '#11151A',
  ahead: '#161B21',
  raise: '#1C2229',
  'line-1': '#20262D',
  'line-2': '#303841',
  'line-3': '#78818C',
  'ink-1': '#F1EFEA',
  'ink-2': '#B9BCC2',
  'ink-3': '#959AA3',
  'on-ink': '#11151A',
  dip: '#7593F0',
  'dip-text': '#9DB3F7',
  'dip-tint': '#1C2740',
  sec: '#FF7A5C',
  'sec-text': '#FF957C',
  'sec-tint': '#3A201B',
  eco: '#A5EBD6',
  'eco-text': '#A5EBD6',
  'eco-tint': '#15342E',
  other: '#B4A7CC',
  'other-text': '#C5BBD8',
  'other-tint': '#2A2635',
  focus: '#6AA8FF',
  warn: '#E7B95A',
  'warn-tint': '#33280F',
  error: '#FF8BA3',
  'error-tint': '#3A1621',
  'tenor-up': '#59616C',
  'tenor-down': '#C9CDD4',
  'tenor-line': '#F1EFEA',
};

/** `rgba()` of a `#RRGGBB` colour; opacity 0 to 1. */
export function withAlpha(colour: string, opacity: number): string {
  const value = Number.parseInt(colour.slice(1), 16);
  return `rgba(${value >> 16}, ${(value >> 8) & 255}, ${value & 255}, ${opacity})`;
}
