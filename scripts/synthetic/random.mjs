/**
 * @typedef {() => number} Random the next number in [0, 1)
 */

/**
 * A seeded generator: sfc32 (Chris Doty-Humphrey, PractRand) with its state filled by splitmix32. Integer arithmetic alone,
 * so a seed gives the same numbers on every machine.
 * @param {number} seed integer from 0 to 2^53 − 1
 * @param {number} stream integer; one seed's streams are independent of each other
 * @returns {Random}
 */
export function createRandom(seed, stream) {
  let fill = (seed ^ Math.imul(Math.floor(seed / 2 ** 32), 0x85ebca6b)) | 0;
  fill = Math.imul(fill ^ Math.imul(stream + 1, 0x9e3779b1), 0xc2b2ae35);
  const next = () => {
    fill = (fill + 0x9e3779b9) | 0;
    let z = Math.imul(fill ^ (fill >>> 16), 0x21f0aaad);
    z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
    return z ^ (z >>> 15);
  };
  let [a, b, c, counter] = [next(), next(), next(), 1];
  const draw = () => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 2 ** 32;
  };
  for (let i = 0; i < 12; i++) draw();
  return draw;
}

/** @param {Random} random @param {number} min @param {number} max both inclusive */
export function integer(random, min, max) {
  return min + Math.floor(random() * (max - min + 1));
}

/**
 * @template T
 * @param {Random} random
 * @param {readonly T[]} list not empty
 * @returns {T}
 */
export function pick(random, list) {
  return /** @type {T} */ (list[Math.floor(random() * list.length)]);
}

/**
 * Sums of the weights up to and with each, for `pickIndex`.
 * @param {ArrayLike<number>} weights
 */
export function cumulate(weights) {
  const sums = new Float64Array(weights.length);
  let sum = 0;
  for (let i = 0; i < weights.length; i++) sums[i] = sum += weights[i] ?? 0;
  return sums;
}

/**
 * The index whose share of the whole the part `u` falls into. O(log n).
 * @param {Float64Array} sums of `cumulate`
 * @param {number} u in [0, 1)
 */
export function pickIndex(sums, u) {
  const wanted = u * (sums[sums.length - 1] ?? 0);
  let [low, high] = [0, sums.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sums[middle] ?? 0) > wanted) high = middle;
    else low = middle + 1;
  }
  return low;
}

/**
 * A picker of values by weight.
 * @template T
 * @param {readonly (readonly [value: T, weight: number])[]} choices
 * @returns {(random: Random) => T}
 */
export function weighted(choices) {
  const sums = cumulate(choices.map(([, weight]) => weight));
  const values = choices.map(([value]) => value);
  return (random) => /** @type {T} */ (values[pickIndex(sums, random())]);
}

/**
 * A picker of values of which the nth is n times rarer than the first (Zipf).
 * @template T
 * @param {readonly T[]} values
 * @returns {(random: Random) => T}
 */
export function longTailed(values) {
  return weighted(values.map((value, i) => /** @type {const} */ ([value, 1 / (i + 1)])));
}

/**
 * A shuffled copy (Fisher–Yates).
 * @template T
 * @param {Random} random
 * @param {readonly T[]} list
 */
export function shuffled(random, list) {
  const copy = [...list];
  for (let i = copy.length - 1; i > 0; i--) {
    const j = integer(random, 0, i);
    [copy[i], copy[j]] = [/** @type {T} */ (copy[j]), /** @type {T} */ (copy[i])];
  }
  return copy;
}
