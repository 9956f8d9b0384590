import type { Issue } from '../../model/dataset';

type Key = string | number;
type Holder = Record<Key, unknown>;

/** The keys of an issue's path: `actors[2].name["zh-Hant"]` → actors, 2, name, zh-Hant. */
export function keysOf(path: string): readonly Key[] {
  return [...path.matchAll(/\[(\d+)\]|\[("(?:[^"\\]|\\.)*")\]|([A-Za-z_]\w*)/g)].map(
    ([, index, quoted, name = '']) => {
      if (index !== undefined) return Number(index);
      return quoted === undefined ? name : (JSON.parse(quoted) as string);
    },
  );
}

/** More rounds than it can take until nothing is left to leave out. */
const MOST_ROUNDS = 5;

/** Leaves out of a value what is at fault in it, until nothing is. */
export function mend(value: object, findIssues: () => readonly Issue[]): void {
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const issues = findIssues();
    if (issues.length === 0) return;
    leaveOut(value, issues);
  }
}

/**
 * Takes out of a value, which is changed, what its issues are about, so that reading it again finds none: of an error the
 * item of the outermost list that it lies in, of a warning the least that it is about.
 */
function leaveOut(value: object, issues: readonly Issue[]): void {
  const places = issues.map(({ path, severity }) => placeToLeaveOut(keysOf(path), severity));
  const unique = new Map(places.map((keys) => [JSON.stringify(keys), keys]));
  // From the last to the first, so that the places of those that are left stay what they were; the inner before the outer.
  for (const keys of [...unique.values()].toSorted(byPlace).toReversed()) remove(value, keys);
}

function placeToLeaveOut(keys: readonly Key[], severity: Issue['severity']): readonly Key[] {
  const isIndex = (key: Key) => typeof key === 'number';
  if (severity === 'error') return keys.slice(0, keys.findIndex(isIndex) + 1 || 1);
  const last = keys.at(-1);
  // What is said of a reference or of a revision's day, is said of the whole of it.
  const isOfItem = last === 'to' || last === 'actor' || last === 'known';
  return isOfItem ? keys.slice(0, keys.findLastIndex(isIndex) + 1) : keys;
}

function byPlace(a: readonly Key[], b: readonly Key[]): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const [one = '', other = ''] = [a[i], b[i]];
    if (one === other) continue;
    const areIndexes = typeof one === 'number' && typeof other === 'number';
    return areIndexes ? one - other : String(one) < String(other) ? -1 : 1;
  }
  return a.length - b.length;
}

function remove(value: object, keys: readonly Key[]): void {
  const last = keys.at(-1);
  let holder: unknown = value;
  for (const key of keys.slice(0, -1)) {
    if (typeof holder !== 'object' || holder === null) return;
    holder = (holder as Holder)[key];
  }
  if (last === undefined || typeof holder !== 'object' || holder === null) return;
  if (Array.isArray(holder) && typeof last === 'number') holder.splice(last, 1);
  else delete (holder as Holder)[last];
}
