/** The oracle ships no types; this is as much of it as the tests ask for. Times are in ms since 1970. */
declare module 'edtf' {
  export default function edtf(text: string): { readonly min: number; readonly max: number };
}
