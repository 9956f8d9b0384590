/** An address of http(s), as datasets hold only such, written so that it can stand in any file: nothing a URI may not hold. */
export function webAddress(address: string): string {
  return new URL(address).href.replaceAll(/[{}|\\^`<>"\s]/g, encodeURIComponent);
}
