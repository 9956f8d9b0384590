const MINUTES_PER_HOUR = 60;

/** Minutes after midnight of `HH:MM` (00:00 to 23:59); undefined for any other text. */
export function parseTimeOfDay(text: string): number | undefined {
  const found = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(text);
  return found ? Number(found[1]) * MINUTES_PER_HOUR + Number(found[2]) : undefined;
}

/** `HH:MM`, which reads the same in either language. */
export function formatTimeOfDay(minutes: number): string {
  const hour = Math.floor(minutes / MINUTES_PER_HOUR);
  return `${twoDigits(hour)}:${twoDigits(minutes % MINUTES_PER_HOUR)}`;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
