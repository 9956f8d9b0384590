/** A facet shown as check boxes: an empty choice leaves it open, so every box is checked. */
export function isChecked(chosen: readonly string[], id: string): boolean {
  return chosen.length === 0 || chosen.includes(id);
}

/** Checks or unchecks one box of `all`. Where none or all would be left, the facet is open again: an empty choice. */
export function toggleBox<T extends string>(
  all: readonly T[],
  chosen: readonly T[],
  id: T,
): readonly T[] {
  const checked = chosen.length === 0 ? all : chosen;
  const next = checked.includes(id) ? checked.filter((each) => each !== id) : [...checked, id];
  const isOpen = next.length === 0 || all.every((each) => next.includes(each));
  return isOpen ? [] : all.filter((each) => next.includes(each));
}

/** Adds the choice, or takes it away where it was made. */
export function toggleChip<T extends string>(chosen: readonly T[], id: T): readonly T[] {
  return chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen, id];
}
