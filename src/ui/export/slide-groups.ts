import { textIn } from '../../model/text';
import { holds } from '../../query/row-set';
import { type GroupingInput, laneSets } from '../../scene/lane-sets';
import type { SlideGroup } from '../../scene/slide-input';
import type { TimelineWords } from '../../scene/timeline-input';
import type { Language } from '../../state/state';

interface Wording {
  readonly laneOf: TimelineWords['laneOf'];
  readonly language: Language;
}

/** The lanes for rows, each by its name; undefined where these are the domains or one for all. */
export function slideGroups(
  input: GroupingInput,
  rows: readonly number[],
  { laneOf, language }: Wording,
): readonly SlideGroup[] | undefined {
  if (input.grouping === 'domain' || input.grouping === 'none') return undefined;
  return laneSets(input).map(({ id, name, set }) => {
    const own = rows.filter((row) => holds(set, row));
    if (name !== undefined) {
      const { text, lang } = textIn(name, language);
      return { id, name: text, lang, rows: own };
    }
    const words = laneOf(id);
    const whole = [words?.name, words?.note].filter(Boolean).join(' ');
    return { id, name: whole, lang: language, rows: own };
  });
}
