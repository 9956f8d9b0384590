import type { Change, ChangeKind } from '../../model/changes';

export const GROUPS = ['fulfilled', 'lapsed', 'changed', 'added'] as const;
export type Group = (typeof GROUPS)[number];

export function groupOf(kind: ChangeKind): Group {
  return kind === 'fulfilled' || kind === 'lapsed' || kind === 'added' ? kind : 'changed';
}

/** Groups that hold something, the latest change first in each. */
export function groupChanges(
  changes: readonly Change[],
): readonly { readonly group: Group; readonly changes: readonly Change[] }[] {
  return GROUPS.map((group) => ({
    group,
    changes: changes.filter(({ kind }) => groupOf(kind) === group).toReversed(),
  })).filter((each) => each.changes.length > 0);
}
