import { type RefObject, useEffect, useRef } from 'react';

/** So far a sheet is pulled down, or so fast, to be closed. */
const FAR_PX = 96;
const FAST_PX_PER_MS = 0.5;

/** Lets a sheet be pulled down by its head, the first child of its dialog, and away. */
export function useSwipeDown(body: RefObject<HTMLElement | null>, onClose: () => void): void {
  const latest = useRef(onClose);
  useEffect(() => {
    latest.current = onClose;
  });
  useEffect(() => {
    const dialog = body.current?.closest<HTMLElement>('[role="dialog"]');
    const sheet = dialog?.parentElement;
    const head = dialog?.firstElementChild as HTMLElement | null | undefined;
    if (!sheet || !head) return;
    return bindSwipe(head, sheet, () => latest.current());
  }, [body]);
}

function bindSwipe(head: HTMLElement, sheet: HTMLElement, onClose: () => void): () => void {
  let from: { y: number; ms: number } | undefined;
  const pulledPx = (event: PointerEvent) => Math.max(0, event.clientY - (from?.y ?? event.clientY));
  const onDown = (event: PointerEvent) => {
    if (event.pointerType !== 'touch' || (event.target as Element).closest('button')) return;
    from = { y: event.clientY, ms: event.timeStamp };
    head.setPointerCapture(event.pointerId);
  };
  const onMove = (event: PointerEvent) => {
    if (from) sheet.style.translate = `0 ${pulledPx(event)}px`;
  };
  const onUp = (event: PointerEvent) => {
    if (!from) return;
    const px = pulledPx(event);
    const isFast = px / Math.max(1, event.timeStamp - from.ms) > FAST_PX_PER_MS;
    from = undefined;
    if (event.type === 'pointerup' && (px > FAR_PX || (px > FAR_PX / 4 && isFast))) onClose();
    else sheet.style.translate = '';
  };
  head.style.touchAction = 'none';
  head.addEventListener('pointerdown', onDown);
  head.addEventListener('pointermove', onMove);
  head.addEventListener('pointerup', onUp);
  head.addEventListener('pointercancel', onUp);
  return () => {
    head.style.touchAction = '';
    head.removeEventListener('pointerdown', onDown);
    head.removeEventListener('pointermove', onMove);
    head.removeEventListener('pointerup', onUp);
    head.removeEventListener('pointercancel', onUp);
  };
}
