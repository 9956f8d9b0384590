import { lazy } from 'react';
import { useAppState } from '../app-store';
import { Later } from '../Later';

const StoryStrip = lazy(async () => ({ default: (await import('./StoryStrip')).StoryStrip }));

/** Where the story is told, as long as one is. */
export function StoryPlace() {
  const isTold = useAppState(({ storyId }) => storyId !== undefined);
  return (
    isTold && (
      <Later>
        <StoryStrip />
      </Later>
    )
  );
}
