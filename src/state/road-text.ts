import type { Road } from '../query/filter';

/** `before:camp-david-summit`, as the address writes it. */
export function formatRoad({ way, event }: Road): string {
  return `${way}:${event}`;
}

export function parseRoad(text: string): Road | undefined {
  const [, way, event] = /^(before|after):(.+)$/s.exec(text) ?? [];
  return event === undefined ? undefined : { way: way as Road['way'], event };
}
