/** A text; pdfkit writes plain strings as names. */
// oxlint-disable-next-line typescript/no-wrapper-object-types -- pdfkit tells them apart by this
export function pdfString(text: string): String {
  // oxlint-disable-next-line unicorn/new-for-builtins, no-new-wrappers
  return new String(text);
}
