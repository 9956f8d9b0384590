/** A day has 1440 minutes, which take eleven bits; the zone's number takes the others. */
const MINUTE_BITS = 11;

export function codeOfMoment(minutes: number, zone: number): number {
  return ((zone << MINUTE_BITS) | minutes) >>> 0;
}

/** Minutes after midnight, and an index into `PackedEvents.zoneNames`. */
export function momentOf(code: number): { readonly minutes: number; readonly zone: number } {
  return { minutes: code & ((1 << MINUTE_BITS) - 1), zone: code >>> MINUTE_BITS };
}
