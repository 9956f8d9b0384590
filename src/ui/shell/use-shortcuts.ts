import { useEffect } from 'react';

/** Key (as `KeyboardEvent.key`) → what it does. */
export type Shortcuts = Readonly<Record<string, () => void>>;

/** Single keys, anywhere on the page but where something is typed, and not while a dialog is open. */
export function useShortcuts(shortcuts: Shortcuts): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (!Object.hasOwn(shortcuts, event.key) || isTyping(event.target)) return;
      event.preventDefault();
      shortcuts[event.key]?.();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [shortcuts]);
}

/** Whether keys belong to a text field or to an open dialog. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return (
    target.isContentEditable ||
    target.closest('input:not([type="checkbox"], [type="range"]), textarea, select') !== null ||
    target.closest('[role="dialog"], [role="spinbutton"]') !== null
  );
}
