import { useEffect } from 'react';

const FOCUSABLE =
  'button:not(:disabled, [tabindex="-1"]), a[href], input:not(:disabled, [tabindex="-1"]), [tabindex="0"]';

/**
 * Keeps the focus near where it was when its place goes away: a removed chip, a closed notice, a folded rail, an event
 * that has left the view. Dialogs lie outside the root and give the focus back by themselves.
 *
 * @param homeId takes the focus where nothing nearer is left.
 */
export function useKeptFocus(homeId: string): void {
  useEffect(() => {
    const area = document.getElementById(homeId)?.closest('[data-keeps-focus]');
    if (!area) return;
    let last: Element | undefined;
    let around: readonly Element[] = [];
    const forget = () => {
      last = undefined;
    };
    const note = ({ target }: Event) => {
      last = target instanceof Element && area.contains(target) ? target : undefined;
      around = last ? ancestorsOf(last, area) : [];
    };
    const observer = new MutationObserver(() => {
      if (!last || last.isConnected || document.activeElement !== document.body) return;
      findHeir(last, around, homeId)?.focus({ preventScroll: true });
    });
    observer.observe(area, { childList: true, subtree: true });
    document.addEventListener('focusin', note);
    document.addEventListener('pointerdown', forget, true);
    return () => {
      observer.disconnect();
      document.removeEventListener('focusin', note);
      document.removeEventListener('pointerdown', forget, true);
    };
  }, [homeId]);
}

function ancestorsOf(element: Element, area: Element): readonly Element[] {
  const found: Element[] = [];
  for (let each = element.parentElement; each; each = each.parentElement) {
    found.push(each);
    if (each === area) break;
  }
  return found;
}

/** The same event drawn anew, else what comes first in the nearest place that is left. Undefined: not there yet. */
function findHeir(
  last: Element,
  around: readonly Element[],
  homeId: string,
): HTMLElement | undefined {
  const home = document.getElementById(homeId);
  const nearest = around.find((each) => each.isConnected);
  if (!nearest || !home) return undefined;
  if (nearest !== home && nearest.contains(home)) return home;
  const eventId = last.getAttribute('data-event');
  const same =
    eventId === null
      ? null
      : nearest.querySelector<HTMLElement>(`[data-event="${CSS.escape(eventId)}"]`);
  return same ?? nearest.querySelector<HTMLElement>(FOCUSABLE) ?? undefined;
}
