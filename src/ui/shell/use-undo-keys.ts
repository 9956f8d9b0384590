import { useEffect } from 'react';
import { useAppStore } from '../app-store';
import { isTyping } from './use-shortcuts';

/** Ctrl or ⌘ with Z, with Shift too, and Ctrl+Y. In a text field they stay the browser's. */
export function useUndoKeys(): void {
  const { temporal } = useAppStore();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const action = actionOf(event);
      if (!action || event.defaultPrevented || event.isComposing || isTyping(event.target)) return;
      event.preventDefault();
      temporal.getState()[action]();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [temporal]);
}

function actionOf({ key, ctrlKey, metaKey, shiftKey, altKey }: KeyboardEvent) {
  if (ctrlKey === metaKey || altKey) return undefined;
  const letter = key.toLowerCase();
  if (letter === 'z') return shiftKey ? 'redo' : 'undo';
  return letter === 'y' && ctrlKey && !shiftKey ? 'redo' : undefined;
}
