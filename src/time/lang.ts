/** The languages of the interface, of equal rank. */
export const LANGS = ['en', 'ja'] as const;
export type Lang = (typeof LANGS)[number];
