import { type RefObject, useEffect, useRef } from 'react';

interface PanelFocus {
  /** Call before the panel turns to another event from a control that will be gone. */
  moveToHeading: () => void;
  /** Call after closing. */
  giveBack: () => void;
}

/**
 * Moves focus into the panel when the keyboard opened it, and back where it came from on closing. Opened with the
 * pointer, the focus stays where it is.
 */
export function usePanelFocus(
  panel: RefObject<HTMLElement | null>,
  selectedId: string | undefined,
): PanelFocus {
  const opener = useRef<Element | null>(null);
  const before = useRef<string | undefined>(undefined);
  const wanted = useRef(false);
  const lastInput = useLastInput();

  useEffect(() => {
    const previous = before.current;
    before.current = selectedId;
    if (selectedId === undefined || selectedId === previous) return;
    const active = document.activeElement;
    if (previous === undefined && active !== document.body) opener.current = active;
    const byKeyboard = previous === undefined && isPressedByKey(lastInput.current, active);
    panel.current?.scrollTo?.({ top: 0 });
    if (byKeyboard || wanted.current) focusHeading(panel.current);
    wanted.current = false;
  }, [panel, selectedId, lastInput]);

  return {
    moveToHeading: () => {
      wanted.current = true;
    },
    giveBack: () => {
      const target = opener.current;
      opener.current = null;
      if (target instanceof HTMLElement && target.isConnected) target.focus();
      else focusInTimeline(before.current);
    },
  };
}

/** `press` is Enter or Space; other keys, such as `n`, leave the focus on the timeline. */
type Input = 'press' | 'key' | 'pointer' | undefined;

function useLastInput(): RefObject<Input> {
  const last = useRef<Input>(undefined);
  useEffect(() => {
    const noteKey = ({ key }: globalThis.KeyboardEvent): void => {
      last.current = key === 'Enter' || key === ' ' ? 'press' : 'key';
    };
    const notePointer = (): void => {
      last.current = 'pointer';
    };
    window.addEventListener('keydown', noteKey, true);
    window.addEventListener('pointerdown', notePointer, true);
    return () => {
      window.removeEventListener('keydown', noteKey, true);
      window.removeEventListener('pointerdown', notePointer, true);
    };
  }, []);
  return last;
}

/** Mounted only now, the panel saw no input and goes by the focus ring. */
function isPressedByKey(input: Input, active: Element | null): boolean {
  if (input !== undefined) return input === 'press';
  return active !== null && active !== document.body && active.matches(':focus-visible');
}

function focusHeading(panel: HTMLElement | null): void {
  panel?.querySelector<HTMLElement>('[data-detail-heading]')?.focus({ preventScroll: true });
}

/** The list that the panel was opened from may have been drawn anew since. */
function focusInTimeline(id: string | undefined): void {
  if (id === undefined) return;
  document.querySelector<HTMLElement>(`button[data-event="${CSS.escape(id)}"]`)?.focus();
}
