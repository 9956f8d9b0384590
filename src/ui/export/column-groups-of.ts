import { textIn } from '../../model/text';
import type { ColumnGroup } from '../../scene/column-groups';
import { type GroupingInput, type LaneSet, laneSets } from '../../scene/lane-sets';
import type { TimelineWords } from '../../scene/timeline-input';
import type { Language } from '../../state/state';

interface Wording {
  readonly laneOf: TimelineWords['laneOf'];
  readonly language: Language;
}

/** All lanes of a grouping, each by its name. */
export function columnGroupsOf(input: GroupingInput, wording: Wording): readonly ColumnGroup[] {
  return laneSets(input).map((lane) => ({
    id: lane.id,
    set: lane.set,
    head: headOf(lane, wording),
  }));
}

/** One lane for all has none. */
function headOf(
  { id, name, domainIndex }: LaneSet,
  { laneOf, language }: Wording,
): ColumnGroup['head'] {
  if (name !== undefined) {
    const { text, lang } = textIn(name, language);
    return { name: text, lang, domainIndex };
  }
  const words = laneOf(id);
  if (!words) return undefined;
  const whole = [words.name, words.note].filter(Boolean).join(' ');
  return { name: whole, lang: language, domainIndex };
}
