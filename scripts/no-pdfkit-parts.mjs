/**
 * Stands in for what pdfkit would set text with, read pictures with and encrypt with: fontkit, linebreak, png-js and
 * @noble/ciphers. `src/formats/pdf` does none of it that way (ADR 11).
 */
export default function leftOut() {
  throw new Error('Text set by pdfkit, pictures and encryption are left out of the bundle');
}
export { leftOut as cbc, leftOut as create, leftOut as ecb };
