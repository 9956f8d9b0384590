import { useEffect, useState } from 'react';
import type { LoadProgress } from '../../state/state';
import { useAppStore } from '../app-store';
import { addSample, type Sample, secondsLeft } from './time-left';

export interface LoadFigures {
  readonly events: number;
  /** Whole per cent; undefined where the size is not known. */
  readonly percent: number | undefined;
  readonly secondsLeft: number | undefined;
}

/** What can be told of the large load under way; undefined while there is none. */
export function useLoadFigures(): LoadFigures | undefined {
  const store = useAppStore();
  const [figures, setFigures] = useState(() => figuresOf(store.getState().progress, []));
  useEffect(() => {
    let samples: readonly Sample[] = [];
    const take = (progress: LoadProgress | undefined) => {
      samples = progress
        ? addSample(samples, { atMs: performance.now(), bytes: progress.bytes })
        : [];
      setFigures(figuresOf(progress, samples));
    };
    take(store.getState().progress);
    return store.subscribe(({ progress }, before) => {
      if (progress !== before.progress) take(progress);
    });
  }, [store]);
  return figures;
}

function figuresOf(
  progress: LoadProgress | undefined,
  samples: readonly Sample[],
): LoadFigures | undefined {
  if (!progress) return undefined;
  const { events, bytes, totalBytes } = progress;
  return {
    events,
    percent:
      totalBytes === undefined ? undefined : Math.min(100, Math.floor((bytes / totalBytes) * 100)),
    secondsLeft: secondsLeft(samples, totalBytes),
  };
}
