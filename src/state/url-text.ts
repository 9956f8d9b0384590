/** Letters and digits of any script and what a query may hold anyway: an address stays readable, commas and Japanese too. */
const TO_ESCAPE = /[^\p{L}\p{M}\p{N}\-._~,:/!$'()*;?@=]/gu;
const REPLACEMENT_CHARACTER = '%EF%BF%BD';

/** Percent-encodes as little as can be. Half a surrogate pair becomes the replacement character. */
export function encodeValue(text: string): string {
  return text.replace(TO_ESCAPE, (found) =>
    /^\p{Cs}$/u.test(found) ? REPLACEMENT_CHARACTER : encodeURIComponent(found),
  );
}

/** Whether the escapes of a raw part of an address are no UTF-8; a percent sign that escapes nothing may stand. */
export function isBrokenUtf8(raw: string): boolean {
  try {
    decodeURIComponent(raw.replace(/%(?![\da-f]{2})/gi, '%25'));
    return false;
  } catch {
    return true;
  }
}

/** Items parted by commas; a comma or percent sign within an item is escaped once more. */
export function joinItems(items: readonly string[]): string | undefined {
  if (items.length === 0) return undefined;
  return items.map((item) => item.replaceAll('%', '%25').replaceAll(',', '%2C')).join(',');
}

/** The items, each once, none empty. */
export function splitItems(text: string): string[] {
  const items = text.split(',').filter((item) => item !== '');
  const plain = items.map((item) => item.replace(/%2C/gi, ',').replaceAll('%25', '%'));
  return [...new Set(plain)];
}
