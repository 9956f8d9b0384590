import { groupDenseRows } from '../../src/scene/density';
import { type Lane, type LanesInput, stackLanes } from '../../src/scene/lanes';

/** The lanes of a large set, as the app lays them out. */
export function layoutDenseLanes(input: LanesInput): readonly Lane[] {
  return stackLanes(groupDenseRows(input), input.heightPx);
}
