import { LANGS, type Lang } from '../time/lang';
import type { EventState, Text } from './dataset';
import { textIn } from './text';

/** By language, each character once: in the order of their code points, halves of pairs left out. */
export type Letters = Readonly<Record<Lang, string>>;

/** Gathers the characters of titles and of names of places, as each language shows them. */
export interface LetterSet {
  add: (state: Pick<EventState, 'title' | 'place'>) => void;
  letters: () => Letters;
}

export function createLetterSet(): LetterSet {
  const ofAll = createCharacterSet();
  const byLang = { en: createCharacterSet(), ja: createCharacterSet() } as const satisfies Record<
    Lang,
    CharacterSet
  >;
  const addText = (text: Text) => {
    if (typeof text === 'string') ofAll.add(text);
    else for (const lang of LANGS) byLang[lang].add(textIn(text, lang).text);
  };
  return {
    add: ({ title, place }) => {
      addText(title);
      if (place) addText(place.name);
    },
    letters: () => ({ en: byLang.en.textWith(ofAll), ja: byLang.ja.textWith(ofAll) }),
  };
}

interface CharacterSet {
  readonly units: Uint8Array;
  readonly pairs: ReadonlySet<number>;
  add: (words: string) => void;
  /** Of this set and of another. */
  textWith: (other: CharacterSet) => string;
}

function createCharacterSet(): CharacterSet {
  // A byte for each UTF-16 unit: a set of strings would cost ten times the time. Pairs are few and stand apart.
  const units = new Uint8Array(0x1_0000);
  const pairs = new Set<number>();
  return {
    units,
    pairs,
    add: (words) => {
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
    },
    textWith: (other) => {
      let text = '';
      for (let unit = 0; unit < units.length; unit++) {
        if (units[unit] === 1 || other.units[unit] === 1) text += String.fromCharCode(unit);
      }
      for (const point of [...new Set([...pairs, ...other.pairs])].toSorted((a, b) => a - b)) {
        text += String.fromCodePoint(point);
      }
      return text;
    },
  };
}
