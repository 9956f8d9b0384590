import { useEffect } from 'react';
import type { AppStore } from '../../state/store';
import { useAppStore } from '../app-store';
import { isTyping } from '../shell/use-shortcuts';
import { stepStory } from './tell-view';

/** Keys while a story is told: a clicker for talks sends Page Up and Page Down. */
export function useStoryKeys(): void {
  const store = useAppStore();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const { ctrlKey, metaKey, altKey, shiftKey, isComposing, target } = event;
      if (event.defaultPrevented || isComposing || ctrlKey || metaKey || altKey || shiftKey) return;
      if (isTyping(target) || !act(store, event)) return;
      event.preventDefault();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [store]);
}

/** True where the key was meant for the story. */
function act(store: AppStore, { key, target }: KeyboardEvent): boolean {
  if (key === 'Escape') return escape(store);
  if (key !== 'PageDown' && key !== 'PageUp') return false;
  // An open event may be longer than its panel.
  if (target instanceof Element && target.closest('[role="complementary"], aside')) return false;
  stepStory(store, key === 'PageDown' ? 1 : -1);
  return true;
}

/** An open event closes first, then a range goes: these are the timeline's to do. */
function escape(store: AppStore): boolean {
  const { selectedId, rangeSelection, endStory } = store.getState();
  if (selectedId !== undefined || rangeSelection) return false;
  endStory('push');
  return true;
}
