/** A storage that forgets with the test. */
export function memoryStorage(): Storage {
  const items = new Map<string, string>();
  return {
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
    removeItem: (key) => void items.delete(key),
    clear: () => {
      items.clear();
    },
    key: (i) => [...items.keys()][i] ?? null,
    get length() {
      return items.size;
    },
  };
}

/** One that can be read but takes no more. */
export function fullStorage(): Storage {
  return Object.assign(memoryStorage(), {
    setItem: () => {
      throw new Error('full');
    },
  });
}
