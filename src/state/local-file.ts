/**
 * A local address names a file of the reader's own, which no address on the web can: `file:2/events.ndjson` is the
 * second one opened since the page was loaded. It stands in the store and in the browser's history, never in the URL.
 */
export function localAddress(number: number, fileName: string): string {
  return `file:${number}/${fileName}`;
}

export function isLocalAddress(address: string): boolean {
  return address.startsWith('file:');
}

/** What a file is called to the reader: a local one by its name, any other by its address. */
export function shownAddress(address: string): string {
  return isLocalAddress(address) ? address.slice(address.indexOf('/') + 1) : address;
}
