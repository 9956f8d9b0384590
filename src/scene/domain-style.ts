import type { Ink } from './scene';

/** How a domain is drawn: a shape of its own beside its colour, so that neither carries it alone. */
export interface DomainStyle {
  readonly shape: 'circle' | 'square' | 'diamond' | 'triangle';
  readonly mark: Ink;
  /** Dark enough for text on every surface. */
  readonly text: Ink;
  readonly tint: Ink;
}

const STYLES: readonly DomainStyle[] = [
  { shape: 'circle', mark: 'dip', text: 'dip-text', tint: 'dip-tint' },
  { shape: 'square', mark: 'sec', text: 'sec-text', tint: 'sec-tint' },
  { shape: 'diamond', mark: 'eco', text: 'eco-text', tint: 'eco-tint' },
];
const OTHER: DomainStyle = {
  shape: 'triangle',
  mark: 'other',
  text: 'other-text',
  tint: 'other-tint',
};

/** The style of the domain at `index` in `Dataset.domains`; from the fourth on they share one. */
export function domainStyle(index: number): DomainStyle {
  return STYLES[index] ?? OTHER;
}
