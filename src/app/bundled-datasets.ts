import japanUs from '../../data/japan-us.json?url';

/** Id → address of the file. The file's own `id` must be the same. */
export const BUNDLED_DATASETS: ReadonlyMap<string, string> = new Map([['japan-us', japanUs]]);
