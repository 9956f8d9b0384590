import { useEffect, useRef, useState } from 'react';

/** The value, renewed at most once in `everyMs`; the last one always comes through. */
export function useRarely<T>(value: T, everyMs: number): T {
  const [shown, setShown] = useState(value);
  const lastMs = useRef(Number.NEGATIVE_INFINITY);
  useEffect(() => {
    const show = () => {
      lastMs.current = performance.now();
      setShown(value);
    };
    const timer = setTimeout(show, Math.max(0, lastMs.current + everyMs - performance.now()));
    return () => clearTimeout(timer);
  }, [value, everyMs]);
  return shown;
}
