import { lazy, Suspense } from 'react';
import { useAppState } from '../app-store';

const StoryStrip = lazy(async () => ({ default: (await import('./StoryStrip')).StoryStrip }));

/** Where the story is told, as long as one is. */
export function StoryPlace() {
  const isTold = useAppState(({ storyId }) => storyId !== undefined);
  return (
    isTold && (
      <Suspense fallback={null}>
        <StoryStrip />
      </Suspense>
    )
  );
}
