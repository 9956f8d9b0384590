import type { GlyphRun } from '../fonts/font-engine';

/**
 * What each glyph of a run stands for. Letters that several glyphs make up are the first one's, from the left, and the
 * others stand for nothing; put together in reading order they are the run's text.
 */
export function glyphLetters({ text, glyphs }: GlyphRun): string[] {
  const starts = [...new Set(glyphs.map(({ cluster }) => cluster))].toSorted((a, b) => a - b);
  const endOf = new Map(starts.map((start, i) => [start, starts[i + 1] ?? text.length]));
  const told = new Set<number>();
  return glyphs.map(({ cluster }) => {
    if (told.has(cluster)) return '';
    told.add(cluster);
    return text.slice(cluster, endOf.get(cluster));
  });
}
