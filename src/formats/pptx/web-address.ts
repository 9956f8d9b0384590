/** Longer addresses are not made links: programs differ in what they bear. */
const LONGEST = 2000;

/**
 * An http or https address in the form that a package may refer to (RFC 3986); undefined for anything else.
 * One malformed address makes PowerPoint call the whole file broken, so what a browser would bear is escaped here.
 */
export function webAddress(text: string | undefined): string | undefined {
  if (text === undefined || !URL.canParse(text)) return undefined;
  const { protocol, origin, pathname, search, hash, username, password } = new URL(text);
  if (protocol !== 'http:' && protocol !== 'https:') return undefined;
  if (username || password) return undefined;
  const fragment = hash === '' ? '' : `#${escapeRest(hash.slice(1)).replaceAll('#', '%23')}`;
  const address = `${origin}${escapeRest(pathname + search)}${fragment}`;
  return address.length > LONGEST ? undefined : address;
}

/** `URL` has escaped what lies outside ASCII, and controls and blanks. */
function escapeRest(text: string): string {
  return text
    .replaceAll(/%(?![\da-f]{2})/gi, '%25')
    .replaceAll(/["<>[\\\]^`{|}]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
}
