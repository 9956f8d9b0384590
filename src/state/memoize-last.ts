/** Keeps the latest result and gives it back while every argument is the same object or value. */
export function memoizeLast<A extends readonly unknown[], R>(
  compute: (...args: A) => R,
): (...args: A) => R {
  let last: { readonly args: A; readonly result: R } | undefined;
  return (...args) => {
    const before = last;
    if (before && args.every((arg, i) => Object.is(arg, before.args[i]))) return before.result;
    const result = compute(...args);
    last = { args, result };
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
