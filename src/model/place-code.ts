import type { Country } from './dataset';

const LETTERS = 26;
const A = 65;

/** A country's two letters in a number from 1 on; 0 for none, or for what is no such code. */
export function placeCode(country: Country | undefined): number {
  if (country === undefined || !/^[A-Z]{2}$/.test(country)) return 0;
  return 1 + LETTERS * (country.charCodeAt(0) - A) + country.charCodeAt(1) - A;
}
