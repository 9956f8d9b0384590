import { createHash } from 'node:crypto';

// React Aria adds these two style elements at run time (usePress, usePreventScroll); they are allowed by their hashes.
// A release that words them otherwise shows as a policy violation in the end-to-end tests.
const REACT_ARIA_STYLES = [
  `@layer {
  [data-react-aria-pressable] {
    touch-action: pan-x pan-y pinch-zoom;
  }
}`,
  `@layer {
  * {
    overscroll-behavior: contain;
  }
}`,
];
const styleHashes = REACT_ARIA_STYLES.map(
  (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`,
);

const POLICY = {
  'default-src': "'none'",
  // WebAssembly sets text in exported files; it is compiled, which is no eval of text.
  'script-src': "'self' 'wasm-unsafe-eval'",
  'style-src': `'self' ${styleHashes.join(' ')}`,
  'img-src': "'self' data: blob:",
  'font-src': "'self' data:",
  // A dataset may come from any address that the reader types.
  'connect-src': "'self' http: https:",
  'worker-src': "'self'",
  'manifest-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'none'",
};

/** What the built page says of itself in a meta element. */
export const PAGE_POLICY = Object.entries(POLICY)
  .map(([name, value]) => `${name} ${value}`)
  .join('; ');

/** Together they isolate the page, so that the columns of a large dataset can be shared with its worker. */
export const ISOLATION_HEADERS = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

/** What `npm start` and the end-to-end tests send along. */
export const SECURITY_HEADERS = {
  // frame-ancestors has no force in a meta element.
  'Content-Security-Policy': `${PAGE_POLICY}; frame-ancestors 'self'`,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=()',
  ...ISOLATION_HEADERS,
};
