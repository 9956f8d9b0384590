import type { PackedEvents } from './packed-events';
import { jsonOfKept } from './packed-fields';

/** Gives the JSON of an event. Decoders refuse shared memory, so the bytes are copied first. */
export function createTextReader({
  text,
  textOffsets,
}: Pick<PackedEvents, 'text' | 'textOffsets'>): (event: number) => string {
  const decoder = new TextDecoder();
  return (event) =>
    jsonOfKept(decoder.decode(text.slice(textOffsets[event] ?? 0, textOffsets[event + 1] ?? 0)));
}
