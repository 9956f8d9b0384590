// Stands in for the decoder of the package brotli-lib, which woff-lib uses where the platform has none: that one (0.0.7) never
// comes back from some of the font files.
export { decompress as brotliDecode } from 'brotli/decompress';
