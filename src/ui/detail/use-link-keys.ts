import { useEffect, useEffectEvent } from 'react';
import type { Road } from '../../query/filter';
import { isBusyElsewhere } from '../timeline/use-timeline-keys';

type Walk = (way: Road['way'], isOther: boolean) => void;

/** `,` and `.` walk along links; with Shift, by what keyboards make of that, another of several. */
export function useLinkKeys(walk: Walk): void {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    const target = event.target instanceof HTMLElement ? event.target : document.body;
    const way = wayOf(event);
    if (way === undefined || isBusyElsewhere(target)) return;
    event.preventDefault();
    walk(way, event.key !== ',' && event.key !== '.');
  });
  useEffect(() => {
    document.addEventListener('keydown', onKeyDown);
    return () => {
      document.removeEventListener('keydown', onKeyDown);
    };
  }, []);
}

function wayOf({ key, shiftKey }: KeyboardEvent): Road['way'] | undefined {
  // Of a German keyboard, for one, Shift makes ; and : of them.
  if (key === ',' || key === '<' || (shiftKey && key === ';')) return 'before';
  if (key === '.' || key === '>' || (shiftKey && key === ':')) return 'after';
  return undefined;
}
