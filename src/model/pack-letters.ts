import type { EventState, Text } from './dataset';

/** Gathers the characters of titles and of names of places, each once. */
export interface LetterSet {
  add: (state: Pick<EventState, 'title' | 'place'>) => void;
  /** In the order of their code points; halves of pairs are left out. */
  text: () => string;
}

export function createLetterSet(): LetterSet {
  // A byte for each UTF-16 unit: a set of strings would cost ten times the time. Pairs are few and stand apart.
  const units = new Uint8Array(0x1_0000);
  const pairs = new Set<number>();
  const addWords = (words: string) => {
    for (let i = 0; i < words.length; i++) {
      const unit = words.charCodeAt(i);
      if ((unit & 0xf800) !== 0xd800) {
        units[unit] = 1;
        continue;
      }
      const point = words.codePointAt(i) ?? 0;
      if (point < 0x1_0000) continue;
      pairs.add(point);
      i += 1;
    }
  };
  const addText = (text: Text) => {
    if (typeof text === 'string') addWords(text);
    else for (const words of Object.values(text)) addWords(words);
  };
  return {
    add: ({ title, place }) => {
      addText(title);
      if (place) addText(place.name);
    },
    text: () => {
      let text = '';
      for (let unit = 0; unit < units.length; unit++) {
        if (units[unit] === 1) text += String.fromCharCode(unit);
      }
      for (const point of [...pairs].toSorted((a, b) => a - b)) {
        text += String.fromCodePoint(point);
      }
      return text;
    },
  };
}
