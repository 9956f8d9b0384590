/**
 * Keeps the results of the latest calls that differ and gives one back while every argument is the same object or
 * value. One is enough for what changes step by step; more serve going to and fro.
 */
export function memoize<A extends readonly unknown[], R>(
  compute: (...args: A) => R,
  keptCount = 1,
): (...args: A) => R {
  const kept: { readonly args: A; readonly result: R }[] = [];
  return (...args) => {
    const found = kept.find((entry) => args.every((arg, i) => Object.is(arg, entry.args[i])));
    if (found) return found.result;
    const result = compute(...args);
    kept.unshift({ args, result });
    if (kept.length > keptCount) kept.pop();
    return result;
  };
}

/** The former result where the new one says the same, so that what hangs on it need not be done again. */
export function keepIfEqual<R>(isEqual: (a: R, b: R) => boolean): (result: R) => R {
  let last: { readonly result: R } | undefined;
  return (result) => {
    if (!last || !isEqual(last.result, result)) last = { result };
    return last.result;
  };
}
